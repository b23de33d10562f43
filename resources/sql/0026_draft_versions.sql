-- Earlier texts of drafts: what was written and then changed for good (replies/compose/versions.py).

CREATE TABLE draft_versions (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    dropped INTEGER NOT NULL           -- words of earlier states that this row took the place of
);
CREATE INDEX draft_versions_of ON draft_versions(conversation_id, id);
