-- Payments from the activity of a payment service, each joined to the order that it pays or pays
-- back; and the files that came by the watched folder, so that none is imported twice.

CREATE TABLE payments (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    txn_id TEXT NOT NULL,
    reference_txn TEXT NOT NULL,       -- the payment that it pays back, or ""
    order_row INTEGER REFERENCES orders(id) ON DELETE SET NULL,
    document TEXT NOT NULL,
    raw_row TEXT NOT NULL,
    UNIQUE (source, txn_id)
);
CREATE INDEX payments_by_order ON payments (order_row);

CREATE TABLE watched_files (
    digest TEXT PRIMARY KEY,           -- SHA-256 of the content
    name TEXT NOT NULL,
    seen_at TEXT NOT NULL,             -- UTC
    was_imported INTEGER NOT NULL      -- 0 where its columns are not known
) WITHOUT ROWID;
