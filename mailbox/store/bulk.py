"""Many rows in one statement: while it runs, Python is free for other threads.

`executemany` takes Python's lock again after each row, and waits for it while another thread
computes, as the one does that reads what is stored next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import Final

_MOST_ROWS: Final = 100  # of 24 columns: SQLite takes 32,766 values in a statement


def insert_rows(
    db: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    """Insert rows in order.

    Args:
        table: it and the columns are our own words, not anybody's text.
    """
    one = f"({', '.join('?' * len(columns))})"
    head = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "  # noqa: S608 - ours
    whole = len(rows) - len(rows) % _MOST_ROWS
    if whole:
        many = head + ", ".join([one] * _MOST_ROWS)
        for start in range(0, whole, _MOST_ROWS):
            db.execute(many, tuple(chain.from_iterable(rows[start : start + _MOST_ROWS])))
    db.executemany(head + one, rows[whole:])
