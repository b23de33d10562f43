-- What the seller said against the recogniser teaches it: from when her word on a conversation is a
-- lesson, NULL where it is none or was forgotten; and what such lessons moved in a judgement.
ALTER TABLE matters ADD COLUMN taught_at TEXT;
ALTER TABLE judgements ADD COLUMN learnt TEXT NOT NULL DEFAULT '[]';  -- JSON list of Learnt
UPDATE matters SET taught_at = coalesce(last_at, '')
    WHERE corrected_complaint IS NOT NULL OR corrected_kind IS NOT NULL OR corrected_heat IS NOT NULL;
CREATE INDEX matters_by_lesson ON matters (taught_at) WHERE taught_at IS NOT NULL;
