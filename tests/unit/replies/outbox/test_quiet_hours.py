"""Quiet hours: when nothing leaves, by whose clock."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.errors import PreferenceError
from softanswer.replies.orders.order import ShipTo
from softanswer.replies.orders.time_zones import zones_of
from softanswer.replies.outbox.quiet_hours import QuietHours, Whose, quiet_until, united

NIGHT = QuietHours(time(22), time(7))
THEIR_NIGHT = QuietHours(time(22), time(7), Whose.CUSTOMER)
HOUR = timedelta(hours=1)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "now", "until"),
    [
        ("UTC", "2026-11-22 21:59:59", None),
        ("UTC", "2026-11-22 22:00", "2026-11-23 07:00"),
        ("UTC", "2026-11-23 06:59:59", "2026-11-23 07:00"),
        ("UTC", "2026-11-23 07:00", None),
        ("America/New_York", "2026-11-23 02:59", None),
        ("America/New_York", "2026-11-23 03:00", "2026-11-23 12:00"),
        # Clocks go back in the night: it is an hour longer; and forward: an hour shorter.
        ("Europe/Berlin", "2026-10-24 20:00", "2026-10-25 06:00"),
        ("Europe/Berlin", "2027-03-27 21:00", "2027-03-28 05:00"),
    ],
)
def test_nothing_leaves_at_night_by_the_sellers_clock(in_zone, zone, now, until):
    in_zone(zone)
    assert quiet_until((NIGHT,), at(now)) == (at(until) if until else None)


@pytest.mark.parametrize(
    ("zones", "now", "until"),
    [
        (("Asia/Tokyo",), "2026-11-22 12:59", None),
        (("Asia/Tokyo",), "2026-11-22 13:00", "2026-11-22 22:00"),
        # Somewhere in the United States: quiet from New York's evening to Los Angeles's morning.
        (("America/New_York", "America/Los_Angeles"), "2026-11-23 03:00", "2026-11-23 15:00"),
        (("America/New_York", "America/Los_Angeles"), "2026-11-23 14:59", "2026-11-23 15:00"),
        ((), "2026-11-22 22:00", "2026-11-23 07:00"),  # unknown: the seller's own night
        (("No/Where",), "2026-11-22 22:00", "2026-11-23 07:00"),
    ],
)
def test_or_by_the_customers(in_zone, zones, now, until):
    in_zone("UTC")
    assert quiet_until((THEIR_NIGHT,), at(now), zones) == (at(until) if until else None)


def test_two_settings_together_keep_both_nights(in_zone):
    in_zone("UTC")
    both = (NIGHT, QuietHours(time(6), time(9)))
    assert quiet_until(both, at("2026-11-22 23:00")) == at("2026-11-23 09:00")


def test_hours_that_cover_others_stand_for_them():
    longer = QuietHours(time(21), time(8))
    assert united([NIGHT, longer, NIGHT]) == (longer,)
    assert united([longer, NIGHT]) == (longer,)
    assert set(united([NIGHT, THEIR_NIGHT])) == {NIGHT, THEIR_NIGHT}
    assert len(united([NIGHT, QuietHours(time(20), time(6))])) == 2


@pytest.mark.parametrize(("begin", "end"), [(time(7), time(7)), (time(7), time(19, 1))])
def test_a_night_without_an_end_or_of_more_than_half_a_day_cannot_exist(begin, end):
    with pytest.raises(PreferenceError, match="12 hours"):
        QuietHours(begin, end)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - UTC, below
    st.sampled_from(["America/New_York", "Europe/Berlin", "Australia/Adelaide", "Asia/Kathmandu"]),
    st.integers(0, 23),
    st.integers(1, 12),
)
def test_a_night_always_ends_and_when_it_has_ended_something_leaves(now, zone, begin, length):
    night = QuietHours(time(begin), time((begin + length) % 24), Whose.CUSTOMER)
    now = now.replace(tzinfo=UTC)
    until = quiet_until((night,), now, (zone,))
    if until is not None:
        assert now < until <= now + (length + 1) * HOUR
        assert quiet_until((night,), until, (zone,)) is None


@pytest.mark.parametrize(
    ("country", "region", "zones"),
    [
        ("Norway", None, ("Europe/Berlin",)),
        ("NO", "", ("Europe/Berlin",)),
        ("U.S.A.", "OR", ("America/Los_Angeles",)),
        ("United States", "ny", ("America/New_York",)),
        ("Atlantis", None, ()),
        (None, None, ()),
    ],
)
def test_the_address_tells_where_the_customer_may_live(country, region, zones):
    assert zones_of(ShipTo(country=country, region=region)) == zones


def test_a_wide_country_without_a_region_may_be_any_of_its_zones():
    found = zones_of(ShipTo(country="US"))
    assert {"America/New_York", "America/Los_Angeles", "Pacific/Honolulu"} <= set(found)


def test_hours_that_leave_no_moment_free_keep_nothing(in_zone):
    in_zone("UTC")
    day_and_night = (QuietHours(time(21), time(9)), QuietHours(time(9), time(21)))
    assert quiet_until(day_and_night, at("2026-11-22 23:00")) is None
    everywhere = zones_of(ShipTo(country="AQ"))
    assert quiet_until((THEIR_NIGHT,), at("2026-11-22 23:00"), everywhere) is None
