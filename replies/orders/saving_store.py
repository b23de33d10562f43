"""SQL for what an import writes: orders, parcels and payments, merged into what is stored."""

from __future__ import annotations

import json.encoder
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from .from_mail.store import join_waiting
from .from_mail.weighing import FROM_MAIL
from .importing.imported import ImportedFile, PlainOrder, PlainOrders, RawRow
from .joining import label_key, order_of, typed_number
from .keys import Key, KeyKind, keys_of, name_postal, words_of
from .merging import SECOND_HAND, merge_orders, merge_shipments, moment_key, with_payments
from .order import Marketplace, Order, OrderFile, Shipment
from .order_json import order_to_json, shipment_to_json
from .payment import Payment
from .payment_store import PaymentSaving, payments_of
from .references import folded_number
from .rereading import READING, is_corrected, without_mapped
from .rows_store import StoredOrders, load_order, order_of_row, shipment_of_row
from .tracking_numbers import folded_tracking

_escaped: Callable[[str], str] = json.encoder.encode_basestring
_JSON: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_Careful = tuple[Order, Sequence[RawRow], int]
_NEW_KEY: Final = "INSERT INTO order_keys (kind, value, order_row) VALUES (?, ?, ?)"
_NEW_WORDS: Final = "INSERT INTO order_words (rowid, names, titles) VALUES (?, ?, ?)"


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
        self._seen_shipments: set[int] = set()
        self._loose: set[int] = set()
        self._waiting = _waiting_parcels(db)
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
        plain, known = self._parted(part.plain)
        rows, lines = part.order_rows, part.order_lines
        careful: list[_Careful] = [
            (order, rows[i] if i < len(rows) else (), lines[i] if i < len(lines) else 0)
            for i, order in enumerate(part.orders)
        ]
        careful += known
        stored = self._stored_orders([order for order, *_ in careful])
        new: dict[tuple[str, str], PlainOrder] = {}
        for order, raw, line in careful:
            key = (order.marketplace.value, order.order_id)
            if key in new:  # a file that names it twice
                self._insert_orders([(key[0], new.pop(key))])
                stored |= self._stored_orders([order])
            known_row = stored.get(key) or self._known_from_mail(order)
            if known_row is not None:
                self._merge_order(known_row, order, raw)
                stored |= self._stored_orders([order])
            else:
                new[key] = _written(order, raw, line)
        both = [(marketplace, one) for (marketplace, _), one in new.items()]
        if part.plain is not None:
            both += [(part.plain.marketplace.value, one) for one in plain]
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
            "SELECT orders.* FROM order_keys JOIN orders ON orders.id = order_row"
            " WHERE kind = ? AND value = ? AND marketplace = ?",
            (KeyKind.NUMBER, folded_number(order.order_id), order.marketplace.value),
        ).fetchall()
        others = [row for row in rows if is_second_hand != (row["source"] in SECOND_HAND)]
        return others[0] if len(others) == 1 else None

    def _merge_order(self, stored: Any, new: Order, raw: Iterable[RawRow]) -> None:  # noqa: ANN401 - sqlite3.Row
        old, kept, raw = order_of_row(stored), json.loads(stored["raw_rows"]), list(raw)
        # A file that was read before has no news, though another one is as new as it.
        has_news = not raw or kept.get(new.source) != raw
        newer = has_news and self._is_newer(stored["as_of"])
        is_from_mail = old.source.startswith(FROM_MAIL)
        # What mail says is kept apart; the file stands for itself (S0-32).
        merged = new if is_from_mail else merge_orders(old, new, newer=newer)
        if is_from_mail:
            self._from_mail.pop(folded_number(new.order_id), None)
        if is_corrected(kept, new.source, raw, self._reading):
            kept = without_mapped(kept)
            merged = self._corrected(stored["id"], old, new, is_only_one=not kept)
        rows = kept | {new.source: raw} | ({READING: self._reading} if self._reading else {})
        if merged != old or _dumped(rows) != stored["raw_rows"]:
            self._update_order(stored["id"], merged, rows, stored["as_of"])
        if merged == old:
            self._unchanged += 1
            return
        self._updated += 1
        self._reach(stored["id"])
        self._note_keys(keys_of(OrderFile(stored["id"], merged)))

    def _corrected(self, row: int, old: Order, new: Order, *, is_only_one: bool) -> Order:
        """What counts once the columns of a kind of file are understood otherwise."""
        if not is_only_one:
            return merge_orders(old, new, newer=True)
        return with_payments(new, payments_of(self._db, row))

    def save_payment(self, payment: Payment, raw: RawRow) -> None:
        """Insert a payment, or take what is new of it."""
        is_new = self._payments.save(payment, raw)
        self._imported += is_new is True
        self._updated += is_new is False
        self._unchanged += is_new is None

    def save_shipment(self, new: Shipment, raw: RawRow) -> None:
        """Insert a parcel, or merge it into the stored one."""
        if new.says_nothing:
            return
        stored = self._stored_shipment(new)
        if stored is None:
            self._loose.add(self._insert_shipment(new, raw))
            self._imported += 1
            return
        row = stored["id"]
        self._seen_shipments.add(row)
        old = shipment_of_row(stored)
        merged = merge_shipments(old, new, newer=self._is_newer(stored["as_of"]))
        if merged == old:
            self._unchanged += 1
            return
        self._updated += 1
        self._update_shipment(row, merged, raw, stored["as_of"])
        if stored["order_row"] is None or typed_number(old) != typed_number(merged):
            self._loose.add(row)
        if stored["order_row"] is not None:
            self._reach(stored["order_row"])

    def join(self) -> None:
        """Join the parcels and payments that have no order to the one that they belong to.

        After everything of the file is written: only then can two orders of one person be told
        from one.
        """
        self._join_parcels()
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
                (_dumped(order_to_json(filled)), order_row),
            )
            self._touched.add(order_row)

    def _join_parcels(self) -> None:
        for row in sorted(self._loose):
            parcel = self._db.execute("SELECT * FROM shipments WHERE id = ?", (row,)).fetchone()
            file = order_of(StoredOrders(self._db), shipment_of_row(parcel))
            joined_to = file.id if file else None
            if joined_to == parcel["order_row"]:
                continue
            self._db.execute("UPDATE shipments SET order_row = ? WHERE id = ?", (joined_to, row))
            for order_row in {joined_to, parcel["order_row"]} - {None}:
                self._reach(order_row)

    def _reach(self, order_row: int) -> None:
        """Note that an order's parcels changed."""
        self._touched.add(order_row)
        write_keys(self._db, order_row)

    def _is_newer(self, stored_as_of: str) -> bool:
        return bool(self._as_of) and self._as_of >= stored_as_of

    def _insert_orders(self, orders: Sequence[tuple[str, PlainOrder]]) -> None:
        """Write orders that the store does not have, all of them in three statements."""
        first = self._last_row + 1
        self._last_row += len(orders)
        self._imported += len(orders)
        self._touched.update(range(first, self._last_row + 1))
        if self._waiting or self._payments.is_waited_for:
            for _, order in orders:
                self._note_keys([(KeyKind(kind), value) for kind, value in order.keys])
        as_of = self._as_of
        self._db.executemany(
            "INSERT INTO orders (id, marketplace, order_id, source, ordered_on, as_of, document,"
            " raw_rows, found_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    row,
                    place,
                    o.order_id,
                    o.source,
                    o.ordered_on,
                    as_of,
                    o.document,
                    self._with_reading(o.raw_rows),
                    _listed(o.keys),
                )
                for row, (place, o) in enumerate(orders, first)
            ],
        )
        keys: dict[str, list[tuple[str, str, int]]] = {}
        for row, (_, order) in enumerate(orders, first):
            for kind, value in order.keys:
                keys.setdefault(kind, []).append((kind, value, row))
        for kind in sorted(keys):  # in the order of the index: pages fill once
            self._db.executemany(_NEW_KEY, sorted(keys[kind]))
        self._db.executemany(
            _NEW_WORDS, [(row, o.names, o.titles) for row, (_, o) in enumerate(orders, first)]
        )

    def _with_reading(self, raw_rows: str) -> str:
        """Rows as the store keeps them, with the note by which mapping they were read."""
        if not self._reading:
            return raw_rows
        return f"{raw_rows[:-1]}, {_escaped(READING)}: {_escaped(self._reading)}}}"

    def _update_order(
        self, order_row: int, order: Order, raw_rows: Mapping[str, Any], as_of: str
    ) -> None:
        self._db.execute(
            "UPDATE orders SET marketplace = ?, order_id = ?, source = ?, ordered_on = ?,"
            " as_of = ?, document = ?, raw_rows = ?, confirmed = 1 WHERE id = ?",
            (
                order.marketplace.value,
                order.order_id,
                order.source,
                _sortable(order.ordered_at),
                max(as_of, self._as_of),
                _dumped(order_to_json(order)),
                _dumped(raw_rows),
                order_row,
            ),
        )

    def _stored_shipment(self, new: Shipment) -> Any | None:  # noqa: ANN401 - sqlite3.Row or None
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
            if lacks_number and row["id"] not in self._seen_shipments:
                return row
        return None

    def _insert_shipment(self, shipment: Shipment, raw: RawRow) -> int:
        cursor = self._db.execute(
            "INSERT INTO shipments (source, tracking, label, number_key, name_postal, email,"
            " as_of, document, raw_row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*_shipment_columns(shipment), self._as_of, *_shipment_documents(shipment, raw)),
        )
        row = cursor.lastrowid or 0
        self._seen_shipments.add(row)
        return row

    def _update_shipment(self, row: int, shipment: Shipment, raw: RawRow, as_of: str) -> None:
        self._db.execute(
            "UPDATE shipments SET source = ?, tracking = ?, label = ?, number_key = ?,"
            " name_postal = ?, email = ?, as_of = ?, document = ?, raw_row = ? WHERE id = ?",
            (
                *_shipment_columns(shipment),
                max(as_of, self._as_of),
                *_shipment_documents(shipment, raw),
                row,
            ),
        )

    def _note_keys(self, keys: Collection[Key]) -> None:
        """Look again at the parcels and payments that may be those of the order of these keys."""
        for key in keys:
            self._loose |= self._waiting.get(key, frozenset())
        self._payments.note_order(keys)


