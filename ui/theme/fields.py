"""Fields whose text stands where the style sheet alone cannot put it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from .sizes import GAP, px


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
