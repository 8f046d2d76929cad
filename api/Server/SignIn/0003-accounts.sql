-- How people prove who they are. None of it is ever an event; erasing a person deletes it.
CREATE TABLE accounts (
    person_id       uuid PRIMARY KEY,
    mail            text NOT NULL,
    normalised_mail text NOT NULL CONSTRAINT accounts_mail UNIQUE,
    password_hash   text,
    totp_secret     bytea,
    totp_since      timestamptz,
    totp_pending    bytea,
    totp_last_step  bigint NOT NULL DEFAULT 0,
    failures        integer NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    created_at      timestamptz NOT NULL
);

CREATE TABLE passkeys (
    id              uuid PRIMARY KEY,
    person_id       uuid NOT NULL REFERENCES accounts (person_id) ON DELETE CASCADE,
    credential_id   bytea NOT NULL CONSTRAINT passkeys_credential UNIQUE,
    name            text NOT NULL,
    public_key      bytea NOT NULL,
    sign_count      bigint NOT NULL,
    transports      text[] NOT NULL,
    user_verified   boolean NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up       boolean NOT NULL,
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz
);
CREATE INDEX passkeys_person ON passkeys (person_id);

-- Challenges that were given out: each is taken once.
CREATE TABLE passkey_challenges (
    id         uuid PRIMARY KEY,
    session_id uuid,
    state      text NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE TABLE recovery_codes (
    person_id uuid NOT NULL REFERENCES accounts (person_id) ON DELETE CASCADE,
    code_hash bytea NOT NULL,
    PRIMARY KEY (person_id, code_hash)
);

CREATE TABLE password_resets (
    token_hash bytea PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES accounts (person_id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);

CREATE TABLE invitations (
    id              uuid PRIMARY KEY,
    token_hash      bytea NOT NULL UNIQUE,
    organisation_id uuid NOT NULL,
    section_id      uuid,
    role            text NOT NULL,
    mail            text NOT NULL,
    name            text NOT NULL,
    invited_by      uuid NOT NULL,
    invited_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    sent            boolean NOT NULL
);
CREATE INDEX invitations_organisation ON invitations (organisation_id);

-- The codes that the consoles of a fresh installation show.
CREATE TABLE set_up_codes (
    code_hash  bytea PRIMARY KEY,
    created_at timestamptz NOT NULL
);

-- The keys of Data Protection, encrypted with the installation's secret, so that all nodes share them.
CREATE TABLE protection_keys (
    name       text PRIMARY KEY,
    xml        text NOT NULL,
    created_at timestamptz NOT NULL
);
