from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from softanswer.replies.orders.delivery import Band, reckon
from softanswer.replies.orders.order import Marketplace, Order, OrderFile, OrderLine, Shipment
from softanswer.replies.orders.verdict import verdict_words

SENT = date(2026, 11, 16)
NOVEMBER_20 = date(2026, 11, 20)


def order(**facts) -> Order:
    facts.setdefault("marketplace", Marketplace.OWN)
    return Order(order_id="SA-1", source="", items=(OrderLine("A"),), **facts)


def parcel(**facts) -> Shipment:
    facts = {"carrier": "USPS", "service": "Media Mail", "shipped_on": SENT} | facts
    return Shipment(source="pirateship", order_id="SA-1", tracking="9400", **facts)


def file(*parcels: Shipment, **facts) -> OrderFile:
    return OrderFile(1, order(**facts), parcels)


@pytest.mark.parametrize(
    ("service", "carrier", "earliest", "latest", "claim_on"),
    [
        ("Media Mail", "USPS", "2026-11-20", "2026-12-03", "2026-12-16"),
        ("Priority Mail", "USPS", "2026-11-17", "2026-11-19", "2026-12-01"),
        ("Ground Advantage", "USPS", "2026-11-18", "2026-11-21", "2026-12-01"),
        ("First Class Package International", "USPS", "2026-12-07", "2026-12-28", None),
        ("M-Bag", "USPS", "2026-12-28", "2027-01-11", None),
        ("Ground", "UPS", "2026-11-17", "2026-11-23", None),
        ("Büchersendung", "Deutsche Post", "2026-11-18", "2026-11-20", None),
    ],
)
def test_the_window_is_that_of_the_service(service, carrier, earliest, latest, claim_on):
    found = reckon(file(parcel(service=service, carrier=carrier)), NOVEMBER_20)
    assert found.earliest.isoformat() == earliest
    assert found.latest.isoformat() == latest
    assert (found.claim_on and found.claim_on.isoformat()) == claim_on


@pytest.mark.parametrize(
    ("today", "band", "day"),
    [
        (SENT, Band.INSIDE, 0),
        (date(2026, 11, 21), Band.INSIDE, 5),
        (date(2026, 11, 22), Band.INSIDE, 5),  # a Sunday
        (date(2026, 11, 25), Band.INSIDE, 8),
        (date(2026, 11, 26), Band.INSIDE, 8),  # Thanksgiving Day
        (date(2026, 12, 3), Band.INSIDE, 14),
        (date(2026, 12, 4), Band.PAST, 15),
        (date(2026, 12, 15), Band.PAST, 24),
        (date(2026, 12, 16), Band.CLAIM, 25),
    ],
)
def test_media_mail_has_fourteen_business_days_and_is_lost_after_thirty_days(today, band, day):
    found = reckon(file(parcel()), today)
    assert (found.band, found.day, found.days) == (band, day, 14)
    assert found.is_past is (band in {Band.PAST, Band.CLAIM})


def test_nothing_is_lost_while_its_window_is_open():
    slow = parcel(service="Royal Mail International", carrier="", country="US")
    found = reckon(file(slow), date(2026, 12, 22))
    assert (found.latest, found.claim_on) == (date(2026, 12, 22), date(2026, 12, 23))
    assert found.band is Band.INSIDE
    assert reckon(file(slow), date(2026, 12, 23)).band is Band.CLAIM


def test_weeks_are_counted_in_calendar_days():
    found = reckon(file(parcel(service="M-Bag")), SENT + timedelta(days=24))
    assert (found.day, found.days) == (24, 56)
    assert verdict_words(found) == (
        "Day 24 of 56, the window of USPS M-Bag ends on 11 January 2027."
    )


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (
            date(2026, 11, 21),
            "Business day 5 of 14, the window of USPS Media Mail ends on 3 December 2026.",
        ),
        (
            date(2026, 12, 4),
            "The window of USPS Media Mail ended on 3 December 2026, yesterday. "
            "From 16 December 2026 on it counts as lost.",
        ),
        (
            date(2026, 12, 16),
            "The window of USPS Media Mail ended on 3 December 2026, 13 days ago. "
            "Since 16 December 2026 the parcel counts as lost.",
        ),
    ],
)
def test_the_verdict_says_where_today_stands(today, words):
    assert verdict_words(reckon(file(parcel()), today)) == words


def test_a_delivered_parcel_is_delivered_whatever_the_day():
    arrived = parcel(tracking_status="Delivered", tracking_date=NOVEMBER_20)
    found = reckon(file(arrived), date(2027, 1, 5))
    assert (found.band, found.delivered_on) == (Band.DELIVERED, NOVEMBER_20)
    assert verdict_words(found) == "Delivered on 20 November 2026."


def test_a_parcel_on_its_way_back_is_not_inside_any_window():
    back = parcel(
        tracking_status="Return to Sender",
        tracking_info="Undeliverable as Addressed",
        tracking_date=NOVEMBER_20,
    )
    found = reckon(file(back), date(2026, 11, 21))
    assert (found.band, found.returned_on) == (Band.RETURNED, NOVEMBER_20)
    assert verdict_words(found) == (
        "On its way back to the sender since 20 November 2026. "
        "The carrier's last word of 20 November 2026: Undeliverable as Addressed."
    )


