-- FTS5 gathers so much in memory before it writes a part of its index. With its own megabyte it
-- writes many small parts in one step of a backlog, and joins them again and again.
INSERT INTO message_search (message_search, rank) VALUES ('hashsize', 8388608);
