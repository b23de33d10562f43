"""The commands about one order: what is known of it, and that what mail says of it is right."""

from __future__ import annotations

import argparse
import sqlite3
from datetime import date
from decimal import Decimal
from typing import Any

from ...mailbox.sentence import Sentence
from ...replies.orders import store
from ...replies.orders.from_mail.notice_json import notice_to_json
from ...replies.orders.from_mail.weighing import Word, words_of
from ...replies.orders.order import OrderFile
from ...replies.orders.order_json import order_to_json, shipment_to_json
from ...replies.orders.unconfirmed.store import confirm_order
from ..profile import Profile
from .exits import OK, BadInputError
from .output import say, say_json
from .tongue import spoken


def show(options: argparse.Namespace, profile: Profile) -> int:
    """Say what files and mail tell of the orders of a number."""
    with profile.reading() as db:
        found = _found(db, options.number)
    if options.format == "json":
        say_json([_document(file) for file in found])
        return OK
    for file in found:
        _say(file)
    return OK


def confirm(options: argparse.Namespace, profile: Profile) -> int:
    """Keep that what mail says of an order is right."""
    with profile.reading() as db:
        found = _found(db, options.number)
    if len(found) > 1:
        raise BadInputError(
            Sentence(
                "Console",
                "{count} orders have the number {number}. Confirm the right one in the "
                "window, in its Order card.",
            ).format(count=len(found), number=options.number)
        )
    at = profile.clock.read().wall
    with profile.writing() as writer:
        is_new = writer.call(lambda tx: confirm_order(tx, found[0].id, at))
    number = found[0].order.order_id
    said = Sentence("Console", "{number}: mail says nothing of it that was still to be confirmed.")
    if is_new:
        said = Sentence("Console", "{number}: what mail says of it counts from now on.")
    say(said.format(number=number))
    return OK


def _found(db: sqlite3.Connection, number: str) -> tuple[OrderFile, ...]:
    found = store.find_by_number(db, number)
    if not found:
        raise BadInputError(
            Sentence(
                "Console",
                "There is no order {number}. 'softanswer orders import FILE' brings orders in.",
            ).format(number=number)
        )
    return found


def _document(file: OrderFile) -> dict[str, Any]:
    return order_to_json(file.order) | {
        "source": file.order.source,
        "marketplace": file.order.marketplace.value,
        "confirmed": file.is_confirmed,
        "shipments": [shipment_to_json(parcel) for parcel in file.shipments],
        "notices": [
            notice_to_json(notice)
            | {
                "received_on": notice.received_on.isoformat(),
                "confirmed": notice.is_confirmed,
                "message": notice.message,
            }
            for notice in file.notices
        ],
        "only_in_mail": [_word(word) for word in words_of(file) if not word.is_conflict],
        "conflicts": [_word(word) for word in words_of(file) if word.is_conflict],
    }


def _word(word: Word) -> dict[str, Any]:
    return {
        "about": word.about.value,
        "mail": _plain(word.in_mail),
        "file": _plain(word.in_file),
        "sender": word.notice.sender,
        "received_on": word.notice.received_on.isoformat(),
    }


def _plain(value: str | int | Decimal | date | None) -> str | int | None:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else value


def _say(file: OrderFile) -> None:
    order = file.order
    known = Sentence("Console", "{number} ({place}, from {source})")
    if not file.is_confirmed:
        known = Sentence(
            "Console", "{number} ({place}, from {source}, not confirmed: known from mail only)"
        )
    place = order.marketplace.value
    say(known.format(number=order.order_id, place=place, source=order.source))
    for line in order.items:
        say(f"  {line.qty} x {line.title}")
    for parcel in file.shipments:
        sent = Sentence("Console", "parcel {tracking}, posted {day}").format(
            tracking=parcel.tracking or Sentence("Console", "without a number"),
            day=parcel.shipped_on or "?",
        )
        say(f"  {spoken(sent)}")
    for word in words_of(file):
        told = Sentence("Console", "the notice of {sender} of {day} says {mail}, nothing else")
        if word.is_conflict:
            told = Sentence(
                "Console", "the notice of {sender} of {day} says {mail}; the file says {file}"
            )
        values = {"mail": str(_plain(word.in_mail)), "file": str(_plain(word.in_file))}
        notice = word.notice
        said = told.format(sender=notice.sender, day=notice.received_on, **values)
        say(f"  {word.about.value}: {spoken(said)}")
