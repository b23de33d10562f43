"""SQL for drafts: the text of a reply that is still being written, and its files."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from ...mailbox.enclosure import Enclosure, from_document
from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from .version_store import move_versions, note_change
from .versions import DraftVersion


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft as it was last saved.

    Attributes:
        dismissals: the rules that the seller set aside, each with her reason.
        sender: the address in From, "" for the one that the letter asks for.
        enclosures: the files that go with it.
    """

    conversation_id: int
    subject: str
    body: str
    dismissals: tuple[tuple[str, str], ...] = ()
    sender: str = ""
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def is_empty(self) -> bool:
        """There is nothing in it that is worth keeping."""
        return not (self.body.strip() or self.enclosures)


def save_draft(tx: Transaction, draft: StoredDraft, now: datetime) -> None:
    """Keep the draft of a conversation; an empty one is forgotten.

    What is written over stays as a version, where words of it would be lost.
    """
    row = _row(tx.db, draft.conversation_id)
    if row is not None:
        note_change(tx, draft.conversation_id, _version(row), draft.body, now)
    if draft.is_empty:
        delete_draft(tx, draft.conversation_id)
        return
    tx.db.execute(
        "INSERT INTO drafts (conversation_id, subject, body, dismissals, sender, enclosures,"
        " saved_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (conversation_id) DO UPDATE SET"
        " subject = excluded.subject, body = excluded.body, dismissals = excluded.dismissals,"
        " sender = excluded.sender, enclosures = excluded.enclosures,"
        " saved_at = excluded.saved_at",
        (
            draft.conversation_id,
            draft.subject,
            draft.body,
            json.dumps(draft.dismissals, ensure_ascii=False),
            draft.sender,
            json.dumps([asdict(one) for one in draft.enclosures], ensure_ascii=False),
            now.isoformat(),
        ),
    )
    tx.changed(RecordKind.DRAFT, [draft.conversation_id])


def delete_draft(tx: Transaction, conversation_id: int) -> None:
    """Forget the draft of a conversation, if there is one."""
    tx.db.execute("DELETE FROM drafts WHERE conversation_id = ?", (conversation_id,))
    tx.changed(RecordKind.DRAFT, [conversation_id])


def load_draft(db: sqlite3.Connection, conversation_id: int) -> StoredDraft | None:
    """The draft of a conversation, None where none was begun."""
    row = _row(db, conversation_id)
    if row is None:
        return None
    dismissals = tuple((rule, reason) for rule, reason in json.loads(row["dismissals"]))
    enclosures = tuple(from_document(one) for one in json.loads(row["enclosures"]))
    return StoredDraft(
        conversation_id, row["subject"], row["body"], dismissals, row["sender"], enclosures
    )


def enclose(tx: Transaction, conversation_id: int, one: Enclosure, now: datetime) -> None:
    """Put a file to the draft of a conversation, which is begun where there is none."""
    draft = load_draft(tx.db, conversation_id) or StoredDraft(conversation_id, "", "")
    if one not in draft.enclosures:
        save_draft(tx, replace(draft, enclosures=(*draft.enclosures, one)), now)


def enclosed(db: sqlite3.Connection) -> frozenset[str]:
    """The SHA-256 of every file that goes with a draft."""
    rows = db.execute(
        "SELECT DISTINCT json_extract(value, '$.sha256') FROM drafts, json_each(enclosures)"
    )
    return frozenset(digest for (digest,) in rows)


def move_drafts(tx: Transaction, absorbed: int, into: int) -> None:
    """Give the draft of one conversation to another; beside one of its own it is a version."""
    row = _row(tx.db, absorbed)
    own = _row(tx.db, into)
    move_versions(tx, absorbed, into)
    if row is not None and own is not None:
        moved = _version(row)
        note_change(tx, into, moved, own["body"], moved.saved_at)
    tx.db.execute(
        "UPDATE OR IGNORE drafts SET conversation_id = ? WHERE conversation_id = ?",
        (into, absorbed),
    )
    tx.changed(RecordKind.DRAFT, [into])


def _row(db: sqlite3.Connection, conversation_id: int) -> sqlite3.Row | None:
    found: sqlite3.Row | None = db.execute(
        "SELECT * FROM drafts WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    return found


def _version(row: sqlite3.Row) -> DraftVersion:
    saved_at = datetime.fromisoformat(row["saved_at"])
    return DraftVersion(row["body"], saved_at, saved_at)
