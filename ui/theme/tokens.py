"""The colours of the window: one table of roles, each with a light and a dark value.

No other file of the program holds a colour. What a painter needs is asked from the palette of its
widget with `tokens_of`, so a change of theme reaches everything that is painted.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from PySide6.QtGui import QColor, QPalette

_MIDDLE_LIGHTNESS: Final = 128  # of QColor's 0 to 255


class Ink(Enum):
    """What a printed page is painted with: on white paper, whatever the theme is."""

    TEXT = "#000000"
    LABEL = "#555555"
    LINE = "#AAAAAA"
    COVER = "#BEBEBE"

    @property
    def colour(self) -> QColor:
        """The colour."""
        return QColor(self.value)


class Role(Enum):
    """What a colour is for."""

    WINDOW = "window"
    SURFACE = "surface"
    RAISED = "raised"
    BORDER = "border"
    LINE = "line"
    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "onaccent"
    ACCENT_SOFT = "accentsoft"
    FOCUS = "focus"
    HEAT_0 = "heat0"
    HEAT_1 = "heat1"
    HEAT_2 = "heat2"
    HEAT_3 = "heat3"
    CALM = "calm"
    SOON = "soon"
    URGENT = "urgent"
    OVER = "over"
    ON_OVER = "onover"
    INSIDE = "inside"
    PAST = "past"
    CLAIM = "claim"
    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"
    ERROR_SOFT = "errorsoft"
    WARNING_SOFT = "warnsoft"
    ADVICE_SOFT = "advsoft"
    COOLING = "cooling"
    READY = "ready"
    PAUSED = "paused"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    COOLING_SOFT = "coolsoft"
    READY_SOFT = "readysoft"
    PAUSED_SOFT = "pausesoft"
    UNCERTAIN_SOFT = "uncsoft"
    NOTE = "note"


TABLE: Final[Mapping[Role, tuple[str, str]]] = {
    Role.WINDOW: ("#F1EBE2", "#1A1816"),
    Role.SURFACE: ("#FAF7F1", "#221F1C"),
    Role.RAISED: ("#FFFFFF", "#2B2723"),
    Role.BORDER: ("#DDD3C4", "#423B34"),
    Role.LINE: ("#857969", "#8F8476"),
    Role.TEXT: ("#2A2521", "#EFE8DD"),
    Role.MUTED: ("#62594F", "#B8AD9D"),
    Role.ACCENT: ("#1D5F5A", "#84C9BD"),
    Role.ON_ACCENT: ("#FFFFFF", "#0E211E"),
    Role.ACCENT_SOFT: ("#DDEBE6", "#233D38"),
    Role.FOCUS: ("#0A66AD", "#86C1F5"),
    Role.HEAT_0: ("#59665E", "#9AA9A0"),
    Role.HEAT_1: ("#856200", "#DDB754"),
    Role.HEAT_2: ("#AD4A0C", "#F29B66"),
    Role.HEAT_3: ("#A01F2B", "#FF928C"),
    Role.CALM: ("#62594F", "#B8AD9D"),
    Role.SOON: ("#7D5A00", "#E2BA55"),
    Role.URGENT: ("#A3450B", "#F29B66"),
    Role.OVER: ("#9A1E2A", "#F5938D"),
    Role.ON_OVER: ("#FFFFFF", "#2B0B0B"),
    Role.INSIDE: ("#2B7554", "#74C79E"),
    Role.PAST: ("#8F6409", "#DDB254"),
    Role.CLAIM: ("#55569F", "#ABAEF2"),
    Role.ERROR: ("#AE1F2B", "#FF938E"),
    Role.WARNING: ("#865B00", "#E5B956"),
    Role.ADVICE: ("#2F6495", "#93C0EA"),
    Role.ERROR_SOFT: ("#FBE9E6", "#452524"),
    Role.WARNING_SOFT: ("#FBF0D8", "#3D3119"),
    Role.ADVICE_SOFT: ("#E6EEF5", "#22333F"),
    Role.COOLING: ("#255F8C", "#8CC0EA"),
    Role.READY: ("#1E6A47", "#80CEA3"),
    Role.PAUSED: ("#815400", "#E8B75F"),
    Role.UNCERTAIN: ("#713F8C", "#D2A8EA"),
    Role.FAILED: ("#A01F2B", "#FF928C"),
    Role.COOLING_SOFT: ("#E4EEF5", "#20323F"),
    Role.READY_SOFT: ("#E1F0E7", "#1F382B"),
    Role.PAUSED_SOFT: ("#FAEED6", "#3D3119"),
    Role.UNCERTAIN_SOFT: ("#F1E6F6", "#38283F"),
    Role.NOTE: ("#F7F0DA", "#38321F"),
}

HEAT_ROLES: Final = (Role.HEAT_0, Role.HEAT_1, Role.HEAT_2, Role.HEAT_3)


class Tokens:
    """One column of the table: every role's colour in the light or in the dark theme."""

    def __init__(self, *, is_dark: bool) -> None:
        self.is_dark = is_dark
        self._hex = {role: pair[is_dark] for role, pair in TABLE.items()}
        self._colours = {role: QColor(value) for role, value in self._hex.items()}

    def __getitem__(self, role: Role) -> QColor:
        return self._colours[role]

    def hex(self, role: Role) -> str:
        """The colour as "#RRGGBB", for the style sheet."""
        return self._hex[role]


LIGHT: Final = Tokens(is_dark=False)
DARK: Final = Tokens(is_dark=True)


def tokens_of(palette: QPalette) -> Tokens:
    """The column that a widget with this palette is painted from.

    Its text decides: a style sheet may make the ground transparent, the text it only tints.
    """
    is_dark = palette.color(QPalette.ColorRole.WindowText).lightness() > _MIDDLE_LIGHTNESS
    return DARK if is_dark else LIGHT


def palette_of(tokens: Tokens) -> QPalette:
    """The palette for the Fusion style, filled from the tokens."""
    palette = QPalette()
    for role, token in _PALETTE_ROLES.items():
        palette.setColor(role, tokens[token])
    for role in _WRITING_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens[Role.MUTED])
    return palette


_PALETTE_ROLES: Final = {
    QPalette.ColorRole.Window: Role.WINDOW,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.SURFACE,
    QPalette.ColorRole.AlternateBase: Role.RAISED,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.PlaceholderText: Role.MUTED,
    QPalette.ColorRole.Button: Role.RAISED,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.ERROR,
    QPalette.ColorRole.Highlight: Role.ACCENT_SOFT,
    QPalette.ColorRole.HighlightedText: Role.TEXT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.LinkVisited: Role.ACCENT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.ToolTipBase: Role.RAISED,
    QPalette.ColorRole.ToolTipText: Role.TEXT,
    QPalette.ColorRole.Light: Role.RAISED,
    QPalette.ColorRole.Midlight: Role.SURFACE,
    QPalette.ColorRole.Mid: Role.BORDER,
    QPalette.ColorRole.Dark: Role.LINE,
    QPalette.ColorRole.Shadow: Role.LINE,
}
_WRITING_ROLES: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)
