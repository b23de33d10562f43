-- What replies that went out have promised.

CREATE TABLE promises (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    message_id TEXT NOT NULL,          -- of the reply that made it
    sentence TEXT NOT NULL,
    due TEXT,                          -- the day, ISO 8601, NULL where none is named
    made_at TEXT NOT NULL,
    kept_at TEXT,
    UNIQUE (message_id, sentence)
);
CREATE INDEX promises_by_conversation ON promises (conversation_id);
CREATE INDEX promises_due ON promises (due) WHERE kept_at IS NULL;
