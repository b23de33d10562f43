"""Situations for the tests of suggestions: one order, and where its parcel stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from softanswer.replies.compose.facts import Correspondence, Shop, Situation
from softanswer.replies.orders.delivery import Band, reckon
from softanswer.replies.orders.order import (
    Buyer,
    Marketplace,
    Order,
    OrderFile,
    OrderLine,
    Shipment,
    ShipTo,
)

FRIDAY = datetime(2026, 11, 20, 15, tzinfo=timezone(timedelta(hours=-5)))
SHOP = Shop("Lantern Lane Books", "Ana Reyes", "US")
LETTER = Correspondence(
    text="Where is it?",
    sender_name="Jane Harwood",
    signed="J. Harwood",
    written_at=FRIDAY - timedelta(hours=2),
    waiting_since=FRIDAY - timedelta(hours=2),
)


def an_order(**changes):
    order = Order(
        order_id="14-20731-55812",
        source="ebay-orders",
        marketplace=Marketplace.EBAY,
        items=(OrderLine("The Light at Skerra", condition="Very good"),),
        ordered_at=(FRIDAY - timedelta(days=9)).date(),
        buyer=Buyer(name="Jane Harwood"),
        ship_to=ShipTo(name="Jane Harwood", city="Dayton", postal="45402", country="US"),
        currency="GBP",
        shipping=Decimal("3.35"),
        total=Decimal("21.85"),
        service="USPS Media Mail",
    )
    return replace(order, **changes)


def a_parcel(posted=8, state=None, state_days_ago=2):
    return Shipment(
        source="pirateship",
        order_id="14-20731-55812",
        tracking="9400136106193402717374",
        carrier="USPS",
        service="Media Mail",
        shipped_on=(FRIDAY - timedelta(days=posted)).date(),
        country="US",
        tracking_status=state,
        tracking_date=(FRIDAY - timedelta(days=state_days_ago)).date() if state else None,
    )


PARCELS = {
    Band.UNKNOWN: None,
    Band.NOT_SHIPPED: None,
    Band.INSIDE: a_parcel(8),
    Band.PAST: a_parcel(24),
    Band.CLAIM: a_parcel(40),
    Band.DELIVERED: a_parcel(12, "Delivered"),
    Band.RETURNED: a_parcel(20, "Returned"),
}


def a_situation(band=Band.INSIDE, order=None, **changes):
    marketplace = Marketplace.OWN if band is Band.UNKNOWN else Marketplace.EBAY
    parcel = PARCELS[band]
    known = order or an_order(
        marketplace=marketplace,
        ordered_at=parcel.shipped_on - timedelta(days=1)
        if parcel
        else (FRIDAY - timedelta(days=4)).date(),
    )
    file = OrderFile(1, known, (parcel,) if parcel else ())
    delivery = reckon(file, FRIDAY.date())
    assert order is not None or delivery.band is band
    parts = {
        "letter": LETTER,
        "shop": SHOP,
        "now": FRIDAY,
        "file": file,
        "delivery": delivery,
        "case_number": 1043,
    }
    return Situation(**{**parts, **changes})


@pytest.fixture
def situation():
    return a_situation


@pytest.fixture
def order():
    return an_order


@pytest.fixture
def letter():
    return LETTER
