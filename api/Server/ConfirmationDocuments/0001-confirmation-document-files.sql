-- The files of a presented version, written with the event that presents it. They hold personal data and are given only to those who
-- see every field of it; erasure leaves them for their retention term.
CREATE TABLE confirmation_document_files (
    document_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    version integer NOT NULL,
    format varchar NOT NULL,
    sha256 varchar NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
    content bytea NOT NULL,
    PRIMARY KEY (document_id, version, format)
);
ALTER TABLE confirmation_document_files ALTER COLUMN content SET STORAGE EXTERNAL;

-- A presented version is the same bytes for ever.
CREATE FUNCTION confirmation_document_files_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The files of a presented version never change';
END $$;
CREATE TRIGGER confirmation_document_files_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON confirmation_document_files
    FOR EACH STATEMENT EXECUTE FUNCTION confirmation_document_files_stay();
