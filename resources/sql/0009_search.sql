-- What a search by fields goes by: what a conversation counts as, corrections included.

ALTER TABLE matters ADD COLUMN complaint INTEGER NOT NULL DEFAULT 0;
ALTER TABLE matters ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';
ALTER TABLE matters ADD COLUMN heat INTEGER NOT NULL DEFAULT 0;
CREATE INDEX matters_by_kind ON matters (kind, complaint);
CREATE INDEX matters_by_heat ON matters (heat) WHERE heat > 0;
CREATE INDEX matters_complaints ON matters (conversation_id) WHERE complaint;
CREATE INDEX matters_by_order ON matters (order_row) WHERE order_row IS NOT NULL;

CREATE INDEX messages_unread ON messages (internal_date DESC) WHERE NOT seen AND NOT is_outgoing;
CREATE INDEX messages_starred ON messages (internal_date DESC) WHERE flagged;