def write_keys(db: sqlite3.Connection, order_row: int) -> None:
    """Write anew what an order is found by."""
    file = load_order(db, order_row)
    db.execute(
        "DELETE FROM order_keys WHERE order_row = :row AND (kind, value) IN"
        " (SELECT value ->> 0, value ->> 1 FROM json_each("
        "(SELECT found_by FROM orders WHERE id = :row)))",
        {"row": order_row},
    )
    keys = sorted((kind.value, value) for kind, value in keys_of(file))
    db.executemany(_NEW_KEY, [(kind, value, order_row) for kind, value in keys])
    db.execute("UPDATE orders SET found_by = ? WHERE id = ?", (_listed(keys), order_row))
    db.execute("DELETE FROM order_words WHERE rowid = ?", (order_row,))
    db.execute(_NEW_WORDS, (order_row, *words_of(file.order)))


def _written(order: Order, raw: Sequence[RawRow], line: int) -> PlainOrder:
    """An order as the store keeps it."""
    return PlainOrder(
        line,
        (),
        order.order_id,
        order.source,
        _sortable(order.ordered_at),
        _dumped(order_to_json(order)),
        _dumped({order.source: list(raw)}),
        tuple(sorted((kind.value, value) for kind, value in keys_of(OrderFile(0, order)))),
        *words_of(order),
    )


