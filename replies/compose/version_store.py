"""SQL for the earlier texts of drafts."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import Final

from ...mailbox.store.writer import Transaction
from .versions import DraftVersion, kept_by, too_many

KEPT_FOR: Final = timedelta(days=90)


def note_change(
    tx: Transaction, conversation_id: int, gone: DraftVersion, next_body: str, now: datetime
) -> None:
    """Keep the text that gives way to the next, where it would be lost."""
    last = _newest(tx.db, conversation_id)
    kept = kept_by(last, gone, next_body)
    if kept is not None:
        _keep(tx, conversation_id, kept, now)


def keep_version(tx: Transaction, conversation_id: int, version: DraftVersion) -> None:
    """Keep a text as it is, unless the newest version is the same."""
    last = _newest(tx.db, conversation_id)
    if version.body.strip() and (last is None or last.body != version.body):
        _keep(tx, conversation_id, version, version.saved_at)


def load_versions(db: sqlite3.Connection, conversation_id: int) -> tuple[DraftVersion, ...]:
    """The earlier texts of a conversation's draft, the oldest first."""
    rows = db.execute(
        "SELECT * FROM draft_versions WHERE conversation_id = ? ORDER BY id", (conversation_id,)
    )
    return tuple(_version(row) for row in rows)


def move_versions(tx: Transaction, absorbed: int, into: int) -> None:
    """Give the versions of one conversation to another."""
    tx.db.execute(
        "UPDATE draft_versions SET conversation_id = ? WHERE conversation_id = ?",
        (into, absorbed),
    )


def _newest(db: sqlite3.Connection, conversation_id: int) -> DraftVersion | None:
    row = db.execute(
        "SELECT * FROM draft_versions WHERE conversation_id = ? ORDER BY id DESC LIMIT 1",
        (conversation_id,),
    ).fetchone()
    return None if row is None else _version(row)


def _keep(tx: Transaction, conversation_id: int, one: DraftVersion, now: datetime) -> None:
    tx.db.execute(
        "INSERT OR REPLACE INTO draft_versions"
        " (id, conversation_id, body, begun_at, saved_at, dropped) VALUES (?, ?, ?, ?, ?, ?)",
        (
            one.id or None,
            conversation_id,
            one.body,
            one.begun_at.isoformat(),
            one.saved_at.isoformat(),
            one.dropped,
        ),
    )
    _thin(tx, conversation_id, now)


def _thin(tx: Transaction, conversation_id: int, now: datetime) -> None:
    tx.db.execute("DELETE FROM draft_versions WHERE saved_at < ?", ((now - KEPT_FOR).isoformat(),))
    going = too_many(load_versions(tx.db, conversation_id))
    tx.db.executemany("DELETE FROM draft_versions WHERE id = ?", [(one.id,) for one in going])


def _version(row: sqlite3.Row) -> DraftVersion:
    return DraftVersion(
        row["body"],
        datetime.fromisoformat(row["begun_at"]),
        datetime.fromisoformat(row["saved_at"]),
        row["dropped"],
        row["id"],
    )
