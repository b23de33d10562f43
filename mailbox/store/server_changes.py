"""SQL for what was decided here and has still to reach the IMAP server."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from enum import Enum

from ..message import MessageKey


class ServerChangeKind(Enum):
    """What the server is to do."""

    ADD_FLAG = "add_flag"
    REMOVE_FLAG = "remove_flag"
    FILE_SENT = "file_sent"


@dataclass(frozen=True, slots=True)
class ServerChange:
    """One thing that the server is still to be told.

    Attributes:
        key: where the message lies whose flag is changed; None for FILE_SENT.
        message_id: the Message-ID of the letter to file; "" for flags.
        raw: the letter to file; empty for flags.
        attempts: how often it failed.
        problem: why it failed the last time, "" before that.
    """

    id: int
    kind: ServerChangeKind
    key: MessageKey | None
    flag: str
    message_id: str
    raw: bytes = field(repr=False)
    attempts: int
    problem: str


def pending_changes(db: sqlite3.Connection, account_id: int) -> tuple[ServerChange, ...]:
    """What the server of an account is still to be told, in order."""
    rows = db.execute(
        "SELECT c.*, m.uid, m.uid_validity, f.name AS folder FROM server_changes AS c"
        " LEFT JOIN messages AS m ON m.id = c.message"
        " LEFT JOIN folders AS f ON f.id = m.folder_id"
        " WHERE c.account_id = ? ORDER BY c.id LIMIT 500",
        (account_id,),
    )
    return tuple(_change(row) for row in rows)


def settle_change(db: sqlite3.Connection, change_id: int) -> None:
    """Forget a change: the server has it."""
    db.execute("DELETE FROM server_changes WHERE id = ?", (change_id,))


def fail_change(db: sqlite3.Connection, change_id: int, problem: str) -> None:
    """Note why the server did not take a change; it is tried again later."""
    db.execute(
        "UPDATE server_changes SET attempts = attempts + 1, problem = ? WHERE id = ?",
        (problem, change_id),
    )


def _change(row: sqlite3.Row) -> ServerChange:
    return ServerChange(
        id=row["id"],
        kind=ServerChangeKind(row["kind"]),
        key=None
        if row["folder"] is None
        else MessageKey(row["folder"], row["uid_validity"], row["uid"]),
        flag=row["flag"],
        message_id=row["message_id"],
        raw=row["raw"] or b"",
        attempts=row["attempts"],
        problem=row["problem"],
    )
