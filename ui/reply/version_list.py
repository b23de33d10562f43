"""Earlier texts of a reply: a list, the chosen text beside it, Enter brings it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...replies.compose.versions import DraftVersion, count_words, first_change
from ..templates.text_panes import PreviewPane
from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.roomy_rows import RoomyRows
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, dense, font_for, px, window_size
from ..theme.tokens import Role, tokens_of
from ..words import Words, visible

_Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_WIDTH: Final = 780
_HEIGHT: Final = 480
_LIST: Final = 290
_ROW: Final = 56
_COMPACT_ROW: Final = 46
_WHEN: Final = Qt.ItemDataRole.UserRole


class VersionModel(QAbstractListModel):
    """The versions, the newest first."""

    def __init__(
        self, versions: Sequence[DraftVersion], words: Words, now: datetime, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._now = now
        self._versions = tuple(reversed(versions))

    def version(self, row: int) -> DraftVersion:
        """The version in a row."""
        return self._versions[row]

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._versions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        said = {
            Qt.ItemDataRole.DisplayRole: self._changed,
            _WHEN: self._when,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }.get(Qt.ItemDataRole(role))
        return said(index.row()) if said is not None else None

    def _changed(self, row: int) -> str:
        """The first words by which it differs from the one before it, else its first words."""
        body = self._versions[row].body
        before = self._versions[row + 1].body if row + 1 < len(self._versions) else ""
        return visible(first_change(before, body) or first_change("", body))

    def _when(self, row: int) -> str:
        one = self._versions[row]
        moment = self._words.moment(one.saved_at, self._now)
        return f"{moment} · {self._words.length(count_words(one.body))}"

    def _spoken(self, row: int) -> str:
        return f"{self._when(row)}: {self._changed(row)}"


class VersionList(QDialog):
    """Lists the versions; the text of the chosen one stands beside them.

    Signals:
        chosen: carries the DraftVersion that is to come back.
    """

    chosen = Signal(object)

    def __init__(
        self,
        versions: Sequence[DraftVersion],
        words: Words,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Earlier texts of this reply"))
        dress(self, ground=Ground.WINDOW)
        self._model = VersionModel(versions, words, now, self)
        self._list = _List(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setAccessibleName(self.tr("Earlier texts"))
        dress(self._list, ground=Ground.RAISED)
        self._text = PreviewPane(self)
        self._text.setAccessibleName(self.tr("The chosen text"))
        self._hint = Label("", Type.SMALL, Tone.MUTED, self)
        self._back = ActButton(self.tr("Bring this text back"), Icon.CHECK, parent=self)
        self._close = ActButton(self.tr("Close"), Icon.CROSS, parent=self)
        self._lay_out()
        self._back.clicked.connect(self._take)
        self._close.clicked.connect(self.reject)
        self._list.taken.connect(self._take)
        self._list.doubleClicked.connect(self._take)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._begin()

    def _begin(self) -> None:
        has_versions = self._model.rowCount() > 0
        for part in (self._list, self._text, self._back):
            part.setVisible(has_versions)
        if has_versions:
            self._hint.setText(
                self.tr("What stands in the reply now is kept here too; Ctrl+Z undoes the change.")
            )
            self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus()
        else:
            self._hint.setText(
                self.tr("None yet. What you take out of this reply or replace will be kept here.")
            )
            self._close.setFocus()

    def _take(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            version = self._model.version(index.row())
            self.accept()
            self.chosen.emit(version)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self._text.setPlainText(self._model.version(index.row()).body)

    def _lay_out(self) -> None:
        self._list.setFixedWidth(px(self, _LIST))
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self._list)
        middle.addWidget(self._text, stretch=1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._hint, stretch=1)
        foot.addWidget(self._back)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addLayout(middle, stretch=1)
        column.addLayout(foot)
        if self._model.rowCount():
            self.resize(window_size(self, _WIDTH, _HEIGHT))


class _List(QListView):
    """Rows to choose from; Enter takes one.

    Signals:
        taken: Enter was pressed.
    """

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.taken.emit()
        else:
            super().keyPressEvent(event)


class _Rows(RoomyRows):
    """Two lines: how the text begins to differ, and when it stood there."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        width = super().sizeHint(option, index).width()
        row = dense(_ROW, _COMPACT_ROW)
        return QSize(width, px(view, row) if isinstance(view, QWidget) else round(row))

    def paint_words(self, painter: QPainter, view: QWidget, words: QRect, index: _Index) -> None:
        middle = words.center().y()
        upper = QRect(words.left(), words.top(), words.width(), middle - words.top())
        lower = QRect(words.left(), middle, words.width(), words.bottom() - middle)
        super().paint_words(painter, view, upper.adjusted(0, GAP, 0, 0), index)
        painter.setFont(font_for(view.font(), Type.SMALL))
        painter.setPen(tokens_of(view.palette())[Role.MUTED])
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft, str(index.data(_WHEN)))
