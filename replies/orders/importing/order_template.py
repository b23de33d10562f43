"""The JSON form of plain orders: a text with holes, and what fills each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from .order_rows import BUYER, MOMENTS, PLACE, STREETS, Kind

EXTRA: Final = "extra."
_LINE: Final = frozenset(f"line.{name}" for name in (
    "title", "line_id", "sku", "qty", "qty_to_ship", "amount", "listing_id", "isbn", "condition"
))  # fmt: skip


class Reckoned(IntEnum):
    """What is reckoned of a row, by its place behind the cells."""

    AMOUNT = 0
    SHIPPING = 1
    TAX = 2
    TOTAL = 3
    CURRENCY = 4
    EXTRAS = 5


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a file.

    Attributes:
        places: for each field, the index of its column.
        width: how many columns there are.
        is_total_added: as for `OrderRows`.
        kinds: of the extras.
        reckoned: the extras that are no texts.
    """

    places: Mapping[str, int]
    width: int
    is_total_added: bool
    kinds: Mapping[str, Kind | None]
    reckoned: Sequence[str]


class OrderTemplate:
    """The JSON form of an order of which some fields are known: a text with holes.

    Attributes:
        cells: which place of the told cells fills each hole.
    """

    def __init__(self, fields: Fields, full: set[str]) -> None:
        self.cells: list[int] = []
        self._fields = fields
        self._full = full

    def text(self) -> str:
        """The whole, the fields in the order of `order_to_json`."""
        order = [*self._texts(["order_id"]), *self._texts(MOMENTS), *self._people()]
        order.append(f'"items": [{{{", ".join(self._item())}}}]')
        order += self._sums()
        order += self._texts(("service", "channel"))
        return f"{{{', '.join(order + self._extras())}}}"

    def _texts(self, names: Iterable[str], prefix: str = "") -> list[str]:
        known = [name for name in names if prefix + name in self._full]
        self.cells += [self._fields.places[prefix + name] for name in known]
        return [_hole(name) for name in known]

    def _numbers(self, name: str) -> list[str]:
        return [hole.replace('"%s"', "%s") for hole in self._texts([name], "line.")]

    def _reckoned(self, name: str, place: int, *, known: bool) -> list[str]:
        self.cells += [self._fields.width + place] * known
        return [_hole(name)] * known

    def _people(self) -> list[str]:
        parts = []
        buyer = self._texts(BUYER, "buyer.")
        if buyer or "ship_to.name" in self._full:
            parts.append(f'"buyer": {{{", ".join(buyer)}}}')
        place = self._texts(PLACE[:1], "ship_to.")
        if streets := ", ".join('"%s"' for _ in self._texts(STREETS)):
            place.append(f'"street": [{streets}]')
        place += self._texts(PLACE[1:], "ship_to.")
        if place:
            parts.append(f'"ship_to": {{{", ".join(place)}}}')
        return parts

    def _item(self) -> list[str]:
        others = [name.removeprefix("line.") for name in self._fields.places
                  if name.startswith("line.") and name not in _LINE]  # fmt: skip
        return [
            *self._texts(("line_id", "sku"), "line."),
            *(self._texts(["title"], "line.") or ['"title": ""']),
            *(self._numbers("qty") or ['"qty": 1']),
            *self._numbers("qty_to_ship"),
            *self._reckoned("amount", Reckoned.AMOUNT, known="line.amount" in self._full),
            *self._texts(("listing_id", "isbn", "condition"), "line."),
            *self._texts(others, "line."),
        ]

    def _sums(self) -> list[str]:
        full = self._full
        parts = self._reckoned("currency", Reckoned.CURRENCY, known="currency" in full)
        for name, place in (("shipping", Reckoned.SHIPPING), ("tax", Reckoned.TAX)):
            parts += self._reckoned(name, place, known=bool(full & {name, f"{name}2"}))
        if self._fields.is_total_added:
            return parts + self._reckoned("total", Reckoned.TOTAL, known="line.amount" in full)
        return parts + self._texts(["total"])

    def _extras(self) -> list[str]:
        parts = []
        for name, kind in self._fields.kinds.items():
            bare = name.removeprefix(EXTRA)
            if name not in self._full or kind is Kind.MONEY:
                continue
            if name in self._fields.reckoned:
                place = Reckoned.EXTRAS + self._fields.reckoned.index(name)
                parts += [h.replace('"%s"', "%s") for h in self._reckoned(bare, place, known=True)]
            else:
                parts += self._texts([bare], EXTRA)
        return parts


def _hole(name: str) -> str:
    return f'"{name}": "%s"'
