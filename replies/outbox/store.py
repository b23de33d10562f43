"""SQL for held replies, the steady clock, the hold policy and the "stop all" flag."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from ...mailbox.enclosure import from_document as enclosure_of
from ...mailbox.message import Address
from ...mailbox.sentence import Sentence, from_stored, to_stored
from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from ..cases.put_off_store import bring_back
from ..compose.draft import Draft
from ..errors import IllegalTransitionError, NoSuchRecordError
from .clock import ClockMark, ClockReading
from .held_reply import LIVE, WANTS_SELLER, HeldReply, OutboxState, PausedBy
from .hold import HoldPlan
from .policy import HoldPolicy, PolicyChange, quiet_from_document, quiet_to_document


def load_mark(db: sqlite3.Connection) -> ClockMark | None:
    """The last stored reading of the steady clock, None before the first."""
    row = db.execute("SELECT * FROM steady_clock").fetchone()
    if row is None:
        return None
    reading = ClockReading(row["boot_id"], row["boottime_ns"], _time(row["wall"]))
    return ClockMark(reading, row["steady_ns"], _maybe_time(row["wall_by_boot"]) or reading.wall)


def save_mark(db: sqlite3.Connection, mark: ClockMark) -> None:
    """Keep a reading, so that the next boot knows what had passed."""
    reading = mark.reading
    db.execute(
        "INSERT INTO steady_clock (id, boot_id, boottime_ns, wall, steady_ns, wall_by_boot)"
        " VALUES (1, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET boot_id = excluded.boot_id,"
        " boottime_ns = excluded.boottime_ns, wall = excluded.wall,"
        " steady_ns = excluded.steady_ns, wall_by_boot = excluded.wall_by_boot",
        (
            reading.boot_id,
            reading.boottime_ns,
            reading.wall.isoformat(),
            mark.steady_ns,
            mark.wall_by_boot.isoformat(),
        ),
    )


def load_policies(db: sqlite3.Connection) -> tuple[PolicyChange, ...]:
    """Every policy that was ever set, oldest first."""
    rows = db.execute("SELECT set_steady_ns, policy FROM hold_policies ORDER BY id")
    return tuple(PolicyChange(r["set_steady_ns"], HoldPolicy.from_json(r["policy"])) for r in rows)


def add_policy(tx: Transaction, policy: HoldPolicy, mark: ClockMark) -> None:
    """Keep a policy, and when it was set."""
    tx.db.execute(
        "INSERT INTO hold_policies (set_steady_ns, set_at, policy) VALUES (?, ?, ?)",
        (mark.steady_ns, mark.reading.wall.isoformat(), policy.to_json()),
    )
    tx.changed(RecordKind.HOLD_POLICY)


def is_stopped(db: sqlite3.Connection) -> bool:
    """Tell whether the seller has stopped everything outgoing."""
    return bool(db.execute("SELECT stopped FROM outbox_flags").fetchone()["stopped"])


def set_stopped(tx: Transaction, *, stopped: bool) -> None:
    """Stop everything outgoing, or let it go on."""
    tx.db.execute("UPDATE outbox_flags SET stopped = ?", (stopped,))
    tx.changed(RecordKind.HELD_REPLY)


def insert(tx: Transaction, reply: HeldReply) -> int:
    """Store a new held reply; returns its id."""
    row = _row(reply)
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    cursor = tx.db.execute(f"INSERT INTO held_replies ({names}) VALUES ({marks})", row)
    reply_id = int(cursor.lastrowid or 0)
    tx.changed(RecordKind.HELD_REPLY, [reply_id])
    tx.changed(RecordKind.CONVERSATION, [reply.conversation_id])
    return reply_id


def update(tx: Transaction, before: HeldReply, after: HeldReply) -> None:
    """Store the next step of a held reply.

    Raises:
        IllegalTransitionError: another thread or program took a step in between.
    """
    row = _row(after)
    sets = ", ".join(f"{name} = :{name}" for name in row)
    cursor = tx.db.execute(
        f"UPDATE held_replies SET {sets} WHERE id = :id AND state = :was"
        " AND coalesce(sha256, '') = :was_sha256",
        {**row, "id": before.id, "was": before.state.value, "was_sha256": before.sha256},
    )
    if cursor.rowcount != 1:
        raise IllegalTransitionError(
            Sentence(
                "Outbox",
                "This reply was changed by another window or command in the meantime. Look again.",
            )
        )
    tx.changed(RecordKind.HELD_REPLY, [before.id])
    tx.changed(RecordKind.CONVERSATION, [after.conversation_id])
    if after.state is not before.state and after.state in WANTS_SELLER:
        bring_back(tx, [after.conversation_id])


def load(db: sqlite3.Connection, reply_id: int) -> HeldReply:
    """One held reply.

    Raises:
        NoSuchRecordError: there is none of that number.
    """
    row = db.execute("SELECT * FROM held_replies WHERE id = ?", (reply_id,)).fetchone()
    if row is None:
        raise NoSuchRecordError(
            Sentence(
                "Outbox", "There is no held reply {number}. 'softanswer outbox list' shows them."
            ).format(number=reply_id)
        )
    return _reply(row)


def load_in(
    db: sqlite3.Connection, states: Collection[OutboxState] = LIVE
) -> tuple[HeldReply, ...]:
    """The held replies in these states, the one that is due first at the head."""
    return _in_states(db, states, "TRUE")


def live_of_conversation(db: sqlite3.Connection, conversation_id: int) -> tuple[HeldReply, ...]:
    """The replies of a conversation that are neither sent nor taken back."""
    rows = db.execute(
        "SELECT * FROM held_replies WHERE conversation_id = ? ORDER BY id", (conversation_id,)
    )
    return tuple(reply for row in rows if (reply := _reply(row)).state in LIVE)


def live_to(db: sqlite3.Connection, conversation_id: int, address: str) -> tuple[HeldReply, ...]:
    """The replies on their way in a conversation, or to a customer's address in any."""
    return _in_states(
        db,
        LIVE,
        "(conversation_id = ? OR lower(json_extract(draft, '$.to.addr_spec')) = lower(?))",
        conversation_id,
        address,
    )


