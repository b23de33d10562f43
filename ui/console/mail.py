"""The commands about letters: messages, message, cases."""

from __future__ import annotations

import argparse
import sys

from ...mailbox.sentence import Sentence
from ...mailbox.store.messages import load_message, load_raw
from ...replies.cases import store as cases
from ...replies.cases.judgement_store import load_judgement
from ...replies.orders.store import load_order
from ...replies.search.parsing import parse
from ...replies.search.store import find
from ..profile import Profile
from .exits import OK
from .output import complain, say, say_json, utc
from .tongue import spoken


def messages(options: argparse.Namespace, profile: Profile) -> int:
    """List the newest messages, or those that a search finds."""
    now = profile.clock.read().wall
    search = parse(options.query, now.astimezone().date())
    for note in search.notes:
        complain(note.said)
    with profile.reading() as db:
        rows = find(db, search.query, options.limit, now)
        found = [load_message(db, row) for row in rows]
    if options.format == "json":
        say_json(
            [
                {
                    "id": m.id,
                    "account": m.account_id,
                    "folder": m.key.folder,
                    "conversation": m.conversation_id,
                    "message_id": m.message.message_id,
                    "from": str(m.message.sender),
                    "to": [str(address) for address in m.message.to],
                    "subject": m.message.subject,
                    "date": utc(m.message.date),
                    "received_at": utc(m.internal_date),
                    "flags": sorted(m.flags),
                    "outgoing": m.is_outgoing,
                }
                for m in found
            ]
        )
        return OK
    for m in found:
        say(
            f"{m.id:>6}  {m.internal_date:%Y-%m-%d %H:%M}  {m.message.sender}  {m.message.subject}"
        )
    return OK


def message(options: argparse.Namespace, profile: Profile) -> int:
    """Show one message: its text, its facts as JSON, or its bytes."""
    with profile.reading() as db:
        if options.format == "eml":
            sys.stdout.buffer.write(load_raw(db, options.id))
            return OK
        stored = load_message(db, options.id)
        judgement = load_judgement(db, options.id)
    m = stored.message
    if options.format == "text":
        say(f"From: {m.sender}\nSubject: {m.subject}\nDate: {utc(m.date)}\n\n{m.text}")
        return OK
    say_json(
        {
            "id": stored.id,
            "message_id": m.message_id,
            "from": str(m.sender),
            "to": [str(address) for address in m.to],
            "subject": m.subject,
            "date": utc(m.date),
            "received_at": utc(stored.internal_date),
            "flags": sorted(stored.flags),
            "text": m.text,
            "attachments": [
                {
                    "filename": a.filename,
                    "type": a.content_type,
                    "bytes": a.size_bytes,
                    "on_server": not a.is_here,
                }
                for a in m.attachments
            ],
            "complaint": judgement.complaint if judgement else None,
            "kind": judgement.kind.value if judgement else None,
            "heat": judgement.heat if judgement else None,
        }
    )
    return OK


def list_cases(options: argparse.Namespace, profile: Profile) -> int:
    """List the complaints with state, heat, kind, order and deadline."""
    with profile.reading() as db:
        found = cases.load_cases(db)
        numbers = {
            c.order_id: load_order(db, c.order_id).order.order_id for c in found if c.order_id
        }
    if options.format == "json":
        say_json(
            [
                {
                    "id": c.id,
                    "number": c.number,
                    "state": c.state.value,
                    "kind": c.kind.value,
                    "heat": c.heat,
                    "customer": c.customer_address,
                    "order": numbers.get(c.order_id or 0),
                    "opened_at": utc(c.opened_at),
                    "deadline": utc(c.reply_due),
                }
                for c in found
            ]
        )
        return OK
    for c in found:
        due: str = Sentence("Console", "no answer owed")
        if c.reply_due:
            day = f"{c.reply_due.astimezone():%Y-%m-%d %H:%M}"
            due = Sentence("Console", "answer by {day}").format(day=day)
        order = numbers.get(c.order_id or 0, Sentence("Console", "no order known"))
        heat = Sentence("Console", "heat {number}").format(number=c.heat)
        say(
            f"{c.number}  {c.state.value:<12} {spoken(heat)}  {c.kind.value:<20} {spoken(order)}  "
            f"{spoken(due)}  {c.customer_address}"
        )
    return OK
