-- How far each letter has come: of a large backlog the headers come first, then the letters
-- themselves into the spool, and then they are read, packed and indexed.

ALTER TABLE messages ADD COLUMN stage INTEGER NOT NULL DEFAULT 2;  -- 0 listed, 1 kept, 2 read
ALTER TABLE messages ADD COLUMN size INTEGER NOT NULL DEFAULT 0;   -- bytes on the server
UPDATE messages SET size =
    coalesce((SELECT length(raw) FROM raw_messages WHERE raw_messages.id = messages.id), 0);
CREATE INDEX messages_by_stage ON messages (stage, internal_date DESC) WHERE stage < 2;

ALTER TABLE raw_messages ADD COLUMN packed INTEGER NOT NULL DEFAULT 0;  -- 1: compressed (zstd)

-- Where a letter that is kept lies in the spool.
CREATE TABLE spooled (
    message INTEGER PRIMARY KEY REFERENCES messages(id) ON DELETE CASCADE,
    file INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL
);
CREATE INDEX spooled_by_file ON spooled (file);
