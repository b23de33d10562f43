"""The cards of the facts pane that tell the order: order, parcel, address, money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ...replies.orders.address_check import AddressWord
from ...replies.orders.delivery import Band, Delivery
from ...replies.orders.next_steps import StepKind, step_of_seller
from ...replies.orders.order import OrderLine, ShipTo
from ...replies.orders.services import folded_service
from ...replies.orders.standing import MoneyState
from ..delivery_words import DeliveryWords
from ..theme.cards import Card
from ..theme.icons import Icon
from ..theme.labels import VerdictLine
from ..theme.tokens import Role
from ..words import Words, visible
from . import sources
from .fact_rows import Fact, FactRows
from .money_words import money
from .notice_lines import NoticeLines
from .order_view import OrderView
from .refund_calculator import RefundCalculator
from .window_bar import WindowBar

_LABEL_CURRENCY: Final = "USD"  # Shipment.label_cost is in US dollars
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
        insert_wanted: carries the words that are to stand in the reply.
    """

    copied = Signal(str)
    insert_wanted = Signal(str)

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__("", icon, parent=parent)
        self.facts = FactRows(self)
        self.facts.copied.connect(self.copied)
        self.facts.insert_wanted.connect(self.insert_wanted)
        self.body.addWidget(self.facts)

    @property
    def all_rows(self) -> tuple[FactRows, ...]:
        """All columns of facts in the card."""
        return (self.facts,)

    def show_order(self, view: OrderView) -> None:
        """Show what the card knows of an order; it hides where that is nothing."""
        raise NotImplementedError


