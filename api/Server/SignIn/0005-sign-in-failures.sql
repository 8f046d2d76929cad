-- Sign-ins that failed, for those who look after an organisation's people: which account (by id), where from, and why. The address
-- of the source may be somebody's: these rows are forgotten after 90 days, and with the person.
CREATE TABLE sign_in_failures (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at               timestamptz NOT NULL,
    person_id        uuid,
    organisation_ids uuid[] NOT NULL,
    address          text,
    code             text NOT NULL
);
CREATE INDEX sign_in_failures_at ON sign_in_failures (at);
CREATE INDEX sign_in_failures_person ON sign_in_failures (person_id);
CREATE INDEX sign_in_failures_organisations ON sign_in_failures USING gin (organisation_ids);
