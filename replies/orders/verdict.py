"""A delivery in plain English, for the commands and for screen readers."""

from __future__ import annotations

from datetime import date
from typing import Final

from .delivery import Band, Delivery
from .services import Unit
from .terms import marketplace_terms

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def verdict_words(delivery: Delivery) -> str:
    """Say where a delivery stands, in a few sentences; only what is known."""
    return " ".join(
        sentence
        for sentence in (_state(delivery), _carrier(delivery), _marketplace(delivery))
        if sentence
    )


def day_words(day: date) -> str:
    """A day as "3 December 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _state(delivery: Delivery) -> str:
    match delivery.band:
        case Band.DELIVERED:
            return f"Delivered{_on(delivery.delivered_on)}."
        case Band.RETURNED:
            return f"On its way back to the sender{_since(delivery.returned_on)}."
        case Band.NOT_SHIPPED:
            return _not_shipped(delivery.label_on)
        case Band.UNKNOWN:
            return _unknown(delivery.shipped_on)
        case _:
            return _window(delivery)


def _not_shipped(label_on: date | None) -> str:
    if label_on is None:
        return "Not shipped yet, as far as the files say."
    return (
        f"A label was made on {day_words(label_on)}, but the carrier has not reported having the "
        "parcel."
    )


def _unknown(shipped_on: date | None) -> str:
    if shipped_on is None:
        return "No file says whether it was shipped."
    return f"Shipped on {day_words(shipped_on)}; its delivery window is not known."


def _window(delivery: Delivery) -> str:
    latest = delivery.latest
    if latest is None:
        return ""
    whose = delivery.service.name if delivery.service else "the marketplace's estimate"
    if delivery.band is Band.INSIDE:
        return f"{_counted(delivery)}, the window of {whose} ends on {day_words(latest)}."
    days = (delivery.today - latest).days
    ago = "yesterday" if days == 1 else f"{days} days ago"
    sentence = f"The window of {whose} ended on {day_words(latest)}, {ago}."
    if delivery.claim_on and delivery.band is Band.CLAIM:
        sentence += f" Since {day_words(delivery.claim_on)} the parcel counts as lost."
    elif delivery.claim_on:
        sentence += f" From {day_words(delivery.claim_on)} on it counts as lost."
    return sentence


def _counted(delivery: Delivery) -> str:
    if delivery.service is None or delivery.day is None or delivery.days is None:
        return "Inside the window"
    unit = "Business day" if delivery.service.unit is Unit.DELIVERY_DAYS else "Day"
    return f"{unit} {delivery.day} of {delivery.days}"


def _carrier(delivery: Delivery) -> str:
    if delivery.band in {Band.DELIVERED, Band.NOT_SHIPPED} or not delivery.carrier_word:
        return ""
    return (
        f"The carrier's last word{_on(delivery.carrier_word_on, ' of')}: {delivery.carrier_word}."
    )


def _marketplace(delivery: Delivery) -> str:
    latest = delivery.marketplace_latest
    if latest is None or delivery.band is Band.DELIVERED or latest == delivery.latest:
        return ""
    name = marketplace_terms(delivery.marketplace).name
    return f"{name} told the buyer {day_words(latest)} at the latest."


def _on(day: date | None, word: str = " on") -> str:
    return f"{word} {day_words(day)}" if day else ""


def _since(day: date | None) -> str:
    return f" since {day_words(day)}" if day else ""
