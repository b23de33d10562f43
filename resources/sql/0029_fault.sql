-- On whose side the seller says a trouble arose (Fault); NULL where she has not said so.
ALTER TABLE matters ADD COLUMN corrected_fault TEXT;
