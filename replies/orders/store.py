"""SQL for orders and parcels: how orders are found again.

What an import writes stands in `saving_store`, the rows of the store in `rows_store`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from ...mailbox.message import Message
from .keys import (
    SHORTEST_TITLE_WORD,
    KeyKind,
    WordKind,
    beginning,
    exactly,
    folded_name,
    token,
)
from .matching import Match, match
from .order import OrderFile
from .references import folded_number
from .rows_store import StoredOrders, load_order, order_file_of, rows_found
from .saving_store import SaveReport, save, save_parts
from .tracking_numbers import folded_tracking

__all__ = [
    "OtherPeople",
    "SaveReport",
    "StoredOrders",
    "find_by_number",
    "find_orders",
    "load_order",
    "match_stored",
    "orders_of_address",
    "other_people",
    "rows_found",
    "save",
    "save_parts",
]

_NUMBER_KINDS: Final = (KeyKind.NUMBER, KeyKind.RECORD, KeyKind.TRACKING, KeyKind.LISTING)
_PERSON_KINDS: Final = (KeyKind.USERNAME, KeyKind.EMAIL)
_SAME_KINDS: Final = frozenset({KeyKind.EMAIL.value, KeyKind.NAME_POSTAL.value})


@dataclass(frozen=True, slots=True)
class OtherPeople:
    """Who else ordered, in the files' own spelling: what must not stand in a reply."""

    names: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    order_numbers: frozenset[str] = frozenset()


def find_by_number(db: sqlite3.Connection, number: str) -> tuple[OrderFile, ...]:
    """The orders of this number, of whatever marketplace; "#" and blanks do not count."""
    return StoredOrders(db).with_key(KeyKind.NUMBER, folded_number(number))


def orders_of_address(db: sqlite3.Connection, email: str) -> tuple[OrderFile, ...]:
    """The orders of a customer's address or alias, the newest first."""
    return StoredOrders(db).with_key(KeyKind.EMAIL, email.strip().casefold())


def find_orders(db: sqlite3.Connection, typed: str, limit: int = 20) -> tuple[OrderFile, ...]:
    """The orders that fit what is being typed, the newest first.

    It may begin an order number or a tracking number, or be words of names, titles, addresses.
    """
    number = folded_number(typed)
    if not number:
        return ()
    begins = [one for one in (number, folded_tracking(typed)) if one]
    found = rows_found(db, _beginning(_NUMBER_KINDS, *begins), limit)
    words = [word for word in folded_name(typed).split() if len(word) >= SHORTEST_TITLE_WORD]
    if not found and words:
        found = rows_found(
            db, " AND ".join(f"({_beginning(tuple(WordKind), word)})" for word in words), limit
        )
    found = found or rows_found(db, _beginning(_PERSON_KINDS, typed.strip().casefold()), limit)
    return tuple(order_file_of(db, row) for row in found)


def match_stored(
    db: sqlite3.Connection, message: Message, own_text: str | None = None
) -> tuple[Match, ...]:
    """The stored orders that a letter may be about; see `matching.match`."""
    return match(message, StoredOrders(db), own_text)


def other_people(db: sqlite3.Connection, order_row: int | None, limit: int = 2000) -> OtherPeople:
    """Names, streets, addresses and numbers of the customers of other orders, the newest ones.

    Left out are the orders of the same customer, known by address or by name and postal code.
    Without an order, everybody counts as another.
    """
    own = db.execute(_PERSON + " WHERE id = ?", (order_row or 0,)).fetchall()
    same = [one for row in own for one in row["tokens"].split(" ") if one[:1] in _SAME_KINDS]
    rows = db.execute(_PERSON + _OTHERS, (order_row or 0, exactly(*same), limit)).fetchall()
    return OtherPeople(
        names=_texts(rows, "buyer", "recipient") - _texts(own, "buyer", "recipient"),
        streets=_texts(rows, "street") - _texts(own, "street"),
        emails=_texts(rows, "email") - _texts(own, "email"),
        order_numbers=_texts(rows, "order_id"),
    )


def _beginning(kinds: Iterable[KeyKind | WordKind], *values: str) -> str:
    return beginning(*(token(kind, value) for kind in kinds for value in values))


def _texts(rows: Iterable[Any], *columns: str) -> frozenset[str]:
    return frozenset(row[column] for row in rows for column in columns if row[column])


_PERSON: Final = (
    "SELECT order_id, tokens, json_extract(document, '$.buyer.name') AS buyer,"
    " json_extract(document, '$.ship_to.name') AS recipient,"
    " json_extract(document, '$.ship_to.street[0]') AS street,"
    " json_extract(document, '$.buyer.email') AS email FROM orders"
)
_OTHERS: Final = (
    " WHERE id <> ? AND id NOT IN (SELECT rowid FROM order_tokens WHERE order_tokens MATCH ?)"
    " ORDER BY ordered_on DESC, id DESC LIMIT ?"
)
