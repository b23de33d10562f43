"""The folder of a profile in which files lie that go with drafts and held replies.

Each is named by the SHA-256 of its content, so that the same photo lies there once, and that a
damaged one is known. They are on the disk for good before anything in the database names them.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from .enclosure import Enclosure, digest_of
from .errors import FileLostError
from .sentence import Sentence

FOLDER_NAME: Final = "enclosures"
NAME: Final = re.compile(r"[0-9a-f]{64}")
_HALF: Final = ".part"
# A file is put there before the draft that names it is kept, and what is taken off can come back.
_KEPT_FOR_S: Final = 3_600


class EnclosureFolder:
    """Keeps, gives and forgets the contents of files.

    Args:
        profile: the folder of the profile.
    """

    def __init__(self, profile: Path) -> None:
        self.folder = profile / FOLDER_NAME

    def put(self, content: bytes) -> str:
        """Keep a content, flushed to the disk; returns its SHA-256.

        Raises:
            OSError: the disk is full or can't be written.
        """
        digest = digest_of(content)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(_HALF, dir=self.folder)  # of mode 0600
        half = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            half.replace(self.folder / digest)
        except OSError:
            half.unlink(missing_ok=True)
            raise
        self._flush()
        return digest

    def content(self, enclosure: Enclosure) -> bytes:
        """The content of a file, byte for byte as it was put there.

        Raises:
            FileLostError: it is gone, damaged, or can't be read; the message says what to do.
        """
        try:
            content = (self.folder / enclosure.sha256).read_bytes()
        except OSError as error:
            raise FileLostError(
                Sentence(
                    "Reply",
                    "The attachment “{name}” is not in the profile folder any more. Attach the "
                    "file again before the reply goes out.",
                ).format(name=enclosure.name)
            ) from error
        if digest_of(content) != enclosure.sha256:
            raise FileLostError(
                Sentence(
                    "Reply",
                    "The attachment “{name}” in the profile folder is damaged. Attach the file "
                    "again before the reply goes out.",
                ).format(name=enclosure.name)
            )
        return content

    def files(self) -> list[Path]:
        """What lies there, whole."""
        if not self.folder.is_dir():
            return []
        return sorted(path for path in self.folder.iterdir() if NAME.fullmatch(path.name))

    def tidy(self, used: Callable[[], Collection[str]]) -> None:
        """Delete what is needed no more, but nothing that was put there just now.

        Args:
            used: gives the SHA-256 of each that a draft or a held reply needs; asked only where
                there is something to delete.
        """
        before = time.time() - _KEPT_FOR_S
        try:
            old = [path for path in self.folder.iterdir() if _changed_at(path) < before]
        except OSError:  # nothing was ever attached, or it can't be looked into now
            return
        if not old:
            return
        needed = used()
        for path in old:
            if path.name not in needed:
                with contextlib.suppress(OSError):  # next time
                    path.unlink()

    def _flush(self) -> None:
        """Make a new name durable, where the system can."""
        if sys.platform != "win32":
            handle = os.open(self.folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # gone meanwhile
        return time.time()
