"""Paints a row of the inbox: heat, name, clock; the neutral summary; chips and a word of state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...replies.cases.case import CaseKind
from ...replies.inbox import InboxRow, RowState
from ..theme.icons import Icon, paint_icon
from ..theme.marks import (
    HEAT_MARK_HEIGHT,
    HEAT_MARK_WIDTH,
    URGENCY_ROLES,
    paint_clock,
    paint_heat,
)
from ..theme.sizes import CHIP_CORNER, GAP, PADDING, Type, font_for, scale_of
from ..theme.tokens import Role, Tokens, tokens_of
from ..words import Urgency
from .message_list_model import FACE_ROLE, ROW_ROLE, RowFace

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter
_EDGE: Final = 3  # the accent at the left of the selected row
_UNREAD_DOT: Final = 6
_LEAST_NAME: Final = 6  # letters of a name; with less room it takes the summary's line
_LEAST_TITLE: Final = 5  # average letters of a title that are worth showing


class RowLook(Enum):
    """How much a row shows; the value is its height in pixels at 10 pt."""

    COMFORTABLE = 92
    COMPACT = 56
    SLIM = 72
    COMPACT_SLIM = 58

    @property
    def is_slim(self) -> bool:
        """Whether it is for the strip of some 84 pixels."""
        return self in (RowLook.SLIM, RowLook.COMPACT_SLIM)


# how many times the height of a name, and the room around it, a row has at least
_LEAST: Final = {
    RowLook.COMFORTABLE: (3, PADDING * 2),
    RowLook.COMPACT: (2.5, GAP),
    RowLook.SLIM: (3, PADDING * 2),
    RowLook.COMPACT_SLIM: (3.2, GAP / 2),
}
_STATE_SIGNS: Final = {
    RowState.DRAFT: (Icon.PENCIL, Role.MUTED),
    RowState.COOLING: (Icon.CLOCK, Role.COOLING),
    RowState.READY: (Icon.CHECK, Role.READY),
    RowState.PAUSED: (Icon.PAUSE, Role.PAUSED),
    RowState.FAILED: (Icon.CROSS, Role.FAILED),
    RowState.UNCERTAIN: (Icon.QUESTION_MARK, Role.UNCERTAIN),
    RowState.WAITING: (Icon.HOURGLASS, Role.MUTED),
    RowState.PUT_OFF: (Icon.MOON, Role.MUTED),
    RowState.BACK: (Icon.REFUND, Role.ACCENT),
}


@dataclass(frozen=True, slots=True)
class _Pen:
    """Fonts, their measures and the scale, for one base font."""

    scale: float
    name: QFont
    body: QFont
    small: QFont
    small_strong: QFont
    name_metrics: QFontMetricsF
    body_metrics: QFontMetricsF
    small_metrics: QFontMetricsF
    strong_metrics: QFontMetricsF

    @classmethod
    def of(cls, font: QFont) -> _Pen:
        name = font_for(font, Type.STRONG)
        small = font_for(font, Type.SMALL, tabular=True)
        strong = font_for(font, Type.SMALL_STRONG, tabular=True)
        body = font_for(font, Type.BODY)
        return cls(
            scale_of(font),
            name,
            body,
            small,
            strong,
            QFontMetricsF(name),
            QFontMetricsF(body),
            QFontMetricsF(small),
            QFontMetricsF(strong),
        )


class RowDelegate(QStyledItemDelegate):
    """Paints inbox rows from the tokens; nothing in it depends on the number of rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = RowLook.COMFORTABLE
        self._pens: dict[str, _Pen] = {}

    def row_height(self, font: QFont) -> int:
        """The height of every row, for the look and the font."""
        pen = self._pen(font)
        lines, padding = _LEAST[self.look]
        least = pen.name_metrics.height() * lines + padding * pen.scale
        return round(max(self.look.value * pen.scale, least))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self.row_height(option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = cast(InboxRow, index.data(ROW_ROLE))
        face = cast(RowFace, index.data(FACE_ROLE))
        tokens = tokens_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, box, option.state, tokens)
        one = _RowPainter(painter, self._pen(option.font), tokens, row, face)
        if self.look.is_slim:
            one.paint_slim(box, is_compact=self.look is RowLook.COMPACT_SLIM)
        else:
            one.paint_wide(box, has_chips=self.look is RowLook.COMFORTABLE)
        painter.restore()

    def _pen(self, font: QFont) -> _Pen:
        key = font.key()
        if key not in self._pens:
            self._pens[key] = _Pen.of(font)
        return self._pens[key]


