-- What a child read in a mail, so that showing it again reads nothing again. It goes with the bytes that it was read from.
CREATE TABLE mail_texts (
    file_id uuid PRIMARY KEY REFERENCES files (id),
    reading jsonb NOT NULL
);

CREATE FUNCTION mail_texts_go_with_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM mail_texts WHERE file_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER mail_texts_go_with_file AFTER UPDATE ON files FOR EACH ROW WHEN (NEW.content IS NULL) EXECUTE FUNCTION mail_texts_go_with_file();
