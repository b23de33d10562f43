"""The parts of the chooser of times: a row for each, and the field for one of the seller's own."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QRectF, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...replies.put_off_times import Barrier, barrier, local_moment
from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import KeyHint, Label
from ..theme.sheet import Tone
from ..theme.sizes import CONTROL_CORNER, GAP, PADDING, Type, px
from ..theme.tokens import Role, tokens_of
from ..words import Words

_FURTHEST: Final = timedelta(days=366)


class TimeRow(QAbstractButton):
    """A digit, what it chooses, when that is; one that is not possible says why.

    Args:
        is_said_above: why it is not possible stands above all rows, and is not repeated.
    """

    def __init__(
        self,
        digit: str,
        name: str,
        said: str,
        why_not: str,
        parent: QWidget,
        *,
        is_said_above: bool = False,
    ) -> None:
        super().__init__(parent)
        self.digit = digit
        self.setText(name)
        self.setAccessibleName(", ".join(part for part in (name, said, why_not) if part))
        self.setEnabled(not why_not)
        tone = Tone.MUTED if why_not else Tone.TEXT
        grid = QGridLayout(self)
        grid.setContentsMargins(PADDING, GAP, PADDING, GAP)
        grid.setHorizontalSpacing(PADDING)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        labels = [KeyHint(digit, self), Label(name, Type.BODY, tone, self)]
        grid.addWidget(labels[0], 0, 0)
        grid.addWidget(labels[1], 0, 1)
        if said:
            labels.append(Label(said, Type.BODY, Tone.MUTED, self))
            labels[-1].setWordWrap(False)
            grid.addWidget(labels[-1], 0, 2)
        if why_not and not is_said_above:
            labels.append(Label(why_not, Type.SMALL, Tone.MUTED, self))
            grid.addWidget(labels[-1], 1, 1, 1, 2)
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isEnabled() or not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens[Role.ACCENT_SOFT])
        corner = px(self, CONTROL_CORNER)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)


class OwnTime(QWidget):
    """A field for a day and a time by the clock of this computer; Enter takes it.

    Signals:
        chosen: carries the moment (UTC).
    """

    chosen = Signal(object)

    def __init__(
        self, first: datetime, now: datetime, due: datetime | None, words: Words, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._due = due
        self._words = words
        self._field = QDateTimeEdit(_shown(first), self)
        self._field.setDisplayFormat("d MMM yyyy, HH:mm")
        self._field.setDateRange(_shown(now).date(), _shown(now + _FURTHEST).date())
        self._field.setAccessibleName(self.tr("A day and time of your own"))
        self._field.lineEdit().setTextMargins(px(self, GAP), 0, 0, 0)
        self._take = ActButton(self.tr("Put off"), Icon.MOON, parent=self)
        self._hint = Label("", Type.SMALL, Tone.MUTED, self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._field, stretch=1)
        row.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP // 2, PADDING, GAP)
        column.setSpacing(GAP // 2)
        column.addLayout(row)
        column.addWidget(self._hint)
        self._field.dateTimeChanged.connect(self._renew)
        self._take.clicked.connect(self._choose)
        self._renew()

    def take_focus(self) -> None:
        """Give the keyboard to the time of day, which is changed most."""
        self._field.setFocus(Qt.FocusReason.TabFocusReason)
        self._field.setSelectedSection(QDateTimeEdit.Section.HourSection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._field.hasFocus():
            self._choose()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or event.text().isdigit():
            event.accept()  # of the field, at the end of what it can take
        else:
            super().keyPressEvent(event)

    def _moment(self) -> datetime:
        day, at = self._field.date(), self._field.time()
        local = date(day.year(), day.month(), day.day())
        return local_moment(local, time(at.hour(), at.minute()))

    def _barrier(self) -> Barrier:
        return barrier(self._moment(), self._now, self._due)

    def _renew(self) -> None:
        why_not = self._words.put_off_barrier(self._barrier(), self._due, self._now)
        self._hint.setText(why_not or self._words.appointment(self._moment(), self._now))
        self._take.setEnabled(not why_not)

    def _choose(self) -> None:
        if self._barrier() is Barrier.NONE:
            self.chosen.emit(self._moment())


def _shown(moment: datetime) -> QDateTime:
    local = moment.astimezone()
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
