"""Small drawn signs: heat, clocks, the ring of a hold, the discs of the three R's.

Each is a shape as well as a colour. Delegates and widgets share the `paint_...` functions.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...replies.cases.case import MAX_HEAT
from ..words import Urgency
from .icons import Icon, paint_icon
from .sizes import HAIRLINE, px
from .tokens import HEAT_ROLES, Role, Tokens, tokens_of

HEAT_MARK_WIDTH: Final = 34
HEAT_MARK_HEIGHT: Final = 14
_FULL_TURN: Final = 360 * 16  # QPainter counts sixteenths of a degree
_TOP: Final = 90 * 16
_RING_SIDE: Final = 58
_DISC_SIDE: Final = 22

URGENCY_ROLES: Final = {
    Urgency.CALM: Role.CALM,
    Urgency.SOON: Role.SOON,
    Urgency.URGENT: Role.URGENT,
    Urgency.OVER: Role.OVER,
}
_FILLED: Final = {Urgency.CALM: 0.0, Urgency.SOON: 0.25, Urgency.URGENT: 0.75, Urgency.OVER: 1.0}


class RingMark(Enum):
    """What the ring of a held reply says; each has its colour and its sign."""

    COOLING = "cooling"
    READY = "ready"
    PAUSED = "paused"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"


RING_SIGNS: Final = {
    RingMark.COOLING: (Role.COOLING, Icon.CLOCK),
    RingMark.READY: (Role.READY, Icon.CHECK),
    RingMark.PAUSED: (Role.PAUSED, Icon.PAUSE),
    RingMark.SENDING: (Role.COOLING, Icon.SEND),
    RingMark.SENT: (Role.READY, Icon.CHECK),
    RingMark.UNCERTAIN: (Role.UNCERTAIN, Icon.QUESTION_MARK),
    RingMark.FAILED: (Role.FAILED, Icon.CROSS),
}


def paint_heat(painter: QPainter, box: QRectF, heat: int, tokens: Tokens) -> None:
    """Paint three dots, filled up to the heat; at the highest heat the last one is a diamond."""
    colour = tokens[HEAT_ROLES[heat]]
    pitch = box.width() / (MAX_HEAT + 0.1)
    radius = min(pitch * 0.44, box.height() / 2 - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.0, radius * 0.24)))
    for place in range(MAX_HEAT):
        centre = QPointF(box.left() + pitch * (place + 0.5), box.center().y())
        painter.setBrush(QBrush(colour) if place < heat else Qt.BrushStyle.NoBrush)
        if heat == MAX_HEAT == place + 1:
            _paint_diamond(painter, centre, radius * 1.35)
        else:
            painter.drawEllipse(centre, radius, radius)
    painter.restore()


def paint_clock(painter: QPainter, box: QRectF, urgency: Urgency, colour: QColor) -> None:
    """Paint a ring that is the fuller the less time is left."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = max(1.2, box.width() * 0.11)
    painter.setPen(QPen(colour, stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(stroke, stroke, -stroke, -stroke))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    inset = stroke * 2.4
    inner = box.adjusted(inset, inset, -inset, -inset)
    painter.drawPie(inner, _TOP, -round(_FILLED[urgency] * _FULL_TURN))
    painter.restore()


def _paint_diamond(painter: QPainter, centre: QPointF, radius: float) -> None:
    corners = (
        QPointF(0, -radius),
        QPointF(radius, 0),
        QPointF(0, radius),
        QPointF(-radius, 0),
    )
    painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))


class HeatMark(QWidget):
    """Heat as three dots, or the leaf of praise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heat = 0
        self._is_praise = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_heat(self, heat: int, name: str) -> None:
        """Show a heat from 0 to 3; `name` is its word, for screen readers."""
        self._heat, self._is_praise = heat, False
        self._renew(name)

    def set_praise(self, name: str) -> None:
        """Show the leaf."""
        self._is_praise = True
        self._renew(name)

    def _renew(self, name: str) -> None:
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self, HEAT_MARK_WIDTH), px(self, HEAT_MARK_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        if self._is_praise:
            paint_icon(painter, Icon.LEAF, QRectF(self.rect()), tokens[Role.READY])
        else:
            paint_heat(painter, QRectF(self.rect()), self._heat, tokens)


class RingCountdown(QWidget):
    """The ring of a held reply: it fills while the hold runs, with the state's sign inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = RingMark.COOLING
        self._fraction = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: RingMark, fraction: float, name: str) -> None:
        """Show a state and how much of its ring is filled, 0 to 1; `name` says it in words."""
        self._mark = mark
        self._fraction = min(max(fraction, 0.0), 1.0)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = px(self, _RING_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, icon = RING_SIGNS[self._mark]
        tokens = tokens_of(self.palette())
        colour = tokens[role]
        stroke = px(self, 5)
        box = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        if self._mark is RingMark.UNCERTAIN:
            pen = QPen(colour, stroke * 0.7)
            pen.setDashPattern([2.6, 1.8])
            painter.setPen(pen)
            painter.drawEllipse(box)
        else:
            if tokens.is_high_contrast:  # what is left is a thin line, not a tint
                painter.setPen(QPen(colour, HAIRLINE))
            else:
                faint = QColor(colour)
                faint.setAlphaF(0.28)
                painter.setPen(QPen(faint, stroke))
            painter.drawEllipse(box)
            painter.setPen(QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(box, _TOP, -round(self._fraction * _FULL_TURN))
        third = box.width() * 0.26
        paint_icon(painter, icon, box.adjusted(third, third, -third, -third), colour)


class CheckDisc(QWidget):
    """A check in a disc for what the reply has, an empty dashed disc for what it lacks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_earned = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_earned(self) -> bool:
        """Whether the check is shown."""
        return self._is_earned

    def set_earned(self, is_earned: bool, name: str) -> None:  # noqa: FBT001 - the only value
        """Show the check or the empty disc; `name` says which, for screen readers."""
        self._is_earned = is_earned
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = px(self, _DISC_SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._is_earned:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens[Role.READY])
            painter.drawEllipse(box)
            inset = box.width() * 0.2
            inner = box.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, Icon.CHECK, inner, tokens[Role.RAISED])
        else:
            painter.setPen(QPen(tokens[Role.LINE], 1.4, Qt.PenStyle.DashLine))
            painter.drawEllipse(box)
