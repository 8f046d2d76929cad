-- Accounts of programs, and the tokens of people and programs. A token is shown once; here stands only its hash.
CREATE TABLE service_accounts (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL,
    section_id      uuid,
    role            text NOT NULL,
    name            text NOT NULL,
    created_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    ended_at        timestamptz
);
CREATE INDEX service_accounts_organisation ON service_accounts (organisation_id);

CREATE TABLE tokens (
    id                 uuid PRIMARY KEY,
    key_hash           bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
    person_id          uuid,
    membership_id      uuid,
    service_account_id uuid REFERENCES service_accounts (id),
    name               text NOT NULL,
    scopes             text[] NOT NULL,
    created_at         timestamptz NOT NULL,
    expires_on         date NOT NULL,
    last_used_at       timestamptz,
    CHECK ((person_id IS NULL) = (membership_id IS NULL) AND (person_id IS NULL) <> (service_account_id IS NULL))
);
CREATE INDEX tokens_person ON tokens (person_id);
CREATE INDEX tokens_service_account ON tokens (service_account_id);
