"""Plain rows of large files: what the store keeps of them, written down without an `Order`.

A row is plain where its order has no other row in the file, its dates have an offset, and its
amounts two decimals. All others, and the orders that the store knows already, are read with care
(`order_rows`); what is kept is the same, to the letter.
"""

from __future__ import annotations

import json.encoder
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from operator import itemgetter
from typing import Final

from ..isbn import isbn_forms
from ..keys import MAX_KEY_CHARS, KeyKind, name_postal, name_words_of, title_words_of
from ..order import Marketplace
from ..references import folded_number
from .cells import parse_currency, parse_signed
from .imported import PlainOrder
from .layouts import Layout
from .order_rows import BUYER, MOMENTS, PLACE, STREETS, Kind, OrderRows

_escaped: Callable[[str], str] = json.encoder.encode_basestring
_DAY_CHARS: Final = len("2026-11-03")
_CLOCK_CHARS: Final = len("T10:00:00-08:00")
_CENTS: Final = re.compile(r"(?:0|[1-9][0-9]{0,9})\.[0-9]{2}")
_NOTHING: Final = "0.00"
_COUNT: Final = re.compile(r"0|[1-9][0-9]{0,8}")
_EXTRA: Final = "extra."
# Behind the cells of a row stands what is reckoned of it.
_AMOUNT, _SHIPPING, _TAX, _TOTAL, _CURRENCY, _BEYOND = range(6)
_LINE: Final = frozenset(f"line.{name}" for name in (
    "title", "line_id", "sku", "qty", "qty_to_ship", "amount", "listing_id", "isbn", "condition"
))  # fmt: skip
_PLAIN_KINDS: Final = frozenset({Kind.SIGNED, Kind.YES_NO, Kind.MOMENT, Kind.MONEY})
_NUMBER: Final = KeyKind.NUMBER.value
_EMAIL: Final = KeyKind.EMAIL.value
_USERNAME: Final = KeyKind.USERNAME.value
_NAME_POSTAL: Final = KeyKind.NAME_POSTAL.value
_LISTING: Final = KeyKind.LISTING.value
_ISBN: Final = KeyKind.ISBN.value


class NotPlainError(ValueError):
    """A row that has to be read with care. Answered at once, by doing so."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What rows with the same empty cells become: templates, and what is put into them.

    The places beyond the cells are those of what is reckoned: tax, total, currency, extras.
    """

    raw: str
    raw_cells: Callable[[Sequence[str]], tuple[str, ...]]
    document: str
    document_cells: Callable[[Sequence[str]], tuple[str, ...]]
    moments: tuple[int, ...]
    counts: tuple[int, ...]
    numbers: tuple[int, ...]
    zeros: tuple[int, ...]
    amounts: tuple[int, ...]
    sums: tuple[tuple[int, ...], ...]


