from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.orders.merging import merge_orders, merge_shipments
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, Shipment

OLD = Order(
    "111-0000001-0000001",
    "amazon-new-orders",
    Marketplace.AMAZON,
    (OrderLine("A Title", line_id="1", sku="BK-1", amount=Decimal("3.99")),),
    ordered_at=datetime(2026, 10, 6, 21, 18, tzinfo=UTC),
    currency="USD",
    shipping=Decimal("3.99"),
    total=Decimal("7.98"),
)


@pytest.mark.parametrize("newer", [True, False])
def test_a_fact_that_one_file_lacks_is_filled(newer):
    other = replace(OLD, currency=None, total=None, service="Standard", buyer=Buyer(phone="1"))
    merged = merge_orders(OLD, other, newer=newer)
    assert (merged.currency, merged.total) == ("USD", Decimal("7.98"))
    assert (merged.service, merged.buyer.phone) == ("Standard", "1")


@pytest.mark.parametrize(("newer", "service"), [(True, "Expedited"), (False, "Standard")])
def test_where_both_have_it_the_newer_file_counts(newer, service):
    first = replace(OLD, service="Standard")
    assert merge_orders(first, replace(OLD, service="Expedited"), newer=newer).service == service


moments = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(a=moments, b=moments, newer=st.booleans())
def test_dates_of_events_only_go_forward_and_that_of_the_order_only_back(a, b, newer):
    merged = merge_orders(
        replace(OLD, ordered_at=a, shipped_at=a, deliver_by_max=a),
        replace(OLD, ordered_at=b, shipped_at=b, deliver_by_max=b),
        newer=newer,
    )
    known = [day for day in (a, b) if day is not None]
    assert merged.shipped_at == merged.deliver_by_max == max(known, default=None)
    assert merged.ordered_at == min(known, default=None)


def test_times_with_and_without_a_zone_can_be_compared():
    later = datetime(2026, 11, 5, 1, 0, tzinfo=UTC)
    assert (
        merge_orders(
            replace(OLD, shipped_at=date(2026, 11, 4)), replace(OLD, shipped_at=later), newer=False
        ).shipped_at
        == later
    )


@pytest.mark.parametrize("newer", [True, False])
def test_copies_to_be_sent_never_grow_again(newer):
    def left(count):
        return replace(OLD, items=(replace(OLD.items[0], qty_to_ship=count),))

    assert merge_orders(left(2), left(0), newer=newer).items[0].qty_to_ship == 0
    assert merge_orders(left(0), left(2), newer=newer).items[0].qty_to_ship == 0


def titles(order: Order) -> list[str]:
    return [line.title for line in order.items]


def line(title: str, line_id: str | None = None, sku: str | None = None) -> OrderLine:
    return OrderLine(title, line_id=line_id, sku=sku)


@pytest.mark.parametrize(
    ("old", "new", "merged"),
    [
        ((line("A", "1"),), (line("B", "2"),), ["A", "B"]),
        ((line("A", "1"), line("B", "2")), (line("B2", "2"),), ["A", "B2"]),
        ((line("A", "1", "S"),), (line("B", "2", "S"),), ["A", "B"]),
        ((line("A", None, "S"),), (line("B", "2", "S"),), ["B"]),
        ((line("A", "1", "S"),), (line("B", None, "S"),), ["B"]),
        (
            (line("A", None, "S"), line("B", None, "S")),
            (line("A2", None, "S"), line("B2", None, "S"), line("C", None, "S")),
            ["A2", "B2", "C"],
        ),
        ((line("A"),), (line("A"), line("B")), ["A", "B"]),
    ],
)
def test_lines_are_the_same_by_id_else_by_sku_and_place(old, new, merged):
    both = merge_orders(replace(OLD, items=old), replace(OLD, items=new), newer=True)
    assert titles(both) == merged


def test_sums_are_those_of_the_file_with_all_lines():
    half = replace(OLD, shipping=None, total=None)
    whole = replace(OLD, items=(*OLD.items, line("B", "2")), total=Decimal("20.00"))
    assert merge_orders(half, whole, newer=False).total == Decimal("20.00")
    assert merge_orders(whole, half, newer=True).total == Decimal("20.00")
    other_half = replace(OLD, items=(line("B", "2"),), total=Decimal("12.02"))
    assert merge_orders(OLD, other_half, newer=True).total is None


PARCEL = Shipment("pirateship", "SA-1", "9400", "USPS", "Media Mail", date(2026, 11, 4))


def on(day: int, status: str) -> Shipment:
    return replace(PARCEL, tracking_status=status, tracking_date=date(2026, 11, day))


@pytest.mark.parametrize("newer", [True, False])
@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        (on(6, "In Transit"), on(12, "Delivered"), "Delivered"),
        (on(12, "Delivered"), on(12, "In Transit"), "Delivered"),
        (on(12, "Return to Sender"), on(12, "Alert"), "Return to Sender"),
        (on(4, "Pre-Shipment"), on(4, "In Transit"), "In Transit"),
        (on(6, "In Transit"), PARCEL, "In Transit"),
    ],
)
def test_the_state_of_a_parcel_never_goes_back(one, other, status, newer):
    assert merge_shipments(one, other, newer=newer).tracking_status == status
    assert merge_shipments(other, one, newer=newer).tracking_status == status


@pytest.mark.parametrize("newer", [True, False])
def test_a_label_that_was_given_back_stays_so(newer):
    bought, refunded = replace(PARCEL, status="Purchased"), replace(PARCEL, status="Refunded")
    assert merge_shipments(bought, refunded, newer=newer).status == "Refunded"
    assert merge_shipments(refunded, bought, newer=newer).status == "Refunded"