class OrderCard(FactCard):
    """What was sold, as what, and when."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Icon.BOOK, parent)
        self.set_title(self.tr("Order"))
        self._words = words
        self._state = VerdictLine(self)
        self.body.addWidget(self._state)
        self.notices = NoticeLines(words, self)
        self.notices.copied.connect(self.copied)

    def show_order(self, view: OrderView) -> None:
        """Show an order; each book of several on its own row."""
        order = view.order
        source = sources.from_order(order)
        self.set_note(self._words.marketplace(order.marketplace))
        self.facts.show_facts(
            (
                *self._books(view, source),
                Fact(
                    self.tr("Number"),
                    order.order_id,
                    is_number=True,
                    source=source,
                    for_reply=order.order_id,
                ),
                self._day(self.tr("Bought"), order.ordered_at, view, source),
                self._day(self.tr("Posted"), view.delivery.shipped_on, view, self._posted(view)),
                self._shelf_marks(view, source),
            )
        )
        self._show_state(view)
        self.notices.show_order(view)

    def _shelf_marks(self, view: OrderView, source: str) -> Fact:
        marks = [visible(line.sku) for line in view.order.items if line.sku]
        return Fact(self.tr("SKU"), "\n".join(marks), source=sources.for_you_alone(source))

    def _books(self, view: OrderView, source: str) -> Iterator[Fact]:
        lines = view.order.items
        for number, line in enumerate(lines, 1):
            title, sold_as = visible(line.title), visible(line.condition or "")
            copies = str(line.qty) if line.qty > 1 else ""
            if len(lines) == 1:
                yield Fact(
                    self.tr("Title"),
                    title,
                    is_strong=True,
                    is_wide=True,
                    source=source,
                    for_reply=title,
                )
                yield Fact(self.tr("Sold as"), sold_as, source=source, for_reply=sold_as)
                yield Fact(self.tr("Copies"), copies, source=source, for_reply=copies)
            else:
                said = [title, sold_as, self.tr("{n} copies").format(n=copies) if copies else ""]
                yield Fact(
                    self.tr("Book {number}").format(number=number),
                    "\n".join(part for part in said if part),
                    source=source,
                    for_reply=title,
                )

    def _posted(self, view: OrderView) -> str:
        source = sources.from_parcel(view.file)
        lag = view.delivery.lag_days
        if lag is None:
            return source
        return self.tr("{source}. Days from order to posting: {days}").format(
            source=source, days=lag
        )

    def _day(self, label: str, at: date | datetime | None, view: OrderView, source: str) -> Fact:
        if at is None:
            return Fact(label, "")
        day = at.date() if isinstance(at, datetime) else at
        shown = self._words.day(day, view.today)
        return Fact(label, shown, source=source, for_reply=view.day_for_reply(day))

    def _show_state(self, view: OrderView) -> None:
        standing = view.standing
        is_told = standing.is_cancelled or standing.is_digital
        self._state.setVisible(is_told)
        if standing.is_cancelled:
            self._state.show_verdict(Icon.CROSS, Role.WARNING, self.tr("Cancelled."))
        elif standing.is_digital:
            text = self.tr("A download: nothing is posted.")
            self._state.show_verdict(Icon.INFO, Role.MUTED, "", text)


class ParcelCard(FactCard):
    """How the parcel travels, and where today stands in its window."""

    def __init__(self, words: DeliveryWords, parent: QWidget | None = None) -> None:
        super().__init__(Icon.BOX, parent)
        self.set_title(self.tr("Parcel"))
        self._words = words
        self._bar = WindowBar(words, self)
        self._verdict = VerdictLine(self)
        self._promise = VerdictLine(self)
        self._step = VerdictLine(self)
        # Above the rows: in the drawer of a small window those would push it out of sight.
        for place, part in enumerate((self._bar, self._verdict, self._step, self._promise)):
            self.body.insertWidget(place, part)

    def show_order(self, view: OrderView) -> None:
        """Show a delivery as it was reckoned for today; a download has none."""
        self.setVisible(not view.standing.is_digital)
        delivery = view.delivery
        self.facts.show_facts(
            (
                *self._services(view),
                *self._numbers(view),
                Fact(
                    self.tr("Carrier says"),
                    visible(delivery.carrier_word or ""),
                    source=sources.from_parcel(view.file),
                    for_reply=visible(delivery.carrier_word or ""),
                ),
                self._end(view),
            )
        )
        self._bar.show_delivery(delivery)
        if delivery.band in {Band.DELIVERED, Band.RETURNED}:
            self._bar.hide()  # where today stands in its window means nothing any more
        verdict = self._words.verdict(delivery)
        self._verdict.show_verdict(*BAND_SIGNS[delivery.band], verdict.lead, verdict.rest)
        self._show_promise(view)
        self._show_step(delivery)

    def _end(self, view: OrderView) -> Fact:
        """The last day of the window, while the parcel is on its way."""
        delivery = view.delivery
        is_open = delivery.band in {Band.INSIDE, Band.PAST, Band.CLAIM}
        day = delivery.latest if is_open else None
        source = sources.from_parcel(view.file)
        if delivery.service is not None:
            source = sources.from_service(delivery.service)
        shown = self._words.dates(day, day, delivery) if day else ""
        return Fact(self.tr("Window to"), shown, source=source, for_reply=view.day_for_reply(day))

    def _services(self, view: OrderView) -> tuple[Fact, ...]:
        paid, used = view.delivery.service_paid, view.delivery.service_used
        paid, used = visible(paid or ""), visible(used or "")
        by_order, by_parcel = sources.from_order(view.order), sources.from_parcel(view.file)
        if paid and used and folded_service(paid) not in folded_service(used):
            return (
                Fact(self.tr("Paid for"), paid, source=by_order, for_reply=paid),
                Fact(self.tr("Sent by"), used, source=by_parcel, for_reply=used),
            )
        source = by_parcel if used else by_order
        return (Fact(self.tr("Service"), used or paid, source=source, for_reply=used or paid),)

    def _numbers(self, view: OrderView) -> Iterator[Fact]:
        sent = (parcel.tracking for parcel in view.file.shipments if not parcel.given_back)
        numbers = [view.delivery.tracking, *sent, *view.order.tracking]
        for number in dict.fromkeys(number for number in numbers if number):
            kind = sources.number_kind(number)
            source = f"{sources.from_parcel(view.file)}. {kind}"
            yield Fact(
                self.tr("Tracking"), number, is_number=True, source=source, for_reply=number
            )
            yield Fact(self.tr("Its kind"), kind, source=self.tr("Told by its form"))

    def _show_step(self, delivery: Delivery) -> None:
        step = step_of_seller(delivery)
        is_said = step is not None and (
            (delivery.band is Band.CLAIM and step.closes is None)
            or (delivery.band is Band.PAST and step.kind is StepKind.SEARCH)
        )
        words = self._words.step(step, delivery) if step is not None and not is_said else ""
        self._step.show_verdict(Icon.SEARCH, Role.MUTED, "", words)
        self._step.setVisible(bool(words))  # else the verdict itself says what is possible

    def _show_promise(self, view: OrderView) -> None:
        delivery = view.delivery
        latest, promise = delivery.marketplace_latest, self._words.marketplace(delivery)
        is_broken = latest is not None and latest < delivery.today
        sign = (Icon.WARNING, Role.WARNING) if is_broken else (Icon.INFO, Role.MUTED)
        self._promise.show_verdict(*sign, "", promise)
        self._promise.setVisible(bool(promise))


class AddressCard(FactCard):
    """Where the parcel goes, as the order has it, and what the letter says of that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Icon.PIN, parent)
        self.set_title(self.tr("Address"))
        self._word = VerdictLine(self)
        self.body.addWidget(self._word)

    def show_order(self, view: OrderView) -> None:
        """Show an address; the card hides where none is known."""
        lines = address_lines(view.order.ship_to)
        self.setVisible(bool(lines))
        address = "\n".join(lines)
        is_other = view.address.word is AddressWord.OTHER
        question = view.address_question if is_other else ""
        said = visible(view.address.said) if is_other else ""
        self.facts.show_facts(
            (
                Fact(
                    self.tr("Ships to"),
                    address,
                    is_number=True,
                    source=sources.from_order(view.order),
                    for_reply=address,
                ),
                Fact(self.tr("In the letter"), said, source=sources.from_letter(), for_reply=said),
                Fact(
                    self.tr("To ask"),
                    visible(question),
                    source=self.tr("A question for the reply, in the letter's language"),
                    for_reply=question,
                ),
            )
        )
        self._word.setVisible(view.address.word is not AddressWord.NOTHING)
        if is_other:
            self._word.show_verdict(
                Icon.WARNING,
                Role.WARNING,
                self.tr("The letter gives another address."),
                self.tr("Ask which one is right."),
            )
        else:
            text = self.tr("Same as in the letter.")
            self._word.show_verdict(Icon.CHECK, Role.INSIDE, "", text)


