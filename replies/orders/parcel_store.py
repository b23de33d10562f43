"""SQL for the parcels of an import, each joined to the order that it belongs to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from .importing.imported import RawRow
from .joining import label_key, order_of, typed_number
from .keys import KeyKind, name_postal, token
from .merging import merge_shipments
from .order import Shipment
from .order_json import shipment_to_json
from .rows_store import StoredOrders, shipment_of_row
from .tracking_numbers import folded_tracking

_JSON: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class ParcelSaving:
    """The parcels of one import while it is written."""

    def __init__(self, db: sqlite3.Connection, as_of: date | None) -> None:
        self._db = db
        self._as_of = as_of.isoformat() if as_of else ""
        self._seen: set[int] = set()
        self._loose: set[int] = set()
        self._waiting = _waiting_parcels(db)

    @property
    def is_waited_for(self) -> bool:
        """Whether some stored parcel has no order."""
        return bool(self._waiting)

    def note_order(self, tokens: Iterable[str]) -> None:
        """Look again at the parcels that may be those of an order with these tokens."""
        for one in tokens:
            self._loose |= self._waiting.get(one, frozenset())

    def save(self, new: Shipment, raw: RawRow) -> tuple[bool | None, int | None]:
        """Write a parcel: True for a new one, False for one that says more, None for no news.

        With it the row of the order that it is joined to, where that has to be told.
        """
        stored = self._stored(new)
        if stored is None:
            self._loose.add(self._insert(new, raw))
            return True, None
        row = stored["id"]
        self._seen.add(row)
        old = shipment_of_row(stored)
        newer = bool(self._as_of) and self._as_of >= stored["as_of"]
        merged = merge_shipments(old, new, newer=newer)
        if merged == old:
            return None, None
        self._update(row, merged, raw, stored["as_of"])
        if stored["order_row"] is None or typed_number(old) != typed_number(merged):
            self._loose.add(row)
        return False, stored["order_row"]

    def join(self) -> Iterator[int]:
        """Join parcels to their orders, one by one; the rows of the orders that this changed.

        What an order is found by has to be written before the next parcel is asked for.
        """
        for row in sorted(self._loose):
            parcel = self._db.execute("SELECT * FROM shipments WHERE id = ?", (row,)).fetchone()
            file = order_of(StoredOrders(self._db), shipment_of_row(parcel))
            joined_to = file.id if file else None
            if joined_to == parcel["order_row"]:
                continue
            self._db.execute("UPDATE shipments SET order_row = ? WHERE id = ?", (joined_to, row))
            yield from {joined_to, parcel["order_row"]} - {None}

    def _stored(self, new: Shipment) -> Any | None:  # noqa: ANN401 - sqlite3.Row or None
        """The same parcel in the store: by its number, else an equal label that lacks one."""
        if new.tracking and (
            found := self._db.execute(
                "SELECT * FROM shipments WHERE source = ? AND tracking = ?",
                (new.source, folded_tracking(new.tracking)),
            ).fetchone()
        ):
            return found
        for row in self._db.execute(
            "SELECT * FROM shipments WHERE source = ? AND label = ? ORDER BY id",
            (new.source, label_key(new)),
        ).fetchall():
            lacks_number = row["tracking"] is None or not new.tracking
            if lacks_number and row["id"] not in self._seen:
                return row
        return None

    def _insert(self, shipment: Shipment, raw: RawRow) -> int:
        cursor = self._db.execute(
            "INSERT INTO shipments (source, tracking, label, number_key, name_postal, email,"
            " as_of, document, raw_row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*_columns(shipment), self._as_of, *_documents(shipment, raw)),
        )
        row = cursor.lastrowid or 0
        self._seen.add(row)
        return row

    def _update(self, row: int, shipment: Shipment, raw: RawRow, as_of: str) -> None:
        self._db.execute(
            "UPDATE shipments SET source = ?, tracking = ?, label = ?, number_key = ?,"
            " name_postal = ?, email = ?, as_of = ?, document = ?, raw_row = ? WHERE id = ?",
            (
                *_columns(shipment),
                max(as_of, self._as_of),
                *_documents(shipment, raw),
                row,
            ),
        )


def _waiting_parcels(db: sqlite3.Connection) -> dict[str, set[int]]:
    """The parcels that have no order, by what an order of theirs would be found by."""
    waiting: dict[str, set[int]] = {}
    for row in db.execute(
        "SELECT id, number_key, name_postal, tracking FROM shipments WHERE order_row IS NULL"
    ):
        for kind, value in (
            (KeyKind.NUMBER, row["number_key"]),
            (KeyKind.RECORD, row["number_key"]),
            (KeyKind.NAME_POSTAL, row["name_postal"]),
            (KeyKind.TRACKING, row["tracking"]),
        ):
            if value:
                waiting.setdefault(token(kind, value), set()).add(row["id"])
    return waiting


def _columns(shipment: Shipment) -> tuple[str | None, ...]:
    return (
        shipment.source,
        folded_tracking(shipment.tracking) if shipment.tracking else None,
        label_key(shipment),
        typed_number(shipment),
        name_postal(shipment.recipient, shipment.postal),
        shipment.email or "",
    )


def _documents(shipment: Shipment, raw: RawRow) -> tuple[str, str]:
    return _JSON.encode(shipment_to_json(shipment)), _JSON.encode(raw)