def _paint_ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, tokens: Tokens) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, tokens[Role.ACCENT_SOFT])
        painter.fillRect(QRectF(box.left(), box.top(), _EDGE, box.height()), tokens[Role.ACCENT])
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, tokens[Role.RAISED])
    line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
    painter.fillRect(line, tokens[Role.BORDER])
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(tokens[Role.FOCUS], tokens.focus_width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(_EDGE + 2, 2, -2, -3), 6, 6)


class _RowPainter:
    """One row on one painter."""

    def __init__(
        self, painter: QPainter, pen: _Pen, tokens: Tokens, row: InboxRow, face: RowFace
    ) -> None:
        self._painter = painter
        self._pen = pen
        self._tokens = tokens
        self._row = row
        self._face = face

    def paint_wide(self, box: QRectF, *, has_chips: bool) -> None:
        """Paint two lines, and the chips as a third; without it the state ends the second."""
        pad, gap = PADDING * self._pen.scale, GAP * self._pen.scale
        inner = box.adjusted(pad + _EDGE, 0, -pad, 0)
        line = self._pen.name_metrics.height() * 1.25
        chip = self._pen.small_metrics.height() + 5 * self._pen.scale
        heights = (line, line, chip) if has_chips else (line, line)
        between = gap * 0.5 if has_chips else 0.0
        top = box.center().y() - (sum(heights) + between) / 2
        is_named = self._first_line(QRectF(inner.left(), top, inner.width(), line))
        if not self._row.seen:
            self._unread_dot(box.left() + _EDGE + pad / 2, top + line / 2)
        second = QRectF(inner.left(), top + line, inner.width(), line)
        if not has_chips:
            second.setRight(self._state(second))
        if is_named:
            self._text(second, self._face.summary, self._pen.body, Role.TEXT)
        else:
            self._text(second, self._face.name, self._pen.name, Role.TEXT)
        if has_chips:
            third = QRectF(inner.left(), second.bottom() + between, inner.width(), chip)
            self._chips(third)

    def paint_slim(self, box: QRectF, *, is_compact: bool) -> None:
        """Paint the head of the name, the heat and the clock below each other."""
        third = box.height() / (3.2 if is_compact else 3.6)
        top = box.top() + (box.height() - third * 3) / 2
        name = QRectF(box.left() + _EDGE, top, box.width() - _EDGE, third)
        self._text(name, self._face.short_name, self._pen.name, Role.TEXT, _MIDDLE)
        width = HEAT_MARK_WIDTH * self._pen.scale
        centre = box.center().x() + _EDGE / 2
        self._heat(QRectF(centre - width / 2, top + third, width, third))
        if self._face.short_clock:
            clock = QRectF(box.left() + _EDGE, top + third * 2, box.width() - _EDGE, third)
            self._slim_clock(clock)

    def _first_line(self, line: QRectF) -> bool:
        """Paint heat, name and clock; whether the name had room beside them."""
        gap = GAP * self._pen.scale
        right = line.right()
        if self._face.clock:
            right = self._clock(line, self._clock_words(line)) - gap
        heat = QRectF(line.left(), line.top(), HEAT_MARK_WIDTH * self._pen.scale, line.height())
        self._heat(heat)
        left = heat.right() + gap
        if self._row.flagged:
            side = self._pen.small_metrics.height()
            right -= side
            star = QRectF(right, line.center().y() - side / 2, side, side)
            paint_icon(self._painter, Icon.STAR_FILLED, star, self._tokens[Role.SOON])
            right -= gap / 2
        room = QRectF(left, line.top(), max(0.0, right - left), line.height())
        width, name = self._pen.name_metrics.horizontalAdvance, self._face.name
        if width(name) > room.width() and width(f"{name[:_LEAST_NAME]}…") > room.width():
            return False
        self._text(room, name, self._pen.name, Role.TEXT)
        if self._row.mails > 1:
            self._count(room, line)
        return True

    def _count(self, room: QRectF, line: QRectF) -> None:
        used = self._pen.name_metrics.horizontalAdvance(self._face.name) + GAP * self._pen.scale
        if used < room.width():
            box = QRectF(room.left() + used, line.top(), room.width() - used, line.height())
            self._text(box, str(self._row.mails), self._pen.small, Role.MUTED)

    def _heat(self, box: QRectF) -> None:
        height = HEAT_MARK_HEIGHT * self._pen.scale
        mark = QRectF(box.left(), box.center().y() - height / 2, box.width(), height)
        side = height * 1.2
        sign = QRectF(mark.center().x() - side / 2, box.center().y() - side / 2, side, side)
        if self._row.is_begun_here:
            paint_icon(self._painter, Icon.PENCIL, sign, self._tokens[Role.MUTED])
        elif self._row.is_back:
            paint_icon(self._painter, Icon.CHECK, sign, self._tokens[Role.READY])
        elif self._row.kind is CaseKind.PRAISE:
            paint_icon(self._painter, Icon.LEAF, sign, self._tokens[Role.READY])
        else:
            paint_heat(self._painter, mark, self._row.heat, self._tokens)

    def _clock_words(self, line: QRectF) -> str:
        """What the clock says: the whole of it, where that leaves room for the name."""
        metrics = self._pen.strong_metrics
        gap = GAP * self._pen.scale
        clock = metrics.height() + metrics.horizontalAdvance(self._face.clock) + gap * 2
        name = self._pen.name_metrics.horizontalAdvance(self._face.name) + gap * 2
        room = line.width() - HEAT_MARK_WIDTH * self._pen.scale
        return self._face.clock if name + clock <= room else self._face.short_clock

    def _clock(self, line: QRectF, said: str) -> float:
        """Paint the clock at the right; the result is where it begins."""
        urgency = self._face.urgency or Urgency.CALM
        is_strong = urgency in (Urgency.URGENT, Urgency.OVER)
        font = self._pen.small_strong if is_strong else self._pen.small
        metrics = self._pen.strong_metrics if is_strong else self._pen.small_metrics
        gap = GAP * self._pen.scale
        side = metrics.height() * 0.85
        width = side + gap / 2 + metrics.horizontalAdvance(said)
        ink = self._tokens[URGENCY_ROLES[urgency]]
        right = line.right()
        if urgency is Urgency.OVER:
            right -= gap * 0.75
            chip = QRectF(
                right - width - gap * 0.75, line.top() + 1, width + gap * 1.5, line.height() - 2
            )
            self._fill(chip, ink)
            ink = self._tokens[Role.ON_OVER]
        left = right - width
        disc = QRectF(left, line.center().y() - side / 2, side, side)
        paint_clock(self._painter, disc, urgency, ink)
        text = QRectF(disc.right() + gap / 2, line.top(), width, line.height())
        self._painter.setPen(ink)
        self._painter.setFont(font)
        self._painter.drawText(text, _LEFT, said)
        return left

    def _slim_clock(self, box: QRectF) -> None:
        urgency = self._face.urgency or Urgency.CALM
        ink = self._tokens[URGENCY_ROLES[urgency]]
        is_strong = urgency in (Urgency.URGENT, Urgency.OVER)
        metrics = self._pen.strong_metrics if is_strong else self._pen.small_metrics
        if urgency is Urgency.OVER:
            width = metrics.horizontalAdvance(self._face.short_clock) + GAP * 2 * self._pen.scale
            width = min(width, box.width() - 4)
            self._fill(QRectF(box.center().x() - width / 2, box.top(), width, box.height()), ink)
            ink = self._tokens[Role.ON_OVER]
        self._painter.setPen(ink)
        self._painter.setFont(self._pen.small_strong if is_strong else self._pen.small)
        self._painter.drawText(box, _MIDDLE, self._face.short_clock)

    def _chips(self, line: QRectF) -> None:
        gap = GAP * self._pen.scale
        right = self._state(line)
        left = line.left()
        if self._face.kind:
            left = self._chip(line, left, right, "", self._face.kind)
        if self._face.mark and right - left > self._least_order_width():
            self._chip(line, left + gap * 0.75, right, self._face.mark, self._face.title)

    def _chip(self, line: QRectF, left: float, right: float, mark: str, text: str) -> float:
        """Paint a chip with a coloured mark and a text; the result is where it ends."""
        pad = GAP * self._pen.scale * 0.85
        mark_width = self._pen.strong_metrics.horizontalAdvance(mark) + pad / 2 if mark else 0.0
        room = right - left - mark_width - pad * 2
        shown = self._order_text(text, room) if mark else self._elided(text, room)
        width = self._pen.small_metrics.horizontalAdvance(shown) + mark_width + pad * 2
        chip = QRectF(left, line.top(), min(width, right - left), line.height())
        corner = CHIP_CORNER * self._pen.scale
        self._painter.setPen(QPen(self._tokens[Role.BORDER], 1))
        self._painter.setBrush(self._tokens[Role.RAISED])
        self._painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        inner = chip.adjusted(pad, 0, -pad, 0)
        if mark:
            self._text(inner, mark, self._pen.small_strong, Role.ACCENT)
            inner.setLeft(inner.left() + mark_width)
        self._painter.setPen(self._tokens[Role.TEXT])
        self._painter.setFont(self._pen.small)
        self._painter.drawText(inner.adjusted(0, 0, 2, 0), _LEFT, shown)
        return chip.right()

    def _least_order_width(self) -> float:
        """What the mark and the number's end need, with the room around them."""
        texts = self._pen.strong_metrics.horizontalAdvance(self._face.mark)
        texts += self._pen.small_metrics.horizontalAdvance(self._face.number)
        return texts + GAP * 4 * self._pen.scale

    def _order_text(self, title: str, room: float) -> str:
        """The title and the number's end; where both do not fit, the title gives way."""
        number = self._face.number
        tail = f" · {number}" if title and number else number
        left = room - self._pen.small_metrics.horizontalAdvance(tail)
        if left < self._pen.small_metrics.averageCharWidth() * _LEAST_TITLE:
            return self._elided(number or title, room)
        return self._elided(title, left) + tail

    def _elided(self, text: str, room: float) -> str:
        return self._pen.small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _state(self, line: QRectF) -> float:
        """Paint the word of state at the right; the result is where the room before it ends."""
        if not self._face.state:
            return line.right()
        icon, role = _STATE_SIGNS[self._row.state]
        side = self._pen.small_metrics.height() * 0.9
        gap = GAP * self._pen.scale
        width = self._pen.small_metrics.horizontalAdvance(self._face.state)
        width = min(width, line.width() * 0.45)
        left = line.right() - width - side - gap / 2
        sign = QRectF(left, line.center().y() - side / 2, side, side)
        paint_icon(self._painter, icon, sign, self._tokens[role])
        text = QRectF(sign.right() + gap / 2, line.top(), width, line.height())
        self._text(text, self._face.state, self._pen.small, role)
        return left - gap

    def _text(
        self,
        box: QRectF,
        text: str,
        font: QFont,
        role: Role,
        alignment: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        self._painter.setFont(font)
        self._painter.setPen(self._tokens[role])
        metrics = self._painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
        self._painter.drawText(box.adjusted(0, 0, 1, 0), alignment, shown)

    def _fill(self, box: QRectF, colour: QColor) -> None:
        corner = CHIP_CORNER * self._pen.scale
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(box, corner, corner)

    def _unread_dot(self, x: float, y: float) -> None:
        side = _UNREAD_DOT * self._pen.scale
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._tokens[Role.ACCENT])
        self._painter.drawEllipse(QRectF(x - side / 2, y - side / 2, side, side))
