"""Attachments that were left on the server, fetched for whoever wants them, with how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ...mailbox.errors import MailError
from ...mailbox.message import StoredMessage
from ...mailbox.part_wishes import PartWish
from ..engine import Engine

if TYPE_CHECKING:
    from ...mailbox.sync import AccountSync


@dataclass(slots=True, eq=False)
class _Running:
    """What is being fetched."""

    letter_id: int
    numbers: tuple[int, ...]
    sync: AccountSync = field(repr=False)
    percent: int = 0
    wish: PartWish | None = None


class PartFetching(QObject):
    """Has the sync of an account fetch attachments; the window never waits for it.

    Signals:
        progressed: carries a letter's id.
        arrived: carries the id of a letter of which an attachment is here now.
        failed: carries an exception for the seller to read.
    """

    progressed = Signal(int)
    arrived = Signal(int)
    failed = Signal(object)
    _came = Signal(object, int, int)

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._running: list[_Running] = []
        self._came.connect(self._on_came)

    def fetch(
        self, letter: StoredMessage, numbers: tuple[int, ...], then: Callable[[], None]
    ) -> None:
        """Fetch attachments of a letter; `then` is called when they are here."""
        try:
            sync = self._engine.sync_of(letter.account_id)
        except MailError as error:
            self.failed.emit(error)
            return
        running = _Running(letter.id, numbers, sync)
        self._running.append(running)
        running.wish = sync.fetch_parts(letter.id, numbers, partial(self._came.emit, running))
        self._engine.follow(
            running.wish.outcome,
            partial(self._on_done, running, then),
            partial(self._on_failed, running),
        )
        self.progressed.emit(letter.id)

    def stop(self, letter_id: int, number: int) -> None:
        """Fetch an attachment no further; what came of it is kept."""
        for running in self._running:
            if running.letter_id == letter_id and number in running.numbers and running.wish:
                running.sync.call_off(running.wish)

    def percents(self, letter_id: int) -> dict[int, int]:
        """How much of its attachments is here by now, of those that are being fetched."""
        return {
            number: running.percent
            for running in self._running
            if running.letter_id == letter_id
            for number in running.numbers
        }

    def _on_came(self, running: _Running, came: int, total: int) -> None:
        running.percent = came * 100 // max(1, total)
        if running in self._running:
            self.progressed.emit(running.letter_id)

    def _on_done(
        self,
        running: _Running,
        then: Callable[[], None],
        is_here: bool,  # noqa: FBT001 - a future's result
    ) -> None:
        self._running.remove(running)
        self.progressed.emit(running.letter_id)
        if is_here:
            self.arrived.emit(running.letter_id)
            then()

    def _on_failed(self, running: _Running, error: Exception) -> None:
        self._running.remove(running)
        self.progressed.emit(running.letter_id)
        self.failed.emit(error)
