"""SQL for letters on which the recogniser has not said a word; light, for every sync asks."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import Final

from ...mailbox.message import StoredMessage
from ...mailbox.store.message_rows import SELECT_MESSAGES, Stage, stored_message, utc_text

OLD_MAIL: Final = timedelta(days=30)  # older letters were settled before Soft Answer came


def next_unjudged(
    db: sqlite3.Connection, since: datetime, until: datetime, most: int
) -> tuple[StoredMessage, ...]:
    """Letters between two moments that are read and were never judged; newest first."""
    rows = db.execute(
        f"{SELECT_MESSAGES} WHERE m.internal_date BETWEEN ? AND ? AND m.stage = ?"
        " AND NOT m.is_outgoing"
        " AND NOT EXISTS (SELECT 1 FROM judgements AS j WHERE j.message = m.id)"
        " ORDER BY m.internal_date DESC LIMIT ?",
        (utc_text(since), utc_text(until), Stage.READ, most),
    )
    return tuple(stored_message(row) for row in rows)


def is_unjudged(db: sqlite3.Connection, since: datetime) -> bool:
    """Whether there are letters for `next_unjudged`."""
    row = db.execute(
        "SELECT 1 FROM messages AS m WHERE m.internal_date > ? AND m.stage = ?"
        " AND NOT m.is_outgoing"
        " AND NOT EXISTS (SELECT 1 FROM judgements AS j WHERE j.message = m.id) LIMIT 1",
        (utc_text(since), Stage.READ),
    ).fetchone()
    return row is not None
