"""SQL for the rows of the inbox and for one letter with all that is known of it; reading only."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from ..mailbox.message import Address, StoredMessage
from ..mailbox.sentence import Sentence
from ..mailbox.store.message_rows import utc_text
from ..mailbox.store.messages import load_conversation
from . import new_letter_store
from .cases import store as cases
from .cases.case import ANSWER_WITHIN, CaseKind, Correction, Judgement
from .cases.judgement_store import judgement_from_row, load_masks
from .cases.lesson_store import load_learnt
from .cases.own_letter_store import IS_BACK, is_back
from .cases.put_off_store import put_off_at
from .errors import NoSuchRecordError
from .inbox import InboxRow, Matter, RowState, Shelf, ShelfCounts
from .new_letters import NewLetter, matter_of, row_of
from .orders import store as orders
from .orders.order import Marketplace
from .tone.fault import Fault


def rows(
    db: sqlite3.Connection, shelf: Shelf, now: datetime, limit: int = 500
) -> tuple[InboxRow, ...]:
    """The rows of a shelf; where an answer is owed, complaints first, then what breaks first."""
    found = db.execute(
        _detailed(f"{_ON_SHELF[shelf]} LIMIT :limit"), {"now": utc_text(now), "limit": limit}
    )
    return tuple(_inbox_row(row) for row in found)


def rows_begun_here(db: sqlite3.Connection) -> tuple[InboxRow, ...]:
    """The letters that the seller writes first and has not sent yet, the newest first."""
    return tuple(_begun_row(db, letter) for letter in new_letter_store.load_unsent(db))


def rows_come_back(db: sqlite3.Connection, now: datetime) -> tuple[InboxRow, ...]:
    """The letters of hers to herself that came in again and are not put away, newest first."""
    return tuple(_inbox_row(row) for row in db.execute(_detailed(_BACK), {"now": utc_text(now)}))


def found_rows(
    db: sqlite3.Connection, message_ids: Sequence[int], now: datetime
) -> tuple[InboxRow, ...]:
    """The rows of the conversations that these messages belong to, newest first."""
    found = db.execute(
        _detailed(f"{_OF_HITS} {_NEWEST_FIRST}", f"{_HITS},"),
        {"hits": json.dumps(list(message_ids)), "now": utc_text(now)},
    )
    return tuple(_inbox_row(row) for row in found)


def rows_after(
    db: sqlite3.Connection, message_id: int, now: datetime, limit: int
) -> tuple[InboxRow, ...]:
    """The rows that need an answer for a letter that was stored after this one, newest first."""
    which = f"{_NEEDS_ANSWER} AND matters.last_incoming > :after {_NEWEST_FIRST} LIMIT :limit"
    values = {"after": message_id, "now": utc_text(now), "limit": limit}
    return tuple(_inbox_row(row) for row in db.execute(_detailed(which), values))


def rows_back(
    db: sqlite3.Connection, since: datetime, now: datetime, limit: int
) -> tuple[InboxRow, ...]:
    """The rows that were put off until a moment after `since` and need an answer again."""
    which = (
        f"{_NEEDS_ANSWER} AND matters.put_off_letter = matters.last_incoming"
        " AND matters.put_off_until > :since AND matters.put_off_until <= :now"
        f" {_NEWEST_FIRST} LIMIT :limit"
    )
    values = {"since": utc_text(since), "now": utc_text(now), "limit": limit}
    return tuple(_inbox_row(row) for row in db.execute(_detailed(which), values))


def newest_letter(db: sqlite3.Connection) -> int:
    """The row of the letter that was stored last, 0 where there is none."""
    (newest,) = db.execute("SELECT max(id) FROM messages").fetchone()
    return int(newest or 0)


def count_found(db: sqlite3.Connection, message_ids: Sequence[int]) -> int:
    """How many rows `found_rows` has for these messages."""
    (count,) = db.execute(
        f"WITH {_HITS} SELECT count(*) {_FROM} {_OF_HITS}",
        {"hits": json.dumps(list(message_ids))},
    ).fetchone()
    return int(count)


def counts(db: sqlite3.Connection, now: datetime) -> ShelfCounts:
    """How many rows each shelf holds."""
    row = db.execute(
        f"SELECT (SELECT count(*) {_FROM} {_NEEDS_ANSWER}) AS needs_answer,"
        f" (SELECT count(*) {_FROM} {_WAITING}) AS waiting,"
        f" (SELECT count(*) {_FROM} {_PUT_OFF}) AS put_off,"
        f" (SELECT count(*) {_FROM} {_PRAISE}) AS praise,"
        " (SELECT count(*) FROM held_replies WHERE state NOT IN ('sent', 'recalled')) AS held",
        {"now": utc_text(now)},
    ).fetchone()
    return ShelfCounts(
        needs_answer=int(row["needs_answer"]),
        held=int(row["held"]),
        waiting=int(row["waiting"]),
        praise=int(row["praise"]),
        put_off=int(row["put_off"]),
    )


def is_listed(db: sqlite3.Connection, conversation_id: int) -> bool:
    """Tell whether a conversation stands in the lists: a letter lies in INBOX, or work is open."""
    row = db.execute(
        "SELECT 1 FROM matters LEFT JOIN cases ON cases.id = matters.case_id"
        f" WHERE matters.conversation_id = ? AND {_LISTED.format(matters='matters')}",
        (conversation_id,),
    ).fetchone()
    return row is not None


def load_matter(db: sqlite3.Connection, conversation_id: int) -> Matter:
    """All that is known of a conversation.

    Raises:
        NoSuchRecordError: there is none of this number, or it holds no letter of a customer.
    """
    row = db.execute(
        "SELECT * FROM matters WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    if row is None or row["last_incoming"] is None:
        if (begun := new_letter_store.load(db, conversation_id)) is not None:
            return matter_of(begun)
        raise NoSuchRecordError(
            Sentence("Reply", "There is no letter of a customer in {number}.").format(
                number=conversation_id
            )
        )
    conversation = load_conversation(db, conversation_id)
    letter = next(m for m in conversation if m.id == row["last_incoming"])
    kind = row["corrected_kind"]
    complaint = row["corrected_complaint"]
    waiting = row["waiting_since"]
    return Matter(
        conversation_id=conversation_id,
        account_id=letter.account_id,
        messages=conversation,
        letter=letter,
        judgement=_judgement(db, conversation_id, letter, waiting),
        correction=Correction(
            complaint=None if complaint is None else bool(complaint),
            kind=CaseKind(kind) if kind else None,
            heat=row["corrected_heat"],
            fault=Fault(fault) if (fault := row["corrected_fault"]) else None,
        ),
        case=cases.load_case(db, row["case_id"]) if row["case_id"] else None,
        order=orders.load_order(db, row["order_row"]) if row["order_row"] else None,
        order_score=row["order_score"],
        order_by_seller=bool(row["order_by_seller"]),
        waiting_since=datetime.fromisoformat(waiting) if waiting else None,
        masks=load_masks(db, conversation_id),
        learnt=load_learnt(db, letter.id),
        is_back=is_back(db, letter.id),
    )


def matter_of_message(db: sqlite3.Connection, message_id: int) -> Matter:
    """All that is known of the conversation of a message.

    Raises:
        NoSuchRecordError: there is no such message.
    """
    row = db.execute("SELECT conversation_id FROM messages WHERE id = ?", (message_id,)).fetchone()
    if row is None:
        raise NoSuchRecordError(
            Sentence(
                "Reply", "There is no message {number}. 'softanswer messages' shows them."
            ).format(number=message_id)
        )
    return load_matter(db, row["conversation_id"])


def _judgement(
    db: sqlite3.Connection, conversation_id: int, letter: StoredMessage, waiting: str | None
) -> Judgement:
    """The strongest word among the letters that wait; the newest letter's where none does."""
    row = db.execute(
        "SELECT judgements.* FROM judgements JOIN messages ON messages.id = judgements.message"
        " WHERE conversation_id = ? AND NOT is_outgoing AND internal_date >= ?"
        " ORDER BY complaint DESC, heat DESC, messages.id DESC LIMIT 1",
        (conversation_id, waiting or letter.internal_date.isoformat()),
    ).fetchone()
    if row is None:
        return Judgement(language="en", complaint=False, kind=CaseKind.OTHER, heat=0)
    return judgement_from_row(row)


