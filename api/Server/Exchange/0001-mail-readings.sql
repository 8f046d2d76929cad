-- What was found when a mail was read in. The mail itself is a file; a signer's key may be gone tomorrow, so the finding stays.
CREATE TABLE mail_readings (
    file_id       uuid PRIMARY KEY,
    contract_id   uuid NOT NULL,
    dkim          varchar NOT NULL,
    domain        varchar,
    aligned       boolean NOT NULL,
    uncovered     varchar[] NOT NULL,
    read_at       timestamptz NOT NULL,
    attachments   uuid[] NOT NULL
);
