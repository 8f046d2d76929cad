-- Marten's tables, so that the data can move to it, with columns of ours beside them.
CREATE SEQUENCE mt_events_sequence;

CREATE TABLE mt_streams (
    id              uuid PRIMARY KEY,
    type            varchar,
    version         bigint NOT NULL,
    timestamp       timestamptz NOT NULL DEFAULT now(),
    created         timestamptz NOT NULL DEFAULT now(),
    tenant_id       varchar NOT NULL DEFAULT '*DEFAULT*',
    is_archived     boolean NOT NULL DEFAULT false,
    contract_id     uuid,
    organisation_id uuid
);
CREATE INDEX mt_streams_contract_id ON mt_streams (contract_id) WHERE contract_id IS NOT NULL;
CREATE INDEX mt_streams_organisation_id ON mt_streams (organisation_id) WHERE organisation_id IS NOT NULL;

CREATE TABLE mt_events (
    seq_id         bigint PRIMARY KEY,
    id             uuid NOT NULL,
    stream_id      uuid NOT NULL REFERENCES mt_streams ON DELETE CASCADE,
    version        bigint NOT NULL,
    data           jsonb NOT NULL,
    bdata          bytea,
    type           varchar(500) NOT NULL,
    timestamp      timestamptz NOT NULL,
    tenant_id      varchar NOT NULL DEFAULT '*DEFAULT*',
    mt_dotnet_type varchar,
    is_archived    boolean NOT NULL DEFAULT false,
    correlation_id varchar,
    causation_id   varchar,
    headers        jsonb,
    user_name      varchar,
    hash           bytea,
    transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT mt_events_stream_and_version UNIQUE (stream_id, version)
);
-- The daemon reads in the order of commit-safe transactions: a cursor on the sequence alone would skip late commits.
CREATE INDEX mt_events_transaction ON mt_events (transaction_id, seq_id);

CREATE TABLE mt_event_progression (
    name                varchar PRIMARY KEY,
    last_seq_id         bigint NOT NULL DEFAULT 0,
    last_updated        timestamptz NOT NULL DEFAULT now(),
    last_transaction_id xid8 NOT NULL DEFAULT '0',
    caught_up           boolean NOT NULL DEFAULT false
);

-- Appends to one stream, in one round trip: checks the version, takes the sequences, writes stream and events.
-- SQLSTATE ST001: the stream is not at the version expected; HINT is its id and the version it is at.
CREATE FUNCTION mt_append(
    stream uuid, stream_type varchar, expected bigint, contract uuid, organisation uuid,
    event_ids uuid[], event_types varchar[], event_data jsonb[], event_hashes bytea[],
    event_headers jsonb, recorded_at timestamptz, correlation varchar, causation varchar, who varchar)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    last_sequence bigint;
BEGIN
    IF expected = 0 THEN
        INSERT INTO mt_streams (id, type, version, timestamp, created, contract_id, organisation_id)
        VALUES (stream, stream_type, cardinality(event_ids), recorded_at, recorded_at, contract, organisation)
        ON CONFLICT (id) DO NOTHING;
    ELSE
        UPDATE mt_streams SET version = expected + cardinality(event_ids), timestamp = recorded_at
        WHERE id = stream AND version = expected;
    END IF;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'ST001', MESSAGE = 'the stream is not at the expected version',
            HINT = stream || ' ' || coalesce((SELECT version FROM mt_streams WHERE id = stream), 0);
    END IF;
    FOR i IN 1 .. cardinality(event_ids) LOOP
        INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp, correlation_id, causation_id, headers, user_name, hash)
        VALUES (nextval('mt_events_sequence'), event_ids[i], stream, expected + i, event_data[i], event_types[i],
                recorded_at, correlation, causation, event_headers, who, event_hashes[i])
        RETURNING seq_id INTO last_sequence;
    END LOOP;
    RETURN last_sequence;
END $$;

-- Raises ST001 unless a document, just written in the same transaction, has the version that follows the one expected.
CREATE FUNCTION mt_require_version(document uuid, actual bigint, wanted bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF actual IS DISTINCT FROM wanted THEN
        RAISE EXCEPTION USING ERRCODE = 'ST001', MESSAGE = 'the document is not at the expected version',
            HINT = document || ' ' || coalesce(actual, 1) - 1;
    END IF;
END $$;
