"""The seller's own figures of carrier services, and services of her own. Pure.

They count before those of the program, which they never change: "back to ours" forgets them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from ...mailbox.sentence import Sentence
from ..errors import DAMAGED, PreferenceError
from .business_days import DeliveryCalendar
from .services import Service, Trust, Unit, folded_service, known_calendars, known_services

MOST_DAYS: Final = 365
LONGEST_TEXT: Final = 200


@dataclass(frozen=True, slots=True)
class OwnService:
    """The seller's figures of one service.

    Attributes:
        id: that of the program's service which it replaces, or another for one of her own.
        name: what files call a service of her own; the program's service keeps its names.
        lost_after: calendar days after sending from which a parcel counts as lost, or None.
        source: where she has it from; "" for her own experience.
        calendar: the name of the carrier's calendar, for a service of her own.
    """

    id: str
    name: str
    earliest: int
    latest: int
    unit: Unit
    lost_after: int | None
    source: str
    checked: date
    calendar: str = ""


def checked_service(own: OwnService, others: Sequence[str]) -> OwnService:
    """The same, with its texts in one line.

    Args:
        others: the names of all other services.

    Raises:
        PreferenceError: a figure is out of range, or the name is missing or taken.
    """
    name, source = _line(own.name), _line(own.source)
    if not folded_service(name):
        raise PreferenceError(
            Sentence("Orders", "The service needs a name: the one that your order files give it.")
        )
    if folded_service(name) in {folded_service(other) for other in others}:
        raise PreferenceError(
            Sentence(
                "Orders", "There is a service {name} already. Change that one, or name this one"
                " otherwise."
            ).format(name=name)
        )  # fmt: skip
    if max(len(name), len(source)) > LONGEST_TEXT:
        raise PreferenceError(
            Sentence("Orders", "Name and source may have {most} characters at most.").format(
                most=LONGEST_TEXT
            )
        )
    if not 0 <= own.earliest <= own.latest <= MOST_DAYS:
        raise PreferenceError(
            Sentence(
                "Orders",
                "A window from day {first} to day {last} is none: the first day comes before the "
                "last, and the last is {most} at most.",
            ).format(first=own.earliest, last=own.latest, most=MOST_DAYS)
        )
    if own.lost_after is not None and not own.latest < own.lost_after <= MOST_DAYS:
        raise PreferenceError(
            Sentence(
                "Orders",
                "A parcel cannot count as lost after {lost} days while it may still come on day "
                "{last}. Give a later day, {most} at most, or none.",
            ).format(lost=own.lost_after, last=own.latest, most=MOST_DAYS)
        )
    return replace(own, name=name, source=source)


def own_of(service: Service) -> OwnService:
    """A service's figures as the seller may begin to change them."""
    return OwnService(
        id=service.id,
        name=service.name,
        earliest=service.earliest,
        latest=service.latest,
        unit=service.unit,
        lost_after=service.lost_after,
        source=service.source,
        checked=service.checked,
        calendar=next(
            (name for name, one in known_calendars().items() if one == service.calendar), ""
        ),
    )


def in_force(own: Sequence[OwnService]) -> tuple[Service, ...]:
    """The services that count: her own, then those of the program with the seller's figures."""
    given = {one.id: one for one in own}
    ours = known_services()
    changed = tuple(_changed(one, given[one.id]) if one.id in given else one for one in ours)
    known = {one.id for one in ours}
    return (*(_added(one) for one in own if one.id not in known), *changed)


def to_json(own: OwnService) -> str:
    """The form in which it is stored."""
    return json.dumps(
        {
            "name": own.name,
            "days": [own.earliest, own.latest],
            "unit": own.unit.value,
            "lost_after": own.lost_after,
            "source": own.source,
            "checked": own.checked.isoformat(),
            "calendar": own.calendar,
        },
        ensure_ascii=False,
    )


@lru_cache(maxsize=256)
def from_json(service_id: str, document: str) -> OwnService | None:
    """What was stored; None for what this program cannot read, so that its own figures count."""
    try:
        table = json.loads(document)
        earliest, latest = table["days"]
        return checked_service(
            OwnService(
                id=service_id,
                name=table["name"],
                earliest=earliest,
                latest=latest,
                unit=Unit(table["unit"]),
                lost_after=table["lost_after"],
                source=table["source"],
                checked=date.fromisoformat(table["checked"]),
                calendar=table["calendar"],
            ),
            (),
        )
    except (*DAMAGED, PreferenceError):
        return None


def _changed(ours: Service, own: OwnService) -> Service:
    return replace(
        ours,
        earliest=own.earliest,
        latest=own.latest,
        unit=own.unit,
        lost_after=own.lost_after,
        source=own.source,
        checked=own.checked,
        trust=Trust.OWN,
    )


def _added(own: OwnService) -> Service:
    return Service(
        id=own.id,
        name=own.name,
        names=(folded_service(own.name),),
        earliest=own.earliest,
        latest=own.latest,
        unit=own.unit,
        calendar=known_calendars().get(own.calendar, DeliveryCalendar()),
        source=own.source,
        checked=own.checked,
        trust=Trust.OWN,
        lost_after=own.lost_after,
    )


def _line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
