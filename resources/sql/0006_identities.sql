-- The addresses that an account writes as, and the marketplaces that know each of them.

ALTER TABLE accounts ADD COLUMN marketplaces TEXT NOT NULL DEFAULT '[]';  -- JSON list

CREATE TABLE identities (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    address TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    marketplaces TEXT NOT NULL DEFAULT '[]'  -- JSON list
);

ALTER TABLE drafts ADD COLUMN sender TEXT NOT NULL DEFAULT '';  -- the address in From
