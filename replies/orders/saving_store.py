"""SQL for what an import writes: orders, parcels and payments, merged into what is stored."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from .from_mail.store import join_waiting
from .from_mail.weighing import FROM_MAIL
from .importing.imported import ImportedFile, PlainOrder, PlainOrders, RawRow
from .importing.raw_rows import encoded, packed
from .keys import KeyKind, exactly, keys_of, token, tokens_of
from .merging import SECOND_HAND, merge_orders, with_payments
from .order import Marketplace, Order, OrderFile, Shipment
from .parcel_store import ParcelSaving
from .payment import Payment
from .payment_store import PaymentSaving, payments_of
from .references import folded_number
from .rereading import READING, is_corrected, without_mapped
from .rows_store import order_of_row
from .writing_store import (
    KeptRows,
    document_of,
    insert_orders,
    sortable,
    update_order,
    write_tokens,
)

_Careful = tuple[Order, Sequence[RawRow], int]


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What an import did to the store, in orders and parcels.

    Attributes:
        touched: the rows of all orders that were written, or that a parcel was joined to.
    """

    imported: int
    updated: int
    unchanged: int
    touched: frozenset[int] = frozenset()


def save(tx: Transaction, imported: ImportedFile) -> SaveReport:
    """Write what a file says into the store; see `save_parts`."""
    return save_parts(tx, (imported,))


def save_parts(tx: Transaction, parts: Iterable[ImportedFile]) -> SaveReport:
    """Write what a file says into the store, part by part; all parts know its newest day.

    A file that was saved before changes nothing. Where another one fits the same order, they are
    merged; parcels are joined to their orders, whichever came first.
    """
    saving: _Saving | None = None
    for part in parts:
        saving = saving or _Saving(tx.db, part.as_of, part.reading)
        saving.save_orders(part)
        for place, shipment in enumerate(part.shipments):
            row = part.shipment_rows[place] if place < len(part.shipment_rows) else {}
            saving.save_shipment(shipment, row)
        for payment, row in zip(part.payments, part.payment_rows, strict=True):
            saving.save_payment(payment, row)
    if saving is None:
        return SaveReport(0, 0, 0)
    saving.join()
    report = saving.report()
    if report.touched:
        tx.changed(RecordKind.ORDER, report.touched)
    return report


