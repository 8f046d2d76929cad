-- That a mail was sent by the program: by whose act, for which organisation, and to whom as a keyed hash. Forgotten after a day or two.
CREATE TABLE mails_sent (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at              timestamptz NOT NULL,
    kind            text NOT NULL,
    sender_id       uuid,
    organisation_id uuid,
    recipient       bytea NOT NULL
);
CREATE INDEX mails_sent_at ON mails_sent (at);
CREATE INDEX mails_sent_organisation ON mails_sent (organisation_id, at);
CREATE INDEX mails_sent_recipient ON mails_sent (recipient, kind, at);

-- Counts one mail, or refuses the transaction: how many went out since a moment by a sender, for an organisation, to a recipient.
-- One transaction at a time for each organisation and each recipient, so that many at once are counted as many.
CREATE FUNCTION count_mail(now timestamptz, since timestamptz, what text, sender uuid, organisation uuid, receiver bytea, by_sender int, by_organisation int, to_recipient int)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    rule text;
BEGIN
    IF organisation IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('mails of ' || organisation, 0));
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('mails to ' || encode(receiver, 'hex'), 0));
    rule := CASE
        WHEN sender IS NOT NULL AND (SELECT count(*) FROM mails_sent m WHERE m.sender_id = sender AND m.at > since) >= by_sender THEN 'mails_by_sender'
        WHEN organisation IS NOT NULL AND (SELECT count(*) FROM mails_sent m WHERE m.organisation_id = organisation AND m.at > since) >= by_organisation THEN 'mails_by_organisation'
        WHEN (SELECT count(*) FROM mails_sent m WHERE m.recipient = receiver AND m.kind = what AND m.at > since) >= to_recipient THEN 'mails_to_recipient'
    END;
    IF rule IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = 'too many mails';
    END IF;
    INSERT INTO mails_sent (at, kind, sender_id, organisation_id, recipient) VALUES (now, what, sender, organisation, receiver);
END $$;
