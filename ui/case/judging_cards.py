"""The cards of the facts pane that weigh: policy, customer, "did we cause this?".

Of these nothing goes into a reply but the name of the customer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from ...replies.background import (
    Cause,
    CauseFact,
    CustomerHistory,
    Finding,
    Scope,
    Sign,
    SignKind,
)
from ...replies.orders.delivery import Band
from ...replies.orders.next_steps import StepKind, dispute_of, next_steps
from ...replies.orders.services import Service, Unit
from ..delivery_words import DeliveryWords
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictColumn
from ..theme.sheet import Tone
from ..theme.sizes import Type
from ..theme.tokens import Role
from ..words import Words, visible
from . import sources
from .fact_cards import FactCard
from .fact_rows import Fact
from .order_view import OrderView

_FINDING_SIGNS: Final = {
    Finding.YES: (Icon.WARNING, Role.WARNING),
    Finding.NO: (Icon.CHECK, Role.INSIDE),
    Finding.UNKNOWN: (Icon.QUESTION, Role.MUTED),
}
_NUMBERS_SHOWN: Final = 3


class PolicyCard(FactCard):
    """What carrier and marketplace lay down for this order, each figure with its source."""

    def __init__(
        self, words: Words, delivery: DeliveryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(Icon.PAGE, parent)
        self.set_title(self.tr("Policy"))
        self._words = words
        self._delivery = delivery
        self._note = Label(self.tr("Estimates: check them."), Type.SMALL, Tone.MUTED, self)
        self.body.addWidget(self._note)
        self.set_expanded(False)

    def show_order(self, view: OrderView) -> None:
        """Show what is laid down; the card hides where nothing is."""
        facts = [fact for fact in (*self._carrier(view), *self._marketplace(view)) if fact.value]
        self.facts.show_facts(facts)
        self.set_note(facts[0].value or "" if facts else "")
        self.setVisible(bool(facts))

    def _carrier(self, view: OrderView) -> Iterator[Fact]:
        service, delivery = view.delivery.service, view.delivery
        if service is None or view.standing.is_digital:
            return
        source = sources.from_service(service)
        in_business_days = service.unit is Unit.DELIVERY_DAYS
        text = (
            self.tr("{first}–{last} business days")
            if in_business_days
            else self.tr("{first}–{last} days")
        )
        window = text.format(first=service.earliest, last=service.latest)
        yield Fact(self.tr("On the way"), window, source=source)
        yield self._counted(view, service)
        if delivery.band in {Band.DELIVERED, Band.RETURNED}:
            return
        yield Fact(self.tr("Search from"), self._day(delivery.search_on, view), source=source)
        yield Fact(self.tr("Lost from"), self._day(delivery.claim_on, view), source=source)
        last = self._day(delivery.claim_until, view)
        yield Fact(self.tr("Claim until"), last, source=source)

    def _counted(self, view: OrderView, service: Service) -> Fact:
        """Whose business days count, for a parcel that goes abroad."""
        journey, country = view.delivery.journey, visible(view.delivery.country or "")
        if journey is None or journey.abroad is None:
            return Fact("", "")
        text = self.tr("Business days of {country}.")
        if journey.leaves_after:
            text = self.tr("The first {days} where you post it, then those of {country}.")
        counted = text.format(days=journey.leaves_after, country=country)
        return Fact(self.tr("Counted"), counted, source=service.leaves_source)

    def _marketplace(self, view: OrderView) -> Iterator[Fact]:
        terms, delivery = view.terms, view.delivery
        source = sources.from_terms(terms)
        claims = self._delivery.dates(
            delivery.buyer_claims_from, delivery.buyer_claims_until, delivery
        )
        yield Fact(self.tr("Buyer claims"), claims, source=source)
        answer = ""
        if terms.answer_hours is not None:
            answer = self.tr("within {hours} hours").format(hours=terms.answer_hours)
        elif terms.answer_days is not None:
            answer = self.tr("within {days} business days").format(days=terms.answer_days)
        yield Fact(self.tr("You answer"), answer, source=source)
        if terms.contact_hours is not None:
            wait = self.tr("{hours} hours after their letter").format(hours=terms.contact_hours)
            yield Fact(self.tr("Claim opens"), wait, source=source)
        if terms.ask_days is not None:
            ask = self.tr("within {days} business days of opening").format(days=terms.ask_days)
            yield Fact(self.tr("Escalation"), ask, source=source)
        if terms.appeal_days is not None:
            appeal = self.tr("within {days} days of the decision").format(days=terms.appeal_days)
            yield Fact(self.tr("You appeal"), appeal, source=source)
        yield from self._dispute(view)
        back = self.tr("price and postage back") if terms.pays_back else ""
        yield Fact(self.tr("Never came"), back, source=source)
        way = self.tr("you pay the way back") if terms.return_postage_ours else ""
        yield Fact(self.tr("Our mistake"), way, source=source)

    def _dispute(self, view: OrderView) -> Iterator[Fact]:
        """Until when a buyer of the own shop can turn to the service she paid by."""
        terms = dispute_of(view.order)
        steps = next_steps(view.delivery, view.order)
        days = [step.closes for step in steps if step.kind is StepKind.DISPUTE and step.closes]
        if terms is None or not days:
            return
        text = self.tr("dispute until {day}, then {days} days to escalate")
        shown = text.format(day=self._day(days[0], view), days=terms.escalate_days)
        yield Fact(terms.name, shown, source=sources.from_dispute(terms))

    def _day(self, day: date | None, view: OrderView) -> str:
        return "" if day is None else self._words.day(day, view.today)


class CustomerCard(FactCard):
    """Who bought, what was between us before, and what looks like a pattern."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Icon.PERSON, parent)
        self.set_title(self.tr("Customer"))
        self._words = words
        self._signs = VerdictColumn(self)
        self._private = Label(
            self.tr("For you alone. None of it goes into a reply."), Type.SMALL, Tone.MUTED, self
        )
        self.body.addWidget(self._signs)
        self.body.addWidget(self._private)

    def show_order(self, view: OrderView) -> None:
        """Show the buyer of an order and the history."""
        buyer, source = view.order.buyer, sources.from_order(view.order)
        named = (
            (self.tr("Name"), buyer.name, False),
            (self.tr("User name"), buyer.username, False),
            (self.tr("Mail"), buyer.email, True),
            (self.tr("Phone"), buyer.phone, True),
            (self.tr("Note"), buyer.note, False),
        )
        facts = [
            Fact(label, value, is_number=is_number, source=source, for_reply=value)
            for label, text, is_number in named
            if (value := visible(text or ""))
        ]
        history = view.background.history
        facts += self._past(history, view.today)
        self.facts.show_facts(facts)
        self._show_signs(history, view)
        self.setVisible(bool(facts))

    def _past(self, history: CustomerHistory, today: date) -> Iterator[Fact]:
        if not history.orders:
            return
        source = sources.for_you_alone(sources.from_mail_and_orders())
        orders = str(history.orders)
        if history.since is not None:
            day = self._words.day(history.since, today)
            orders = self.tr("{count}, since {day}").format(count=orders, day=day)
        yield Fact(self.tr("Orders"), orders, source=source)
        before = str(len(history.complaints)) if history.complaints else self.tr("none before")
        if history.complaints:
            last = history.complaints[0]
            day = self._words.day(last.opened_at.date(), today)
            text = self.tr("{count} before, last {day}: {kind}")
            before = text.format(
                count=len(history.complaints), day=day, kind=self._words.kind(last.kind)
            )
        yield Fact(self.tr("Complaints"), before, source=source)
        if history.refunded:
            text = self.tr("{count} of {all} orders")
            share = text.format(count=history.refunded, all=history.orders)
            yield Fact(self.tr("Paid back"), share, source=source)
        names = {
            Scope.EMAIL: self.tr("By e-mail"),
            Scope.ADDRESS: self.tr("To address"),
            Scope.HOUSEHOLD: self.tr("Household"),
        }
        for one in history.shares:
            text = self.tr("{count} of {all} orders paid back")
            shown = text.format(count=one.refunded, all=one.orders)
            numbers = f"{sources.from_mail_and_orders()}: {_first(one.numbers)}"
            yield Fact(names[one.scope], shown, source=sources.for_you_alone(numbers))

    def _show_signs(self, history: CustomerHistory, view: OrderView) -> None:
        lines = [
            (Icon.WARNING, Role.WARNING, *self._sign_words(sign, view.today))
            for sign in history.signs
        ]
        if history.is_first and view.background.causes:
            lead = self.tr("Their first order here.")
            lines.append((Icon.INFO, Role.MUTED, lead, self.tr("The benefit of the doubt.")))
        self._signs.show_lines(lines)
        self._private.setVisible(bool(lines))

    def _sign_words(self, sign: Sign, today: date) -> tuple[str, str]:
        numbers = _first(sign.orders)
        count, whole = sign.count, sign.of
        if sign.kind is SignKind.DELIVERED:
            day = self._words.day(sign.on, today) if sign.on else ""
            lead = self.tr("The carrier says it was delivered.")
            return lead, self.tr("The letter says it has not come. {day}").format(day=day).strip()
        if sign.kind is SignKind.MANY_REFUNDS and sign.scope in self._scopes():
            return self._scopes()[sign.scope].format(count=count, all=whole), numbers
        leads = {
            SignKind.MANY_REFUNDS: self.tr("Money back: {count} of {all} orders."),
            SignKind.MANY_NOT_ARRIVED: self.tr("Said not to have come: {count} of {all} orders."),
            SignKind.MANY_ADDRESSES: self.tr("Different addresses: {count}, orders: {all}."),
        }
        return leads[sign.kind].format(count=count, all=whole), numbers

    def _scopes(self) -> Mapping[Scope, str]:
        return {
            Scope.EMAIL: self.tr("Money back, by this e-mail: {count} of {all} orders."),
            Scope.ADDRESS: self.tr("Money back, at this address: {count} of {all} orders."),
            Scope.HOUSEHOLD: self.tr("Money back, in this household: {count} of {all} orders."),
        }


