-- As before; but the snapshots of today keep the state under "value".
CREATE OR REPLACE FUNCTION require_roles_kept(organisation uuid, wanted text[], since date, rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('roles of ' || organisation, 0));
    IF NOT coalesce((
        SELECT range_agg(daterange((m ->> 'from')::date, (m ->> 'on')::date)) @> daterange(since, NULL)
        FROM mt_doc_person d, jsonb_array_elements(d.data #> '{value,memberships}') m
        WHERE d.organisation_ids @> ARRAY[organisation] AND (m ->> 'organisationId')::uuid = organisation AND m ->> 'role' = ANY (wanted)), false)
    THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = 'nobody would look after the organisation';
    END IF;
END $$;
