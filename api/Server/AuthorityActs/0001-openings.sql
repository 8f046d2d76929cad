-- Which person has read which act or communication, at which version: a decision wants that the officer opened the thing as it
-- stands, and the other side of a 訂正 is told until someone there has read it.
CREATE TABLE act_openings (
    thing_id  uuid NOT NULL,
    person_id uuid NOT NULL,
    side      text NOT NULL,
    version   bigint NOT NULL,
    opened_at timestamptz NOT NULL,
    PRIMARY KEY (thing_id, person_id)
);
