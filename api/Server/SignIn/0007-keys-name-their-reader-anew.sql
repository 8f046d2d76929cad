-- A key of Data Protection names the class that decrypts it, by its full name; the class has moved.
UPDATE protection_keys SET xml = replace(xml, 'SecurityTracker.Server.Access.SignIn.KeyDecryption', 'SecurityTracker.Server.SignIn.KeyDecryption')
WHERE xml LIKE '%SecurityTracker.Server.Access.SignIn.KeyDecryption%';
