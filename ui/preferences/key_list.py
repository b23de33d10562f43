"""The list of all actions with their keys, and the field that takes a new key down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QListView, QWidget

from ..action_row import ActionRow
from ..actions import Act
from ..key_bindings import Bindings
from ..theme.roomy_rows import RoomyRows
from ..theme.sizes import GAP, px
from ..theme.tokens import Role, tokens_of

_Index = QModelIndex | QPersistentModelIndex
_ACT: Final = Qt.ItemDataRole.UserRole
_KEYS: Final = Qt.ItemDataRole.UserRole + 1
_FOUND_BY: Final = Qt.ItemDataRole.UserRole + 2
_CHANGED: Final = Qt.ItemDataRole.UserRole + 3
_HEIGHT: Final = 190
_SMALL_HEIGHT: Final = 84
_BETWEEN: Final = " · "  # a comma stands within "G, C"
_KEYS_AT_LEAST: Final = 0.35  # of the row's width is left to the name


def native(key: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class KeyList(QListView):
    """Lists actions with their keys, those that hold what is looked for.

    Signals:
        change_wanted: the key of the row is to be changed.
        row_changed: another row is current, or none.
    """

    change_wanted = Signal()
    row_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._rows)
        self._shown.setFilterRole(_FOUND_BY)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._shown)
        self.setItemDelegate(_KeyRows(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.make_room(is_wanted=False)
        self.doubleClicked.connect(self.change_wanted)
        for act in Act:
            if not act.is_twin:
                item = QStandardItem(f"{act.group.title}: {act.text}")
                item.setData(act, _ACT)
                self._rows.appendRow(item)

    def show_keys(self, bindings: Bindings) -> None:
        """Show what starts each action."""
        for row in range(self._rows.rowCount()):
            item = self._rows.item(row)
            act: Act = item.data(_ACT)
            keys = _BETWEEN.join(map(native, bindings[act]))
            is_changed = bindings[act] != act.keys
            item.setData(keys, _KEYS)
            item.setData(is_changed, _CHANGED)
            item.setData(f"{item.text()} {keys}", _FOUND_BY)
            none = self.tr("no key")  # lupdate does not look into an f-string
            named = f"{item.text()}, {keys or none}"
            if is_changed:
                named = self.tr("{keys}, yours").format(keys=named)
            item.setData(named, Qt.ItemDataRole.AccessibleTextRole)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._shown.index(0, 0))

    def look_for(self, words: str) -> None:
        """Show only the actions whose name, heading or keys hold this."""
        self._shown.setFilterFixedString(words.strip())
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._shown.index(0, 0))
        self.row_changed.emit()

    def act(self) -> Act | None:
        """The action of the current row."""
        found: Act | None = self.currentIndex().data(_ACT)
        return found

    def make_room(self, *, is_wanted: bool) -> None:
        """Show few rows, with the current one, while the new key is taken down below."""
        self.setFixedHeight(px(self, _SMALL_HEIGHT if is_wanted else _HEIGHT))
        self.scrollTo(self.currentIndex())

    def go_to(self, act: ActionRow) -> None:
        """Make an action's row the current one, where it is listed."""
        for row in range(self._shown.rowCount()):
            index = self._shown.index(row, 0)
            if index.data(_ACT) is act:
                self.setCurrentIndex(index)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.row_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.act() is not None:
            event.accept()  # else the dialog would be kept
            self.change_wanted.emit()
        else:
            super().keyPressEvent(event)


class _KeyRows(RoomyRows):
    """Writes the keys at the end of the row, those that she changed in the colour of links."""

    def paint_words(self, painter: QPainter, view: QWidget, words: QRect, index: _Index) -> None:
        keys = str(index.data(_KEYS) or "")
        metrics: QFontMetrics = view.fontMetrics()
        most = round(words.width() * (1 - _KEYS_AT_LEAST))
        keys = metrics.elidedText(keys, Qt.TextElideMode.ElideRight, most)
        room = QRect(words)
        room.setRight(words.right() - metrics.horizontalAdvance(keys) - px(view, 2 * GAP))
        super().paint_words(painter, view, room, index)
        role = Role.ACCENT if index.data(_CHANGED) else Role.MUTED
        painter.setPen(tokens_of(view.palette())[role])
        words.setRight(words.right() - px(view, GAP))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)


class KeyField(QKeySequenceEdit):
    """Takes the next key down, or two that are pressed after each other.

    Signals:
        left: Esc was pressed; nothing is to change.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(2)

    def empty(self) -> None:
        """Forget what was pressed."""
        self.clear()
        for line in self.findChildren(QLineEdit):
            line.setPlaceholderText("")  # Qt's own is not in every language

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Escape and is_bare:
            self.left.emit()
        else:
            super().keyPressEvent(event)
