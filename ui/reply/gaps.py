"""Gaps that a template left in a letter: where they stand, and how they look.

A gap is text in brackets, "[day of posting]", which the tone check takes for an open field, so
that no letter leaves with one. Only the words of our own facts make a gap of brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextCursor, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from ..theme.sizes import CHIP_CORNER, px
from ..theme.tokens import Role, tokens_of

NO_GAPS: Final = re.compile(r"(?!)")
_ROOM: Final = 2  # above and below the words


@lru_cache(maxsize=8)
def gaps_of(words: frozenset[str]) -> re.Pattern[str]:
    """What finds the gaps that hold one of these words."""
    return re.compile(r"\[(?:" + "|".join(re.escape(one) for one in sorted(words)) + r")\]")


def gap_at(gaps: re.Pattern[str], block: QTextBlock, place: int) -> tuple[int, int] | None:
    """Where the gap begins and ends in the document in which a place stands."""
    for found in gaps.finditer(block.text()):
        start, end = block.position() + found.start(), block.position() + found.end()
        if start < place < end:
            return start, end
    return None


def paint_gaps(editor: QPlainTextEdit, gaps: re.Pattern[str]) -> None:
    """Paint the ground of the gaps that are in sight: a chip with a dashed edge."""
    painter = QPainter(editor.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = tokens_of(editor.palette())
    pen = QPen(tokens[Role.WARNING], 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(tokens[Role.WARNING_SOFT])
    corner = px(editor, CHIP_CORNER)
    for box in _boxes(editor, gaps):
        painter.drawRoundedRect(box, corner, corner)
    painter.end()


def _boxes(editor: QPlainTextEdit, gaps: re.Pattern[str]) -> Iterator[QRectF]:
    for block in blocks_in_sight(editor):
        for found in gaps.finditer(block.text()):
            start = block.position() + found.start()
            yield from lines_of(editor, block, start, block.position() + found.end())


def blocks_in_sight(editor: QPlainTextEdit) -> Iterator[QTextBlock]:
    """The paragraphs of which something is shown."""
    block = editor.cursorForPosition(editor.viewport().rect().topLeft()).block()
    last = editor.viewport().height()
    while block.isValid():
        yield block
        if editor.cursorRect(QTextCursor(block)).top() > last:
            return
        block = block.next()


def lines_of(editor: QPlainTextEdit, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """A box for each line of a paragraph on which a stretch of it stands."""
    layout, origin = block.layout(), block.position()
    while start < end:
        line = layout.lineForTextPosition(start - origin)
        if not line.isValid():
            return
        stop = min(end, origin + line.textStart() + line.textLength())
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        place = editor.cursorRect(cursor)
        width = _x(line, stop - origin) - _x(line, start - origin)
        yield QRectF(place.left(), place.top() - _ROOM, width, place.height() + 2 * _ROOM)
        start = max(stop, start + 1)


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # the stub says object, or a tuple that it is not
    return float(found[0] if isinstance(found, tuple) else found)
