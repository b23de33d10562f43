"""Says when a window has been painted, so that what can wait begins right then."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_BREATH_MS: Final = 5  # behind the frame, for whatever else has waited for it


class Painted(QObject):
    """Waits for the next frame of a widget's window.

    A window that is not painted, since it is hidden or covered, is waited for no longer than
    `at_most_ms`.

    Signals:
        painted: the frame is there, or the time is up.
    """

    painted = Signal()

    def __init__(self, widget: QWidget, at_most_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent or widget)
        self._widget = widget
        self._at_most_ms = at_most_ms
        self._window: QWidget | None = None  # that is watched
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._on_due)

    @property
    def is_waiting(self) -> bool:
        """Whether a frame is waited for."""
        return self._due.isActive()

    def start(self) -> None:
        """Wait for the next frame."""
        self.stop()
        self._window = self._widget.window()
        self._window.installEventFilter(self)
        self._due.start(self._at_most_ms)

    def stop(self) -> None:
        """Wait no longer, and say nothing."""
        self._due.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest and self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
            self._due.start(_BREATH_MS)  # the frame is painted while this event is handled
        return False

    def _on_due(self) -> None:
        self.stop()
        self.painted.emit()
