-- Letters that the seller begins herself: a conversation in which nobody has written yet.

CREATE TABLE new_letters (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
    to_name TEXT NOT NULL,
    to_address TEXT NOT NULL,
    subject TEXT NOT NULL,             -- as it stands; a draft is there only once there is a text
    begun_at TEXT NOT NULL,
    dropped_at TEXT                    -- thrown away; kept for Undo until another one is begun
);
