"""A table of plain text: the preview of a file, the lines that were left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..theme.labels import safe_tip
from ..theme.sizes import ICON, PADDING, px
from ..words import visible

_ROW: Final = 28
_WIDEST: Final = 260
_NO_PARENT: Final = QModelIndex()


class TextTableModel(QAbstractTableModel):
    """Rows of texts under named columns."""

    def __init__(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows = tuple(tuple(row) for row in rows)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        text = visible(row[index.column()]) if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return safe_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return visible(self._columns[section])
        return None


def plain_table(name: str, parent: QWidget) -> QTableView:
    """A quiet table whose rows are read, not edited; Tab leaves it."""
    table = QTableView(parent)
    table.setAccessibleName(name)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setIconSize(QSize(px(table, ICON), px(table, ICON)))
    table.verticalHeader().hide()
    height = max(px(table, _ROW), table.fontMetrics().height() + px(table, 8))
    table.verticalHeader().setDefaultSectionSize(height)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return table


def fit_columns(table: QTableView) -> None:
    """Make the columns as wide as their texts, up to a bound."""
    table.resizeColumnsToContents()
    header = table.horizontalHeader()
    for column in range(header.count()):
        width = header.sectionSize(column) + px(table, PADDING)
        header.resizeSection(column, min(width, px(table, _WIDEST)))
