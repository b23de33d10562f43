"""What becomes of an order file: stored, and replies that its news overtakes are paused (D5)."""

from __future__ import annotations

from collections.abc import Iterable

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


def _answered_orders(tx: Transaction) -> dict[int, OrderFile]:
    """The orders that waiting replies are about, by conversation."""
    found = {}
    for reply in held.load_in(tx.db, STOPPABLE):
        order_row = cases.order_row_of(tx.db, reply.conversation_id)
        if order_row is not None:
            found[reply.conversation_id] = orders.load_order(tx.db, order_row)
    return found
