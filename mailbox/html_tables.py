"""The tables of a letter that are worth to be shown as such: with columns, and not too deep."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .html_marks import Mark, MarkedText, MarkKind

MAX_LEVELS: Final = 3  # Qt lays out tables in tables in exponential time
MAX_CELLS: Final = 2_000
_MAX_COLUMNS: Final = 30
_LEAST_GRID_ROWS: Final = 2
_LONGEST_GRID_CELL: Final = 200
_BETWEEN: Final = " \n\t\xa0>"  # the quote marks of the lines that cells stand in
_STRUCTURE: Final = frozenset({MarkKind.TABLE, MarkKind.ROW, MarkKind.CELL})


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the text in a table, with the tables in it."""

    start: int
    end: int
    columns: int
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `is_grid` where short values stand in lines and columns."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    is_grid: bool


@dataclass(slots=True)
class _Node:
    mark: Mark | None
    inner: list[_Node]


def tables_of(marked: MarkedText) -> tuple[Table, ...]:
    """The tables of a text in their order; those of one column are only what stands in them."""
    root = _tree([mark for mark in marked.marks if mark.kind in _STRUCTURE])
    return tuple(_Builder(marked).tables(root, 1))


def _tree(closed: Sequence[Mark]) -> _Node:
    """Marks in the order of their ends, as a tree: an inner one begins later and ends sooner."""
    waiting: list[_Node] = []
    for mark in closed:
        inner: list[_Node] = []
        while waiting and waiting[-1].mark is not None and waiting[-1].mark.order > mark.order:
            inner.append(waiting.pop())
        waiting.append(_Node(mark, inner[::-1]))
    return _Node(None, waiting)


class _Builder:
    def __init__(self, marked: MarkedText) -> None:
        self._text = marked.text
        self._pictures = [picture.at for picture in marked.pictures]
        self._cells = 0

    def tables(self, node: _Node, level: int) -> Iterator[Table]:
        """The shown tables in a node, from the outermost on."""
        for inner in node.inner:
            if inner.mark is None or inner.mark.kind is not MarkKind.TABLE:
                yield from self.tables(inner, level)
                continue
            rows = [list(_inmost(row, MarkKind.CELL)) for row in _inmost(inner, MarkKind.ROW)]
            rows = [row for row in rows if any(map(self._has_content, row))]
            if not self._is_shown(rows, level) or self._has_more(inner.mark, rows):
                yield from self.tables(inner, level)
                continue
            made = tuple(tuple(self._cell(cell, level) for cell in row) for row in rows)
            yield Table(inner.mark.start, inner.mark.end, made, is_grid=_is_grid(made))

    def _is_shown(self, rows: Sequence[Sequence[_Node]], level: int) -> bool:
        if level > MAX_LEVELS or not rows or max(map(len, rows)) > _MAX_COLUMNS:
            return False
        self._cells += sum(map(len, rows))
        if self._cells > MAX_CELLS:
            return False
        return any(sum(map(self._has_words, row)) > 1 for row in rows)

    def _has_content(self, node: _Node) -> bool:
        mark = node.mark
        if mark is None or self._has_words(node):
            return mark is not None
        at = bisect_left(self._pictures, mark.start)
        return at < len(self._pictures) and self._pictures[at] <= mark.end

    def _has_more(self, table: Mark, rows: Sequence[Sequence[_Node]]) -> bool:
        """Whether words stand in a table, but in none of its cells; they must not be lost."""
        at = table.start
        for cell in (node.mark for row in rows for node in row if node.mark is not None):
            if cell.start < at or self._text[at : cell.start].strip(_BETWEEN):
                return True
            at = cell.end
        return bool(self._text[at : table.end].strip(_BETWEEN))

    def _cell(self, node: _Node, level: int) -> Cell:
        mark = node.mark
        if mark is None:
            return Cell(0, 0, 1, ())
        tables = tuple(self.tables(node, level + 1))
        return Cell(mark.start, mark.end, max(mark.number, 1), tables)

    def _has_words(self, node: _Node) -> bool:
        mark = node.mark
        return mark is not None and bool(self._text[mark.start : mark.end].strip())


def _inmost(node: _Node, kind: MarkKind) -> Iterator[_Node]:
    """The nearest nodes of a kind in a node, not those in a table of their own."""
    for inner in node.inner:
        if inner.mark is not None and inner.mark.kind is kind:
            yield inner
        elif inner.mark is not None and inner.mark.kind is not MarkKind.TABLE:
            yield from _inmost(inner, kind)


def _is_grid(rows: Sequence[Sequence[Cell]]) -> bool:
    return len(rows) >= _LEAST_GRID_ROWS and not any(
        cell.tables or cell.end - cell.start > _LONGEST_GRID_CELL for row in rows for cell in row
    )
