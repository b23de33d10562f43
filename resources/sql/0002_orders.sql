-- Orders and parcels from the shop's own files. The document is the order's JSON form; the other
-- columns and order_keys are what it is found by.

CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    marketplace TEXT NOT NULL,
    order_id TEXT NOT NULL,
    source TEXT NOT NULL,
    ordered_on TEXT NOT NULL,          -- UTC, for "newest first"; "" where no file says
    as_of TEXT NOT NULL,               -- the newest day that its files speak of, or ""
    document TEXT NOT NULL,
    raw_rows TEXT NOT NULL,            -- JSON: {source: the rows of the file as they were}
    UNIQUE (marketplace, order_id)
);
CREATE INDEX orders_by_date ON orders (ordered_on DESC);

CREATE TABLE order_keys (
    order_row INTEGER NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,                -- KeyKind: number, email, tracking, listing, ...
    value TEXT NOT NULL,
    PRIMARY KEY (kind, value, order_row)
) WITHOUT ROWID;
CREATE INDEX order_keys_by_order ON order_keys (order_row);

CREATE TABLE shipments (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    tracking TEXT,                     -- NULL where the label has none
    label TEXT NOT NULL,               -- what tells labels without a number apart
    number_key TEXT NOT NULL,          -- the order number that the seller typed, folded, or ""
    name_postal TEXT NOT NULL,         -- or ""
    email TEXT NOT NULL,               -- or ""
    order_row INTEGER REFERENCES orders(id) ON DELETE SET NULL,
    as_of TEXT NOT NULL,
    document TEXT NOT NULL,
    raw_row TEXT NOT NULL,
    UNIQUE (source, tracking)
);
CREATE INDEX shipments_by_order ON shipments (order_row);
CREATE INDEX shipments_by_label ON shipments (source, label);
CREATE INDEX shipments_waiting_by_number ON shipments (number_key) WHERE order_row IS NULL;
CREATE INDEX shipments_waiting_by_name ON shipments (name_postal) WHERE order_row IS NULL;
CREATE INDEX shipments_waiting_by_tracking ON shipments (tracking) WHERE order_row IS NULL;
