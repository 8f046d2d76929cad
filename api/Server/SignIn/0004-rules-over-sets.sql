-- Whoever accepted an invitation whose role wants a second factor can open its link again until that factor is there.
ALTER TABLE invitations ADD COLUMN accepted_by uuid;
CREATE INDEX invitations_accepted_by ON invitations (accepted_by);

-- What can be taken once is taken in the transaction of what it is taken for: both happen, or neither.
CREATE FUNCTION require_some(taken bigint, rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF taken = 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = 'nothing is left to take';
    END IF;
END $$;

-- Nobody removes the last way to sign in. The caller holds the account's row, so that two removals at once are two decisions.
CREATE FUNCTION require_way_in(person uuid, second_factor boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    ways record;
BEGIN
    SELECT a.password_hash IS NOT NULL AS password, a.totp_secret IS NOT NULL AS totp,
        EXISTS (SELECT FROM passkeys k WHERE k.person_id = person) AS passkey, EXISTS (SELECT FROM provider_accounts p WHERE p.person_id = person) AS provider
        INTO ways FROM accounts a WHERE a.person_id = person;
    IF FOUND AND second_factor AND NOT (ways.totp OR ways.passkey) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'last_second_factor', MESSAGE = 'the role needs a second factor';
    ELSIF FOUND AND NOT (ways.password OR ways.passkey OR ways.provider) THEN
        RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'last_sign_in', MESSAGE = 'there would be no way to sign in';
    END IF;
END $$;
