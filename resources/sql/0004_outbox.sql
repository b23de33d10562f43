-- Held replies, the steady clock that times them, and the hold policy with its history.

-- One row: the time that has surely passed for this profile (PRODUCT D6).
CREATE TABLE steady_clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    boot_id TEXT NOT NULL,
    boottime_ns INTEGER NOT NULL,
    wall TEXT NOT NULL,
    steady_ns INTEGER NOT NULL
);

CREATE TABLE hold_policies (
    id INTEGER PRIMARY KEY,
    set_steady_ns INTEGER NOT NULL,
    set_at TEXT NOT NULL,
    policy TEXT NOT NULL               -- JSON of HoldPolicy
);

CREATE TABLE drafts (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    subject TEXT NOT NULL,
    dismissals TEXT NOT NULL,          -- JSON: {rule: reason}
    saved_at TEXT NOT NULL
);

CREATE TABLE held_replies (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts(id),
    conversation_id INTEGER NOT NULL REFERENCES conversations(id),
    reply_to_message INTEGER REFERENCES messages(id) ON DELETE SET NULL,
    draft TEXT NOT NULL,               -- JSON of Draft
    first_draft TEXT NOT NULL,         -- the suggestion or first text, for the gate
    dismissals TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,   -- fixed when the hold starts (D7)
    state TEXT NOT NULL,
    heat INTEGER,                      -- NULL for ordinary mail
    held_at TEXT NOT NULL,
    send_after TEXT NOT NULL,
    held_steady_ns INTEGER NOT NULL,
    release_steady_ns INTEGER NOT NULL,
    plan TEXT NOT NULL,                -- JSON of HoldPlan
    approved_at TEXT,
    raw BLOB,                          -- the approved bytes
    sha256 TEXT,
    dotted_at TEXT,
    sent_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    retry_steady_ns INTEGER,
    problem TEXT NOT NULL DEFAULT '',
    paused_by TEXT NOT NULL DEFAULT '' -- "newer_mail", "answered_elsewhere", "restored"
);
CREATE INDEX held_replies_by_state ON held_replies (state, release_steady_ns);
CREATE INDEX held_replies_by_conversation ON held_replies (conversation_id);

CREATE TABLE outbox_flags (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    stopped INTEGER NOT NULL DEFAULT 0 -- "Stop all outgoing"
);
INSERT INTO outbox_flags (id) VALUES (1);
