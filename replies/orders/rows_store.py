"""SQL for stored orders and parcels: rows of the store as values, and orders by their keys."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from ...mailbox.sentence import Sentence
from ..errors import NoSuchRecordError
from .from_mail.store import notices_of
from .from_mail.weighing import with_notices
from .keys import KeyKind, WordKind
from .merging import merge_shipments
from .order import Order, OrderFile, Shipment
from .order_json import order_from_json, shipment_from_json
from .service_store import services_in_force
from .tracking_numbers import folded_tracking

_FOUND_AT_MOST: Final = 20
_WORDS_AT_MOST: Final = 300
_COMMON_FROM: Final = 600  # orders with a word, from which on it tells none of them


def load_order(db: sqlite3.Connection, order_row: int) -> OrderFile:
    """An order with its parcels.

    Raises:
        NoSuchRecordError: there is none of this row.
    """
    row = db.execute("SELECT * FROM orders WHERE id = ?", (order_row,)).fetchone()
    if row is None:
        raise NoSuchRecordError(
            Sentence("Orders", "There is no order {number} in the store.").format(number=order_row)
        )
    return order_file_of(db, row)


def load_without_parcels(db: sqlite3.Connection, order_rows: Sequence[int]) -> list[OrderFile]:
    """Orders without their parcels, which are not read, in the order that is given.

    For many orders at once, of which only what was sold to whom, and what became of it, counts.
    """
    rows = db.execute(
        "SELECT orders.id, source, marketplace, document, confirmed,"
        " EXISTS (SELECT 1 FROM order_notices WHERE order_row = orders.id) AS is_told"
        " FROM json_each(?) AS wanted CROSS JOIN orders ON orders.id = wanted.value"
        " ORDER BY wanted.key",
        (json.dumps(list(order_rows)),),
    ).fetchall()
    services = services_in_force(db)
    return [
        with_notices(
            OrderFile(row["id"], order_of_row(row), (), services),
            notices_of(db, row["id"]) if row["is_told"] else (),
            is_confirmed=bool(row["confirmed"]),
        )
        for row in rows
    ]


class StoredOrders:
    """The orders of the store, looked up by their keys."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._loaded: dict[int, OrderFile] = {}  # the same ones fit by several signs

    def _files(self, rows: Iterable[Any]) -> tuple[OrderFile, ...]:
        files = []
        for row in rows:
            if row["id"] not in self._loaded:
                self._loaded[row["id"]] = load_order(self._db, row["id"])
            files.append(self._loaded[row["id"]])
        return tuple(files)

    def with_key(self, kind: KeyKind, value: str) -> tuple[OrderFile, ...]:
        """The orders that have this key, the newest first."""
        rows = self._db.execute(
            "SELECT orders.id FROM order_keys JOIN orders ON orders.id = order_row"
            " WHERE kind = ? AND value = ? ORDER BY ordered_on DESC, id DESC LIMIT ?",
            (kind.value, value, _FOUND_AT_MOST),
        ).fetchall()
        return self._files(rows)

    def with_words(
        self, kind: WordKind, words: Collection[str], titled: Collection[str] = ()
    ) -> tuple[OrderFile, ...]:
        """The orders that have most of these words, rare ones counting more, closest first.

        With `titled`, only those that also have one of these words in a title.
        """
        wanted = [self._telling(kind, words)]
        if titled:
            wanted.append(self._telling(WordKind.TITLE, titled))
        if not all(wanted):
            return ()
        rows = self._db.execute(
            "SELECT orders.id FROM (SELECT rowid AS hit, rank AS place FROM order_words"
            " WHERE order_words MATCH ? ORDER BY rank LIMIT ?) JOIN orders ON orders.id = hit"
            " ORDER BY place, ordered_on DESC, id DESC",
            (" AND ".join(wanted), _FOUND_AT_MOST),
        ).fetchall()
        return self._files(rows)

    def _telling(self, kind: WordKind, words: Collection[str]) -> str:
        """The query for those of the words that tell orders apart, "" where none does."""
        telling = [word for word in sorted(words)[:_WORDS_AT_MOST] if self._tells(kind, word)]
        return _any_of(kind, telling) if telling else ""

    def _tells(self, kind: WordKind, word: str) -> bool:
        """Whether some orders have a word, but not so many that it tells none from another."""
        (count,) = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM order_words WHERE order_words MATCH ? LIMIT ?)",
            (_any_of(kind, [word]), _COMMON_FROM),
        ).fetchone()
        return bool(0 < count < _COMMON_FROM)


def _any_of(kind: WordKind, words: Iterable[str]) -> str:
    """The full-text query for the orders that have any of these folded words."""
    return f"{kind.value} : (" + " OR ".join(f'"{word}"' for word in words) + ")"


def order_file_of(db: sqlite3.Connection, row: Any) -> OrderFile:  # noqa: ANN401 - sqlite3.Row
    """The order of a row of `orders`, with its parcels and what mail says of it."""
    parcels = db.execute("SELECT * FROM shipments WHERE order_row = ? ORDER BY id", (row["id"],))
    shipments = _distinct(map(shipment_of_row, parcels))
    file = OrderFile(row["id"], order_of_row(row), shipments, services_in_force(db))
    notices = notices_of(db, row["id"])
    return with_notices(file, notices, is_confirmed=bool(row["confirmed"]))


def _distinct(parcels: Iterable[Shipment]) -> tuple[Shipment, ...]:
    """The parcels of an order; one that two files speak of counts once."""
    kept: dict[str | int, Shipment] = {}
    for place, parcel in enumerate(parcels):
        key = folded_tracking(parcel.tracking) if parcel.tracking else place
        known = kept.get(key)
        kept[key] = parcel if known is None else merge_shipments(known, parcel, newer=False)
    return tuple(kept.values())


def order_of_row(row: Any) -> Order:  # noqa: ANN401 - sqlite3.Row
    """The order of a row of `orders`."""
    document = json.loads(row["document"])
    return order_from_json(document | {"source": row["source"], "marketplace": row["marketplace"]})


def shipment_of_row(row: Any) -> Shipment:  # noqa: ANN401 - sqlite3.Row
    """The parcel of a row of `shipments`."""
    shipment = shipment_from_json(json.loads(row["document"]) | {"source": row["source"]})
    return replace(shipment, email=row["email"] or None)
