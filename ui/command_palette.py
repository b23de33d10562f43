"""The palette: every action by a few letters of its name, with its keys."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from .action_set import ActionSet
from .action_words import fit_further_words
from .actions import Act
from .fuzzy import fit
from .theme.icons import Icon, paint_icon
from .theme.labels import Label
from .theme.sheet import Ground, Tone, dress
from .theme.sizes import GAP, ICON, PADDING, Type, font_for, px, scale_of
from .theme.tokens import Role, tokens_of

_Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_WIDTH: Final = 560
_HEIGHT: Final = 420
_ROW_HEIGHT: Final = 36
_NOTE_ROLE: Final = Qt.ItemDataRole.UserRole
_ACT_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class CommandModel(QAbstractListModel):
    """The actions that fit what was typed, the best first; impossible ones last, with a reason."""

    def __init__(self, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._found: list[Act] = []
        self.search("")

    def search(self, typed: str) -> None:
        """Show what fits; without letters, everything in the order of the table."""
        scores = {act: self._score(act, typed) for act in Act if not act.is_twin}
        self.beginResetModel()
        self._found = sorted(
            (act for act, score in scores.items() if score),
            key=lambda act: (not self._actions[act].isEnabled(), -scores[act]),
        )
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._found)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        act = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._actions.name(act)
        if role == _NOTE_ROLE:
            return self._note(act)
        if role == _ACT_ROLE:
            return act
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (self._actions.name(act), self._note(act)) if part)
        return None

    def act_at(self, index: _Index) -> Act:
        """The action of a row."""
        return self._found[index.row()]

    def _note(self, act: Act) -> str:
        if not self._actions[act].isEnabled():
            return self._actions.why_not(act) or self.tr("not possible here")
        return "  ".join(self._actions.keys(act))

    def _score(self, act: Act, typed: str) -> int:
        name = self._actions.name(act)
        by_group = fit(typed, f"{act.group.title} {name}") // 2
        return max(fit(typed, name), by_group, fit_further_words(typed, act))


class CommandPalette(QDialog):
    """A field and a list; Enter does what is marked and closes.

    The field keeps the keyboard; the arrow keys move the mark in the list.
    """

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Find a command"))
        dress(self, ground=Ground.FLOATING)
        self._actions = actions
        self._model = CommandModel(actions, self)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("What do you want to do?"))
        self._field.setAccessibleName(self.tr("Find a command"))
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_CommandDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Commands"))
        dress(self._list, ground=Ground.RAISED)
        self._nothing = Label(
            self.tr("No command has these letters."), Type.BODY, Tone.MUTED, self
        )
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        for part in (self._field, self._nothing, self._list):
            column.addWidget(part)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._on_typed)
        self._list.clicked.connect(self._on_clicked)
        self._on_typed("")

    def open_over(self, window: QWidget) -> None:
        """Show the palette in the upper middle of a window."""
        width = min(px(self, _WIDTH), window.width() - PADDING * 2)
        height = min(px(self, _HEIGHT), window.height() - PADDING * 2)
        corner = window.mapToGlobal(window.rect().topLeft())
        left = corner.x() + (window.width() - width) // 2
        top = corner.y() + min(px(self, 64), window.height() - height)
        self.setGeometry(QRect(left, top, width, height))
        self.show()
        self._field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() is QEvent.Type.KeyPress:
            return self._answer_key(cast(QKeyEvent, event))
        return super().eventFilter(watched, event)

    def _answer_key(self, event: QKeyEvent) -> bool:
        page = max(1, self._list.height() // max(1, self._list.sizeHintForRow(0)) - 1)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
            return True
        return False

    def _step(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            row = min(max(self._list.currentIndex().row() + by, 0), rows - 1)
            self._list.setCurrentIndex(self._model.index(row))

    def _on_typed(self, typed: str) -> None:
        self._model.search(typed)
        self._list.setCurrentIndex(self._model.index(0))
        self._list.setVisible(self._model.rowCount() > 0)
        self._nothing.setVisible(self._model.rowCount() == 0)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._run(index)

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action = self._actions[self._model.act_at(index)]
        if action.isEnabled():
            self.close()
            action.trigger()


class _CommandDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = QFontMetrics(option.font).height() + PADDING
        return QSize(0, max(round(_ROW_HEIGHT * scale_of(option.font)), height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tokens = tokens_of(option.palette)
        scale = scale_of(option.font)
        act = cast(Act, index.data(_ACT_ROLE))
        pad, side = round(GAP * scale), round(ICON * scale)
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(tokens[Role.FOCUS])
            painter.setBrush(tokens[Role.ACCENT_SOFT])
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), pad, pad)
        sign = QRect(box.left() + pad, box.top() + (box.height() - side) // 2, side, side)
        paint_icon(painter, act.icon or Icon.CHEVRON_RIGHT, sign.toRectF(), tokens[Role.MUTED])
        inner = box.adjusted(side + pad * 2, 0, -pad, 0)
        note = str(index.data(_NOTE_ROLE))
        painter.setFont(font_for(option.font, Type.SMALL))
        painter.setPen(tokens[Role.MUTED])
        note = painter.fontMetrics().elidedText(
            note, Qt.TextElideMode.ElideRight, inner.width() // 2
        )
        used = painter.fontMetrics().horizontalAdvance(note) + pad if note else 0
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, right, note)
        painter.setFont(option.font)
        painter.setPen(tokens[Role.TEXT])
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width() - used
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()
