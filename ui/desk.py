"""A running window with all that stands behind it, put together in one place."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from .. import __version__
from ..replies.preferences import load_preferences
from .commands import Commands
from .engine import Engine
from .languages import Languages
from .main_window import MainWindow
from .profile import Profile
from .theme.icons import Icon, themed_icon
from .theme.theme import Scheme, Theme
from .vocabulary import Vocabulary
from .wiring import Wiring

GEOMETRY_NAME: Final = "window.ini"
_SWITCH_INTERVAL_S: Final = 0.00005  # so that the sync's parsing never holds a frame back for long


class Desk:
    """A running window with all that stands behind it."""

    def __init__(self, profile: Profile) -> None:
        application = application_of()
        wished = load_preferences(profile.preferences_file).preferences
        self.languages = Languages(application)
        self.languages.choose(wished.language)
        self.theme = theme_of(application, Scheme(wished.colour_scheme.value))
        self.engine = Engine(profile)
        vocabulary = Vocabulary.of(self.languages)
        geometry = QSettings(
            str(profile.folder / GEOMETRY_NAME), QSettings.Format.IniFormat, application
        )
        self.window = MainWindow(vocabulary, geometry)
        self.wiring = Wiring(self.engine, self.window, vocabulary, self.theme)
        self.commands = Commands(self.wiring)

    def open(self) -> None:
        """Show the window, then start the syncs and the postman."""
        self.wiring.open()
        self.engine.start()

    def close(self) -> None:
        """Close the window and stop everything behind it; nothing of it acts after this."""
        self.window.close()
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
        application.setWindowIcon(themed_icon(Icon.LOGO))
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    return application


def theme_of(application: QApplication, scheme: Scheme) -> Theme:
    """The theme of the application, made at the first call."""
    theme = application.findChild(Theme)
    if theme is None:
        return Theme(application, scheme)
    theme.set_scheme(scheme)
    return theme
