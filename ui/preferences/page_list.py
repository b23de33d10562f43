"""The list of pages at the left of Preferences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QWidget

from ..theme.focus_ring import WIDTH
from ..theme.icons import Icon, themed_icon
from ..theme.roomy_rows import RoomyRows
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, ICON, PADDING, px


class PageList(QListView):
    """Names the pages, each with its sign."""

    def __init__(self, pages: Mapping[str, Icon], parent: QWidget) -> None:
        super().__init__(parent)
        model = QStandardItemModel(self)
        for title, icon in pages.items():
            row = QStandardItem(themed_icon(icon), title)
            row.setToolTip(title)
            model.appendRow(row)
        self.setModel(model)
        self.setItemDelegate(RoomyRows(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self, ground=Ground.WINDOW)
        self.setAccessibleName(self.tr("Pages"))

    def fit(self, widest: float, *, is_narrow: bool) -> None:
        """Be as wide as the titles need, but no wider (as `px`); narrow, show the signs alone."""
        model = self.model()
        titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        words = max(self.fontMetrics().horizontalAdvance(title) for title in titles)
        signs = px(self, PADDING + ICON + GAP) + WIDTH * 2 + self.frameWidth() * 2
        wide = min(px(self, widest), signs + words + px(self, GAP + PADDING))
        self.setFixedWidth(signs + px(self, GAP / 2) if is_narrow else wide)

    def choose(self, row: int) -> None:
        """Select a page."""
        self.setCurrentIndex(self.model().index(row, 0))
