-- One row for each browser that is signed in, or is about to be. The cookie holds the key; here stands only its hash.
CREATE TABLE sessions (
    id                 uuid PRIMARY KEY,
    key_hash           bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
    person_id          uuid NOT NULL,
    membership_id      uuid,
    next               text NOT NULL CHECK (next IN ('DONE', 'SECOND_FACTOR', 'ENROL_SECOND_FACTOR')),
    method             text NOT NULL,
    second_factor      boolean NOT NULL,
    failures           integer NOT NULL DEFAULT 0,
    signed_in_at       timestamptz NOT NULL,
    last_seen_at       timestamptz NOT NULL,
    reauthenticated_at timestamptz NOT NULL,
    idle_seconds       integer NOT NULL,
    expires_at         timestamptz NOT NULL,
    user_agent         text NOT NULL
);
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);
