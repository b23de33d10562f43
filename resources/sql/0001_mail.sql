-- Accounts, folders, messages, and what is still to be told to the servers.
-- Times are UTC, ISO 8601 text with "+00:00"; booleans are 0 or 1.

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    username TEXT NOT NULL,
    imap_host TEXT NOT NULL,
    imap_port INTEGER NOT NULL,
    imap_security TEXT NOT NULL,
    smtp_host TEXT NOT NULL,
    smtp_port INTEGER NOT NULL,
    smtp_security TEXT NOT NULL,
    files_sent_itself INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('inbox', 'sent')),
    uid_validity INTEGER NOT NULL,
    highest_modseq INTEGER NOT NULL DEFAULT 0,
    looked_at TEXT,
    UNIQUE (account_id, name)
);

CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE
);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    folder_id INTEGER NOT NULL REFERENCES folders(id) ON DELETE CASCADE,
    uid_validity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL REFERENCES conversations(id),
    is_outgoing INTEGER NOT NULL,
    message_id TEXT NOT NULL,          -- the Message-ID field, "" where there is none
    in_reply_to TEXT NOT NULL,         -- message ids, blank-separated
    reference_ids TEXT NOT NULL,       -- message ids, blank-separated
    sender_name TEXT NOT NULL,
    sender_address TEXT NOT NULL COLLATE NOCASE,
    reply_to TEXT NOT NULL,            -- JSON: [[name, addr-spec], ...]
    recipients TEXT NOT NULL,          -- JSON: {"to": [[name, addr-spec], ...], "cc": [...]}
    subject TEXT NOT NULL,
    date TEXT,                         -- the Date field
    internal_date TEXT NOT NULL,
    text TEXT NOT NULL,
    attachments TEXT NOT NULL,         -- JSON: [[filename, content type, size], ...]
    automatic TEXT NOT NULL,
    defects TEXT NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,
    flagged INTEGER NOT NULL DEFAULT 0,
    answered INTEGER NOT NULL DEFAULT 0,
    other_flags TEXT NOT NULL DEFAULT '',
    UNIQUE (folder_id, uid_validity, uid)
);
CREATE INDEX messages_by_conversation ON messages (conversation_id, internal_date);
CREATE INDEX messages_by_message_id ON messages (message_id);
CREATE INDEX messages_by_date ON messages (internal_date DESC);
CREATE INDEX messages_by_sender ON messages (sender_address, internal_date);

CREATE TABLE raw_messages (
    id INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
    raw BLOB NOT NULL
);

-- Every message id that a conversation has named, stored or only referred to.
CREATE TABLE conversation_ids (
    account_id INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    PRIMARY KEY (account_id, message_id)
) WITHOUT ROWID;
CREATE INDEX conversation_ids_by_conversation ON conversation_ids (conversation_id);

CREATE VIRTUAL TABLE message_search USING fts5(
    subject, sender, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

-- What was decided here and has still to reach the IMAP server, in order.
CREATE TABLE server_changes (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('add_flag', 'remove_flag', 'file_sent')),
    message INTEGER REFERENCES messages(id) ON DELETE CASCADE,  -- add_flag, remove_flag
    flag TEXT NOT NULL DEFAULT '',
    message_id TEXT NOT NULL DEFAULT '',                        -- file_sent: looked for in Sent first
    raw BLOB,                                                   -- file_sent
    attempts INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT ''
);
