"""A TCP proxy between a program and its SMTP server that breaks the line at a place it recognises.

It reads along (RFC 5321 sections 3.3 and 4.1.1.4): where the letter begins, which dot ends it, and
which line answers that dot.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, auto

from fakes.tcp_proxy import TcpProxy

from softanswer.mailbox.account import Endpoint

END_OF_LETTER = b"\r\n.\r\n"
_CHUNK_BYTES = 1 << 16


class Place(IntEnum):
    """How far a session has come; the places follow each other in this order."""

    GREETING = auto()
    MAIL = auto()
    DATA = auto()  # the server has said 354, and the program hears it
    IN_LETTER = auto()  # half of the letter's first piece was sent on
    IN_DOT = auto()  # CR LF and the final dot were sent on, the line end after it was not
    BEFORE_REPLY = auto()  # the server has answered the dot; nothing of that was sent on
    IN_REPLY = auto()  # half of the line that answers the dot was sent on
    AFTER_REPLY = auto()  # the whole line was sent on
    QUIT = auto()


@dataclass
class Passage:
    """One session, as it passed through.

    Attributes:
        reached: the farthest place.
        mail_at: `time.monotonic` when MAIL came, 0 before.
        wrote_dot: the program has written the final dot, sent on or not.
        was_cut: the proxy broke it off.
        met_a_kill: the program was killed before the session was over.
    """

    recipient: str = ""
    reached: Place = Place.GREETING
    mail_at: float = 0.0
    wrote_dot: bool = False
    was_cut: bool = False
    met_a_kill: bool = False
    is_over: bool = False


class CuttingProxy(TcpProxy):
    """The proxy; use it as a context manager.

    Attributes:
        cut_at: the next session that comes here is broken off; None again once one was.
        passages: every session so far.
    """

    def __init__(
        self, server: Endpoint, on_place: Callable[[Place], None] = lambda _: None
    ) -> None:
        super().__init__()
        self.cut_at: Place | None = None
        self.passages: list[Passage] = []
        self.on_place = on_place
        self._server = (server.host, server.port)

    def note_kill(self) -> None:
        """The program is being killed: what the open sessions saw may be a part of it."""
        for passage in self.passages:
            passage.met_a_kill |= not passage.is_over

    def to(self, recipient: str) -> list[Passage]:
        """The sessions that named a recipient."""
        return [passage for passage in self.passages if passage.recipient == recipient]

    def session(self, program: socket.socket) -> Callable[[], None]:
        session = _Session(self, program, socket.create_connection(self._server))
        self.passages.append(session.passage)
        return session.run


class _CutError(Exception):
    """The line is broken here."""


class _Session:
    """One connection of the program, and the one to the server that belongs to it."""

    def __init__(self, proxy: CuttingProxy, program: socket.socket, server: socket.socket) -> None:
        self.passage = Passage()
        self._proxy = proxy
        self._program = program
        self._server = server
        self._letter = b""  # what came of it and was not sent on
        self._reply = b""  # what came of the answer to the dot
        for sock in (program, server):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def run(self) -> None:
        with self._program, self._server, contextlib.suppress(OSError):
            try:
                self._pass_on()
            except _CutError:
                self.passage.was_cut = True
                self._cut()
        self.passage.is_over = True

    def _pass_on(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._program, selectors.EVENT_READ, self._from_program)
            selector.register(self._server, selectors.EVENT_READ, self._from_server)
            while True:
                for key, _ in selector.select():
                    data = key.fileobj.recv(_CHUNK_BYTES)  # type: ignore[union-attr]
                    if not data:
                        return
                    key.data(data)

    def _cut(self) -> None:
        """Break both lines, and read what the program has written meanwhile."""
        self._server.close()
        self._program.shutdown(socket.SHUT_WR)
        while data := self._program.recv(_CHUNK_BYTES):
            self._letter += data
            self.passage.wrote_dot |= END_OF_LETTER in self._letter

    def _from_program(self, data: bytes) -> None:
        if Place.DATA <= self.passage.reached < Place.IN_DOT:
            self._pass_letter(data)
            return
        verb = data[:4].upper()
        if verb == b"MAIL":
            self.passage.mail_at = time.monotonic()
        elif verb == b"RCPT":
            self.passage.recipient = data.partition(b"<")[2].partition(b">")[0].decode()
        self._server.sendall(data)
        if verb in {b"MAIL", b"QUIT"}:
            self._come_to(Place[verb.decode()])

    def _pass_letter(self, data: bytes) -> None:
        self._letter += data
        text, end, _ = self._letter.partition(END_OF_LETTER)
        if not end:
            text = text[: len(text) - _possible_end(text)]
        half = len(text) // 2 if self.passage.reached is Place.DATA else 0
        if half:
            self._server.sendall(text[:half])
            self._come_to(Place.IN_LETTER)
        self._server.sendall(text[half:])
        self._letter = self._letter[len(text) :]
        if end:
            self.passage.wrote_dot = True
            self._server.sendall(end[:3])
            self._come_to(Place.IN_DOT)
            self._server.sendall(end[3:])

    def _from_server(self, data: bytes) -> None:
        if self.passage.reached is Place.IN_DOT:
            self._come_to(Place.BEFORE_REPLY)
        if self.passage.reached is Place.BEFORE_REPLY:
            self._pass_reply(data)
            return
        self._program.sendall(data)
        if data.startswith(b"354"):
            self._come_to(Place.DATA)

    def _pass_reply(self, data: bytes) -> None:
        self._reply += data
        if not self._reply.endswith(b"\n"):
            return
        half = len(self._reply) // 2
        self._program.sendall(self._reply[:half])
        self._come_to(Place.IN_REPLY)
        self._program.sendall(self._reply[half:])
        self._come_to(Place.AFTER_REPLY)

    def _come_to(self, place: Place) -> None:
        self.passage.reached = place
        self._proxy.on_place(place)
        if self._proxy.cut_at is place:
            self._proxy.cut_at = None
            raise _CutError


def _possible_end(text: bytes) -> int:
    """How many bytes at the end of a text may be the beginning of the letter's end."""
    sizes = range(len(END_OF_LETTER) - 1, 0, -1)
    return next((size for size in sizes if text.endswith(END_OF_LETTER[:size])), 0)
