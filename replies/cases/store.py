"""SQL for matters, the seller's corrections, and cases.

A *matter* is what is known of a conversation beside its messages: the order, the seller's word,
since when it waits for an answer. `refresh` works it out anew from the messages after each change
and opens, moves or closes the case that belongs to it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ...mailbox.sentence import Sentence
from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from ..errors import NoSuchRecordError
from .case import (
    ANSWER_WITHIN,
    Case,
    CaseKind,
    CaseState,
    Correction,
)
from .own_letter_store import IS_BACK
from .unjudged_store import OLD_MAIL

FIRST_CASE_NUMBER: Final = 1001


def link_order(
    tx: Transaction, conversation_id: int, order_row: int | None, score: float, *, by_seller: bool
) -> None:
    """Say which order a conversation is about; the recogniser never overrules the seller."""
    _ensure_matter(tx, conversation_id)
    tx.db.execute(
        "UPDATE matters SET order_row = ?, order_score = ?, order_by_seller = ?"
        " WHERE conversation_id = ? AND (? OR NOT order_by_seller)",
        (order_row, score, by_seller, conversation_id, by_seller),
    )
    tx.changed(RecordKind.CONVERSATION, [conversation_id])


def give_back_order(
    tx: Transaction, conversation_id: int, order_row: int | None, score: float, *, by_seller: bool
) -> None:
    """Undo `link_order`: say again what was said before, by the seller or by the recogniser."""
    tx.db.execute(
        "UPDATE matters SET order_row = ?, order_score = ?, order_by_seller = ?"
        " WHERE conversation_id = ?",
        (order_row, score, by_seller, conversation_id),
    )
    tx.changed(RecordKind.CONVERSATION, [conversation_id])


def has_sellers_order(db: sqlite3.Connection, conversation_id: int) -> bool:
    """Tell whether the seller has chosen the order of a conversation herself."""
    row = db.execute(
        "SELECT order_by_seller FROM matters WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    return row is not None and bool(row["order_by_seller"])


def order_row_of(db: sqlite3.Connection, conversation_id: int) -> int | None:
    """The order that a conversation is about, None where none is known."""
    row = _maybe_matter(db, conversation_id)
    return None if row is None else row["order_row"]


def heat_of(db: sqlite3.Connection, conversation_id: int) -> int:
    """The heat of what waits in a conversation, by the seller or the recogniser: the higher."""
    row = db.execute(
        "SELECT coalesce(max(corrected_heat), 0) AS hers, coalesce(max(said.heat), 0) AS read"
        " FROM matters"
        " LEFT JOIN judgements AS said ON said.message = matters.last_incoming"
        " WHERE conversation_id = ?",
        (conversation_id,),
    ).fetchone()
    return int(max(row["hers"], row["read"]))


def is_overtaken(db: sqlite3.Connection, conversation_id: int, message: int) -> bool:
    """Tell whether a person has written in a conversation after this message."""
    row = db.execute(
        "SELECT 1 FROM messages AS newer, messages AS answered"
        " WHERE answered.id = ? AND newer.conversation_id = ? AND NOT newer.is_outgoing"
        " AND newer.automatic = '' AND newer.id <> answered.id"
        " AND newer.internal_date > answered.internal_date LIMIT 1",
        (message, conversation_id),
    ).fetchone()
    return row is not None


def is_flagged_answered(db: sqlite3.Connection, message: int) -> bool:
    r"""Tell whether a letter bears the mark \Answered."""
    row = db.execute("SELECT answered FROM messages WHERE id = ?", (message,)).fetchone()
    return row is not None and bool(row["answered"])


def correct(tx: Transaction, conversation_id: int, correction: Correction, now: datetime) -> None:
    """Keep the seller's word on a conversation; it wins over the recogniser's for good.

    What is said of the fault alone leaves the lesson that the rest is, or is no more, as it was.
    """
    kind = correction.kind.value if correction.kind else None
    fault = correction.fault.value if correction.fault else None
    tx.db.execute(
        "UPDATE matters SET corrected_complaint = :complaint, corrected_kind = :kind,"
        " corrected_heat = :heat, corrected_fault = :fault, taught_at = CASE"
        " WHEN corrected_complaint IS :complaint AND corrected_kind IS :kind"
        " AND corrected_heat IS :heat AND corrected_fault IS NOT :fault THEN taught_at"
        " ELSE :taught_at END WHERE conversation_id = :conversation",
        {
            "complaint": correction.complaint,
            "kind": kind,
            "heat": correction.heat,
            "fault": fault,
            "taught_at": now.isoformat() if correction.teaches else None,
            "conversation": conversation_id,
        },
    )
    refresh(tx, conversation_id, now)
    row = _matter(tx.db, conversation_id)
    if row["case_id"] is not None:
        said = f"complaint={correction.complaint},kind={kind},heat={correction.heat},fault={fault}"
        _event(tx, row["case_id"], now, f"corrected:{said}")


def set_answered(tx: Transaction, conversation_id: int, at: datetime) -> None:
    """Say that everything up to a moment is answered, or needs no answer."""
    tx.db.execute(
        "UPDATE matters SET answered_at = max(coalesce(answered_at, ''), ?)"
        " WHERE conversation_id = ?",
        (at.isoformat(), conversation_id),
    )
    refresh(tx, conversation_id, at)


def take_back_answered(tx: Transaction, conversation_id: int, now: datetime) -> None:
    """Undo `set_answered`: what has no answer in the mail itself waits again."""
    tx.db.execute(
        "UPDATE matters SET answered_at = NULL WHERE conversation_id = ?", (conversation_id,)
    )
    refresh(tx, conversation_id, now)


def answered_at(db: sqlite3.Connection, conversation_id: int) -> datetime | None:
    """Up to when she said that everything is answered, None where she said nothing."""
    row = _maybe_matter(db, conversation_id)
    said = None if row is None else row["answered_at"]
    return datetime.fromisoformat(said) if said else None


def can_wait_again(db: sqlite3.Connection, conversation_id: int, now: datetime) -> bool:
    """Tell whether it waits for an answer once `set_answered` is undone."""
    matter = _maybe_matter(db, conversation_id)
    if matter is None or matter["waiting_since"] or not matter["answered_at"]:
        return False
    letters = db.execute(_LETTERS, (conversation_id,)).fetchall()
    until = _answered_until(letters, _last_out(db, conversation_id), (now - OLD_MAIL).isoformat())
    return any(_wants_answer(row) and row["internal_date"] > until for row in letters)


def close_case(tx: Transaction, case_id: int, now: datetime) -> None:
    """Resolve a case: nothing is open any more."""
    tx.db.execute("UPDATE cases SET reply_due = NULL WHERE id = ?", (case_id,))
    _move(tx, case_id, CaseState.RESOLVED, now)


def move_conversation(tx: Transaction, absorbed: int, into: int, now: datetime) -> None:
    """Give what is known of one conversation to another, of which it turned out to be a part."""
    old = _maybe_matter(tx.db, absorbed)
    if _maybe_matter(tx.db, into) is None:
        tx.db.execute(
            "UPDATE matters SET conversation_id = ? WHERE conversation_id = ?", (into, absorbed)
        )
        return
    tx.db.execute(
        "UPDATE matters SET"
        " case_id = coalesce(matters.case_id, old.case_id),"
        " order_row = coalesce(matters.order_row, old.order_row),"
        " order_by_seller = max(matters.order_by_seller, old.order_by_seller),"
        " corrected_complaint = coalesce(matters.corrected_complaint, old.corrected_complaint),"
        " corrected_kind = coalesce(matters.corrected_kind, old.corrected_kind),"
        " corrected_heat = coalesce(matters.corrected_heat, old.corrected_heat),"
        " corrected_fault = coalesce(matters.corrected_fault, old.corrected_fault),"
        " taught_at = coalesce(matters.taught_at, old.taught_at)"
        " FROM (SELECT * FROM matters WHERE conversation_id = ?) AS old"
        " WHERE matters.conversation_id = ?",
        (absorbed, into),
    )
    tx.db.execute("DELETE FROM matters WHERE conversation_id = ?", (absorbed,))
    if (
        old is not None
        and old["case_id"] is not None
        and not conversations_of(tx.db, old["case_id"])
    ):
        close_case(tx, old["case_id"], now)


def conversations_of(db: sqlite3.Connection, case_id: int) -> list[int]:
    """The conversations that a case holds, the oldest first."""
    rows = db.execute(
        "SELECT conversation_id FROM matters WHERE case_id = ? ORDER BY conversation_id",
        (case_id,),
    )
    return [int(row["conversation_id"]) for row in rows]


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the messages of a conversation say, after corrections."""

    complaint: bool
    kind: CaseKind
    heat: int
    waiting_since: str | None
    last_incoming: int
    customer_address: str
    customer_name: str
    first_at: str
    account_id: int


