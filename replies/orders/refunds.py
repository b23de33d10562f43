"""What a refund comes to: the price, the postage, and what the channel lets the seller keep. Pure.

Nothing here sends or pays anything. The rules of the channels stand in
resources/orders/refunds.toml, each with its source and day (S4-02).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Any, Final

from ..language.formatting import minor_unit
from .order import Order, OrderLine
from .services import Trust
from .standing import standing_of
from .tables import order_table
from .time_zones import country_code

_WHOLE: Final = Decimal(100)
_NOTHING: Final = Decimal(0)
_POLICY: Final = "policy"
_HER_OWN_TERMS: Final = frozenset({"own", "etsy", "ebay"})  # where she may take no returns


class ReturnCause(Enum):
    """Why money is wanted back (S4-01)."""

    NOT_ARRIVED = "not_arrived"
    DELAY = "delay"
    DAMAGED = "damaged"
    NOT_AS_DESCRIBED = "not_as_described"
    CHANGED_MIND = "changed_mind"


class CameBack(Enum):
    """What came back."""

    NOTHING = "nothing"
    AS_SENT = "as_sent"
    LATE = "late"
    WORN = "worn"


class Payer(Enum):
    """Who pays the way back."""

    SELLER = "seller"
    BUYER = "buyer"


@dataclass(frozen=True, slots=True)
class ReturnPolicy:
    """The seller's own terms, which count where the channel leaves it to her.

    Attributes:
        days: for how many days after delivery a change of mind is taken; 0 for not at all.
        restocking: percent of the price.
        way_back: who pays the postage of a return without a fault of ours.
        card_cost: percent of the payment that the card company keeps.
    """

    days: int = 30
    restocking: int = 0
    way_back: Payer = Payer.BUYER
    card_cost: Decimal = _NOTHING


@dataclass(frozen=True, slots=True)
class RefundRule:
    """What a channel lays down for a cause; the fields are those of refunds.toml."""

    channel: str
    name: str
    postage: str
    way_back: str
    source: str
    checked: date
    trust: Trust
    fee: Mapping[str, str] = field(default_factory=dict)
    card_cost: bool = False
    part_most: str = "100"


@dataclass(frozen=True, slots=True)
class RefundWish:
    """What is to be worked out.

    Attributes:
        books: the places of the books in question among the order's lines; None for all.
        part: percent of their price that is to go back.
        way_back: what the customer paid for the return.
        fee: percent to keep as a restocking fee; None for the seller's own policy.
    """

    cause: ReturnCause
    back: CameBack = CameBack.NOTHING
    books: tuple[int, ...] | None = None
    part: Decimal = _WHOLE
    way_back: Decimal = _NOTHING
    fee: Decimal | None = None


class Part(Enum):
    """One line of a refund."""

    BOOK = "book"
    POSTAGE = "postage"
    TAX = "tax"
    WAY_BACK = "way_back"
    RESTOCKING = "restocking"
    CARD_COST = "card_cost"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class RefundLine:
    """One line with its sum, below nothing for what is kept.

    Attributes:
        title: of a book.
        percent: of a fee, or the part of a price.
        is_ruled: the channel's rule gave it, so that its source tells why; else the order did.
    """

    part: Part
    amount: Decimal
    title: str = ""
    percent: Decimal | None = None
    is_ruled: bool = False


class Note(Enum):
    """Why the sum is not what one might expect, or what to look at first."""

    FEE_FAULT = "fee_fault"
    FEE_IN_CONDITION = "fee_in_condition"
    FEE_LESS = "fee_less"
    POSTAGE_OWED = "postage_owed"
    POSTAGE_KEPT = "postage_kept"
    WAY_BACK_OURS = "way_back_ours"
    WAY_BACK_THEIRS = "way_back_theirs"
    PART_LESS = "part_less"
    WAIT_FOR_BOOK = "wait_for_book"
    NO_RETURNS = "no_returns"
    CAPPED = "capped"


@dataclass(frozen=True, slots=True)
class Refund:
    """A refund as it was worked out; nothing of it has been paid.

    Attributes:
        total: what goes back, never below nothing.
        notes: in the order in which they are to be read.
    """

    lines: tuple[RefundLine, ...]
    total: Decimal
    currency: str
    rule: RefundRule
    notes: tuple[Note, ...]


def rule_for(order: Order, cause: ReturnCause) -> RefundRule:
    """The rule that counts: the law's where it protects a change of mind, else the channel's."""
    tables = order_table("refunds")
    if cause is ReturnCause.CHANGED_MIND:
        law = tables["law"]
        if country_code(order.ship_to.country or "") in law["places"]:
            return _rule("law", law, cause)
    channel = channel_of_order(order)
    return _rule(channel, tables[channel], cause)


def channel_of_order(order: Order) -> str:
    """Under whose rules an order stands, by its name in refunds.toml."""
    names = (order.channel or "", order.source.removeprefix("mapped:"))
    if any(name.casefold().startswith("etsy") for name in names):
        return "etsy"
    return order.marketplace.value


def can_reckon(order: Order) -> bool:
    """Whether the files name enough: a currency, and the price of every book."""
    return bool(order.currency and order.items) and all(
        price is not None for price in _prices(order)
    )


def work_out(order: Order, wish: RefundWish, policy: ReturnPolicy) -> Refund:
    """What a refund comes to under the channel's rules.

    A fee that the channel forbids is left out, and one above its limit is cut to it; a note says
    so. The whole is never more than what is left of the payment, but for the way back.

    Raises:
        ValueError: `can_reckon` says no.
    """
    if not can_reckon(order) or order.currency is None:
        raise ValueError("the files do not name every price of this order")
    rule = rule_for(order, wish.cause)
    return _Working(order, wish, policy, rule, order.currency).refund()


class _Working:
    """One refund while it is worked out; sums are rounded line by line, as they are paid."""

    def __init__(
        self, order: Order, wish: RefundWish, policy: ReturnPolicy, rule: RefundRule, currency: str
    ) -> None:
        self._order, self._wish, self._policy = order, wish, policy
        self._rule, self._currency = rule, currency
        self._notes: list[Note] = []
        self._places = wish.books if wish.books is not None else tuple(range(len(order.items)))

    def refund(self) -> Refund:
        part = self._part()
        books = list(self._books(part))
        price = sum((line.amount for line in books), _NOTHING)
        lines = [*books, *self._postage(part), *self._tax(price)]
        lines += self._fees(price, sum((line.amount for line in lines), _NOTHING))
        lines += self._cap(sum((line.amount for line in lines), _NOTHING))
        lines += self._way_back()
        self._look_first(part)
        total = max(_NOTHING, sum((line.amount for line in lines), _NOTHING))
        return Refund(
            tuple(line for line in lines if line.amount),
            total,
            self._currency,
            self._rule,
            tuple(dict.fromkeys(self._notes)),
        )

    def _part(self) -> Decimal:
        wanted = min(max(self._wish.part, _NOTHING), _WHOLE)
        most = Decimal(self._rule.part_most)
        if wanted == _WHOLE or wanted <= most:
            return wanted
        self._notes.append(Note.PART_LESS)
        return most

    def _books(self, part: Decimal) -> list[RefundLine]:
        prices = _prices(self._order)
        percent = None if part == _WHOLE else part
        return [
            RefundLine(
                Part.BOOK,
                self._rounded((prices[place] or _NOTHING) * part / _WHOLE),
                self._order.items[place].title,
                percent,
            )
            for place in self._places
        ]

    def _postage(self, part: Decimal) -> list[RefundLine]:
        """The postage goes back with the whole order; of one book of several it stays."""
        paid = self._order.shipping
        if not paid or part < _WHOLE or len(self._places) < len(self._order.items):
            return []
        if self._rule.postage == "kept":
            self._notes.append(Note.POSTAGE_KEPT)
            return []
        if self._wish.cause is ReturnCause.CHANGED_MIND:
            self._notes.append(Note.POSTAGE_OWED)
        return [RefundLine(Part.POSTAGE, self._rounded(paid), is_ruled=True)]

    def _tax(self, price: Decimal) -> list[RefundLine]:
        whole = sum((one or _NOTHING for one in _prices(self._order)), _NOTHING)
        if not self._order.tax or not whole:
            return []
        return [RefundLine(Part.TAX, self._rounded(self._order.tax * price / whole))]

    def _fees(self, price: Decimal, given: Decimal) -> list[RefundLine]:
        lines = []
        percent = self._fee()
        if percent:
            kept = self._rounded(price * percent / _WHOLE)
            lines.append(RefundLine(Part.RESTOCKING, -kept, percent=percent, is_ruled=True))
        if self._rule.card_cost and self._policy.card_cost:
            kept = self._rounded(given * self._policy.card_cost / _WHOLE)
            lines.append(
                RefundLine(Part.CARD_COST, -kept, percent=self._policy.card_cost, is_ruled=True)
            )
        return lines

    def _fee(self) -> Decimal:
        """The percent that may be kept of what was wanted."""
        own = Decimal(self._policy.restocking)
        wanted = own if self._wish.fee is None else self._wish.fee
        if wanted <= 0 or self._wish.back is CameBack.NOTHING:
            return _NOTHING
        most = self._rule.fee.get(self._wish.back.value, "0")
        limit = own if most == _POLICY else Decimal(most)
        if wanted <= limit:
            return wanted
        if limit:
            self._notes.append(Note.FEE_LESS)
        elif self._wish.cause is ReturnCause.CHANGED_MIND:
            self._notes.append(Note.FEE_IN_CONDITION)
        else:
            self._notes.append(Note.FEE_FAULT)
        return limit

    def _cap(self, given: Decimal) -> list[RefundLine]:
        left = standing_of(self._order).refundable
        if left is None or given <= left:
            return []
        self._notes.append(Note.CAPPED)
        return [RefundLine(Part.CAP, left - given)]

    def _way_back(self) -> list[RefundLine]:
        if self._wish.back is CameBack.NOTHING:
            return []
        payer = self._rule.way_back
        if payer == _POLICY:
            payer = self._policy.way_back.value
        if payer == Payer.BUYER.value:
            if self._wish.way_back:
                self._notes.append(Note.WAY_BACK_THEIRS)
            return []
        self._notes.append(Note.WAY_BACK_OURS)
        paid = self._rounded(max(self._wish.way_back, _NOTHING))
        return [RefundLine(Part.WAY_BACK, paid, is_ruled=True)] if paid else []

    def _look_first(self, part: Decimal) -> None:
        if self._wish.cause is not ReturnCause.CHANGED_MIND:
            return
        if self._policy.days == 0 and self._rule.channel in _HER_OWN_TERMS:
            self._notes.append(Note.NO_RETURNS)
        if self._wish.back is CameBack.NOTHING and part == _WHOLE:
            self._notes.append(Note.WAIT_FOR_BOOK)

    def _rounded(self, amount: Decimal) -> Decimal:
        return amount.quantize(minor_unit(self._currency), ROUND_HALF_UP)


def _prices(order: Order) -> Sequence[Decimal | None]:
    """The price of every line; of a single book it may be told by the total alone."""
    (first, *others) = order.items or (OrderLine(""),)
    if not others and first.amount is None and order.total is not None:
        rest = (order.shipping or _NOTHING) + (order.tax or _NOTHING)
        return (max(order.total - rest, _NOTHING),)
    return tuple(line.amount for line in order.items)


def _rule(channel: str, table: Mapping[str, Any], cause: ReturnCause) -> RefundRule:
    given = table[cause.value]
    return RefundRule(channel, table["name"], **(given | {"trust": Trust(given["trust"])}))
