"""Sums of money as the seller reads them. No Qt."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ...replies.language.formatting import minor_unit

_SIGNS: Final = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}


def money(amount: Decimal | None, currency: str | None) -> str:
    """A sum with its sign or code: "£18.50", "1 850.00 RUB"; "" where it is not known."""
    if amount is None:
        return ""
    digits = f"{amount.quantize(minor_unit(currency or '')):,}".replace(",", "\u202f")
    if currency is None:
        return digits
    sign = _SIGNS.get(currency)
    return f"{sign}{digits}" if sign else f"{digits} {currency}"
