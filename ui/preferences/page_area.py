"""The sheet that a page of settings stands on; it scrolls where the window is small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ..theme.sheet import Ground, dress
from ..theme.sizes import HAIRLINE


class PageArea(QFrame):
    """A card around a page."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.QUIET_CARD)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        for ground in (page, area.viewport()):
            ground.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(HAIRLINE, HAIRLINE, HAIRLINE, HAIRLINE)
        column.addWidget(area)
