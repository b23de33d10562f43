"""Runs the program under preload.c: its acts are traced in order, its wall clock can be moved."""

from __future__ import annotations

import struct
import subprocess
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from pathlib import Path

_SOURCE = Path(__file__).with_name("preload.c")
_HEADER = struct.Struct("=cIQQ")
_AHEAD = struct.Struct("=q")


def build(folder: Path) -> Path:
    """Compile the library; its path is for LD_PRELOAD."""
    library = folder / "preload.so"
    warnings = ("-Wall", "-Wextra", "-Werror")
    subprocess.run(  # noqa: S603 - our own source
        ["gcc", "-shared", "-fPIC", "-O2", *warnings, "-o", library, _SOURCE],  # noqa: S607
        check=True,
    )
    return library


class ActKind(Enum):
    """What the program did."""

    WROTE = b"W"
    CUT = b"T"  # a file to a length, which is the offset
    FLUSHED = b"F"
    REMOVED = b"U"
    SENT = b"S"
    SAID = b"O"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that the program did.

    Attributes:
        name: the path of a file, or the port of a server.
    """

    kind: ActKind
    name: str
    offset: int
    data: bytes


class Trace:
    """What the programs did that were started in its environment."""

    def __init__(self, library: Path, file: Path, traced: Path) -> None:
        self._file = file
        self.environment = {
            "LD_PRELOAD": str(library),
            "SOFTANSWER_TEST_TRACE": str(file),
            "SOFTANSWER_TEST_FOLDER": str(traced),
        }

    def acts(self) -> list[Act]:
        """All of it, in order."""
        raw = self._file.read_bytes()
        acts, at = [], 0
        while at < len(raw):
            kind, name_size, offset, size = _HEADER.unpack_from(raw, at)
            name_end = at + _HEADER.size + name_size
            name = raw[at + _HEADER.size : name_end].decode()
            at = name_end + size
            acts.append(Act(ActKind(kind), name, offset, raw[name_end:at]))
        return acts


class WallClock:
    """The wall clock of the programs that were started in its environment."""

    def __init__(self, library: Path, file: Path) -> None:
        self._file = file
        self.ahead = timedelta(0)
        self.move(timedelta(0))
        self.environment = {"LD_PRELOAD": str(library), "SOFTANSWER_TEST_CLOCK": str(file)}

    def move(self, by: timedelta) -> None:
        """Set it forward, or back; running programs see it at once."""
        self.ahead += by
        mode = "r+b" if self._file.exists() else "wb"
        with self._file.open(mode) as file:
            file.write(_AHEAD.pack(self.ahead // timedelta(microseconds=1) * 1000))
