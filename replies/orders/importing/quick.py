"""Plain rows of large files: what the store keeps of them, written down without an `Order`.

A row is plain where its order has no other row in the file, its dates have an offset, and its
amounts two decimals. All others, and the orders that the store knows already, are read with care
(`order_rows`); what is kept is the same, to the letter.

Rows with the same empty cells are read together and column by column, so that most of the work is
done in a few passes of the interpreter's own loops.
"""

from __future__ import annotations

import json.encoder
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from itertools import chain, repeat
from operator import mul
from typing import Final, TypeVar

from ..order import Marketplace
from .blocks import Block, Column
from .cells import parse_currency, parse_signed
from .column_tokens import tokens_of_columns
from .imported import PlainOrder
from .layouts import Layout
from .order_rows import MOMENTS, Kind, OrderRows
from .order_template import EXTRA, Fields, OrderTemplate, Reckoned
from .raw_rows import digest_of

T = TypeVar("T")
_escaped: Callable[[str], str] = json.encoder.encode_basestring
_DAY_CHARS: Final = len("2026-11-03")
_CLOCK_CHARS: Final = len("T10:00:00-08:00")
_CENTS: Final = re.compile(r"(?:0|[1-9][0-9]{0,9})\.[0-9]{2}")
_COUNT: Final = re.compile(r"0|[1-9][0-9]{0,8}")
_TO_ESCAPE: Final = bytes({*range(32), *b'"\\'} - {*b"\t\n"})  # which part cells and rows
_BREAK: Final = re.compile(r"\n|\\n")
_SUMS: Final = ("shipping", "tax", "more", "off")
_PLAIN_KINDS: Final = frozenset({Kind.SIGNED, Kind.YES_NO, Kind.MOMENT, Kind.MONEY})


@dataclass(frozen=True, slots=True)
class _Rows:
    """Some rows of a file, column by column.

    Attributes:
        lines: on which line of the file each stands.
        own: the cells, without blanks around them.
        told: the same as they stand in JSON.
        whole: all cells of each row in JSON, without the first and the last quotation mark.
    """

    lines: Sequence[int]
    own: list[Column]
    told: list[Column]
    whole: Column

    def only(self, rows: Sequence[int]) -> _Rows:
        """Some of them."""
        if len(rows) == len(self.lines):
            return self
        own = [_taken(column, rows) for column in self.own]
        told = own if self.told is self.own else [_taken(column, rows) for column in self.told]
        return _Rows(_taken(self.lines, rows), own, told, _taken(self.whole, rows))

    def by_shape(self) -> Iterable[_Rows]:
        """They parted by which cells are empty."""
        mixed = [column for column in self.own if "" in column and any(column)]
        if not mixed:
            return [self]
        rows: dict[tuple[bool, ...], list[int]] = {}
        for row, mask in enumerate(zip(*[map(bool, column) for column in mixed], strict=True)):
            rows.setdefault(mask, []).append(row)
        return map(self.only, rows.values())


@dataclass(frozen=True, slots=True)
class _Shape:
    """What rows with the same empty cells become.

    Attributes:
        document: a template, its holes filled from `document_cells`: places of cells, and beyond
            them of what is reckoned.
        checks: what the cells of a place have to be, so that the rows are plain.
        sums: the places of what each of `_SUMS` is made of.
    """

    document: str
    document_cells: tuple[int, ...]
    checks: tuple[tuple[int, Callable[[str], object]], ...]
    sums: tuple[tuple[int, ...], ...]