# Conversations whose letters were all moved away are left out, unless a case is open or a reply is
# held.
_LISTED: Final = """
(NOT {matters}.away OR cases.state NOT IN ('resolved', 'no_complaint')
 OR EXISTS (SELECT 1 FROM held_replies AS live
   WHERE live.conversation_id = {matters}.conversation_id
     AND live.state NOT IN ('sent', 'recalled')))
"""
# One row a case, or a conversation without one: the newest that waits, else the newest. Each
# conversation is asked by itself whether it leads its case, so that an index gives the first rows
# of a shelf without a look at the others.
_LEADS: Final = f"""
NOT EXISTS (SELECT 1 FROM matters AS other
  WHERE other.case_id = matters.case_id AND other.last_incoming IS NOT NULL
    AND (other.waiting_since IS NOT NULL, other.last_at, other.conversation_id)
      > (matters.waiting_since IS NOT NULL, matters.last_at, matters.conversation_id)
    AND {_LISTED.format(matters="other")})
"""
_FROM: Final = f"""
FROM matters
LEFT JOIN cases ON cases.id = matters.case_id
WHERE matters.last_incoming IS NOT NULL AND {_LISTED.format(matters="matters")} AND {_LEADS}
"""
_IS_PUT_OFF: Final = put_off_at("matters", ":now")
# What is chosen for a list, in its order.
_CHOSEN: Final = f"""
SELECT matters.conversation_id, matters.waiting_since, matters.last_incoming,
       CASE WHEN matters.put_off_letter = matters.last_incoming
         AND matters.waiting_since IS NOT NULL THEN matters.put_off_until END AS put_off_until,
       {_IS_PUT_OFF} AS is_put_off,
       matters.complaint, coalesce(cases.kind, matters.kind) AS kind,
       coalesce(cases.heat, matters.heat) AS heat,
       cases.number AS case_number, cases.state AS case_state, matters.order_row
{_FROM}
"""
# What only the rows that are shown need: looked up after the shelf and its limit have chosen them.
_DETAILS: Final = f"""
SELECT chosen.*,
       letter.sender_name, letter.sender_address, letter.subject, letter.internal_date,
       letter.seen, {IS_BACK.format(m="letter")} AS is_back, coalesce(said.issues, '[]') AS issues,
       EXISTS (SELECT 1 FROM messages AS m
         WHERE m.conversation_id = chosen.conversation_id AND m.flagged) AS flagged,
       (SELECT count(*) FROM messages AS m
         WHERE m.conversation_id = chosen.conversation_id AND NOT m.is_outgoing
           AND m.internal_date >= chosen.waiting_since) AS mails,
       orders.order_id AS order_number, orders.marketplace,
       json_extract(orders.document, '$.items[0].title') AS order_title,
       held.state AS held_state, held.send_after,
       drafts.conversation_id IS NOT NULL AS has_draft
FROM chosen
JOIN messages AS letter ON letter.id = chosen.last_incoming
LEFT JOIN judgements AS said ON said.message = chosen.last_incoming
LEFT JOIN orders ON orders.id = chosen.order_row
LEFT JOIN held_replies AS held ON held.conversation_id = chosen.conversation_id
      AND held.state NOT IN ('sent', 'recalled')
LEFT JOIN drafts ON drafts.conversation_id = chosen.conversation_id
ORDER BY chosen.place
"""
# The conversations and cases of some messages, and that a row is one of theirs.
_HITS: Final = """
hits AS MATERIALIZED (SELECT conversation_id, case_id FROM messages JOIN matters
  USING (conversation_id) WHERE messages.id IN (SELECT value FROM json_each(:hits)))
"""
_OF_HITS: Final = """
AND (matters.conversation_id IN (SELECT conversation_id FROM hits)
     OR matters.case_id IN (SELECT case_id FROM hits))
"""
_NEWEST_FIRST: Final = "ORDER BY matters.last_at DESC"
_OWED: Final = """
AND matters.waiting_since IS NOT NULL
AND (matters.complaint OR coalesce(cases.kind, matters.kind) <> 'praise')
"""
_NEEDS_ANSWER: Final = f"{_OWED} AND NOT {_IS_PUT_OFF}"
_PUT_OFF: Final = f"{_OWED} AND matters.put_off_until IS NOT NULL AND {_IS_PUT_OFF}"
_WAITING: Final = """
AND matters.waiting_since IS NULL
AND matters.case_id IN (SELECT id FROM cases WHERE state = 'waiting')
"""
_PRAISE: Final = "AND matters.kind = 'praise' AND NOT matters.complaint"
_STARRED: Final = """
AND matters.conversation_id IN (SELECT conversation_id FROM messages WHERE flagged)
"""
_BACK: Final = f"""
AND matters.conversation_id IN (SELECT conversation_id FROM new_letters)
AND matters.waiting_since IS NULL AND coalesce(matters.answered_at, '') <= (
  SELECT coalesce(max(sent_at), '') FROM held_replies AS went
  WHERE went.conversation_id = matters.conversation_id)
AND EXISTS (SELECT 1 FROM messages AS m
  WHERE m.id = matters.last_incoming AND {IS_BACK.format(m="m")})
{_NEWEST_FIRST}
"""
_ON_SHELF: Final = {
    Shelf.NEEDS_ANSWER: f"{_NEEDS_ANSWER}"
    " ORDER BY matters.complaint DESC, coalesce(cases.reply_due, matters.waiting_since)",
    Shelf.WAITING: f"{_WAITING} {_NEWEST_FIRST}",
    Shelf.PUT_OFF: f"{_PUT_OFF} ORDER BY matters.put_off_until, matters.last_at",
    Shelf.PRAISE: f"{_PRAISE} {_NEWEST_FIRST}",
    Shelf.STARRED: f"{_STARRED} {_NEWEST_FIRST}",
    Shelf.ALL: _NEWEST_FIRST,
}
_HELD_STATES: Final = {
    "cooling": RowState.COOLING,
    "ready": RowState.READY,
    "sending": RowState.READY,
    "paused": RowState.PAUSED,
    "failed": RowState.FAILED,
    "uncertain": RowState.UNCERTAIN,
}


