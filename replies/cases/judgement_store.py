"""SQL for what the recogniser says of each letter."""

from __future__ import annotations

import json
import sqlite3

from ...mailbox.store.writer import Transaction
from ..tone.finding import Span
from .case import CaseKind, Judgement, Reason


def save_judgement(tx: Transaction, message: int, judgement: Judgement) -> None:
    """Keep the recogniser's word on a letter."""
    tx.db.execute(
        "INSERT OR REPLACE INTO judgements (message, language, complaint, kind, heat, order_refs,"
        " confidence, reasons, issues, automatic, masked)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            message,
            judgement.language,
            judgement.complaint,
            judgement.kind.value,
            judgement.heat,
            json.dumps(judgement.order_refs),
            judgement.confidence,
            json.dumps([[r.start, r.end, r.text, r.why] for r in judgement.reasons]),
            json.dumps([kind.value for kind in judgement.issues]),
            judgement.automatic,
            json.dumps(judgement.masked),
        ),
    )


def load_judgement(db: sqlite3.Connection, message: int) -> Judgement | None:
    """The recogniser's word on a letter, None for one that was never judged."""
    row = db.execute("SELECT * FROM judgements WHERE message = ?", (message,)).fetchone()
    return None if row is None else judgement_from_row(row)


def judgement_from_row(row: sqlite3.Row) -> Judgement:
    """The judgement in the columns of a row."""
    return Judgement(
        language=row["language"],
        complaint=bool(row["complaint"]),
        kind=CaseKind(row["kind"]),
        heat=row["heat"],
        order_refs=tuple(json.loads(row["order_refs"])),
        confidence=row["confidence"],
        reasons=tuple(Reason(*reason) for reason in json.loads(row["reasons"])),
        issues=tuple(CaseKind(kind) for kind in json.loads(row["issues"])),
        automatic=bool(row["automatic"]),
        masked=_spans(row),
    )


def load_masks(db: sqlite3.Connection, conversation_id: int) -> dict[int, tuple[Span, ...]]:
    """What is covered of the letters of a conversation, by the id of the message."""
    rows = db.execute(
        "SELECT message, masked FROM judgements JOIN messages ON messages.id = message"
        " WHERE conversation_id = ? AND masked <> '[]'",
        (conversation_id,),
    )
    return {row["message"]: _spans(row) for row in rows}


def _spans(row: sqlite3.Row) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in json.loads(row["masked"]))
