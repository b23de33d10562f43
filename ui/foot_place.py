"""Where the strip at the foot stands: under the pages, or over them while it has news."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from .clock_strip import ClockStrip

_SHOWN_MS: Final = 8000


class FootPlace(QObject):
    """Takes the strip out of a low window, in which the letter and the reply need its room.

    What is said there then stands over the pages for some seconds. The layout is that of `host`.
    """

    def __init__(self, strip: ClockStrip, column: QBoxLayout, host: QWidget) -> None:
        super().__init__(host)
        self._strip = strip
        self._column = column
        self._host = host
        self._is_low = False
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_SHOWN_MS)
        self._leaving.timeout.connect(strip.hide)
        column.addWidget(strip)
        strip.said.connect(self._on_said)
        host.installEventFilter(self)

    def set_low(self, is_low: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Let the strip stand under the pages, or come only when something is said."""
        if is_low is self._is_low:
            return
        self._is_low = is_low
        self._leaving.stop()
        if is_low:
            self._column.removeWidget(self._strip)
            self._strip.hide()
        else:
            self._column.addWidget(self._strip)
            self._strip.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._is_low:
            self._place()
        return super().eventFilter(watched, event)

    def _on_said(self) -> None:
        if self._is_low:
            self._place()
            self._strip.show()
            self._strip.raise_()
            self._leaving.start()

    def _place(self) -> None:
        height = self._strip.sizeHint().height()
        room = self._host.rect()
        self._strip.setGeometry(0, room.height() - height, room.width(), height)
