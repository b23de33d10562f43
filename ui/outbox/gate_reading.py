"""What is read in the gate: both letters, what the reply comes to, and the ways on under them."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...replies.inbox import Matter
from ...replies.outbox.held_reply import HeldReply
from ...replies.rereading import Rereading
from ..outbox_words import HoldWords
from ..theme.sizes import PADDING, px
from .gate_cards import GateCards
from .gate_foot import GateFoot
from .gate_letters import OurLetter, TheirLetter

_NARROW: Final = 440  # below it the letters stand one above the other
_SHORT: Final = 560  # below it the small cards stand under our letter and scroll with it
_ROOMY: Final = 760  # from here on all buttons stand in one line


class GateReading(QWidget):
    """Sets the letters side by side while there is room, and keeps the order of Tab.

    Attributes:
        theirs, ours, cards, foot: the parts, in the order of Tab.
    """

    def __init__(self, words: HoldWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.theirs = TheirLetter(words.words, self)
        self.ours = OurLetter(words.words, self)
        self.cards = GateCards(words, self)
        self.foot = GateFoot(self)
        self._letters = QHBoxLayout()
        self._letters.setSpacing(PADDING + 4)
        self._letters.addWidget(self.theirs, stretch=1)
        self._letters.addWidget(self.ours, stretch=1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(PADDING)
        self._column.addLayout(self._letters, stretch=1)
        self._column.addWidget(self.foot)

    def show_reply(
        self, matter: Matter, reply: HeldReply, found: Rereading, why_not: str, now: datetime
    ) -> None:
        """Show both letters and what the reply comes to.

        Args:
            why_not: the sentence that says why it may not be sent, where it may not.
        """
        self.theirs.setVisible(not matter.is_begun_here)
        self.theirs.show_matter(matter, now)
        self.ours.show_reply(reply, now)
        self.cards.show_reply(matter, reply, found, now)
        self.ours.set_description(self.cards.heats.text())
        self.foot.show_reply(matter, reply, why_not)

    def begin(self) -> None:
        """Be read: the keyboard is with our letter."""
        self.show()
        self._order_tabs()
        self.ours.focus_text()

    def fit(self, gate: QSize, *, is_low: bool) -> None:
        """Set the parts as a gate of this size has room for them.

        Args:
            gate: its size.
            is_low: it is so low that the buttons below the letters have to share a line.
        """
        directions = QBoxLayout.Direction
        is_narrow = gate.width() < px(self, _NARROW)
        self._letters.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.foot.set_tight(is_tight=is_low)
        self.foot.set_stacked(is_stacked=gate.width() < px(self, _ROOMY) and not is_low)
        is_short = gate.height() < px(self, _SHORT)
        self.cards.set_stacked(is_stacked=is_short)
        if is_short:
            self.ours.put_under(self.cards)
        else:
            self._column.insertWidget(self._column.count() - 1, self.cards)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Letters, cards, buttons, and Send last; the parts of a letter are made with it."""
        foot = self.foot
        parts = (
            *(self.theirs.area, *self.theirs.stops, self.ours.area),
            *(*self.cards.cards, foot.longer, foot.edit, foot.call, foot.send),
        )
        for part, following in pairwise(parts):
            QWidget.setTabOrder(part, following)
