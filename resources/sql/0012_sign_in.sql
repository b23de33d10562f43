-- How an account signs in through its provider: name, client id, addresses, scopes as JSON, and no
-- secret; NULL where it has a password.

ALTER TABLE accounts ADD COLUMN oauth TEXT;
