-- Who a provider's subject is here: linked by that very person, never by a mail address that somebody says is theirs.
CREATE TABLE provider_accounts (
    provider varchar NOT NULL,
    subject varchar NOT NULL,
    person_id uuid NOT NULL,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (provider, subject),
    CONSTRAINT provider_accounts_one_each UNIQUE (person_id, provider)
);
