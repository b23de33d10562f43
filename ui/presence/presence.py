"""The program beside its window: what closing means, the tray, and coming back to the front."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication

from ...mailbox.store.lock import StandbyMark, is_held
from ...replies.outbox import store as held
from ..engine import Engine
from ..main_window import MainWindow
from .leaving_dialog import LeavingDialog
from .letter_notices import LetterNotices
from .notifier import Notifier
from .presence_words import Circumstances, PresenceWords
from .standing import Standing, standing_of
from .tray_icon import Followed, TrayIcon

_TOLD_KEY: Final = "told_of_tray"


class Presence(QObject):
    """Keeps the program running while replies are held, or says what becomes of them.

    Args:
        kept: where it is kept that the seller was told of the tray.

    Signals:
        cooling_wanted: the held replies are to be shown.
        letters_wanted: the letters that need an answer are to be shown.
        left: the window is closed for good, and the program is to end.
    """

    cooling_wanted = Signal()
    letters_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        engine: Engine,
        window: MainWindow,
        words: PresenceWords,
        tray: TrayIcon,
        kept: QSettings,
    ) -> None:
        super().__init__(window)
        self._engine = engine
        self._window = window
        self._words = words
        self._tray = tray
        self._kept = kept
        self._question: LeavingDialog | None = None
        self._notifier = Notifier(engine, words, tray, self)
        self._letter_notices = LetterNotices(engine, words, tray, self)
        window.set_guarded(True)
        window.close_wanted.connect(self._on_close_wanted)
        window.quit_wanted.connect(self._on_quit_wanted)
        tray.open_wanted.connect(window.come_forward)
        tray.notice_followed.connect(self._on_notice_followed)

    def tell_back(self, since: datetime, now: datetime) -> None:
        """Tell of letters that were put off until a moment between these two."""
        self._letter_notices.tell_back(since, now)

    def leave(self) -> None:
        """Close the window without a question; drafts are kept."""
        self._tray.hide()
        self._window.set_guarded(False)
        self._window.close()
        self.left.emit()

    def _on_close_wanted(self) -> None:
        standing = self._standing()
        if not standing or _session_ends():
            self.leave()
        elif self._tray.is_there():
            self._notifier.renew()
            self._window.put_away()
            self._tell_of_tray(standing)
        else:
            self._ask(standing)

    def _on_quit_wanted(self) -> None:
        standing = self._standing()
        if standing:
            self._ask(standing)
        else:
            self.leave()

    def _ask(self, standing: Standing) -> None:
        self._window.come_forward()
        if self._question is not None:
            self._question.activateWindow()
            return
        folder, now = self._engine.profile.folder, self._engine.outbox.clock.read().wall
        circumstances = Circumstances(
            is_stopped=held.is_stopped(self._engine.reader),
            has_postman=is_held(StandbyMark, folder),
        )
        words = self._words.closing(standing, now, circumstances)
        self._question = LeavingDialog(words, self._window)
        self._question.accepted.connect(self.leave)
        self._question.finished.connect(self._on_answered)
        self._question.open()

    def _tell_of_tray(self, standing: Standing) -> None:
        if not self._kept.value(_TOLD_KEY):
            self._kept.setValue(_TOLD_KEY, "yes")
            self._tray.tell(self._words.stays(standing), Followed.REPLIES)

    def _on_answered(self) -> None:
        self._question = None

    def _on_notice_followed(self, followed: Followed) -> None:
        self._window.come_forward()
        if followed is Followed.LETTERS:
            self.letters_wanted.emit()
        else:
            self.cooling_wanted.emit()

    def _standing(self) -> Standing:
        db = self._engine.reader
        return standing_of(held.load_in(db), self._engine.outbox.now(db))


def _session_ends() -> bool:
    """Tell whether the desktop is closing all programs now: then nothing is asked."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