def test_a_label_that_was_given_back_is_no_parcel():
    found = reckon(file(parcel(status="Refunded")), NOVEMBER_20)
    assert (found.band, found.shipped_on, found.tracking) == (Band.NOT_SHIPPED, None, None)
    assert verdict_words(found) == "Not shipped yet, as far as the files say."
    again = reckon(file(parcel(status="Refunded"), parcel(shipped_on=NOVEMBER_20)), NOVEMBER_20)
    assert (again.band, again.shipped_on) == (Band.INSIDE, NOVEMBER_20)


def test_a_label_alone_is_no_sending_unless_the_shop_says_so():
    waiting = parcel(tracking_status="Pre-Shipment", tracking_date=SENT)
    found = reckon(file(waiting), date(2026, 12, 30))
    assert (found.band, found.shipped_on, found.label_on) == (Band.NOT_SHIPPED, None, SENT)
    assert verdict_words(found) == (
        "A label was made on 16 November 2026, but the carrier has not reported having the parcel."
    )
    told = reckon(file(waiting, shipped_at=date(2026, 11, 17)), NOVEMBER_20)
    assert (told.band, told.shipped_on) == (Band.INSIDE, date(2026, 11, 17))


def test_a_file_that_cannot_tell_leaves_the_sending_unknown():
    found = reckon(file(marketplace=Marketplace.AMAZON, service="Standard"), NOVEMBER_20)
    assert (found.band, found.latest, found.day) == (Band.UNKNOWN, None, None)
    assert found.service.id == "amazon-standard"
    assert verdict_words(found) == "No file says whether it was shipped."


@pytest.mark.parametrize(("left", "band"), [(1, Band.NOT_SHIPPED), (0, Band.UNKNOWN)])
def test_amazons_unshipped_report_tells_what_is_left(left, band):
    unshipped = replace(
        order(marketplace=Marketplace.AMAZON), items=(OrderLine("A", qty_to_ship=left),)
    )
    assert reckon(OrderFile(1, unshipped), NOVEMBER_20).band is band


def test_a_parcel_without_a_day_is_not_taken_for_waiting():
    found = reckon(file(parcel(shipped_on=None, tracking_status="In Transit")), NOVEMBER_20)
    assert found.band is Band.UNKNOWN


def test_an_unknown_service_has_no_window():
    found = reckon(file(parcel(service="Pigeon")), NOVEMBER_20)
    assert (found.band, found.service, found.latest) == (Band.UNKNOWN, None, None)
    assert verdict_words(found) == (
        "Shipped on 16 November 2026; its delivery window is not known."
    )


@pytest.mark.parametrize(
    ("today", "band"), [(date(2026, 11, 27), Band.INSIDE), (date(2026, 11, 28), Band.PAST)]
)
def test_without_a_known_service_the_marketplaces_estimate_counts(today, band):
    told = file(
        marketplace=Marketplace.EBAY,
        service="Economy Shipping",
        shipped_at=SENT,
        deliver_by_min=date(2026, 11, 19),
        deliver_by_max=date(2026, 11, 27),
    )
    found = reckon(told, today)
    assert (found.band, found.earliest, found.day) == (band, date(2026, 11, 19), None)
    assert "the marketplace's estimate" in verdict_words(found)


def test_the_marketplaces_dates_stand_beside_the_carriers():
    told = file(parcel(), marketplace=Marketplace.EBAY, deliver_by_max=date(2026, 11, 27))
    found = reckon(told, NOVEMBER_20)
    assert found.marketplace_latest == date(2026, 11, 27)
    assert found.buyer_claims_from == date(2026, 11, 28)
    assert found.buyer_claims_until == date(2026, 12, 27)
    assert verdict_words(found).endswith("eBay told the buyer 27 November 2026 at the latest.")


def test_what_was_paid_for_stands_beside_what_was_used():
    found = reckon(
        file(parcel(service="Priority Mail"), marketplace=Marketplace.AMAZON, service="Standard"),
        NOVEMBER_20,
    )
    assert (found.service_paid, found.service_used) == ("Standard", "USPS Priority Mail")
    assert found.service.id == "usps-priority"


@pytest.mark.parametrize(
    ("ordered", "lag"),
    [
        (date(2026, 11, 15), 1),
        (SENT, 0),
        (date(2026, 11, 17), None),
        (None, None),
        (datetime(2026, 11, 16, 2, 0, tzinfo=UTC), 0),
    ],
)
def test_the_lag_counts_days_from_the_order_to_the_sending(ordered, lag):
    assert reckon(file(parcel(), ordered_at=ordered), NOVEMBER_20).lag_days == lag


def test_a_time_falls_on_the_day_of_the_sellers_zone():
    seller = timezone(timedelta(hours=-8))
    evening = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
    assert reckon(file(parcel(), ordered_at=evening), NOVEMBER_20, zone=seller).lag_days == 1


def test_the_last_parcel_that_travelled_counts():
    first = parcel(shipped_on=date(2026, 11, 2))
    found = reckon(file(first, parcel(), parcel(shipped_on=NOVEMBER_20, status="Voided")), SENT)
    assert found.shipped_on == SENT


def test_the_carrier_will_search_for_a_parcel_after_seven_business_days():
    assert reckon(file(parcel()), NOVEMBER_20).search_on == date(2026, 11, 24)
