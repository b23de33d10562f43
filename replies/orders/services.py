"""Carrier services as data: their windows, with source, date and trust.

The figures are estimates and stand in resources/orders/services.toml, never in code (PRODUCT D11).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from ...mailbox.sentence import Sentence
from ..errors import PreferenceError
from .business_days import DeliveryCalendar


class Unit(Enum):
    """What a window counts."""

    DELIVERY_DAYS = "delivery"
    CALENDAR_DAYS = "calendar"


class Trust(Enum):
    """How far the source of a figure can be relied on."""

    LOW = "low"
    MEDIUM = "medium"
    GOOD = "good"
    OWN = "own"  # the seller's own figure


@dataclass(frozen=True, slots=True)
class Service:
    """A carrier service and the window in which its parcels arrive.

    Attributes:
        earliest, latest: days after sending, in `unit`.
        names: what files call it, as `folded_service` gives it.
        countries: the destinations it is for, folded; empty for all.
        lost_after: calendar days after sending from which a parcel counts as lost, or None.
        search_after: delivery days after sending from which the carrier will search, or None.
        leaves_after: business days on the sender's calendar, after which those of the destination
            count; None for a service within one country.
        leaves_source: where that comes from.
        claim_until: calendar days after sending until which the carrier takes a claim, or None.
    """

    id: str
    name: str
    names: tuple[str, ...]
    earliest: int
    latest: int
    unit: Unit
    calendar: DeliveryCalendar
    source: str
    checked: date
    trust: Trust
    countries: frozenset[str] = frozenset()
    lost_after: int | None = None
    search_after: int | None = None
    leaves_after: int | None = None
    leaves_source: str = ""
    claim_until: int | None = None


def load_services(text: str) -> tuple[Service, ...]:
    """The services of a TOML file in the form of resources/orders/services.toml.

    Raises:
        PreferenceError: the file is damaged, or a value is missing or out of range.
    """
    try:
        tables = tomllib.loads(text)
        calendars = {name: _calendar(table) for name, table in tables["calendars"].items()}
        zones = {name: _folded_all(places) for name, places in tables["zones"].items()}
        return tuple(_service(table, calendars, zones) for table in tables["service"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PreferenceError(
            Sentence(
                "Orders",
                "The table of carrier services cannot be used: {why}. Mend it, or take it "
                "away to use the one of the program.",
            ).format(why=error)
        ) from error


@cache
def known_calendars() -> Mapping[str, DeliveryCalendar]:
    """The calendars of carriers that the program knows, by their names in its table."""
    tables = tomllib.loads(_resource("services.toml"))["calendars"]
    return {name: _calendar(table) for name, table in tables.items()}


@cache
def known_services() -> tuple[Service, ...]:
    """The services that the program comes with."""
    return load_services(_resource("services.toml"))


def find_service(
    services: tuple[Service, ...], called: str, country: str | None
) -> Service | None:
    """The service that a file calls by this name, for a destination; None where none is known.

    The longest known name in `called` decides, so that "Priority Mail International" is not taken
    for "Priority Mail". A service for the destination goes before one for all.
    """
    words = f" {folded_service(called)} "
    place = _folded(country or "")
    fitting = [
        (len(name), bool(service.countries), service)
        for service in services
        for name in service.names
        if f" {name} " in words and (not service.countries or place in service.countries)
    ]
    return max(fitting, key=lambda entry: entry[:2], default=(0, False, None))[2]


def folded_service(name: str) -> str:
    """The form by which names of services are compared."""
    return " ".join(re.sub(r"[^\w.&]|_", " ", name.casefold()).split())


def _resource(name: str) -> str:
    return (files("softanswer.resources") / "orders" / name).read_text(encoding="utf-8")


def _calendar(table: Mapping[str, Any]) -> DeliveryCalendar:
    return DeliveryCalendar(
        country=table["country"],
        saturdays=table["saturdays"],
        works_on=frozenset(table.get("works_on", ())),
    )


def _service(
    table: Mapping[str, Any],
    calendars: Mapping[str, DeliveryCalendar],
    zones: Mapping[str, frozenset[str]],
) -> Service:
    earliest, latest = table["days"]
    if not 0 <= earliest <= latest:
        raise ValueError(f"the days {earliest} to {latest} of {table['id']} are no window")
    unit = Unit(table["unit"])
    to = [zones.get(place, _folded_all([place])) for place in table.get("to", ())]
    return Service(
        id=table["id"],
        name=table["name"],
        names=tuple(folded_service(name) for name in table["names"]),
        earliest=earliest,
        latest=latest,
        unit=unit,
        calendar=calendars[table["calendar"]] if "calendar" in table else DeliveryCalendar(),
        source=table["source"],
        checked=table["checked"],
        trust=Trust(table["trust"]),
        countries=frozenset().union(*to),
        lost_after=table.get("lost_after"),
        search_after=table.get("search_after"),
        leaves_after=table.get("leaves_after"),
        leaves_source=table.get("leaves_source", ""),
        claim_until=table.get("claim_until"),
    )


def _folded_all(places: list[str]) -> frozenset[str]:
    return frozenset(_folded(place) for place in places)


def _folded(place: str) -> str:
    return " ".join(place.casefold().replace(".", "").split())
