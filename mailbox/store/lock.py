"""One running Soft Answer per profile: locks that the system drops when a process ends."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import IO, ClassVar, Final, Self

from ..errors import ProfileInUseError
from ..sentence import Sentence

LOCK_NAME: Final = "profile.lock"

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class ProfileLock:
    """Held while this process is the one that syncs and sends for a profile.

    Raises:
        ProfileInUseError: another process holds it.
    """

    _name: ClassVar = LOCK_NAME

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / self._name
        path.touch(mode=0o600, exist_ok=True)
        self._file = path.open("ab")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise ProfileInUseError(
                Sentence(
                    "Store",
                    "Soft Answer is already running on {folder}. Use that window, or close it "
                    "first.",
                ).format(folder=folder)
            ) from error

    def release(self) -> None:
        """Let the next one in."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()


class WindowWish(ProfileLock):
    """Held by a window that waits for the profile: a postman without a window steps aside."""

    _name = "profile.wish"


class StandbyMark(ProfileLock):
    """Held by a postman without a window as long as it lives, at work or waiting for its turn."""

    _name = "profile.standby"


def is_held(kind: type[ProfileLock], folder: Path) -> bool:
    """Tell whether a process, this one included, holds a lock of this kind on a profile."""
    try:
        kind(folder).release()
    except ProfileInUseError:
        return True
    return False
