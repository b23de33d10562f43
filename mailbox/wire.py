"""One connection to a mail server: time-outs, verified TLS, and an end from another thread.

The socket never blocks by itself. Every wait watches the caller's `WakeUp` too, so that a thread
that is told to stop leaves a silent server at once.
"""

from __future__ import annotations

import contextlib
import os
import re
import selectors
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from .account import Endpoint, Security
from .certificates import issuer_of
from .deflate import DamagedError, DeflatedLine
from .errors import (
    CertificateError,
    CompressionError,
    ConnectionFailedError,
    MailError,
    ProtocolError,
)
from .sentence import Sentence, sentence_of
from .tls import certificate_error, default_context, looking_context
from .wake_up import WakeUp

T = TypeVar("T")

_CHUNK_BYTES: Final = 1 << 16
_LONGEST_REST_BYTES: Final = 1_000
_LONGEST_LINE_BYTES: Final = 1 << 24  # a UID SEARCH of a million messages is 8 MB
_KEEPALIVE_IDLE_S: Final = 60


class CalledOffError(Exception):
    """The wait was ended by this program, because it stops."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long to wait for a connection, and then for each next piece of an answer.

    Attributes:
        dot_s: for the answer to the final dot (RFC 5321 section 4.5.3.2.6: at least 10 minutes).
    """

    connect_s: float = 30.0
    read_s: float = 60.0
    dot_s: float = 600.0


_LOOK_TIMEOUTS: Final = Timeouts(connect_s=5.0, read_s=5.0)


class _WaitOverError(OSError):
    """The time was over, or the caller was woken."""


