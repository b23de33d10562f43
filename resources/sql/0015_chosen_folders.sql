-- Folders that the seller follows besides INBOX and Sent, as the server names them.

CREATE TABLE chosen_folders (
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (account_id, name)
) WITHOUT ROWID;
