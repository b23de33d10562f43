"""Type and space: every size is a multiple of the user's own font, so that all of it grows."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

BASE_POINTS: Final = 10.0
_BASE_PIXELS: Final = 13  # what 10 pt at 96 dots an inch comes to, in whole pixels
_TABULAR: Final = QFont.Tag("tnum")

_FRAME: Final = 40  # what the frame of a window takes at its top
HAIRLINE: Final = 1  # device-independent pixels; does not grow
GAP: Final = 8
PADDING: Final = 12
TARGET: Final = 24  # the least height and width of anything that can be clicked
BUTTON_HEIGHT: Final = 32
COMPACT_BUTTON_HEIGHT: Final = 26
PRIMARY_HEIGHT: Final = 40
COMPACT_PRIMARY_HEIGHT: Final = 32
ICON: Final = 18
CONTROL_CORNER: Final = 8
CARD_CORNER: Final = 11
CHIP_CORNER: Final = 6
PILL_CORNER: Final = 14
_COMPACT: Final = "compact"  # the application's property


def set_compact(application: QApplication, *, is_compact: bool) -> None:
    """Let rows and controls take little room from the next style sheet on."""
    application.setProperty(_COMPACT, is_compact)


def is_compact() -> bool:
    """Whether rows and controls take little room now."""
    application = QApplication.instance()
    return application is not None and bool(application.property(_COMPACT))


def dense(comfortable: float, compact: float) -> float:
    """The one of two lengths that the density in force asks for."""
    return compact if is_compact() else comfortable


class Type(Enum):
    """A size and weight of text, as a multiple of the base size."""

    SMALL = (0.9, QFont.Weight.Normal)
    SMALL_STRONG = (0.9, QFont.Weight.DemiBold)
    BODY = (1.0, QFont.Weight.Normal)
    STRONG = (1.0, QFont.Weight.DemiBold)
    LETTER = (1.1, QFont.Weight.Normal)
    GATE = (1.2, QFont.Weight.Normal)
    HEAD = (1.35, QFont.Weight.DemiBold)
    TITLE = (1.6, QFont.Weight.Bold)

    @property
    def factor(self) -> float:
        """How many times the base size."""
        return self.value[0]

    @property
    def weight(self) -> QFont.Weight:
        """How heavy."""
        return self.value[1]


def base_font(system: QFont, text_percent: int = 100) -> QFont:
    """The font that sizes are counted from: the system's, at least 10 pt, times the percent."""
    font = QFont(system)
    points = QFontInfo(system).pointSizeF()
    font.setPointSizeF(max(points, BASE_POINTS) * text_percent / 100)
    return font


def font_for(base: QFont, kind: Type, *, tabular: bool = False) -> QFont:
    """The base font in the size and weight of a type; `tabular` gives digits of equal width."""
    font = QFont(base)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * kind.factor)
    else:
        font.setPixelSize(max(1, round(base.pixelSize() * kind.factor)))
    font.setWeight(kind.weight)
    if tabular:
        font.setFeature(_TABULAR, 1)
    return font


def scale_of(font: QFont) -> float:
    """How many times larger than 10 pt at 96 dots an inch a font is."""
    return QFontInfo(font).pixelSize() / _BASE_PIXELS


def px(widget: QWidget, length: float) -> int:
    """A length of the design (pixels at 10 pt) as the widget's own font asks for it."""
    return round(length * scale_of(widget.font()))


def window_size(window: QWidget, width: float, height: float) -> QSize:
    """The size of a dialog (as `px`), no larger than the window it stands over or its screen."""
    wanted = QSize(px(window, width), px(window, height))
    screen = window.screen().availableSize() - QSize(0, _FRAME)
    above = window.parentWidget()
    return wanted.boundedTo(screen if above is None else screen.expandedTo(above.window().size()))