def _orders_from_mail(db: sqlite3.Connection) -> dict[str, Any]:
    """The rows of the orders that no file knows yet, by their folded numbers."""
    rows = db.execute("SELECT * FROM orders WHERE source >= 'mail:' AND source < 'mail;'")
    return {folded_number(row["order_id"]): row for row in rows}


def _waiting_parcels(db: sqlite3.Connection) -> dict[Key, set[int]]:
    """The parcels that have no order, by what an order of theirs would be found by."""
    waiting: dict[Key, set[int]] = {}
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
                waiting.setdefault((kind, value), set()).add(row["id"])
    return waiting


def _has_second_hand(db: sqlite3.Connection) -> bool:
    """Whether some order may be known from a postage service alone."""
    sources = json.dumps(sorted(SECOND_HAND))
    found = db.execute(
        "SELECT 1 FROM shipments WHERE source IN (SELECT value FROM json_each(?)) LIMIT 1",
        (sources,),
    )
    return found.fetchone() is not None


def _shipment_columns(shipment: Shipment) -> tuple[str | None, ...]:
    return (
        shipment.source,
        folded_tracking(shipment.tracking) if shipment.tracking else None,
        label_key(shipment),
        typed_number(shipment),
        name_postal(shipment.recipient, shipment.postal),
        shipment.email or "",
    )


def _shipment_documents(shipment: Shipment, raw: RawRow) -> tuple[str, str]:
    return _dumped(shipment_to_json(shipment)), _dumped(raw)


def _sortable(moment: date | datetime | None) -> str:
    return moment_key(moment).isoformat() if moment else ""


def _listed(keys: Iterable[tuple[str, str]]) -> str:
    """Keys as `found_by` has them."""
    return f"[{','.join([f'[{_escaped(kind)},{_escaped(value)}]' for kind, value in keys])}]"


def _dumped(document: object) -> str:
    return _JSON.encode(document)
