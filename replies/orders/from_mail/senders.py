"""Who sends notices, and how they are worded; as data, in resources/orders/notices."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from ..importing.cells import DayOrder
from ..order import Marketplace, NoticeKind
from .known import names_of

_LABELS: Final = "labels.toml"
_DOMAINS: Final = "domains.toml"
_BY_COUNTRY: Final = "by country"
_COUNTRY_ORDERS: Final = {
    "com": DayOrder.MONTH_FIRST,
    "ca": DayOrder.UNKNOWN,
    "jp": DayOrder.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class NoticeForm:
    """One sort of notice: what its subject looks like, and what stands in its sentences.

    Attributes:
        subjects, sentences: patterns; a named group is the field of that name.
        unless: patterns of subjects that only look so.
    """

    kind: NoticeKind
    subjects: tuple[re.Pattern[str], ...]
    sentences: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]

    def fits(self, subject: str) -> bool:
        """Whether a subject is that of such a notice."""
        return any(p.search(subject) for p in self.subjects) and not any(
            p.search(subject) for p in self.unless
        )


@dataclass(frozen=True, slots=True)
class NoticeSender:
    """A marketplace, shop system, payment service or carrier that sends notices.

    Attributes:
        number: the shape of its order numbers, where they have one.
        channel: what an order is said to come from; "" for a carrier.
        slashes: how it writes "3/11/2026"; see `day_order`.
        labels: the field of each label, folded; those of all senders and its own.
        stops: folded beginnings of lines behind which the buyer's own words stand.
        is_carrier: it knows parcels, not orders.
    """

    name: str
    marketplace: Marketplace
    channel: str
    forms: tuple[NoticeForm, ...]
    number: re.Pattern[str] | None
    slashes: str
    labels: Mapping[str, str]
    stops: tuple[str, ...]
    is_carrier: bool

    def day_order(self, domain: str) -> DayOrder:
        """Which number of "3/11/2026" is the day in a letter from one of its domains."""
        if self.slashes != _BY_COUNTRY:
            return DayOrder(self.slashes)
        country = domain.rpartition(".")[2]
        return _COUNTRY_ORDERS.get(country, DayOrder.DAY_FIRST)


@cache
def notice_senders() -> tuple[NoticeSender, ...]:
    """All senders that are known."""
    folder = files("softanswer.resources") / "orders" / "notices"
    tables = {
        file.name: tomllib.loads(file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml") and file.name != _DOMAINS
    }
    shared = tables.pop(_LABELS)
    return tuple(
        _sender(table, shared) for name in sorted(tables) for table in tables[name]["sender"]
    )


def senders_of(address: str, recipients: tuple[str, ...] = ()) -> tuple[NoticeSender, ...]:
    """Who may write from an address; nobody known where a customer may."""
    names = names_of(address, recipients)
    return tuple(sender for sender in notice_senders() if sender.name in names) if names else ()


def folded_label(text: str) -> str:
    """The form in which labels are compared."""
    return " ".join(text.casefold().strip(" \t:*#.-–—•|_№").split())


def _sender(table: Mapping[str, Any], shared: Mapping[str, Any]) -> NoticeSender:
    labels: dict[str, str] = {}
    for source in (shared["labels"], table.get("labels", {})):
        for field, names in source.items():
            labels |= {folded_label(name): field for name in names}
    return NoticeSender(
        name=table["name"],
        marketplace=Marketplace(table.get("marketplace", Marketplace.OWN.value)),
        channel=table.get("channel", ""),
        forms=tuple(_form(form) for form in table["notice"]),
        number=re.compile(table["number"], re.IGNORECASE) if "number" in table else None,
        slashes=table.get("slashes", DayOrder.UNKNOWN.value),
        labels=labels,
        stops=tuple(folded_label(line) for line in [*shared["stops"], *table.get("stops", ())]),
        is_carrier=table.get("is_carrier", False),
    )


def _form(table: Mapping[str, Any]) -> NoticeForm:
    return NoticeForm(
        kind=NoticeKind(table["kind"]),
        subjects=tuple(re.compile(p, re.IGNORECASE) for p in table["subjects"]),
        sentences=tuple(
            re.compile(p, re.IGNORECASE | re.MULTILINE) for p in table.get("sentences", ())
        ),
        unless=tuple(re.compile(p, re.IGNORECASE) for p in table.get("unless", ())),
    )