class QuickReader:
    """Writes down the plain rows of one file.

    Attributes:
        marketplace: of all its orders.
    """

    def __init__(self, layout: Layout, read: OrderRows, columns: tuple[str, ...]) -> None:
        """Prepare for a header; see `quick_reader`, which knows whether it can be."""
        self.marketplace = read.marketplace or Marketplace.OWN
        self._read = read
        places = layout.places(columns)
        extras = [name for name in places if name.startswith(EXTRA)]
        kinds = {name: read.kinds.get(name.removesuffix("2")) for name in extras}
        self._fields = Fields(
            places=places,
            width=len(columns),
            is_total_added=read.is_total_added,
            kinds=kinds,
            reckoned=[n for n in extras if kinds[n] in {Kind.SIGNED, Kind.YES_NO}],
        )
        self._shapes: dict[bytes, _Shape | None] = {}
        self._raw_begins = f'{{{_escaped(read.source)}:[["{digest_of(columns)}","'
        otherwise = layout.mending.otherwise if layout.mending else {}
        self._otherwise = tuple(
            (places[name], places[other])
            for name, other in otherwise.items()
            if name in places and other in places
        )

    def plain(self, block: Block, rows: Sequence[int]) -> tuple[list[PlainOrder], Sequence[int]]:
        """What the store keeps of the plain ones of some rows, and the rows that need care."""
        told = _rows(block, rows)
        plain: list[PlainOrder] = []
        for group in told.by_shape() if told.lines else ():
            mask = bytes([bool(column[0]) for column in group.own])
            if mask not in self._shapes:
                self._shapes[mask] = self._shape([column[0] for column in group.own])
            if (shape := self._shapes[mask]) is not None:
                sound = group.only(self._sound(shape, group.own))
                if sound.lines:
                    plain += self._written(shape, sound)
        if len(plain) == len(rows):
            return plain, ()
        lines = {order.line for order in plain}
        return plain, [row for row in rows if block.lines[row] not in lines]

    def _sound(self, shape: _Shape, own: Sequence[Column]) -> Sequence[int]:
        """The rows of which each cell is what a plain row has there."""
        bad: set[int] = set()
        for place, check in shape.checks:
            if check is _is_moment and _are_moments(own[place]):
                continue
            if strange := {cell for cell in set(own[place]) if not check(cell)}:
                bad |= {row for row, cell in enumerate(own[place]) if cell in strange}
        rows = range(len(own[0]))
        if not bad and self._fields.is_total_added and shape.sums[-1]:
            bad = {row for row, total in enumerate(self._totals(shape, own)) if total < 0}
        return [row for row in rows if row not in bad] if bad else rows

    def _written(self, shape: _Shape, group: _Rows) -> Iterable[PlainOrder]:
        """The orders of rows of one shape."""
        places, own, told = self._fields.places, list(group.own), list(group.told)
        raw = [f'{self._raw_begins}{row}"]]}}' for row in group.whole]
        for place, other in self._otherwise:
            if not own[place][0]:
                own[place], told[place] = own[other], told[other]
        told += self._reckoned(shape, own)
        holes = zip(*[told[place] for place in shape.document_cells], strict=True)
        rows = zip(
            group.lines,
            own[places["order_id"]],
            repeat(self._read.source),
            own[places["ordered_at"]] if "ordered_at" in places else repeat(""),
            map(shape.document.__mod__, holes),
            raw,
            tokens_of_columns({name: own[p] for name, p in places.items() if own[p][0]}),
        )
        return map(PlainOrder._make, rows)

    def _reckoned(self, shape: _Shape, own: Sequence[Column]) -> list[Column]:
        """The columns behind the cells, in the order of `Reckoned`; () where none needs them."""
        fields = self._fields
        needed = {place - fields.width for place in shape.document_cells}
        behind: list[Column] = [()] * (Reckoned.EXTRAS + len(fields.reckoned))
        if Reckoned.AMOUNT in needed:
            behind[Reckoned.AMOUNT] = list(map(_money, self._amounts(own)))
        for reckoned, of in zip((Reckoned.SHIPPING, Reckoned.TAX), shape.sums, strict=False):
            if reckoned in needed:
                behind[reckoned] = list(map(_money, _sums([_all_cents(own[p]) for p in of])))
        if Reckoned.TOTAL in needed:
            behind[Reckoned.TOTAL] = list(map(_money, self._totals(shape, own)))
        if Reckoned.CURRENCY in needed:
            behind[Reckoned.CURRENCY] = [
                _currency(c) or "" for c in own[fields.places["currency"]]
            ]
        for place, name in enumerate(fields.reckoned, Reckoned.EXTRAS):
            if place in needed:
                told = _EXTRA_OF[fields.kinds[name]]
                behind[place] = list(map(told, own[fields.places[name]]))
        return behind

    def _amounts(self, own: Sequence[Column]) -> list[int]:
        """What the line of each row costs, in cents."""
        places = self._fields.places
        amounts = _all_cents(own[places["line.amount"]])
        quantities = own[places["line.qty"]] if "line.qty" in places else ("",)
        if self._read.is_unit_price and quantities[0]:
            amounts = list(map(mul, amounts, map(int, quantities)))
        return amounts

    def _totals(self, shape: _Shape, own: Sequence[Column]) -> list[int]:
        """What each row costs altogether, in cents; 0 of a row without an amount."""
        place = self._fields.places.get("line.amount")
        if place is None or not own[place][0]:
            return [0] * len(own[0])
        *added, off = shape.sums
        more = [_all_cents(own[p]) for of in added for p in of]
        less = [[-cents for cents in _all_cents(own[p])] for p in off]
        return _sums([self._amounts(own), *more, *less])

    def _shape(self, own: Column) -> _Shape | None:
        """What rows with these cells empty become; None where they need care."""
        fields, places = self._fields, self._fields.places
        full = {name for name, place in places.items() if own[place]}
        for name, other in self._otherwise:
            full |= {n for n, p in places.items() if p == name and own[other]}
        line_facts = full & {"line.title", "line.line_id", "line.sku"}
        if "order_id" not in full or not line_facts or full & {"tracking", "skus"}:
            return None
        template = OrderTemplate(fields, full)
        sums = tuple(
            tuple(places[n] for n in (name, f"{name}2") if n in places and own[places[n]])
            for name in _SUMS
        )
        checks = [(places[name], check) for name in full if (check := self._check_of(name))]
        # A field that is empty takes the cell of another one, which is looked at in its place.
        checks = [(dict(self._otherwise).get(p, p) if not own[p] else p, c) for p, c in checks]
        document = template.text()
        return _Shape(document, tuple(template.cells), tuple(checks), sums)

    def _check_of(self, name: str) -> Callable[[str], object] | None:
        """What the cells of a field have to be."""
        kind = self._fields.kinds.get(name)
        if name in MOMENTS or kind is Kind.MOMENT:
            return _is_moment
        if kind is Kind.MONEY:
            return _is_nothing
        if kind is Kind.SIGNED:
            return _is_signed
        if name.removesuffix("2") in {*_SUMS, "line.amount", "total"}:
            return _CENTS.fullmatch
        return _CHECKS.get(name)


