"""SQL for messages: storing, reading, and what the seller does to one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from ..errors import StoreError
from ..gaps import SparseLetter
from ..message import FetchedMessage, Message, StoredMessage
from ..packing import pack, pack_text
from ..sentence import Sentence
from .bulk import insert_rows
from .changes import RecordKind
from .conversations import OnAbsorbed, assign_conversations
from .conversations import note_message_id as note_message_id  # one place for callers
from .conversations import reserve_conversation as reserve_conversation
from .dictionaries import newest_dictionary, unpack_kept
from .gaps import gaps_of, note_gaps, with_what_came
from .message_rows import (
    SELECT_INDEXED,
    SELECT_MESSAGES,
    NewRow,
    Stage,
    damaged_message,
    flag_columns,
    flags_of,
    index_row,
    new_row,
    stored_message,
)
from .server_changes import queue_flag
from .writer import Transaction

WRITE_FLAGS: Final = (
    "UPDATE messages SET seen = :seen, flagged = :flagged, answered = :answered,"
    " other_flags = :other_flags WHERE id = :id"
)


def store_messages(
    db: sqlite3.Connection,
    account_id: int,
    folder_id: int,
    batch: Sequence[tuple[FetchedMessage, Message]],
    on_absorbed: OnAbsorbed | None = None,
) -> tuple[StoredMessage, ...]:
    """Store messages of a folder, each in its conversation; those already there are left alone.

    `on_absorbed` is called with (absorbed, into) when a message shows that two conversations are
    one, while both rows still exist: move there what refers to the absorbed one. Without it the
    absorbed conversation stays behind, empty.
    """
    rows = [new_row(fetched, message) for fetched, message in batch]
    new = insert_new(db, account_id, folder_id, rows, Stage.READ, on_absorbed)
    by_uid = {fetched.uid: fetched for fetched, _ in batch}
    dictionary = newest_dictionary(db)
    for row in new:
        fetched = by_uid[row["uid"]]
        keep_raw(db, row["id"], *pack(fetched.raw, dictionary))
        if fetched.gaps:
            note_gaps(db, row["id"], fetched.gaps)
    add_to_index(db, [index_row(row) for row in new])
    return tuple(load_message(db, row["id"]) for row in new)


def insert_new(
    db: sqlite3.Connection,
    account_id: int,
    folder_id: int,
    batch: Iterable[NewRow],
    stage: Stage,
    on_absorbed: OnAbsorbed | None,
) -> list[dict[str, Any]]:
    """Insert those rows of messages of a folder that it has not, each in its conversation.

    The result is what was inserted, with the `id` of each.
    """
    shared = folder_columns(db, folder_id)
    by_uid = {row.columns["uid"]: row for row in batch}
    stored = _stored_uids(db, shared, by_uid)
    new = [row for uid, row in by_uid.items() if uid not in stored]
    conversations = assign_conversations(db, account_id, [row.ids for row in new], on_absorbed)
    rows = [{**row.columns, **shared, "stage": stage} for row in new]
    _insert_rows(db, account_id, rows, conversations)
    return rows


def folder_columns(db: sqlite3.Connection, folder_id: int) -> dict[str, Any]:
    """The columns that all messages of a folder share."""
    folder = db.execute(
        "SELECT role, uid_validity FROM folders WHERE id = ?", (folder_id,)
    ).fetchone()
    return {
        "folder_id": folder_id,
        "uid_validity": folder["uid_validity"],
        "is_outgoing": int(folder["role"] == "sent"),
    }


def keep_raw(db: sqlite3.Connection, message_row: int, kept: bytes, is_packed: bool) -> None:  # noqa: FBT001 - as `pack` gives it
    """Keep the bytes of a message."""
    db.execute(
        "INSERT OR REPLACE INTO raw_messages (id, raw, packed) VALUES (?, ?, ?)",
        (message_row, kept, is_packed),
    )


def add_to_index(db: sqlite3.Connection, rows: Iterable[tuple[int, str, str, str]]) -> None:
    """Make messages findable by their words."""
    # In order: FTS5 writes what it holds back to the disk at each key that is not the largest.
    db.executemany(
        "INSERT INTO message_search (rowid, subject, sender, text) VALUES (?, ?, ?, ?)",
        sorted(rows),
    )


def load_message(db: sqlite3.Connection, message_row: int) -> StoredMessage:
    """One message.

    Raises:
        StoreError: there is none with this row.
    """
    row = db.execute(f"{SELECT_MESSAGES} WHERE m.id = ?", (message_row,)).fetchone()
    if row is None:
        raise _no_such_message(message_row)
    return stored_message(row)


def is_stored(db: sqlite3.Connection, message_row: int) -> bool:
    """Tell whether there is a message with this row."""
    row = db.execute("SELECT 1 FROM messages WHERE id = ?", (message_row,)).fetchone()
    return row is not None


def load_conversation(db: sqlite3.Connection, conversation_id: int) -> tuple[StoredMessage, ...]:
    """The messages of a conversation, both directions, oldest first."""
    rows = db.execute(
        f"{SELECT_MESSAGES} WHERE m.conversation_id = ? ORDER BY m.internal_date, m.id",
        (conversation_id,),
    )
    return tuple(stored_message(row) for row in rows)


def load_raw(db: sqlite3.Connection, message_row: int) -> bytes:
    """The bytes of a message as the server has them.

    Raises:
        StoreError: there is none with this row, or not all of it is here.
    """
    letter = load_letter(db, message_row)
    if letter.gaps:
        raise StoreError(
            Sentence(
                "Store",
                "Attachments of message {number} are still on the mail server. "
                "'softanswer fetch {number}' brings them.",
            ).format(number=message_row)
        )
    return letter.raw


def load_letter(
    db: sqlite3.Connection, message_row: int, *, fills_gaps: bool = True
) -> SparseLetter:
    """The bytes of a message as far as they are here.

    Args:
        fills_gaps: what came since it was stored stands in its place.

    Raises:
        StoreError: there is none with this row, or only its header is here, or it is damaged.
    """
    row = db.execute(
        "SELECT raw, packed FROM raw_messages WHERE id = ?", (message_row,)
    ).fetchone()
    if row is not None:
        raw = _kept_bytes(db, message_row, row)
        if fills_gaps:
            return with_what_came(db, message_row, raw)
        return SparseLetter(raw, gaps_of(db, message_row))
    load_message(db, message_row)
    raise StoreError(
        Sentence(
            "Store",
            "Of message {number} only the header is here so far; the rest comes with the next "
            "'softanswer sync'.",
        ).format(number=message_row)
    )


def _kept_bytes(db: sqlite3.Connection, message_row: int, row: sqlite3.Row) -> bytes:
    if not row["packed"]:
        return bytes(row["raw"])
    try:
        return unpack_kept(db, row["raw"])
    except ValueError as error:
        raise damaged_message(message_row) from error


def newest(db: sqlite3.Connection, limit: int) -> tuple[StoredMessage, ...]:
    """The newest messages, newest first; those that were moved away are left out."""
    rows = db.execute(
        f"{SELECT_MESSAGES} WHERE NOT m.away ORDER BY m.internal_date DESC, m.id DESC LIMIT ?",
        (limit,),
    )
    return tuple(stored_message(row) for row in rows)


def is_in_sent(db: sqlite3.Connection, message_id: str) -> bool:
    """Tell whether a letter of this Message-ID lies among those that went out."""
    row = db.execute(
        "SELECT 1 FROM messages WHERE message_id = ? AND is_outgoing LIMIT 1", (message_id,)
    ).fetchone()
    return row is not None


def set_flag(tx: Transaction, message_row: int, flag: str, *, on: bool) -> None:
    r"""Set or clear a flag (\Seen, \Flagged, \Answered, or a keyword) here and on the server.

    Raises:
        StoreError: there is no such message.
    """
    row = tx.db.execute("SELECT * FROM messages WHERE id = ?", (message_row,)).fetchone()
    if row is None:
        raise _no_such_message(message_row)
    flags = {known.lower(): known for known in flags_of(row)}
    if (flag.lower() in flags) == on:
        return
    if on:
        flags[flag.lower()] = flag
    else:
        del flags[flag.lower()]
    write_flags(tx.db, message_row, flags.values())
    queue_flag(tx.db, row["account_id"], message_row, flag, on=on)
    tx.changed(RecordKind.MESSAGE, [message_row])
    tx.changed(RecordKind.CONVERSATION, [row["conversation_id"]])


def queue_sent_copy(db: sqlite3.Connection, account_id: int, message_id: str, raw: bytes) -> None:
    """Have a letter that was sent put into the Sent folder, once."""
    db.execute(
        "INSERT INTO server_changes (account_id, kind, message_id, raw)"
        " VALUES (?, 'file_sent', ?, ?)",
        (account_id, message_id, raw),
    )


def write_flags(db: sqlite3.Connection, message_row: int, flags: Iterable[str]) -> None:
    """Write the flags of a message, here only."""
    db.execute(WRITE_FLAGS, {**flag_columns(flags), "id": message_row})


def forget_messages(db: sqlite3.Connection, message_rows: Iterable[int]) -> None:
    """Delete messages from the store and from the index."""
    chosen = json.dumps(list(message_rows))
    for row in db.execute(SELECT_INDEXED, (chosen,)).fetchall():
        db.execute(
            "INSERT INTO message_search (message_search, rowid, subject, sender, text)"
            " VALUES ('delete', ?, ?, ?, ?)",
            index_row(row),
        )
    db.execute("DELETE FROM messages WHERE id IN (SELECT value FROM json_each(?))", (chosen,))


def _stored_uids(
    db: sqlite3.Connection, shared: Mapping[str, Any], uids: Iterable[int]
) -> frozenset[int]:
    """Those of the UIDs whose messages have a row already."""
    rows = db.execute(
        "SELECT uid FROM messages WHERE folder_id = ? AND uid_validity = ?"
        " AND uid IN (SELECT value FROM json_each(?))",
        (shared["folder_id"], shared["uid_validity"], json.dumps(list(uids))),
    )
    return frozenset(row["uid"] for row in rows)


def _insert_rows(
    db: sqlite3.Connection,
    account_id: int,
    rows: Sequence[dict[str, Any]],
    conversations: Sequence[int],
) -> None:
    """Insert rows of messages, each in its conversation; they get their `id`."""
    if not rows:
        return
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM messages").fetchone()
    for number, (row, conversation_id) in enumerate(zip(rows, conversations, strict=True), 1):
        row["text"] = pack_text(row["text"])
        row["id"] = last + number
        row["account_id"] = account_id
        row["conversation_id"] = conversation_id
    names = tuple(rows[0])
    insert_rows(db, "messages", names, list(map(itemgetter(*names), rows)))


def _no_such_message(message_row: int) -> StoreError:
    return StoreError(
        Sentence(
            "Store",
            "There is no message {number}. 'softanswer messages' names those there are.",
        ).format(number=message_row)
    )
