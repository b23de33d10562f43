"""The list of letters: one row for each conversation, of a fixed height."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from .message_list_model import ID_ROLE, MessageListModel
from .row_delegate import RowDelegate, RowLook

_Index = QModelIndex | QPersistentModelIndex
_EXACTLY: Final = Qt.MatchFlag.MatchExactly


class MessageListView(QTableView):
    """Shows a MessageListModel; slim, its rows have room for a name's head, heat and clock.

    Signals:
        conversation_selected: carries the id of the conversation whose row became current.
        opened: carries the id of the conversation that was activated (Enter, double click).
        focus_changed: the list got or lost the keyboard.
    """

    conversation_selected = Signal(int)
    opened = Signal(int)
    focus_changed = Signal()

    def __init__(self, model: MessageListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._is_slim = False
        self._density = RowLook.COMFORTABLE
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Letters"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.activated.connect(self._on_activated)
        self._fit()

    @property
    def conversation_id(self) -> int | None:
        """The conversation whose row is current, None where no row is."""
        index = self.currentIndex()
        return index.data(ID_ROLE) if index.isValid() else None

    def select_conversation(self, conversation_id: int) -> bool:
        """Make the row of a conversation current; False where it is not in the list."""
        model = self.model()
        found = model.match(model.index(0, 0), ID_ROLE, conversation_id, 1, _EXACTLY)
        if found:
            self.setCurrentIndex(found[0])
        return bool(found)

    def step(self, by: int) -> None:
        """Move to a row further down (positive) or up, not past the ends."""
        rows = self.model().rowCount()
        if rows:
            at = self.currentIndex().row() if self.currentIndex().isValid() else -max(by, 0)
            self.setCurrentIndex(self.model().index(min(max(at + by, 0), rows - 1), 0))

    def set_density(self, look: RowLook) -> None:
        """Show comfortable or compact rows where the list is not slim."""
        self._density = look
        self._fit()

    def set_slim(self, is_slim: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Draw the rows for a strip of some 84 pixels, or for a list."""
        self._is_slim = is_slim
        self._fit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.conversation_selected.emit(current.data(ID_ROLE))

    def keyboardSearch(self, search: str) -> None:
        """Search nothing: a stray letter shall not move her to another customer."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ID_ROLE))

    def _fit(self) -> None:
        self._delegate.look = RowLook.SLIM if self._is_slim else self._density
        height = self._delegate.row_height(self.font())
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()