class QuickReader:
    """Writes down the plain rows of one file.

    Attributes:
        marketplace: of all its orders.
        places: for each field, the index of its column.
        width: how many columns there are.
        is_total_added: as for `OrderRows`.
        kinds: of the extras.
        reckoned: the extras that are no texts.
    """

    def __init__(self, layout: Layout, read: OrderRows, columns: Sequence[str]) -> None:
        """Prepare for a header; see `quick_reader`, which knows whether it can be."""
        self.marketplace = read.marketplace or Marketplace.OWN
        self.is_total_added = read.is_total_added
        self._read = read
        self._columns = columns
        self.width = len(columns)
        self.places = places = layout.places(columns)
        self._shapes: dict[bytes, _Shape | None] = {}
        otherwise = layout.mending.otherwise if layout.mending else {}
        self._otherwise = tuple(
            (places[name], places[other])
            for name, other in otherwise.items()
            if name in places and other in places
        )
        extras = [name for name in places if name.startswith(_EXTRA)]
        self.kinds = {name: read.kinds.get(name.removesuffix("2")) for name in extras}
        self.reckoned = [n for n in extras if self.kinds[n] in {Kind.SIGNED, Kind.YES_NO}]
        self._sums = tuple(
            tuple(places[n] for n in (name, f"{name}2") if n in places)
            for name in ("shipping", "tax", "more", "off")
        )
        # The place behind all cells stands for a column that the file lacks: it is always empty.
        self._order_id = places["order_id"]
        self._ordered_at, self._amount, self._qty, self._currency = (
            places.get(name, self.width)
            for name in ("ordered_at", "line.amount", "line.qty", "currency")
        )
        self._found_by = tuple(
            places.get(name, self.width)
            for name in ("buyer.email", "ship_to.name", "ship_to.postal", "buyer.username",
                         "line.listing_id", "line.isbn", "buyer.name", "line.title")
        )  # fmt: skip

    def plain(self, line: int, cells: tuple[str, ...]) -> PlainOrder:
        """What the store keeps of a row.

        Raises:
            NotPlainError: the row has to be read with care.
        """
        if len(cells) != self.width:
            raise NotPlainError
        own = list(map(str.strip, cells))
        told = _escaped("\n".join(own))[1:-1].split("\\n")
        if len(told) != self.width:
            raise NotPlainError
        mask = bytes(map(bool, own))
        shape = self._shapes.get(mask)
        if shape is None:
            if mask in self._shapes:
                raise NotPlainError
            shape = self._shapes[mask] = self._shape(own)
            if shape is None:
                raise NotPlainError
        self._check(shape, own)
        own.append("")
        raw = shape.raw % shape.raw_cells(told)
        for place, other in self._otherwise:
            if not own[place]:
                own[place], told[place] = own[other], told[other]
        self._reckon(shape.sums, own, told)
        return PlainOrder(
            line,
            cells,
            own[self._order_id],
            self._read.source,
            own[self._ordered_at],
            shape.document % shape.document_cells(told),
            raw,
            *self._found(own),
        )

    def _check(self, shape: _Shape, own: Sequence[str]) -> None:
        for place in shape.moments:
            text = own[place]
            if not (_is_day(text[:_DAY_CHARS]) and _is_clock(text[_DAY_CHARS:])):
                raise NotPlainError
        for place in shape.counts:
            _count(own[place])
        for place in shape.numbers:
            if not own[place].isdigit():
                raise NotPlainError
        for place in shape.amounts:
            _cents(own[place])
        for place in shape.zeros:
            if _cents(own[place]):
                raise NotPlainError

    def _reckon(self, sums: Sequence[Sequence[int]], own: Sequence[str], told: list[str]) -> None:
        """Put what is reckoned behind the cells: amount, sums, total, currency, extras."""
        amount = _cents(own[self._amount] or _NOTHING)
        if self._read.is_unit_price:
            amount *= int(own[self._qty] or 1)
        shipping, tax, more, off = [
            sum([_cents(own[place]) for place in places]) for places in sums
        ]
        told += (
            _money(amount),
            _money(shipping),
            _money(tax),
            _money(amount + shipping + tax + more - off) if self.is_total_added else "",
            _currency(own[self._currency]),
        )
        for name in self.reckoned:
            place = self.places[name]
            told.append(_EXTRA_OF[self.kinds[name]](own[place]) if own[place] else "")

    def _found(self, own: Sequence[str]) -> tuple[tuple[tuple[str, str], ...], str, str]:
        """The keys and words that an order is found by."""
        email, name, postal, user, listing, isbn, buyer, title = [own[p] for p in self._found_by]
        keys = [(_NUMBER, folded_number(own[self._order_id])[:MAX_KEY_CHARS])]
        if email:
            keys.append((_EMAIL, email.casefold()[:MAX_KEY_CHARS]))
        if name and postal:
            keys.append((_NAME_POSTAL, name_postal(name, postal)[:MAX_KEY_CHARS]))
        if user:
            keys.append((_USERNAME, user.casefold()[:MAX_KEY_CHARS]))
        if listing:
            keys.append((_LISTING, listing[:MAX_KEY_CHARS]))
        if isbn:
            keys += [(_ISBN, form) for form in isbn_forms(isbn)]
        keys.sort()
        return tuple(keys), name_words_of(name, buyer), title_words_of(title)

    def _shape(self, own: Sequence[str]) -> _Shape | None:
        """The templates of rows with these cells empty; None where such rows need care."""
        places = self.places
        full = {name for name, place in places.items() if own[place]}
        for name, other in self._otherwise:
            full |= {n for n, p in places.items() if p == name and own[other]}
        line_facts = full & {"line.title", "line.line_id", "line.sku"}
        if "order_id" not in full or not line_facts or full & {"tracking", "skus"}:
            return None
        names = [(c.replace("%", "%%"), i) for i, c in enumerate(self._columns) if own[i]]
        raw = ", ".join(f'{_escaped(name)}: "%s"' for name, _ in names)
        source = _escaped(self._read.source).replace("%", "%%")
        document = _Document(self, full)
        zeros = [places[n] for n in full if self.kinds.get(n) is Kind.MONEY]
        moments = [n for n in full if n in MOMENTS or self.kinds.get(n) is Kind.MOMENT]
        return _Shape(
            raw=f"{{{source}: [{{{raw}}}]}}",
            raw_cells=_getter([place for _, place in names]),
            document=document.text(),
            document_cells=_getter(document.cells),
            moments=tuple(places[name] for name in moments),
            counts=tuple(places[n] for n in ("line.qty", "line.qty_to_ship") if n in full),
            numbers=tuple(places[n] for n in ("line.line_id", "line.listing_id") if n in full),
            zeros=tuple(zeros),
            sums=tuple(tuple(p for p in group if own[p]) for group in self._sums),
            amounts=tuple(places[n] for n in ("total",) if n in full),
        )


