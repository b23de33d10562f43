"""The fake IMAP server's side of a compressed line: COMPRESS=DEFLATE (RFC 4978)."""

from __future__ import annotations

import io
import socket
import zlib


class DeflatedSide:
    """One side of a compressed connection.

    Attributes:
        file: what the client sends, readable as it was before it was compressed.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._deflate = zlib.compressobj(wbits=-15)
        self.file = io.BufferedReader(_Inflating(sock))

    def deflated(self, data: bytes) -> bytes:
        """What to send instead."""
        return self._deflate.compress(data) + self._deflate.flush(zlib.Z_SYNC_FLUSH)


class _Inflating(io.RawIOBase):
    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._inflate = zlib.decompressobj(wbits=-15)
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        while not self._ready:
            data = self._sock.recv(1 << 16)
            if not data:
                return 0
            self._ready = self._inflate.decompress(data)
        size = min(len(buffer), len(self._ready))
        buffer[:size], self._ready = self._ready[:size], self._ready[size:]
        return size
