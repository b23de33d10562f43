-- The files that go with a draft, and how large a letter each account's server takes.
--
-- The contents lie beside the database in the folder "enclosures", named by their SHA-256; those
-- of a held reply stand in its draft, which is JSON.

ALTER TABLE drafts ADD COLUMN enclosures TEXT NOT NULL DEFAULT '[]';  -- JSON list of Enclosure

-- What the server said in answer to EHLO (RFC 1870), when a letter was last sent through it.
CREATE TABLE size_limits (
    account_id INTEGER PRIMARY KEY REFERENCES accounts(id) ON DELETE CASCADE,
    host TEXT NOT NULL,
    bytes INTEGER NOT NULL
);
