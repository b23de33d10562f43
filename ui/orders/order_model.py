"""All orders as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from ...replies.orders.delivery import reckon
from ...replies.orders.list_store import SortBy
from ...replies.orders.order import OrderFile
from ...replies.orders.standing import standing_of
from ..case.fact_cards import BAND_SIGNS
from ..case.money_words import money
from ..case.sources import export_name
from ..delivery_words import DeliveryWords
from ..theme.icons import Icon, themed_icon
from ..theme.labels import safe_tip
from ..theme.tokens import Role
from ..words import Words, visible

_NO_PARENT: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from the left."""

    BOUGHT = 0
    NUMBER = 1
    MARKETPLACE = 2
    TITLE = 3
    BUYER = 4
    DELIVERY = 5
    TOTAL = 6


SORTS: Final = {
    Column.BOUGHT: SortBy.BOUGHT,
    Column.NUMBER: SortBy.NUMBER,
    Column.MARKETPLACE: SortBy.MARKETPLACE,
    Column.TITLE: SortBy.TITLE,
    Column.BUYER: SortBy.BUYER,
    Column.TOTAL: SortBy.TOTAL,
}
"""What the columns are sorted by; where a parcel stands changes with the day and is no key."""


class OrderModel(QAbstractTableModel):
    """The orders that were read from the store, in its order."""

    def __init__(self, words: Words, delivery_words: DeliveryWords, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._delivery_words = delivery_words
        self._files: tuple[OrderFile, ...] = ()
        self._today = date.min
        self._names = {
            Column.BOUGHT: self.tr("Bought"),
            Column.NUMBER: self.tr("Number"),
            Column.MARKETPLACE: self.tr("Placed at"),
            Column.TITLE: self.tr("Title"),
            Column.BUYER: self.tr("Buyer"),
            Column.DELIVERY: self.tr("Parcel"),
            Column.TOTAL: self.tr("Paid"),
        }

    def show_orders(self, files: Sequence[OrderFile], today: date) -> None:
        """Show these orders instead of those before."""
        self.beginResetModel()
        self._files, self._today = tuple(files), today
        self.endResetModel()

    def file_at(self, row: int) -> OrderFile | None:
        """The order of a row, None where there is no such row."""
        return self._files[row] if 0 <= row < len(self._files) else None

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._files)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        file, column = self._files[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(file, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return safe_tip(self._tip(file, column))
        if role == Qt.ItemDataRole.DecorationRole and column is Column.DELIVERY:
            return self._sign(file)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.TOTAL:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.TOTAL:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _tip(self, file: OrderFile, column: Column) -> str:
        if file.is_confirmed or column is not Column.DELIVERY:
            return self._text(file, column)
        text = self.tr(
            "Known only from {notice}. Nothing of it goes into a reply until a file says it too,"
            " or you confirm it beside its letter."
        )
        return text.format(notice=export_name(file.order.source))

    def _sign(self, file: OrderFile) -> QIcon:
        if not file.is_confirmed:
            return themed_icon(Icon.QUESTION, Role.WARNING)
        if standing_of(file.order).is_digital:
            return themed_icon(Icon.INFO, Role.MUTED)
        return themed_icon(*BAND_SIGNS[reckon(file, self._today).band])

    def _text(self, file: OrderFile, column: Column) -> str:
        order = file.order
        if column is Column.DELIVERY and not file.is_confirmed:
            return self.tr("Not confirmed")
        if column is Column.DELIVERY and standing_of(order).is_digital:
            return self.tr("Download")
        if column is Column.DELIVERY:
            verdict = self._delivery_words.verdict(reckon(file, self._today))
            return verdict.lead.rstrip(".,")
        texts = {
            Column.BOUGHT: self._day(order.ordered_at),
            Column.NUMBER: order.order_id,
            Column.MARKETPLACE: self._words.marketplace(order.marketplace),
            Column.TITLE: "; ".join(line.title for line in order.items),
            Column.BUYER: order.buyer.name or order.ship_to.name or "",
            Column.TOTAL: money(order.total, order.currency),
        }
        return visible(texts[column])

    def _day(self, at: date | datetime | None) -> str:
        if at is None:
            return ""
        return self._words.day(at.date() if isinstance(at, datetime) else at, self._today)
