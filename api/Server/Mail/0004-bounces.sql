-- What a mail server reported of a mail after one had taken it (RFC 3464), and who brought that report in. A mail that is reported to have
-- failed is BOUNCED; of one that is late or was delivered that is noted beside its state.
ALTER TABLE mails
    ADD COLUMN reported text,
    ADD COLUMN reported_at timestamptz,
    ADD COLUMN reported_by uuid,
    ADD CONSTRAINT mails_reported CHECK ((reported IS NULL) = (reported_at IS NULL));
