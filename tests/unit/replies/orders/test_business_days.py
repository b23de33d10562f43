from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from softanswer.replies.orders.business_days import (
    DeliveryCalendar,
    Journey,
    add_delivery_days,
    days_under_way,
    is_delivery_day,
)

USPS = DeliveryCalendar("US", saturdays=True)
OFFICES = DeliveryCalendar("US")
UPS = DeliveryCalendar("US", works_on=frozenset({"Veterans Day"}))
GERMAN = DeliveryCalendar("DE", saturdays=True)


@pytest.mark.parametrize(
    ("day", "calendar", "delivers"),
    [
        (date(2026, 11, 10), USPS, True),
        (date(2026, 11, 11), USPS, False),  # Veterans Day
        (date(2026, 11, 11), UPS, True),
        (date(2026, 11, 14), USPS, True),  # a Saturday
        (date(2026, 11, 14), OFFICES, False),
        (date(2026, 11, 15), USPS, False),  # a Sunday
        (date(2026, 11, 25), USPS, True),
        (date(2026, 11, 26), USPS, False),  # Thanksgiving Day
        (date(2026, 11, 26), UPS, False),
        (date(2026, 11, 27), USPS, True),
        (date(2026, 7, 3), OFFICES, False),  # kept for Saturday, 4 July
        (date(2026, 7, 3), USPS, True),
        (date(2026, 7, 4), USPS, False),
        (date(2022, 12, 26), USPS, False),  # kept for Sunday, 25 December
        (date(2026, 12, 25), GERMAN, False),  # a Friday before another holiday
        (date(2026, 12, 26), GERMAN, False),
        (date(2026, 11, 11), DeliveryCalendar(), True),
    ],
)
def test_carriers_rest_on_their_own_days(day, calendar, delivers):
    assert is_delivery_day(day, calendar) is delivers


@pytest.mark.parametrize(
    ("start", "count", "calendar", "end"),
    [
        (date(2026, 11, 4), 0, USPS, date(2026, 11, 4)),
        (date(2026, 11, 4), 1, USPS, date(2026, 11, 5)),
        (date(2026, 11, 4), 5, USPS, date(2026, 11, 10)),
        (date(2026, 11, 4), 6, USPS, date(2026, 11, 12)),  # over Veterans Day
        (date(2026, 11, 4), 14, USPS, date(2026, 11, 21)),
        (date(2026, 11, 16), 14, USPS, date(2026, 12, 3)),  # over Thanksgiving Day
        (date(2026, 11, 25), 1, UPS, date(2026, 11, 27)),
        (date(2026, 12, 31), 1, USPS, date(2027, 1, 2)),  # over New Year's Day
    ],
)
def test_days_are_counted_from_the_day_after(start, count, calendar, end):
    assert add_delivery_days(start, count, calendar) == end


@given(
    start=st.dates(date(2025, 1, 1), date(2027, 12, 1)),
    count=st.integers(1, 40),
    saturdays=st.booleans(),
)
@settings(deadline=None)  # the first look at a year loads its holidays
def test_counting_gives_back_what_was_added(start, count, saturdays):
    calendar = DeliveryCalendar("US", saturdays=saturdays)
    end = add_delivery_days(start, count, calendar)
    assert days_under_way(start, end, Journey(calendar)) == count
    assert days_under_way(start, end - timedelta(days=1), Journey(calendar)) == count - 1


def test_before_the_start_nothing_is_counted():
    assert days_under_way(date(2026, 11, 4), date(2026, 11, 1), Journey(USPS)) == 0


@given(
    sent=st.dates(date(2025, 1, 1), date(2026, 12, 1)),
    days=st.integers(-5, 800),
    leaves_after=st.integers(0, 6),
    abroad=st.sampled_from([None, "JP", "DE"]),
)
@settings(deadline=None, max_examples=60)
def test_a_journey_is_counted_as_day_after_day(sent, days, leaves_after, abroad):
    calendar = None if abroad is None else DeliveryCalendar(abroad)
    journey = Journey(USPS, calendar, leaves_after)
    counted = 0
    for n in range(1, days + 1):
        counted += is_delivery_day(sent + timedelta(days=n), journey.calendar(counted))
    assert days_under_way(sent, sent + timedelta(days=days), journey) == counted
