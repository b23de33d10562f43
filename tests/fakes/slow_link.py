"""A TCP proxy that makes of this computer's own line one of a given round trip and bandwidth."""

from __future__ import annotations

import contextlib
import selectors
import socket
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from fakes.tcp_proxy import TcpProxy

from softanswer.mailbox.account import Endpoint

_CHUNK_BYTES = 1 << 14
_BUFFER_S = 0.1  # what routers on the way hold: a tenth of a second, beyond what is on its way


@dataclass
class _Way:
    """One direction of a connection: a pipe that lets bytes in at its rate, and out later."""

    source: socket.socket
    sink: socket.socket
    delay_s: float
    bytes_per_s: float
    free_at: float = 0.0
    held: deque[tuple[float, bytes]] = field(default_factory=deque)
    has_ended: bool = False

    @property
    def takes_more(self) -> bool:
        return not self.has_ended and self.free_at - time.monotonic() < _BUFFER_S

    def take(self) -> None:
        data = self.source.recv(_CHUNK_BYTES)
        self.has_ended = not data
        self.free_at = max(self.free_at, time.monotonic()) + len(data) / self.bytes_per_s
        self.held.append((self.free_at + self.delay_s, data))

    def pass_on(self, now: float) -> None:
        while self.held and self.held[0][0] <= now:
            _, data = self.held.popleft()
            if data:
                self.sink.sendall(data)
            else:
                self.sink.shutdown(socket.SHUT_WR)


class SlowLink(TcpProxy):
    """The proxy; use it as a context manager.

    Args:
        round_trip_s: half of it each way.
        bits_per_s: to the program; what goes to the server has all the width it wants.
    """

    def __init__(self, server: Endpoint, round_trip_s: float, bits_per_s: float) -> None:
        super().__init__()
        self._server = server
        self._delay_s = round_trip_s / 2
        self._bytes_per_s = bits_per_s / 8

    def session(self, program: socket.socket) -> Callable[[], None]:
        return partial(self._run, program)

    def _run(self, program: socket.socket) -> None:
        address = (self._server.host, self._server.port)
        with program, contextlib.suppress(OSError), socket.create_connection(address, 5) as server:
            for sock in (program, server):
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            up = _Way(program, server, self._delay_s, 1e9)
            down = _Way(server, program, self._delay_s, self._bytes_per_s)
            self._pass_on((up, down))

    @staticmethod
    def _pass_on(ways: tuple[_Way, ...]) -> None:
        while any(not way.has_ended or way.held for way in ways):
            now = time.monotonic()
            for way in ways:
                way.pass_on(now)
            due = [way.held[0][0] - now for way in ways if way.held]
            full = [way for way in ways if not (way.has_ended or way.takes_more)]
            due += [way.free_at - _BUFFER_S - now for way in full]
            with selectors.DefaultSelector() as selector:
                for way in ways:
                    if way.takes_more:
                        selector.register(way.source, selectors.EVENT_READ, way)
                for key, _ in selector.select(max(0.0005, min(due, default=1.0))):
                    key.data.take()
