-- What paused a reply, in words; and what tells a database that was put back from an older copy.

ALTER TABLE held_replies ADD COLUMN pause_note TEXT NOT NULL DEFAULT '';  -- a stored Sentence
ALTER TABLE held_replies ADD COLUMN approved_steady_ns INTEGER;
ALTER TABLE held_replies ADD COLUMN was_answered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE held_replies ADD COLUMN promises_read INTEGER NOT NULL DEFAULT 0;
ALTER TABLE steady_clock ADD COLUMN wall_by_boot TEXT;
ALTER TABLE outbox_flags ADD COLUMN journal_number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox_flags ADD COLUMN home TEXT NOT NULL DEFAULT '';  -- the file it was written in
