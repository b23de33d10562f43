-- Orders and parcels from the shop's own files. The document is the order's JSON form; the other
-- columns and order_keys are what it is found by.

CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    marketplace TEXT NOT NULL,
    order_id TEXT NOT NULL,
    source TEXT NOT NULL,
    document TEXT NOT NULL,
    raw_rows TEXT NOT NULL,            -- JSON: the rows of the file as they were
    UNIQUE (marketplace, order_id)
);

CREATE TABLE order_keys (
    order_row INTEGER NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                -- number, email, tracking, listing, name_postal
    value TEXT NOT NULL,
    PRIMARY KEY (kind, value, order_row)
) WITHOUT ROWID;
CREATE INDEX order_keys_by_order ON order_keys (order_row);

CREATE TABLE shipments (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    identity TEXT NOT NULL,            -- what makes a parcel the same one in a later file
    order_row INTEGER REFERENCES orders(id) ON DELETE SET NULL,
    document TEXT NOT NULL,
    raw_row TEXT NOT NULL,
    UNIQUE (source, identity)
);
CREATE INDEX shipments_by_order ON shipments (order_row);
