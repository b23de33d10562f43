"""Fields whose text stands where the style sheet alone cannot put it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from ...replies.language.formatting import minor_unit
from .found_words import Span, paint_found
from .sizes import GAP, px

_LARGEST_SUM: Final = 99_999
_FEWEST_LETTERS: Final = 8


def may_shrink(box: QComboBox) -> None:
    """Let a box with choices be narrower than its longest one."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_FEWEST_LETTERS)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _in_lines(words: str, metrics: QFontMetrics, width: int) -> str:
    """The words with breaks at blanks, so that no line is wider, where that can be."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


class CheckBox(QCheckBox):
    """A box to tick whose words go on in the next line where the width ends."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._words = words
        self._found: tuple[Span, ...] = ()
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What is to be ticked, in one line."""
        return self._words

    @property
    def found(self) -> tuple[Span, ...]:
        """Which stretches of its words are marked."""
        return self._found

    def set_found(self, spans: tuple[Span, ...]) -> None:
        """Mark these stretches of its words."""
        self._found = spans
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._found:
            option = QStyleOptionButton()
            self.initStyleOption(option)
            contents = QStyle.SubElement.SE_CheckBoxContents
            room = QRectF(self.style().subElementRect(contents, option, self))
            paint_found(self, room, self.text(), self._found, wraps=False)
        super().paintEvent(event)

    def minimumSizeHint(self) -> QSize:
        longest = max(self._words.split(" "), key=len)
        width = self._beside() + self.fontMetrics().horizontalAdvance(longest)
        return QSize(width, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        lines = _in_lines(self._words, self.fontMetrics(), self.width() - self._beside())
        if lines != self.text():
            self.setText(lines)

    def _beside(self) -> int:
        """The room that the box itself takes, and what is between it and the words."""
        metrics = QStyle.PixelMetric
        style = self.style()
        box = style.pixelMetric(metrics.PM_IndicatorWidth, None, self)
        return box + style.pixelMetric(metrics.PM_CheckBoxLabelSpacing, None, self) + px(self, GAP)


class NumberBox(QSpinBox):
    """A spin box with room before its digits (Qt's sheets give its text no padding)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indent()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._indent()

    def _indent(self) -> None:
        self.lineEdit().setTextMargins(px(self, GAP), 0, 0, 0)


class SumBox(QDoubleSpinBox):
    """A sum of money in the smallest units of its currency."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _LARGEST_SUM)
        self._indent()

    def set_currency(self, currency: str) -> None:
        """Take sums of this currency; its code stands behind them."""
        exponent = minor_unit(currency).as_tuple().exponent
        self.setDecimals(-exponent if isinstance(exponent, int) else 0)
        self.setSuffix(f" {currency}" if currency else "")

    def amount(self) -> Decimal:
        """The sum, exact."""
        return Decimal(f"{self.value():.{self.decimals()}f}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._indent()

    def _indent(self) -> None:
        self.lineEdit().setTextMargins(px(self, GAP), 0, 0, 0)
