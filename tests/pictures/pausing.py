"""Let the window settle before it is pictured."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication


def pause(seconds: float = 0.4) -> None:
    """Go on with what the window has to do, for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
