"""The letters that can be put into a reply: a field that finds, a list, Enter takes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from ...replies.compose.suggestion import Suggestion
from ..fuzzy import fit
from ..theme.labels import Label
from ..theme.roomy_rows import RoomyRows
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px
from .reply_editor import ReplyEditor
from .reply_words import ReplyWords

_Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_WIDTH: Final = 460
_HEIGHT: Final = 320


class LetterModel(QAbstractListModel):
    """The letters that what was typed fits, the best fit first; without it in their order."""

    def __init__(self, words: ReplyWords, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._all: tuple[Suggestion, ...] = ()
        self._found: list[Suggestion] = []

    def set_letters(self, letters: Sequence[Suggestion]) -> None:
        """Show these."""
        self._all = tuple(letters)
        self.search("")

    def search(self, typed: str) -> None:
        """Show those that fit."""
        self.beginResetModel()
        scores = [self._score(letter, typed) for letter in self._all]
        places = [place for place, score in enumerate(scores) if score or not typed.strip()]
        places.sort(key=lambda place: -scores[place] if typed.strip() else 0)
        self._found = [self._all[place] for place in places]
        self.endResetModel()

    def letter(self, place: int) -> Suggestion:
        """The letter in a row."""
        return self._found[place]

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        letter = self._found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words.suggestion(letter)
        return letter.body if role == Qt.ItemDataRole.ToolTipRole else None

    def _score(self, letter: Suggestion, typed: str) -> int:
        by_name = fit(typed, self._words.suggestion(letter))
        return max(by_name, int(typed.casefold().strip() in letter.body.casefold()))


class LetterPicker(QDialog):
    """Opens under the cursor; the field keeps the keyboard, Esc closes.

    Signals:
        chosen: carries the Suggestion.
    """

    chosen = Signal(object)

    def __init__(self, words: ReplyWords, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Put a template into the reply"))
        dress(self, ground=Ground.FLOATING)
        self._model = LetterModel(words, self)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Which letter?"))
        self._field.setAccessibleName(self.tr("Find a letter"))
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(RoomyRows(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Letters"))
        dress(self._list, ground=Ground.RAISED)
        self._nothing = Label(self.tr("No letter has these words."), Type.BODY, Tone.MUTED, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for part in (self._field, self._nothing, self._list):
            column.addWidget(part)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._on_typed)
        self._list.clicked.connect(self._take)

    def open_at(self, letters: Sequence[Suggestion], editor: ReplyEditor) -> None:
        """Open where the seller writes."""
        self._model.set_letters(letters)
        self._field.clear()
        self._on_typed("")
        window = editor.window()
        width = min(px(self, _WIDTH), window.width() - 2 * PADDING)
        height = min(px(self, _HEIGHT), window.height() - 2 * PADDING)
        corner = editor.viewport().mapTo(window, editor.cursorRect().bottomLeft())
        left = min(max(corner.x(), PADDING), window.width() - width - PADDING)
        top = min(max(corner.y(), PADDING), window.height() - height - PADDING)
        self.setGeometry(QRect(window.mapToGlobal(QPoint(left, top)), self.size()))
        self.resize(width, height)
        self.show()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() is QEvent.Type.KeyPress:
            return self._answer_key(cast(QKeyEvent, event))
        if watched is self._field and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # Esc is for the list, not yet for the reply
            return True
        return super().eventFilter(watched, event)

    def _answer_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self._model.rowCount():
            row = self._list.currentIndex().row() + steps[key]
            last = self._model.rowCount() - 1
            self._list.setCurrentIndex(self._model.index(min(max(row, 0), last)))
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex())
            return True
        return False

    def _on_typed(self, typed: str) -> None:
        self._model.search(typed)
        self._list.setCurrentIndex(self._model.index(0))
        self._list.setVisible(self._model.rowCount() > 0)
        self._nothing.setVisible(self._model.rowCount() == 0)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            letter = self._model.letter(index.row())
            self.close()
            self.chosen.emit(letter)
