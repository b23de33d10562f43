"""Both directions of a compressed line: COMPRESS=DEFLATE (RFC 4978)."""

from __future__ import annotations

import zlib
from typing import Final

_RAW: Final = -zlib.MAX_WBITS  # DEFLATE without a header, RFC 4978 section 3
_MOST_AT_ONCE: Final = 1 << 20  # a thousandth of it may be all that came: the rest waits
_MOST_WITHOUT_OUTPUT: Final = 1 << 20  # blocks that hold nothing are a way to keep us busy


class DamagedError(Exception):
    """What came is no DEFLATE, has come to its end, or holds nothing at all."""


class DeflatedLine:
    """Compresses what is sent, and reads what is received in pieces of bounded size.

    However far the other side's bytes swell, `inflated` gives no more than a MiB at once, so that
    the bounds of lines and literals hold as they do without compression.
    """

    def __init__(self) -> None:
        self._deflate = zlib.compressobj(wbits=_RAW)
        self._inflate = zlib.decompressobj(wbits=_RAW)
        self._waiting = b""
        self._is_full = False
        self._barren = 0

    def deflated(self, data: bytes) -> bytes:
        """What to send instead, so that the other side can read all of it at once."""
        return self._deflate.compress(data) + self._deflate.flush(zlib.Z_SYNC_FLUSH)

    @property
    def has_waiting(self) -> bool:
        """Whether `inflated` has more to give without anything being received."""
        return self._is_full or bool(self._waiting)

    def inflated(self, data: bytes = b"") -> bytes:
        """The next piece of what was received; b"" where more must come first.

        Raises:
            DamagedError: it cannot be read.
        """
        try:
            found = self._inflate.decompress(self._waiting + data, _MOST_AT_ONCE)
        except zlib.error as error:
            raise DamagedError(str(error)) from error
        self._waiting = self._inflate.unconsumed_tail
        self._is_full = len(found) == _MOST_AT_ONCE  # then zlib may hold the end of it itself
        self._barren = 0 if found else self._barren + len(data)
        if self._inflate.eof or self._barren > _MOST_WITHOUT_OUTPUT:
            raise DamagedError("it came to an end")
        return found
