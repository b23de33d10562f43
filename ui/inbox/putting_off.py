"""What the seller puts off, and has back; each step can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...replies.cases.put_off_store import PutOffMark, look_at
from ...replies.put_off_times import choices
from .. import bulk
from ..engine import Engine
from ..words import Words
from .handling import Done, Handling
from .inbox_page import InboxPage
from .reading import Reading


class PuttingOff(QObject):
    """Asks until when letters are put off, and puts them off.

    Signals:
        done: carries the Done of a step.
        said: carries a short line.
        holding_wanted: a reply is wanted that says that the seller is looking into it.
    """

    done = Signal(object)
    said = Signal(str)
    holding_wanted = Signal()

    def __init__(
        self,
        engine: Engine,
        page: InboxPage,
        reading: Reading,
        handling: Handling,
        words: Words,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._engine = engine
        self._page = page
        self._reading = reading
        self._handling = handling
        self._words = words
        self._window = window
        self._conversations: Sequence[int] = ()
        self._stays = False

    def ask(self) -> None:
        """Ask until when the chosen letters are put off, or the one that is read."""
        if chosen := self._handling.chosen():
            self.ask_for(chosen)

    def ask_for(self, letters: Sequence[int]) -> None:
        """Ask until when these are put off, chosen or not."""
        now = self._reading.now()
        found = look_at(self._engine.reader, letters, now)
        if not found.conversations:
            self.said.emit(self._why_not(held=found.held))
            return
        self._conversations = found.conversations
        self._stays = found.are_put_off
        from .put_off_chooser import Offer, PutOffChooser

        quiet = self._engine.preferences.hold.quiet
        offer = Offer(
            choices=choices(now, found.answer_due, quiet),
            letters=len(found.conversations),
            now=now,
            due=found.answer_due,
            are_put_off=found.are_put_off,
        )
        chooser = PutOffChooser(offer, self._words, self._window)
        chooser.chosen.connect(self._put_off)
        chooser.back_wanted.connect(self._bring_back)
        chooser.holding_wanted.connect(self.holding_wanted)
        chooser.open_over(self._window)

    def why_not(self, letters: Sequence[int]) -> str:
        """Why none of these can be put off; "" if one can."""
        found = look_at(self._engine.reader, letters, self._reading.now())
        return "" if found.conversations else self._why_not(held=found.held)

    def _why_not(self, *, held: bool) -> str:
        if held:
            return self.tr("Its reply waits for you: look at it in Cooling first.")
        return self.tr("Nobody waits for an answer here: there is nothing to put off.")

    def _put_off(self, until: datetime) -> None:
        writer, outbox = self._engine.writer, self._engine.outbox
        future = bulk.put_off_all(writer, outbox, self._conversations, until)
        then = partial(self._on_put_off, self._conversations, until)
        self._engine.follow(future, then)
        self._reading.stop_seeing()
        if not self._stays:
            self._page.list.leave_chosen()

    def _on_put_off(
        self, conversations: Sequence[int], until: datetime, before: Sequence[PutOffMark]
    ) -> None:
        said = self.tr("Put off until {time}. Undo with {keys}.")
        if len(conversations) > 1:
            said = self.tr("Put off until {time}: {count} letters. Undo with {keys}.")
        time = self._words.moment(until, self._reading.now())
        said = said.replace("{time}", time).replace("{count}", str(len(conversations)))
        self.done.emit(Done(partial(self._restore, conversations, before), said))

    def _bring_back(self) -> None:
        self._handling.bring_back_these(self._conversations)

    def _restore(self, conversations: Sequence[int], before: Sequence[PutOffMark]) -> None:
        future = bulk.restore_put_off(self._engine.writer, before)
        self._engine.follow(future, lambda _: self._reading.go_to(conversations[0]))