class _Document:
    """The JSON form of an order of which some fields are known: a text with holes.

    Attributes:
        cells: which place of the told cells fills each hole.
    """

    def __init__(self, reader: QuickReader, full: set[str]) -> None:
        self.cells: list[int] = []
        self._reader = reader
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
        self.cells += [self._reader.places[prefix + name] for name in known]
        return [_hole(name) for name in known]

    def _numbers(self, name: str) -> list[str]:
        return [hole.replace('"%s"', "%s") for hole in self._texts([name], "line.")]

    def _reckoned(self, name: str, place: int, *, known: bool) -> list[str]:
        self.cells += [self._reader.width + place] * known
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
        others = [name.removeprefix("line.") for name in self._reader.places
                  if name.startswith("line.") and name not in _LINE]  # fmt: skip
        return [
            *self._texts(("line_id", "sku"), "line."),
            *(self._texts(["title"], "line.") or ['"title": ""']),
            *(self._numbers("qty") or ['"qty": 1']),
            *self._numbers("qty_to_ship"),
            *self._reckoned("amount", _AMOUNT, known="line.amount" in self._full),
            *self._texts(("listing_id", "isbn", "condition"), "line."),
            *self._texts(others, "line."),
        ]

    def _sums(self) -> list[str]:
        full = self._full
        parts = self._reckoned("currency", _CURRENCY, known="currency" in full)
        for name, place in (("shipping", _SHIPPING), ("tax", _TAX)):
            parts += self._reckoned(name, place, known=bool(full & {name, f"{name}2"}))
        if self._reader.is_total_added:
            return parts + self._reckoned("total", _TOTAL, known="line.amount" in full)
        return parts + self._texts(["total"])

    def _extras(self) -> list[str]:
        parts = []
        for name, kind in self._reader.kinds.items():
            bare = name.removeprefix(_EXTRA)
            if name not in self._full or kind is Kind.MONEY:
                continue
            if name in self._reader.reckoned:
                place = _BEYOND + self._reader.reckoned.index(name)
                parts += [h.replace('"%s"', "%s") for h in self._reckoned(bare, place, known=True)]
            else:
                parts += self._texts([bare], _EXTRA)
        return parts


def quick_reader(layout: Layout, columns: Sequence[str]) -> QuickReader | None:
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


def _hole(name: str) -> str:
    return f'"{name}": "%s"'


def _getter(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """What takes the cells at these places, one or more, always as a tuple."""
    if len(places) == 1:
        (only,) = places
        return lambda cells: (cells[only],)
    return itemgetter(*places)


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


@lru_cache(maxsize=4096)  # a file has few different prices
def _cents(text: str) -> int:
    if not _CENTS.fullmatch(text):
        raise NotPlainError
    return int(text.replace(".", ""))


@lru_cache(maxsize=4096)
def _money(cents: int) -> str:
    if cents < 0:
        raise NotPlainError
    return f"{cents // 100}.{cents % 100:02d}"


@lru_cache(maxsize=64)
def _count(text: str) -> None:
    if not _COUNT.fullmatch(text):
        raise NotPlainError


@lru_cache(maxsize=64)
def _currency(text: str) -> str:
    if not text:
        return ""
    if (code := parse_currency(text)) is None:
        raise NotPlainError
    return code


def _signed(text: str) -> str:
    try:
        return str(parse_signed(text))
    except ValueError:
        raise NotPlainError from None


_EXTRA_OF: Final[Mapping[Kind | None, Callable[[str], str]]] = {
    Kind.SIGNED: _signed,
    Kind.YES_NO: lambda text: "true" if text.casefold() == "true" else "false",
}