class MoneyCard(FactCard):
    """What was paid, what of it was given back, and what label and payment cost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Icon.COIN, parent)
        self.set_title(self.tr("Money"))
        self._state = VerdictLine(self)
        self.calculator = RefundCalculator(self)
        self.calculator.copied.connect(self.copied)
        self.calculator.insert_wanted.connect(self.insert_wanted)
        self.body.addWidget(self._state)
        self.body.addWidget(self.calculator)

    @property
    def all_rows(self) -> tuple[FactRows, ...]:
        """The sums of the order, and those that were worked out."""
        return (self.facts, self.calculator.result)

    def show_order(self, view: OrderView) -> None:
        """Show the sums of an order; the card hides where none is known."""
        order, standing = view.order, view.standing
        currency, source = order.currency, sources.from_order(view.order)
        is_back = standing.money is not MoneyState.KEPT
        left = standing.refundable if is_back else None
        sums = [
            *((self._book(line, view), line.amount, False) for line in order.items),
            (self.tr("Postage"), order.shipping, False),
            (self.tr("Tax"), order.tax, False),
            (self.tr("Paid"), order.total, True),
            (self.tr("Paid back"), standing.refunded, False),
            (self.tr("Left of it"), left, True),
        ]
        facts = [
            Fact(
                label,
                money(amount, currency),
                is_strong=is_strong,
                source=source,
                for_reply=view.money_for_reply(amount),
            )
            for label, amount, is_strong in sums
        ]
        facts += [self._label_cost(view), self._fees(view)]
        self.facts.show_facts(facts)
        self._show_state(view)
        self.calculator.show_order(view)
        self.setVisible(is_back or any(fact.value for fact in facts))

    def _book(self, line: OrderLine, view: OrderView) -> str:
        if len(view.order.items) == 1:
            return self.tr("Book")
        return self.tr("Book {number}").format(number=view.order.items.index(line) + 1)

    def _label_cost(self, view: OrderView) -> Fact:
        costs = [p.label_cost for p in view.file.shipments if p.label_cost and not p.given_back]
        shown = money(sum(costs, Decimal(0)), _LABEL_CURRENCY) if costs else ""
        source = sources.for_you_alone(sources.from_parcel(view.file))
        return Fact(self.tr("Label"), shown, source=source)

    def _fees(self, view: OrderView) -> Fact:
        shown = money(view.standing.fees, view.order.currency)
        source = sources.for_you_alone(sources.from_payments())
        return Fact(self.tr("Fees"), shown, source=source)

    def _show_state(self, view: OrderView) -> None:
        state = view.standing.money
        words = {
            MoneyState.KEPT: "",
            MoneyState.PARTLY_BACK: self.tr("A part was given back already."),
            MoneyState.BACK: self.tr("The money was given back already."),
        }
        self._state.setVisible(state is not MoneyState.KEPT)
        self._state.show_verdict(Icon.REFUND, Role.WARNING, words[state])


def address_lines(ship_to: ShipTo) -> list[str]:
    """An address as the lines of a label; what is not known is left out."""
    place = " ".join(part for part in (ship_to.city, ship_to.region, ship_to.postal) if part)
    lines = (ship_to.name, *ship_to.street, place, ship_to.country)
    return [visible(line) for line in lines if line]
