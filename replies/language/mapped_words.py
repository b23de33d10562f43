"""The Russian dictionary read where it lies, so that it takes no memory of its own.

pymorphy3 copies its word graphs, 15 MB, into arrays. The file itself, mapped into memory, serves
as well: the system reads the pages that are used, and may drop them when it needs room.
"""

from __future__ import annotations

import mmap
import struct
from typing import BinaryIO, Final

from dawg_python import wrapper

_LENGTH: Final = struct.Struct("=I")  # before each array the number of its units
_UNIT_BYTES: Final = 4
_LABELS: Final = 2  # bytes for each unit of the guide


def map_words() -> None:
    """Have word graphs that are loaded from now on read from their files.

    WORKAROUND DAWG-Python can only copy. Where its C extension is installed, pymorphy3 takes that.
    """
    wrapper.Dictionary.read = _map_units
    wrapper.Guide.read = _map_labels


def _map_units(dictionary: wrapper.Dictionary, file: BinaryIO) -> None:
    mapped = _mapped(file, _UNIT_BYTES)
    dictionary._units = mapped.cast("I")  # noqa: SLF001 - read by index alone


def _map_labels(guide: wrapper.Guide, file: BinaryIO) -> None:
    guide._units = _mapped(file, _LABELS)  # noqa: SLF001 - read by index alone


def _mapped(file: BinaryIO, unit_bytes: int) -> memoryview:
    """What stands behind the present place of a file, which is left behind it."""
    length = unit_bytes * _LENGTH.unpack(file.read(_LENGTH.size))[0]
    start = file.tell()
    whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    file.seek(start + length)
    return whole[start : start + length]
