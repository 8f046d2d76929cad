-- As before; but which transaction wrote an event is known by the row's own xmin: Marten's table has no column for it.
CREATE OR REPLACE FUNCTION report_files_leave() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM mt_events e
        WHERE e.stream_id = OLD.report_id AND e.type = 'report_disposed' AND e.xmin = pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION 'The files of a finalised report never change';
    END IF;
    RETURN OLD;
END $$;
