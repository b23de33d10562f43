"""Where dialogs for files open: where the last file was taken from, else among the downloads."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths

WINDOW_FILE: Final = "window.ini"
OPENED_FOLDER: Final = "opened"  # copies for other programs; emptied at each start
_LAST: Final = "files/last_folder"
_USUAL: Final = (
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


def usual_folder() -> str:
    """The folder of downloads, or what comes nearest to it here."""
    places = (QStandardPaths.writableLocation(kind) for kind in _USUAL)
    return next((place for place in places if place and Path(place).is_dir()), "")


class FilePlaces:
    """Remembers, in the profile, the folder of the last file that was taken or kept."""

    def __init__(self, profile_folder: Path) -> None:
        self._kept = QSettings(str(profile_folder / WINDOW_FILE), QSettings.Format.IniFormat)

    def start(self) -> str:
        """The folder to begin in."""
        last = str(self._kept.value(_LAST) or "")
        return last if last and Path(last).is_dir() else usual_folder()

    def note(self, file: Path) -> None:
        """Begin in the folder of this file next time."""
        self._kept.setValue(_LAST, str(file.parent))
