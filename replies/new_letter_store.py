"""SQL for letters that the seller begins herself."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Final

from ..mailbox.message import Address
from ..mailbox.sentence import Sentence
from ..mailbox.store.changes import RecordKind
from ..mailbox.store.messages import reserve_conversation
from ..mailbox.store.writer import Transaction
from .compose.store import StoredDraft, save_draft
from .errors import IllegalTransitionError
from .new_letters import NewLetter


def begin(
    tx: Transaction, account_id: int, to: Address, subject: str, body: str, now: datetime
) -> int:
    """Begin a letter, and a conversation with it; returns the conversation.

    What was thrown away before can't be taken back any more.
    """
    _forget_dropped(tx)
    conversation_id = reserve_conversation(tx.db, account_id, "")
    tx.db.execute(
        "INSERT INTO new_letters (conversation_id, to_name, to_address, subject, begun_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (conversation_id, to.name, to.addr_spec, subject, now.isoformat()),
    )
    if body:
        save_draft(tx, StoredDraft(conversation_id, subject, body), now)
    tx.changed(RecordKind.CONVERSATION, [conversation_id])
    return conversation_id


def drop(tx: Transaction, conversation_id: int, now: datetime) -> None:
    """Throw a letter away.

    Raises:
        IllegalTransitionError: it is held, or on its way.
    """
    held = tx.db.execute(
        "SELECT 1 FROM held_replies WHERE conversation_id = ? AND state <> 'recalled'",
        (conversation_id,),
    ).fetchone()
    if held is not None:
        raise IllegalTransitionError(
            Sentence("Reply", "This letter is held. Take it back first, then throw it away.")
        )
    _set_dropped(tx, conversation_id, now.isoformat())


def take_back_drop(tx: Transaction, conversation_id: int) -> None:
    """Undo `drop`."""
    _set_dropped(tx, conversation_id, None)


def keep_subject(tx: Transaction, conversation_id: int, subject: str) -> None:
    """Keep the subject of a letter that has no text yet, and so no draft; of no other one."""
    kept = tx.db.execute(
        "UPDATE new_letters SET subject = ?1 WHERE conversation_id = ?2 AND subject <> ?1",
        (subject, conversation_id),
    )
    if kept.rowcount:
        tx.changed(RecordKind.CONVERSATION, [conversation_id])


def load(db: sqlite3.Connection, conversation_id: int) -> NewLetter | None:
    """The letter that a conversation was begun with, None where it was begun by theirs."""
    row = db.execute(f"{_LETTERS} AND conversation_id = ?", (conversation_id,)).fetchone()
    return None if row is None else _letter(row)


def load_unsent(db: sqlite3.Connection) -> tuple[NewLetter, ...]:
    """Those that have not gone out, the newest first."""
    rows = db.execute(
        f"{_LETTERS} AND NOT EXISTS (SELECT 1 FROM held_replies AS sent"
        " WHERE sent.conversation_id = new_letters.conversation_id AND sent.state = 'sent')"
        " AND NOT EXISTS (SELECT 1 FROM messages"
        " WHERE messages.conversation_id = new_letters.conversation_id)"
        " ORDER BY begun_at DESC, conversation_id DESC"
    )
    return tuple(_letter(row) for row in rows)


def find_unsent(db: sqlite3.Connection, address: str, subject: str) -> NewLetter | None:
    """The newest that has not gone out to this address with this subject, None for none."""
    for letter in load_unsent(db):
        if letter.to.addr_spec.casefold() == address.casefold() and letter.subject == subject:
            return letter
    return None


def has_written(db: sqlite3.Connection) -> bool:
    """Tell whether anything was ever begun or held here."""
    row = db.execute(
        "SELECT EXISTS (SELECT 1 FROM new_letters) OR EXISTS (SELECT 1 FROM held_replies)"
    ).fetchone()
    return bool(row[0])


def correspondents(db: sqlite3.Connection) -> tuple[str, ...]:
    """Who wrote lately, as "Name <address>", the last one first."""
    rows = db.execute(
        "SELECT sender_name, sender_address, max(id) AS last FROM"
        " (SELECT id, sender_name, sender_address FROM messages"
        "  WHERE NOT is_outgoing AND automatic = '' ORDER BY id DESC LIMIT ?)"
        " GROUP BY sender_address ORDER BY last DESC",
        (_LATELY,),
    )
    return tuple(str(Address(row["sender_name"], row["sender_address"])) for row in rows)


_LATELY: Final = 3_000  # letters
_LETTERS: Final = (
    "SELECT new_letters.*, account_id FROM new_letters"
    " JOIN conversations ON conversations.id = conversation_id WHERE dropped_at IS NULL"
)


def _letter(row: sqlite3.Row) -> NewLetter:
    return NewLetter(
        row["conversation_id"],
        row["account_id"],
        Address(row["to_name"], row["to_address"]),
        row["subject"],
        datetime.fromisoformat(row["begun_at"]),
    )


def _set_dropped(tx: Transaction, conversation_id: int, at: str | None) -> None:
    tx.db.execute(
        "UPDATE new_letters SET dropped_at = ? WHERE conversation_id = ?", (at, conversation_id)
    )
    tx.changed(RecordKind.CONVERSATION, [conversation_id])


def _forget_dropped(tx: Transaction) -> None:
    tx.db.execute(
        "DELETE FROM conversations WHERE id IN"
        " (SELECT conversation_id FROM new_letters WHERE dropped_at IS NOT NULL)"
        " AND id NOT IN (SELECT conversation_id FROM held_replies)"
    )
