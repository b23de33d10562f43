"""A running window with all that stands behind it, put together in one place."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from .. import __version__
from ..mailbox.garbage import collect_what_is_due
from ..mailbox.store.lock import ProfileLock
from ..replies.preferences import SYSTEM_TEXT, Density, load_preferences
from .action_set import ActionSet
from .commands import Commands
from .engine import Engine
from .file_places import WINDOW_FILE
from .languages import Languages
from .main_window import MainWindow
from .presence.presence import Presence
from .presence.start_pause import StartPause
from .presence.tray_icon import TrayIcon
from .profile import Profile
from .rail import Place
from .theme.theme import Scheme, Theme
from .vocabulary import Vocabulary
from .wiring import Wiring

_ICON: Final = "desktop/softanswer.svg"
GEOMETRY_NAME: Final = WINDOW_FILE
_COLLECT_EVERY_MS: Final = 500
_SWITCH_INTERVAL_S: Final = 0.00005  # so that the sync's parsing never holds a frame back for long


class Desk:
    """A running window with all that stands behind it.

    Args:
        take_lock: how the lock of the profile is come by.
        tray_of: tests put up a tray of their own.
    """

    def __init__(
        self,
        profile: Profile,
        take_lock: Callable[[Path], ProfileLock] = ProfileLock,
        tray_of: Callable[[ActionSet, QObject], TrayIcon] = TrayIcon,
    ) -> None:
        application = application_of()
        wished = load_preferences(profile.preferences_file).preferences
        self.languages = Languages(application)
        self.languages.choose(wished.language)
        scheme = Scheme(wished.colour_scheme.value)
        self.theme = theme_of(application, scheme, wished.text_percent, wished.density)
        self.engine = Engine(profile, take_lock)
        vocabulary = Vocabulary.of(self.languages)
        geometry = QSettings(
            str(profile.folder / GEOMETRY_NAME), QSettings.Format.IniFormat, application
        )
        self.window = MainWindow(vocabulary, geometry)
        self.wiring = Wiring(self.engine, self.window, vocabulary, self.theme)
        self.commands = Commands(self.wiring)
        tray = tray_of(self.window.acts, self.window)
        self.presence = Presence(self.engine, self.window, vocabulary.presence, tray, geometry)
        self.presence.cooling_wanted.connect(partial(self.wiring.show_place, Place.COOLING))
        answers = partial(self.wiring.show_place, Place.NEEDS_ANSWER)
        self.presence.letters_wanted.connect(answers)
        self.wiring.returns.came_back.connect(self.presence.tell_back)
        self.start_pause = StartPause(
            self.engine, self.window.problem_bar, vocabulary.presence, self.window
        )
        self.start_pause.stop_wanted.connect(partial(self.wiring.set_stopped, is_stopped=True))

    def open(self) -> None:
        """Show the window, then start the syncs and the postman."""
        self.wiring.open()
        self.start_pause.begin()
        self.engine.start()

    def close(self) -> None:
        """Close the window and stop everything behind it; nothing of it acts after this."""
        self.presence.leave()
        self.engine.stop()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)


def application_of() -> QApplication:
    """The application, made at the first call."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        QGuiApplication.setDesktopFileName("softanswer")
        application = QApplication(sys.argv[:1])
        application.setApplicationName("Soft Answer")
        application.setApplicationVersion(__version__)
        application.setWindowIcon(QIcon(str(files("softanswer.resources") / _ICON)))
        _collect_in_this_thread(application)
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    return application


def _collect_in_this_thread(application: QApplication) -> None:
    """Let no other thread delete a QObject that is part of a reference cycle.

    Python collects in whichever thread makes an object too many. There a QObject asks for the
    interpreter while it holds a lock of Qt's, for which the GUI thread may wait with the
    interpreter in its hands: the window stands still for ever.
    """
    gc.disable()
    timer = QTimer(application)
    timer.timeout.connect(collect_what_is_due)
    timer.start(_COLLECT_EVERY_MS)


def theme_of(
    application: QApplication,
    scheme: Scheme,
    text_percent: int = SYSTEM_TEXT,
    density: Density = Density.COMFORTABLE,
) -> Theme:
    """The theme of the application, made at the first call."""
    theme = application.findChild(Theme)
    if theme is None:
        return Theme(application, scheme, text_percent, density)
    theme.set_scheme(scheme)
    theme.set_text_percent(text_percent)
    theme.set_density(density)
    return theme
