"""SQL for letters of the seller's to herself that the server has brought back."""

from __future__ import annotations

import sqlite3
from typing import Final

IS_BACK: Final = """
EXISTS (SELECT 1 FROM new_letters AS begun JOIN held_replies AS went USING (conversation_id)
  WHERE begun.conversation_id = {m}.conversation_id AND went.message_id = {m}.message_id
    AND NOT {m}.is_outgoing AND begun.to_address COLLATE NOCASE IN
      (SELECT address FROM accounts UNION ALL SELECT address FROM identities))
"""
"""That the message of the table {m} was begun here, went to one of our addresses, and came in."""


def is_back(db: sqlite3.Connection, message_row: int) -> bool:
    """Tell whether a letter that came in is one of hers to herself."""
    row = db.execute(
        f"SELECT 1 FROM messages WHERE id = ? AND {IS_BACK.format(m='messages')}", (message_row,)
    ).fetchone()
    return row is not None


def count_back(db: sqlite3.Connection) -> int:
    """How many letters to herself have come back."""
    (count,) = db.execute(
        "SELECT count(*) FROM messages WHERE conversation_id IN"
        f" (SELECT conversation_id FROM new_letters) AND {IS_BACK.format(m='messages')}"
    ).fetchone()
    return int(count)
