"""How much each saved search finds, kept up as mail comes."""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies import inbox_store
from ...replies.search.parsing import parse, without_first_letter
from ...replies.search.saved import SavedSearch, Searches
from ...replies.search.store import find
from ..engine import Engine
from ..rail_item import Count

_COUNTED: Final = frozenset(
    {
        RecordKind.MESSAGE,
        RecordKind.CONVERSATION,
        RecordKind.CASE,
        RecordKind.ORDER,
        RecordKind.HELD_REPLY,
        RecordKind.DRAFT,
    }
)
_GATHER_MS: Final = 400  # the list and the shelves come first
_SHARE: Final = 20  # while much changes, counting takes at most this part of the time
_ANEW_MS: Final = 5 * 60_000  # what is due changes with the clock
_MOST_LETTERS: Final = 1_000
_COUNT: Final = "count a saved search"


@dataclass(frozen=True, slots=True)
class _Counted:
    search: SavedSearch
    count: Count


def _count(search: SavedSearch, now: datetime, db: sqlite3.Connection) -> _Counted:
    query = parse(without_first_letter(search.typed), now.astimezone().date()).query
    letters = find(db, query, _MOST_LETTERS, now)
    number = inbox_store.count_found(db, letters)
    return _Counted(search, Count(number, is_more=len(letters) == _MOST_LETTERS))


class SavedCounts(QObject):
    """Counts one search after the other beside the window: nothing waits for more than one.

    Signals:
        counted: carries the id of a search, and its Count.
    """

    counted = Signal(int, object)

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._searches: Searches = ()
        self._queue: deque[SavedSearch] = deque()
        self._began = 0.0
        self._free_at = 0.0
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.timeout.connect(self._on_gathered)
        self._anew = QTimer(self)
        self._anew.setInterval(_ANEW_MS)
        self._anew.timeout.connect(self.count_anew)
        engine.changed.connect(self._on_changed)
        engine.lookups.finished.connect(self._on_finished)
        engine.lookups.failed.connect(self._on_failed)

    def follow(self, searches: Searches) -> None:
        """Count these from now on."""
        news = [one for one in searches if one not in self._searches]
        self._searches = searches
        if news:
            self._wait()
        if searches and not self._anew.isActive():
            self._anew.start()
        elif not searches:
            self._anew.stop()

    def count_anew(self) -> None:
        """Count them all again: the time has changed what they find."""
        self._wait()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_COUNTED):
            self._wait()

    def _wait(self) -> None:
        if self._searches and not self._gathering.isActive():
            pause_ms = round((self._free_at - time.monotonic()) * 1000)
            self._gathering.start(max(_GATHER_MS, pause_ms))

    def _on_gathered(self) -> None:
        if self._queue:  # the last round is not through
            self._wait()
            return
        self._began = time.monotonic()
        self._queue.extend(self._searches)
        self._go_on()

    def _go_on(self) -> None:
        if self._queue:
            now = self._engine.profile.clock.read().wall
            self._engine.look_up(_COUNT, partial(_count, self._queue[0], now))
        else:
            now_s = time.monotonic()
            self._free_at = now_s + (now_s - self._began) * (_SHARE - 1)

    def _on_finished(self, name: str, result: object) -> None:
        if name == _COUNT and isinstance(result, _Counted):
            self._queue.popleft()
            if result.search in self._searches:
                self.counted.emit(result.search.id, result.count)
            self._go_on()

    def _on_failed(self, name: str, _error: Exception) -> None:
        if name == _COUNT:  # opening the search says why
            self._queue.popleft()
            self._go_on()
