"""Delivery windows against calendars that were counted by hand, both sides of each boundary."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pytest

from softanswer.replies.orders.business_days import (
    DeliveryCalendar,
    Journey,
    arrival_day,
    days_under_way,
)
from softanswer.replies.orders.delivery import Band, reckon
from softanswer.replies.orders.destinations import journey_to
from softanswer.replies.orders.order import (
    Marketplace,
    Order,
    OrderFile,
    OrderLine,
    Shipment,
    ShipTo,
)
from softanswer.replies.orders.services import known_services

DAY = timedelta(days=1)
PRIORITY = "USPS Priority Mail International"
FIRST_CLASS = "USPS First Class Package International"


class Counted(NamedTuple):
    """A parcel, and the days that a finger on the calendar gives for it."""

    service: str
    sent: str
    earliest: str
    latest: str
    claim_on: str = ""
    country: str = ""
    region: str = ""


TABLE = [
    # Saturdays count; Thanksgiving, Christmas Day and New Year's Day do not.
    Counted("USPS Media Mail", "2026-11-16", "2026-11-20", "2026-12-03", "2026-12-16"),
    Counted("USPS Media Mail", "2026-12-14", "2026-12-18", "2026-12-31", "2027-01-13"),
    Counted("USPS Media Mail", "2026-12-17", "2026-12-22", "2027-01-05", "2027-01-16"),
    # Washington's Birthday on Monday, and 29 February.
    Counted("USPS Media Mail", "2028-02-18", "2028-02-24", "2028-03-07", "2028-03-19"),
    Counted("USPS Library Mail", "2026-11-16", "2026-11-20", "2026-12-03", "2026-12-16"),
    # Independence Day on a Saturday: offices close on Friday, carriers do not.
    Counted("USPS Priority Mail", "2026-07-01", "2026-07-02", "2026-07-06", "2026-07-16"),
    # On a Sunday: everybody rests on Monday.
    Counted("USPS Priority Mail", "2027-07-02", "2027-07-03", "2027-07-07", "2027-07-17"),
    # Christmas Day and New Year's Day on Saturdays.
    Counted("USPS Priority Mail", "2027-12-22", "2027-12-23", "2027-12-27", "2028-01-06"),
    Counted("USPS Priority Mail", "2027-12-30", "2027-12-31", "2028-01-04", "2028-01-14"),
    Counted("USPS Priority Mail", "2028-02-28", "2028-02-29", "2028-03-02", "2028-03-14"),
    # Juneteenth on a Friday.
    Counted("USPS Priority Mail", "2026-06-17", "2026-06-18", "2026-06-22", "2026-07-02"),
    Counted("USPS Priority Mail Express", "2026-11-25", "2026-11-27", "2026-11-28", "2026-12-10"),
    # Veterans Day on a Wednesday: the mail rests, UPS does not.
    Counted("USPS Ground Advantage", "2026-11-10", "2026-11-13", "2026-11-17", "2026-11-25"),
    Counted("UPS Ground", "2026-11-10", "2026-11-11", "2026-11-17"),
    Counted("UPS Ground", "2026-11-25", "2026-11-27", "2026-12-03"),
    # Weekdays only.
    Counted("USPS First Class Package International", "2026-11-16", "2026-12-07", "2026-12-28"),
    Counted("USPS Priority Mail International", "2026-11-09", "2026-11-18", "2026-11-24"),
    Counted("Amazon Standard", "2026-11-16", "2026-11-20", "2026-12-07"),
    Counted("Amazon Expedited", "2026-11-09", "2026-11-12", "2026-11-18"),
    Counted("Amazon SecondDay", "2026-07-01", "2026-07-02", "2026-07-06"),
    Counted("Amazon SecondDay", "2027-12-22", "2027-12-23", "2027-12-27"),
    # Calendar days, over the end of the year and over 29 February.
    Counted("USPS M-Bag", "2028-02-01", "2028-03-14", "2028-03-28"),
    Counted("International Economy", "2026-11-16", "2026-12-28", "2027-01-11"),
    Counted("Amazon International", "2026-12-01", "2026-12-22", "2027-01-12"),
    # Boxing Day on a Saturday is kept on Monday; both feasts moved; Easter; the spring holiday.
    Counted("Royal Mail 1st Class", "2026-12-23", "2026-12-24", "2026-12-29", "2027-01-06"),
    Counted("Royal Mail 1st Class", "2027-12-24", "2027-12-29", "2027-12-30", "2028-01-07"),
    Counted("Royal Mail 1st Class", "2027-12-31", "2028-01-04", "2028-01-05", "2028-01-14"),
    Counted("Royal Mail 2nd Class", "2026-04-02", "2026-04-08", "2026-04-10", "2026-04-16"),
    Counted("Royal Mail 2nd Class", "2026-05-22", "2026-05-27", "2026-05-29", "2026-06-05"),
    # Armistice Day in France; Veterans Day and Thanksgiving in the US, once it has left Britain.
    # Taken for lost only when the window is over, whatever the days of loss say.
    Counted(
        "Royal Mail International Standard", "2026-11-02", "2026-11-05", "2026-12-01",
        "2026-12-02", country="France",
    ),
    Counted(
        "Royal Mail International Standard", "2026-11-02", "2026-11-09", "2026-12-09",
        "2026-12-10", country="US",
    ),
    # Labour Day, Ascension Day, Unity Day on a Saturday, and the two days of Christmas.
    Counted("Deutsche Post Büchersendung", "2026-04-30", "2026-05-04", "2026-05-06"),
    Counted("Deutsche Post Büchersendung", "2026-05-13", "2026-05-16", "2026-05-19"),
    Counted("Deutsche Post Büchersendung", "2026-10-01", "2026-10-05", "2026-10-07"),
    Counted("Deutsche Post Büchersendung", "2026-12-23", "2026-12-28", "2026-12-30"),
    # Abroad: the golden week of Japan, while Memorial Day in the US no longer counts.
    Counted(FIRST_CLASS, "2026-04-20", "2026-05-14", "2026-06-03", country="Japan"),
    # Christmas in Germany, where 24 December is a working day; over New Year's Day.
    Counted(PRIORITY, "2026-12-16", "2026-12-24", "2026-12-31", country="DE"),
    Counted(PRIORITY, "2026-12-17", "2026-12-28", "2027-01-04", country="Deutschland"),
    # Easter in Britain; and both feasts moved there, while the US kept the Fridays before.
    Counted(PRIORITY, "2026-03-26", "2026-04-07", "2026-04-13", country="United Kingdom"),
    Counted(PRIORITY, "2027-12-17", "2027-12-29", "2028-01-05", country="GB"),
    # Victoria Day in Canada, and Memorial Day in the US a week later, which no longer counts.
    Counted(PRIORITY, "2026-05-11", "2026-05-20", "2026-05-26", country="CA"),
    # In France 1 May is still counted in the US; then 8 May and Ascension Day.
    Counted(PRIORITY, "2026-04-30", "2026-05-11", "2026-05-18", country="France"),
    # Australia Day; Boxing Day on a Saturday, for which New South Wales keeps the Monday.
    Counted(PRIORITY, "2026-01-20", "2026-01-29", "2026-02-04", country="Australia"),
    Counted(PRIORITY, "2026-12-18", "2026-12-29", "2027-01-05", country="Australia"),
    Counted(PRIORITY, "2026-12-18", "2026-12-30", "2027-01-06", country="AU", region="NSW"),
    # The marketplace's promise is counted where the buyer lives, from the first day.
    Counted("Amazon Standard", "2026-12-23", "2026-12-31", "2027-01-15", country="GB"),
    Counted("Amazon Standard", "2026-12-23", "2026-12-30", "2027-01-14", country="US"),
    # A country that nobody knows, and one at home: the sender's days.
    Counted(PRIORITY, "2026-12-16", "2026-12-24", "2026-12-31", country="Ruritania"),
    Counted("USPS Media Mail", "2026-11-16", "2026-11-20", "2026-12-03", "2026-12-16", "US"),
]  # fmt: skip
each_row = pytest.mark.parametrize(
    "row", TABLE, ids=lambda row: f"{row.service} {row.sent} {row.country}"
)


def delivery(row: Counted, today: date):
    place = ShipTo(region=row.region or None)
    order = Order("SA-1", "shop", Marketplace.OWN, (OrderLine("A"),), ship_to=place)
    sent = date.fromisoformat(row.sent)
    parcel = Shipment("shop", "SA-1", None, "", row.service, sent, country=row.country or None)
    return reckon(OrderFile(1, order, (parcel,)), today)


@each_row
def test_a_window_is_that_of_the_calendar_on_the_wall(row):
    found = delivery(row, date.fromisoformat(row.sent))
    assert (found.earliest.isoformat(), found.latest.isoformat()) == (row.earliest, row.latest)
    assert (found.claim_on.isoformat() if found.claim_on else "") == row.claim_on


@each_row
def test_a_window_ends_with_its_last_day(row):
    latest = date.fromisoformat(row.latest)
    inside, past = delivery(row, latest), delivery(row, latest + DAY)
    assert (inside.band, inside.is_past) == (Band.INSIDE, False)
    is_lost = row.claim_on == (latest + DAY).isoformat()
    assert (past.band, past.is_past) == (Band.CLAIM if is_lost else Band.PAST, True)


@pytest.mark.parametrize(
    "row", [row for row in TABLE if row.claim_on], ids=lambda row: f"{row.service} {row.sent}"
)
def test_the_claim_line_is_crossed_on_its_day(row):
    claim_on = date.fromisoformat(row.claim_on)
    assert delivery(row, claim_on - DAY).band is not Band.CLAIM
    assert delivery(row, claim_on).band is Band.CLAIM


@each_row
def test_the_last_day_of_a_window_is_its_last_business_day(row):
    latest = date.fromisoformat(row.latest)
    found = delivery(row, latest)
    assert found.day == found.days
    assert delivery(row, latest - DAY).day == found.days - 1
    assert delivery(row, date.fromisoformat(row.sent)).day == 0


def test_every_service_of_the_program_is_in_the_table():
    used = {delivery(row, date.fromisoformat(row.sent)).service.id for row in TABLE}
    assert used == {service.id for service in known_services()}


@pytest.mark.parametrize(
    ("sent", "search_on"),
    [
        ("2026-11-10", "2026-11-19"),  # over Veterans Day
        ("2026-12-17", "2026-12-26"),  # over Christmas Day, a Saturday counts
        ("2027-07-02", "2027-07-12"),  # over the Monday kept for Independence Day
        ("2028-02-22", "2028-03-01"),  # over 29 February
    ],
)
def test_a_search_can_be_asked_for_after_seven_delivery_days(sent, search_on):
    row = Counted("USPS Media Mail", sent, "", "")
    assert delivery(row, date.fromisoformat(sent)).search_on.isoformat() == search_on


@pytest.mark.parametrize(
    ("sent", "count", "day"),
    [
        ("2026-04-24", 3, "2026-04-29"),  # the third day is still counted in the US
        ("2026-04-23", 3, "2026-04-28"),
        ("2026-04-23", 4, "2026-04-30"),  # the fourth is Japan's, which rests on the 29th
        ("2026-12-29", 3, "2027-01-04"),  # New Year's Day rests in both
        ("2027-01-06", 3, "2027-01-11"),  # Coming of Age Day, too early to count
        ("2027-01-05", 4, "2027-01-12"),  # and one day later it does
    ],
)
def test_the_destination_counts_once_the_parcel_has_left(sent, count, day):
    journey = journey_to(DeliveryCalendar("US"), 3, "Japan", None)
    assert arrival_day(date.fromisoformat(sent), count, journey).isoformat() == day
    assert days_under_way(date.fromisoformat(sent), date.fromisoformat(day), journey) == count


@pytest.mark.parametrize(
    ("country", "region", "keeps"),
    [
        ("Australia", "NSW", "AU-NSW"),
        ("Australia", "Atlantis", "AU"),
        ("AU", None, "AU"),
        ("Germany", "BY", "DE-BY"),
        ("England", None, "GB-ENG"),
        ("JP", "Tokyo", "JP"),
        ("Canada", "ON", "CA"),
    ],
)
def test_a_region_counts_where_its_post_keeps_its_days(country, region, keeps):
    journey = journey_to(DeliveryCalendar("US"), 2, country, region)
    assert journey.abroad.country == keeps


@pytest.mark.parametrize(
    ("leaves_after", "country"), [(None, "Japan"), (3, "US"), (3, "USA"), (3, ""), (3, "Mordor")]
)
def test_at_home_only_the_carrier_counts(leaves_after, country):
    journey = journey_to(DeliveryCalendar("US"), leaves_after, country, None)
    assert journey == Journey(DeliveryCalendar("US"))
