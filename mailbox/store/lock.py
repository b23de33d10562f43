"""One running Soft Answer per profile: a lock that the system drops when the process ends."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from ..errors import StoreError
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
        StoreError: another process holds it.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / LOCK_NAME
        path.touch(mode=0o600, exist_ok=True)
        self._file = path.open("ab")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise StoreError(
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
