"""The sign of a severity: its icon over the same line that underlines its words."""

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
from ..theme.tokens import tokens_of
from .tone_highlighter import SEVERITY_ROLES

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
_LINE_SHARE: Final = 0.24  # of the height, for the line under the icon


class SeveritySign(QWidget):
    """An icon and under it a wave, dashes or dots."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(self, ICON), px(self, ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = tokens_of(self.palette())[SEVERITY_ROLES[self._severity][0]]
        side = self.height() * (1 - _LINE_SHARE)
        box = QRectF((self.width() - side) / 2, 0, side, side)
        paint_icon(painter, SEVERITY_ICONS[self._severity], box, colour)
        self._paint_line(painter, colour)

    def _paint_line(self, painter: QPainter, colour: QColor) -> None:
        thickness = max(1.2, self.height() * 0.08)
        middle = self.height() * (1 - _LINE_SHARE / 2)
        if self._severity is not Severity.ERROR:
            painter.setPen(QPen(colour, thickness, _PENS[self._severity]))
            painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
            return
        painter.setPen(QPen(colour, thickness))
        step = self.width() / 6
        heights = (middle + step / 3, middle - step / 3)
        corners = [QPointF(step * place, heights[place % 2]) for place in range(7)]
        for start, end in pairwise(corners):
            painter.drawLine(start, end)
