-- Letters that the seller moves, and letters that left their folder while something hangs on them.

-- away: it was moved out of the lists here. A message that lies in no followed folder has uid = -id.
ALTER TABLE messages ADD COLUMN away INTEGER NOT NULL DEFAULT 0;
CREATE INDEX messages_without_place ON messages (account_id) WHERE uid < 0;
CREATE INDEX messages_away ON messages (id) WHERE away;

-- Every letter of its customer is away.
ALTER TABLE matters ADD COLUMN away INTEGER NOT NULL DEFAULT 0;

-- Conversations whose letters are kept when they leave their folder.
CREATE VIEW kept_conversations AS
SELECT conversation_id FROM matters WHERE case_id IS NOT NULL
UNION
SELECT conversation_id FROM held_replies WHERE state NOT IN ('sent', 'recalled')
UNION
SELECT conversation_id FROM drafts;

-- The folders that a letter can be moved to, as the server names them.
CREATE TABLE server_folders (
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (account_id, name)
) WITHOUT ROWID;

-- From where to where a letter was moved, kept a while so that it can be moved back.
CREATE TABLE moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used again: an undo may still name it
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    message INTEGER REFERENCES messages(id) ON DELETE SET NULL,
    message_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    role TEXT NOT NULL,                -- FolderUse, or "" for the folder named in target
    origin TEXT NOT NULL,              -- where the letter lay when the move was begun
    origin_validity INTEGER NOT NULL DEFAULT 0,
    origin_uid INTEGER NOT NULL DEFAULT 0,
    after INTEGER REFERENCES moves(id) ON DELETE CASCADE,  -- it lies where this move put it
    target TEXT NOT NULL,              -- "" until the server was asked for its folder of that role
    target_validity INTEGER NOT NULL DEFAULT 0,
    first_uid INTEGER NOT NULL DEFAULT 0,                  -- no UID in target below it is ours
    target_uid INTEGER NOT NULL DEFAULT 0,                 -- 0 where the server did not tell
    is_marked_only INTEGER NOT NULL DEFAULT 0,             -- copied, the original is only \Deleted
    moved_at TEXT NOT NULL
);
CREATE INDEX moves_by_message ON moves (message);
CREATE INDEX moves_by_predecessor ON moves (after);

CREATE TABLE new_server_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('add_flag', 'remove_flag', 'file_sent', 'move')),
    message INTEGER REFERENCES messages(id) ON DELETE CASCADE,  -- add_flag, remove_flag, move
    move INTEGER REFERENCES moves(id) ON DELETE CASCADE,        -- move; a flag: of what it moved
    flag TEXT NOT NULL DEFAULT '',
    message_id TEXT NOT NULL DEFAULT '',                        -- file_sent: looked for in Sent first
    raw BLOB,                                                   -- file_sent
    begun INTEGER NOT NULL DEFAULT 0,                           -- the server may have it already
    attempts INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT ''
);
INSERT INTO new_server_changes (id, account_id, kind, message, flag, message_id, raw, attempts, problem)
SELECT id, account_id, kind, message, flag, message_id, raw, attempts, problem FROM server_changes;
DROP TABLE server_changes;
ALTER TABLE new_server_changes RENAME TO server_changes;
CREATE INDEX server_changes_by_message ON server_changes (message);
