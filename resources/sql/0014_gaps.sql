-- Large attachments that were left on the server: letters with gaps, and what came of these since.

CREATE TABLE gaps (
    id INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,            -- the first byte, counted from that of the whole letter
    length INTEGER NOT NULL,
    came INTEGER NOT NULL DEFAULT 0,   -- bytes that are here, from the first one on
    UNIQUE (message, start)
);

CREATE TABLE gap_pieces (
    gap INTEGER NOT NULL REFERENCES gaps(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,            -- the first byte, counted from that of the gap
    piece BLOB NOT NULL,
    packed INTEGER NOT NULL,           -- 1: compressed (zstd)
    PRIMARY KEY (gap, start)
);
