-- Payments from the activity of a payment service, each joined to the order that it pays or pays
-- back; the files that came by the watched folder, so that none is imported twice; and what an
-- order is found by, beside it: an index of order_keys by order took a third of their writing.

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

ALTER TABLE orders ADD COLUMN found_by TEXT NOT NULL DEFAULT '[]';  -- JSON: its [kind, value]
UPDATE orders SET found_by = (
    SELECT json_group_array(json_array(kind, value)) FROM order_keys WHERE order_row = orders.id
);
DROP INDEX order_keys_by_order;
