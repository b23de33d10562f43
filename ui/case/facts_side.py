"""The right side of the window: the facts docked in a column, or behind signs in a drawer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ..delivery_words import DeliveryWords
from ..theme.buttons import IconButton
from ..theme.icons import Icon
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, px
from ..words import Words
from .facts_panel import FactsPanel

PANEL_WIDTH: Final = 310
STRIP_WIDTH: Final = 48
_LEAST_FREE: Final = 60  # of the window's width that a drawer leaves to be seen
_LEAST_BESIDE: Final = 440  # narrower, a letter is not read with ease beside an open drawer


class FactsSide(QWidget):
    """Holds the facts panel: docked while the window is wide, else in a drawer over it.

    Where the panel is not shown, a strip of signs stands for its cards. What is read beside an
    open drawer gives way to it while it stays wide enough; else the drawer covers its edge.

    Args:
        host: what the drawer lies in.
        beside: what is read beside the facts, in the host.

    Signals:
        shown_changed: carries whether the facts are now to be seen.
    """

    shown_changed = Signal(bool)

    def __init__(
        self,
        words: Words,
        delivery_words: DeliveryWords,
        host: QWidget,
        beside: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.panel = FactsPanel(words, delivery_words, self)
        self._host = host
        self._beside = beside
        self._is_narrow = False
        self._is_docked = True
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, ground=Ground.WINDOW)
        self._strip = self._made_strip()
        self._drawer = _Drawer(host)
        self._drawer.closed.connect(self._on_drawer_closed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._strip, 0, Qt.AlignmentFlag.AlignRight)
        host.installEventFilter(self)
        beside.installEventFilter(self)
        self._dock()

    @property
    def is_shown(self) -> bool:
        """Whether the facts are to be seen, docked or in the drawer."""
        return self._is_docked if not self._is_narrow else not self._drawer.isHidden()

    @property
    def has_room(self) -> bool:
        """Whether the facts stand beside the letter; else the letter shows the order's line."""
        return not self._is_narrow and self._is_docked

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Use the drawer, for a narrow window, or the column."""
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        self._close_drawer()
        if is_narrow:
            self._undock()
        elif self._is_docked:
            self._dock()
        self.shown_changed.emit(self.is_shown)

    def set_shown(self, is_shown: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show the facts, or put them away behind their signs."""
        if is_shown is self.is_shown:
            return
        if self._is_narrow:
            self._open_drawer() if is_shown else self._close_drawer()
        else:
            self._is_docked = is_shown
            self._dock() if is_shown else self._undock()
        self.shown_changed.emit(is_shown)

    def toggle(self) -> None:
        """Show the facts if they are hidden, hide them if they are shown."""
        self.set_shown(not self.is_shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = QEvent.Type.Resize if watched is self._host else QEvent.Type.Move
        if event.type() is moved and not self._drawer.isHidden():
            self._place_drawer()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.layout() is not None:
            self._fit()

    def _on_card_wanted(self, place: int) -> None:
        self.set_shown(True)
        self.panel.reveal_card(place)

    def _on_drawer_closed(self) -> None:
        self._close_drawer()
        self.shown_changed.emit(self.is_shown)

    def _dock(self) -> None:
        self._strip.hide()
        self._row.insertWidget(0, self.panel)
        self.panel.show()
        self._fit()

    def _undock(self) -> None:
        self._row.removeWidget(self.panel)
        self._drawer.hold(self.panel)
        self._strip.show()
        self._fit()

    def _open_drawer(self) -> None:
        self._drawer.show()
        self._place_drawer()
        self._drawer.raise_()
        self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_drawer(self) -> None:
        self._drawer.hide()
        self._fit()

    def _place_drawer(self) -> None:
        self._fit()
        place = self.mapTo(self._host, QPoint(0, 0))
        right = place.x() + self.width() - px(self, STRIP_WIDTH)
        width = min(px(self, PANEL_WIDTH), max(right - _LEAST_FREE, 0))
        self._drawer.setGeometry(QRect(right - width, place.y(), width, self.height()))

    def _fit(self) -> None:
        if not self._is_narrow and self._is_docked:
            wide = px(self, PANEL_WIDTH)
        else:
            wide = px(self, STRIP_WIDTH)
            if not self._drawer.isHidden() and self._leaves_room():
                wide += px(self, PANEL_WIDTH)
        self.setFixedWidth(wide)

    def _leaves_room(self) -> bool:
        """Whether what is beside the drawer is wide enough without the room that it takes."""
        right = self.mapTo(self._host, QPoint(self.width(), 0)).x()
        left = self._beside.mapTo(self._host, QPoint(0, 0)).x()
        rest = right - left - px(self, STRIP_WIDTH) - px(self, PANEL_WIDTH)
        return rest >= max(px(self, _LEAST_BESIDE), self._beside.minimumSizeHint().width())

    def _made_strip(self) -> QWidget:
        strip = QWidget(self)
        column = QVBoxLayout(strip)
        column.setContentsMargins(GAP // 2, GAP, GAP // 2, GAP)
        column.setSpacing(GAP)
        names = (
            (Icon.BOOK, self.tr("Order")),
            (Icon.BOX, self.tr("Parcel")),
            (Icon.PIN, self.tr("Address")),
            (Icon.COIN, self.tr("Money")),
            (Icon.PAGE, self.tr("Policy")),
            (Icon.PERSON, self.tr("Customer")),
            (Icon.LENS, self.tr("Did we cause this?")),
        )
        for place, (icon, name) in enumerate(names):
            sign = _CardSign(icon, name, place, strip)
            sign.wanted.connect(self._on_card_wanted)
            column.addWidget(sign)
        column.addStretch(1)
        return strip


class _CardSign(IconButton):
    wanted = Signal(int)

    def __init__(self, icon: Icon, name: str, place: int, parent: QWidget) -> None:
        super().__init__(icon, name, parent=parent)
        self._place = place
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._place)


class _Drawer(QFrame):
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        dress(self, ground=Ground.DRAWER)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self.hide()

    def hold(self, panel: QWidget) -> None:
        """Take the panel in."""
        self._column.addWidget(panel)
        panel.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