def _detailed(which: str, before: str = "") -> str:
    """The statement that gives rows with their details, in the order of the choice.

    Args:
        which: conditions on the matters, order and limit.
        before: tables that these name.
    """
    return (
        f"WITH {before} ordered AS ({_CHOSEN} {which}),"
        " chosen AS MATERIALIZED (SELECT *, row_number() OVER () AS place FROM ordered)"
        f" {_DETAILS}"
    )


def _inbox_row(row: sqlite3.Row) -> InboxRow:
    waiting, until = row["waiting_since"], row["put_off_until"]
    return InboxRow(
        conversation_id=row["conversation_id"],
        message_id=row["last_incoming"],
        customer=Address(row["sender_name"], row["sender_address"]),
        subject=row["subject"],
        received_at=datetime.fromisoformat(row["internal_date"]),
        complaint=bool(row["complaint"]),
        kind=CaseKind(row["kind"]),
        heat=row["heat"],
        issues=tuple(CaseKind(kind) for kind in json.loads(row["issues"])),
        due=datetime.fromisoformat(waiting) + ANSWER_WITHIN if waiting else None,
        case_number=row["case_number"],
        order_title=row["order_title"] or "",
        order_number=row["order_number"] or "",
        marketplace=Marketplace(row["marketplace"]) if row["marketplace"] else None,
        state=_row_state(row),
        send_after=datetime.fromisoformat(row["send_after"]) if row["send_after"] else None,
        seen=bool(row["seen"]),
        flagged=bool(row["flagged"]),
        mails=row["mails"],
        put_off_until=datetime.fromisoformat(until) if until else None,
        is_back=bool(row["is_back"]),
    )


def _begun_row(db: sqlite3.Connection, letter: NewLetter) -> InboxRow:
    held = db.execute(
        "SELECT state, send_after FROM held_replies WHERE conversation_id = ?"
        " AND state NOT IN ('sent', 'recalled')",
        (letter.conversation_id,),
    ).fetchone()
    if held is None:
        return row_of(letter, RowState.DRAFT, None)
    send_after = datetime.fromisoformat(held["send_after"])
    return row_of(letter, _HELD_STATES[held["state"]], send_after)


def _row_state(row: sqlite3.Row) -> RowState:
    if row["is_put_off"]:
        return RowState.PUT_OFF
    if row["held_state"]:
        return _HELD_STATES[row["held_state"]]
    if row["put_off_until"]:
        return RowState.BACK
    if row["has_draft"]:
        return RowState.DRAFT
    return RowState.WAITING if row["case_state"] == "waiting" else RowState.NONE