def _in_states(
    db: sqlite3.Connection, states: Collection[OutboxState], condition: str, *values: object
) -> tuple[HeldReply, ...]:
    names = json.dumps([state.value for state in states])
    rows = db.execute(
        "SELECT * FROM held_replies WHERE state IN (SELECT value FROM json_each(?))"
        f" AND {condition} ORDER BY release_steady_ns, id",
        (names, *values),
    )
    return tuple(_reply(row) for row in rows)


def move_replies(tx: Transaction, absorbed: int, into: int) -> None:
    """Give the replies of one conversation to another, of which it turned out to be a part."""
    tx.db.execute(
        "UPDATE held_replies SET conversation_id = ? WHERE conversation_id = ?", (into, absorbed)
    )
    tx.changed(RecordKind.HELD_REPLY)


def senders_on_their_way(db: sqlite3.Connection, account_id: int) -> frozenset[str]:
    """The addresses from which replies of an account are neither sent nor taken back."""
    rows = db.execute(
        "SELECT DISTINCT json_extract(draft, '$.sender.addr_spec') FROM held_replies"
        " WHERE account_id = ? AND state NOT IN ('sent', 'recalled')",
        (account_id,),
    )
    return frozenset(address for (address,) in rows)


def enclosed(db: sqlite3.Connection) -> frozenset[str]:
    """The SHA-256 of every file that goes with a reply which is neither sent nor taken back."""
    rows = db.execute(
        "SELECT DISTINCT json_extract(one.value, '$.sha256')"
        " FROM held_replies, json_each(draft, '$.enclosures') AS one"
        " WHERE state IN (SELECT value FROM json_each(?))",
        (json.dumps([state.value for state in LIVE]),),
    )
    return frozenset(digest for (digest,) in rows)


def forget_finished(tx: Transaction, account_id: int) -> None:
    """Forget the replies of an account that are sent or taken back, before it is removed."""
    tx.db.execute(
        "DELETE FROM held_replies WHERE account_id = ? AND state IN ('sent', 'recalled')",
        (account_id,),
    )


def sent_with_unread_promises(db: sqlite3.Connection) -> tuple[HeldReply, ...]:
    """Some of the replies that went out and whose promises are not recorded yet."""
    rows = db.execute(
        "SELECT * FROM held_replies WHERE state = 'sent' AND NOT promises_read LIMIT 20"
    )
    return tuple(_reply(row) for row in rows)


def note_promises_read(db: sqlite3.Connection, reply_id: int) -> None:
    """Note that the promises of a reply are recorded."""
    db.execute("UPDATE held_replies SET promises_read = 1 WHERE id = ?", (reply_id,))


def by_message_id(db: sqlite3.Connection, message_id: str) -> HeldReply | None:
    """The held reply with this Message-ID, None where there is none."""
    row = db.execute("SELECT * FROM held_replies WHERE message_id = ?", (message_id,)).fetchone()
    return None if row is None else _reply(row)


def to_document(reply: HeldReply) -> dict[str, Any]:
    """A held reply as plain values for JSON, bytes left out (for the journal)."""
    row = _row(reply)
    del row["raw"]
    return row


