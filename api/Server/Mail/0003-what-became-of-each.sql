-- What became of each mail, for who must show it: what it was (its kind and the version of its words), whose it is as far as it is a
-- person's here, and by whose act and for whom it went. A mail that is written at the moment it is sent waits without content.
ALTER TABLE mails
    ADD COLUMN kind text,
    ADD COLUMN version int,
    ADD COLUMN person_id uuid,
    ADD COLUMN sender_id uuid,
    ADD COLUMN organisation_id uuid,
    DROP CONSTRAINT mails_content,
    ADD CONSTRAINT mails_content CHECK ((content IS NULL OR state IN ('QUEUED', 'SENDING')) AND (ended_at IS NULL) = (state IN ('QUEUED', 'SENDING')));
UPDATE mails SET kind = CASE split_part(key, '/', 1) WHEN 'invitation' THEN 'INVITATION' WHEN 'password-reset' THEN 'PASSWORD_RESET' ELSE 'SIGN_IN_RESET' END, version = 1;
ALTER TABLE mails ALTER COLUMN kind SET NOT NULL, ALTER COLUMN version SET NOT NULL;
CREATE INDEX mails_of_person ON mails (person_id, kind, queued_at) WHERE person_id IS NOT NULL;
CREATE INDEX mails_of_organisation ON mails (organisation_id, id);