class _Saving:
    """One import while it is written."""

    def __init__(self, db: sqlite3.Connection, as_of: date | None, reading: str) -> None:
        self._db = db
        self._reading = reading
        self._as_of = as_of.isoformat() if as_of else ""
        self._imported = self._updated = self._unchanged = 0
        self._touched: set[int] = set()
        self._kept = KeptRows(db)
        self._columns: tuple[str, ...] = ()
        self._parcels = ParcelSaving(db, as_of)
        self._payments = PaymentSaving(db)
        self._from_mail = _orders_from_mail(db)
        self._has_second_hand = _has_second_hand(db)
        (last,) = db.execute("SELECT coalesce(max(id), 0) FROM orders").fetchone()
        self._last_row: int = last
        self._was_empty = last == 0

    def report(self) -> SaveReport:
        """What was done."""
        return SaveReport(self._imported, self._updated, self._unchanged, frozenset(self._touched))

    def save_orders(self, part: ImportedFile) -> None:
        """Insert orders, or merge them into the stored ones; new ones as their lines stand."""
        self._columns = part.columns
        self._kept.note(part.columns)
        plain, known = self._parted(part.plain)
        rows, lines = part.order_rows, part.order_lines
        careful: list[_Careful] = [
            (order, rows[i] if i < len(rows) else (), lines[i] if i < len(lines) else 0)
            for i, order in enumerate(part.orders)
        ]
        careful += known
        stored = self._stored_orders([order for order, *_ in careful])
        new: dict[tuple[str, str], tuple[Marketplace, PlainOrder]] = {}
        for order, raw, line in careful:
            key = (order.marketplace.value, order.order_id)
            if key in new:  # a file that names it twice
                self._insert_orders([new.pop(key)])
                stored |= self._stored_orders([order])
            known_row = stored.get(key) or self._known_from_mail(order)
            if known_row is not None:
                self._merge_order(known_row, order, raw)
                stored |= self._stored_orders([order])
            else:
                new[key] = order.marketplace, self._written(order, raw, line)
        both = list(new.values())
        if part.plain is not None:
            both += [(part.plain.marketplace, one) for one in plain]
            both.sort(key=lambda pair: pair[1].line)
        self._insert_orders(both)

    def _parted(self, plain: PlainOrders | None) -> tuple[Sequence[PlainOrder], list[_Careful]]:
        """The plain orders that the store does not have, and the others read with care."""
        if plain is None or not plain.orders or self._was_empty:
            return plain.orders if plain else (), []
        rows = self._db.execute(
            "SELECT order_id FROM orders WHERE marketplace = ? AND order_id IN"
            " (SELECT value FROM json_each(?))",
            (plain.marketplace.value, json.dumps([one.order_id for one in plain.orders])),
        )
        known = {row["order_id"] for row in rows}
        if plain.marketplace is Marketplace.OWN and self._has_second_hand:
            known = {one.order_id for one in plain.orders}
        if self._from_mail:
            known |= {
                o.order_id for o in plain.orders if folded_number(o.order_id) in self._from_mail
            }
        read: list[_Careful] = [
            (*plain.read(one), one.line) for one in plain.orders if one.order_id in known
        ]
        return [one for one in plain.orders if one.order_id not in known], read

    def _known_from_mail(self, order: Order) -> Any | None:  # noqa: ANN401 - sqlite3.Row or None
        """The same order, known from notices alone, which may not name its marketplace."""
        row = self._from_mail.get(folded_number(order.order_id))
        places = {order.marketplace.value, row["marketplace"]} if row else set()
        return row if len(places) == 1 or Marketplace.OWN.value in places else None

    def _stored_orders(self, orders: Sequence[Order]) -> dict[tuple[str, str], Any]:
        wanted = json.dumps([[order.marketplace.value, order.order_id] for order in orders])
        rows = self._db.execute(
            "SELECT orders.* FROM json_each(?) AS wanted CROSS JOIN orders"
            " ON marketplace = wanted.value ->> 0 AND order_id = wanted.value ->> 1",
            (wanted,),
        )
        found = {(row["marketplace"], row["order_id"]): row for row in rows}
        for order in orders:
            key = (order.marketplace.value, order.order_id)
            if key not in found and (row := self._like_number(order)) is not None:
                found[key] = row
        return found

    def _like_number(self, order: Order) -> Any | None:  # noqa: ANN401 - sqlite3.Row or None
        """The stored order whose number is written otherwise: "#1043" and "1043"."""
        is_second_hand = order.source in SECOND_HAND
        if order.marketplace is not Marketplace.OWN or not (
            is_second_hand or self._has_second_hand
        ):
            return None
        rows = self._db.execute(
            "SELECT orders.* FROM order_tokens CROSS JOIN orders ON orders.id = order_tokens.rowid"
            " WHERE order_tokens MATCH ? AND marketplace = ?",
            (
                exactly(token(KeyKind.NUMBER, folded_number(order.order_id))),
                order.marketplace.value,
            ),
        ).fetchall()
        others = [row for row in rows if is_second_hand != (row["source"] in SECOND_HAND)]
        return others[0] if len(others) == 1 else None

    def _merge_order(self, stored: Any, new: Order, raw: Iterable[RawRow]) -> None:  # noqa: ANN401 - sqlite3.Row
        old, raw = order_of_row(stored), list(raw)
        # A file that was read before has no news, though another one is as new as it.
        kept: dict[str, Any] = json.loads(stored["raw_rows"])
        rows_before = self._kept.of(stored["raw_rows"])
        has_news = not raw or rows_before.get(new.source) != raw
        newer = has_news and bool(self._as_of) and self._as_of >= stored["as_of"]
        is_from_mail = old.source.startswith(FROM_MAIL)
        # What mail says is kept apart; the file stands for itself (S0-32).
        merged = new if is_from_mail else merge_orders(old, new, newer=newer)
        if is_from_mail:
            self._from_mail.pop(folded_number(new.order_id), None)
        if is_corrected(rows_before, kept.get(READING), new.source, raw, self._reading):
            kept = without_mapped(kept)
            merged = self._corrected(stored["id"], old, new, is_only_one=not kept)
        rows = self._with_reading(encoded(kept | {new.source: packed(raw, self._columns)}))
        if merged != old or rows != stored["raw_rows"]:
            as_of = max(stored["as_of"], self._as_of)
            update_order(self._db, stored["id"], merged, rows, as_of)
        if merged == old:
            self._unchanged += 1
            return
        self._updated += 1
        self._reach(stored["id"])
        self._note_tokens(keys_of(OrderFile(stored["id"], merged)))

    def _corrected(self, row: int, old: Order, new: Order, *, is_only_one: bool) -> Order:
        """What counts once the columns of a kind of file are understood otherwise."""
        if not is_only_one:
            return merge_orders(old, new, newer=True)
        return with_payments(new, payments_of(self._db, row))

    def _with_reading(self, rows: str) -> str:
        """Rows as they are kept, with the note by which mapping they were read."""
        return encoded(json.loads(rows) | {READING: self._reading}) if self._reading else rows

    def save_payment(self, payment: Payment, raw: RawRow) -> None:
        """Insert a payment, or take what is new of it."""
        self._count(is_new=self._payments.save(payment, raw))

    def save_shipment(self, new: Shipment, raw: RawRow) -> None:
        """Insert a parcel, or merge it into the stored one."""
        if new.says_nothing:
            return
        is_new, order_row = self._parcels.save(new, raw)
        self._count(is_new=is_new)
        if order_row is not None:
            self._reach(order_row)

    def _count(self, *, is_new: bool | None) -> None:
        self._imported += is_new is True
        self._updated += is_new is False
        self._unchanged += is_new is None

    def join(self) -> None:
        """Join the parcels and payments that have no order to the one that they belong to.

        After everything of the file is written: only then can two orders of one person be told
        from one.
        """
        for order_row in self._parcels.join():
            self._reach(order_row)
        for order_row in sorted(self._payments.join()):
            self._fill_from_payments(order_row)
        while reached := join_waiting(self._db):  # a parcel may be what another notice waits for
            for order_row in reached:
                self._reach(order_row)

    def _fill_from_payments(self, order_row: int) -> None:
        """Note in an order what its payments paid back, and what they cost."""
        stored = self._db.execute("SELECT * FROM orders WHERE id = ?", (order_row,)).fetchone()
        old = order_of_row(stored)
        filled = with_payments(old, payments_of(self._db, order_row))
        if filled != old:
            # How new the order's own files are does not change with it.
            self._db.execute(
                "UPDATE orders SET document = ? WHERE id = ?",
                (document_of(filled), order_row),
            )
            self._touched.add(order_row)

    def _reach(self, order_row: int) -> None:
        """Note that an order's parcels changed."""
        self._touched.add(order_row)
        write_tokens(self._db, order_row)

    def _insert_orders(self, orders: Sequence[tuple[Marketplace, PlainOrder]]) -> None:
        """Write orders that the store does not have."""
        first = self._last_row + 1
        self._last_row += len(orders)
        self._imported += len(orders)
        self._touched.update(range(first, self._last_row + 1))
        if self._parcels.is_waited_for or self._payments.is_waited_for:
            for _, order in orders:
                self._note_tokens(order.tokens.split(" "))
        if self._reading:
            orders = [
                (place, one._replace(raw_rows=self._with_reading(one.raw_rows)))
                for place, one in orders
            ]
        insert_orders(self._db, first, self._as_of, orders)

    def _written(self, order: Order, raw: Sequence[RawRow], line: int) -> PlainOrder:
        """An order as the store keeps it."""
        return PlainOrder(
            line,
            order.order_id,
            order.source,
            sortable(order),
            document_of(order),
            encoded({order.source: packed(raw, self._columns)}),
            tokens_of(OrderFile(0, order)),
        )

    def _note_tokens(self, tokens: Collection[str]) -> None:
        """Look again at the parcels and payments that may be those of this order."""
        self._parcels.note_order(tokens)
        self._payments.note_order(tokens)


def _orders_from_mail(db: sqlite3.Connection) -> dict[str, Any]:
    """The rows of the orders that no file knows yet, by their folded numbers."""
    rows = db.execute("SELECT * FROM orders WHERE source >= 'mail:' AND source < 'mail;'")
    return {folded_number(row["order_id"]): row for row in rows}


def _has_second_hand(db: sqlite3.Connection) -> bool:
    """Whether some order may be known from a postage service alone."""
    sources = json.dumps(sorted(SECOND_HAND))
    found = db.execute(
        "SELECT 1 FROM shipments WHERE source IN (SELECT value FROM json_each(?)) LIMIT 1",
        (sources,),
    )
    return found.fetchone() is not None
