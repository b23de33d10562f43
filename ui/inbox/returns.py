"""When letters that were put off come back: the window looks at that moment, and not before."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies.cases.put_off_store import next_return
from ..engine import Engine

_MS: Final = timedelta(milliseconds=1)
_LONGEST_MS: Final = 24 * 3_600_000  # a timer counts no further than some days


class Returns(QObject):
    """Knows when the next letter comes back.

    Whether one is put off is asked of the store with each list; this only says when to ask again.
    A timer stands still while the computer sleeps, so the tick of the clocks looks too.

    Signals:
        came_back: carries two moments; letters came back after the first, until the second.
    """

    came_back = Signal(object, object)

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._since = self._now()
        self._next: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        engine.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Wait for the next letter from now on."""
        self._since = self._now()
        self._plan()

    def look(self) -> None:
        """Tell of the letters that have come back since the last look."""
        now = self._now()
        since, is_due = self._since, self._next is not None and now >= self._next
        if is_due or now < since:  # or the clock was set back
            self._since = now
        if is_due:
            self.came_back.emit(since, now)
        self._plan()

    def _plan(self) -> None:
        self._next = next_return(self._engine.reader, self._since)
        if self._next is None:
            self._timer.stop()
        else:
            left_ms = -((self._now() - self._next) // _MS)
            self._timer.start(min(max(left_ms, 0), _LONGEST_MS))

    def _now(self) -> datetime:
        return self._engine.profile.clock.read().wall

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.CONVERSATION):
            self._plan()
