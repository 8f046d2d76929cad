-- Whose stream it is. Marten keeps to itself what its own tables hold, so this stands beside them.
CREATE TABLE stream_scopes (
    id              uuid PRIMARY KEY,
    noun            varchar NOT NULL,
    contract_id     uuid,
    organisation_id uuid
);
CREATE INDEX stream_scopes_contract_id ON stream_scopes (contract_id) WHERE contract_id IS NOT NULL;
CREATE INDEX stream_scopes_organisation_id ON stream_scopes (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX stream_scopes_noun ON stream_scopes (noun);

-- By which fold, and into which columns, the snapshots of a noun were written.
CREATE TABLE noun_folds (noun varchar PRIMARY KEY, fingerprint varchar NOT NULL);

-- Lets a transaction conflict where a thing is not at the version that was seen.
CREATE FUNCTION require_version(thing uuid, actual bigint, wanted bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF actual IS DISTINCT FROM wanted THEN
        RAISE EXCEPTION USING ERRCODE = 'ST001', MESSAGE = thing || ' is at version ' || coalesce(actual, 0) || ' and not at ' || wanted;
    END IF;
END $$;
