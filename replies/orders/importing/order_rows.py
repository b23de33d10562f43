"""Rows that are lines of orders: what the columns of a layout say becomes orders.

A layout names its columns by fields: `order_id`, `ordered_at` and the other facts of an `Order`;
`buyer.` and `ship_to.` with theirs (the street as `ship_to.street1` to `street3`); `line.` with
those of an `OrderLine`; `more` and `off` for what a line adds to its total or takes from it.
`extra.` and any other `line.` field go to `extra` under that name. A second column of the same
sum bears a 2 behind its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Final, TypeVar

from ....mailbox.sentence import Sentence
from ..exporting import NOT_CONFIRMED
from ..order import Buyer, Marketplace, Order, OrderLine, ShipTo
from ..references import channel_of, marketplace_of_number
from .cells import parse_currency, parse_signed
from .imported import Contents
from .layouts import BadCellError, Row, read_each

T = TypeVar("T")
Extra = str | int | bool
MOMENTS: Final = (
    "ordered_at", "paid_at", "ship_by", "shipped_at", "deliver_by_min", "deliver_by_max",
)  # fmt: skip
BUYER: Final = ("name", "email", "phone", "username", "note")
PLACE: Final = ("name", "city", "region", "postal", "country")
STREETS: Final = ("ship_to.street1", "ship_to.street2", "ship_to.street3")
_EXTRA: Final = "extra."
_LINE: Final = "line."
_LINE_FACTS: Final = frozenset(
    f"{_LINE}{name}"
    for name in ("title", "line_id", "sku", "qty", "qty_to_ship", "amount", "listing_id", "isbn",
                 "condition")
)  # fmt: skip
_NO_SIGN_OF_A_LINE: Final = frozenset({"line.qty", "line.qty_to_ship"})
_PRICED: Final = ("total", "line.amount", "shipping")
_MARKETPLACES: Final = {one.value: one for one in Marketplace}
_NOTHING: Final = Decimal(0)
_ONLY_FROM_MAIL: Final = Sentence(
    "Orders",
    "The order is known only from mail and not confirmed: import it from the marketplace's own"
    " file, or confirm it beside its letter.",
)


class Kind(Enum):
    """What the cell of an extra is read as; a text where a layout says nothing."""

    COUNT = "a whole number from 0"
    SIGNED = "a whole number"
    YES_NO = '"true" or another word'
    ONLY_NO = 'kept where it is "false"'
    MONEY = "an amount, kept where it is not 0"
    MOMENT = "a date or a time"


@dataclass(frozen=True, slots=True)
class _Line:
    """One row, its cells read."""

    row: Row
    order_id: str
    item: OrderLine | None
    moments: Mapping[str, date | datetime]
    sums: Mapping[str, Decimal]
    tracking: str | None
    extra: dict[str, Extra]


@dataclass(frozen=True, slots=True)
class OrderRows:
    """Reads rows as lines of orders; what several rows of an order say, the first one tells.

    Attributes:
        marketplace: None where a file has orders of several: the name of the place, the shape of
            the number and the buyer's alias tell.
        added: the sums of which each row has a part; the others are those of the whole order.
        is_total_added: whether the total is that of the lines, with their parts of the sums.
        is_unit_price: whether the amount of a line is that of one copy.
        is_repeating: whether a line stands again for each parcel.
        kinds: of the extras that are no texts.
    """

    source: str
    marketplace: Marketplace | None
    added: frozenset[str] = frozenset()
    is_total_added: bool = False
    is_unit_price: bool = False
    is_repeating: bool = False
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    def __call__(self, rows: Sequence[Row]) -> Contents:
        """The orders of these rows, and the rows that could not be read."""
        good, bad = read_each(rows, self._line)
        spoiled = {row.text("order_id") for row, _ in bad}
        groups = self._groups(line for _, line in good)
        return Contents(
            orders=tuple(
                self._order(number, lines, whole=number not in spoiled)
                for number, lines in groups.items()
            ),
            rejected=tuple(rejected for _, rejected in bad),
            order_rows=tuple(tuple(line.row.raw for line in lines) for lines in groups.values()),
            order_lines=tuple(lines[0].row.line for lines in groups.values()),
        )

    def _groups(self, lines: Iterable[_Line]) -> dict[str, list[_Line]]:
        """The lines of each order; of what joined files say twice, the later."""
        groups: dict[str, dict[object, _Line]] = {}
        seen: Counter[tuple[object, ...]] = Counter()
        for line in lines:
            key = self._key(line, seen)
            groups.setdefault(line.order_id, {})[key] = line
        return {number: list(kept.values()) for number, kept in groups.items()}

    def _key(self, line: _Line, seen: Counter[tuple[object, ...]]) -> object:
        """What tells a line from the others of its order: its id, else its name and ordinal."""
        item = line.item
        if item is not None and item.line_id:
            return item.line_id
        name = (item.sku or item.title) if item else ""
        if self.is_repeating:
            return name, item.qty if item else 0, item.amount if item else None
        place = (line.order_id, line.row.section, name)
        seen[place] += 1
        return name, seen[place]

    def _line(self, row: Row) -> _Line:
        # A table of ours that comes back must not confirm what it says is not confirmed.
        if (row.text("confirmed") or "").casefold() == NOT_CONFIRMED:
            raise BadCellError(_ONLY_FROM_MAIL)
        sums = {name: amount for name in ("shipping", "tax", "total", "more") if (
            amount := _amount(row, name)) is not None}  # fmt: skip
        # A discount stands with or without a minus, by report; it always lowers the total.
        if (off := _amount(row, "off", abs)) is not None:
            sums["off"] = off
        tracking = row.number("tracking")
        return _Line(
            row=row,
            order_id=row.required("order_id"),
            item=self._item(row),
            moments={name: m for name in MOMENTS if (m := row.moment(name)) is not None},
            sums=sums,
            tracking=tracking,
            extra=self._extra(row, _EXTRA),
        )

    def _item(self, row: Row) -> OrderLine | None:
        known = row.known
        if not any(n.startswith(_LINE) and n not in _NO_SIGN_OF_A_LINE for n in known):
            return None
        quantity, amount = row.count("line.qty"), row.amount("line.amount")
        quantity = 1 if quantity is None else quantity
        return OrderLine(
            title=known.get("line.title") or "",
            line_id=row.number("line.line_id"),
            sku=known.get("line.sku"),
            qty=quantity,
            qty_to_ship=row.count("line.qty_to_ship"),
            amount=amount * quantity if amount is not None and self.is_unit_price else amount,
            listing_id=row.number("line.listing_id"),
            isbn=known.get("line.isbn"),
            condition=known.get("line.condition"),
            extra=self._extra(row, _LINE),
        )

    def _extra(self, row: Row, prefix: str) -> dict[str, Extra]:
        found: dict[str, Extra] = {}
        for column in row.known:
            if not column.startswith(prefix) or column in _LINE_FACTS:
                continue
            name = column.removesuffix("2")
            read = _READ[self.kinds[name]] if name in self.kinds else Row.text
            if (value := read(row, name)) is not None:
                found[name.removeprefix(prefix)] = value
        return found

    def _order(self, number: str, lines: Sequence[_Line], *, whole: bool) -> Order:
        """One order of its lines; of one that could not be read, its part of a sum is missing."""
        known = [line.row.known for line in lines]
        buyer = _fullest(known, [f"buyer.{name}" for name in BUYER])
        place = _fullest(known, [*(f"ship_to.{name}" for name in PLACE), *STREETS])
        skus = _first(cells.get("skus") for cells in known) or ""

        def moment(name: str) -> date | datetime | None:
            return _first(line.moments.get(name) for line in lines)

        return Order(
            order_id=number,
            source=self.source,
            marketplace=self.marketplace or _told_marketplace(number, known[0]),
            items=tuple(line.item for line in lines if line.item is not None),
            ordered_at=moment("ordered_at"),
            paid_at=moment("paid_at"),
            ship_by=moment("ship_by"),
            shipped_at=moment("shipped_at"),
            deliver_by_min=moment("deliver_by_min"),
            deliver_by_max=moment("deliver_by_max"),
            buyer=Buyer(*(buyer.get(f"buyer.{name}") for name in BUYER)),
            ship_to=ShipTo(
                name=place.get("ship_to.name"),
                street=tuple(text for name in STREETS if (text := place.get(name))),
                city=place.get("ship_to.city"),
                region=place.get("ship_to.region"),
                postal=place.get("ship_to.postal"),
                country=place.get("ship_to.country"),
            ),
            service=_first(cells.get("service") for cells in known),
            currency=_first(map(_currency, known)),
            shipping=self._sum(lines, "shipping", whole=whole),
            tax=self._sum(lines, "tax", whole=whole),
            total=self._total(lines, whole=whole),
            tracking=_numbers(line.tracking for line in lines),
            channel=_first(cells.get("channel") for cells in known),
            skus=tuple(sku for part in skus.split(",") if (sku := part.strip())),
            extra=self._extra_of_all(lines),
        )

    def _extra_of_all(self, lines: Sequence[_Line]) -> dict[str, Extra]:
        found: dict[str, Extra] = {}
        for line in lines:
            for name, value in line.extra.items():
                if f"{_EXTRA}{name}" in self.added and name in found:
                    value = format(Decimal(str(found[name])) + Decimal(str(value)), "f")  # noqa: PLW2901
                elif name in found:
                    continue
                found[name] = value
        return found

    def _sum(self, lines: Iterable[_Line], name: str, *, whole: bool) -> Decimal | None:
        parts = [line.sums[name] for line in lines if name in line.sums]
        if not parts:
            return None
        if name not in self.added:
            return parts[0]
        return sum(parts, _NOTHING) if whole else None

    def _total(self, lines: Sequence[_Line], *, whole: bool) -> Decimal | None:
        if not self.is_total_added:
            return self._sum(lines, "total", whole=whole)
        items = [line.item for line in lines if line.item is not None]
        amounts = [item.amount for item in items if item.amount is not None]
        if not whole or len(amounts) < len(lines):
            return None
        parts = [
            -line.sums[name] if name == "off" else line.sums[name]
            for line in lines
            for name in ("shipping", "tax", "more", "off")
            if name in line.sums
        ]
        return sum((*amounts, *parts), _NOTHING)


def _fullest(known: Iterable[Mapping[str, str]], names: Sequence[str]) -> Mapping[str, str]:
    """The row that tells most of these, so that no address is made of two."""
    return max(known, key=lambda cells: sum(name in cells for name in names))


def _amount(
    row: Row, name: str, mend: Callable[[Decimal], Decimal] = lambda amount: amount
) -> Decimal | None:
    """The sum of the columns of this name."""
    parts = [mend(a) for one in (name, f"{name}2") if (a := row.amount(one)) is not None]
    return sum(parts, _NOTHING) if parts else None


def _money(row: Row, name: str) -> str | None:
    amount = _amount(row, name, abs)
    return format(amount, "f") if amount else None


def _moment(row: Row, name: str) -> str | None:
    moment = row.moment(name)
    return None if moment is None else moment.isoformat()


_READ: Final[Mapping[Kind, Callable[[Row, str], Extra | None]]] = {
    Kind.COUNT: Row.count,
    Kind.SIGNED: lambda row, name: row.parsed(name, parse_signed),
    Kind.YES_NO: lambda row, name: (row.text(name) or "").casefold() == "true",
    Kind.ONLY_NO: lambda row, name: False if row.text(name) == "false" else None,
    Kind.MONEY: _money,
    Kind.MOMENT: _moment,
}


def _currency(cells: Mapping[str, str]) -> str | None:
    """The currency of its column, else the sign of an amount."""
    if code := cells.get("currency"):
        return parse_currency(code)
    return _first(parse_currency(cells[name]) for name in _PRICED if name in cells)


def _told_marketplace(number: str, cells: Mapping[str, str]) -> Marketplace:
    named = _MARKETPLACES.get(cells.get("extra.market", "").casefold())
    return named or marketplace_of_number(number) or channel_of(cells.get("buyer.email", ""))


def _numbers(cells: Iterable[str | None]) -> tuple[str, ...]:
    found = ("".join(part.split()) for cell in cells for part in split_numbers(cell or ""))
    return tuple(dict.fromkeys(number for number in found if number))


def split_numbers(cell: str) -> list[str]:
    """The tracking numbers of a cell that may hold several."""
    return cell.replace(";", ",").split(",")


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)
