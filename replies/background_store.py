"""SQL for what stands behind a letter: the orders and complaints of its customer."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import date, datetime
from typing import Final

from .background import (
    Background,
    CustomerHistory,
    OpenPromise,
    PastComplaint,
    causes_of,
    history_of,
)
from .cases.case import CaseKind
from .cases.promise_store import load_promises
from .inbox import Matter
from .orders.delivery import reckon
from .orders.keys import (
    KeyKind,
    door_key,
    exactly,
    folded_place,
    folded_postal,
    keys_of,
    token,
)
from .orders.order import OrderFile, ShipTo
from .orders.rows_store import load_without_parcels, rows_found

_ORDERS_AT_MOST: Final = 40  # of one customer; the newest
_NEIGHBOURS_AT_MOST: Final = 20
_DOORS_AT_MOST: Final = 500  # looked at for an address; the newest
_NO_DIGIT: Final = re.compile(r"[^0-9]+")
_PERSONAL: Final = frozenset(
    kind.value for kind in (KeyKind.EMAIL, KeyKind.USERNAME, KeyKind.NAME_POSTAL)
)


def load_background(db: sqlite3.Connection, matter: Matter, today: date) -> Background:
    """What is known of a letter's customer, and whether we caused what it complains of."""
    issues = _issues(matter)
    rows = _rows_of_customer(db, matter)
    files = load_without_parcels(db, rows)
    history = CustomerHistory()
    if files:
        history = history_of(
            files,
            _complaints(db, matter, rows),
            shown=matter.order,
            issues=issues,
            today=today,
            neighbours=_neighbours(db, matter.order, rows),
        )
    if matter.order is None or not matter.complaint:
        return Background(history)
    promises = [
        OpenPromise(one.promise.sentence, one.promise.due)
        for one in load_promises(db, matter.conversation_id)
        if one.promise.due is not None and one.kept_at is None
    ]
    causes = causes_of(matter.order, reckon(matter.order, today), issues, promises)
    return Background(history, causes)


def _issues(matter: Matter) -> tuple[CaseKind, ...]:
    if not matter.complaint:
        return ()
    return tuple(dict.fromkeys((matter.kind, *matter.judgement.issues)))


def _rows_of_customer(db: sqlite3.Connection, matter: Matter) -> list[int]:
    """The orders of the one who wrote: by address, user name, or name and postal code."""
    email = matter.letter.message.sender.addr_spec.strip().casefold()
    tokens = {token(KeyKind.EMAIL, email)}
    if matter.order is not None:
        tokens |= {one for one in keys_of(matter.order) if one[0] in _PERSONAL}
    found = [row["id"] for row in rows_found(db, exactly(*sorted(tokens)), _ORDERS_AT_MOST)]
    if matter.order is not None and matter.order.id not in found:
        found.insert(0, matter.order.id)
    return found


def _neighbours(
    db: sqlite3.Connection, shown: OrderFile | None, known: list[int]
) -> list[OrderFile]:
    """Orders of others to the door of this one, the newest first."""
    ship_to = shown.order.ship_to if shown else ShipTo()
    place = folded_place(ship_to.street, ship_to.postal)
    if not place:
        return []
    first, digits = ship_to.street[0][:1], _NO_DIGIT.sub("", place.partition("|")[0])
    rows = db.execute(
        "SELECT id, json_extract(document, '$.ship_to.street') AS street,"
        " json_extract(document, '$.ship_to.postal') AS postal FROM orders WHERE id IN ("
        "  SELECT rowid FROM order_tokens WHERE order_tokens MATCH ? ORDER BY rowid DESC LIMIT ?)"
        " ORDER BY id DESC",
        (
            exactly(*{
                token(KeyKind.DOOR, door_key(sign, folded_postal(ship_to.postal or "")))
                for sign in (first, first.upper(), first.lower())
            }),
            _DOORS_AT_MOST,
        ),
    )  # fmt: skip
    found = [
        row["id"]
        for row in rows
        if row["id"] not in known
        and _may_be(row["street"], digits)
        and folded_place(json.loads(row["street"]), row["postal"]) == place
    ]
    return load_without_parcels(db, found[:_NEIGHBOURS_AT_MOST])


def _may_be(street: str | None, digits: str) -> bool:
    """Whether a street, JSON as the store has it, may be the one of these digits: a quick look."""
    return street is not None and (
        not street.isascii() or _NO_DIGIT.sub("", street) == digits or "\\u" in street
    )


def _complaints(
    db: sqlite3.Connection, matter: Matter, order_rows: list[int]
) -> list[PastComplaint]:
    """The cases of the customer's orders and address, without the one that is shown."""
    rows = db.execute(
        "SELECT cases.id, cases.kind, cases.opened_at, max(orders.order_id) AS number FROM cases"
        " LEFT JOIN matters ON matters.case_id = cases.id"
        " LEFT JOIN orders ON orders.id = matters.order_row"
        " WHERE cases.id IN (SELECT case_id FROM matters WHERE order_row IS NOT NULL"
        "  AND order_row IN (SELECT value FROM json_each(?))"
        "  UNION SELECT id FROM cases WHERE customer_address = ?)"
        " AND cases.id <> ? AND cases.state <> 'no_complaint' GROUP BY cases.id",
        (
            json.dumps(order_rows),
            matter.letter.message.sender.addr_spec,
            matter.case.id if matter.case else 0,
        ),
    )
    return [
        PastComplaint(
            CaseKind(row["kind"]), datetime.fromisoformat(row["opened_at"]), row["number"] or ""
        )
        for row in rows
    ]
