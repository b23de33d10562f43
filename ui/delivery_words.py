"""What the window says of a delivery: the verdict in a few words, the bands, the dates. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..replies.orders.delivery import Band, Delivery
from ..replies.orders.next_steps import NextStep, StepKind, StepState
from ..replies.orders.services import Unit
from .words import Translate, Words, plain_english


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a parcel stands: the word that is set in bold, and what it means."""

    lead: str
    rest: str

    def __str__(self) -> str:
        return f"{self.lead} {self.rest}".strip()


class DeliveryWords:
    """The words for deliveries, in one language.

    Args:
        words: the general words of the window, in the same language.
        translate: gives the text of the window's language for an English source and a number
            (-1 where there is none).
    """

    def __init__(self, words: Words, translate: Translate = plain_english) -> None:
        self._words = words
        self._translate = translate

    def tr(self, text: str, _disambiguation: str = "", n: int = -1) -> str:
        """The text in this language; named and called as Qt's, so that lupdate finds the texts."""
        return self._translate(text, n)

    def verdict(self, delivery: Delivery) -> Verdict:
        """Where the parcel stands on the day the delivery was reckoned for."""
        sayings = {
            Band.DELIVERED: self._delivered,
            Band.RETURNED: self._returned,
            Band.NOT_SHIPPED: self._not_shipped,
            Band.UNKNOWN: self._unknown,
            Band.INSIDE: self._inside,
            Band.PAST: self._past,
            Band.CLAIM: self._lost,
        }
        return sayings[delivery.band](delivery)

    def marketplace(self, delivery: Delivery) -> str:
        """What the marketplace told the buyer, "" where that is not known or adds nothing."""
        latest = delivery.marketplace_latest
        if latest is None or delivery.band is Band.DELIVERED or latest == delivery.latest:
            return ""
        text = self.tr("{marketplace} told the buyer {day} at the latest.")
        name = self._words.marketplace(delivery.marketplace)
        return text.format(marketplace=name, day=self._day(latest, delivery))

    def step(self, step: NextStep, delivery: Delivery) -> str:
        """What the seller may ask the carrier for, and from when or until when."""
        state = step.on(delivery.today)
        opens = self._day(step.opens, delivery) if step.opens else ""
        closes = self._day(step.closes, delivery) if step.closes else ""
        if step.kind is StepKind.SEARCH:
            if state is StepState.OPEN:
                return self.tr("You can ask the carrier to search for it now.")
            return self.tr("From {day} you can ask the carrier to search.").format(day=opens)
        if state is StepState.LATER:
            return self.tr("From {day} you can claim from the carrier.").format(day=opens)
        if state is StepState.OVER:
            return self.tr("The carrier took claims until {day}.").format(day=closes)
        if not closes:
            return self.tr("You can claim from the carrier now, if it was insured.")
        text = self.tr("You can claim from the carrier until {day}, if it was insured.")
        return text.format(day=closes)

    def band(self, band: Band) -> str:
        """The name of a band of the window bar."""
        names = {
            Band.INSIDE: self.tr("Expected"),
            Band.PAST: self.tr("Late"),
            Band.CLAIM: self.tr("Claim"),
        }
        return names.get(band, self.tr("Under way"))

    def today(self, delivery: Delivery) -> str:
        """The words at the needle of the window bar."""
        return self.tr("Today {day}").format(day=self._day(delivery.today, delivery))

    def dates(self, start: date | None, end: date | None, delivery: Delivery) -> str:
        """A stretch of days: "5–12 Nov", "2 Nov – 3 Dec", "to 21 Nov", "from 22 Nov"."""
        if start is None and end is None:
            return ""
        if start is None or end is None:
            known = start or end or delivery.today
            text = self.tr("to {day}") if start is None else self.tr("from {day}")
            return text.format(day=self._day(known, delivery))
        if start == end:
            return self._day(end, delivery)
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{self._day(end, delivery)}"
        return f"{self._day(start, delivery)} – {self._day(end, delivery)}"

    def _carrier_says(self, day: date | None, delivery: Delivery) -> str:
        if day is None:
            return self.tr("The carrier says so.")
        return self.tr("The carrier says so, on {day}.").format(day=self._day(day, delivery))

    def _delivered(self, delivery: Delivery) -> Verdict:
        day = self._carrier_says(delivery.delivered_on, delivery)
        return Verdict(self.tr("Delivered."), day)

    def _returned(self, delivery: Delivery) -> Verdict:
        day = self._carrier_says(delivery.returned_on, delivery)
        return Verdict(self.tr("On its way back."), day)

    def _not_shipped(self, delivery: Delivery) -> Verdict:
        if delivery.label_on is None:
            return Verdict(self.tr("Not shipped yet,"), self.tr("as far as the files say."))
        return Verdict(
            self.tr("Label made on {day}.").format(day=self._day(delivery.label_on, delivery)),
            self.tr("The carrier has not reported having the parcel."),
        )

    def _unknown(self, delivery: Delivery) -> Verdict:
        if delivery.shipped_on is None:
            return Verdict(self.tr("Not known."), self.tr("No file says whether it was shipped."))
        return Verdict(
            self.tr("Shipped on {day}.").format(day=self._day(delivery.shipped_on, delivery)),
            self.tr("Its delivery window is not known."),
        )

    def _inside(self, delivery: Delivery) -> Verdict:
        parts = []
        if delivery.service and delivery.day is not None and delivery.days is not None:
            in_business_days = delivery.service.unit is Unit.DELIVERY_DAYS
            text = (
                self.tr("Business day {day} of {days}.")
                if in_business_days
                else self.tr("Day {day} of {days}.")
            )
            parts.append(text.format(day=delivery.day, days=delivery.days))
        if delivery.latest:
            text = self.tr("It ends on {day}.")
            parts.append(text.format(day=self._day(delivery.latest, delivery)))
        return Verdict(self.tr("Inside the window."), " ".join(parts))

    def _past(self, delivery: Delivery) -> Verdict:
        parts = [self._ended(delivery)]
        if delivery.search_on:
            day = self._day(delivery.search_on, delivery)
            parts.append(
                self.tr("A search is possible since {day}.").format(day=day)
                if delivery.search_on <= delivery.today
                else self.tr("A search is possible from {day}.").format(day=day)
            )
        if delivery.claim_on:
            day = self._day(delivery.claim_on, delivery)
            parts.append(self.tr("It counts as lost from {day}.").format(day=day))
        return Verdict(self.tr("Late."), " ".join(part for part in parts if part))

    def _lost(self, delivery: Delivery) -> Verdict:
        parts = [self._ended(delivery)]
        if delivery.claim_on:
            day = self._day(delivery.claim_on, delivery)
            parts.append(self.tr("A claim is possible since {day}.").format(day=day))
        return Verdict(self.tr("Counts as lost."), " ".join(part for part in parts if part))

    def _ended(self, delivery: Delivery) -> str:
        if delivery.latest is None:
            return ""
        days = (delivery.today - delivery.latest).days
        text = self.tr("The window ended on {day}, %n day(s) ago.", "", days)
        return text.format(day=self._day(delivery.latest, delivery))

    def _day(self, day: date, delivery: Delivery) -> str:
        return self._words.day(day, delivery.today)
