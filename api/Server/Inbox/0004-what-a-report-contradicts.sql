-- Of a report that waits for the ministry's look: how many rows contradict what else is known of the contract, and of how many a record is
-- missing. Null of anything else.
ALTER TABLE inbox_items ADD COLUMN contradicting int, ADD COLUMN unrecorded int;

INSERT INTO inbox_stale (contract_id) SELECT DISTINCT contract_id FROM stream_scopes WHERE contract_id IS NOT NULL;
