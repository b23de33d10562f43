"""The ring around the control that has the keyboard: 2 px wide, 2 px away from it."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFocusFrame,
    QProxyStyle,
    QSlider,
    QStyle,
    QStyleOption,
    QWidget,
)

from .tokens import Role, tokens_of

WIDTH: Final = 2
DISTANCE: Final = 2
_CORNER: Final = 10
_RINGED: Final = (QAbstractButton, QComboBox, QSlider)
_MARGINS: Final = (
    QStyle.PixelMetric.PM_FocusFrameHMargin,
    QStyle.PixelMetric.PM_FocusFrameVMargin,
)


class FocusRings(QObject):
    """Keeps one ring around the button, box or slider that has the focus.

    Text fields and lists show their focus by their own border and row.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: _Ring | None = None
        application.focusChanged.connect(self._on_focus_changed)

    def renew(self) -> None:
        """Draw the ring anew: Qt hides a focus frame when the palette changes."""
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.setWidget(None)  # type: ignore[arg-type]  # Qt documents None as "hide"
            self._ring.deleteLater()
        self._ring = None
        if isinstance(new, _RINGED):
            self._ring = _Ring(new)
            self._ring.setWidget(new)


class _Ring(QFocusFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ring_style = _RingStyle("Fusion")
        self._ring_style.setParent(self)
        self.setStyle(self._ring_style)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        painter.setPen(QPen(tokens[Role.FOCUS], tokens.focus_width))
        inset = tokens.focus_width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _CORNER, _CORNER)


class _RingStyle(QProxyStyle):
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _MARGINS:
            return WIDTH + DISTANCE
        return super().pixelMetric(metric, option, widget)
