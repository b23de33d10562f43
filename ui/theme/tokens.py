"""The colours of the window: one table of roles, each light and dark, and both in high contrast.

No other file of the program holds a colour. What a painter needs is asked from the palette of its
widget with `tokens_of`, so a change of theme reaches everything that is painted.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from PySide6.QtGui import QColor, QPalette

_MIDDLE_LIGHTNESS: Final = 128  # of QColor's 0 to 255
_FOCUS_WIDTH: Final = 2
_HIGH_FOCUS_WIDTH: Final = 3


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


TABLE: Final[Mapping[Role, tuple[str, str, str, str]]] = {  # the last two of high contrast
    Role.WINDOW: ("#F1EBE2", "#1A1816", "#FFFFFF", "#000000"),
    Role.SURFACE: ("#FAF7F1", "#221F1C", "#FFFFFF", "#000000"),
    Role.RAISED: ("#FFFFFF", "#2B2723", "#FFFFFF", "#000000"),
    Role.BORDER: ("#DDD3C4", "#423B34", "#4A4A4A", "#B4B4B4"),
    Role.LINE: ("#857969", "#8F8476", "#1A1A1A", "#EDEDED"),
    Role.TEXT: ("#2A2521", "#EFE8DD", "#000000", "#FFFFFF"),
    Role.MUTED: ("#62594F", "#B8AD9D", "#2B2B2B", "#E0E0E0"),
    Role.ACCENT: ("#1D5F5A", "#84C9BD", "#184F4B", "#84C9BD"),
    Role.ON_ACCENT: ("#FFFFFF", "#0E211E", "#FFFFFF", "#000000"),
    Role.ACCENT_SOFT: ("#DDEBE6", "#233D38", "#E4F2EE", "#08231E"),
    Role.FOCUS: ("#0A66AD", "#86C1F5", "#074C82", "#86C1F5"),
    Role.HEAT_0: ("#59665E", "#9AA9A0", "#414B45", "#A5B2AA"),
    Role.HEAT_1: ("#856200", "#DDB754", "#5C4400", "#DDB754"),
    Role.HEAT_2: ("#AD4A0C", "#F29B66", "#793408", "#F29B66"),
    Role.HEAT_3: ("#A01F2B", "#FF928C", "#8F1C26", "#FF928C"),
    Role.CALM: ("#62594F", "#B8AD9D", "#4E473F", "#B8AD9D"),
    Role.SOON: ("#7D5A00", "#E2BA55", "#5E4400", "#E2BA55"),
    Role.URGENT: ("#A3450B", "#F29B66", "#7D3508", "#F29B66"),
    Role.OVER: ("#9A1E2A", "#F5938D", "#8D1C27", "#F5938D"),
    Role.ON_OVER: ("#FFFFFF", "#2B0B0B", "#FFFFFF", "#000000"),
    Role.INSIDE: ("#2B7554", "#74C79E", "#1F533C", "#74C79E"),
    Role.PAST: ("#8F6409", "#DDB254", "#5F4206", "#DDB254"),
    Role.CLAIM: ("#55569F", "#ABAEF2", "#43447E", "#ABAEF2"),
    Role.ERROR: ("#AE1F2B", "#FF938E", "#901A24", "#FF938E"),
    Role.WARNING: ("#865B00", "#E5B956", "#624300", "#E5B956"),
    Role.ADVICE: ("#2F6495", "#93C0EA", "#244D72", "#93C0EA"),
    Role.ERROR_SOFT: ("#FBE9E6", "#452524", "#FBE9E6", "#1C0F0F"),
    Role.WARNING_SOFT: ("#FBF0D8", "#3D3119", "#FCF4E3", "#1F190D"),
    Role.ADVICE_SOFT: ("#E6EEF5", "#22333F", "#E9F0F6", "#0F171C"),
    Role.COOLING: ("#255F8C", "#8CC0EA", "#1E4C70", "#8CC0EA"),
    Role.READY: ("#1E6A47", "#80CEA3", "#175237", "#80CEA3"),
    Role.PAUSED: ("#815400", "#E8B75F", "#674300", "#E8B75F"),
    Role.UNCERTAIN: ("#713F8C", "#D2A8EA", "#63377A", "#D2A8EA"),
    Role.FAILED: ("#A01F2B", "#FF928C", "#8F1C26", "#FF928C"),
    Role.COOLING_SOFT: ("#E4EEF5", "#20323F", "#E9F1F7", "#0F171D"),
    Role.READY_SOFT: ("#E1F0E7", "#1F382B", "#EBF5EF", "#0F1C15"),
    Role.PAUSED_SOFT: ("#FAEED6", "#3D3119", "#FCF4E4", "#1F190D"),
    Role.UNCERTAIN_SOFT: ("#F1E6F6", "#38283F", "#F2E8F7", "#18111B"),
    Role.NOTE: ("#F7F0DA", "#38321F", "#FAF5E6", "#1C190F"),
}

HEAT_ROLES: Final = (Role.HEAT_0, Role.HEAT_1, Role.HEAT_2, Role.HEAT_3)


class Tokens:
    """One column of the table: every role's colour in one of the themes."""

    def __init__(self, *, is_dark: bool, is_high_contrast: bool = False) -> None:
        self.is_dark = is_dark
        self.is_high_contrast = is_high_contrast
        column = is_dark + 2 * is_high_contrast
        self._hex = {role: values[column] for role, values in TABLE.items()}
        self._colours = {role: QColor(value) for role, value in self._hex.items()}

    def __getitem__(self, role: Role) -> QColor:
        return self._colours[role]

    @property
    def name(self) -> str:
        """The folder of its drawings: "light", "dark", "high_light" or "high_dark"."""
        shade = "dark" if self.is_dark else "light"
        return f"high_{shade}" if self.is_high_contrast else shade

    @property
    def focus_width(self) -> int:
        """How wide the frame around what has the keyboard is."""
        return _HIGH_FOCUS_WIDTH if self.is_high_contrast else _FOCUS_WIDTH

    def hex(self, role: Role) -> str:
        """The colour as "#RRGGBB", for the style sheet."""
        return self._hex[role]


LIGHT: Final = Tokens(is_dark=False)
DARK: Final = Tokens(is_dark=True)
HIGH_LIGHT: Final = Tokens(is_dark=False, is_high_contrast=True)
HIGH_DARK: Final = Tokens(is_dark=True, is_high_contrast=True)
_BY_BORDER: Final = {
    tokens.hex(Role.BORDER).lower(): tokens for tokens in (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)
}


def tokens_of(palette: QPalette) -> Tokens:
    """The column that a widget with this palette is painted from.

    No style sheet changes the colour that tells them apart. Of a palette of somebody else's the
    text decides: a style sheet may make the ground transparent, the text it only tints.
    """
    if (known := _BY_BORDER.get(palette.color(QPalette.ColorRole.Mid).name())) is not None:
        return known
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
