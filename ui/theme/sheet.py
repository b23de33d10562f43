"""The one style sheet: corners, borders and grounds, made from the tokens and the font.

Widgets ask for a look by a dynamic property (`dress`), never by a sheet of their own.
"""

from __future__ import annotations

from enum import Enum
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from . import sizes
from .sizes import Type
from .tokens import Role, Tokens


class Tone(Enum):
    """The colour of a text."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ERROR = "error"
    WARNING = "warning"
    READY = "ready"
    ADVICE = "advice"


class Ground(Enum):
    """What a container stands on."""

    WINDOW = "window"
    SURFACE = "surface"
    RAISED = "raised"
    CARD = "card"
    QUIET_CARD = "quiet_card"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"
    FLOATING = "floating"
    KEY = "key"
    BAR = "bar"
    FOOT = "foot"
    LETTER = "letter"
    DRAWER = "drawer"
    PANE = "pane"


class Look(Enum):
    """How a button is drawn."""

    PLAIN = "plain"
    QUIET = "quiet"
    CHIP = "chip"


CONTROLS: Final = "controls"  # the search path of the drawings below
_SHAPES: Final = ("arrow_down", "arrow_up", "check")
_LENGTHS: Final = {
    "corner": sizes.CONTROL_CORNER,
    "card": sizes.CARD_CORNER,
    "chip": sizes.CHIP_CORNER,
    "button_height": sizes.BUTTON_HEIGHT - 2,
    "target": sizes.TARGET - 2,  # within its border
    "bare_target": sizes.TARGET,
    "gap": sizes.GAP,
    "pad": sizes.PADDING,
    "half": sizes.GAP / 2,
    "row_pad": sizes.GAP,
    "quarter": sizes.GAP / 4,
    "bar": sizes.GAP * 1.25,
    "handle": sizes.GAP * 4,
    "box": sizes.ICON - 2,
    "dot": (sizes.ICON - 2) / 2 - 2,
    "thick": (sizes.ICON - 2) / 4 + 2,
}

_TONES: Final = {
    Tone.TEXT: Role.TEXT,
    Tone.MUTED: Role.MUTED,
    Tone.ACCENT: Role.ACCENT,
    Tone.ERROR: Role.ERROR,
    Tone.WARNING: Role.WARNING,
    Tone.READY: Role.READY,
    Tone.ADVICE: Role.ADVICE,
}


def dress(
    widget: QWidget,
    *,
    kind: Type | None = None,
    tone: Tone | None = None,
    ground: Ground | None = None,
    look: Look | None = None,
) -> None:
    """Give a widget its text size, text colour, ground or button look; what is None stays."""
    wanted = {"type": kind and kind.name, "tone": tone and tone.value}
    wanted |= {"ground": ground and ground.value, "look": look and look.value}
    for name, value in wanted.items():
        if value is not None:
            widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def style_sheet(tokens: Tokens, base: QFont) -> str:
    """The sheet of the whole program for one theme and one base font."""
    values = {role.value: tokens.hex(role) for role in Role}
    values |= {shape: f"{CONTROLS}:{tokens.name}/{shape}.svg" for shape in _SHAPES}
    values["focus_width"] = f"{tokens.focus_width}px"
    scale = sizes.scale_of(base)
    for name, length in _LENGTHS.items():
        values[name] = f"{max(1, round(length * scale))}px"
    if sizes.is_compact():
        height = round((sizes.COMPACT_BUTTON_HEIGHT - 2) * scale)
        values["button_height"] = f"{height}px"
        values["row_pad"] = values["half"]
    values["round"] = f"{(round(_LENGTHS['box'] * scale) + 2) // 2}px"
    sheet = _SHEET.substitute(values) + _type_rules(base) + _tone_rules(tokens)
    return sheet + _HIGH_CONTRAST.substitute(values) if tokens.is_high_contrast else sheet


def _type_rules(base: QFont) -> str:
    points = base.pointSizeF()
    return "".join(
        f'*[type="{kind.name}"] {{ font-size: {points * kind.factor:.2f}pt; '
        f"font-weight: {int(kind.weight)}; }}\n"
        for kind in Type
    )


def _tone_rules(tokens: Tokens) -> str:
    return "".join(
        f'*[tone="{tone.value}"] {{ color: {tokens.hex(role)}; }}\n'
        for tone, role in _TONES.items()
    )


_SHEET: Final = Template("""
QWidget { color: $text; }
QToolTip {
    background: $raised; color: $text; border: 1px solid $line; padding: $half $gap;
}
*[ground="window"] { background: $window; }
*[ground="surface"] { background: $surface; }
*[ground="raised"] { background: $raised; }
*[ground="card"] { background: $raised; border: 1px solid $border; border-radius: $card; }
*[ground="quiet_card"] { background: $surface; border: 1px solid $border; border-radius: $card; }
*[ground="note"] { background: $note; border: 1px solid $border; border-radius: $card; }
*[ground="warning"] { background: $warnsoft; border: none; border-bottom: 1px solid $border; }
*[ground="error"] { background: $errorsoft; border: none; border-bottom: 1px solid $border; }
*[ground="floating"] { background: $raised; border: 1px solid $line; border-radius: $card; }
*[ground="bar"] { background: $window; border: none; border-bottom: 1px solid $border; }
*[ground="foot"] { background: $window; border: none; border-top: 1px solid $border; }
*[ground="drawer"] { background: $window; border: none; border-left: 1px solid $line; }
*[ground="key"] {
    background: $surface; border: 1px solid $border; border-radius: $half; padding: 1px $half;
}