def from_document(document: Mapping[str, Any]) -> HeldReply:
    """The held reply that `to_document` wrote; without an approval, as its bytes are not kept.

    It raises one of `DAMAGED` where it is something else.
    """
    later = {"pause_note": "", "was_answered": False}
    lacking = {"approved_at": None, "approved_steady_ns": None, "raw": None, "sha256": ""}
    return _reply({"id": 0, **later, **document, **lacking})


def _row(reply: HeldReply) -> dict[str, Any]:
    draft = asdict(reply.draft)
    plan = reply.plan
    return {
        "account_id": reply.draft.account_id,
        "conversation_id": reply.conversation_id,
        "reply_to_message": reply.draft.reply_to_message or None,
        "draft": json.dumps(draft, ensure_ascii=False),
        "first_draft": reply.first_body,
        "dismissals": json.dumps(reply.dismissals, ensure_ascii=False),
        "message_id": reply.message_id,
        "state": reply.state.value,
        "heat": plan.heat,
        "held_at": reply.held_at.isoformat(),
        "send_after": plan.send_after.isoformat(),
        "held_steady_ns": reply.held_steady_ns,
        "release_steady_ns": reply.release_steady_ns,
        "plan": json.dumps(
            {
                "length_s": plan.length.total_seconds(),
                "base_s": plan.base.total_seconds(),
                "factor": plan.factor,
                "deadline": _text(plan.deadline),
                "is_cut": plan.is_cut,
                "sends_itself": plan.sends_itself,
                "own_heat": plan.own_heat,
                "quiet": quiet_to_document(plan.quiet),
                "customer_zones": plan.customer_zones,
            }
        ),
        "approved_at": _text(reply.approved_at),
        "raw": reply.raw,
        "sha256": reply.sha256,
        "dotted_at": _text(reply.dotted_at),
        "sent_at": _text(reply.sent_at),
        "attempts": reply.attempts,
        "retry_steady_ns": reply.retry_steady_ns,
        "problem": to_stored(reply.problem),
        "paused_by": reply.paused_by.value,
        "pause_note": to_stored(reply.pause_note),
        "approved_steady_ns": reply.approved_steady_ns,
        "was_answered": reply.was_answered,
    }


def _reply(row: Mapping[str, Any]) -> HeldReply:
    draft = json.loads(row["draft"])
    plan = json.loads(row["plan"])
    return HeldReply(
        id=row["id"],
        conversation_id=row["conversation_id"],
        draft=Draft(
            account_id=row["account_id"],
            reply_to_message=row["reply_to_message"] or 0,
            sender=Address(**draft["sender"]),
            to=Address(**draft["to"]),
            subject=draft["subject"],
            body=draft["body"],
            in_reply_to=draft["in_reply_to"],
            references=tuple(draft["references"]),
            enclosures=tuple(enclosure_of(one) for one in draft.get("enclosures", ())),
        ),
        first_body=row["first_draft"],
        dismissals=tuple((rule, reason) for rule, reason in json.loads(row["dismissals"])),
        message_id=row["message_id"],
        state=OutboxState(row["state"]),
        plan=HoldPlan(
            length=timedelta(seconds=plan["length_s"]),
            send_after=_time(row["send_after"]),
            base=timedelta(seconds=plan["base_s"]),
            factor=plan["factor"],
            heat=row["heat"],
            deadline=_maybe_time(plan["deadline"]),
            is_cut=plan["is_cut"],
            sends_itself=plan["sends_itself"],
            own_heat=plan.get("own_heat", 0),
            quiet=quiet_from_document(plan.get("quiet", ())),
            customer_zones=tuple(plan.get("customer_zones", ())),
        ),
        held_at=_time(row["held_at"]),
        held_steady_ns=row["held_steady_ns"],
        release_steady_ns=row["release_steady_ns"],
        approved_at=_maybe_time(row["approved_at"]),
        raw=row["raw"],
        sha256=row["sha256"] or "",
        dotted_at=_maybe_time(row["dotted_at"]),
        sent_at=_maybe_time(row["sent_at"]),
        attempts=row["attempts"],
        retry_steady_ns=row["retry_steady_ns"],
        problem=from_stored(row["problem"]),
        paused_by=PausedBy(row["paused_by"]),
        pause_note=from_stored(row["pause_note"]),
        approved_steady_ns=row["approved_steady_ns"],
        was_answered=bool(row["was_answered"]),
    )


def _text(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()


def _maybe_time(text: str | None) -> datetime | None:
    return None if text is None else _time(text)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
