"""The sign in the system tray: how the held replies stand, and the way back to the window."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ..action_set import ActionSet
from ..actions import Act
from ..theme.icons import Icon, paint_icon
from ..theme.tokens import Role, tokens_of

_SIDES: Final = (16, 22, 24, 32, 48, 64)
_CORNER: Final = 0.22  # of the side
_EDGE: Final = 0.14


class Followed(Enum):
    """What a notice told of."""

    REPLIES = "replies"
    LETTERS = "letters"


class TrayIcon(QSystemTrayIcon):
    """Stands in the tray while the program runs; tests put a tray of their own in its place.

    Signals:
        open_wanted: the window is to come to the front.
        notice_followed: a notice was clicked; carries the Followed that is to be shown.
    """

    open_wanted = Signal()
    notice_followed = Signal(object)

    def __init__(self, acts: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self.setIcon(_sign())
        self._menu = QMenu()
        self._open = QAction(self.tr("Open Soft Answer"), self)
        self._menu.addAction(self._open)
        self._menu.addAction(acts[Act.STOP_ALL])
        self._menu.addSeparator()
        self._menu.addAction(acts[Act.QUIT])
        self.setContextMenu(self._menu)
        self._open.triggered.connect(self.open_wanted)
        self.activated.connect(self._on_activated)
        self._told = Followed.REPLIES
        self.messageClicked.connect(self._on_clicked)

    def is_there(self) -> bool:
        """Tell whether the desktop shows a tray now."""
        return self.isSystemTrayAvailable()

    def show_standing(self, tip: str) -> None:
        """Say how the held replies stand; the sign appears as soon as there is a tray for it."""
        self.setToolTip(tip)
        if self.is_there():
            self.show()

    def tell(self, text: str, followed: Followed) -> None:
        """Show a notice, quietly; where there is no tray, none.

        Args:
            text: what it says.
            followed: what a click on it shows.
        """
        self._told = followed
        if self.is_there():
            self.showMessage("Soft Answer", text, self.icon())

    def _on_clicked(self) -> None:
        self.notice_followed.emit(self._told)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_wanted.emit()


def _sign() -> QIcon:
    """The logo on a ground of its own: the colour of the tray is not ours to know."""
    tokens = tokens_of(QGuiApplication.palette())
    icon = QIcon()
    for side in _SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens[Role.ACCENT])
        painter.drawRoundedRect(pixmap.rect(), side * _CORNER, side * _CORNER)
        edge = side * _EDGE
        box = QRectF(pixmap.rect()).adjusted(edge, edge, -edge, -edge)
        paint_icon(painter, Icon.LOGO, box, tokens[Role.ON_ACCENT])
        painter.end()
        icon.addPixmap(pixmap)
    return icon
