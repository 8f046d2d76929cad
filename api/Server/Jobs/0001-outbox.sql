-- What is to be done once a transaction has committed, written in that transaction: which job, and the id that it takes. Whoever hands it
-- to Hangfire takes the row away in the same step.
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job        text NOT NULL,
    subject_id uuid NOT NULL,
    queued_at  timestamptz NOT NULL
);

-- PostgreSQL tells it when, and only when, the transaction has committed.
CREATE FUNCTION outbox_tell() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NOTIFY outbox;
    RETURN NULL;
END $$;
CREATE TRIGGER outbox_tell AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION outbox_tell();
