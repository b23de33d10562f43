"""A field to type into what is looked for: a magnifying glass stands in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from .icons import Icon, paint_icon
from .sizes import GAP, ICON, px
from .tokens import Role, tokens_of


class FindField(QLineEdit):
    """A line whose text begins behind a sign as large as the text asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep_free(0)

    def keep_free(self, right: int) -> None:
        """Let the text end so many pixels before the right edge."""
        self.setTextMargins(px(self, ICON + GAP / 2), 0, right, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep_free(self.textMargins().right())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(self, ICON)
        box = QRectF(px(self, GAP), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), Icon.SEARCH, box, tokens_of(self.palette())[Role.MUTED])
