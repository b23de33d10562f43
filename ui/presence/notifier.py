"""What the tray says: how the held replies stand, and what becomes of them meanwhile."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies.outbox import store as held
from ..engine import Engine
from .looking import is_looked_at
from .presence_words import PresenceWords
from .standing import notices, standing_of, states_of
from .tray_icon import Followed, TrayIcon

_GATHER_MS: Final = 1_500  # what comes to pass within it is one notice


class Notifier(QObject):
    """Keeps the tip of the tray's sign true, and tells the news while nobody looks.

    Several news at once are one notice; at the start there is none of what was known before.
    """

    def __init__(
        self, engine: Engine, words: PresenceWords, tray: TrayIcon, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._words = words
        self._tray = tray
        self._known = states_of(held.load_in(engine.reader))
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(_GATHER_MS)
        self._gathering.timeout.connect(self.renew)
        engine.changed.connect(self._on_changed)
        self.renew()

    def renew(self) -> None:
        """Read how the replies stand, and say so."""
        db = self._engine.reader
        replies = held.load_in(db)
        standing = standing_of(replies, self._engine.outbox.now(db))
        self._tray.show_standing(self._words.tip(standing, is_stopped=held.is_stopped(db)))
        found = notices(self._known, replies)
        self._known = states_of(replies)
        if found and not is_looked_at():
            self._tray.tell(self._words.notice(found), Followed.REPLIES)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.HELD_REPLY) and not self._gathering.isActive():
            self._gathering.start()