def refresh(tx: Transaction, conversation_id: int, now: datetime) -> None:
    """Work out anew what a conversation waits for, and carry its case along."""
    standing = _standing(tx, conversation_id, now)
    tx.changed(RecordKind.CONVERSATION, [conversation_id])
    if standing is None:
        return
    case_id: int | None = _matter(tx.db, conversation_id)["case_id"]
    if case_id is None and standing.complaint and standing.waiting_since is not None:
        case_id = _find_or_open_case(tx, conversation_id, standing, now)
        tx.db.execute(
            "UPDATE matters SET case_id = ? WHERE conversation_id = ?", (case_id, conversation_id)
        )
    if case_id is not None:
        _refresh_case(tx, case_id, now)


def load_case(db: sqlite3.Connection, case_id: int) -> Case:
    """One case.

    Raises:
        NoSuchRecordError: there is none.
    """
    row = db.execute(f"{_CASES} WHERE cases.id = ? GROUP BY cases.id", (case_id,)).fetchone()
    if row is None:
        raise NoSuchRecordError(
            Sentence("Reply", "There is no case {number}. 'softanswer cases' shows them.").format(
                number=case_id
            )
        )
    return _case(row)


def find_case(db: sqlite3.Connection, number: int) -> int:
    """The id of the case that has this id, or else this number; `number` itself for none."""
    row = db.execute(
        "SELECT id FROM cases WHERE id = :n OR number = :n ORDER BY id <> :n LIMIT 1",
        {"n": number},
    ).fetchone()
    return number if row is None else int(row["id"])


