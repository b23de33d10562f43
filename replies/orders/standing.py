"""What an order's own files say became of it: cancelled, paid back, or never to be posted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Final

from .order import Order

_REFUNDED: Final = frozenset({"refunded", "rf"})
_PARTLY: Final = frozenset({"partially_refunded", "partially refunded"})
_CANCELLED: Final = frozenset({"cancelled", "canceled", "cn", "void", "voided"})
_DIGITAL: Final = frozenset({"digital", "download", "e-book", "ebook"})
_DIGITAL_KEYS: Final = ("listing_type", "listings_type", "type", "format")


class MoneyState(Enum):
    """Whether the money of an order was given back."""

    KEPT = "kept"
    PARTLY_BACK = "partly_back"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of an order.

    Attributes:
        refunded: how much was given back; None where no file names a sum.
        refundable: how much of the total is left to give back; None where that is not known.
        is_digital: nothing of it is posted: every line is a download.
        fees: what the payment service kept; None where no file says.
    """

    money: MoneyState
    refunded: Decimal | None
    refundable: Decimal | None
    is_cancelled: bool
    is_digital: bool
    fees: Decimal | None = None


def standing_of(order: Order) -> Standing:
    """What the files say became of an order."""
    status = str(order.extra.get("status", "")).casefold()
    refunded = _amount(order.extra.get("refunded"))
    money = MoneyState.KEPT
    if refunded is not None and refunded > 0:
        is_whole = order.total is not None and refunded >= order.total
        money = MoneyState.BACK if is_whole or status in _REFUNDED else MoneyState.PARTLY_BACK
    elif status in _REFUNDED:
        money, refunded = MoneyState.BACK, order.total
    elif status in _PARTLY:
        money, refunded = MoneyState.PARTLY_BACK, None
    return Standing(
        money=money,
        refunded=refunded if money is not MoneyState.KEPT else None,
        refundable=_refundable(order.total, money, refunded),
        is_cancelled=status in _CANCELLED or bool(order.extra.get("cancelled_at")),
        is_digital=bool(order.items) and all(_is_digital(line.extra) for line in order.items),
        fees=_amount(order.extra.get("fees")),
    )


def _refundable(
    total: Decimal | None, money: MoneyState, refunded: Decimal | None
) -> Decimal | None:
    if total is None:
        return None
    if money is MoneyState.KEPT:
        return total
    return None if refunded is None else max(total - refunded, Decimal(0))


def _amount(value: object) -> Decimal | None:
    """The sum in a side field; one that only says yes has none."""
    if value is None or isinstance(value, bool):
        return None
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def _is_digital(extra: dict[str, str | int | bool]) -> bool:
    if extra.get("requires_shipping") is False:
        return True
    return any(str(extra.get(key, "")).casefold() in _DIGITAL for key in _DIGITAL_KEYS)
