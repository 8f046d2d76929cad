-- Who signed in or could not, what was refused to whom, what was taken out: ids and codes, no personal data, no content.
CREATE TABLE audit_events (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    kind varchar NOT NULL,
    person_id uuid,
    organisation_id uuid,
    role varchar,
    route varchar,
    status integer,
    code varchar
);
CREATE INDEX audit_events_organisation ON audit_events (organisation_id, id);

-- What was noted stays as it was noted.
CREATE FUNCTION audit_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Audit events never change';
END $$;
CREATE TRIGGER audit_events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION audit_events_stay();
