-- Which notice of 要対応一覧 somebody of a side said to be done (対応済み), as of which version of the thing, and who took that back.
-- Rows are kept: they are the history. Reading alone is act_openings' matter and takes nothing out of the list.
CREATE TABLE notices_done (
    thing_id        uuid NOT NULL,
    type            text NOT NULL,
    side            text NOT NULL,
    -- For whose list; null for what was read before organisations had lists of their own.
    organisation_id uuid,
    version         bigint NOT NULL,
    person_id       uuid NOT NULL,
    done_at         timestamptz NOT NULL,
    undone_by       uuid,
    undone_at       timestamptz
);
CREATE INDEX notices_done_of_thing ON notices_done (thing_id) WHERE undone_at IS NULL;

-- To open a notice was to be done with it until now: what has left the lists does not come back.
INSERT INTO notices_done (thing_id, type, side, version, person_id, done_at)
SELECT o.thing_id, t.type, o.side, o.version, o.person_id, o.opened_at
FROM act_openings o CROSS JOIN (VALUES ('COMMUNICATION'), ('CORRECTION'), ('DECISION'), ('OBJECTION')) AS t (type);
