-- What is to be done, a row for each thing and party, kept from the record contract by contract. No day of reading is in it: whether a row
-- is shown and whether its day has passed is asked when it is read. Each row has the boundary of its contract, so that a list is one index.
CREATE TABLE inbox_items (
    contract_id                uuid NOT NULL,
    side                       text NOT NULL,
    type                       text NOT NULL,
    noun                       text NOT NULL,
    thing_id                   uuid NOT NULL,
    -- Tells apart what one thing asks more than once.
    key                        text NOT NULL DEFAULT '',
    -- Of a subcontractor alone; of these people alone; of everybody but this one.
    organisation_id            uuid,
    person_ids                 uuid[],
    not_for                    uuid,
    kind                       text,
    subject                    text,
    wording                    text,
    title                      text,
    state                      text,
    since                      timestamptz NOT NULL,
    starts_on                  date,
    due_on                     date,
    due_is                     text,
    shown_from                 date,
    shown_until                date,
    urgent                     boolean NOT NULL,
    version                    bigint NOT NULL,
    told                       bigint,
    -- Whether the other side sees that it waits (相手待ち).
    awaited                    boolean NOT NULL,
    contractor_organisation_id uuid,
    joint_member_ids           uuid[],
    office_organisation_id     uuid,
    section_id                 uuid,
    section_name               text,
    officer_person_ids         uuid[],
    PRIMARY KEY (contract_id, side, type, thing_id, key)
);
CREATE INDEX inbox_items_of_contractor ON inbox_items (contractor_organisation_id, side);
CREATE INDEX inbox_items_of_members ON inbox_items USING gin (joint_member_ids) WHERE joint_member_ids <> '{}';
CREATE INDEX inbox_items_of_office ON inbox_items (office_organisation_id, section_id, side);
CREATE INDEX inbox_items_of_subcontractor ON inbox_items (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX inbox_items_of_thing ON inbox_items (thing_id);

-- Contracts of which something was recorded since their rows were kept: a line for each time, so that nobody waits for anybody.
CREATE TABLE inbox_stale (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, contract_id uuid NOT NULL);
CREATE INDEX inbox_stale_of_contract ON inbox_stale (contract_id);

-- Every event of a contract makes it stale, whoever writes it. The events of a new stream come before its scope.
CREATE FUNCTION inbox_stale_by_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_stale (contract_id) SELECT s.contract_id FROM stream_scopes s WHERE s.id = NEW.stream_id AND s.contract_id IS NOT NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER inbox_stale_by_event AFTER INSERT ON mt_events FOR EACH ROW EXECUTE FUNCTION inbox_stale_by_event();

CREATE FUNCTION inbox_stale_by_stream() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_stale (contract_id) VALUES (NEW.contract_id);
    RETURN NULL;
END $$;
CREATE TRIGGER inbox_stale_by_stream AFTER INSERT ON stream_scopes FOR EACH ROW WHEN (NEW.contract_id IS NOT NULL) EXECUTE FUNCTION inbox_stale_by_stream();

-- Who joins, leaves or changes places: of the contracts of their section, and of those where they look after an item.
CREATE FUNCTION inbox_stale_by_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO inbox_stale (contract_id)
    SELECT c.id FROM mt_doc_contract c WHERE c.section_id = ANY (NEW.section_ids) OR TG_OP = 'UPDATE' AND c.section_id = ANY (OLD.section_ids)
    UNION
    SELECT o.contract_id FROM mt_doc_obligation o WHERE o.assignee_ids @> ARRAY[NEW.id];
    RETURN NULL;
END $$;
CREATE TRIGGER inbox_stale_by_new_person AFTER INSERT ON mt_doc_person FOR EACH ROW EXECUTE FUNCTION inbox_stale_by_person();
CREATE TRIGGER inbox_stale_by_person AFTER UPDATE ON mt_doc_person FOR EACH ROW
    WHEN (OLD.data #> '{value,memberships}' IS DISTINCT FROM NEW.data #> '{value,memberships}') EXECUTE FUNCTION inbox_stale_by_person();

INSERT INTO inbox_stale (contract_id) SELECT DISTINCT contract_id FROM stream_scopes WHERE contract_id IS NOT NULL;

-- By which rules the rows were kept.
CREATE TABLE inbox_rules (one boolean PRIMARY KEY CHECK (one), rules text NOT NULL);
