"""The field that searches the pages of Preferences."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..theme.buttons import IconButton
from ..theme.find_field import FindField
from ..theme.icons import Icon
from ..theme.sizes import GAP, px

_WIDTH: Final = 140


class SearchLine(FindField):
    """A line for words to look for, with a mark that empties it.

    Signals:
        entered: Enter: go to what was found first.
        left: Down: the list of pages wants the keyboard.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search in Preferences"))
        self.setToolTip(self.tr("Search in Preferences (Ctrl+F)"))
        self._empty = IconButton(Icon.CROSS, self.tr("Show all pages"), parent=self)
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys it is Esc
        self._empty.clicked.connect(self.clear)
        self.textChanged.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(self, _WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, _WIDTH // 2), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()  # and not the dialog's own button
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = self.height() - GAP // 2
        self._empty.setVisible(bool(self.text()))
        self._empty.setGeometry(self.width() - side - GAP // 4, GAP // 4, side, side)
        self.keep_free(side if self.text() else 0)
