"""The sample shop in a window of its own: another process, another profile, servers of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess


def open_sample_shop() -> bool:
    """Start it beside this window, which it outlives; whether it could be started."""
    arguments = ["-P", "-m", "softanswer", "--demo"]
    started = QProcess.startDetached(sys.executable, arguments, str(Path.home()))
    return bool(started[0] if isinstance(started, tuple) else started)
