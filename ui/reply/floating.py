"""The shadow of what floats over the paper, the only shadow there is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

_BLUR: Final = 22
_FALL: Final = 4
_STRENGTH: Final = 0.22


def cast_shadow(card: QWidget) -> None:
    """Give a floating card its shadow."""
    shadow = QGraphicsDropShadowEffect(card)
    dark = QColor(Qt.GlobalColor.black)
    dark.setAlphaF(_STRENGTH)
    shadow.setColor(dark)
    shadow.setBlurRadius(_BLUR)
    shadow.setOffset(0, _FALL)
    card.setGraphicsEffect(shadow)
