"""SQL for the searches that the seller keeps."""

from __future__ import annotations

import sqlite3

from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from .saved import SavedSearch, Searches


def load_searches(db: sqlite3.Connection) -> Searches:
    """All of them, in the order of the rail."""
    rows = db.execute("SELECT id, name, typed FROM saved_searches ORDER BY place, id")
    return tuple(SavedSearch(row["id"], row["name"], row["typed"]) for row in rows)


def save_searches(tx: Transaction, searches: Searches) -> None:
    """Keep these in this order, and forget all others."""
    tx.db.execute("DELETE FROM saved_searches")
    tx.db.executemany(
        "INSERT INTO saved_searches (id, place, name, typed) VALUES (?, ?, ?, ?)",
        [(one.id, place, one.name, one.typed) for place, one in enumerate(searches)],
    )
    tx.changed(RecordKind.SAVED_SEARCH)
