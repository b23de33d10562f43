"""Whether the seller has a window of the program before her."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def is_looked_at() -> bool:
    """Tell whether one of the program's windows has the keyboard and can be seen."""
    window = QApplication.activeWindow()
    return window is not None and window.isVisible()
