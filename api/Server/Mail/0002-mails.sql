-- Mails that the program sends, each once for its key. What one says is kept, protected, as long as it is to be sent, and not a moment
-- longer; what became of it is kept for some weeks. Addresses stand here as keyed hashes alone.
CREATE TABLE mails (
    id          uuid PRIMARY KEY,
    key         text NOT NULL,
    recipients  bytea[] NOT NULL,
    content     bytea,
    state       text NOT NULL,
    attempts    int NOT NULL DEFAULT 0,
    queued_at   timestamptz NOT NULL,
    send_before timestamptz NOT NULL,
    ended_at    timestamptz,
    answer_code int,
    answer      text,
    CONSTRAINT mails_key UNIQUE (key),
    CONSTRAINT mails_content CHECK ((content IS NOT NULL) = (state IN ('QUEUED', 'SENDING')) AND (ended_at IS NULL) = (state IN ('QUEUED', 'SENDING')))
);
CREATE INDEX mails_ended ON mails (ended_at);
