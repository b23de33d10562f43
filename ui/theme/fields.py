"""Fields whose text stands where the style sheet alone cannot put it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from ...replies.language.formatting import minor_unit
from .sizes import GAP, px

_LARGEST_SUM: Final = 99_999


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
