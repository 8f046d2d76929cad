-- Personal data stands here and nowhere in the events, which hold the random id of a row (design: Personal data).
CREATE TABLE personal_values (
    id         uuid PRIMARY KEY,
    subject_id uuid NOT NULL,
    field      text NOT NULL,
    value      text NOT NULL,
    kept_at    timestamptz NOT NULL
);
CREATE INDEX personal_values_subject ON personal_values (subject_id);
