"""SQL for conversations: which messages belong together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable

from ..conversations import linked_ids, plan_conversation
from ..message import Message

# Told (absorbed, into) after the messages have moved, before the absorbed row is deleted.
OnAbsorbed = Callable[[int, int], None]


def assign_conversation(
    db: sqlite3.Connection, account_id: int, message: Message, on_absorbed: OnAbsorbed | None
) -> int:
    """The conversation that a message belongs to; it may tie others into one."""
    ids = linked_ids(message)
    known = _known(db, account_id, ids)
    plan = plan_conversation(ids, known)
    into = _new_conversation(db, account_id) if plan.join is None else plan.join
    for absorbed in plan.absorb:
        _absorb(db, absorbed, into, on_absorbed)
    _remember(db, account_id, ids, into)
    return into


def reserve_conversation(db: sqlite3.Connection, account_id: int, message_id: str) -> int:
    """The conversation that a message id belongs to, made now where nothing is known of it."""
    ids = (message_id,) if message_id else ()
    known = _known(db, account_id, ids)
    if known:
        return known[message_id]
    conversation_id = _new_conversation(db, account_id)
    _remember(db, account_id, ids, conversation_id)
    return conversation_id


def _known(db: sqlite3.Connection, account_id: int, ids: Iterable[str]) -> dict[str, int]:
    rows = db.execute(
        "SELECT message_id, conversation_id FROM conversation_ids WHERE account_id = ?"
        " AND message_id IN (SELECT value FROM json_each(?))",
        (account_id, json.dumps(list(ids))),
    )
    return {row["message_id"]: row["conversation_id"] for row in rows}


def _new_conversation(db: sqlite3.Connection, account_id: int) -> int:
    cursor = db.execute("INSERT INTO conversations (account_id) VALUES (?)", (account_id,))
    return cursor.lastrowid or 0


def _remember(
    db: sqlite3.Connection, account_id: int, ids: Iterable[str], conversation_id: int
) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO conversation_ids (account_id, message_id, conversation_id)"
        " VALUES (?, ?, ?)",
        ((account_id, message_id, conversation_id) for message_id in ids),
    )


def _absorb(
    db: sqlite3.Connection, absorbed: int, into: int, on_absorbed: OnAbsorbed | None
) -> None:
    for table in ("messages", "conversation_ids"):
        db.execute(
            f"UPDATE {table} SET conversation_id = ? WHERE conversation_id = ?",  # noqa: S608 - ours
            (into, absorbed),
        )
    if on_absorbed is not None:
        on_absorbed(absorbed, into)
        db.execute("DELETE FROM conversations WHERE id = ?", (absorbed,))
