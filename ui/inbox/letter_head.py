"""The head of a letter: who, from which address, how hot, how long waiting, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import takewhile
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ...replies.cases.case import CaseKind, CaseState
from ...replies.cases.promise import Promise
from ...replies.inbox import Matter
from ...replies.orders.order import Marketplace
from ...replies.orders.references import channel_of, is_relay
from ..theme.labels import ElidedLabel, Label, safe_tip
from ..theme.marks import HeatMark
from ..theme.sheet import Tone
from ..theme.sizes import GAP, ICON, PADDING, Type, px
from ..words import Words, visible

_OVER: Final = frozenset({CaseState.RESOLVED, CaseState.NO_COMPLAINT})
_MARK_ROOM: Final = 64  # what the heat mark and the gaps beside it take


class LetterHead(QWidget):
    """Shows whose letter it is; the address is always there beside the name."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._heat = HeatMark(self)
        self._name = ElidedLabel("", Type.HEAD, parent=self)
        self._address = ElidedLabel("", Type.SMALL, Tone.MUTED, self)
        self._facts = Label("", Type.SMALL, Tone.MUTED, self)
        self._buttons: list[QToolButton] = []
        self._is_brief = False
        self._button_row = QHBoxLayout()
        self._lay_out()

    def show_actions(self, actions: Iterable[QAction]) -> None:
        """Offer these actions as buttons."""
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(action.text())
            self._buttons.append(button)
            self._button_row.addWidget(button)
        self._fit()

    def set_brief(self, is_brief: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Keep to the name, while the words of the letter need the room."""
        self._is_brief = is_brief
        for part in (self._address, self._facts, *self._buttons):
            part.setVisible(not is_brief)

    def show_matter(self, matter: Matter, now: datetime, promises: Sequence[Promise] = ()) -> None:
        """Show the head of a letter; `promises` are those that are not kept yet."""
        sender = matter.letter.message.sender
        mood = self._words.mood(matter.kind, matter.heat)
        self._heat.setVisible(not matter.is_back)
        if matter.kind is CaseKind.PRAISE:
            self._heat.set_praise(mood)
        else:
            self._heat.set_heat(matter.heat, mood)
        self._name.setText(self._words.name(sender))
        self._address.setText(visible(sender.addr_spec))
        today = self._words.today(now)
        standing = _standing(promises, matter, today)
        facts = [*self._fact_words(matter, mood, now), *self._promise_words(standing, today)]
        self._facts.setText(" · ".join(facts))
        self._facts.setToolTip(safe_tip("\n".join(promise.sentence for promise in standing)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fact_words(self, matter: Matter, mood: str, now: datetime) -> list[str]:
        facts = [self._channel(matter)]
        if matter.is_back:
            return facts
        if matter.case is not None:
            facts.append(self.tr("case {number}").format(number=matter.case.number))
        facts.append(mood)
        if unanswered := _unanswered(matter):
            facts.append(self._words.waiting(unanswered, matter.waiting_since, now))
        return facts

    def _promise_words(self, promises: Sequence[Promise], today: date) -> list[str]:
        days = [promise.due for promise in promises if promise.due is not None]
        if not days:
            return [self.tr("promised, no day named")] if promises else []
        day = self._words.day(min(days), today)
        if min(days) < today:
            return [self.tr("promised for {day}, past").format(day=day)]
        return [self.tr("promised for {day}").format(day=day)]

    def _channel(self, matter: Matter) -> str:
        address = matter.letter.message.sender.addr_spec
        marketplace = channel_of(address)
        if is_relay(address):
            name = self._words.marketplace(marketplace)
            return self.tr("{marketplace} relay").format(marketplace=name)
        if marketplace is not Marketplace.OWN:
            return self._words.marketplace(marketplace)
        return self.tr("direct mail")

    def _fit(self) -> None:
        """Let the buttons keep their words while the name has room beside them."""
        styles = Qt.ToolButtonStyle
        side = px(self, ICON - 2)
        for button in self._buttons:
            button.setToolButtonStyle(styles.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(side, side))
        room = (
            self.width()
            - px(self, _MARK_ROOM)
            - self._name.fontMetrics().horizontalAdvance(self._name.text())
        )
        if sum(button.sizeHint().width() + GAP for button in self._buttons) > room:
            for button in self._buttons:
                button.setToolButtonStyle(styles.ToolButtonIconOnly)

    def _lay_out(self) -> None:
        self._button_row.setSpacing(GAP)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, GAP // 2 + 1, 0, 0)
        mark.addWidget(self._heat)
        mark.addStretch(1)
        head = QGridLayout(self)
        head.setContentsMargins(0, 0, 0, 0)
        head.setHorizontalSpacing(PADDING)
        head.setVerticalSpacing(1)
        head.setColumnStretch(1, 1)
        head.addLayout(mark, 0, 0, 3, 1)
        head.addWidget(self._name, 0, 1)
        head.addWidget(self._address, 1, 1, 1, 2)
        head.addLayout(self._button_row, 0, 2, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._facts, 2, 1, 1, 2)


def _standing(promises: Sequence[Promise], matter: Matter, today: date) -> list[Promise]:
    """The promises to bear in mind: those ahead, and while the case is open the others as well."""
    if matter.case is not None and matter.case.state not in _OVER:
        return list(promises)
    return [promise for promise in promises if promise.due is not None and promise.due >= today]


def _unanswered(matter: Matter) -> int:
    """How many letters of the customer came since the last answer."""
    return sum(1 for _ in takewhile(lambda m: not m.is_outgoing, reversed(matter.messages)))
