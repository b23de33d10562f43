"""Somebody on the line: a relay in front of a server that keeps every byte the client sends."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading
from dataclasses import replace

from softanswer.mailbox.account import Endpoint


class Wiretap:
    """The relay; use it as a context manager.

    Attributes:
        endpoint: where the client goes instead of to the server.
        heard: what clients sent so far, as it went over the line.
    """

    def __init__(self, server: Endpoint) -> None:
        self.heard = bytearray()
        self._server = server
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = replace(server, port=self._listener.getsockname()[1])
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Wiretap:
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for sock in self._open:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        for sock in self._open:
            sock.close()

    def _start(self, work, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server.port))
            except OSError:
                return
            self._open += [client, server]
            for pair in ((client, server, True), (server, client, False)):
                self._start(self._relay, *pair)

    def _relay(self, source: socket.socket, target: socket.socket, is_client: bool) -> None:  # noqa: FBT001
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if is_client:
                    self.heard += data
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)


def gives_away(said: bytes, secret: str) -> bool:
    """Tell whether a secret can be read from bytes, plainly or in base64 at any place."""
    raw = secret.encode()
    forms = [raw, secret.encode("utf-16-le")]
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + raw)
        forms.append(coded[4 if shift else 0 : -4])  # without what depends on the neighbours
    return any(form in said for form in forms)
