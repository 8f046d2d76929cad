-- How often somebody wants to be written to, and in which language. No row: the 既定値.
CREATE TABLE reminder_wishes (
    person_id  uuid PRIMARY KEY,
    rhythm     text,
    language   text NOT NULL,
    changed_at timestamptz NOT NULL
);

-- What somebody does not want to be reminded of before a day, and why. It stays in the list of what is to be done.
CREATE TABLE reminder_snoozes (
    person_id   uuid NOT NULL,
    contract_id uuid NOT NULL,
    type        text NOT NULL,
    thing_id    uuid NOT NULL,
    key         text NOT NULL,
    until       date NOT NULL,
    reason      text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (person_id, type, thing_id, key, contract_id)
);
