"""The window bar: what was promised, what is late, what counts as lost, and where today is."""

from __future__ import annotations

import math
import re
from typing import Final

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...replies.orders.delivery import Band, Delivery
from ..delivery_words import DeliveryWords
from ..theme.sizes import Type, font_for, px
from ..theme.tokens import Role, Tokens, tokens_of
from .window_scale import BandSpan, bands_of, place_of

_BAR_HEIGHT: Final = 12
_GAP: Final = 2
_INSIDE_DATE: Final = re.compile(r"(?<=\d) (?=\w)")
_LINES_BELOW: Final = 3
_TALL: Final = 10_000.0
_NEEDLE: Final = 2
_WIDTH: Final = 240
_BELOW: Final = 8
_PATTERN_STEP: Final = 6
_ROLES: Final = {
    Band.NOT_SHIPPED: Role.LINE,
    Band.INSIDE: Role.INSIDE,
    Band.PAST: Role.PAST,
    Band.CLAIM: Role.CLAIM,
}
_LABELLED: Final = frozenset({Band.INSIDE, Band.PAST, Band.CLAIM})


class WindowBar(QWidget):
    """Draws the bands of a delivery, each in its own pattern, and a needle for today."""

    def __init__(self, words: DeliveryWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._delivery: Delivery | None = None
        self._spans: tuple[BandSpan, ...] = ()
        self._fitting: dict[int, bool] = {}  # by width: layouts ask again and again
        self._face: _Face | None = None  # None where the font may have changed
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_delivery(self, delivery: Delivery) -> None:
        """Show the window of a delivery; the bar hides where none is known."""
        self._delivery = delivery
        self._spans = bands_of(delivery)
        self._fitting.clear()
        self.setAccessibleName(self._spoken(delivery))
        self.setVisible(bool(self._spans))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = self._type.small_metrics.height()
        lines = _LINES_BELOW if self._fits(width) else len(self._labelled())
        return math.ceil(self._bar_top() + px(self, _BAR_HEIGHT + _BELOW) + line * lines)

    def sizeHint(self) -> QSize:
        width = px(self, _WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = px(self, _WIDTH // 2)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        delivery = self._delivery
        if delivery is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        for span in self._spans:
            self._paint_band(painter, self._box(span, self.width()), span.band, tokens)
        if self._fits(self.width()):
            for span in self._labelled():
                self._paint_column(painter, span, delivery)
        else:
            self._paint_legend(painter, delivery)
        self._paint_needle(painter, delivery)

    def _labelled(self) -> list[BandSpan]:
        return [span for span in self._spans if span.band in _LABELLED]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._fitting.clear()
            self._face = None
        super().changeEvent(event)

    @property
    def _type(self) -> _Face:
        if self._face is None:
            self._face = _Face(self)
        return self._face

    def _fits(self, width: int) -> bool:
        """Whether each band's name fits under it, and its dates on the lines below that."""
        if width not in self._fitting:
            self._fitting[width] = self._measured(width)
        return self._fitting[width]

    def _measured(self, width: int) -> bool:
        delivery = self._delivery
        if delivery is None:
            return False
        strong, small = self._type.strong_metrics, self._type.small_metrics
        lines = small.height() * (_LINES_BELOW - 1) + 1
        for span in self._labelled():
            room = self._box(span, width).width()
            dates = self._dates(span, delivery)
            wraps = Qt.TextFlag.TextWordWrap
            needed = small.boundingRect(QRectF(0, 0, room, _TALL), wraps, dates)
            if strong.horizontalAdvance(self._words.band(span.band)) > room:
                return False
            if needed.height() > lines or needed.width() > room + 1:
                return False
        return True

    def _dates(self, span: BandSpan, delivery: Delivery) -> str:
        """The dates of a band, which may break between two of them but not inside one."""
        dates = self._words.dates(span.first, span.last, delivery)
        return _INSIDE_DATE.sub("\N{NO-BREAK SPACE}", dates)

    def _spoken(self, delivery: Delivery) -> str:
        parts = [
            f"{self._words.band(span.band)}: {self._words.dates(span.first, span.last, delivery)}"
            for span in self._spans
            if span.band in _LABELLED
        ]
        return ". ".join([*parts, self._words.today(delivery)])

    def _bar_top(self) -> float:
        return self._type.strong_metrics.height() + px(self, 5)

    def _box(self, span: BandSpan, width: int) -> QRectF:
        left = span.left * (width - 1) + (_GAP if span.left else 0)
        right = span.right * (width - 1)
        return QRectF(left, self._bar_top(), right - left, px(self, _BAR_HEIGHT))

    def _paint_band(self, painter: QPainter, box: QRectF, band: Band, tokens: Tokens) -> None:
        colour = tokens[_ROLES[band]]
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.save()
        painter.setClipPath(shape)
        step = px(self, _PATTERN_STEP)
        if band is Band.INSIDE:
            painter.fillPath(shape, colour)
        elif band is Band.PAST:
            painter.setPen(QPen(colour, step * 0.45))
            lines, x = [], box.left() - box.height()
            while x < box.right():
                lines.append(QLineF(x, box.bottom(), x + box.height(), box.top()))
                x += step * 1.15
            painter.drawLines(lines)
        elif band is Band.CLAIM:
            self._paint_dots(painter, box, step, tokens)
        painter.restore()
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_dots(self, painter: QPainter, box: QRectF, step: float, tokens: Tokens) -> None:
        pen = QPen(tokens[Role.CLAIM], step * 0.36)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        dots = []
        for line in range(2):
            y = box.top() + box.height() * (0.32 + 0.36 * line)
            x = box.left() + step * (0.5 + 0.5 * line)
            while x < box.right():
                dots.append(QPointF(x, y))
                x += step
        painter.drawPoints(dots)

    def _paint_column(self, painter: QPainter, span: BandSpan, delivery: Delivery) -> None:
        tokens = tokens_of(self.palette())
        wraps = Qt.TextFlag.TextWordWrap
        box = self._box(span, self.width())
        room = QRectF(box.left(), box.bottom() + px(self, 4), box.width(), self.height())
        painter.setFont(self._type.strong)
        painter.setPen(tokens[Role.TEXT])
        painter.drawText(room, self._words.band(span.band))
        room.setTop(room.top() + painter.fontMetrics().height())
        painter.setFont(self._type.small)
        painter.setPen(tokens[Role.MUTED])
        painter.drawText(room, wraps, self._dates(span, delivery))

    def _paint_legend(self, painter: QPainter, delivery: Delivery) -> None:
        """Name the bands below each other, each behind a swatch of its pattern."""
        tokens = tokens_of(self.palette())
        swatch, gap = px(self, 18), px(self, 6)
        top = self._bar_top() + px(self, _BAR_HEIGHT + 4)
        for span in self._labelled():
            painter.setFont(self._type.strong)
            height = painter.fontMetrics().height()
            box = QRectF(0, top + height * 0.2, swatch, height * 0.6)
            self._paint_band(painter, box, span.band, tokens)
            name = self._words.band(span.band)
            left = swatch + gap
            painter.setPen(tokens[Role.TEXT])
            painter.drawText(QRectF(left, top, self.width() - left, height), name)
            left += painter.fontMetrics().horizontalAdvance(name) + gap
            painter.setFont(self._type.small)
            painter.setPen(tokens[Role.MUTED])
            dates = self._words.dates(span.first, span.last, delivery)
            painter.drawText(QRectF(left, top, self.width() - left, height), dates)
            top += height

    def _paint_needle(self, painter: QPainter, delivery: Delivery) -> None:
        top = self._bar_top()
        place = place_of(delivery.today, self._spans) * self.width()
        x = min(max(place, _NEEDLE), self.width() - _NEEDLE)
        painter.setPen(QPen(tokens_of(self.palette())[Role.TEXT], _NEEDLE))
        reach = px(self, 3)
        painter.drawLine(QPointF(x, top - reach), QPointF(x, top + px(self, _BAR_HEIGHT) + reach))
        painter.setFont(self._type.strong)
        text = self._words.today(delivery)
        width = painter.fontMetrics().horizontalAdvance(text) + 2
        left = max(0.0, min(x - width / 2, self.width() - width))
        painter.drawText(QRectF(left, 0, width, top - reach), Qt.AlignmentFlag.AlignCenter, text)


class _Face:
    """The fonts of a bar with their measures."""

    def __init__(self, bar: QWidget) -> None:
        self.small = font_for(bar.font(), Type.SMALL)
        self.strong = font_for(bar.font(), Type.SMALL_STRONG)
        self.small_metrics = QFontMetricsF(self.small)
        self.strong_metrics = QFontMetricsF(self.strong)