class Wire:
    """A connected byte stream with lines and counted blocks.

    Every method that waits raises `ConnectionFailedError` when the other side is gone or silent
    for too long, and `CalledOffError` when `cancel` is rung.

    Attributes:
        read_timeout_s: how long each next piece of input may take.
        received: bytes read so far, after TLS and after any compression.
        carried: bytes that the line has carried for them, as they came out of TLS.
        sent_at: `time.monotonic` of the last `send`.
        answered_at: that of the first input after it, 0 before.
        is_protected: TLS is in place.
    """

    def __init__(
        self,
        sock: socket.socket,
        endpoint: Endpoint,
        timeouts: Timeouts,
        cancel: WakeUp | None = None,
    ) -> None:
        sock.settimeout(0.0)
        self._sock = sock
        self._endpoint = endpoint
        self._connect_timeout_s = timeouts.connect_s
        self._cancel = cancel
        self._buffer = bytearray()
        self.read_timeout_s = timeouts.read_s
        self.received = 0
        self.carried = 0
        self.sent_at = self.answered_at = 0.0
        self._deflated: DeflatedLine | None = None
        self.is_protected = False

    @classmethod
    def connect(
        cls,
        endpoint: Endpoint,
        timeouts: Timeouts,
        tls_context: ssl.SSLContext | None = None,
        cancel: WakeUp | None = None,
    ) -> Wire:
        """Connect, with TLS from the first byte where the endpoint asks for it.

        Raises:
            ConnectionFailedError: the name is unknown, nobody listens, or no answer in time.
            CertificateError: the server could not prove who it is.
        """
        deadline = time.monotonic() + timeouts.connect_s
        addresses = _resolve(endpoint, timeouts.connect_s, cancel)
        for left in range(len(addresses), 0, -1):
            family, address = addresses[-left]
            try:
                wire = cls(socket.socket(family, socket.SOCK_STREAM), endpoint, timeouts, cancel)
            except OSError as error:  # IPv6 that is switched off, or too many open files
                if left == 1:
                    raise _unreachable(endpoint, error) from error
                continue
            try:
                wire._reach(address, (deadline - time.monotonic()) / left)
                if endpoint.security is Security.TLS:
                    wire._shake_hands(tls_context, lambda _: None)
            except OSError as error:
                wire.close()
                if left == 1:
                    raise _unreachable(endpoint, error) from error
            except BaseException:
                wire.close()
                raise
            else:
                return wire
        raise AssertionError("a name that is found has an address")

    def start_tls(
        self,
        tls_context: ssl.SSLContext | None,
        ask_for_tls: Callable[[Wire], None],
    ) -> None:
        """Protect a connection that was plain so far (STARTTLS).

        Args:
            ask_for_tls: brings a fresh connection as far as this one is, so that a certificate
                which is not accepted can be looked at.

        Raises:
            CertificateError: the server could not prove who it is, or plain text was slipped in
                before the handshake, which would be taken for protected text after it.
            ConnectionFailedError: the handshake failed.
        """
        if self.has_input():
            raise CertificateError(
                Sentence(
                    "Mail",
                    "{host} sent text before the protected connection began, as somebody in "
                    "between would. No password was sent. Try from another network.",
                ).format(host=self._endpoint.host)
            )
        self._shake_hands(tls_context, ask_for_tls)

    def _shake_hands(
        self, tls_context: ssl.SSLContext | None, ask_for_tls: Callable[[Wire], None]
    ) -> None:
        context = tls_context or default_context()
        try:
            sock = context.wrap_socket(
                self._sock, server_hostname=self._endpoint.host, do_handshake_on_connect=False
            )
            self._sock = sock
            self._until_done(sock.do_handshake, selectors.EVENT_READ, self._connect_timeout_s)
        except ssl.SSLCertVerificationError as error:
            issuer = self._issuer(ask_for_tls)
            raise certificate_error(self._endpoint, error, issuer) from error
        except (OSError, ValueError) as error:
            raise ConnectionFailedError(
                Sentence(
                    "Mail",
                    "No protected connection to {host} on port {port} came about: {why}. Check "
                    "the port and the kind of protection (tls or starttls) in the account.",
                ).format(host=self._endpoint.host, port=self._endpoint.port, why=_words(error))
            ) from error
        self.is_protected = True

    def start_deflate(self) -> None:
        """Compress both directions from here on (RFC 4978); what has come already is compressed.

        Raises:
            CompressionError: it cannot be read, now or in any call to come.
        """
        self._deflated = DeflatedLine()
        came, self._buffer = bytes(self._buffer), bytearray()
        self._take_in(came)

    def _issuer(self, ask_for_tls: Callable[[Wire], None]) -> str:
        """Who issued the certificate that was not accepted, "" where that can't be seen.

        It is looked at on a connection of its own, on which nothing but that is done.
        """
        self.close()
        plain = replace(self._endpoint, security=Security.STARTTLS)
        try:
            wire = Wire.connect(plain, _LOOK_TIMEOUTS, cancel=self._cancel)
        except MailError:
            return ""
        try:
            ask_for_tls(wire)
            return issuer_of(wire.look_at_certificate())
        except (MailError, OSError, ValueError):
            return ""
        finally:
            wire.close()

    def look_at_certificate(self) -> bytes:
        """The other side's certificate, accepted or not; nothing secret may be said after it."""
        self._sock = sock = looking_context().wrap_socket(
            self._sock, do_handshake_on_connect=False
        )
        self._until_done(sock.do_handshake, selectors.EVENT_READ, _LOOK_TIMEOUTS.read_s)
        return sock.getpeercert(binary_form=True) or b""

    def readline(self, limit: int = _LONGEST_LINE_BYTES) -> bytes:
        """Read a line with its line end.

        Raises:
            ProtocolError: no line end within `limit` bytes.
        """
        start = 0
        while (end := self._buffer.find(b"\n", start) + 1) == 0:
            start = len(self._buffer)
            if start > limit:
                raise ProtocolError(
                    Sentence("Mail", "{host} sent an endless line.").format(
                        host=self._endpoint.host
                    )
                )
            self._fill()
        return self._take(end)

    def read(self, size: int) -> bytes:
        """Read exactly `size` bytes."""
        while len(self._buffer) < size:
            self._fill()
        return self._take(size)

    def take_blocks(
        self, head: re.Pattern[bytes], add: Callable[[re.Match[bytes], bytes | None, bytes], None]
    ) -> bool:
        """Hand on what lies here already of one shape, in order; False where nothing does.

        That is a line that matches `head`, and, where it counts what follows it as `size`, so
        many bytes, and the rest of their line, which counts no more bytes.

        Args:
            add: takes the match, the counted bytes, None where nothing is counted, and the rest
                of the line without its end.
        """
        buffer = self._buffer
        done = 0
        while (found := head.match(buffer, done)) is not None:
            if found["size"] is None:
                add(found, None, b"")
                done = found.end()
                continue
            stop = found.end() + int(found["size"])
            end = buffer.find(b"\n", stop, stop + _LONGEST_REST_BYTES) - 1
            rest = bytes(buffer[stop : end + 1])
            if not rest.endswith(b"\r") or rest.endswith(b"}\r"):
                break
            add(found, bytes(memoryview(buffer)[found.end() : stop]), rest[:-1])
            done = end + 2
        del found
        del buffer[:done]
        return done > 0

    def has_line(self) -> bool:
        """Whether `readline` can answer without waiting."""
        return b"\n" in self._buffer

    def has_input(self) -> bool:
        """Whether the other side has sent, or closed, what was not read yet."""
        try:
            return bool(self._buffer) or self.wait_for_input(0.0)
        except ConnectionFailedError:
            return True

    def wait_for_input(self, timeout_s: float, wake: WakeUp | None = None) -> bool:
        """Wait for more input and take it in; False when `wake` rang or the time is over."""
        try:
            self._receive(timeout_s, wake)
        except _WaitOverError:
            return False
        return True

    def send(self, data: bytes) -> None:
        """Hand all of `data` to the system."""
        self.sent_at, self.answered_at = time.monotonic(), 0.0
        view = memoryview(data if self._deflated is None else self._deflated.deflated(data))
        try:
            while view:
                rest = view
                sent = self._until_done(
                    lambda: self._sock.send(rest),  # noqa: B023 - called before `rest` changes
                    selectors.EVENT_WRITE,
                    self.read_timeout_s,
                )
                view = view[sent:]
        except OSError as error:
            raise self._lost(error) from error

    def close(self) -> None:
        """Drop the connection; calling it again does nothing."""
        with contextlib.suppress(OSError):
            self._sock.close()

    def _reach(self, address: Any, timeout_s: float) -> None:  # noqa: ANN401 - as getaddrinfo gives
        self._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if sys.platform == "linux":
            self._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, _KEEPALIVE_IDLE_S)
        try:
            self._sock.connect(address)
        except BlockingIOError:
            self._wait(selectors.EVENT_WRITE, timeout_s)
        code = self._sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))

    def _fill(self) -> None:
        try:
            self._receive(self.read_timeout_s)
        except _WaitOverError as error:
            raise self._lost(error) from error

    def _receive(self, timeout_s: float, wake: WakeUp | None = None) -> None:
        if self._deflated is not None and self._deflated.has_waiting:
            self._take_in(b"")
            return
        try:
            data = self._until_done(
                lambda: self._sock.recv(_CHUNK_BYTES), selectors.EVENT_READ, timeout_s, wake
            )
        except _WaitOverError:
            raise
        except OSError as error:
            raise self._lost(error) from error
        if not data:
            raise self._lost(ConnectionResetError(Sentence("Mail", "it closed the connection")))
        self.answered_at = self.answered_at or time.monotonic()
        self.carried += len(data)
        self._take_in(data)

    def _take_in(self, data: bytes) -> None:
        if self._deflated is not None:
            try:
                data = self._deflated.inflated(data)
            except DamagedError as error:
                raise CompressionError(
                    Sentence(
                        "Mail",
                        "What {host} sent compressed cannot be read. It is tried again by itself, "
                        "without compression.",
                    ).format(host=self._endpoint.host)
                ) from error
        self.received += len(data)
        self._buffer += data

    def _take(self, size: int) -> bytes:
        data = bytes(memoryview(self._buffer)[:size])
        del self._buffer[:size]
        return data

    def _until_done(
        self, action: Callable[[], T], event: int, timeout_s: float, wake: WakeUp | None = None
    ) -> T:
        """Repeat a call of a socket that does not block, until it is done."""
        deadline = time.monotonic() + timeout_s
        while True:
            self._check_cancel()
            try:
                return action()
            except BlockingIOError:
                needed = event
            except ssl.SSLWantReadError:
                needed = selectors.EVENT_READ
            except ssl.SSLWantWriteError:
                needed = selectors.EVENT_WRITE
            self._wait(needed, deadline - time.monotonic(), wake)

    def _wait(self, event: int, timeout_s: float, wake: WakeUp | None = None) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._sock, event)
            for bell in (self._cancel, wake):
                if bell is not None:
                    selector.register(bell, selectors.EVENT_READ)
            ready = {key.fileobj for key, _ in selector.select(max(0.0, timeout_s))}
        self._check_cancel()
        if self._sock not in ready:
            raise _WaitOverError(Sentence("Mail", "it did not answer in time"))

    def _check_cancel(self) -> None:
        if self._cancel is not None and self._cancel.is_rung():
            raise CalledOffError

    def _lost(self, error: OSError) -> ConnectionFailedError:
        return ConnectionFailedError(
            Sentence(
                "Mail",
                "The connection to {host} was lost: {why}. Check the internet connection.",
            ).format(host=self._endpoint.host, why=_words(error))
        )


