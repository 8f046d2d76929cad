-- By which number somebody can be called back who sends letters of a contract by hand. It stands in their letters and nowhere else.
CREATE TABLE sender_telephones (
    person_id  uuid PRIMARY KEY,
    telephone  text NOT NULL,
    changed_at timestamptz NOT NULL
);
