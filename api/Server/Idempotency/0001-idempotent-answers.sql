-- The answers of POSTs that came with an Idempotency-Key, written with what they answer for and kept for 24 hours.
-- body is null where the request wrote nothing: it is then simply carried out again.
CREATE TABLE idempotent_answers (
    actor_id     uuid NOT NULL,
    key          text NOT NULL,
    request_hash bytea NOT NULL,
    status       integer NOT NULL,
    location     text,
    version      bigint,
    body         json,
    sequence     bigint NOT NULL,
    answered_at  timestamptz NOT NULL,
    CONSTRAINT idempotent_answers_key PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotent_answers_age ON idempotent_answers (answered_at);
