-- The bytes of files; what they are called and whose they are stands in their events.
CREATE TABLE files (
    id          uuid PRIMARY KEY,
    contract_id uuid NOT NULL,
    sha256      varchar NOT NULL,
    content     bytea CHECK (sha256 = encode(sha256(content), 'hex')),
    kept_at     timestamptz NOT NULL,
    kept_by     uuid,
    erased_at   timestamptz,
    CHECK ((content IS NULL) = (erased_at IS NOT NULL))
);
ALTER TABLE files ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX files_contract_id ON files (contract_id);

-- A file is the same bytes for ever, or none: it can be erased once, and its row with its hash stays.
CREATE FUNCTION files_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.content IS NOT NULL AND NEW.content IS NULL AND NEW.id = OLD.id AND NEW.contract_id = OLD.contract_id
            AND NEW.sha256 = OLD.sha256 AND NEW.kept_at = OLD.kept_at AND NEW.kept_by IS NOT DISTINCT FROM OLD.kept_by THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A kept file never changes';
END $$;
CREATE TRIGGER files_stay BEFORE UPDATE OR DELETE ON files FOR EACH ROW EXECUTE FUNCTION files_stay();
CREATE TRIGGER files_stay_whole BEFORE TRUNCATE ON files FOR EACH STATEMENT EXECUTE FUNCTION files_stay();
