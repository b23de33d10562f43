"""The theme: which colours, text size and density the whole program is shown in."""

from __future__ import annotations

from enum import Enum
from importlib.resources import files

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ... import resources
from ...replies.preferences import SYSTEM_TEXT, TEXT_STEPS, Density
from .focus_ring import FocusRings
from .sheet import CONTROLS, style_sheet
from .sizes import base_font, set_compact
from .tokens import DARK, LIGHT, Tokens, palette_of


class Scheme(Enum):
    """Which of the two themes: as the system says, or as the seller says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application, and dresses it again when one of its parts changes.

    Signals:
        changed: carries the tokens that are now in force.
    """

    changed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        scheme: Scheme = Scheme.SYSTEM,
        text_percent: int = SYSTEM_TEXT,
        density: Density = Density.COMFORTABLE,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._system_font = QFont(application.font())
        self._scheme = scheme
        self._text_percent = _clamped(text_percent)
        self._density = density
        self._rings = FocusRings(application, self)
        QDir.setSearchPaths(CONTROLS, [str(files(resources) / "controls")])
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """What the seller chose."""
        return self._scheme

    @property
    def text_percent(self) -> int:
        """How large all text is, in percent of the system's size."""
        return self._text_percent

    @property
    def density(self) -> Density:
        """How much room rows and controls take."""
        return self._density

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        if self._scheme is Scheme.SYSTEM:
            system = self._application.styleHints().colorScheme()
            return DARK if system is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the program in this scheme from now on."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._apply()

    def set_text_percent(self, percent: int) -> None:
        """Show all text in this part of the system's size, from 80 to 200 percent."""
        if _clamped(percent) != self._text_percent:
            self._text_percent = _clamped(percent)
            self._apply()

    def set_density(self, density: Density) -> None:
        """Let rows and controls take much or little room."""
        if density is not self._density:
            self._density = density
            self._apply()

    def _on_system_scheme_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        font = base_font(self._system_font, self._text_percent)
        set_compact(self._application, is_compact=self._density is Density.COMPACT)
        self._application.setFont(font)
        self._application.setPalette(palette_of(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens, font))
        self._rings.renew()
        self.changed.emit(self.tokens)


def _clamped(percent: int) -> int:
    return min(max(percent, TEXT_STEPS[0]), TEXT_STEPS[-1])
