"""SQL for telephone calls: what came of one, in the timeline of its case."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction


class CallOutcome(Enum):
    """What came of a call, as the timeline of a case has it."""

    TALKED = "call:talked"
    NO_ANSWER = "call:no_answer"


def log_call(tx: Transaction, conversation_id: int, outcome: CallOutcome, at: datetime) -> None:
    """Note a call in the case of a conversation; ordinary mail has none, and keeps no timeline."""
    row = tx.db.execute(
        "SELECT case_id FROM matters WHERE conversation_id = ? AND case_id IS NOT NULL",
        (conversation_id,),
    ).fetchone()
    if row is None:
        return
    tx.db.execute(
        "INSERT INTO case_events (case_id, at, what) VALUES (?, ?, ?)",
        (row["case_id"], at.isoformat(), outcome.value),
    )
    tx.changed(RecordKind.CASE, [row["case_id"]])
