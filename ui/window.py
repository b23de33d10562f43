"""Start the window: on a profile, on the sample shop, or driven by the tour."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QMessageBox

from ..mailbox.credentials import SessionSecrets
from ..mailbox.errors import StoreDamagedError, StoreError
from ..mailbox.sentence import sentence_of
from ..mailbox.store.lock import ProfileLock
from .console.doctor import NO_DISPLAY, display_is_missing
from .console.exits import BAD_INPUT, OK
from .console.output import complain
from .desk import Desk, application_of
from .languages import said
from .log import LOG_NAME
from .main_window import MainWindow
from .presence.entrance import Entrance, OpenAlreadyError
from .profile import Profile

_log = logging.getLogger(__name__)

_SIGNALS_MS: Final = 500
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(profile: Profile, start_log: Callable[[], None], mail_link: str = "") -> int:
    """Open the window on a profile; the result is the exit code.

    Where one is open already, that one comes to the front instead.

    Args:
        start_log: called as soon as the profile is this program's.
        mail_link: of a letter to begin, "" for none.
    """
    if display_is_missing():
        complain(NO_DISPLAY)
        return BAD_INPUT
    profile = replace(profile, secrets=SessionSecrets(profile.secrets))
    application = _started_application()
    entrance = Entrance(profile.folder, application, mail_link)

    def take_lock(folder: Path) -> ProfileLock:
        lock = entrance.take_lock(folder)
        start_log()
        return lock

    try:
        desk = Desk(profile, take_lock)
    except OpenAlreadyError:
        return OK
    except StoreError as error:
        entrance.close()
        return _tell_store_problem(error, profile, start_log)
    entrance.rung.connect(desk.window.come_forward)
    entrance.letter_wanted.connect(desk.wiring.new_letters.follow)
    desk.presence.left.connect(entrance.close)
    desk.window.fit_screen()
    desk.open()
    if mail_link:
        desk.wiring.new_letters.follow(mail_link)
    return _execute(application, desk)


def run_demo(profile: Profile, start_log: Callable[[Path], None]) -> int:
    """Open the window on the sample shop; nothing of the seller's is touched.

    Args:
        start_log: called with the folder of the sample's profile, which is gone afterwards.
    """
    if display_is_missing():
        complain(NO_DISPLAY)
        return BAD_INPUT
    from .demo.shop_front import open_shop

    application = _started_application()
    with open_shop(profile.clock) as shop:
        start_log(shop.profile.folder)
        desk = Desk(shop.profile)
        desk.window.fit_screen()
        desk.open()
        shop.deliver_later()
        return _execute(application, desk)


def run_tour(options: argparse.Namespace, profile: Profile) -> int:
    """Drive the sample shop through the whole job, with pictures."""
    from .tour import tour

    if display_is_missing():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt starts
    _started_application()
    return tour.run(options, profile.clock)


def _execute(application: QApplication, desk: Desk) -> int:
    faults = _Faults(desk.window, desk.engine.profile.folder / LOG_NAME)
    sys.excepthook = faults.take
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: desk.presence.leave())
    desk.presence.left.connect(application.quit)
    awake = QTimer(desk.window)  # lets Python see the signals
    awake.start(_SIGNALS_MS)
    try:
        application.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        desk.close()
    return OK


def _started_application() -> QApplication:
    """The application; what Qt says once it runs goes to the log.

    Why it cannot start, where a library of the system is missing, still stands on stderr.
    """
    application = application_of()
    application.setQuitOnLastWindowClosed(False)  # it may be in the tray
    qInstallMessageHandler(_log_qt_message)
    return application


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)


def _tell_store_problem(error: StoreError, profile: Profile, start_log: Callable[[], None]) -> int:
    """Say what is wrong with the database; a damaged one can be set aside at once."""
    complain(sentence_of(error))
    box = QMessageBox(QMessageBox.Icon.Warning, "Soft Answer", said(error))
    box.setTextFormat(box.textFormat().PlainText)
    box.addButton(QMessageBox.StandardButton.Close)
    mend = None
    if isinstance(error, StoreDamagedError):
        mend = box.addButton(
            QApplication.translate("window", "Set it aside and start anew"),
            QMessageBox.ButtonRole.AcceptRole,
        )
    box.exec()
    if mend is not None and box.clickedButton() is mend:
        profile.set_database_aside()
        return run(profile, start_log)
    return BAD_INPUT


class _Faults(QObject):
    """Shows a fault of the program in a sentence; the details go to the log."""

    happened = Signal(str)

    def __init__(self, window: MainWindow, log: Path) -> None:
        super().__init__(window)
        self._window = window
        self._log = log
        self.happened.connect(self._show)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault that nobody caught, and tell the seller."""
        _log.critical("a fault of the program", exc_info=(kind, error, trace))
        self.happened.emit(f"{kind.__name__}: {error}")

    def _show(self, fault: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "Soft Answer",
            self.tr(
                "Something went wrong in the program. Your letters and held replies are kept. "
                "The log says more: {file}"
            ).format(file=self._log),
            QMessageBox.StandardButton.Ok,
            self._window,
        )
        box.setInformativeText(fault)
        box.setTextFormat(box.textFormat().PlainText)
        box.open()
