"""The hand and the eye of the tour: it presses keys, waits, and takes pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_SETTLE_MS: Final = 350
_POLL_MS: Final = 50
_SHADE: Final = 80  # of 255: the black laid over the window that a dialog holds back


class TourError(Exception):
    """The window did not come to where the tour wanted it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One picture of the tour.

    Attributes:
        seconds: since the tour began.
    """

    name: str
    image: str
    seconds: float


class Hand:
    """Drives one window and keeps a picture of each step."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        self.steps: list[Step] = []
        self._window = window
        self._folder = folder
        self._began = time.monotonic()

    def press(self, keys: str) -> None:
        """Press a key or a sequence of keys, such as "Ctrl+Return" or "G,H"."""
        self._strike(keys)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focused(), event)
        self.settle()

    def press_often(self, keys: str, times: int) -> None:
        """Press the same key several times."""
        for _ in range(times):
            self._strike(keys)
        self.settle()

    def settle(self, ms: int = _SETTLE_MS) -> None:
        """Let the window finish what the keys began."""
        _pass_time(ms)

    def wait_until(self, what: str, holds: Callable[[], bool], seconds: float = 30) -> None:
        """Wait until something holds.

        Raises:
            TourError: it did not within the time.
        """
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise TourError(f"After {seconds:.0f} s, {what}.")
            _pass_time(_POLL_MS)

    def picture(self, name: str) -> None:
        """Keep a picture of the window as it stands, its dialogs on top."""
        self.settle()
        image = f"{len(self.steps) + 1:02}-{name}.png"
        taken = self._window.grab()
        painter = QPainter(taken)
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                _put(painter, dialog.grab(), self._place_of(dialog))
        painter.end()
        if not taken.save(str(self._folder / image)):
            raise TourError(f"The picture {image} can't be written to {self._folder}.")
        self.steps.append(Step(name, image, round(time.monotonic() - self._began, 2)))

    def _place_of(self, dialog: QDialog) -> QPoint:
        """Where a dialog stands over the window; in its middle where no one moved it."""
        room = self._window.size() - dialog.size()
        return QPoint(max(0, room.width() // 2), max(0, room.height() // 2))

    def _strike(self, keys: str) -> None:
        sequence = QKeySequence(keys)
        for place in range(sequence.count()):
            chord = sequence[place]  # type: ignore[index]  # has __getitem__
            QTest.keyClick(self._focused(), chord.key(), chord.keyboardModifiers())

    def _focused(self) -> QWidget:
        if QApplication.activeWindow() is None:  # no window manager gives it back after a dialog
            self._window.activateWindow()
            _pass_time(_POLL_MS)
        return QApplication.focusWidget() or self._window.focusWidget() or self._window


def _pass_time(ms: int) -> None:
    """Let the event loop run; `QTest.qWait` would keep the interpreter from every other thread."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _put(painter: QPainter, picture: QPixmap, at: QPoint) -> None:
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlpha(_SHADE)
    painter.fillRect(painter.viewport(), shade)
    painter.drawPixmap(at, picture)
