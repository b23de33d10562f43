"""The cards of the facts pane: order, parcel, address, money, customer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...replies.orders.delivery import Band, Delivery
from ...replies.orders.order import Order, OrderFile, ShipTo
from ..delivery_words import DeliveryWords
from ..theme.cards import Card
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.sizes import Type
from ..theme.tokens import Role
from ..words import Words, visible
from .fact_rows import Fact, FactRows
from .money_words import money
from .window_bar import WindowBar

BAND_SIGNS: Final = {
    Band.UNKNOWN: (Icon.QUESTION, Role.MUTED),
    Band.NOT_SHIPPED: (Icon.CLOCK, Role.MUTED),
    Band.INSIDE: (Icon.CHECK, Role.INSIDE),
    Band.PAST: (Icon.WARNING, Role.PAST),
    Band.CLAIM: (Icon.FLAG, Role.CLAIM),
    Band.DELIVERED: (Icon.CHECK, Role.READY),
    Band.RETURNED: (Icon.REFUND, Role.WARNING),
}


class FactCard(Card):
    """A card of facts that is filled anew for every letter.

    Signals:
        copied: carries a value that was put on the clipboard.
    """

    copied = Signal(str)

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__("", icon, parent=parent)
        self.facts = FactRows(self)
        self.facts.copied.connect(self.copied)
        self.body.addWidget(self.facts)


class OrderCard(FactCard):
    """What was sold, as what, and when."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Icon.BOOK, parent)
        self.set_title(self.tr("Order"))
        self._words = words
        self._title = Label("", Type.STRONG, parent=self)
        self.body.insertWidget(0, self._title)

    def show_order(self, order: Order, today: date) -> None:
        """Show an order."""
        self.set_note(self._words.marketplace(order.marketplace))
        self._title.setText("\n".join(visible(line.title) for line in order.items))
        facts = []
        for line in order.items:
            facts.append(Fact(self.tr("Sold as"), visible(line.condition or "")))
            facts.append(Fact(self.tr("Copies"), str(line.qty) if line.qty > 1 else ""))
        facts.append(Fact(self.tr("Number"), order.order_id, is_number=True))
        facts.append(Fact(self.tr("Bought"), self._day(order.ordered_at, today)))
        facts.append(Fact(self.tr("Posted"), self._day(order.shipped_at, today)))
        self.facts.show_facts(facts)

    def _day(self, at: date | datetime | None, today: date) -> str:
        if at is None:
            return ""
        return self._words.day(at.date() if isinstance(at, datetime) else at, today)


class ParcelCard(FactCard):
    """How the parcel travels, and where today stands in its window."""

    def __init__(self, words: DeliveryWords, parent: QWidget | None = None) -> None:
        super().__init__(Icon.BOX, parent)
        self.set_title(self.tr("Parcel"))
        self._words = words
        self._bar = WindowBar(words, self)
        self._verdict = VerdictLine(self)
        self._promise = VerdictLine(self)
        for part in (self._bar, self._verdict, self._promise):
            self.body.addWidget(part)

    def show_delivery(self, delivery: Delivery) -> None:
        """Show a delivery as it was reckoned for today."""
        paid, used = delivery.service_paid, delivery.service_used
        differs = bool(paid and used and paid != used)
        self.facts.show_facts(
            (
                Fact(self.tr("Paid for"), visible(paid or "") if differs else ""),
                Fact(self.tr("Sent by"), visible(used or "") if differs else ""),
                Fact(self.tr("Service"), "" if differs else visible(paid or used or "")),
                Fact(self.tr("Tracking"), delivery.tracking, is_number=True),
                Fact(self.tr("Carrier says"), visible(delivery.carrier_word or "")),
            )
        )
        self._bar.show_delivery(delivery)
        verdict = self._words.verdict(delivery)
        self._verdict.show_verdict(*BAND_SIGNS[delivery.band], verdict.lead, verdict.rest)
        self._show_promise(delivery)

    def _show_promise(self, delivery: Delivery) -> None:
        latest, promise = delivery.marketplace_latest, self._words.marketplace(delivery)
        is_broken = latest is not None and latest < delivery.today
        sign = (Icon.WARNING, Role.WARNING) if is_broken else (Icon.INFO, Role.MUTED)
        self._promise.show_verdict(*sign, "", promise)
        self._promise.setVisible(bool(promise))


class AddressCard(FactCard):
    """Where the parcel goes, as the order has it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Icon.PIN, parent)
        self.set_title(self.tr("Address"))

    def show_address(self, ship_to: ShipTo) -> None:
        """Show an address; the card hides where none is known."""
        lines = address_lines(ship_to)
        self.setVisible(bool(lines))
        self.facts.show_facts((Fact(self.tr("Ships to"), "\n".join(lines), is_number=True),))


class MoneyCard(FactCard):
    """What was paid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Icon.COIN, parent)
        self.set_title(self.tr("Money"))

    def show_money(self, order: Order) -> None:
        """Show the sums of an order; the card hides where none is known."""
        currency = order.currency
        books = [Fact(self.tr("Book"), money(line.amount, currency)) for line in order.items]
        sums = (
            *books,
            Fact(self.tr("Postage"), money(order.shipping, currency)),
            Fact(self.tr("Tax"), money(order.tax, currency)),
            Fact(self.tr("Paid"), money(order.total, currency), is_strong=True),
        )
        self.facts.show_facts(sums)
        self.setVisible(any(fact.value for fact in sums))


class CustomerCard(FactCard):
    """Who bought."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Icon.PERSON, parent)
        self.set_title(self.tr("Customer"))

    def show_customer(self, file: OrderFile) -> None:
        """Show the buyer; the card hides where the order names none."""
        buyer = file.order.buyer
        facts = (
            Fact(self.tr("Name"), visible(buyer.name or "")),
            Fact(self.tr("User name"), visible(buyer.username or "")),
            Fact(self.tr("Mail"), visible(buyer.email or ""), is_number=True),
            Fact(self.tr("Phone"), visible(buyer.phone or ""), is_number=True),
            Fact(self.tr("Note"), visible(buyer.note or "")),
        )
        self.facts.show_facts(facts)
        self.setVisible(any(fact.value for fact in facts))


def address_lines(ship_to: ShipTo) -> list[str]:
    """An address as the lines of a label; what is not known is left out."""
    place = " ".join(part for part in (ship_to.city, ship_to.region, ship_to.postal) if part)
    lines = (ship_to.name, *ship_to.street, place, ship_to.country)
    return [visible(line) for line in lines if line]
