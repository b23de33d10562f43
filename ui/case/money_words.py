"""Sums of money as the seller reads them. No Qt."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_SIGNS: Final = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}
_CENTS: Final = Decimal("0.01")


def money(amount: Decimal | None, currency: str | None) -> str:
    """A sum with its sign or code: "£18.50", "1 850.00 RUB"; "" where it is not known."""
    if amount is None:
        return ""
    digits = f"{amount.quantize(_CENTS):,}".replace(",", "\u202f")
    if currency is None:
        return digits
    sign = _SIGNS.get(currency)
    return f"{sign}{digits}" if sign else f"{digits} {currency}"
