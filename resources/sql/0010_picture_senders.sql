-- Senders whose pictures from the internet the seller wants to see from now on.

CREATE TABLE picture_senders (
    address TEXT PRIMARY KEY,          -- in lower case
    allowed_at TEXT NOT NULL
) WITHOUT ROWID;
