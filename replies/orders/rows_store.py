"""SQL for stored orders and parcels: rows of the store as values, and orders by their keys."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from heapq import nlargest
from math import log
from typing import Any, Final

from ...mailbox.sentence import Sentence
from ..errors import NoSuchRecordError
from .from_mail.store import notices_of
from .from_mail.weighing import with_notices
from .keys import KeyKind, WordKind, exactly, token
from .merging import merge_shipments
from .order import Order, OrderFile, Shipment
from .order_json import order_from_json, shipment_from_json
from .service_store import services_in_force
from .tracking_numbers import folded_tracking

_FOUND_AT_MOST: Final = 20
_WORDS_AT_MOST: Final = 300
_COMMON_FROM: Final = 600  # orders with a word, from which on it tells none of them
_MANY: Final = 100_000  # orders, for the weight of a word
_LOOKED_AT: Final = 80
_CLOSEST: Final = 12
_FAR_BEHIND: Final = 0.5  # of the closest one: hardly what is looked for


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
        self._hits: dict[str, list[int]] = {}

    def _files(self, rows: Iterable[int]) -> tuple[OrderFile, ...]:
        files = []
        for row in rows:
            if row not in self._loaded:
                self._loaded[row] = load_order(self._db, row)
            files.append(self._loaded[row])
        return tuple(files)

    def with_key(self, kind: KeyKind, value: str) -> tuple[OrderFile, ...]:
        """The orders that have this key, the newest first."""
        rows = rows_found(self._db, exactly(token(kind, value)), _FOUND_AT_MOST)
        return self._files(row["id"] for row in rows)

    def with_words(
        self, kind: WordKind, words: Collection[str], titled: Collection[str] = ()
    ) -> tuple[OrderFile, ...]:
        """The orders that have most of these words, rare ones counting more, closest first.

        With `titled`, only those that also have one of these words in a title.
        """
        weights = self._weighed(kind, words)
        if titled and weights:
            also = self._weighed(WordKind.TITLE, titled)
            weights = {row: weights[row] + also[row] for row in weights.keys() & also.keys()}
        return self._files(self._closest(weights, kind, words))

    def _weighed(self, kind: WordKind, words: Collection[str]) -> dict[int, float]:
        """The rows that have some of the words which tell orders apart, and what they weigh."""
        weights: dict[int, float] = {}
        for hits in self._hits_of([token(kind, word) for word in sorted(words)[:_WORDS_AT_MOST]]):
            if 0 < len(hits) < _COMMON_FROM:
                weight = log(_MANY / len(hits))
                for row in hits:
                    weights[row] = weights.get(row, 0.0) + weight
        return weights

    def _hits_of(self, tokens: Sequence[str]) -> list[list[int]]:
        """The rows of each token; of a common one only the first."""
        new = [one for one in tokens if one not in self._hits]
        found = self._db.execute(
            "SELECT (SELECT json_group_array(hit) FROM (SELECT rowid AS hit FROM order_tokens"
            " WHERE order_tokens MATCH word.value LIMIT ?)) FROM json_each(?) AS word",
            (_COMMON_FROM, json.dumps(list(map(exactly, new)))),
        )
        self._hits |= {one: json.loads(hits) for one, (hits,) in zip(new, found, strict=True)}
        return [self._hits[one] for one in tokens]

    def _closest(
        self, weights: dict[int, float], kind: WordKind, words: Collection[str]
    ) -> list[int]:
        """The closest of some rows: the heaviest, of whose names or titles few words are missing.

        For that common words count, too, though they find nothing by themselves.
        """
        rows = self._db.execute(
            "SELECT id, ordered_on, tokens FROM orders"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(nlargest(_LOOKED_AT, weights, key=lambda row: (weights[row], row))),),
        )
        wanted = {token(kind, word) for word in words}
        scored = []
        for row in rows:
            count = row["tokens"].count(f" {kind.value}")  # a number stands before all words
            share = len(wanted.intersection(row["tokens"].split(" "))) / max(count, 1)
            scored.append((round(weights[row["id"]] * share, 6), row["ordered_on"], row["id"]))
        scored.sort(reverse=True)
        least = scored[0][0] * _FAR_BEHIND if scored else 0.0
        return [row for score, _, row in scored[:_CLOSEST] if score > least]


def rows_found(db: sqlite3.Connection, query: str, limit: int) -> list[Any]:
    """The rows of the orders that a full-text query of `keys` finds, the newest first."""
    return db.execute(
        "SELECT orders.* FROM order_tokens JOIN orders ON orders.id = order_tokens.rowid"
        " WHERE order_tokens MATCH ? ORDER BY ordered_on DESC, id DESC LIMIT ?",
        (query, limit),
    ).fetchall()


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
