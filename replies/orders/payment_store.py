"""SQL for payments: what an import writes, and which order each of them belongs to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final

from .keys import KeyKind, token
from .merging import moment_key
from .order import Marketplace, OrderFile
from .payment import Payment, invoice_numbers, payment_from_json, payment_to_json
from .rows_store import StoredOrders

_JSON: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_NEAR: Final = timedelta(days=45)  # from an order to a payment that does not name it


class PaymentSaving:
    """The payments of one import while they are written."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._loose: set[int] = set()
        self._waiting: dict[str, set[int]] = {}
        for row in db.execute("SELECT * FROM payments WHERE order_row IS NULL"):
            for key in _keys(_payment(row)):
                self._waiting.setdefault(key, set()).add(row["id"])

    @property
    def is_waited_for(self) -> bool:
        """Whether some stored payment has no order."""
        return bool(self._waiting)

    def save(self, payment: Payment, raw: dict[str, str]) -> bool | None:
        """Write a payment: True for a new one, False for one that says more, None for no news."""
        document = _JSON.encode(payment_to_json(payment))
        known = self._db.execute(
            "SELECT * FROM payments WHERE source = ? AND txn_id = ?",
            (payment.source, payment.txn_id),
        ).fetchone()
        if known is not None and known["document"] == document:
            return None
        self._db.execute(
            "INSERT INTO payments (source, txn_id, reference_txn, document, raw_row)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (source, txn_id) DO UPDATE SET"
            " reference_txn = excluded.reference_txn, document = excluded.document,"
            " raw_row = excluded.raw_row",
            (
                payment.source,
                payment.txn_id,
                payment.facts.get("reference_txn", ""),
                document,
                _JSON.encode(raw),
            ),
        )
        (row,) = self._db.execute(
            "SELECT id FROM payments WHERE source = ? AND txn_id = ?",
            (payment.source, payment.txn_id),
        ).fetchone()
        self._loose.add(row)
        return known is None

    def note_order(self, tokens: Iterable[str]) -> None:
        """Look again at the payments that may belong to an order with these tokens."""
        for key in tokens:
            self._loose |= self._waiting.get(key, frozenset())

    def join(self) -> set[int]:
        """Join payments to their orders; the rows of the orders whose payments changed."""
        changed: set[int] = set()
        # Twice: what pays back follows the payment that it names.
        for _ in range(2):
            for row in sorted(self._loose):
                changed |= self._join(row)
        return changed

    def _join(self, row: int) -> set[int]:
        stored = self._db.execute("SELECT * FROM payments WHERE id = ?", (row,)).fetchone()
        payment = _payment(stored)
        if not payment.is_trade:
            return set()
        order_row = self._order_of(payment)
        if order_row is None:
            order_row = stored["order_row"]
        if order_row is None:
            return set()
        self._db.execute("UPDATE payments SET order_row = ? WHERE id = ?", (order_row, row))
        return {row for row in (order_row, stored["order_row"]) if row is not None}

    def _order_of(self, payment: Payment) -> int | None:
        """By the number of the invoice, the payment that is paid back, or buyer and sum."""
        orders = StoredOrders(self._db)
        for number in invoice_numbers(payment.facts.get("invoice", "")):
            if file := _only(orders.with_key(KeyKind.NUMBER, number)):
                return file.id
        if reference := payment.facts.get("reference_txn"):
            row = self._db.execute(
                "SELECT order_row FROM payments WHERE source = ? AND txn_id = ?",
                (payment.source, reference),
            ).fetchone()
            if row is not None and row["order_row"] is not None:
                return int(row["order_row"])
        if payment.email and payment.gross and payment.gross > 0:
            of_buyer = orders.with_key(KeyKind.EMAIL, payment.email)
            if file := _only(f for f in of_buyer if _is_paid_by(f, payment)):
                return file.id
        return None


def payments_of(db: sqlite3.Connection, order_row: int) -> tuple[Payment, ...]:
    """The payments of an order, as they were imported."""
    rows = db.execute("SELECT * FROM payments WHERE order_row = ? ORDER BY id", (order_row,))
    return tuple(_payment(row) for row in rows)


def _payment(row: Any) -> Payment:  # noqa: ANN401 - sqlite3.Row
    return payment_from_json(json.loads(row["document"]), row["source"])


def _keys(payment: Payment) -> list[str]:
    numbers = invoice_numbers(payment.facts.get("invoice", ""))
    keys = [token(KeyKind.NUMBER, number) for number in numbers]
    return [*keys, token(KeyKind.EMAIL, payment.email)] if payment.email else keys


def _only(files: Iterable[OrderFile]) -> OrderFile | None:
    """The one order, None where there is none or more; one of the own shop goes before others."""
    found = list(files)
    own = [file for file in found if file.order.marketplace is Marketplace.OWN]
    kept = own if len(found) > 1 else found
    return kept[0] if len(kept) == 1 else None


def _is_paid_by(file: OrderFile, payment: Payment) -> bool:
    order, currency = file.order, payment.facts.get("currency")
    return (
        order.total == payment.gross
        and (order.currency is None or currency is None or order.currency == currency)
        and _is_near(order.ordered_at, payment.at_local)
    )


def _is_near(ordered: date | datetime | None, paid: date | datetime | None) -> bool:
    if ordered is None or paid is None:
        return False
    return abs(moment_key(paid).date() - moment_key(ordered).date()) <= _NEAR