def _resolve(
    endpoint: Endpoint, timeout_s: float, cancel: WakeUp | None
) -> list[tuple[socket.AddressFamily, Any]]:
    """Look the name up in a thread of its own, for the system's look-up cannot be called off."""
    reader, writer = socket.socketpair()
    found: list[tuple[socket.AddressFamily, Any]] = []

    def look_up() -> None:
        with writer, contextlib.suppress(OSError, UnicodeError):
            answers = socket.getaddrinfo(endpoint.host, endpoint.port, type=socket.SOCK_STREAM)
            found.extend((family, address) for family, _, _, _, address in answers)

    threading.Thread(target=look_up, name="look-up", daemon=True).start()
    with reader, selectors.DefaultSelector() as selector:
        selector.register(reader, selectors.EVENT_READ)  # readable when `writer` is closed
        if cancel is not None:
            selector.register(cancel, selectors.EVENT_READ)
        selector.select(timeout_s)
    if cancel is not None and cancel.is_rung():
        raise CalledOffError
    if not found:
        raise ConnectionFailedError(
            Sentence(
                "Mail",
                "The server name {host} was not found. Check its spelling in the account, and "
                "the internet connection.",
            ).format(host=endpoint.host)
        )
    return found


def _unreachable(endpoint: Endpoint, error: OSError) -> ConnectionFailedError:
    return ConnectionFailedError(
        Sentence(
            "Mail",
            "{host} could not be reached on port {port}: {why}. Check the internet "
            "connection, and the server's name and port in the account.",
        ).format(host=endpoint.host, port=endpoint.port, why=_words(error))
    )


def _words(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return Sentence("Mail", "nobody answers there (connection refused)")
    if isinstance(error, ConnectionResetError) and error.errno is not None:
        return Sentence("Mail", "it broke the connection off")
    if isinstance(error, ssl.SSLError):
        why = error.reason or error.strerror or error
        return Sentence("Mail", "the handshake failed ({why})").format(why=why)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return sentence_of(error)
