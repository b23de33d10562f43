"""Everything that the cards of the facts pane show of one letter, on one day. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ...mailbox.quoting import own_text
from ...replies.background import Background
from ...replies.cases.case import CaseKind
from ...replies.inbox import Matter
from ...replies.language import formatting
from ...replies.language.formatting import Money
from ...replies.orders.address_check import AddressCheck, address_question, check_address
from ...replies.orders.delivery import Delivery, reckon
from ...replies.orders.order import Order, OrderFile
from ...replies.orders.standing import Standing, standing_of
from ...replies.orders.terms import MarketplaceTerms, marketplace_terms


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order as the pane shows it.

    Attributes:
        language: that of the letter, in which facts go into the reply.
        kind: what the letter is about.
    """

    file: OrderFile
    delivery: Delivery
    standing: Standing
    terms: MarketplaceTerms
    today: date
    language: str
    address: AddressCheck
    kind: CaseKind = CaseKind.OTHER
    background: Background = field(default_factory=Background)

    @property
    def order(self) -> Order:
        """The order itself."""
        return self.file.order

    @property
    def address_question(self) -> str:
        """The question which address is right, in the letter's language."""
        return address_question(self.address, self.order.ship_to, self.language)

    def day_for_reply(self, day: date | None) -> str:
        """A date as it goes into the reply: "3 November"."""
        return "" if day is None else formatting.day_month(day, self.language, self.today)

    def money_for_reply(self, amount: Decimal | None) -> str:
        """A sum as it goes into the reply: "£18.50"."""
        if amount is None or self.order.currency is None:
            return ""
        return formatting.money(Money(amount, self.order.currency), self.language)


def view_of(
    file: OrderFile, matter: Matter, today: date, background: Background | None = None
) -> OrderView:
    """What the pane shows of a letter's order."""
    text = own_text(matter.letter.message.text)
    return OrderView(
        file=file,
        delivery=reckon(file, today),
        standing=standing_of(file.order),
        terms=marketplace_terms(file.order.marketplace),
        today=today,
        language=matter.judgement.language,
        address=check_address(text, file.order.ship_to),
        kind=matter.kind,
        background=background or Background(),
    )