def load_cases(db: sqlite3.Connection, limit: int = 1000) -> tuple[Case, ...]:
    """The cases, those first whose answer is due first."""
    rows = db.execute(
        f"{_CASES} GROUP BY cases.id ORDER BY reply_due IS NULL, reply_due, number DESC LIMIT ?",
        (limit,),
    )
    return tuple(_case(row) for row in rows)


_CASES: Final = (
    "SELECT cases.*, max(matters.order_row) AS order_row"
    " FROM cases LEFT JOIN matters ON matters.case_id = cases.id"
)


def _case(row: sqlite3.Row) -> Case:
    return Case(
        id=row["id"],
        number=row["number"],
        account_id=row["account_id"],
        state=CaseState(row["state"]),
        customer_address=row["customer_address"],
        customer_name=row["customer_name"],
        opened_at=datetime.fromisoformat(row["opened_at"]),
        reply_due=datetime.fromisoformat(row["reply_due"]) if row["reply_due"] else None,
        kind=CaseKind(row["kind"]),
        heat=row["heat"],
        order_id=row["order_row"],
    )


def _maybe_matter(db: sqlite3.Connection, conversation_id: int) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM matters WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    return row


def _matter(db: sqlite3.Connection, conversation_id: int) -> sqlite3.Row:
    row = _maybe_matter(db, conversation_id)
    if row is None:
        raise NoSuchRecordError(
            Sentence("Reply", "There is no conversation {number}.").format(number=conversation_id)
        )
    return row


