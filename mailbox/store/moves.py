"""SQL for letters that are moved: queued, carried out, undone.

A letter that is moved leaves the lists at once (`messages.away`), and its folder when the server
was told.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from ..errors import StoreError
from ..folder_uses import FolderUse
from ..sentence import Sentence
from .elsewhere import (
    flags_here,
    leave_folder,
    leave_place,
    note_written,
    put,
    set_away,
)
from .message_rows import SELECT_MESSAGES, utc_text
from .messages import forget_messages, write_flags
from .server_changes import ServerChange, ServerChangeKind, queue_flag, settle_change
from .writer import Transaction

UNDO_WITHIN: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a letter lies on the server, as far as it is known.

    Attributes:
        folder: "" where it is not known.
        uid: 0 where it is not known; the Message-ID finds it then.
        first_uid: it has no UID below this one.
        is_followed: a followed folder of the store holds it.
    """

    folder: str
    uid_validity: int = 0
    uid: int = 0
    first_uid: int = 1
    is_followed: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A move that the server is to carry out.

    Attributes:
        message: the row of the message, None where it was forgotten.
        use: what the target is for, None where `target` names it.
        target: where the letter is to lie; of an attempt that was begun before, the place that was
            noted then.
        is_begun: the server may have carried it out already.
    """

    id: int
    message: int | None
    message_id: str
    subject: str
    origin: Place
    use: FolderUse | None
    target: Place
    is_begun: bool


def queue_move(
    tx: Transaction, message_row: int, use: FolderUse | None, folder: str, now: datetime
) -> int:
    """Move a letter to the folder of a use, or of a name, here and on the server; the move's id.

    Raises:
        StoreError: there is no such message, or it was moved away by another program.
    """
    row = tx.db.execute("SELECT * FROM messages WHERE id = ?", (message_row,)).fetchone()
    last = _last_move(tx.db, message_row)
    if row is None or (row["uid"] < 0 and last is None):
        raise elsewhere_error()
    move_id = _insert(
        tx.db,
        account_id=row["account_id"],
        message=message_row,
        message_id=row["message_id"],
        subject=row["subject"],
        role="" if use is None else use.value,
        target=folder,
        after=None if last is None or _is_settled_here(tx.db, row, last) else last["id"],
        moved_at=utc_text(now),
    )
    set_away(tx, message_row, away=_is_away_after(tx.db, move_id))
    return move_id


def movable(
    db: sqlite3.Connection, message_rows: Iterable[int], use: FolderUse | None, folder: str
) -> tuple[int, ...]:
    """Those of the letters that lie somewhere else than in the folder of a use, or of a name."""
    rows = db.execute(
        "SELECT id, away, uid FROM messages WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(message_rows)),),
    ).fetchall()
    chosen = []
    for row in rows:
        last = _last_move(db, row["id"])
        if last is None:
            is_wanted = row["uid"] > 0
        elif use is None:
            is_wanted = last["target"] != folder
        else:
            is_wanted = last["role"] != use.value
        if is_wanted:
            chosen.append(int(row["id"]))
    return tuple(chosen)


def undo_move(tx: Transaction, move_id: int, now: datetime) -> int | None:
    """Take a move back; the row of its message, None where that is to be fetched again.

    A move that the server has not heard of is dropped; another is followed by its opposite.

    Raises:
        StoreError: it was too long ago.
    """
    row = tx.db.execute("SELECT * FROM moves WHERE id = ?", (move_id,)).fetchone()
    if row is None:
        raise StoreError(
            Sentence(
                "Store",
                "This cannot be undone any more: it was too long ago, or another program moved "
                "or deleted the letter meanwhile. Look for it in your other folders with your "
                "provider's webmail.",
            )
        )
    message: int | None = row["message"]
    last = None if message is None else _last_move(tx.db, message)
    is_away = False
    if _is_fresh(tx.db, move_id):
        tx.db.execute("DELETE FROM moves WHERE id = ?", (move_id,))
        is_away = _is_away_after(tx.db, row["after"])
    elif row["is_marked_only"] and row["after"] is None:
        _unmark(tx, row)
    else:
        opposite = _insert(
            tx.db,
            account_id=row["account_id"],
            message=message,
            message_id=row["message_id"],
            subject=row["subject"],
            role="",
            target=row["origin"],
            after=move_id if last is None else last["id"],
            moved_at=utc_text(now),
        )
        is_away = _is_away_after(tx.db, opposite)
    if message is not None:
        set_away(tx, message, away=is_away)
    return message


def load_move(db: sqlite3.Connection, move_id: int) -> Move | None:
    """A queued move, as things stand now; None where it was taken back."""
    row = db.execute(
        "SELECT moves.*, c.begun, m.uid, m.uid_validity, f.name AS folder FROM moves"
        " JOIN server_changes AS c ON c.move = moves.id AND c.kind = 'move'"
        " LEFT JOIN messages AS m ON m.id = moves.message AND m.uid > 0"
        " LEFT JOIN folders AS f ON f.id = m.folder_id WHERE moves.id = ?",
        (move_id,),
    ).fetchone()
    if row is None:
        return None
    return Move(
        id=row["id"],
        message=row["message"],
        message_id=row["message_id"],
        subject=row["subject"],
        origin=_origin(db, row),
        use=FolderUse(row["role"]) if row["role"] else None,
        target=_target(row),
        is_begun=bool(row["begun"]),
    )


def place_of(db: sqlite3.Connection, change: ServerChange) -> tuple[Place | None, str]:
    """Where the message of a flag lies now, as far as anybody knows, and its Message-ID."""
    if change.move is not None:
        row = db.execute("SELECT * FROM moves WHERE id = ?", (change.move,)).fetchone()
        return (None, "") if row is None else (_target(row), row["message_id"])
    return (None, "") if change.message is None else place_of_message(db, change.message)


def place_of_message(db: sqlite3.Connection, message_row: int) -> tuple[Place | None, str]:
    """Where a message lies on the server, as far as anybody knows, and its Message-ID."""
    row = db.execute(f"{SELECT_MESSAGES} WHERE m.id = ?", (message_row,)).fetchone()
    if row is None:
        return None, ""
    if row["uid"] > 0:
        place = Place(row["folder"], row["uid_validity"], row["uid"], is_followed=True)
        return place, row["message_id"]
    last = _last_move(db, row["id"])
    return None if last is None else _target(last), row["message_id"]


def begin_move(tx: Transaction, change_id: int, move: Move, target: Place) -> bool:
    """Note that the server is about to be told; False where the move was taken back meanwhile."""
    begun = tx.db.execute("UPDATE server_changes SET begun = 1 WHERE id = ?", (change_id,))
    tx.db.execute(
        "UPDATE moves SET origin = ?, origin_validity = ?, origin_uid = ?, target = ?,"
        " target_validity = ?, first_uid = ? WHERE id = ?",
        (
            *(move.origin.folder, move.origin.uid_validity, move.origin.uid),
            *(target.folder, target.uid_validity, target.first_uid, move.id),
        ),
    )
    return begun.rowcount == 1


def settle_move(
    tx: Transaction, change_id: int, move: Move, arrived: Place | None, *, is_marked_only: bool
) -> None:
    r"""The server has carried out a move.

    Args:
        arrived: where the letter lies now; None where it was gone before.
        is_marked_only: the original is still there, marked as \Deleted.
    """
    settle_change(tx.db, change_id)
    if arrived is not None:
        tx.db.execute(
            "UPDATE moves SET target = ?, target_validity = ?, target_uid = ?, is_marked_only = ?"
            " WHERE id = ?",
            (arrived.folder, arrived.uid_validity, arrived.uid, is_marked_only, move.id),
        )
    if arrived is not None and arrived.folder == move.origin.folder:
        _unmark_before(tx, move.id)
    row = _row_of(tx.db, move)
    if row is None:
        return
    if is_marked_only:
        _mark_deleted(tx, row["id"])
        set_away(tx, row["id"], away=True)  # a copy in a followed folder is shown instead
    elif arrived is None:
        if row["uid"] > 0:
            leave_folder(tx, [row["id"]])
        else:
            set_away(tx, row["id"], away=True)
    elif not _settle_at(tx, row, arrived):
        leave_place(tx, [row["id"]])


def take_back_move(tx: Transaction, change_id: int, move_id: int) -> tuple[str, frozenset[int]]:
    """Forget a move that the server refuses for good; the subject, and the conversation."""
    settle_change(tx.db, change_id)
    row = tx.db.execute(
        "DELETE FROM moves WHERE id = ? RETURNING subject, message, after", (move_id,)
    ).fetchone()
    if row is None:
        return "", frozenset()
    if row["message"] is None:
        return row["subject"], frozenset()
    is_away = _is_away_after(tx.db, row["after"])
    return row["subject"], set_away(tx, row["message"], away=is_away)


def take_back_flag(tx: Transaction, change_id: int) -> tuple[str, frozenset[int]]:
    """Undo here a flag that the server refuses for good; the subject, and the conversation."""
    row = tx.db.execute(
        "SELECT c.kind, c.flag, m.id, m.subject FROM server_changes AS c"
        " JOIN messages AS m ON m.id = c.message WHERE c.id = ?",
        (change_id,),
    ).fetchone()
    settle_change(tx.db, change_id)
    if row is None:
        return "", frozenset()
    flags = {flag.lower(): flag for flag in flags_here(tx.db, row["id"])}
    if row["kind"] == ServerChangeKind.ADD_FLAG.value:
        flags.pop(row["flag"].lower(), None)
    else:
        flags[row["flag"].lower()] = row["flag"]
    write_flags(tx.db, row["id"], flags.values())
    return row["subject"], note_written(tx, [row["id"]])


def forget_old_moves(tx: Transaction, account_id: int, now: datetime) -> None:
    """Forget moves that are too old to be undone, and letters elsewhere that nothing needs."""
    tx.db.execute(
        "DELETE FROM moves WHERE account_id = ? AND moved_at < ? AND id NOT IN"
        " (SELECT move FROM server_changes WHERE move IS NOT NULL)"
        " AND id NOT IN (SELECT after FROM moves WHERE after IS NOT NULL)",
        (account_id, utc_text(now - UNDO_WITHIN)),
    )
    rows = tx.db.execute(
        "SELECT id FROM messages WHERE account_id = ? AND uid < 0"
        " AND id NOT IN (SELECT message FROM moves WHERE message IS NOT NULL)"
        " AND conversation_id NOT IN (SELECT conversation_id FROM kept_conversations)",
        (account_id,),
    ).fetchall()
    if rows:
        note_written(tx, [row["id"] for row in rows])
        forget_messages(tx.db, [row["id"] for row in rows])


def elsewhere_error() -> StoreError:
    """The refusal to move a letter of which nobody knows where it lies."""
    return StoreError(
        Sentence(
            "Store",
            "This letter is not in your inbox any more: it lies in another folder already, or "
            "another program has moved or deleted it.",
        )
    )


def _insert(db: sqlite3.Connection, **columns: object) -> int:
    names, marks = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    cursor = db.execute(
        f"INSERT INTO moves ({names}, origin) VALUES ({marks}, '')",  # noqa: S608 - names of ours
        columns,
    )
    db.execute(
        "INSERT INTO server_changes (account_id, kind, message, move) VALUES (?, 'move', ?, ?)",
        (columns["account_id"], columns["message"], cursor.lastrowid),
    )
    return cursor.lastrowid or 0


def _last_move(db: sqlite3.Connection, message_row: int) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM moves WHERE message = ? ORDER BY id DESC LIMIT 1", (message_row,)
    ).fetchone()
    return row


def _is_fresh(db: sqlite3.Connection, move_id: int) -> bool:
    """Whether the server surely has not heard of a move."""
    row = db.execute(
        "SELECT 1 FROM server_changes WHERE kind = 'move' AND move = ? AND NOT begun", (move_id,)
    ).fetchone()
    return row is not None


def _is_settled_here(db: sqlite3.Connection, message: sqlite3.Row, last: sqlite3.Row) -> bool:
    """Whether the last move is over and a followed folder holds its letter."""
    queued = db.execute(
        "SELECT 1 FROM server_changes WHERE kind = 'move' AND move = ?", (last["id"],)
    ).fetchone()
    return queued is None and bool(message["uid"] > 0)


def _is_away_after(db: sqlite3.Connection, move_id: int | None) -> bool:
    """Whether a letter that a move has put somewhere is to be left out of the lists."""
    row = db.execute(
        "SELECT 1 FROM moves WHERE id = ? AND (role <> '' OR target NOT IN (SELECT name"
        " FROM folders WHERE folders.account_id = moves.account_id AND folders.role = 'inbox'))",
        (move_id,),
    ).fetchone()
    return row is not None


def _origin(db: sqlite3.Connection, row: sqlite3.Row) -> Place:
    before = db.execute("SELECT * FROM moves WHERE id = ?", (row["after"],)).fetchone()
    if before is not None and before["is_marked_only"] and row["target"] != before["origin"]:
        return _target(before)  # where the copy lies; the original is only marked
    if row["folder"] is not None:
        return Place(row["folder"], row["uid_validity"], row["uid"], is_followed=True)
    if before is not None:
        return _target(before)
    return Place(row["origin"], row["origin_validity"], row["origin_uid"])


def _target(row: sqlite3.Row) -> Place:
    return Place(row["target"], row["target_validity"], row["target_uid"], row["first_uid"] or 1)


def _unmark(tx: Transaction, move: sqlite3.Row) -> None:
    r"""The original comes back by losing its \Deleted; the copy gets one instead."""
    if move["message"] is not None:
        flags = flags_here(tx.db, move["message"])
        write_flags(tx.db, move["message"], {one for one in flags if one.lower() != "\\deleted"})
        queue_flag(tx.db, move["account_id"], move["message"], "\\Deleted", on=False)
    tx.db.execute(
        "INSERT INTO server_changes (account_id, kind, move, flag) VALUES (?, ?, ?, ?)",
        (move["account_id"], ServerChangeKind.ADD_FLAG.value, move["id"], "\\Deleted"),
    )


def _unmark_before(tx: Transaction, move_id: int) -> None:
    """A letter stays where it is: if a move before this one has only marked it, it is unmarked."""
    before = tx.db.execute(
        "SELECT * FROM moves WHERE is_marked_only AND id = (SELECT after FROM moves WHERE id = ?)",
        (move_id,),
    ).fetchone()
    if before is not None:
        _unmark(tx, before)


def _mark_deleted(tx: Transaction, message_row: int) -> None:
    write_flags(tx.db, message_row, {*flags_here(tx.db, message_row), "\\Deleted"})
    note_written(tx, [message_row])


def _row_of(db: sqlite3.Connection, move: Move) -> sqlite3.Row | None:
    """The letter of a move: as it was noted, else what a followed folder held where it lay.

    What was moved into a followed folder came in there as any other letter does, without its move.
    """
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM messages WHERE id = ?", (move.message,)
    ).fetchone()
    if row is None:
        place = move.origin
        row = db.execute(
            "SELECT m.* FROM messages AS m JOIN folders AS f ON f.id = m.folder_id"
            " WHERE f.account_id = (SELECT account_id FROM moves WHERE id = ?) AND f.name = ?"
            " AND m.uid_validity = ? AND m.uid = ? AND m.uid > 0",
            (move.id, place.folder, place.uid_validity, place.uid),
        ).fetchone()
    return row


def _settle_at(tx: Transaction, row: sqlite3.Row, place: Place) -> bool:
    """Put a message where it arrived, if a followed folder is known to hold it there."""
    folder = tx.db.execute(
        "SELECT * FROM folders WHERE account_id = ? AND name = ? AND uid_validity = ?",
        (row["account_id"], place.folder, place.uid_validity),
    ).fetchone()
    return folder is not None and place.uid > 0 and put(tx, row["id"], folder, place.uid)
