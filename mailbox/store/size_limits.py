"""SQL for the size of a letter that each account's mail server takes (RFC 1870)."""

from __future__ import annotations

import sqlite3

from .writer import Transaction


def note_size_limit(tx: Transaction, account_id: int, host: str, size: int) -> None:
    """Keep what a server said; written only where it is news."""
    tx.db.execute(
        "INSERT INTO size_limits (account_id, host, bytes) VALUES (?, ?, ?)"
        " ON CONFLICT (account_id) DO UPDATE SET host = excluded.host, bytes = excluded.bytes"
        " WHERE host <> excluded.host OR bytes <> excluded.bytes",
        (account_id, host, size),
    )


def size_limit(db: sqlite3.Connection, account_id: int, host: str) -> int | None:
    """The most bytes of a letter that the server takes, None where it has not said so."""
    row = db.execute(
        "SELECT bytes FROM size_limits WHERE account_id = ? AND host = ?", (account_id, host)
    ).fetchone()
    return None if row is None else int(row["bytes"])
