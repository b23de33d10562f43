"""Until when a letter is put off: a small card of times, chosen by a digit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ...replies.put_off_times import Barrier, Choice, When
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px
from ..words import Words
from .put_off_rows import OwnTime, TimeRow

_WIDTH: Final = 400
_FROM_TOP: Final = 96
_BEFORE_OWED: Final = timedelta(hours=1)
_LEAST: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Offer:
    """What the chooser offers.

    Attributes:
        letters: how many are put off.
        due: until when an answer to a complaint is owed, None where none is.
        are_put_off: they are put off already, and can be had back.
    """

    choices: tuple[Choice, ...]
    letters: int
    now: datetime
    due: datetime | None
    are_put_off: bool

    @property
    def is_too_late(self) -> bool:
        """None of the times is left before the answer is owed."""
        return all(choice.barrier is not Barrier.NONE for choice in self.choices)

    @property
    def has_own(self) -> bool:
        """There is a time of her own left."""
        return self.due is None or self.due > self.now + _LEAST

    @property
    def first_own(self) -> datetime:
        """Which time of her own stands in the field at first."""
        if self.due is None:
            return self.choices[1].at
        early = self.due - _BEFORE_OWED
        return min(early if early > self.now else self.now + _LEAST, self.choices[1].at)


class PutOffChooser(QDialog):
    """Opens over the window; Up, Down and Enter choose, or a digit; Esc closes.

    Signals:
        chosen: carries the moment (UTC) until which they are put off.
        back_wanted: they are to be back at once.
        holding_wanted: a reply is wanted that says that the seller is looking into it.
    """

    chosen = Signal(object)
    back_wanted = Signal()
    holding_wanted = Signal()

    def __init__(self, offer: Offer, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(words.put_off(offer.letters))
        dress(self, ground=Ground.FLOATING)
        self._offer = offer
        self._words = words
        self._rows: list[TimeRow] = []
        self._deeds: list[Callable[[], None]] = []
        self._own = OwnTime(offer.first_own, offer.now, offer.due, words, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(2)
        self._add_head()
        for choice in offer.choices:
            self._add_choice(choice)
        self._add_own()
        if offer.are_put_off:
            self._add_row(self.tr("Back to “Needs answer” now"), self._have_back)
        if offer.is_too_late and offer.letters == 1:
            self._add_row(self.tr("Say that you are looking into it"), self._hold_off)

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of a window."""
        self.setFixedWidth(min(px(self, _WIDTH), window.width() - 2 * PADDING))
        self.adjustSize()
        corner = window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 0))
        room = window.height() - self.height() - PADDING
        self.move(corner + QPoint(0, max(min(px(self, _FROM_TOP), room), 0)))
        self.show()
        possible = self._possible()
        if possible:
            self._focus(possible[-1] if self._offer.is_too_late else possible[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        chosen = next((row for row in self._rows if row.digit == event.text()), None)
        focused = self.focusWidget()
        if key in steps:
            self._step(steps[key])
        elif chosen is not None:
            chosen.click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, TimeRow) and not event.isAutoRepeat():
                focused.click()
        else:
            super().keyPressEvent(event)

    def _possible(self) -> list[TimeRow]:
        return [row for row in self._rows if row.isEnabled()]

    def _step(self, by: int) -> None:
        rows, focused = self._possible(), self.focusWidget()
        if isinstance(focused, TimeRow) and focused in rows:
            self._focus(rows[(rows.index(focused) + by) % len(rows)])

    @staticmethod
    def _focus(row: TimeRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_head(self) -> None:
        title = self._words.put_off(self._offer.letters)
        lines = [Label(title, Type.STRONG, parent=self)]
        if self._offer.is_too_late:
            said = self.tr("A short reply that you are looking into it lets them wait calmly.")
            said = f"{self._why_not(Barrier.OWED)} {said}"
            lines.append(Label(said, Type.SMALL, Tone.MUTED, self))
        for line in lines:
            line.setContentsMargins(PADDING, GAP // 2, PADDING, GAP // 2)
            self._column.addWidget(line)

    def _add_choice(self, choice: Choice) -> None:
        names = {
            When.LATER_TODAY: self.tr("Later today"),
            When.TOMORROW: self.tr("Tomorrow morning"),
            When.MONDAY: self.tr("Monday morning"),
            When.NEXT_WEEK: self.tr("In a week"),
        }

        def choose() -> None:
            self._choose(choice.at)

        said = self._words.appointment(choice.at, self._offer.now)
        self._add_row(names[choice.when], choose, said, self._why_not(choice.barrier))

    def _add_own(self) -> None:
        why_not = "" if self._offer.has_own else self._why_not(Barrier.OWED)
        self._add_row(self.tr("A day and time of your own"), self._ask_own, "", why_not)
        self._column.addWidget(self._own)
        self._own.hide()
        self._own.chosen.connect(self._choose)

    def _add_row(
        self, name: str, do: Callable[[], None], said: str = "", why_not: str = ""
    ) -> None:
        is_above = self._offer.is_too_late and why_not == self._why_not(Barrier.OWED)
        digit = str(len(self._rows) + 1)
        row = TimeRow(digit, name, said, why_not, self, is_said_above=is_above)
        row.clicked.connect(self._on_clicked)
        self._rows.append(row)
        self._deeds.append(do)
        self._column.addWidget(row)

    def _why_not(self, barrier: Barrier) -> str:
        return self._words.put_off_barrier(barrier, self._offer.due, self._offer.now)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, TimeRow):
            self._deeds[self._rows.index(pressed)]()

    def _choose(self, at: datetime) -> None:
        self.close()
        self.chosen.emit(at)

    def _have_back(self) -> None:
        self.close()
        self.back_wanted.emit()

    def _hold_off(self) -> None:
        self.close()
        self.holding_wanted.emit()

    def _ask_own(self) -> None:
        self._own.show()
        self.adjustSize()
        self._own.take_focus()
