"""SQL for the folders of a server that a letter can be moved to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def note_folders(db: sqlite3.Connection, account_id: int, names: Iterable[str]) -> None:
    """Keep which folders the server has, for the seller to choose from."""
    names = set(names)
    known = set(folder_names(db, account_id))
    db.executemany(
        "DELETE FROM server_folders WHERE account_id = ? AND name = ?",
        ((account_id, name) for name in known - names),
    )
    db.executemany(
        "INSERT INTO server_folders (account_id, name) VALUES (?, ?)",
        ((account_id, name) for name in names - known),
    )


def folder_names(db: sqlite3.Connection, account_id: int) -> tuple[str, ...]:
    """The folders of the server that a letter can be moved to, in the order of their names."""
    rows = db.execute(
        "SELECT name FROM server_folders WHERE account_id = ? ORDER BY name", (account_id,)
    )
    return tuple(row["name"] for row in rows)
