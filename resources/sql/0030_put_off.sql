-- Until when a conversation is put off, and which letter was its newest then: another one ends it.
ALTER TABLE matters ADD COLUMN put_off_until TEXT;
ALTER TABLE matters ADD COLUMN put_off_letter INTEGER;
CREATE INDEX matters_put_off ON matters (put_off_until) WHERE put_off_until IS NOT NULL;
