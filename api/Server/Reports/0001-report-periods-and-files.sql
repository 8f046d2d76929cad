-- Equality of contracts beside overlap of periods in one index.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Which days of a contract are reported on: by a report (a draft counts) or by a 導入前の記録. No day belongs to two.
CREATE TABLE report_periods (
    report_id uuid PRIMARY KEY,
    contract_id uuid NOT NULL,
    period daterange NOT NULL,
    prior boolean NOT NULL,
    CONSTRAINT report_periods_overlap EXCLUDE USING gist (contract_id WITH =, period WITH &&)
);

-- The three files of a finalised report, written with the event that finalises it.
CREATE TABLE report_files (
    report_id uuid NOT NULL,
    contract_id uuid NOT NULL,
    format varchar NOT NULL,
    sha256 varchar NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
    content bytea NOT NULL,
    PRIMARY KEY (report_id, format)
);
ALTER TABLE report_files ALTER COLUMN content SET STORAGE EXTERNAL;

-- A finalised report is the same bytes for ever.
CREATE FUNCTION report_files_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The files of a finalised report never change';
END $$;
CREATE TRIGGER report_files_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON report_files FOR EACH STATEMENT EXECUTE FUNCTION report_files_stay();
