"""SQL for what was decided here and has still to reach the IMAP server."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from ..message import MessageKey


class ServerChangeKind(Enum):
    """What the server is to do."""

    ADD_FLAG = "add_flag"
    REMOVE_FLAG = "remove_flag"
    FILE_SENT = "file_sent"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class ServerChange:
    """One thing that the server is still to be told.

    Attributes:
        message: the row of the message; None for FILE_SENT, and where the row is gone.
        key: where the message lies; None for FILE_SENT, and where no followed folder holds it.
        move: for MOVE, and for the flag of a message that a move has put elsewhere.
        message_id: the Message-ID of the letter to file; "" for others.
        raw: the letter to file; empty for others.
        is_begun: the server may have heard of it, so that it cannot be dropped any more.
        attempts: how often it failed.
        problem: why it failed the last time, "" before that.
    """

    id: int
    kind: ServerChangeKind
    message: int | None
    key: MessageKey | None
    move: int | None
    flag: str
    message_id: str
    raw: bytes = field(repr=False)
    is_begun: bool
    attempts: int
    problem: str


def pending_changes(db: sqlite3.Connection, account_id: int) -> tuple[ServerChange, ...]:
    """What the server of an account is still to be told, in order."""
    rows = db.execute(
        "SELECT c.*, m.uid, m.uid_validity, f.name AS folder FROM server_changes AS c"
        " LEFT JOIN messages AS m ON m.id = c.message AND m.uid > 0"
        " LEFT JOIN folders AS f ON f.id = m.folder_id"
        " WHERE c.account_id = ? ORDER BY c.id LIMIT 2000",
        (account_id,),
    )
    return tuple(_change(row) for row in rows)


def begin_changes(db: sqlite3.Connection, change_ids: Iterable[int]) -> None:
    """Note that the server is told now.

    From here on `queue_flag` and `moves.undo_move` queue its opposite instead of dropping it.
    """
    db.execute(
        "UPDATE server_changes SET begun = 1 WHERE id IN (SELECT value FROM json_each(?))"
        " AND NOT begun",
        (json.dumps(list(change_ids)),),
    )


def queue_flag(
    db: sqlite3.Connection, account_id: int, message_row: int, flag: str, *, on: bool
) -> None:
    """Have a flag set or cleared on the server; an opposite that nobody heard of is dropped."""
    opposite = ServerChangeKind.REMOVE_FLAG if on else ServerChangeKind.ADD_FLAG
    dropped = db.execute(
        "DELETE FROM server_changes WHERE message = ? AND kind = ? AND lower(flag) = lower(?)"
        " AND NOT begun",
        (message_row, opposite.value, flag),
    )
    if dropped.rowcount:
        return
    kind = ServerChangeKind.ADD_FLAG if on else ServerChangeKind.REMOVE_FLAG
    db.execute(
        "INSERT INTO server_changes (account_id, kind, message, flag) VALUES (?, ?, ?, ?)",
        (account_id, kind.value, message_row, flag),
    )


def pending_flags(
    db: sqlite3.Connection, message_rows: Iterable[int]
) -> dict[int, list[tuple[str, bool]]]:
    """The flags that the server is still to set (True) or clear, by message, in order."""
    pending: dict[int, list[tuple[str, bool]]] = {}
    rows = db.execute(
        "SELECT message, flag, kind FROM server_changes"
        " WHERE message IN (SELECT value FROM json_each(?)) AND flag <> '' ORDER BY id",
        (json.dumps(list(message_rows)),),
    )
    for row in rows:
        on = row["kind"] == ServerChangeKind.ADD_FLAG.value
        pending.setdefault(row["message"], []).append((row["flag"], on))
    return pending


def with_pending(flags: Iterable[str], pending: Iterable[tuple[str, bool]]) -> frozenset[str]:
    """The flags of the server, with what was changed here and is not there yet."""
    merged = {flag.lower(): flag for flag in flags}
    for flag, on in pending:
        if on:
            merged.setdefault(flag.lower(), flag)
        else:
            merged.pop(flag.lower(), None)
    return frozenset(merged.values())


def settle_change(db: sqlite3.Connection, change_id: int) -> None:
    """Forget a change: the server has it."""
    db.execute("DELETE FROM server_changes WHERE id = ?", (change_id,))


def fail_change(
    db: sqlite3.Connection, change_id: int, problem: str, *, is_undone: bool = False
) -> None:
    """Note why the server did not take a change; it is tried again later.

    Args:
        is_undone: the server surely did nothing of it. What was never begun stays so in any case.
    """
    db.execute(
        "UPDATE server_changes SET attempts = attempts + 1, problem = ?, begun = begun AND NOT ?"
        " WHERE id = ?",
        (problem, is_undone, change_id),
    )


def _change(row: sqlite3.Row) -> ServerChange:
    return ServerChange(
        id=row["id"],
        kind=ServerChangeKind(row["kind"]),
        message=row["message"],
        key=None
        if row["folder"] is None
        else MessageKey(row["folder"], row["uid_validity"], row["uid"]),
        move=row["move"],
        flag=row["flag"],
        message_id=row["message_id"],
        raw=row["raw"] or b"",
        is_begun=bool(row["begun"]),
        attempts=row["attempts"],
        problem=row["problem"],
    )
