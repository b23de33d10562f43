"""SQL for orders that mail alone knows: made of notices, and confirmed by the seller."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from ....mailbox.message import StoredMessage
from ....mailbox.store.changes import RecordKind
from ....mailbox.store.writer import Transaction
from ..from_mail.store import (
    confirm_notices,
    is_waiting,
    join_waiting,
    keep_notices,
    notices_of,
    unconfirm_notices,
)
from ..from_mail.weighing import order_of
from ..importing.imported import ImportedFile
from ..merging import moment_key
from ..order import Notice, Order
from ..order_json import order_to_json
from ..saving_store import save
from ..store import find_by_number
from ..writing_store import write_tokens


def save_notices(
    tx: Transaction, message: StoredMessage, notices: Sequence[Notice]
) -> frozenset[int]:
    """Keep what a letter says of orders; the rows of the orders that it says something new of.

    A sale that nothing tells of yet makes an order that is not confirmed. What tells of no order
    that is known waits for one.
    """
    kept = keep_notices(tx, message, notices) if notices else ()
    if not kept:
        return frozenset()
    reached = _join(tx.db)
    for row, notice in kept:
        if notice.kind.makes_an_order and is_waiting(tx.db, row):
            order = order_of((notice,))
            if order is not None and (order.items or order.total is not None):
                made = _insert(tx, order)
                for order_row in made:
                    _tell_anew(tx.db, order_row)
                reached |= made | _join(tx.db)
    if reached:
        tx.changed(RecordKind.ORDER, reached)
    return frozenset(reached)


def confirm_order(tx: Transaction, order_row: int, at: datetime) -> bool:
    """Note that the seller says that what mail tells of an order is right.

    Returns whether there was anything to confirm.
    """
    is_new = tx.db.execute(
        "UPDATE orders SET confirmed = 1 WHERE id = ? AND NOT confirmed", (order_row,)
    ).rowcount
    told = confirm_notices(tx, order_row, at)
    if not is_new and not told:
        return False
    write_tokens(tx.db, order_row)
    tx.changed(RecordKind.ORDER, [order_row])
    return True


def take_back_confirmation(tx: Transaction, order_row: int, at: datetime) -> None:
    """Undo `confirm_order` of that moment."""
    unconfirm_notices(tx, order_row, at)
    tx.db.execute(
        "UPDATE orders SET confirmed = 0 WHERE id = ? AND source >= 'mail:' AND source < 'mail;'"
        " AND NOT EXISTS (SELECT 1 FROM order_notices WHERE order_row = orders.id"
        " AND confirmed_at IS NOT NULL)",
        (order_row,),
    )
    _tell_anew(tx.db, order_row)
    tx.changed(RecordKind.ORDER, [order_row])


def _join(db: sqlite3.Connection) -> set[int]:
    """Give waiting notices to their orders, whose parcels may be what others wait for."""
    reached: set[int] = set()
    while joined := join_waiting(db):
        reached.update(joined)
        for order_row in joined:
            _tell_anew(db, order_row)
    return reached


def _insert(tx: Transaction, order: Order) -> frozenset[int]:
    """Make an order that is not confirmed; the rows of the orders that this touched."""
    if find_by_number(tx.db, order.order_id):
        return frozenset()  # two have this number: which one is meant is not for us to say
    report = save(tx, ImportedFile(format="mail", encoding="", orders=(order,)))
    tx.db.execute(
        "UPDATE orders SET confirmed = 0 WHERE marketplace = ? AND order_id = ?",
        (order.marketplace.value, order.order_id),
    )
    return report.touched


def _tell_anew(db: sqlite3.Connection, order_row: int) -> None:
    """Write an order that is not confirmed as all its notices tell it, and what it is found by."""
    order = order_of(notices_of(db, order_row))
    if order is not None:
        moment = moment_key(order.ordered_at).isoformat() if order.ordered_at else ""
        document = json.dumps(order_to_json(order), ensure_ascii=False)
        db.execute(
            "UPDATE orders SET source = ?, ordered_on = ?, document = ?"
            " WHERE id = ? AND NOT confirmed",
            (order.source, moment, document, order_row),
        )
    write_tokens(db, order_row)
