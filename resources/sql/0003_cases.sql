-- What letters were taken for, what the seller made of it, and the cases that follow.

-- The recogniser's word on one letter.
CREATE TABLE judgements (
    message INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    complaint INTEGER NOT NULL,
    kind TEXT NOT NULL,
    heat INTEGER NOT NULL,
    order_refs TEXT NOT NULL,          -- JSON list
    confidence REAL NOT NULL,
    reasons TEXT NOT NULL,             -- JSON: [[start, end, text, why], ...]
    issues TEXT NOT NULL,              -- JSON list of kinds
    automatic INTEGER NOT NULL,
    masked TEXT NOT NULL               -- JSON: [[start, end], ...], covered until asked for
);

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    customer_address TEXT NOT NULL COLLATE NOCASE,
    customer_name TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    reply_due TEXT,
    kind TEXT NOT NULL,
    heat INTEGER NOT NULL
);
CREATE INDEX cases_by_customer ON cases (customer_address);

CREATE TABLE case_events (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases(id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    what TEXT NOT NULL                 -- "opened", "state:waiting", "corrected:heat=3", ...
);

-- What the program and the seller know of a conversation, beside its messages.
CREATE TABLE matters (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations(id) ON DELETE CASCADE,
    case_id INTEGER REFERENCES cases(id) ON DELETE SET NULL,
    order_row INTEGER REFERENCES orders(id) ON DELETE SET NULL,
    order_score REAL NOT NULL DEFAULT 0,
    order_by_seller INTEGER NOT NULL DEFAULT 0,
    corrected_complaint INTEGER,
    corrected_kind TEXT,
    corrected_heat INTEGER,
    answered_at TEXT,                  -- answered, or settled without an answer, up to here
    waiting_since TEXT,                -- date of the oldest letter that has no answer, or NULL
    last_incoming INTEGER REFERENCES messages(id) ON DELETE SET NULL,
    last_at TEXT NOT NULL              -- internal date of the newest message
);
CREATE INDEX matters_by_case ON matters (case_id);
CREATE INDEX matters_waiting ON matters (waiting_since) WHERE waiting_since IS NOT NULL;
CREATE INDEX matters_by_last ON matters (last_at DESC);
