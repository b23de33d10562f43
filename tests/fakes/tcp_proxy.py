"""A TCP proxy on this computer, whose sessions a test may disturb."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from typing import Self

from softanswer.mailbox.account import Endpoint, Security


class TcpProxy:
    """Accepts a program's connections; use it as a context manager."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = Endpoint("127.0.0.1", self._listener.getsockname()[1], Security.NONE)
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)

    def session(self, program: socket.socket) -> Callable[[], None]:
        """What a thread of its own does for a connection, until that ends."""
        raise NotImplementedError

    def _accept(self) -> None:
        while True:
            try:
                program, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self.session(program), daemon=True)
            self._threads.append(thread)
            thread.start()
