-- A calendar program reads a person's 期限 by an address that is a secret: one a person, kept as a hash.
CREATE TABLE calendar_feeds (
    person_id  uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    made_at    timestamptz NOT NULL
);
