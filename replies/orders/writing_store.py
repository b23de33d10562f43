"""SQL that writes orders: the rows, what they are found by, and the rows of files behind them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from .importing.imported import PlainOrder, RawRow
from .importing.raw_rows import digest_of, unpacked
from .keys import tokens_of
from .merging import moment_key
from .order import Marketplace, Order
from .order_json import order_to_json
from .rows_store import load_order

_JSON: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class KeptRows:
    """The rows of files that the store keeps behind its orders."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._columns: dict[str, tuple[str, ...]] = {}

    def note(self, columns: tuple[str, ...]) -> None:
        """Keep the header of rows that are going to be kept."""
        digest = digest_of(columns)
        if digest and digest not in self._columns:
            self._columns[digest] = columns
            self._db.execute(
                "INSERT OR IGNORE INTO export_columns (digest, names) VALUES (?, ?)",
                (digest, _JSON.encode(columns)),
            )

    def of(self, raw_rows: str) -> dict[str, list[RawRow]]:
        """What stands in a column `raw_rows`: the rows of each source, as they were."""
        return {
            source: unpacked(rows, self._columns_of)
            for source, rows in json.loads(raw_rows).items()
            if isinstance(rows, list)  # a note stands beside them, see `rereading`
        }

    def _columns_of(self, digest: str) -> tuple[str, ...]:
        if digest not in self._columns:
            row = self._db.execute(
                "SELECT names FROM export_columns WHERE digest = ?", (digest,)
            ).fetchone()
            self._columns[digest] = tuple(json.loads(row["names"]))
        return self._columns[digest]


def insert_orders(
    db: sqlite3.Connection,
    first: int,
    as_of: str,
    orders: Sequence[tuple[Marketplace, PlainOrder]],
) -> None:
    """Write orders that the store does not have, from this row on."""
    db.executemany(
        "INSERT INTO orders (id, marketplace, as_of, order_id, source, ordered_on, document,"
        " raw_rows, tokens) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (row, place.value, as_of, *order[1:])
            for row, (place, order) in enumerate(orders, first)
        ],
    )
    # A trigger would do that, at four times the time: it cannot fill a full-text table by batches.
    db.executemany(
        "INSERT INTO order_tokens (rowid, tokens) VALUES (?, ?)",
        [(row, o.tokens) for row, (_, o) in enumerate(orders, first)],
    )


def update_order(
    db: sqlite3.Connection, order_row: int, order: Order, raw_rows: str, as_of: str
) -> None:
    """Write what is known of a stored order now, by files."""
    db.execute(
        "UPDATE orders SET marketplace = ?, order_id = ?, source = ?, ordered_on = ?,"
        " as_of = ?, document = ?, raw_rows = ?, confirmed = 1 WHERE id = ?",
        (
            order.marketplace.value,
            order.order_id,
            order.source,
            sortable(order),
            as_of,
            document_of(order),
            raw_rows,
            order_row,
        ),
    )


def write_tokens(db: sqlite3.Connection, order_row: int) -> None:
    """Write anew what an order is found by."""
    new = tokens_of(load_order(db, order_row))
    (old,) = db.execute("SELECT tokens FROM orders WHERE id = ?", (order_row,)).fetchone()
    if new == old:
        return
    db.execute(
        "INSERT INTO order_tokens (order_tokens, rowid, tokens) VALUES ('delete', ?, ?)",
        (order_row, old),
    )
    db.execute("UPDATE orders SET tokens = ? WHERE id = ?", (new, order_row))
    db.execute("INSERT INTO order_tokens (rowid, tokens) VALUES (?, ?)", (order_row, new))


def document_of(order: Order) -> str:
    """An order as the store keeps it."""
    return _JSON.encode(order_to_json(order))


def sortable(order: Order) -> str:
    """When it was ordered, for "newest first"."""
    return moment_key(order.ordered_at).isoformat() if order.ordered_at else ""
