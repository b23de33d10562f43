from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from softanswer.replies.orders.importing.cells import (
    DayOrder,
    day_order,
    parse_amount,
    parse_count,
    parse_currency,
    parse_decimal,
    parse_moment,
    parse_signed,
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


@pytest.mark.parametrize("cell", ["14,5", "14.5"])
def test_the_decimal_sign_of_a_weight_may_be_a_comma(cell):
    assert parse_decimal(cell) == Decimal("14.5")


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
        ("2026-11-03", "2026-11-03"),
        ("2026-10-06T14:18:23-07:00", "2026-10-06T14:18:23-07:00"),
        ("2026-11-16T08:34:47+00:00", "2026-11-16T08:34:47+00:00"),
        ("2026-11-16T08:34:47Z", "2026-11-16T08:34:47+00:00"),
        ("2026-11-16T08:34:47", "2026-11-16T08:34:47"),
        ("2026-11-16 08:34:47", "2026-11-16T08:34:47"),
        ("3.11.2026", "2026-11-03"),
        ("03.11.26 14:05", "2026-11-03T14:05:00"),
        ("13/11/2026", "2026-11-13"),
        ("11/13/2026", "2026-11-13"),
        ("11/11/26", "2026-11-11"),
        ("11/13/2026 2:18:23 PM", "2026-11-13T14:18:23"),
        ("11/13/2026 12:05 AM", "2026-11-13T00:05:00"),
        ("2028-02-29", "2028-02-29"),
    ],
)
def test_a_date_is_read_in_every_form_that_exports_have(cell, moment):
    assert parse_moment(cell).isoformat() == moment


@pytest.mark.parametrize(
    "cell",
    [
        "Nov-31-26", "Foo-03-26", "11-03-26", "Nov-03", "Nov-03-26 25:00", "yesterday", "soon",
        "2026-13-40", "2026-11-03T99:00", "31.11.2026", "13/13/2026", "0/5/2026", "2026-02-29",
        "29/02/2026", "2026", "1/2", "11/13/2026 25:00", "",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(cell):
    with pytest.raises(ValueError, match="is no date"):
        parse_moment(cell, DayOrder.DAY_FIRST)


@pytest.mark.parametrize(
    ("order", "day"),
    [(DayOrder.DAY_FIRST, date(2026, 4, 11)), (DayOrder.MONTH_FIRST, date(2026, 11, 4))],
)
def test_a_slashed_date_is_read_in_the_order_of_its_file(order, day):
    assert parse_moment("11/04/2026", order) == day
    with pytest.raises(ValueError, match="may be two dates"):
        parse_moment("11/04/2026")


@pytest.mark.parametrize(
    ("cells", "otherwise", "order"),
    [
        (["01/02/2026", "13/02/2026"], DayOrder.UNKNOWN, DayOrder.DAY_FIRST),
        (["01/02/2026", "2/13/26 9:00"], DayOrder.UNKNOWN, DayOrder.MONTH_FIRST),
        (["13/02/2026"], DayOrder.MONTH_FIRST, DayOrder.DAY_FIRST),
        (["01/02/2026", "2026-02-13"], DayOrder.MONTH_FIRST, DayOrder.MONTH_FIRST),
        (["13/02/2026", "02/13/2026"], DayOrder.MONTH_FIRST, DayOrder.UNKNOWN),
        (["99/99/2026"], DayOrder.UNKNOWN, DayOrder.UNKNOWN),
        ([], DayOrder.UNKNOWN, DayOrder.UNKNOWN),
    ],
)
def test_the_order_of_day_and_month_is_told_by_a_number_over_twelve(cells, otherwise, order):
    assert day_order(cells, otherwise) is order
