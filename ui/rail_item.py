"""One line of the rail: where it leads, and how much waits there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from .theme.icons import Icon, paint_icon
from .theme.labels import safe_tip
from .theme.sizes import CONTROL_CORNER, GAP, ICON, PADDING, TARGET, Type, dense, font_for, px
from .theme.tokens import Role, tokens_of

WIDE_WIDTH: Final = 172
ICONS_WIDTH: Final = 52
_ITEM_HEIGHT: Final = 36
_COMPACT_HEIGHT: Final = 28
_LARGEST_COUNT: Final = 999
_WIDEST_COUNT: Final = "000"
_INITIALS: Final = 2


@dataclass(frozen=True, slots=True)
class Count:
    """How much waits somewhere.

    Attributes:
        is_more: there is more than was counted.
    """

    number: int
    is_more: bool = False

    def __str__(self) -> str:
        """As it is shown, "" for nothing."""
        most = min(self.number, _LARGEST_COUNT)
        is_more = self.is_more or self.number > _LARGEST_COUNT
        return f"{most}+" if is_more else str(self.number or "")


class DropMark(Enum):
    """Whether letters that are dragged over the rail can be dropped on an item."""

    NONE = "none"
    POSSIBLE = "possible"
    HERE = "here"


class RailItem(QAbstractButton):
    """A sign, a name and a count; narrow, the sign and the count alone.

    Signals:
        stepped: an arrow key wants the next item, or the one before: 1 or -1.
        menu_wanted: carries where on the screen the menu of this item is to open.
    """

    stepped = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, icon: Icon, name: str, parent: QWidget, *, is_own: bool = False) -> None:
        """Show a sign and a name.

        Args:
            icon: the sign.
            name: what it is called.
            parent: the rail.
            is_own: the seller gave the name: it may be long, and when there is no room for it its
                first letters stand in the place of the sign.
        """
        super().__init__(parent)
        self._icon = icon
        self._is_own = is_own
        self._count = Count(0)
        self._is_narrow = False
        self._drop = DropMark.NONE
        self.setText(name)
        self.setCheckable(True)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name_it()

    @property
    def count(self) -> Count:
        """How much waits there, as it is shown."""
        return self._count

    def set_count(self, count: Count) -> None:
        """Show how much waits there."""
        self._count = count
        self._name_it()
        self.update()

    @property
    def drop(self) -> DropMark:
        """Whether it is marked as one that letters can be dropped on."""
        return self._drop

    def set_drop(self, mark: DropMark) -> None:
        """Mark it as one that dragged letters can be dropped on, or no more."""
        self._drop = mark
        self.update()

    def set_name(self, name: str) -> None:
        """Call it otherwise."""
        self.setText(name)
        self._name_it()
        self._show_tip()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the sign and the count alone, or the name too."""
        self._is_narrow = is_narrow
        self._show_tip()
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of this item, by the mouse or by the key for menus."""
        self.menu_wanted.emit(event.globalPos())

    def sizeHint(self) -> QSize:
        height = max(
            px(self, dense(_ITEM_HEIGHT, _COMPACT_HEIGHT)),
            self.fontMetrics().height() + px(self, dense(GAP, GAP / 2)),
        )
        if self._is_narrow:
            return QSize(px(self, ICONS_WIDTH) - GAP, height + px(self, GAP / 2))
        return QSize(self.wide_width(), height)

    def wide_width(self) -> int:
        """How wide it is with its name, also while it is narrow."""
        strong = QFontMetrics(font_for(self.font(), Type.STRONG))  # so that no choice moves it
        words = strong.horizontalAdvance("" if self._is_own else self.text() + _WIDEST_COUNT)
        room = px(self, ICON + GAP * 2 + PADDING * 3) + words
        return max(room, px(self, WIDE_WIDTH) - GAP * 2)

    def minimumSizeHint(self) -> QSize:
        """Lower than it would like to be: in a low window all places stay in view."""
        width = px(self, TARGET) if self._is_own else self.sizeHint().width()
        return QSize(width, max(px(self, TARGET), self.fontMetrics().height()))

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
            is_outlined = tokens.is_high_contrast and self.isChecked()
            painter.setPen(QPen(tokens[Role.ACCENT], 1) if is_outlined else Qt.PenStyle.NoPen)
            ground = Role.ACCENT_SOFT if self.isChecked() else Role.SURFACE
            painter.setBrush(tokens[ground])
            corner = px(self, CONTROL_CORNER)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1, -0.5, -1), corner, corner)
        if self._drop is not DropMark.NONE:
            self._paint_drop(painter)
        side = px(self, ICON)
        left = (self.width() - side) / 2 if self._is_narrow else px(self, PADDING)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        ink = tokens[Role.ACCENT if self.isChecked() else Role.MUTED]
        if self._is_narrow and self._is_own:
            painter.setPen(ink)
            painter.setFont(font_for(self.font(), Type.STRONG))
            aside = px(self, GAP) if str(self._count) else 0  # of the badge
            room = self.rect().adjusted(0, aside, -aside, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text()[:_INITIALS])
        else:
            paint_icon(painter, self._icon, box, ink)
        if self._is_narrow:
            self._paint_badge(painter)
        else:
            self._paint_words(painter, round(box.right()) + px(self, PADDING))

    def _paint_drop(self, painter: QPainter) -> None:
        """A line round it; where the letters are over it, a strong one and a ground."""
        tokens = tokens_of(self.palette())
        is_here = self._drop is DropMark.HERE
        width = 2 if is_here else 1
        painter.setPen(QPen(tokens[Role.ACCENT], width))
        ground = tokens[Role.ACCENT_SOFT] if is_here else Qt.BrushStyle.NoBrush
        painter.setBrush(ground)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, 1 + inset, -inset, -1 - inset)
        corner = px(self, CONTROL_CORNER)
        painter.drawRoundedRect(box, corner, corner)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        tokens = tokens_of(self.palette())
        middle = Qt.AlignmentFlag.AlignVCenter
        right = self.width() - px(self, PADDING)
        painter.setFont(self._font())
        painter.setPen(tokens[Role.TEXT])
        room = self._room_for_name()
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, 0, room, self.height(), middle, text)
        painter.setFont(font_for(self.font(), Type.BODY, tabular=True))
        painter.setPen(tokens[Role.ACCENT if self.isChecked() else Role.MUTED])
        edge = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(left, 0, right - left, self.height(), edge, str(self._count))

    def _paint_badge(self, painter: QPainter) -> None:
        if not str(self._count):
            return
        tokens = tokens_of(self.palette())
        painter.setFont(font_for(self.font(), Type.SMALL, tabular=True))
        metrics = painter.fontMetrics()
        height = metrics.height() + 1
        width = max(height, metrics.horizontalAdvance(str(self._count)) + px(self, GAP))
        box = QRectF(self.width() - width - 1, 1, width, height)
        painter.setPen(QPen(tokens[Role.BORDER], 1))
        painter.setBrush(tokens[Role.RAISED])
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
        painter.setPen(tokens[Role.TEXT])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._count))

    def _room_for_name(self) -> int:
        return self.width() - px(self, PADDING * 3 + ICON) - self._count_width()

    def _count_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(str(self._count)) + px(self, GAP)

    def _font(self) -> QFont:
        return font_for(self.font(), Type.STRONG if self.isChecked() else Type.BODY)

    def _show_tip(self) -> None:
        """Say the name where it is not shown whole."""
        strong = QFontMetrics(font_for(self.font(), Type.STRONG))
        is_cut = strong.horizontalAdvance(self.text()) > self._room_for_name()
        is_needed = self._is_narrow or (self._is_own and is_cut)
        self.setToolTip(safe_tip(self.text()) if is_needed else "")

    def _name_it(self) -> None:
        count = self._count
        more = "+" if count.is_more else ""
        name = f"{self.text()}, {count.number}{more}" if count.number else self.text()
        self.setAccessibleName(name)
