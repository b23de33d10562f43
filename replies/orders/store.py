"""SQL for orders and parcels: how orders are found again.

What an import writes stands in `saving_store`, the rows of the store in `rows_store`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from ...mailbox.message import Message
from .keys import SHORTEST_TITLE_WORD, KeyKind, folded_name
from .matching import Match, match
from .order import OrderFile
from .references import folded_number
from .rows_store import StoredOrders, load_order, order_file_of
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
    "save",
    "save_parts",
]

_NUMBER_KINDS: Final = (KeyKind.NUMBER, KeyKind.RECORD, KeyKind.TRACKING, KeyKind.LISTING)
_PERSON_KINDS: Final = (KeyKind.USERNAME, KeyKind.EMAIL)


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
    found = _with_prefixes(db, _NUMBER_KINDS, [number, folded_tracking(typed)], 1, limit)
    words = [word for word in folded_name(typed).split() if len(word) >= SHORTEST_TITLE_WORD]
    if not found and words:
        found = _with_typed_words(db, words, limit)
    return found or _with_prefixes(db, _PERSON_KINDS, [typed.strip().casefold()], 1, limit)


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
    rows = db.execute(_PERSON + _OTHERS, (order_row or 0, order_row or 0, limit)).fetchall()
    own = db.execute(_PERSON + " WHERE id = ?", (order_row or 0,)).fetchall()
    return OtherPeople(
        names=_texts(rows, "buyer", "recipient") - _texts(own, "buyer", "recipient"),
        streets=_texts(rows, "street") - _texts(own, "street"),
        emails=_texts(rows, "email") - _texts(own, "email"),
        order_numbers=_texts(rows, "order_id"),
    )


def _with_prefixes(
    db: sqlite3.Connection, kinds: tuple[KeyKind, ...], begins: list[str], least: int, limit: int
) -> tuple[OrderFile, ...]:
    """The orders with keys of these kinds that begin so; `least` of the beginnings must be met."""
    rows = db.execute(
        "SELECT orders.* FROM orders JOIN (SELECT order_row FROM json_each(:begins) AS begin"
        " JOIN json_each(:kinds) AS kind CROSS JOIN order_keys ON order_keys.kind = kind.value"
        " AND order_keys.value >= begin.value AND order_keys.value < begin.value || :after"
        " GROUP BY order_row HAVING count(DISTINCT begin.value) >= :least)"
        " ON order_row = orders.id ORDER BY ordered_on DESC, id DESC LIMIT :limit",
        {
            "begins": json.dumps(begins),
            "kinds": json.dumps([kind.value for kind in kinds]),
            "after": "\U0010ffff",
            "least": least,
            "limit": limit,
        },
    ).fetchall()
    return tuple(order_file_of(db, row) for row in rows)


def _with_typed_words(
    db: sqlite3.Connection, words: Iterable[str], limit: int
) -> tuple[OrderFile, ...]:
    """The orders that have a word of a name or title beginning with each of these."""
    rows = db.execute(
        "SELECT orders.* FROM order_words JOIN orders ON orders.id = order_words.rowid"
        " WHERE order_words MATCH ? ORDER BY ordered_on DESC, id DESC LIMIT ?",
        (" AND ".join(f'"{word}" *' for word in words), limit),
    ).fetchall()
    return tuple(order_file_of(db, row) for row in rows)


def _texts(rows: Iterable[Any], *columns: str) -> frozenset[str]:
    return frozenset(row[column] for row in rows for column in columns if row[column])


_PERSON: Final = (
    "SELECT order_id, json_extract(document, '$.buyer.name') AS buyer,"
    " json_extract(document, '$.ship_to.name') AS recipient,"
    " json_extract(document, '$.ship_to.street[0]') AS street,"
    " json_extract(document, '$.buyer.email') AS email FROM orders"
)
_OTHERS: Final = (
    " WHERE id <> ? AND id NOT IN (SELECT theirs.order_row"
    " FROM json_each((SELECT found_by FROM orders WHERE id = ?)) AS own"
    " CROSS JOIN order_keys AS theirs ON theirs.kind = own.value ->> 0"
    " AND theirs.value = own.value ->> 1"
    " WHERE own.value ->> 0 IN ('email', 'name_postal'))"
    " ORDER BY ordered_on DESC, id DESC LIMIT ?"
)
