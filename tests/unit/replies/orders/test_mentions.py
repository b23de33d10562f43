from __future__ import annotations

from decimal import Decimal

import pytest

from softanswer.replies.orders.mentions import (
    mentioned_amounts,
    mentioned_isbns,
    mentioned_order_days,
)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("I paid $14.20.", {"14.20"}),
        ("14,20 € und 3.50 EUR", {"14.20", "3.50"}),
        ("верните 15.30 долларов", {"15.30"}),
        ("£ 28.00", {"28.00"}),
        ("version 14.20 of 14.20.26", set()),
        ("$14", set()),
        ("$14.200", set()),
    ],
)
def test_amounts_count_with_their_currency(text, amounts):
    assert mentioned_amounts(text) == {Decimal(amount) for amount in amounts}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("I ordered it on November 3rd", {(11, 3)}),
        ("Bought 3 Nov, never came", {(11, 3)}),
        ("заказал 30 октября", {(10, 30)}),
        ("купила 3 мая", {(5, 3)}),
        ("оплачено 03.11.2026", {(11, 3)}),
        ("it came on November 3", set()),
        ("I may order 3 more", set()),
        ("the 3 of us", set()),
    ],
)
def test_days_count_where_ordering_is_spoken_of(text, days):
    assert mentioned_order_days(text) == days


@pytest.mark.parametrize(
    ("text", "isbns"),
    [
        ("ISBN 978-0-306-40615-7", ("9780306406157",)),
        ("0-306-40615-2", ("9780306406157",)),
        ("0306406152 and 9780306406157", ("9780306406157",)),
        ("978-0-306-40615-8", ()),
        ("call 030-640-6153", ()),
        ("112-3001007-7001019", ()),
    ],
)
def test_isbns_count_with_their_check_digit_in_either_form(text, isbns):
    assert mentioned_isbns(text) == isbns
