"""Everything that a store holds, to be compared."""

from __future__ import annotations

import sqlite3


def contents(db: sqlite3.Connection) -> list[str]:
    """Each row of each table, and each token by which orders are found.

    How full-text tables lay their words out depends on the order of writing, so it is left out.
    """
    db.execute("CREATE VIRTUAL TABLE temp.found USING fts5vocab (main, order_tokens, instance)")
    names = [
        name
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith(("order_tokens", "message_search"))
    ]
    lines = [
        f"{name} {tuple(row)}"
        for name in (*names, "temp.found")
        for row in db.execute(f"SELECT * FROM {name}")  # noqa: S608 - a name of the store
    ]
    db.execute("DROP TABLE temp.found")
    return lines
