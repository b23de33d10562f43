"""A TCP proxy that breaks a connection after a number of bytes, whatever they mean."""

from __future__ import annotations

import contextlib
import selectors
import socket
from collections.abc import Callable
from functools import partial

from fakes.tcp_proxy import TcpProxy

from softanswer.mailbox.account import Endpoint

_CHUNK_BYTES = 1 << 16


class LineCutter(TcpProxy):
    """The proxy; use it as a context manager.

    Attributes:
        to_server: the next connection is broken when so many bytes went to the server.
        to_program: the same for bytes to the program.
        cuts: how many connections were broken.
    """

    def __init__(self, server: Endpoint) -> None:
        super().__init__()
        self.to_server: int | None = None
        self.to_program: int | None = None
        self.cuts = 0
        self.server = server

    def let_pass(self) -> None:
        """Break no connection any more."""
        self.to_server = self.to_program = None

    def session(self, program: socket.socket) -> Callable[[], None]:
        left = {"server": self.to_server, "program": self.to_program}
        self.let_pass()
        return partial(self._run, program, left)

    def _run(self, program: socket.socket, left: dict[str, int | None]) -> None:
        address = (self.server.host, self.server.port)
        with program, contextlib.suppress(OSError), socket.create_connection(address, 5) as server:
            for sock in (program, server):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._pass_on(program, server, left)

    def _pass_on(
        self, program: socket.socket, server: socket.socket, left: dict[str, int | None]
    ) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(program, selectors.EVENT_READ, (server, "server"))
            selector.register(server, selectors.EVENT_READ, (program, "program"))
            while True:
                for key, _ in selector.select():
                    to, name = key.data
                    data = key.fileobj.recv(_CHUNK_BYTES)  # type: ignore[union-attr]
                    if not data:
                        return
                    allowed = left[name]
                    to.sendall(data if allowed is None else data[:allowed])
                    if allowed is not None:
                        left[name] = allowed - len(data)
                        if len(data) >= allowed:
                            self.cuts += 1
                            return
