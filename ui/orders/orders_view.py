"""The page of all orders: found as one types, sorted by their columns, taken out as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from ...replies.orders.list_store import OrderWish
from ...replies.orders.order import OrderFile
from ..delivery_words import DeliveryWords
from ..theme.buttons import ActButton
from ..theme.find_field import FindField
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px
from ..words import Words
from .order_model import SORTS, Column, OrderModel
from .text_table import plain_table

_SHARES: Final = {
    Column.BOUGHT: 11,
    Column.NUMBER: 18,
    Column.MARKETPLACE: 10,
    Column.TITLE: 23,
    Column.BUYER: 13,
    Column.DELIVERY: 16,
    Column.TOTAL: 9,
}  # of the width, in hundredths
_TABLE_WIDTH: Final = 700  # where there is less room, the table scrolls sideways
_ROWS_AHEAD: Final = 20


class OrdersView(QWidget):
    """Shows orders; what is typed and sorted is read again by whoever listens.

    Signals:
        wish_changed: another filter or order is wanted.
        more_wanted: the end of what is shown comes into view.
        order_opened: carries the row id of an order whose letter is wanted.
        export_wanted: the orders that are shown are to be written to a file.
        import_wanted: files are to be imported.
    """

    wish_changed = Signal()
    more_wanted = Signal()
    order_opened = Signal(int)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self, words: Words, delivery_words: DeliveryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Orders"))
        dress(self, ground=Ground.SURFACE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = OrderModel(words, delivery_words, self)
        self._title = Label(self.tr("Orders"), Type.TITLE, parent=self)
        self._title.setWordWrap(False)
        self._count = Label(tone=Tone.MUTED, parent=self)
        self._field = FindField(self)
        self._field.setPlaceholderText(self.tr("Number, title, name, town, tracking…"))
        self._field.setAccessibleName(self.tr("Find orders"))
        self._export = ActButton(self.tr("Export as CSV…"), Icon.PAGE, parent=self)
        self._import = ActButton(self.tr("Import…"), Icon.PLUS, parent=self)
        self.table = plain_table(self.tr("All orders"), self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(False)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(Column.BOUGHT, Qt.SortOrder.DescendingOrder)
        self._sorted = Column.BOUGHT
        self._nothing = Label(parent=self)
        self._connect()
        self._lay_out()
        self.setFocusProxy(self._field)

    @property
    def wish(self) -> OrderWish:
        """What is wanted now."""
        header = self.table.horizontalHeader()
        is_descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return OrderWish(self._field.text().strip(), SORTS[self._sorted], is_descending)

    def show_orders(self, files: Sequence[OrderFile], count: int, today: date) -> None:
        """Show the first of `count` orders; the row that was chosen stays so."""
        before = self.model.file_at(self.table.currentIndex().row())
        top = self.table.verticalScrollBar().value()
        self.model.show_orders(files, today)
        for row, file in enumerate(files):
            if before is not None and file.id == before.id:
                self.table.selectRow(row)
        self.table.verticalScrollBar().setValue(top)
        self._count.setText(str(count) if count else "")
        self._export.setEnabled(count > 0)
        self._nothing.setText(
            self.tr("No order fits. Type less, or another word.")
            if self._field.text().strip()
            else self.tr("No orders yet. Import a file, or drop it on the window.")
        )
        self._nothing.setVisible(not count)
        self.table.setVisible(count > 0)

    def to_top(self) -> None:
        """Bring the first row into view."""
        self.table.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.table.hasFocus():
            self._open(self.table.currentIndex())
        elif event.key() in (*keys, Qt.Key.Key_Down) and self._field.hasFocus():
            self._to_table()
        elif event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            self._field.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self._field.hasFocus():
            self._to_table()
        else:
            super().keyPressEvent(event)

    def _to_table(self) -> None:
        """Give the keyboard to the table; without an order, to what brings orders in."""
        if not self.model.rowCount():
            self._import.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = max(self.width() - px(self, PADDING * 4), px(self, _TABLE_WIDTH))
        header = self.table.horizontalHeader()
        for column, share in _SHARES.items():
            least = header.sectionSizeHint(column)  # its name can be read whole
            self.table.setColumnWidth(column, max(width * share // 100, least))

    def _connect(self) -> None:
        self._field.textEdited.connect(self.wish_changed)
        self._field.textChanged.connect(self._on_text_changed)
        self._export.clicked.connect(self.export_wanted)
        self._import.clicked.connect(self.import_wanted)
        self.table.doubleClicked.connect(self._open)
        self.table.horizontalHeader().sectionClicked.connect(self._on_section_clicked)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _on_text_changed(self, text: str) -> None:
        if not text:  # Esc empties the field, which Qt does not call an edit
            self.wish_changed.emit()

    def _on_section_clicked(self, section: int) -> None:
        header = self.table.horizontalHeader()
        if Column(section) in SORTS:
            self._sorted = Column(section)
        else:
            header.setSortIndicator(self._sorted, header.sortIndicatorOrder())
        self.wish_changed.emit()

    def _on_scrolled(self, value: int) -> None:
        bar = self.table.verticalScrollBar()
        if bar.maximum() and value >= bar.maximum() - _ROWS_AHEAD:
            self.more_wanted.emit()

    def _open(self, index: QModelIndex) -> None:
        file = self.model.file_at(index.row())
        if file is not None:
            self.order_opened.emit(file.id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._import)
        head.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._field)
        column.addWidget(self._nothing)
        column.addWidget(self.table, stretch=1)
        column.addStretch(0)
