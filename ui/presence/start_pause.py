"""The pause at the start: what would go out at once is shown first, with a way to stop it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies.outbox import store as held
from ...replies.outbox.held_reply import HeldReply
from ..engine import PAUSE_AT_START, Engine
from ..problems import Problem, ProblemBar
from .presence_words import PresenceWords
from .standing import goes_out_soon

_MS: Final = timedelta(milliseconds=1)
_KEY: Final = "pause at the start"


class StartPause(QObject):
    """Shows for half a minute which replies leave when it is over (RELIABILITY B6).

    Signals:
        stop_wanted: nothing is to go out.
    """

    stop_wanted = Signal()

    def __init__(
        self, engine: Engine, problems: ProblemBar, words: PresenceWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._problems = problems
        self._words = words
        self._kept_back: set[int] = set()
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(PAUSE_AT_START // _MS)
        self._end.timeout.connect(self._show)
        problems.button_pressed.connect(self._on_button_pressed)
        problems.closed.connect(self._on_closed)
        engine.changed.connect(self._on_changed)

    def begin(self) -> None:
        """The postman begins: from now on the replies that may go wait this long."""
        self._kept_back = {reply.id for reply in self._going()}
        self._end.start()
        self._show()

    def _show(self) -> None:
        going = [reply for reply in self._going() if reply.id in self._kept_back]
        if not (going and self._end.isActive()):
            self._end.stop()
            self._problems.solve(_KEY)
            return
        seconds = max(1, round(self._end.remainingTime() / 1000))
        what = self._words.going_out(len(going), seconds)
        self._problems.show_problem(Problem(_KEY, what, "", self.tr("Stop all")))

    def _going(self) -> list[HeldReply]:
        db = self._engine.reader
        if held.is_stopped(db):
            return []
        mark = self._engine.outbox.now(db)
        return [reply for reply in held.load_in(db) if goes_out_soon(reply, mark)]

    def _on_button_pressed(self, key: str) -> None:
        if key == _KEY:
            self.stop_wanted.emit()

    def _on_closed(self, key: str) -> None:
        if key == _KEY:
            self._end.stop()

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._end.isActive() and changes.touches(RecordKind.HELD_REPLY):
            self._show()
