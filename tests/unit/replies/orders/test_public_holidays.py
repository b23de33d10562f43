"""The tables say what the package `holidays` says, and are met where they end."""

from __future__ import annotations

import json
import warnings
from datetime import date
from importlib.resources import files

import holidays
import pytest

from softanswer.replies.orders.public_holidays import public_holidays

TABLES = sorted((files("softanswer.resources") / "orders" / "holidays").iterdir(), key=str)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_what_the_package_says(table):
    years = json.loads(table.read_text(encoding="utf-8"))
    country, _, part = table.name.removesuffix(".json").partition("-")
    for year in years:
        asked = holidays.country_holidays(
            country, subdiv=part or None, years=int(year), language="en_US"
        )
        assert public_holidays(table.name.removesuffix(".json"), int(year)) == dict(asked)


def test_the_carriers_countries_have_tables():
    assert {f"{code}.json" for code in ("US", "GB-ENG", "DE", "CA")} <= {t.name for t in TABLES}


def test_other_years_and_countries_are_asked_for():
    assert public_holidays("US", 2001)[date(2001, 7, 4)] == "Independence Day"
    assert date(2026, 9, 16) in public_holidays("PG", 2026)


@pytest.mark.parametrize("country", ["", "XX", "us", "../services", "US-../../a"])
def test_a_country_that_nobody_knows_has_none(country):
    with warnings.catch_warnings(action="error"):
        assert public_holidays(country, 2026) == {}
