-- What the seller said the columns of a kind of file are; known again by its whole header.

CREATE TABLE column_mappings (
    signature TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    document TEXT NOT NULL             -- JSON: header, columns by field, marketplace, day_first
) WITHOUT ROWID;
