-- What notices of marketplaces and carriers say of orders, kept apart from what files say.

-- 0: only mail knows the order, and the seller has not said that it is right.
ALTER TABLE orders ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 1;
CREATE INDEX orders_from_mail ON orders (source) WHERE source >= 'mail:' AND source < 'mail;';

CREATE TABLE order_notices (
    id INTEGER PRIMARY KEY,
    letter TEXT NOT NULL,              -- the Message-ID, or a digest where there is none
    place INTEGER NOT NULL,            -- among the notices of one letter
    message INTEGER REFERENCES messages(id) ON DELETE SET NULL,
    received_on TEXT NOT NULL,         -- ISO 8601 day
    number_key TEXT NOT NULL,          -- the order number, folded, or ""
    tracking TEXT NOT NULL,            -- that of its first parcel, folded, or ""
    order_row INTEGER REFERENCES orders(id) ON DELETE SET NULL,
    document TEXT NOT NULL,            -- JSON: sender, kind, checked, marketplace, order, parcels
    confirmed_at TEXT,                 -- the seller said that it is right
    UNIQUE (letter, place)
);
CREATE INDEX order_notices_by_message ON order_notices (message);
CREATE INDEX order_notices_by_order ON order_notices (order_row);
CREATE INDEX order_notices_waiting ON order_notices (id) WHERE order_row IS NULL;

-- Letters that have still to be looked at for notices; those of before this update in idle hours.
CREATE TABLE notice_backlog (
    message INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
    is_old INTEGER NOT NULL
);
CREATE INDEX notice_backlog_new ON notice_backlog (message) WHERE NOT is_old;
INSERT INTO notice_backlog (message, is_old)
    SELECT id, 1 FROM messages WHERE NOT is_outgoing AND stage = 2;
