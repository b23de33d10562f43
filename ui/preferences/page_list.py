"""The list of pages at the left of Preferences."""

from __future__ import annotations

from collections.abc import Collection, Mapping

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

    def name_of(self, row: int) -> str:
        """What a page is called."""
        return str(self.model().index(row, 0).data())

    def show_only(self, rows: Collection[int]) -> None:
        """List these pages alone; where the chosen one is not among them, choose the first."""
        for row in range(self.model().rowCount()):
            self.setRowHidden(row, row not in rows)
        if rows and self.currentIndex().row() not in rows:
            self.choose(min(rows))

    def beside(self, step: int) -> int:
        """The row of the next listed page (1) or the one before (-1), round the ends."""
        count = self.model().rowCount()
        at = self.currentIndex().row()
        rows = [(at + step * further) % count for further in range(1, count + 1)]
        return next((row for row in rows if not self.isRowHidden(row)), at)

    def choose(self, row: int) -> None:
        """Select a page."""
        self.setCurrentIndex(self.model().index(row, 0))
