"""The theme: which colours, text size and density the whole program is shown in."""

from __future__ import annotations

from enum import Enum
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFont, QStyleHints
from PySide6.QtWidgets import QApplication

from ... import resources
from ...replies.preferences import SYSTEM_TEXT, TEXT_STEPS, Density
from .focus_ring import FocusRings
from .sheet import CONTROLS, style_sheet
from .sizes import base_font, set_compact
from .tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Tokens, palette_of

_TELLS_CONTRAST: Final = hasattr(QStyleHints, "accessibility")  # since Qt 6.10


class Scheme(Enum):
    """Which of the themes: as the system says, or as the seller says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST_LIGHT = "high_contrast_light"
    HIGH_CONTRAST_DARK = "high_contrast_dark"


_CHOSEN: Final = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.HIGH_CONTRAST_LIGHT: HIGH_LIGHT,
    Scheme.HIGH_CONTRAST_DARK: HIGH_DARK,
}


def tokens_for(scheme: Scheme, *, is_dark: bool, wants_contrast: bool) -> Tokens:
    """The colours of a scheme, where the system is dark or not and wants high contrast or not."""
    if scheme is not Scheme.SYSTEM:
        return _CHOSEN[scheme]
    if wants_contrast:
        return HIGH_DARK if is_dark else HIGH_LIGHT
    return DARK if is_dark else LIGHT


def wants_contrast(hints: QStyleHints) -> bool:
    """Whether the system asks for high contrast; before Qt 6.10 nobody can tell."""
    if not _TELLS_CONTRAST:
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


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
        self._hints = application.styleHints()  # kept: PySide drops what it has with it
        self._hints.colorSchemeChanged.connect(self._on_system_scheme_changed)
        if _TELLS_CONTRAST:
            self._hints.accessibility().contrastPreferenceChanged.connect(
                self._on_system_scheme_changed
            )
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
        is_dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        wants = wants_contrast(self._hints)
        return tokens_for(self._scheme, is_dark=is_dark, wants_contrast=wants)

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
