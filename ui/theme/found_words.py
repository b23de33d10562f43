"""The mark under words that a search found: a soft ground and a line, below the text itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QWidget

from .tokens import Role, tokens_of

Span = tuple[int, int]
_LINE: Final = 2
_BREAK: Final = "\u2028"  # LINE SEPARATOR, which QTextLayout breaks at


def paint_found(
    widget: QWidget, room: QRectF, text: str, spans: Sequence[Span], *, wraps: bool
) -> None:
    """Mark stretches of a text that the widget will write into this room, from its left."""
    painter = QPainter(widget)
    tokens = tokens_of(widget.palette())
    for box in _boxes(widget, room, text, spans, wraps=wraps):
        painter.fillRect(box, tokens[Role.ACCENT_SOFT])
        line = QRectF(box.left(), box.bottom() - _LINE, box.width(), _LINE)
        painter.fillRect(line, tokens[Role.ACCENT])
    painter.end()


def _boxes(
    widget: QWidget, room: QRectF, text: str, spans: Sequence[Span], *, wraps: bool
) -> Iterator[QRectF]:
    """Where the stretches stand: the lines are broken as QPainter.drawText breaks them."""
    layout = QTextLayout(text.replace("\n", _BREAK), widget.font(), widget)
    mode = QTextOption.WrapMode.WordWrap if wraps else QTextOption.WrapMode.ManualWrap
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(mode)
    layout.setTextOption(option)
    leading = QFontMetricsF(widget.font()).leading()
    layout.beginLayout()
    lines, height = [], -leading
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        height += leading
        lines.append((line, height))
        height += line.height()
    layout.endLayout()
    top = room.top() + (room.height() - height) / 2
    for line, place in lines:
        first, behind = line.textStart(), line.textStart() + line.textLength()
        for start, end in spans:
            if start < behind and end > first:
                left = _x(line, max(start, first))
                right = _x(line, min(end, behind))
                yield QRectF(room.left() + left, top + place, right - left, line.height())


def _x(line: QTextLine, cursor: int) -> float:
    """Where a cursor stands; PySide gives the place together with the cursor."""
    return float(cast("tuple[float, int]", line.cursorToX(cursor))[0])
