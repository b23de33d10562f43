"""SQL for the folders that the seller follows besides INBOX and Sent.

In `folders` they have INBOX's role: what lies there has come in.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Final

from .elsewhere import leave_folder
from .folders import Touched
from .writer import Transaction

# Letters of folders that are followed no more; those that the server is to be told of wait for it.
_LEFT: Final = (
    "SELECT m.id, m.conversation_id FROM messages AS m JOIN folders AS f ON f.id = m.folder_id"
    " WHERE f.account_id = ? AND f.role = 'inbox' AND upper(f.name) <> 'INBOX' AND m.uid > 0"
    " AND f.name NOT IN (SELECT name FROM chosen_folders WHERE account_id = f.account_id)"
    " AND m.id NOT IN (SELECT message FROM server_changes WHERE message IS NOT NULL)"
)


def chosen_folders(db: sqlite3.Connection, account_id: int) -> tuple[str, ...]:
    """The folders that are followed besides INBOX and Sent, in the order of their names."""
    rows = db.execute(
        "SELECT name FROM chosen_folders WHERE account_id = ? ORDER BY name", (account_id,)
    )
    return tuple(row["name"] for row in rows)


def choose_folders(tx: Transaction, account_id: int, names: Iterable[str]) -> None:
    """Follow these folders besides INBOX and Sent, and no others."""
    tx.db.execute("DELETE FROM chosen_folders WHERE account_id = ?", (account_id,))
    tx.db.executemany(
        "INSERT INTO chosen_folders (account_id, name) VALUES (?, ?)",
        ((account_id, name) for name in set(names)),
    )


def count_letters(db: sqlite3.Connection, account_id: int, names: Collection[str]) -> int:
    """How many letters of these folders are here."""
    (count,) = db.execute(
        "SELECT count(*) FROM messages AS m JOIN folders AS f ON f.id = m.folder_id"
        " WHERE f.account_id = ? AND m.uid > 0 AND f.name IN (SELECT value FROM json_each(?))",
        (account_id, json.dumps(list(names))),
    ).fetchone()
    return int(count)


def let_go_of_left(tx: Transaction, account_id: int) -> Touched:
    """Let go of the letters of folders that are followed no more; what is needed is kept."""
    rows = tx.db.execute(_LEFT, (account_id,)).fetchall()
    leave_folder(tx, [row["id"] for row in rows])
    return Touched(
        frozenset(row["id"] for row in rows), frozenset(row["conversation_id"] for row in rows)
    )


def forget_left(tx: Transaction, account_id: int) -> Touched:
    """The same, and forget the folders themselves, as soon as the server was told everything.

    Only the account's sync may call it, which stores nothing in them from then on. Letters that
    are kept have no place on the server; here they stand in INBOX.
    """
    touched = let_go_of_left(tx, account_id)
    rows = tx.db.execute(
        "SELECT id FROM folders WHERE account_id = ? AND role = 'inbox' AND upper(name) <> 'INBOX'"
        " AND name NOT IN (SELECT name FROM chosen_folders WHERE account_id = folders.account_id)",
        (account_id,),
    ).fetchall()
    inbox = tx.db.execute(
        "SELECT id FROM folders WHERE account_id = ? AND upper(name) = 'INBOX'", (account_id,)
    ).fetchone()
    for row in rows if inbox is not None else ():
        tx.db.execute(
            "UPDATE messages SET folder_id = ?, uid_validity = 0 WHERE folder_id = ? AND uid < 0",
            (inbox["id"], row["id"]),
        )
        tx.db.execute(
            "DELETE FROM folders WHERE id = ?"
            " AND NOT EXISTS (SELECT 1 FROM messages WHERE folder_id = folders.id)",
            (row["id"],),
        )
    return touched
