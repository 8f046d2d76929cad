-- What the S/MIME signature of a mail says; null for a mail that was read in before that was looked at. Whose it is stands in the mail's text.
ALTER TABLE mail_readings ADD COLUMN smime varchar;
