"""The sign of a severity or a fact: its icon over the same line that underlines its words."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...replies.tone.finding import Severity
from ..theme.icons import Icon, paint_icon
from ..theme.sheet import Tone
from ..theme.sizes import ICON, px
from ..theme.tokens import Role, tokens_of
from .tone_highlighter import FACT_LINES, SEVERITY_ROLES

SEVERITY_ICONS: Final = {
    Severity.ERROR: Icon.ERROR,
    Severity.WARNING: Icon.WARNING,
    Severity.ADVICE: Icon.INFO,
}
SEVERITY_TONES: Final = {
    Severity.ERROR: Tone.ERROR,
    Severity.WARNING: Tone.WARNING,
    Severity.ADVICE: Tone.ADVICE,
}
_PENS: Final = {
    Severity.WARNING: Qt.PenStyle.DashLine,
    Severity.ADVICE: Qt.PenStyle.DotLine,
}
_FACT_SIGNS: Final = {
    True: (Icon.CHECK, Qt.PenStyle.SolidLine),
    False: (Icon.QUESTION_MARK, Qt.PenStyle.DashDotDotLine),
}
_LINE_SHARE: Final = 0.24  # of the height, for the line under the icon


class _UnderlinedSign(QWidget):
    """An icon and a line under it: a wave where `pen` is None."""

    def __init__(
        self, icon: Icon, role: Role, pen: Qt.PenStyle | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._icon, self._role, self._pen = icon, role, pen
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(self, ICON), px(self, ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = tokens_of(self.palette())[self._role]
        side = self.height() * (1 - _LINE_SHARE)
        box = QRectF((self.width() - side) / 2, 0, side, side)
        paint_icon(painter, self._icon, box, colour)
        self._paint_line(painter, colour)

    def _paint_line(self, painter: QPainter, colour: QColor) -> None:
        thickness = max(1.2, self.height() * 0.08)
        middle = self.height() * (1 - _LINE_SHARE / 2)
        if self._pen is not None:
            painter.setPen(QPen(colour, thickness, self._pen))
            painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
            return
        painter.setPen(QPen(colour, thickness))
        step = self.width() / 6
        heights = (middle + step / 3, middle - step / 3)
        corners = [QPointF(step * place, heights[place % 2]) for place in range(7)]
        for start, end in pairwise(corners):
            painter.drawLine(start, end)


class SeveritySign(_UnderlinedSign):
    """An icon and under it a wave, dashes or dots."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        role, _ = SEVERITY_ROLES[severity]
        super().__init__(SEVERITY_ICONS[severity], role, _PENS.get(severity), parent)


class FactSign(_UnderlinedSign):
    """A tick over a plain line, or a question mark over a dash and dots."""

    def __init__(self, parent: QWidget | None = None, *, is_known: bool) -> None:
        icon, pen = _FACT_SIGNS[is_known]
        role, _ = FACT_LINES[is_known]
        super().__init__(icon, role, pen, parent)
