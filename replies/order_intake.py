"""What becomes of an order file: stored, and replies that its news overtakes are paused (D5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from ..mailbox.sentence import in_a_row
from ..mailbox.store.writer import Transaction
from .cases import store as cases
from .orders import store as orders
from .orders.importing.imported import ImportedFile
from .orders.order import OrderFile
from .orders.turns import turns
from .outbox import store as held
from .outbox.held_reply import STOPPABLE, PausedBy
from .outbox.outbox import Outbox

_AT_ONCE: Final = 200  # orders, between two looks at whether the import was broken off


def _no_step() -> None:
    """Nobody watches."""


def save_orders(
    tx: Transaction,
    outbox: Outbox,
    imported: ImportedFile,
    step: Callable[[], None] = _no_step,
) -> orders.SaveReport:
    """Write what a file says into the store; see `save_export`.

    Args:
        step: called for each order and parcel; what it raises rolls the import back.
    """
    return save_export(tx, outbox, _in_steps(imported, step))


def save_export(
    tx: Transaction, outbox: Outbox, parts: Iterable[ImportedFile]
) -> orders.SaveReport:
    """Write what a file says into the store, part by part as it is read.

    A held reply to a letter about an order that was posted, delivered, sent back, cancelled or
    refunded since is paused, until the seller has seen whether it still fits.
    """
    before = _answered_orders(tx)
    report = orders.save_parts(tx, parts)
    today = outbox.clock.read().wall.astimezone().date()
    for conversation_id, known in before.items():
        if known.id in report.touched:
            news = turns(known, orders.load_order(tx.db, known.id), today)
            if news:
                outbox.pause_for(tx, conversation_id, PausedBy.ORDER_CHANGED, in_a_row(news))
    return report


def _in_steps(imported: ImportedFile, step: Callable[[], None]) -> Iterator[ImportedFile]:
    """A file in parts, parcels last; `step` is called for each record before its part."""
    for start in range(0, max(len(imported.orders), 1), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        for _ in imported.orders[some]:
            step()
        yield replace(
            imported,
            orders=imported.orders[some],
            order_rows=imported.order_rows[some],
            shipments=(),
            shipment_rows=(),
        )
    for _ in imported.shipments:
        step()
    yield replace(imported, orders=(), order_rows=())


def _answered_orders(tx: Transaction) -> dict[int, OrderFile]:
    """The orders that waiting replies are about, by conversation."""
    found = {}
    for reply in held.load_in(tx.db, STOPPABLE):
        order_row = cases.order_row_of(tx.db, reply.conversation_id)
        if order_row is not None:
            found[reply.conversation_id] = orders.load_order(tx.db, order_row)
    return found
