-- 差替え: a chain of replacements shares the days of its first report, which alone keeps other reports off them.
ALTER TABLE report_periods ADD COLUMN replaces uuid, ADD COLUMN finalised_at timestamptz;
ALTER TABLE report_periods DROP CONSTRAINT report_periods_overlap;
ALTER TABLE report_periods ADD CONSTRAINT report_periods_overlap EXCLUDE USING gist (contract_id WITH =, period WITH &&) WHERE (replaces IS NULL);
ALTER TABLE report_periods ADD CONSTRAINT report_periods_one_replacement UNIQUE (replaces);
CREATE INDEX report_periods_contract ON report_periods (contract_id);

-- When a report was frozen: what follows in its stream moves its version, not this.
UPDATE report_periods p SET finalised_at = e.timestamp FROM mt_events e WHERE e.stream_id = p.report_id AND e.type = 'report_finalised';

-- The files never change. They leave only in the transaction in which 廃棄 or 移管 is recorded; their hashes stay in the events.
DROP TRIGGER report_files_stay ON report_files;
CREATE TRIGGER report_files_stay BEFORE UPDATE OR TRUNCATE ON report_files FOR EACH STATEMENT EXECUTE FUNCTION report_files_stay();
CREATE FUNCTION report_files_leave() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM mt_events e
        WHERE e.stream_id = OLD.report_id AND e.type = 'report_disposed' AND e.transaction_id = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'The files of a finalised report never change';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER report_files_leave BEFORE DELETE ON report_files FOR EACH ROW EXECUTE FUNCTION report_files_leave();
