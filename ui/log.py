"""The log of the window, in its profile."""

from __future__ import annotations

import faulthandler
import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

LOG_NAME: Final = "softanswer.log"
CRASH_NAME: Final = "softanswer.crash"
_LOG_BYTES: Final = 1_000_000


def start_log(folder: Path) -> None:
    """Keep a log in the profile, readable by its owner alone; no letter and no password in it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _PrivateLog(folder / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)
    crashes = folder / CRASH_NAME
    crashes.touch(mode=0o600, exist_ok=True)
    faulthandler.enable(crashes.open("a", encoding="utf-8"))


class _PrivateLog(RotatingFileHandler):
    """A log whose files, the fresh one after a rotation too, only their owner can read."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(mode=0o600, exist_ok=True)
        return super()._open()
