"""SQL for conversations: which messages belong together."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from ..conversations import plan_conversation
from .bulk import insert_rows

# Told (absorbed, into) after the messages have moved, before the absorbed row is deleted.
OnAbsorbed = Callable[[int, int], None]


def assign_conversations(
    db: sqlite3.Connection,
    account_id: int,
    linked: Sequence[Sequence[str]],
    on_absorbed: OnAbsorbed | None,
) -> list[int]:
    """The conversation of each message, in order; a message may tie others into one.

    Args:
        linked: the ids that each is tied to others by.
    """
    known = _known(db, account_id, {one for ids in linked for one in ids})
    new = _NewRows(db, account_id)
    assigned: list[int] = []
    for ids in linked:
        plan = plan_conversation(ids, known)
        into = new.conversation() if plan.join is None else plan.join
        for absorbed in plan.absorb:
            new.write()
            _absorb(db, absorbed, into, on_absorbed)
            known |= {one: into for one, place in known.items() if place == absorbed}
            assigned = [into if place == absorbed else place for place in assigned]
        for message_id in ids:
            if message_id not in known:
                known[message_id] = into
                new.ids.append((account_id, message_id, into))
        assigned.append(into)
    new.write()
    return assigned


def reserve_conversation(db: sqlite3.Connection, account_id: int, message_id: str) -> int:
    """The conversation that a message id belongs to, made now where nothing is known of it."""
    known = _known(db, account_id, [message_id])
    if known:
        return known[message_id]
    new = _NewRows(db, account_id)
    conversation_id = new.conversation()
    if message_id:
        new.ids.append((account_id, message_id, conversation_id))
    new.write()
    return conversation_id


def note_message_id(db: sqlite3.Connection, conversation_id: int, message_id: str) -> None:
    """Keep that a letter of this id belongs to a conversation, as one that is to go out will."""
    db.execute(
        "INSERT OR IGNORE INTO conversation_ids (account_id, message_id, conversation_id)"
        " SELECT account_id, ?, id FROM conversations WHERE id = ?",
        (message_id, conversation_id),
    )


def _known(db: sqlite3.Connection, account_id: int, ids: Iterable[str]) -> dict[str, int]:
    rows = db.execute(
        "SELECT message_id, conversation_id FROM conversation_ids WHERE account_id = ?"
        " AND message_id IN (SELECT value FROM json_each(?))",
        (account_id, json.dumps(list(ids))),
    )
    return {row["message_id"]: row["conversation_id"] for row in rows}


class _NewRows:
    """Conversations, and the message ids they are known by, gathered to be written at once."""

    def __init__(self, db: sqlite3.Connection, account_id: int) -> None:
        self._db = db
        self._account_id = account_id
        (last,) = db.execute("SELECT coalesce(max(id), 0) FROM conversations").fetchone()
        self._last: int = last
        self._conversations: list[tuple[int, int]] = []
        self.ids: list[tuple[int, str, int]] = []

    def conversation(self) -> int:
        """The row of a new conversation."""
        self._last += 1
        self._conversations.append((self._last, self._account_id))
        return self._last

    def write(self) -> None:
        """Insert what was gathered."""
        insert_rows(self._db, "conversations", ("id", "account_id"), self._conversations)
        columns = ("account_id", "message_id", "conversation_id")
        insert_rows(self._db, "conversation_ids", columns, self.ids)
        self._conversations, self.ids = [], []


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
