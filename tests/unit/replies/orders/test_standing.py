from dataclasses import replace
from decimal import Decimal

import pytest
from letters import order_file

from softanswer.replies.orders.order import OrderLine
from softanswer.replies.orders.standing import MoneyState, standing_of

ORDER = order_file().order  # £21.85


@pytest.mark.parametrize(
    ("extra", "state", "refunded", "left"),
    [
        ({}, MoneyState.KEPT, None, "21.85"),
        ({"status": "paid"}, MoneyState.KEPT, None, "21.85"),
        ({"refunded": "0.00"}, MoneyState.KEPT, None, "21.85"),
        ({"refunded": "21.84"}, MoneyState.PARTLY_BACK, "21.84", "0.01"),
        ({"refunded": "21.85"}, MoneyState.BACK, "21.85", "0"),
        ({"refunded": "30"}, MoneyState.BACK, "30", "0"),
        ({"status": "Refunded"}, MoneyState.BACK, "21.85", "0"),
        ({"status": "partially_refunded"}, MoneyState.PARTLY_BACK, None, None),
        ({"refunded": "yes"}, MoneyState.KEPT, None, "21.85"),
        ({"refunded": "NaN"}, MoneyState.KEPT, None, "21.85"),
    ],
)
def test_what_was_given_back_and_what_is_left(extra, state, refunded, left):
    standing = standing_of(replace(ORDER, extra=extra))
    assert standing.money is state
    assert standing.refunded == (Decimal(refunded) if refunded else None)
    assert standing.refundable == (Decimal(left) if left else None)


@pytest.mark.parametrize(
    ("extra", "is_cancelled"),
    [({"status": "Cancelled"}, True), ({"cancelled_at": "2026-11-01"}, True), ({}, False)],
)
def test_a_cancelled_order_is_told(extra, is_cancelled):
    assert standing_of(replace(ORDER, extra=extra)).is_cancelled is is_cancelled


def test_an_order_is_a_download_only_if_all_of_it_is():
    book = OrderLine("A book")
    file = OrderLine("A file", extra={"requires_shipping": False})
    other = OrderLine("Another", extra={"listing_type": "Digital"})
    assert standing_of(replace(ORDER, items=(file, other))).is_digital
    assert not standing_of(replace(ORDER, items=(file, book))).is_digital
    assert not standing_of(replace(ORDER, items=())).is_digital