def _first(numbers: Sequence[str]) -> str:
    return ", ".join(numbers[:_NUMBERS_SHOWN])


class CauseCard(FactCard):
    """Five questions to ask ourselves before we answer a complaint (S1-19)."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Icon.LENS, parent)
        self.set_title(self.tr("Did we cause this?"))
        self._words = words
        self._lines = VerdictColumn(self)
        self.body.addWidget(self._lines)
        self.set_expanded(False)

    def show_order(self, view: OrderView) -> None:
        """Show the answers; the card hides for what is no complaint."""
        causes = view.background.causes
        self.facts.show_facts(())
        self.setVisible(bool(causes))
        yes = sum(fact.finding is Finding.YES for fact in causes)
        self.set_note(self.tr("{yes} of {all}").format(yes=yes, all=len(causes)))
        self._lines.show_lines(
            [
                (*_FINDING_SIGNS[fact.finding], self._question(fact), self._answer(fact, view))
                for fact in causes
            ]
        )

    def _question(self, fact: CauseFact) -> str:
        return {
            Cause.POSTED_LATE: self.tr("Posted late?"),
            Cause.SLOWER_SERVICE: self.tr("Sent slower than paid for?"),
            Cause.NO_TRACKING: self.tr("No tracking number?"),
            Cause.LISTING: self.tr("Not as listed?"),
            Cause.PROMISE_BROKEN: self.tr("A promise broken?"),
        }[fact.cause]

    def _answer(self, fact: CauseFact, view: OrderView) -> str:
        yes, no, unknown = self.tr("Yes."), self.tr("No."), self.tr("Not known.")
        word = {Finding.YES: yes, Finding.NO: no, Finding.UNKNOWN: unknown}[fact.finding]
        return f"{word} {self._evidence(fact, view)}".strip()

    def _evidence(self, fact: CauseFact, view: OrderView) -> str:
        day = self._words.day(fact.day, view.today) if fact.day else ""
        if fact.cause is Cause.POSTED_LATE:
            return self._posting(fact, day)
        if fact.cause is Cause.SLOWER_SERVICE and fact.texts:
            paid, used = (visible(text) for text in fact.texts)
            if fact.finding is Finding.NO:
                return self.tr("It went by {used}.").format(used=used)
            return self.tr("{paid} was paid for, {used} used.").format(paid=paid, used=used)
        if fact.cause is Cause.LISTING and fact.finding is Finding.UNKNOWN:
            return self.tr("The letter says so: look at the listing.")
        if fact.cause is Cause.PROMISE_BROKEN and fact.texts:
            said = visible(fact.texts[0])
            return self.tr("For {day}: “{said}”").format(day=day, said=said)
        return ""

    def _posting(self, fact: CauseFact, day: str) -> str:
        if fact.finding is Finding.YES and fact.days is not None:
            return self._words.posted_late(fact.days, day)
        if day:
            return self.tr("It was due {day}.").format(day=day)
        if fact.days is not None:
            return self.tr("Days from order to posting: {days}.").format(days=fact.days)
        return self.tr("No file says when it was due.")
