"""The list of letters: one row for each conversation, of a fixed height."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ..theme.sizes import GAP, is_compact
from .letter_drag import picture_of
from .message_list_model import ID_ROLE, MessageListModel
from .row_delegate import RowDelegate, RowLook

_Index = QModelIndex | QPersistentModelIndex
_Command = QItemSelectionModel.SelectionFlag
_CHOOSING_KEYS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_EXACTLY: Final = Qt.MatchFlag.MatchExactly

_LOOKS: Final = {  # by: is it slim, is it compact
    (False, False): RowLook.COMFORTABLE,
    (False, True): RowLook.COMPACT,
    (True, False): RowLook.SLIM,
    (True, True): RowLook.COMPACT_SLIM,
}


class MessageListView(QTableView):
    """Shows a MessageListModel; slim, its rows have room for a name's head, heat and clock.

    Signals:
        conversation_selected: carries the id of the conversation whose row became current.
        opened: carries the id of the conversation that was activated (Enter, double click).
        focus_changed: the list got or lost the keyboard.
        chosen_changed: carries how many letters are chosen, 0 where none is besides the current.
    """

    conversation_selected = Signal(int)
    opened = Signal(int)
    focus_changed = Signal()
    chosen_changed = Signal(int)

    def __init__(self, model: MessageListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._letters = model
        self._is_slim = False
        self._is_choosing = False  # steps move the cursor and leave alone what is chosen
        self._is_dragged = False
        self._told = 0
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Letters"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
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
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
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
        index = self._beside(by)
        if index.isValid() and self._is_choosing:
            self.selectionModel().setCurrentIndex(index, _Command.NoUpdate)
        elif index.isValid():
            self.setCurrentIndex(index)

    def chosen(self) -> tuple[int, ...]:
        """The conversations that are chosen, from the top; mostly the current one alone."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(index.data(ID_ROLE) for index in rows)

    def toggle_chosen(self) -> None:
        """Choose the current letter, or leave it out; the first time it is chosen."""
        index = self.currentIndex()
        if not index.isValid():
            return
        command = _Command.Toggle if self._is_choosing else _Command.Select
        self._is_choosing = True
        self.selectionModel().select(index, command | _Command.Rows)
        self._is_choosing = bool(self.chosen())
        self._tell_chosen()

    def extend(self, by: int) -> None:
        """Choose the next or the previous letter as well, and go there."""
        index = self._beside(by)
        if index.isValid():
            self._is_choosing = True
            command = _Command.Select | _Command.Rows
            self.selectionModel().select(self.currentIndex(), command)
            self.selectionModel().setCurrentIndex(index, command)

    def choose_all(self) -> None:
        """Choose every letter that the list shows."""
        self._is_choosing = True
        self.selectAll()

    def choose_none(self) -> None:
        """Choose no letter but the current one."""
        self._is_choosing = False
        if self.currentIndex().isValid():
            command = _Command.ClearAndSelect | _Command.Rows
            self.selectionModel().select(self.currentIndex(), command)
        self._tell_chosen()

    def leave_chosen(self) -> None:
        """Go to the next letter that is not chosen, else to the one before; choose it alone."""
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        chosen.add(self.currentIndex().row())
        rows = range(self.model().rowCount())
        behind = [row for row in rows if row > max(chosen) and row not in chosen]
        before = [row for row in rows if row < max(chosen) and row not in chosen]
        self._is_choosing = False
        if behind or before:
            self.setCurrentIndex(self.model().index(behind[0] if behind else before[-1], 0))
        else:
            self._tell_chosen()

    def set_slim(self, is_slim: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Draw the rows for a strip of some 84 pixels, or for a list."""
        self._is_slim = is_slim
        self._fit()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.conversation_selected.emit(current.data(ID_ROLE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._is_choosing = bool(event.modifiers() & _CHOOSING_KEYS)
            self._is_dragged = False
        under = self.indexAt(event.position().toPoint())
        is_for_all = len(self.chosen()) > 1 and self.selectionModel().isSelected(under)
        if event.button() is Qt.MouseButton.LeftButton or not is_for_all:
            super().mousePressEvent(event)  # else the menu is for all that are chosen

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A release that ends a drag is no click: what is chosen stays chosen."""
        if not self._is_dragged:
            super().mouseReleaseEvent(event)
        self._is_dragged = False

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag all letters that are chosen; the pointer has moved far enough to mean it."""
        rows = self.selectionModel().selectedRows()
        if not rows:
            return
        drag = QDrag(self)
        drag.setMimeData(self._letters.mimeData(rows))
        card = picture_of(self._letters.dragged_words(len(rows)), self)
        drag.setPixmap(card)
        drag.setHotSpot(QPoint(-GAP, -GAP))
        self._is_dragged = True
        drag.exec(actions)

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

    def _beside(self, by: int) -> QModelIndex:
        """The row that a step leads to; an invalid one where there are no rows."""
        rows = self.model().rowCount()
        at = self.currentIndex().row() if self.currentIndex().isValid() else -max(by, 0)
        return self.model().index(min(max(at + by, 0), rows - 1), 0)

    def _tell_chosen(self) -> None:
        count = len(self.selectionModel().selectedRows())
        count = count if count > 1 or self._is_choosing else 0
        if count != self._told:
            self._told = count
            self.chosen_changed.emit(count)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ID_ROLE))

    def _fit(self) -> None:
        self._delegate.look = _LOOKS[self._is_slim, is_compact()]
        height = self._delegate.row_height(self.font())
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setMinimumSectionSize(height)
            self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()
