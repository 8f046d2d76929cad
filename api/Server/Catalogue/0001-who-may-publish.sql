-- That an organisation began a draft edition, or published or corrected an edition: counted for a day, then forgotten.
CREATE TABLE edition_acts (
    organisation_id uuid NOT NULL,
    kind            text NOT NULL,
    at              timestamptz NOT NULL
);
CREATE INDEX edition_acts_organisation ON edition_acts (organisation_id, kind, at);

-- Counts one act of an organisation, or refuses the transaction. One transaction at a time for each organisation, so that many at
-- once are counted as many; what is too old to count goes with the next act.
CREATE FUNCTION count_edition_act(organisation uuid, what text, now timestamptz, since timestamptz, most int, rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('editions of ' || organisation, 0));
    DELETE FROM edition_acts a WHERE a.organisation_id = organisation AND a.at <= since;
    IF (SELECT count(*) FROM edition_acts a WHERE a.organisation_id = organisation AND a.kind = what) >= most THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = 'too many acts on editions';
    END IF;
    INSERT INTO edition_acts (organisation_id, kind, at) VALUES (organisation, what, now);
END $$;

-- Refuses the transaction that puts a contract of a firm on an edition that is not for it. Who withdraws the edition at the same moment
-- waits for this transaction, or this one sees it withdrawn.
CREATE FUNCTION require_edition_for(edition uuid, firm uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    found record;
    rule  text;
BEGIN
    SELECT e.standing, e.firm_id INTO found FROM mt_doc_edition e WHERE e.id = edition FOR SHARE;
    rule := CASE
        WHEN found.standing = 'WITHDRAWN' THEN 'edition_no_longer_chosen'
        WHEN found.standing = 'OWN' AND found.firm_id IS DISTINCT FROM firm THEN 'edition_of_another_firm'
    END;
    IF rule IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = 'the edition is not for this contract';
    END IF;
END $$;
