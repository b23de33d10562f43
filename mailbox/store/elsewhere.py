"""SQL for letters that no followed folder holds: kept while they are needed, and taken in again.

Such a letter's row has the UID -id. It is kept for a day after it was moved, so that it can be
moved back, and as long as a case, a held reply or a draft hangs on its conversation.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import Final

from ..errors import StoreError
from ..gaps import SparseLetter
from ..message import FetchedMessage, ListedMessage
from .changes import RecordKind
from .filling import keep_whole
from .message_rows import flags_of, utc_text
from .messages import forget_messages, load_letter, write_flags
from .server_changes import pending_flags, with_pending
from .writer import Transaction

_HEADER_BYTES: Final = 1 << 16


def leave_folder(tx: Transaction, message_rows: Collection[int]) -> None:
    """The server holds these no more in their folder: keep what is needed, forget the others.

    What the server was still to be told of them is settled; but where a move of ours was begun, it
    may be what took the letter away, and those behind it are to follow.
    """
    chosen = json.dumps(list(message_rows))
    kept = [
        row["id"]
        for row in tx.db.execute(
            "SELECT id FROM messages WHERE id IN (SELECT value FROM json_each(?))"
            " AND (conversation_id IN (SELECT conversation_id FROM kept_conversations)"
            " OR id IN (SELECT message FROM server_changes WHERE kind = 'move' AND begun))",
            (chosen,),
        )
    ]
    tx.db.execute(
        "DELETE FROM moves WHERE id IN (SELECT move FROM server_changes WHERE kind = 'move'"
        " AND NOT begun AND message IN (SELECT value FROM json_each(?)) AND message NOT IN"
        " (SELECT message FROM server_changes WHERE kind = 'move' AND begun"
        " AND message IS NOT NULL))",
        (chosen,),
    )
    tx.db.execute(
        "DELETE FROM server_changes WHERE kind <> 'move'"
        " AND message IN (SELECT value FROM json_each(?))"
        " AND message NOT IN (SELECT message FROM server_changes WHERE kind = 'move'"
        " AND message IS NOT NULL)",
        (chosen,),
    )
    leave_place(tx, kept)
    for row in kept:
        if not has_queued_move(tx.db, row):
            set_away(tx, row, away=True)
    forget_messages(tx.db, set(message_rows).difference(kept))


def take_in_returned(
    tx: Transaction,
    account_id: int,
    folder_id: int,
    fetched: Sequence[FetchedMessage | ListedMessage],
) -> frozenset[int]:
    """Give letters that came back into a folder their old rows; their conversations."""
    waiting = tx.db.execute(
        "SELECT id, message_id, size, internal_date FROM messages"
        " WHERE account_id = ? AND uid < 0 ORDER BY id",
        (account_id,),
    ).fetchall()
    if not waiting:
        return frozenset()
    folder = tx.db.execute("SELECT * FROM folders WHERE id = ?", (folder_id,)).fetchone()
    placed = []
    for message in fetched:
        row = next((row for row in waiting if _is_same(tx.db, row, message)), None)
        if row is not None and put(tx, row["id"], folder, message.uid):
            waiting.remove(row)
            placed.append(row["id"])
            pending = pending_flags(tx.db, [row["id"]]).get(row["id"], ())
            write_flags(tx.db, row["id"], with_pending(message.flags, pending))
            if isinstance(message, FetchedMessage) and not message.gaps:
                keep_whole(tx, row["id"], message.raw)
    return note_written(tx, placed)


def put(tx: Transaction, message_row: int, folder: sqlite3.Row, uid: int) -> bool:
    """Let a followed folder hold a message; False where it holds another row for it already."""
    place = (folder["id"], folder["uid_validity"], uid)
    taken = tx.db.execute(
        "SELECT 1 FROM messages WHERE folder_id = ? AND uid_validity = ? AND uid = ? AND id <> ?",
        (*place, message_row),
    ).fetchone()
    if taken is not None:
        return False
    tx.db.execute(
        "UPDATE messages SET folder_id = ?, uid_validity = ?, uid = ?, is_outgoing = ?"
        " WHERE id = ?",
        (*place, folder["role"] == "sent", message_row),
    )
    if not has_queued_move(tx.db, message_row):
        tx.db.execute("UPDATE moves SET message = NULL WHERE message = ?", (message_row,))
        set_away(tx, message_row, away=False)
    return True


def leave_place(tx: Transaction, message_rows: Collection[int]) -> None:
    """Let no followed folder hold these."""
    tx.db.executemany(
        "UPDATE messages SET uid = -id WHERE id = ?", ((row,) for row in message_rows)
    )
    note_written(tx, message_rows)


def set_away(tx: Transaction, message_row: int, *, away: bool) -> frozenset[int]:
    """Leave a letter out of the lists, or not; its conversation."""
    tx.db.execute("UPDATE messages SET away = ? WHERE id = ?", (away, message_row))
    return note_written(tx, [message_row])


def has_queued_move(db: sqlite3.Connection, message_row: int) -> bool:
    """Whether the server is still to be told of a move of a letter."""
    row = db.execute(
        "SELECT 1 FROM server_changes WHERE kind = 'move' AND message = ?", (message_row,)
    ).fetchone()
    return row is not None


def flags_here(db: sqlite3.Connection, message_row: int) -> frozenset[str]:
    """The flags of a letter as they stand here."""
    return flags_of(db.execute("SELECT * FROM messages WHERE id = ?", (message_row,)).fetchone())


def note_written(tx: Transaction, message_rows: Collection[int]) -> frozenset[int]:
    """Note for those who show them that letters were written; their conversations."""
    if not message_rows:
        return frozenset()
    conversations = frozenset(
        row["conversation_id"]
        for row in tx.db.execute(
            "SELECT conversation_id FROM messages WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(message_rows)),),
        )
    )
    tx.changed(RecordKind.MESSAGE, message_rows)
    tx.changed(RecordKind.CONVERSATION, conversations)
    return conversations


def _is_same(
    db: sqlite3.Connection, row: sqlite3.Row, fetched: FetchedMessage | ListedMessage
) -> bool:
    """Whether a message is the one that was stored as this row.

    Byte for byte where its bytes are here, whatever else was left on the server; by Message-ID,
    size and date where only its header is.
    """
    if isinstance(fetched, ListedMessage):
        return (
            bool(row["message_id"])
            and row["message_id"].encode("utf-8", "replace") in fetched.header
            and row["size"] == fetched.size
            and row["internal_date"] == utc_text(fetched.internal_date)
        )
    if row["message_id"].encode("utf-8", "replace") not in fetched.raw[:_HEADER_BYTES]:
        return False
    try:
        here = load_letter(db, row["id"])
    except StoreError:  # only its header came before it was moved
        return False
    return here.agrees_with(SparseLetter(fetched.raw, fetched.gaps))
