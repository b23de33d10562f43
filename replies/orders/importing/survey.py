"""What has to be known of a whole file before its first part is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property, partial

from .blocks import Block, Column
from .cells import DayOrder, day_order, parse_moment
from .layouts import Layout, latest_day


class Survey:
    """A look at all rows of a file, block by block.

    Attributes:
        several: the hashes of the order numbers that have more than one row.
        scattered: those whose rows stand in more than one block.
    """

    def __init__(self, layout: Layout, columns: Sequence[str]) -> None:
        self.several: set[int] = set()
        self.scattered: set[int] = set()
        self._layout = layout
        places = layout.places(columns)
        self._number = places[layout.order_field]
        self._clean = layout.mending.clean.get(layout.order_field) if layout.mending else None
        self._width = len(columns)
        self._dates = [places[field] for field in layout.dates if field in places]
        self._newest = [places[field] for field in layout.newest if field in places]
        self._seen: set[int] = set()
        self._slashed: set[str] = set()
        self._days: set[str] = set()

    def number_of(self, cells: Sequence[str]) -> int:
        """The hash of the order number of a row; one more in common only costs time."""
        number = cells[self._number].strip() if self._number < len(cells) else ""
        return hash(self._clean(number) if self._clean else number)

    def parted(self, block: Block) -> tuple[Sequence[int], Sequence[int]]:
        """The rows of orders that have several, and those of orders that have only one."""
        numbers = self._numbers_of(block)
        if self.several.isdisjoint(numbers):
            return (), range(len(numbers))
        careful: list[int] = []
        single: list[int] = []
        for row, number in enumerate(numbers):
            (careful if number in self.several else single).append(row)
        return careful, single

    def look_at(self, block: Block) -> None:
        """Take one more block into account."""
        numbers = self._numbers_of(block) + [self.number_of(r.cells) for r in block.strange]
        here = set(numbers)
        if len(here) < len(numbers):
            self.several |= {number for number, rows in Counter(numbers).items() if rows > 1}
        again = here & self._seen
        self.several |= again
        self.scattered |= again
        self._seen |= here
        self._note_days(block.column)
        for record in block.strange:
            if not record.fault and len(record.cells) >= self._width:
                self._note_days(partial(_cell_alone, record.cells))

    def _numbers_of(self, block: Block) -> list[int]:
        column = block.column(self._number)
        return list(map(hash, map(self._clean, column) if self._clean else column))

    def _note_days(self, column: Callable[[int], Column]) -> None:
        for place in self._dates:
            self._slashed.update([cell for cell in column(place) if "/" in cell])
        newest: Column = ()
        for place in self._newest:
            cells = column(place)
            newest = [one or other for one, other in zip(newest or cells, cells, strict=True)]
            if all(newest):
                break
        self._days.update([cell.partition("T")[0] for cell in newest if cell])

    @cached_property
    def day_order(self) -> DayOrder:
        """How the file writes its slashed dates."""
        return day_order(self._slashed, self._layout.day_order)

    @cached_property
    def as_of(self) -> date | None:
        """The newest day that the file speaks of."""
        return latest_day(map(self._moment, self._days))

    def _moment(self, text: str) -> date | datetime | None:
        try:
            return parse_moment(text, self.day_order)
        except ValueError:
            return None  # its row is going to be rejected


def _cell_alone(cells: Sequence[str], place: int) -> Column:
    return [cells[place].strip()]
