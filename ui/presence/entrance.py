"""The one door to a profile: the first program comes in, a second one rings and leaves."""

from __future__ import annotations

import logging
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ...mailbox.errors import ProfileInUseError
from ...mailbox.mail_link import MAX_MAIL_CHARS, one_line
from ...mailbox.store.lock import ProfileLock, WindowWish
from .waiting_dialog import WaitingDialog

_log = logging.getLogger(__name__)

_CONNECT_MS: Final = 500
_ANSWER_MS: Final = 2_000
_ANSWER: Final = b"here\n"
_MOST_TOLD: Final = 4 * MAX_MAIL_CHARS  # bytes of a mail link
_POLL_MS: Final = 250
_QUIET_MS: Final = 2_500  # a postman steps aside within a second; only then is there a word


class OpenAlreadyError(Exception):
    """A window is open on the profile, and has come to the front; this program leaves."""


class Entrance(QObject):
    """Takes a profile for a window, and hears a second program that is started on it.

    Signals:
        rung: the window is to come to the front.
        letter_wanted: carries the mail link that the second program was started with.
    """

    rung = Signal()
    letter_wanted = Signal(str)

    def __init__(self, folder: Path, parent: QObject, mail_link: str = "") -> None:
        """Come to the door of a profile.

        Args:
            folder: the profile.
            parent: what it lives with.
            mail_link: handed over where a window is open already.
        """
        super().__init__(parent)
        self._mail_link = mail_link
        self._name = bell_of(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_rung)

    def take_lock(self, folder: Path) -> ProfileLock:
        """The lock of the profile; what works on it without a window is asked to step aside.

        Raises:
            OpenAlreadyError: a window is open on it, and comes to the front.
            ProfileInUseError: it is in use, and the seller does not want to wait.
        """
        try:
            lock = ProfileLock(folder)
        except ProfileInUseError:
            lock = _Wait(folder, self._name, self._mail_link).lock()
        self._listen()
        return lock

    def close(self) -> None:
        """Hear nobody any more: the window is about to close."""
        self._server.close()

    def _listen(self) -> None:
        QLocalServer.removeServer(self._name)  # the lock is ours: it was left by a killed one
        if not self._server.listen(self._name):
            _log.warning("a second start will not be heard: %s", self._server.errorString())

    def _on_rung(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.readyRead.connect(partial(self._on_told, caller))
        self._on_told(caller)

    def _on_told(self, caller: QLocalSocket) -> None:
        """Answer a caller that has said all: one line, with a mail link or empty."""
        if caller.bytesAvailable() > _MOST_TOLD:
            caller.abort()
        if not caller.canReadLine():
            return
        told = bytes(caller.readLine().data()).decode("utf-8", "replace").strip()
        caller.write(_ANSWER)
        caller.flush()
        caller.disconnectFromServer()
        self.rung.emit()
        if told:
            self.letter_wanted.emit(told)


class _Wait(QObject):
    """Waits for a profile that is in use; rings meanwhile, in case that a window has it."""

    def __init__(self, folder: Path, bell: str, mail_link: str) -> None:
        super().__init__()
        self._folder = folder
        self._bell = bell
        self._mail_link = mail_link
        self._wish: WindowWish | None = None
        self._found: ProfileLock | None = None
        self._is_open_already = False
        self._loop = QEventLoop(self)
        self._dialog = WaitingDialog()
        self._dialog.finished.connect(self._loop.quit)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._try)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._dialog.show)

    def lock(self) -> ProfileLock:
        """The lock, as soon as it is free."""
        for timer in (self._poll, self._quiet):
            timer.start()
        self._loop.exec()
        for timer in (self._poll, self._quiet):
            timer.stop()
        self._dialog.close()
        if self._wish is not None:
            self._wish.release()
        if self._is_open_already:
            raise OpenAlreadyError
        return self._found or ProfileLock(self._folder)

    def _try(self) -> None:
        if ring(self._bell, self._mail_link):
            self._is_open_already = True
            self._loop.quit()
            return
        try:
            self._wish = self._wish or WindowWish(self._folder)
            self._found = ProfileLock(self._folder)
        except ProfileInUseError:
            return
        self._loop.quit()


def bell_of(folder: Path) -> str:
    """The name under which a profile's window hears a second start; each user has another."""
    place = f"{folder.resolve()}\n{Path.home()}"
    return f"softanswer-{sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"


def ring(bell: str, mail_link: str = "") -> bool:
    """Ask the window of a profile to come to the front; tell whether one has answered.

    Args:
        mail_link: of a letter that it is to begin, "" for none; cut where it is overlong.
    """
    caller = QLocalSocket()
    caller.connectToServer(bell)
    if not caller.waitForConnected(_CONNECT_MS):
        return False
    line = one_line(mail_link).encode("utf-8", "replace")[: _MOST_TOLD - 1]
    caller.write(line + b"\n")
    return caller.waitForReadyRead(_ANSWER_MS)
