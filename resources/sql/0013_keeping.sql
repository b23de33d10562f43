-- What the letters of a seller have in common, with which they are compressed (zstd); the id is
-- the one that stands in each compressed letter.
CREATE TABLE dictionaries (
    id INTEGER PRIMARY KEY,
    content BLOB NOT NULL
);

-- Parts of the index are joined when sixteen are of one size, not four: a first sync is spared a
-- third of its indexing, and a search reads the same few pages.
INSERT INTO message_search (message_search, rank) VALUES ('automerge', 16);

-- What a look at a folder compares with the server, without reading any letter.
CREATE INDEX messages_flags ON messages (folder_id, uid, seen, flagged, answered, other_flags);
