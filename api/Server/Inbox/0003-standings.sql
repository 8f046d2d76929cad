-- Where each contract stands, kept together with what is to be done about it: how its reported items are recorded, each item with what the
-- last report that was handed in said of it and what was said of that, and since when the ministry has something to do. No day of reading is
-- in it.
CREATE TABLE contract_standings (
    contract_id     uuid PRIMARY KEY,
    implemented     int NOT NULL,
    not_implemented int NOT NULL,
    not_applicable  int NOT NULL,
    unrecorded      int NOT NULL,
    reason_missing  int NOT NULL,
    look_wanted     int NOT NULL,
    cells           jsonb NOT NULL,
    officer_since   timestamptz
);

INSERT INTO inbox_stale (contract_id) SELECT DISTINCT contract_id FROM stream_scopes WHERE contract_id IS NOT NULL;
