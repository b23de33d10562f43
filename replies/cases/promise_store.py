"""SQL for promises: what replies that went out have said we will do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from .promise import Promise


@dataclass(frozen=True, slots=True)
class RecordedPromise:
    """A promise that went out.

    Attributes:
        message_id: of the reply that made it.
        kept_at: when the seller said that it is kept, None while it is open.
    """

    id: int
    message_id: str
    promise: Promise
    made_at: datetime
    kept_at: datetime | None = None


def record(
    tx: Transaction, *, conversation_id: int, message_id: str, body: str, sent_at: datetime
) -> None:
    """Keep the promises of a reply that has gone out; a second time changes nothing.

    Args:
        sent_at: days such as "tomorrow" count from it, in the zone of this computer.
    """
    from ..language.detect import language_of  # with the rules 0.3 s, not before a reply goes out
    from .promises import promises_in

    promises = promises_in(body, language_of(body), sent_at.astimezone().date())
    record_promises(tx, conversation_id, message_id, promises, sent_at)


def record_promises(
    tx: Transaction,
    conversation_id: int,
    message_id: str,
    promises: Iterable[Promise],
    at: datetime,
) -> None:
    """Keep what a reply promises; what is kept of it already stays as it is."""
    rows = [
        (
            conversation_id,
            message_id,
            promise.sentence,
            promise.due.isoformat() if promise.due else None,
            at.isoformat(),
        )
        for promise in promises
    ]
    tx.db.executemany(
        "INSERT OR IGNORE INTO promises (conversation_id, message_id, sentence, due, made_at)"
        " VALUES (?, ?, ?, ?, ?)",
        rows,
    )
    if rows:
        tx.changed(RecordKind.CONVERSATION, [conversation_id])


def load_promises(db: sqlite3.Connection, conversation_id: int) -> tuple[RecordedPromise, ...]:
    """The promises made in a conversation: the earliest due first, those without a day last."""
    rows = db.execute(
        "SELECT * FROM promises WHERE conversation_id = ? ORDER BY due IS NULL, due, id",
        (conversation_id,),
    )
    return tuple(_recorded(row) for row in rows)


def _recorded(row: sqlite3.Row) -> RecordedPromise:
    due = date.fromisoformat(row["due"]) if row["due"] else None
    return RecordedPromise(
        id=row["id"],
        message_id=row["message_id"],
        promise=Promise(row["sentence"], due),
        made_at=datetime.fromisoformat(row["made_at"]),
        kept_at=datetime.fromisoformat(row["kept_at"]) if row["kept_at"] else None,
    )
