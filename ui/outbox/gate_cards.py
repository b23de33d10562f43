"""What stands under both letters: the heats, and three cards on what the final text comes to."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...replies.cases.promise import Promise
from ...replies.inbox import Matter
from ...replies.outbox.held_reply import HeldReply
from ...replies.rereading import Rereading
from ..outbox_words import HoldWords
from ..theme.icons import Icon
from ..theme.sizes import GAP, PADDING
from .heat_line import HeatLine
from .line_card import LineCard
from .word_diff import changes


class GateCards(QWidget):
    """Shows what will be recorded, which facts are stated, and what changed since the first draft.

    Attributes:
        heats, promises, facts, changes: the parts, in the order of Tab.
    """

    def __init__(self, words: HoldWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.heats = HeatLine(words.words, self)
        self.promises = LineCard(self.tr("It will record"), Icon.PROMISE, words, self)
        self.facts = LineCard(self.tr("Facts it states"), Icon.CHECK, words, self)
        self.changes = LineCard(
            self.tr("Changed since your first draft"), Icon.PENCIL, words, self
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(PADDING)
        for card in self.cards:
            self._row.addWidget(card, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.heats)
        column.addLayout(self._row)

    @property
    def cards(self) -> tuple[LineCard, ...]:
        """The cards, in the order of Tab."""
        return (self.promises, self.facts, self.changes)

    def set_stacked(self, *, is_stacked: bool) -> None:
        """Show the cards below each other, or side by side."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)

    def show_reply(
        self, matter: Matter, reply: HeldReply, found: Rereading, now: datetime
    ) -> None:
        """Show what a reply comes to, if it went out now."""
        today = self._words.words.today(now)
        by_day = sorted(found.promises, key=lambda promise: promise.due or date.max)
        self.promises.show_lines(
            [self._promise(promise, today) for promise in by_day],
            self.tr("It promises nothing."),
        )
        self.facts.show_lines(
            [self._words.words.fact(name, said) for name, said in found.facts],
            self.tr("It names nothing that the order could confirm."),
        )
        stretches = changes(reply.first_body, reply.draft.body)
        self.changes.show_lines(
            [self._words.change(change.before, change.after) for change in stretches],
            self.tr("Nothing: it is as it was first written."),
        )
        self.heats.show_heats(matter, found.first_heat, found.final_heat, self._kept(reply))

    def _promise(self, promise: Promise, today: date) -> str:
        return self.tr("{day}: {promise}").format(
            day=self._day(promise.due, today), promise=promise.sentence
        )

    def _day(self, due: date | None, today: date) -> str:
        if due is None:
            return self.tr("No day named")
        day = self._words.words.day(due, today)
        if due < today:
            return self.tr("{day}, past already").format(day=day)
        near = {0: self.tr("Today"), 1: self.tr("Tomorrow")}
        return near.get((due - today).days) or self._weekdays()[due.weekday()].format(day=day)

    def _weekdays(self) -> tuple[str, ...]:
        return (
            self.tr("Mon {day}"),
            self.tr("Tue {day}"),
            self.tr("Wed {day}"),
            self.tr("Thu {day}"),
            self.tr("Fri {day}"),
            self.tr("Sat {day}"),
            self.tr("Sun {day}"),
        )

    def _kept(self, reply: HeldReply) -> str:
        if not reply.dismissals:
            return self.tr("Everything that was found was mended.")
        first, *others = [self._words.kept(reason) for _, reason in reply.dismissals]
        return f"{first} {self._words.more(len(others))}" if others else first