_IS_BACK: Final = IS_BACK.format(m="m")
_LETTERS: Final = rf"""
SELECT m.id, m.internal_date, m.sender_address, m.sender_name, m.answered, m.automatic,
       m.account_id, m.away OR instr(lower(m.other_flags), '\deleted') AS away,
       j.complaint, j.kind, j.heat, j.automatic AS judged_automatic, {_IS_BACK} AS is_back
FROM messages AS m LEFT JOIN judgements AS j ON j.message = m.id
WHERE m.conversation_id = ? AND NOT m.is_outgoing
  AND (m.sender_address NOT IN (SELECT address FROM accounts) OR {_IS_BACK})
ORDER BY m.internal_date, m.id
"""


def _standing(tx: Transaction, conversation_id: int, now: datetime) -> _Standing | None:
    letters = tx.db.execute(_LETTERS, (conversation_id,)).fetchall()
    if not letters:
        return None
    last_out = _last_out(tx.db, conversation_id)
    _ensure_matter(tx, conversation_id)
    matter = _matter(tx.db, conversation_id)
    answered_until = _answered_until(
        letters,
        last_out,
        matter["answered_at"] or "",
        "" if matter["waiting_since"] else (now - OLD_MAIL).isoformat(),
    )
    wanted = [row for row in letters if _wants_answer(row)]
    open_letters = [row for row in wanted if row["internal_date"] > answered_until]
    newest = (wanted or letters)[-1]
    counted = open_letters or [newest]
    strongest = max(counted, key=lambda r: (r["complaint"] or 0, r["heat"] or 0, r["id"]))
    waiting_since = open_letters[0]["internal_date"] if open_letters else None
    said = matter["corrected_complaint"]
    complaint = bool(strongest["complaint"] if said is None else said)
    is_of_case = said is None and matter["case_id"] is not None
    kind = matter["corrected_kind"] or strongest["kind"] or "other"
    heat = matter["corrected_heat"]
    heat = (strongest["heat"] or 0) if heat is None else heat
    tx.db.execute(
        "UPDATE matters SET waiting_since = ?, last_incoming = ?, last_at = ?, away = ?,"
        " complaint = ?, kind = ?, heat = ? WHERE conversation_id = ?",
        (
            waiting_since,
            newest["id"],
            max(letters[-1]["internal_date"], last_out),
            all(row["away"] for row in letters),
            complaint or is_of_case,
            kind,
            heat,
            conversation_id,
        ),
    )
    return _Standing(
        complaint=complaint,
        kind=CaseKind(kind),
        heat=heat,
        waiting_since=waiting_since,
        last_incoming=newest["id"],
        customer_address=newest["sender_address"],
        customer_name=newest["sender_name"],
        first_at=counted[0]["internal_date"],
        account_id=newest["account_id"],
    )


def _last_out(db: sqlite3.Connection, conversation_id: int) -> str:
    """When she wrote last in a conversation, "" where she never did."""
    (last,) = db.execute(
        "SELECT coalesce(max(internal_date), '') FROM messages"
        " WHERE conversation_id = ? AND is_outgoing",
        (conversation_id,),
    ).fetchone()
    return str(last)


def _answered_until(letters: Sequence[sqlite3.Row], *moments: str) -> str:
    """The latest of these moments and of the letters that bear the mark of an answer."""
    return str(max(*moments, *(row["internal_date"] for row in letters if row["answered"])))


def _wants_answer(letter: sqlite3.Row) -> bool:
    """A person wrote it, or a marketplace tells of a complaint; no other machine is answered.

    Nor is she herself.
    """
    if letter["is_back"]:
        return False
    is_automatic = letter["automatic"] or letter["judged_automatic"]
    return bool(letter["complaint"]) or not is_automatic


def _ensure_matter(tx: Transaction, conversation_id: int) -> None:
    tx.db.execute(
        "INSERT OR IGNORE INTO matters (conversation_id, last_at)"
        " SELECT conversation_id, max(internal_date) FROM messages WHERE conversation_id = ?",
        (conversation_id,),
    )


