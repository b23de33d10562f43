"""Tells of new letters while nobody looks: quietly, together, and without a word of theirs."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies import inbox_store
from ...replies.inbox import InboxRow
from ...replies.outbox.quiet_hours import Whose, quiet_until
from ...replies.preferences import NewLetters
from ..engine import Engine
from .looking import is_looked_at
from .presence_words import PresenceWords
from .tray_icon import Followed, TrayIcon

_GATHER_MS: Final = 4_000  # a fetch brings letters in several batches; they are one notice
_NEW: Final = timedelta(days=1)  # what is older was not waited for: a first sync, an archive
_MOST: Final = 100
_NAME: Final = "new letters"
_BACK: Final = "letters that came back"


@dataclass(frozen=True, slots=True)
class _News:
    newest: int
    rows: tuple[InboxRow, ...]
    back: tuple[InboxRow, ...] = ()


def _read(after: int, now: datetime, db: sqlite3.Connection) -> _News:
    newest = inbox_store.newest_letter(db)
    return _News(newest, inbox_store.rows_after(db, after, now, _MOST) if newest > after else ())


def _read_back(since: datetime, now: datetime, db: sqlite3.Connection) -> _News:
    return _News(0, (), inbox_store.rows_back(db, since, now, _MOST))


def to_tell(
    rows: Sequence[InboxRow],
    wanted: NewLetters,
    now: datetime,
    back: Sequence[InboxRow] = (),
) -> tuple[InboxRow, ...]:
    """Those of new letters, and of letters that were put off, that the seller wants to hear of."""
    news = [row for row in rows if now - row.received_at <= _NEW]
    return tuple(
        row
        for row in (*news, *back)
        if wanted is not NewLetters.NONE and (row.complaint or wanted is NewLetters.ALL)
    )


class LetterNotices(QObject):
    """Looks after each change whether somebody waits for an answer who did not before.

    In the seller's own quiet hours nothing is told, nor later: the list has it.
    """

    def __init__(
        self, engine: Engine, words: PresenceWords, tray: TrayIcon, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._words = words
        self._tray = tray
        self._known = inbox_store.newest_letter(engine.reader)
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(_GATHER_MS)
        self._gathering.timeout.connect(self._on_gathered)
        engine.changed.connect(self._on_changed)
        engine.lookups.finished.connect(self._on_looked_up)

    def tell_back(self, since: datetime, now: datetime) -> None:
        """Tell of letters that were put off until a moment between these two, as of new ones."""
        self._engine.look_up(_BACK, partial(_read_back, since, now))

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.CONVERSATION) and not self._gathering.isActive():
            self._gathering.start()

    def _on_gathered(self) -> None:
        self._engine.look_up(_NAME, partial(_read, self._known, self._now()))

    def _on_looked_up(self, name: str, news: object) -> None:
        if name not in (_NAME, _BACK) or not isinstance(news, _News):
            return
        self._known = max(self._known, news.newest)
        now = self._now()
        rows = to_tell(news.rows, self._engine.preferences.new_letters, now, news.back)
        if rows and not is_looked_at() and not self._is_quiet(now):
            self._tray.tell(self._words.new_letters(rows), Followed.LETTERS)

    def _now(self) -> datetime:
        return self._engine.profile.clock.read().wall

    def _is_quiet(self, now: datetime) -> bool:
        hours = self._engine.preferences.hold.quiet
        own = [one for one in hours if one.whose is Whose.SELLER]
        return quiet_until(own, now) is not None
