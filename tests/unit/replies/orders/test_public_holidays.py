"""The tables say what the package `holidays` says, and are met where they end."""

from __future__ import annotations

import json
import warnings
from datetime import date
from importlib.resources import files

import holidays
import pytest

from softanswer.replies.orders.business_days import DeliveryCalendar, arrival_day
from softanswer.replies.orders.destinations import journey_to
from softanswer.replies.orders.public_holidays import public_holidays

TABLES = sorted((files("softanswer.resources") / "orders" / "holidays").iterdir(), key=str)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_what_the_package_says(table):
    years = json.loads(table.read_text(encoding="utf-8"))
    place, *more = table.name.removesuffix(".json").split("+")
    country, _, part = place.partition("-")
    categories = ("public", *more)
    for year in years:
        asked = holidays.country_holidays(
            country,
            subdiv=part or None,
            years=int(year),
            language="en_US",
            categories=categories,
        )
        assert public_holidays(place, int(year), categories) == dict(asked)


@pytest.mark.parametrize("country", ["US", "GB", "DE", "CA", "FR", "AU", "JP", "NL"])
def test_a_usual_destination_has_a_table(country, monkeypatch):
    def refused(*_args, **_kinds):
        pytest.fail("all countries were loaded")

    monkeypatch.setattr(holidays, "country_holidays", refused)
    journey = journey_to(DeliveryCalendar("IE"), 1, country, "NSW" if country == "AU" else "")
    arrival_day(date(2026, 12, 20), 10, journey)


def test_other_years_and_countries_are_asked_for():
    assert public_holidays("US", 2001)[date(2001, 7, 4)] == "Independence Day"
    assert date(2026, 9, 16) in public_holidays("PG", 2026)


@pytest.mark.parametrize("country", ["", "XX", "us", "../services", "US-../../a"])
def test_a_country_that_nobody_knows_has_none(country):
    with warnings.catch_warnings(action="error"):
        assert public_holidays(country, 2026) == {}