def _find_or_open_case(
    tx: Transaction, conversation_id: int, standing: _Standing, now: datetime
) -> int:
    order_row = _matter(tx.db, conversation_id)["order_row"]
    row = tx.db.execute(
        "SELECT cases.id FROM cases JOIN matters ON matters.case_id = cases.id"
        " WHERE cases.customer_address = ? AND cases.state NOT IN ('resolved', 'no_complaint')"
        " AND (matters.order_row IS ? OR matters.order_row IS NULL OR ? IS NULL)"
        " ORDER BY cases.id DESC LIMIT 1",
        (standing.customer_address, order_row, order_row),
    ).fetchone()
    if row is not None:
        return int(row["id"])
    (last,) = tx.db.execute("SELECT max(number) FROM cases").fetchone()
    cursor = tx.db.execute(
        "INSERT INTO cases (number, account_id, state, customer_address, customer_name,"
        " opened_at, kind, heat) VALUES (?, ?, 'new', ?, ?, ?, ?, ?)",
        (
            FIRST_CASE_NUMBER if last is None else last + 1,
            standing.account_id,
            standing.customer_address,
            standing.customer_name,
            standing.first_at,
            standing.kind.value,
            standing.heat,
        ),
    )
    case_id = int(cursor.lastrowid or 0)
    _event(tx, case_id, now, "opened")
    return case_id


def _refresh_case(tx: Transaction, case_id: int, now: datetime) -> None:
    """Work a case out anew from all conversations of it: the hottest that waits tells its kind."""
    standings = [_standing(tx, each, now) for each in conversations_of(tx.db, case_id)]
    hottest = max(
        (each for each in standings if each is not None),
        key=lambda each: (
            each.waiting_since is not None,
            each.complaint,
            each.heat,
            each.last_incoming,
        ),
    )
    facts = tx.db.execute(
        "SELECT min(waiting_since) AS waiting_since, max(corrected_complaint) AS complaint,"
        " count(*) AS n, count(corrected_complaint) AS corrected FROM matters WHERE case_id = ?",
        (case_id,),
    ).fetchone()
    due = None
    if facts["waiting_since"]:
        due = (datetime.fromisoformat(facts["waiting_since"]) + ANSWER_WITHIN).isoformat()
    tx.db.execute(
        "UPDATE cases SET reply_due = ?, kind = ?, heat = ? WHERE id = ?",
        (due, hottest.kind.value, hottest.heat, case_id),
    )
    tx.changed(RecordKind.CASE, [case_id])
    if facts["corrected"] == facts["n"] and not facts["complaint"]:
        _move(tx, case_id, CaseState.NO_COMPLAINT, now)
    elif due is None:
        _move(tx, case_id, CaseState.WAITING, now)
    else:
        _move(tx, case_id, CaseState.COOLING if _is_held(tx, case_id) else CaseState.NEW, now)


def _is_held(tx: Transaction, case_id: int) -> bool:
    row = tx.db.execute(
        "SELECT 1 FROM held_replies JOIN matters USING (conversation_id)"
        " WHERE matters.case_id = ? AND held_replies.state NOT IN ('sent', 'recalled')",
        (case_id,),
    ).fetchone()
    return row is not None


def _move(tx: Transaction, case_id: int, state: CaseState, now: datetime) -> None:
    (was,) = tx.db.execute("SELECT state FROM cases WHERE id = ?", (case_id,)).fetchone()
    settled = {CaseState.RESOLVED.value, CaseState.NO_COMPLAINT.value}
    if was == state.value or (was in settled and state is CaseState.WAITING):
        return
    tx.db.execute("UPDATE cases SET state = ? WHERE id = ?", (state.value, case_id))
    tx.changed(RecordKind.CASE, [case_id])
    _event(tx, case_id, now, f"state:{state.value}")


def _event(tx: Transaction, case_id: int, now: datetime, what: str) -> None:
    tx.db.execute(
        "INSERT INTO case_events (case_id, at, what) VALUES (?, ?, ?)",
        (case_id, now.isoformat(), what),
    )


def load_events(db: sqlite3.Connection, case_id: int) -> tuple[tuple[datetime, str], ...]:
    """The timeline of a case, oldest first."""
    rows = db.execute("SELECT at, what FROM case_events WHERE case_id = ? ORDER BY id", (case_id,))
    return tuple((datetime.fromisoformat(r["at"]), r["what"]) for r in rows)