def quick_reader(layout: Layout, columns: tuple[str, ...]) -> QuickReader | None:
    """A reader for the plain rows of a file, None where a layout needs care for every row."""
    read, mending = layout.read, layout.mending
    if not isinstance(read, OrderRows) or read.marketplace is None or read.is_repeating:
        return None
    if mending is not None and (mending.clean or mending.joined):
        return None
    known = {name.removesuffix("2") for name in layout.places(columns)} & read.kinds.keys()
    is_plain = all(
        name.startswith("extra.") and read.kinds[name] in _PLAIN_KINDS for name in known
    )
    is_plain = is_plain and len(set(columns)) == len(columns)
    return QuickReader(layout, read, columns) if is_plain else None


def _taken(column: Sequence[T], rows: Sequence[int]) -> Sequence[T]:
    return column if len(rows) == len(column) else [column[row] for row in rows]


def _rows(block: Block, rows: Sequence[int]) -> _Rows:
    """Those of some rows of a block that can be told by columns, with their JSON."""
    width = block.width
    cells = list(map(str.strip, block.cells))
    own: list[Column] = [cells[place::width] for place in range(width)]
    if block.text and cells == block.cells and not _has_escapes(block):
        whole = block.text.replace(block.delimiter, '","').split("\n")
        return _Rows(block.lines, own, own, whole).only(rows)
    while rows:
        some = [_taken(column, rows) for column in own]
        parts = _escaped("\n".join(chain.from_iterable(some)))[1:-1].split("\\n")
        if len(parts) == len(rows) * width:
            told: list[Column] = [
                parts[start : start + len(rows)] for start in range(0, len(parts), len(rows))
            ]
            whole = list(map('","'.join, zip(*told, strict=True)))
            return _Rows(_taken(block.lines, rows), some, told, whole)
        # More parts than cells, where one has a line break or the letters of its escape.
        rows = [row for row in rows if not any(_BREAK.search(column[row]) for column in own)]
    return _Rows((), [], [], ())


def _has_escapes(block: Block) -> bool:
    """Whether the text of a block has a sign in a cell that JSON escapes."""
    data = block.text.encode()
    is_escaped = len(data.translate(None, _TO_ESCAPE)) < len(data)
    return is_escaped or (block.delimiter != "\t" and b"\t" in data)


@lru_cache(maxsize=4096)
def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@lru_cache(maxsize=65_536)  # of the 86,400 of a day, each with the offsets of a place
def _is_clock(text: str) -> bool:
    """Whether it is a time with its offset, to the second, as `isoformat` writes it."""
    if len(text) != _CLOCK_CHARS or text[0] != "T":
        return False
    try:
        clock = time.fromisoformat(text[1:])
    except ValueError:
        return False
    return clock.tzinfo is not None and clock.isoformat() == text[1:]


def _is_moment(text: str) -> bool:
    return _is_day(text[:_DAY_CHARS]) and _is_clock(text[_DAY_CHARS:])


def _are_moments(column: Column) -> bool:
    """Whether each is one; a file has few days, and few times to the second."""
    days = {text[:_DAY_CHARS] for text in column}
    return all(map(_is_day, days)) and all(map(_is_clock, {t[_DAY_CHARS:] for t in column}))


def _is_nothing(text: str) -> bool:
    return text == "0.00"


def _is_signed(text: str) -> bool:
    try:
        parse_signed(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=64)
def _currency(text: str) -> str | None:
    return parse_currency(text)


@lru_cache(maxsize=16_384)  # a file has few different prices
def _cents(text: str) -> int:
    return int(text.replace(".", ""))


def _all_cents(column: Column) -> list[int]:
    return list(map(_cents, column))


def _sums(columns: Sequence[Sequence[int]]) -> list[int]:
    return list(map(sum, zip(*columns, strict=True)))


@lru_cache(maxsize=16_384)
def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


_CHECKS: Final[Mapping[str, Callable[[str], object]]] = {
    "line.qty": _COUNT.fullmatch,
    "line.qty_to_ship": _COUNT.fullmatch,
    "line.line_id": str.isdigit,
    "line.listing_id": str.isdigit,
    "currency": _currency,
}
_EXTRA_OF: Final[Mapping[Kind | None, Callable[[str], str]]] = {
    Kind.SIGNED: lambda text: str(parse_signed(text)),
    Kind.YES_NO: lambda text: "true" if text.casefold() == "true" else "false",
}
