"""Space of deleted letters goes back to the disk while the window is open; see `store.space`."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer

from ..mailbox.store.space import can_give_back, give_some_back, space_of
from ..mailbox.store.writer import StoreWriter

_FIRST_LOOK_MS: Final = 120_000  # behind the start, and what came meanwhile
_LOOK_EVERY_MS: Final = 3_600_000
_BETWEEN_STEPS_MS: Final = 100  # in which others write
_log = logging.getLogger(__name__)
Follow: TypeAlias = Callable[
    [Future[bool], Callable[[bool], None], Callable[[Exception], None]], None
]


class GivingBack(QObject):
    """Looks now and then whether much of the database is empty, and then takes step after step.

    A step is one job of the writer among others, of some 15 ms. What keeps it from being done, a
    full disk first of all, is no news for the seller: it is tried again an hour later.
    """

    def __init__(self, writer: StoreWriter, follow: Follow, parent: QObject) -> None:
        super().__init__(parent)
        self._writer = writer
        self._follow = follow
        self._is_at_work = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self.look)

    def start(self) -> None:
        """Look for the first time in some minutes."""
        self._next.start(_FIRST_LOOK_MS)

    def stop(self) -> None:
        """Take no further step."""
        self._next.stop()

    def look(self) -> None:
        """Look now, or take the next step."""
        job = give_some_back if self._is_at_work else _is_worth_it
        future = self._writer.submit(lambda tx: job(tx.db), is_repeatable=True)
        self._follow(future, self._on_done, self._on_failed)

    def _on_done(self, is_more: bool) -> None:  # noqa: FBT001 - the writer's answer
        self._is_at_work = is_more
        self._next.start(_BETWEEN_STEPS_MS if is_more else _LOOK_EVERY_MS)

    def _on_failed(self, error: Exception) -> None:
        _log.info("no space could be given back: %s", error)
        self._on_done(is_more=False)


def _is_worth_it(db: sqlite3.Connection) -> bool:
    return can_give_back(db) and space_of(db).is_worth_giving_back
