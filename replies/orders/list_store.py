"""SQL for the list of all orders: sorted by a column, filtered by anything they say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from .keys import KeyKind, WordKind, beginning, folded_name, token
from .order import OrderFile
from .references import folded_number
from .store import load_order
from .tracking_numbers import folded_tracking

_WORDS_AT_MOST: Final = 8
_KINDS: Final = tuple(
    kind for kind in KeyKind if kind not in {KeyKind.NAME_POSTAL, KeyKind.DOOR, KeyKind.RECORD}
)


class SortBy(Enum):
    """What the list can be sorted by; the value is the SQL expression."""

    BOUGHT = "ordered_on"
    NUMBER = "order_id"
    MARKETPLACE = "marketplace"
    TITLE = "json_extract(document, '$.items[0].title') COLLATE NOCASE"
    BUYER = "json_extract(document, '$.buyer.name') COLLATE NOCASE"
    TOTAL = "CAST(json_extract(document, '$.total') AS REAL)"


@dataclass(frozen=True, slots=True)
class OrderWish:
    """Which orders are to be listed, and how."""

    typed: str = ""
    sort: SortBy = SortBy.BOUGHT
    is_descending: bool = True


def count_orders(db: sqlite3.Connection, wish: OrderWish) -> int:
    """How many orders fit."""
    where, values = _filter(wish.typed)
    (count,) = db.execute(f"SELECT count(*) FROM orders {where}", values).fetchone()
    return int(count)


def list_orders(db: sqlite3.Connection, wish: OrderWish, limit: int) -> tuple[OrderFile, ...]:
    """The orders that fit, sorted; those that lack what they are sorted by stand last."""
    return tuple(load_order(db, row) for row in _rows(db, wish, limit))


def each_order(db: sqlite3.Connection, wish: OrderWish) -> Iterator[OrderFile]:
    """All orders that fit, one by one, sorted."""
    for row in _rows(db, wish, -1):
        yield load_order(db, row)


def conversation_of_order(db: sqlite3.Connection, order_row: int) -> int | None:
    """The newest conversation about an order, None where there is none."""
    row = db.execute(
        "SELECT conversation_id FROM matters WHERE order_row IS NOT NULL AND order_row = ?"
        " ORDER BY last_at DESC LIMIT 1",
        (order_row,),
    ).fetchone()
    return None if row is None else int(row["conversation_id"])


def _rows(db: sqlite3.Connection, wish: OrderWish, limit: int) -> list[int]:
    where, values = _filter(wish.typed)
    order = wish.sort.value
    way = "DESC" if wish.is_descending else "ASC"
    lacking = f"{order} IS NULL OR {order} = ''"
    # Nothing else is put into the text of the query: all values are bound.
    found = db.execute(
        f"SELECT id FROM orders {where} ORDER BY {lacking}, {order} {way}, id DESC LIMIT ?",
        (*values, limit),
    )
    return [row["id"] for row in found]


def _filter(typed: str) -> tuple[str, tuple[Any, ...]]:
    """A condition for each word: some value holds it, or a key begins with it.

    The keys have names in small letters of every script, and numbers without their signs.
    """
    words = typed.split()[:_WORDS_AT_MOST]
    conditions, values = [], []
    for word in words:
        like = f"%{_escaped(word)}%"
        conditions.append(
            "((document LIKE ? ESCAPE '\\' AND EXISTS"
            " (SELECT 1 FROM json_tree(document) WHERE atom LIKE ? ESCAPE '\\'))"
            " OR marketplace LIKE ? ESCAPE '\\'"
            " OR id IN (SELECT rowid FROM order_tokens WHERE order_tokens MATCH ?))"
        )
        values += [like, like, like, _beginning_anywhere(word)]
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), tuple(values)


def _beginning_anywhere(word: str) -> str:
    """The full-text query for what begins so: a key, or words of names and titles, all of them."""
    begins = {word.casefold(), folded_name(word), folded_number(word), folded_tracking(word)} - {
        ""
    }
    keys = beginning(*(token(kind, begin) for kind in _KINDS for begin in sorted(begins)))
    parts = [beginning(*(token(k, part) for k in WordKind)) for part in folded_name(word).split()]
    return f"({keys}) OR ({' AND '.join(f'({part})' for part in parts)})" if parts else keys


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
