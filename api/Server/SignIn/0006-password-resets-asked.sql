-- That somebody asked for a new password, until it has been looked after: for which address, protected, and as a keyed hash.
CREATE TABLE password_resets_asked (
    id        uuid PRIMARY KEY,
    content   bytea NOT NULL,
    recipient bytea NOT NULL,
    asked_at  timestamptz NOT NULL
);
