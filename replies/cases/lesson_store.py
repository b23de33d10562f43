"""SQL for the lessons that corrections are, and for forgetting them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Final

from ...mailbox.store.writer import Transaction
from .case import CaseKind, Correction, Judgement
from .judgement_store import judgement_from_row
from .lessons import Learnt, Lesson, Moved, as_read, taught

_MOST: Final = 500  # the newest lessons count


def load_lessons(db: sqlite3.Connection) -> tuple[Lesson, ...]:
    """What the seller taught and did not forget, the newest first."""
    rows = db.execute(
        "SELECT judgements.*, conversation_id, corrected_complaint, corrected_kind,"
        " corrected_heat, sender_address FROM"
        " (SELECT matters.*, messages.sender_address, messages.id AS letter FROM matters"
        " JOIN messages ON messages.id = matters.last_incoming"
        " WHERE taught_at IS NOT NULL ORDER BY taught_at DESC LIMIT ?) AS said"
        " JOIN judgements ON judgements.message = said.letter ORDER BY said.taught_at DESC",
        (_MOST,),
    )
    return tuple(_lesson(row) for row in rows)


def forget_lessons(tx: Transaction, conversation_ids: Iterable[int]) -> None:
    """Let these teach nothing more; what she said of the letters themselves stays."""
    tx.db.executemany(
        "UPDATE matters SET taught_at = NULL WHERE conversation_id = ?",
        [(conversation_id,) for conversation_id in conversation_ids],
    )


def save_taught(
    tx: Transaction, message: int, judgement: Judgement, sender: str, lessons: tuple[Lesson, ...]
) -> None:
    """Keep a judgement as the lessons move it, and what they moved."""
    moved_judgement, moved = taught(judgement, sender, lessons)
    if moved:
        tx.db.execute(
            "UPDATE judgements SET complaint = ?, kind = ?, heat = ?, learnt = ?"
            " WHERE message = ?",
            (
                moved_judgement.complaint,
                moved_judgement.kind.value,
                moved_judgement.heat,
                json.dumps([[m.moved.value, m.was, m.now, m.count, m.sender] for m in moved]),
                message,
            ),
        )


def load_learnt(db: sqlite3.Connection, message: int) -> tuple[Learnt, ...]:
    """What lessons moved in the judgement of a letter."""
    row = db.execute("SELECT learnt FROM judgements WHERE message = ?", (message,)).fetchone()
    return () if row is None else _learnt(row)


def _learnt(row: sqlite3.Row) -> tuple[Learnt, ...]:
    return tuple(
        Learnt(Moved(moved), was, now, count, sender)
        for moved, was, now, count, sender in json.loads(row["learnt"])
    )


def _lesson(row: sqlite3.Row) -> Lesson:
    complaint, kind = row["corrected_complaint"], row["corrected_kind"]
    return Lesson(
        conversation_id=row["conversation_id"],
        sender=row["sender_address"],
        read=as_read(judgement_from_row(row), _learnt(row)),
        said=Correction(
            complaint=None if complaint is None else bool(complaint),
            kind=CaseKind(kind) if kind else None,
            heat=row["corrected_heat"],
        ),
    )
