"""The spool: letters as they came, in files, until they are read and packed into the database.

Downloading is then as fast as the line, whatever reading costs, and nothing is fetched twice.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Final

from .store.database import translated_errors

SPOOL_NAME: Final = "spool"
_FILE_BYTES: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class SpoolPlace:
    """Where one letter lies: the number of the file, the first byte, the count of bytes."""

    file: int
    start: int
    length: int


class Spool:
    """A folder of append-only files; one object serves all threads of a process.

    Every method raises a `StoreError` where the disk does not let it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / SPOOL_NAME
        self._lock = threading.Lock()
        self._number = 0  # of the file that is written, 0 for none
        self._end = 0

    @contextmanager
    def adding(self, letters: Sequence[bytes]) -> Iterator[tuple[SpoolPlace, ...]]:
        """Append letters; their places are to be noted in the database inside of the block."""
        with self._lock:
            with translated_errors(self.folder):
                places = self._append(letters)
            yield places

    def read(self, place: SpoolPlace) -> bytes | None:
        """The bytes of a letter; None where they are not there as they were written."""
        return next(self.read_all([place]))

    def read_all(self, places: Iterable[SpoolPlace]) -> Iterator[bytes | None]:
        """The bytes of letters, as `read` gives them, in their order."""
        for number, group in groupby(places, key=lambda place: place.file):
            wanted = list(group)
            letters: list[bytes] = []
            with contextlib.suppress(OSError), self._path(number).open("rb") as file:
                for place in wanted:
                    file.seek(place.start)
                    letters.append(file.read(place.length))
            for place, letter in zip_longest(wanted, letters):
                yield letter if letter is not None and len(letter) == place.length else None

    def tidy(self, used_files: Callable[[], Collection[int]]) -> None:
        """Delete the files of which nothing is needed any more.

        Args:
            used_files: gives the numbers of those in which letters still wait to be read.
        """
        with self._lock:
            if not self.folder.is_dir():
                return
            used = used_files()
            for path in self._files():
                if int(path.name) in used:
                    continue
                with contextlib.suppress(OSError):  # next time
                    path.unlink()
                if int(path.name) == self._number:
                    self._number = 0

    def _append(self, letters: Sequence[bytes]) -> tuple[SpoolPlace, ...]:
        if not self._number or self._end > _FILE_BYTES:
            self._number, self._end = self._new_file(), 0
        places = []
        end = self._end
        for letter in letters:
            places.append(SpoolPlace(self._number, end, len(letter)))
            end += len(letter)
        with self._path(self._number).open("r+b") as file:
            file.seek(self._end)
            file.writelines(letters)
            file.flush()
            os.fsync(file.fileno())
        self._end = end
        return tuple(places)

    def _new_file(self) -> int:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = max((int(path.name) for path in self._files()), default=0) + 1
        self._path(number).touch(mode=0o600, exist_ok=False)
        return number

    def _files(self) -> list[Path]:
        return [path for path in self.folder.iterdir() if path.name.isdigit()]

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:06}"
