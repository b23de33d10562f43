"""SQL for conversations that are put off: until when, what ends it early, what may not be.

Whether one is put off is asked when rows are read, of the time: nothing has to run for it to come
back. All conversations of a case that wait are put off together, for they are one row.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ...mailbox.sentence import Sentence
from ...mailbox.store.changes import RecordKind
from ...mailbox.store.message_rows import utc_text
from ...mailbox.store.writer import Transaction
from ..errors import PutOffError
from .case import ANSWER_WITHIN


@dataclass(frozen=True, slots=True)
class PutOffMark:
    """What is kept of one conversation, for Undo; None where it is not put off."""

    conversation_id: int
    until: str | None
    letter: int | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of some conversations can be put off.

    Attributes:
        conversations: those that need an answer.
        answer_due: until when the first answer to a complaint is owed, None where none is.
        are_put_off: one of them is put off now.
        held: one has a reply that the seller is to look at, and is left out for it.
    """

    conversations: tuple[int, ...]
    answer_due: datetime | None
    are_put_off: bool
    held: bool


def put_off_at(matters: str, now: str) -> str:
    """The condition that a conversation is put off.

    A complaint is not, from the moment that it would stay away beyond its deadline (S1-16).

    Args:
        matters: the name of the table in the statement.
        now: the placeholder of the time.
    """
    return (
        f"({matters}.put_off_until IS NOT NULL AND {matters}.put_off_until > {now}"
        f" AND {matters}.put_off_letter = {matters}.last_incoming"
        f" AND {matters}.waiting_since IS NOT NULL"
        f" AND ({matters}.complaint AND {matters}.put_off_until >="
        f" (SELECT reply_due FROM cases WHERE id = {matters}.case_id)) IS NOT TRUE)"
    )


def look_at(db: sqlite3.Connection, conversations: Iterable[int], now: datetime) -> Chosen:
    """What of these conversations can be put off, and until when at most."""
    rows = [row for each in conversations if (row := _row(db, each, now)) is not None]
    dues = [due for row in rows if (due := _answer_due(row)) is not None]
    return Chosen(
        conversations=tuple(row["conversation_id"] for row in rows if not row["held"]),
        answer_due=min(dues, default=None),
        are_put_off=any(row["is_put_off"] for row in rows),
        held=any(row["held"] for row in rows),
    )


def put_off(
    tx: Transaction, conversations: Sequence[int], until: datetime, now: datetime
) -> tuple[PutOffMark, ...]:
    """Put them off until a moment; what was kept before is the result, for `restore`.

    Raises:
        PutOffError: the moment is past, none needs an answer, a reply wants to be looked at, or an
            answer to a complaint is owed by then.
    """
    chosen = look_at(tx.db, conversations, now)
    if not chosen.conversations:
        raise PutOffError(Sentence("Reply", "There is nothing here that can be put off now."))
    if until <= now:
        raise PutOffError(Sentence("Reply", "That time is past: choose a later one."))
    if chosen.answer_due is not None and until >= chosen.answer_due:
        raise PutOffError(
            Sentence(
                "Reply", "An answer to the complaint is owed before then: choose an earlier time."
            )
        )
    before = _marks(tx.db, chosen.conversations)
    for mark in before:
        tx.db.execute(
            "UPDATE matters SET put_off_until = ?, put_off_letter = last_incoming"
            " WHERE conversation_id = ?",
            (utc_text(until), mark.conversation_id),
        )
    _tell(tx, before)
    return before


def bring_back(tx: Transaction, conversations: Sequence[int]) -> tuple[PutOffMark, ...]:
    """Have them back at once; what was kept before is the result, for `restore`."""
    before = _marks(tx.db, conversations)
    restore(tx, [PutOffMark(mark.conversation_id, None, None) for mark in before])
    return before


def restore(tx: Transaction, marks: Sequence[PutOffMark]) -> None:
    """Keep again what was kept before."""
    tx.db.executemany(
        "UPDATE matters SET put_off_until = ?, put_off_letter = ? WHERE conversation_id = ?",
        [(mark.until, mark.letter, mark.conversation_id) for mark in marks],
    )
    _tell(tx, marks)


def next_return(db: sqlite3.Connection, after: datetime) -> datetime | None:
    """When the next conversation comes back, None where none is put off."""
    (until,) = db.execute(
        "SELECT min(put_off_until) FROM matters WHERE put_off_until > ?", (utc_text(after),)
    ).fetchone()
    return None if until is None else datetime.fromisoformat(until)


def _row(db: sqlite3.Connection, conversation_id: int, now: datetime) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(_WAITING, (utc_text(now), conversation_id)).fetchone()
    return row


def _answer_due(row: sqlite3.Row) -> datetime | None:
    if not row["complaint"]:
        return None
    if row["reply_due"]:
        return datetime.fromisoformat(row["reply_due"])
    return datetime.fromisoformat(row["waiting_since"]) + ANSWER_WITHIN


def _marks(db: sqlite3.Connection, conversations: Sequence[int]) -> tuple[PutOffMark, ...]:
    """What is kept of these, and of those that wait in the same cases."""
    found: dict[int, PutOffMark] = {}
    for conversation_id in conversations:
        for row in db.execute(_TOGETHER, (conversation_id, conversation_id)):
            mark = PutOffMark(*row)
            found[mark.conversation_id] = mark
    return tuple(found.values())


def _tell(tx: Transaction, marks: Sequence[PutOffMark]) -> None:
    tx.changed(RecordKind.CONVERSATION, [mark.conversation_id for mark in marks])


_WAITING: Final = f"""
SELECT matters.conversation_id, matters.complaint, matters.waiting_since, cases.reply_due,
       {put_off_at("matters", "?")} AS is_put_off,
       EXISTS (SELECT 1 FROM held_replies AS held
         WHERE held.conversation_id = matters.conversation_id
           AND held.state NOT IN ('cooling', 'sent', 'recalled')) AS held
FROM matters LEFT JOIN cases ON cases.id = matters.case_id
WHERE matters.conversation_id = ? AND matters.waiting_since IS NOT NULL
  AND (matters.complaint OR coalesce(cases.kind, matters.kind) <> 'praise')
"""
_TOGETHER: Final = """
SELECT conversation_id, put_off_until, put_off_letter FROM matters
WHERE conversation_id = ?
   OR waiting_since IS NOT NULL
      AND case_id = (SELECT case_id FROM matters WHERE conversation_id = ?)
"""
