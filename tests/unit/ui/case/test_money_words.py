from decimal import Decimal

import pytest

from softanswer.ui.case.money_words import money


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (Decimal("18.5"), "GBP", "£18.50"),
        (Decimal("0"), "USD", "$0.00"),
        (Decimal("1850"), "RUB", "1\u202f850.00 RUB"),
        (Decimal("3"), None, "3.00"),
        (None, "USD", ""),
    ],
)
def test_a_sum_has_two_decimals_and_its_currency(amount, currency, shown):
    assert money(amount, currency) == shown
