"""What news of an order do to the reply that is held about it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from builders import HOUR
from fakes.shop import COMPLAINT

from softanswer.replies.cases import store as cases
from softanswer.replies.order_intake import save_export
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Marketplace, Order, OrderFile, OrderLine, Shipment
from softanswer.replies.orders.store import find_by_number
from softanswer.replies.orders.turns import turns
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy

TODAY = date(2026, 11, 22)
ORDER = Order(
    order_id="12-10983-47210",
    source="ebay-orders",
    marketplace=Marketplace.EBAY,
    items=(OrderLine("The Sea-Kings of Crete"),),
    ordered_at=datetime(2026, 11, 1, tzinfo=UTC),
)
PARCEL = Shipment(
    source="pirateship",
    order_id=ORDER.order_id,
    tracking="9400111899223344556677",
    carrier="USPS",
    service="Media Mail",
    shipped_on=date(2026, 11, 3),
    tracking_status="In Transit",
)
DELIVERED = replace(PARCEL, tracking_status="Delivered", tracking_date=date(2026, 11, 21))


def known(order=ORDER, *parcels):
    return OrderFile(1, order, parcels)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (known(), known(ORDER, PARCEL), ["posted"]),
        (known(ORDER, PARCEL), known(ORDER, DELIVERED), ["delivered"]),
        (known(), known(ORDER, DELIVERED), ["posted", "delivered"]),
        (
            known(ORDER, PARCEL),
            known(ORDER, replace(PARCEL, tracking_status="Return to Sender")),
            ["on its way back"],
        ),
        (known(), known(replace(ORDER, extra={"refunded": "12.50"})), ["given back"]),
        (known(), known(replace(ORDER, extra={"status": "Refunded"})), ["given back"]),
        (known(), known(replace(ORDER, extra={"cancelled_at": "2026-11-20"})), ["cancelled"]),
        (known(), known(replace(ORDER, extra={"status": "Cancelled"})), ["cancelled"]),
        # What turns nothing around:
        (known(), known(replace(ORDER, extra={"status": "Shipped"})), []),
        (known(ORDER, PARCEL), known(ORDER, replace(PARCEL, tracking_info="At the office")), []),
        (known(ORDER, DELIVERED), known(ORDER, DELIVERED), []),
    ],
)
def test_what_happened_to_an_order_is_told_in_sentences(before, after, words):
    told = turns(before, after, TODAY)
    assert len(told) == len(words)
    for sentence, word in zip(told, words, strict=True):
        assert word in sentence


def imported(*parcels, order=ORDER):
    return ImportedFile(
        format="test",
        encoding="utf-8",
        as_of=datetime(2026, 11, 22, tzinfo=UTC),
        orders=(order,),
        shipments=parcels,
    )


@pytest.fixture
def reply(box):
    """A reply that cools, to a letter about an order whose parcel travels."""
    box.do(lambda tx: save_export(tx, box.outbox, (imported(PARCEL),)))
    letter = box.receive("Where is my book", COMPLAINT)
    (order,) = box.do(lambda tx: find_by_number(tx.db, ORDER.order_id))
    box.do(lambda tx: cases.link_order(tx, letter.conversation_id, order.id, 1.0, by_seller=True))
    return box.hold(letter)


def now(box, reply):
    return box.do(lambda tx: held.load(tx.db, reply.id))


def later(file):
    return replace(file, as_of=file.as_of + timedelta(days=1))


def test_a_reply_about_an_order_that_was_delivered_since_is_paused_and_says_why(box, reply):
    box.do(lambda tx: save_export(tx, box.outbox, (later(imported(DELIVERED)),)))
    after = now(box, reply)
    assert (after.state, after.paused_by) == (OutboxState.PAUSED, PausedBy.ORDER_CHANGED)
    assert "delivered" in after.pause_note


def test_it_takes_the_approval_back(box, reply):
    box.clock.pass_time(2 * HOUR)
    box.do(lambda tx: box.outbox.approve(tx, reply.id))
    box.do(lambda tx: save_export(tx, box.outbox, (later(imported(DELIVERED)),)))
    assert not now(box, reply).is_approved


def test_the_same_file_again_or_news_of_another_order_pause_nothing(box, reply):
    other = replace(ORDER, order_id="99-99999-99999")
    another = replace(DELIVERED, order_id=other.order_id, tracking="9400111899223344550000")
    box.do(lambda tx: save_export(tx, box.outbox, (imported(PARCEL),)))
    box.do(lambda tx: save_export(tx, box.outbox, (later(imported(another, order=other)),)))
    assert now(box, reply).state is OutboxState.COOLING
