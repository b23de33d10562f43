"""The strip at the foot: the next clocks, earliest first; a click goes there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from ..replies.inbox import InboxRow
from .theme.buttons import ActButton
from .theme.icons import Icon
from .theme.labels import ElidedLabel
from .theme.marks import URGENCY_ROLES, paint_clock
from .theme.sheet import Ground, Look, Tone, dress
from .theme.sizes import GAP, PADDING, PILL_CORNER, Type, dense, font_for, px
from .theme.tokens import Role, tokens_of
from .words import Urgency, Words, urgency

SHOWN_CLOCKS: Final = 5
_HEIGHT: Final = 44
_COMPACT_HEIGHT: Final = 36
_CHIP_HEIGHT: Final = 28
_STATUS_WIDTH: Final = 200  # what a word on what was done may take from the chips, at least
_STATUS_SHARE: Final = 60  # of a hundred: at most; where it is longer, its tip has it whole


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline: whose, and until when."""

    conversation_id: int
    name: str
    due: datetime


def clocks_of(rows: Iterable[InboxRow], words: Words) -> tuple[Clock, ...]:
    """The clocks of rows, the earliest first, as many as the strip shows."""
    due = sorted((row for row in rows if row.due is not None), key=_due_of)
    return tuple(
        Clock(row.conversation_id, words.name(row.customer), row.due)
        for row in due[:SHOWN_CLOCKS]
        if row.due is not None
    )


def _due_of(row: InboxRow) -> datetime:
    return row.due or row.received_at


class ClockStrip(QFrame):
    """Chips for the next deadlines, and a word on what was done last at the right.

    Signals:
        conversation_chosen: carries the id of the conversation whose clock was clicked.
        undo_wanted: take back what was done last.
        said: there is a new word on what was done.
    """

    conversation_chosen = Signal(int)
    undo_wanted = Signal()
    said = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.FOOT)
        self.setAccessibleName(self.tr("Next clocks"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._chips = tuple(_ClockChip(words, self) for _ in range(SHOWN_CLOCKS))
        self._title = ElidedLabel(self.tr("Next clocks"), Type.SMALL, Tone.MUTED, self)
        self._status = ElidedLabel("", Type.SMALL, Tone.MUTED, self)
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._undo = ActButton(self.tr("Undo"), Icon.REFUND, look=Look.QUIET, parent=self)
        self._undo.clicked.connect(self.undo_wanted)
        self._undo.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, GAP // 2, PADDING, GAP // 2)
        row.setSpacing(GAP)
        row.addWidget(self._title)
        for chip in self._chips:
            chip.chosen.connect(self.conversation_chosen)
            row.addWidget(chip)
        row.addWidget(self._status, stretch=1)
        row.addWidget(self._undo)
        self.show_clocks((), None)

    def show_clocks(self, clocks: Sequence[Clock], now: datetime | None) -> None:
        """Show these clocks as they stand at `now`."""
        for place, chip in enumerate(self._chips):
            is_used = place < len(clocks) and now is not None
            if is_used and now is not None:
                chip.show_clock(clocks[place], now)
            chip.is_used = is_used
        no_clocks = self.tr("No clock is running")
        self._title.setText(self.tr("Next clocks") if clocks else no_clocks)
        self._fit()

    def set_status(self, text: str) -> None:
        """Say what was done last."""
        self._status.setText(text)
        self._fit()
        if text:
            self.said.emit()

    def announce(self, text: str) -> None:
        """Have a screen reader say a text, wherever the focus is."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_undoable(self, is_undoable: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Offer to take the last step back, or not."""
        self._undo.setVisible(is_undoable)
        self._fit()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), px(self, dense(_HEIGHT, _COMPACT_HEIGHT))))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the chips that there is room for, the earliest first."""
        room = self.width() - PADDING * 2 - self._title.sizeHint().width() - GAP * 2
        if self._status.text():
            most = max(px(self, _STATUS_WIDTH), self.width() * _STATUS_SHARE // 100)
            room -= min(self._status.sizeHint().width(), most) + GAP
        if not self._undo.isHidden():
            room -= self._undo.sizeHint().width() + GAP
        for chip in self._chips:
            room -= chip.sizeHint().width() + GAP
            chip.setVisible(chip.is_used and room >= 0)


class _ClockChip(QAbstractButton):
    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._clock: Clock | None = None
        self._time = ""
        self._urgency = Urgency.CALM
        self.is_used = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_clock(self, clock: Clock, now: datetime) -> None:
        self._clock = clock
        self._urgency = urgency(clock.due, now)
        self._time = self._words.clock(clock.due, now)
        self.setText(clock.name)
        self.setAccessibleName(f"{self._time}, {clock.name}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        strong = QFontMetrics(font_for(self.font(), Type.SMALL_STRONG, tabular=True))
        small = QFontMetrics(font_for(self.font(), Type.SMALL))
        name = min(small.horizontalAdvance(self.text()), px(self, 140))
        width = strong.horizontalAdvance(self._time) + name + self._side() + px(self, 42)
        return QSize(width, max(px(self, _CHIP_HEIGHT), small.height() + px(self, GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        is_over = self._urgency is Urgency.OVER
        ground = tokens[Role.OVER if is_over else Role.RAISED]
        edge = tokens[Role.TEXT if self.underMouse() else Role.BORDER]
        painter.setPen(QPen(edge if not is_over or self.underMouse() else ground, 1))
        painter.setBrush(ground)
        corner = min(px(self, PILL_CORNER), self.height() / 2 - 1)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        ink = tokens[Role.ON_OVER if is_over else URGENCY_ROLES[self._urgency]]
        side, pad, gap = self._side(), px(self, PADDING), px(self, 6)
        paint_clock(
            painter, QRectF(pad, (self.height() - side) / 2, side, side), self._urgency, ink
        )
        painter.setPen(ink)
        painter.setFont(font_for(self.font(), Type.SMALL_STRONG, tabular=True))
        left = pad + side + gap
        width = painter.fontMetrics().horizontalAdvance(self._time)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(left, 0, width + 2, self.height(), middle, self._time)
        left += width + gap
        painter.setFont(font_for(self.font(), Type.SMALL))
        painter.setPen(tokens[Role.ON_OVER if is_over else Role.TEXT])
        room = self.width() - left - pad // 2
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, 0, room, self.height(), middle, name)

    def _side(self) -> int:
        return px(self, 14)

    def _on_clicked(self) -> None:
        if self._clock is not None:
            self.chosen.emit(self._clock.conversation_id)
