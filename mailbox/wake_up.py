"""A bell that another thread rings to end a wait on a socket."""

from __future__ import annotations

import socket
import threading


class WakeUp:
    """An event that can be waited for together with sockets.

    `ring` may be called from any thread. A selector sees it readable until `clear`.
    """

    def __init__(self) -> None:
        self._reader, self._writer = socket.socketpair()
        self._reader.settimeout(0.0)
        self._writer.settimeout(0.0)
        self._event = threading.Event()
        self._lock = threading.Lock()

    def ring(self) -> None:
        """End the waits that watch this bell, now and until `clear`."""
        with self._lock:
            if not self._event.is_set():
                self._event.set()
                self._writer.send(b"\0")

    def clear(self) -> None:
        """Make it wait for the next ring."""
        with self._lock:
            if self._event.is_set():
                self._event.clear()
                self._reader.recv(1)

    def is_rung(self) -> bool:
        """Whether it was rung since `clear`."""
        return self._event.is_set()

    def wait(self, timeout_s: float) -> bool:
        """Wait until it is rung, at most `timeout_s`; tells whether it was."""
        return self._event.wait(timeout_s)

    def fileno(self) -> int:
        """The descriptor that a selector watches for reading."""
        return self._reader.fileno()

    def __del__(self) -> None:
        self._reader.close()
        self._writer.close()
