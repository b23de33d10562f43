"""The rail: the places of the program, with how much waits in each."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ..replies.inbox import Shelf, ShelfCounts
from .theme.icons import Icon, paint_icon
from .theme.sheet import Ground, dress
from .theme.sizes import CONTROL_CORNER, GAP, ICON, PADDING, TARGET, Type, font_for, px
from .theme.tokens import Role, tokens_of

WIDE_WIDTH: Final = 172
ICONS_WIDTH: Final = 52
_ITEM_HEIGHT: Final = 36
_LARGEST_COUNT: Final = 999
_WIDEST_COUNT: Final = "000"


class Place(Enum):
    """A place of the rail."""

    NEEDS_ANSWER = "needs_answer"
    COOLING = "cooling"
    WAITING = "waiting"
    PRAISE = "praise"
    STARRED = "starred"
    ALL = "all"
    ORDERS = "orders"


SHELVES: Final = {
    Place.NEEDS_ANSWER: Shelf.NEEDS_ANSWER,
    Place.WAITING: Shelf.WAITING,
    Place.PRAISE: Shelf.PRAISE,
    Place.STARRED: Shelf.STARRED,
    Place.ALL: Shelf.ALL,
}
"""The shelf of each place that holds letters; Cooling holds replies, Orders what was sold."""

_ICONS: Final = {
    Place.NEEDS_ANSWER: Icon.INBOX,
    Place.COOLING: Icon.CLOCK,
    Place.WAITING: Icon.HOURGLASS,
    Place.PRAISE: Icon.LEAF,
    Place.STARRED: Icon.STAR,
    Place.ALL: Icon.MAILS,
    Place.ORDERS: Icon.BOOK,
}


class Rail(QWidget):
    """A column of places; wide with their names, narrow with their signs and counts alone.

    Signals:
        place_chosen: carries the Place that the seller went to.
    """

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Places"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, ground=Ground.WINDOW)
        self._group = QButtonGroup(self)
        self._items: dict[Place, _Item] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(0)
        for place, name in self._names().items():
            item = self._items[place] = _Item(place, name, self)
            item.clicked.connect(self._on_clicked)
            item.stepped.connect(self._on_stepped)
            self._group.addButton(item)
            column.addWidget(item)
        column.addStretch(1)
        self._items[Place.NEEDS_ANSWER].setChecked(True)
        self.set_narrow(False)

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return next(place for place, item in self._items.items() if item.isChecked())

    def name_of(self, place: Place) -> str:
        """A place by its name."""
        return self._items[place].text()

    def set_place(self, place: Place) -> None:
        """Mark a place as the one that is shown."""
        self._items[place].setChecked(True)

    def set_counts(self, counts: ShelfCounts) -> None:
        """Show how much waits in each place."""
        self._items[Place.NEEDS_ANSWER].set_count(counts.needs_answer)
        self._items[Place.COOLING].set_count(counts.held)
        self._items[Place.WAITING].set_count(counts.waiting)
        self._items[Place.PRAISE].set_count(counts.praise)

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show signs and counts alone, or the names too."""
        margin = GAP if not is_narrow else GAP // 2
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin, GAP, margin, GAP)
        for item in self._items.values():
            item.set_narrow(is_narrow=is_narrow)

    def focus_place(self) -> None:
        """Give the keyboard to the place that is shown."""
        self._items[self.place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_clicked(self) -> None:
        self.place_chosen.emit(self.place)

    def _on_stepped(self, by: int) -> None:
        places = list(self._items)
        here = places.index(self.place)
        item = self._items[places[(here + by) % len(places)]]
        item.setFocus(Qt.FocusReason.TabFocusReason)
        item.click()

    def _names(self) -> dict[Place, str]:
        return {
            Place.NEEDS_ANSWER: self.tr("Needs answer"),
            Place.COOLING: self.tr("Cooling"),
            Place.WAITING: self.tr("Waiting"),
            Place.PRAISE: self.tr("Praise"),
            Place.STARRED: self.tr("Starred"),
            Place.ALL: self.tr("All mail"),
            Place.ORDERS: self.tr("Orders"),
        }


class _Item(QAbstractButton):
    stepped = Signal(int)

    def __init__(self, place: Place, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = _ICONS[place]
        self._count = 0
        self._is_narrow = False
        self.setText(name)
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name_it()

    def set_count(self, count: int) -> None:
        self._count = count
        self._name_it()
        self.update()

    def set_narrow(self, *, is_narrow: bool) -> None:
        self._is_narrow = is_narrow
        self.setToolTip(self.text() if is_narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = max(px(self, _ITEM_HEIGHT), self.fontMetrics().height() + px(self, GAP))
        if self._is_narrow:
            return QSize(px(self, ICONS_WIDTH) - GAP, height + px(self, GAP / 2))
        strong = QFontMetrics(font_for(self.font(), Type.STRONG))  # so that no choice moves it
        words = strong.horizontalAdvance(self.text() + _WIDEST_COUNT)
        room = px(self, ICON + GAP * 2 + PADDING * 3) + words
        return QSize(max(room, px(self, WIDE_WIDTH) - GAP * 2), height)

    def minimumSizeHint(self) -> QSize:
        """Lower than it would like to be: in a low window all places stay in view."""
        return QSize(self.sizeHint().width(), max(px(self, TARGET), self.fontMetrics().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if (by := steps.get(Qt.Key(event.key()))) is not None:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            ground = Role.ACCENT_SOFT if self.isChecked() else Role.SURFACE
            painter.setBrush(tokens[ground])
            corner = px(self, CONTROL_CORNER)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -1), corner, corner)
        side = px(self, ICON)
        left = (self.width() - side) / 2 if self._is_narrow else px(self, PADDING)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        ink = tokens[Role.ACCENT if self.isChecked() else Role.MUTED]
        paint_icon(painter, self._icon, box, ink)
        if self._is_narrow:
            self._paint_badge(painter)
        else:
            self._paint_words(painter, round(box.right()) + px(self, PADDING))

    def _paint_words(self, painter: QPainter, left: int) -> None:
        tokens = tokens_of(self.palette())
        middle = Qt.AlignmentFlag.AlignVCenter
        right = self.width() - px(self, PADDING)
        painter.setFont(self._font())
        painter.setPen(tokens[Role.TEXT])
        room = right - left - self._count_width()
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, 0, room, self.height(), middle, text)
        painter.setFont(font_for(self.font(), Type.BODY, tabular=True))
        painter.setPen(tokens[Role.ACCENT if self.isChecked() else Role.MUTED])
        edge = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(left, 0, right - left, self.height(), edge, self._shown_count())

    def _paint_badge(self, painter: QPainter) -> None:
        if not self._count:
            return
        tokens = tokens_of(self.palette())
        painter.setFont(font_for(self.font(), Type.SMALL, tabular=True))
        metrics = painter.fontMetrics()
        height = metrics.height() + 1
        width = max(height, metrics.horizontalAdvance(self._shown_count()) + px(self, GAP))
        box = QRectF(self.width() - width - 1, 1, width, height)
        painter.setPen(QPen(tokens[Role.BORDER], 1))
        painter.setBrush(tokens[Role.RAISED])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
        painter.setPen(tokens[Role.TEXT])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._shown_count())

    def _shown_count(self) -> str:
        if not self._count:
            return ""
        return f"{_LARGEST_COUNT}+" if self._count > _LARGEST_COUNT else str(self._count)

    def _count_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._shown_count()) + px(self, GAP)

    def _font(self) -> QFont:
        return font_for(self.font(), Type.STRONG if self.isChecked() else Type.BODY)

    def _name_it(self) -> None:
        name = f"{self.text()}, {self._count}" if self._count else self.text()
        self.setAccessibleName(name)
