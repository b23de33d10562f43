"""SQL for conversations of which only headers are here: they stand in the inbox at once."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Final

from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from .store import refresh
from .unjudged_store import OLD_MAIL

# What `refresh` would say of letters that are too old to be owed an answer, for many at once.
_SETTLED: Final = """
WITH touched AS (SELECT value AS conversation_id FROM json_each(?)),
newest AS (
    SELECT m.conversation_id, m.id, max((m.automatic = '') || m.internal_date)
    FROM touched JOIN messages AS m USING (conversation_id)
    WHERE NOT m.is_outgoing AND m.sender_address NOT IN (SELECT address FROM accounts)
    GROUP BY m.conversation_id
)
INSERT INTO matters (conversation_id, last_incoming, last_at)
SELECT conversation_id, id, (
    SELECT max(internal_date) FROM messages AS m
    WHERE m.conversation_id = newest.conversation_id)
FROM newest WHERE TRUE
ON CONFLICT (conversation_id) DO UPDATE
SET last_incoming = excluded.last_incoming, last_at = excluded.last_at
"""


def place_listed(tx: Transaction, message_rows: Collection[int], now: datetime) -> None:
    """Give the conversations of listed letters their place in the inbox."""
    rows = tx.db.execute(
        "SELECT m.conversation_id, matters.waiting_since IS NOT NULL"
        "   OR matters.case_id IS NOT NULL OR max(m.internal_date) > ? AS is_open"
        " FROM messages AS m LEFT JOIN matters USING (conversation_id)"
        " WHERE m.id IN (SELECT value FROM json_each(?)) GROUP BY m.conversation_id",
        ((now - OLD_MAIL).isoformat(), json.dumps(list(message_rows))),
    ).fetchall()
    settled = [row["conversation_id"] for row in rows if not row["is_open"]]
    tx.db.execute(_SETTLED, (json.dumps(settled),))
    for row in rows:
        if row["is_open"]:
            refresh(tx, row["conversation_id"], now)
    tx.changed(RecordKind.MESSAGE, message_rows)
    tx.changed(RecordKind.CONVERSATION, [row["conversation_id"] for row in rows])
