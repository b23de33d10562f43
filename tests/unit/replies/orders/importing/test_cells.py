from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from softanswer.replies.orders.importing.cells import (
    parse_amount,
    parse_count,
    parse_currency,
    parse_decimal,
    parse_iso,
    parse_named,
    parse_signed,
    parse_us,
)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("3.99", "3.99"),
        ("0.01", "0.01"),
        ("1250.00", "1250.00"),
        ("1250", "1250"),
        ("$7.50", "7.50"),
        ("$1,234.50", "1234.50"),
        ("$1,234,567.00", "1234567.00"),
        ("116,99 €", "116.99"),
        ("1.116,99 €", "1116.99"),
        ("1.116\u00a0€", "1116"),
        ("1 116,99 €", "1116.99"),
        ("£12.00", "12.00"),
        ("AU $5.25", "5.25"),
        ("EUR 5,25", "5.25"),
        ("0.125", "0.125"),
        ("-$5.00", "-5.00"),
        ("$-5.00", "-5.00"),
        ("($5.00)", "-5.00"),
    ],
)
def test_amounts_of_all_sites_are_read(cell, amount):
    assert parse_amount(cell) == Decimal(amount)
    assert str(parse_amount(cell)) == amount


@pytest.mark.parametrize("cell", ["free", "12x0", "--", "1e5", "NaN", "$", "1.2.3.4.", "٣"])
def test_what_is_no_amount_is_refused(cell):
    with pytest.raises(ValueError, match="is no amount"):
        parse_amount(cell)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("$7.50", "USD"),
        ("US $7.50", "USD"),
        ("AU $7.50", "AUD"),
        ("C $7.50", "CAD"),
        ("£7.50", "GBP"),
        ("1.116,99 €", "EUR"),
        ("CHF 5.00", "CHF"),
        ("7.50", None),
    ],
)
def test_the_currency_is_what_the_cell_names(cell, code):
    assert parse_currency(cell) == code


@pytest.mark.parametrize(("cell", "number"), [("0", 0), ("12", 12), ("000458", 458)])
def test_counts_are_whole_numbers(cell, number):
    assert parse_count(cell) == number


@pytest.mark.parametrize("cell", ["-1", "1.5", "one", "", "1234567890", "²"])
def test_what_is_no_count_is_refused(cell):
    with pytest.raises(ValueError, match="is no whole number"):
        parse_count(cell)


@pytest.mark.parametrize(("cell", "number"), [("-3", -3), ("+2", 2), ("0", 0)])
def test_signed_numbers_keep_their_sign(cell, number):
    assert parse_signed(cell) == number


def test_a_weight_is_a_plain_decimal_and_never_parted_by_thousands():
    assert parse_decimal("14.125") == Decimal("14.125")
    with pytest.raises(ValueError, match="is no number"):
        parse_decimal("1,250")


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("Nov-03-26", "2026-11-03"),
        ("Sep-30-26 23:45:00", "2026-09-30T23:45:00"),
        ("Sep-30-26 9:05:09", "2026-09-30T09:05:09"),
        ("10-Dez-25", "2025-12-10"),
        ("3-Mär-26", "2026-03-03"),
        ("03-Nov-2026", "2026-11-03"),
        ("Nov 3, 2026", "2026-11-03"),
        ("November 3, 2026", "2026-11-03"),
    ],
)
def test_dates_with_a_month_name_stay_local(cell, moment):
    assert parse_named(cell).isoformat() == moment


@pytest.mark.parametrize(
    "cell", ["Nov-31-26", "Foo-03-26", "11-03-26", "Nov-03", "Nov-03-26 25:00", "yesterday"]
)
def test_what_is_no_date_is_refused(cell):
    with pytest.raises(ValueError, match="is no date"):
        parse_named(cell)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("2026-11-03", "2026-11-03"),
        ("2026-10-06T14:18:23-07:00", "2026-10-06T14:18:23-07:00"),
        ("2026-11-16T08:34:47+00:00", "2026-11-16T08:34:47+00:00"),
        ("2026-11-16T08:34:47", "2026-11-16T08:34:47"),
    ],
)
def test_iso_times_keep_their_offset_or_have_none(cell, text):
    assert parse_iso(cell).isoformat() == text


@pytest.mark.parametrize("cell", ["2026-13-40", "11/03/2026", "soon", "2026-11-03T99:00"])
def test_what_is_no_iso_date_is_refused(cell):
    with pytest.raises(ValueError, match="is no date"):
        parse_iso(cell)


@pytest.mark.parametrize("cell", ["2026-11-04", "11/4/2026", "11/04/26", "Nov 4, 2026"])
def test_programs_of_the_united_states_write_the_month_first(cell):
    assert parse_us(cell) == date(2026, 11, 4)


def test_a_thirteenth_month_is_refused():
    with pytest.raises(ValueError, match="is no date"):
        parse_us("13/04/2026")