QPushButton, QToolButton {
    background: $raised; border: 1px solid $line; border-radius: $corner;
    padding: 0 $pad; min-height: $button_height;
}
QToolButton { padding: 0 $half; min-width: $target; min-height: $target; }
QPushButton:hover, QToolButton:hover { background: $surface; border-color: $text; }
QPushButton:pressed, QPushButton:checked, QToolButton:pressed, QToolButton:checked {
    background: $accentsoft; border-color: $accent;
}
QPushButton:disabled, QToolButton:disabled {
    background: transparent; border: 1px dashed $line; color: $muted;
}
*[look="quiet"] { background: transparent; border: 1px solid transparent; }
*[look="quiet"]:checked { background: transparent; border-color: transparent; }
*[look="quiet"]:hover { background: $accentsoft; border-color: transparent; }
*[look="quiet"]:disabled { border-color: transparent; }
*[look="chip"] {
    border-color: $border; border-radius: $chip; padding: 0 $gap; min-height: $target;
}
QPushButton::menu-indicator, QToolButton::menu-indicator { width: 0; image: none; }

QLineEdit, QPlainTextEdit, QTextEdit {
    background: $raised; border: 1px solid $line; border-radius: $corner;
    selection-background-color: $accent; selection-color: $onaccent;
}
QComboBox, QAbstractSpinBox {
    background: $raised; border: 1px solid $line; border-radius: $corner;
    padding: 0 $gap; min-height: $button_height;
}
QComboBox:hover, QAbstractSpinBox:hover { border-color: $text; }
QAbstractSpinBox:focus { border: $focus_width solid $focus; }
QComboBox:disabled, QAbstractSpinBox:disabled { border: 1px dashed $line; color: $muted; }
QComboBox::drop-down {
    border: none; width: $box; subcontrol-position: center right; subcontrol-origin: border;
    right: $half;
}
QComboBox::down-arrow { image: url($arrow_down); width: $box; height: $box; }
QAbstractSpinBox { padding-right: $target; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    background: transparent; border: none; padding: 0 $half; min-height: 0;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    border: none; background: transparent; width: $target; subcontrol-origin: border;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {
    background: $accentsoft; border-radius: $chip;
}
QAbstractSpinBox::up-arrow { image: url($arrow_up); width: $pad; height: $pad; }
QAbstractSpinBox::down-arrow { image: url($arrow_down); width: $pad; height: $pad; }
QCheckBox, QRadioButton { spacing: $gap; min-height: $bare_target; }
QCheckBox::indicator, QRadioButton::indicator, QMenu::indicator {
    width: $box; height: $box; background: $raised; border: 1px solid $line;
    border-radius: $quarter;
}
QRadioButton::indicator { border-radius: $round; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked, QMenu::indicator:checked {
    background: $accent; border-color: $accent; image: url($check);
}
QRadioButton::indicator:checked {
    width: $dot; height: $dot; border: $thick solid $accent; background: $raised;
}
QMenu::indicator { margin-left: $half; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border: 1px dashed $line; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $line; padding: $half; }
QLineEdit { padding: 0 $gap; min-height: $button_height; }
QLineEdit QToolButton {
    background: transparent; border: none; padding: 0; min-width: 0; min-height: 0;
}
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $muted; }
QPlainTextEdit, QTextEdit { padding: $half; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: $focus_width solid $focus; }
QTextEdit[ground="letter"] {
    background: transparent; border: none; border-left: 3px solid $border; border-radius: 0;
    padding: 0 0 0 $pad;
}
QTextEdit[ground="letter"]:focus { border: none; border-left: 3px solid $focus; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    background: $window; color: $muted;
}

QAbstractItemView {
    background: $surface; border: none; outline: none;
    selection-background-color: $accentsoft; selection-color: $text;
}
QHeaderView::section {
    background: $window; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: $half $gap;
}

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: $muted; border: none; border-bottom: 3px solid transparent;
    padding: $row_pad $pad;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { border-bottom-color: $focus; }

QMenu { background: $raised; border: 1px solid $line; padding: $half; }
QMenu::item { padding: $half $pad; border-radius: $chip; border: 1px solid transparent; }
QMenu::item:selected { background: $accentsoft; border-color: $focus; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: $half $gap; }

QScrollArea, QStackedWidget { border: none; }
QScrollBar:vertical { background: transparent; width: $bar; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $bar; margin: 0; }
QScrollBar::handle { background: $border; border-radius: $quarter; margin: $quarter; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $line; }
QScrollBar::handle:vertical { min-height: $handle; }
QScrollBar::handle:horizontal { min-width: $handle; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QScrollArea[ground="pane"] { border: 2px solid transparent; background: $window; }
QScrollArea[ground="pane"]:focus { border-color: $focus; }
QSplitter::handle { background: $border; }
QProgressBar {
    background: $surface; border: 1px solid $line; border-radius: $chip; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: $chip; }
""")

_HIGH_CONTRAST: Final = Template("""
*[look="quiet"] { border: 1px solid $border; }
*[look="quiet"]:hover { border-color: $text; }
*[look="quiet"]:checked { border: 2px solid $accent; }
*[look="quiet"]:disabled { border: 1px dashed $line; }
*[look="chip"] { border-color: $line; }
QPushButton:pressed, QPushButton:checked, QToolButton:pressed, QToolButton:checked {
    border: 2px solid $accent;
}
QMenu::item:selected { border: 2px solid $focus; }
QTabBar::tab:focus { border: 2px solid $focus; }
""")
