"""A listener on 127.0.0.1 that takes one answer of a provider from the seller's own browser.

Any program of this computer, and any page in her browser, can reach the port. So an answer counts
only with the state that nobody else knows; all else is sent away, and the wait goes on.
"""

from __future__ import annotations

import hmac
import html
import selectors
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self
from urllib.parse import parse_qs, urlsplit

from ..errors import ConnectionFailedError
from ..sentence import Sentence
from ..wake_up import WakeUp
from ..wire import CalledOffError
from .settings import LOOPBACK

TIME_LIMIT_S: Final = 300.0  # to choose an account, type a password, take out a phone
_LONGEST_REQUEST_BYTES: Final = 1 << 14
_MOST_VISITORS: Final = 32  # browsers open connections in advance, and leave them silent
_VISIT_S: Final = 20.0
_SEND_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Page:
    """What the browser shows when it has brought the answer."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Callback:
    """The provider's answer: a code, or the name of an error."""

    code: str = ""
    error: str = ""


ENGLISH_PAGE: Final = Page(
    "Thank you",
    "Soft Answer has the provider's answer and goes on by itself. You can close this page.",
)


class LoopbackListener:
    """Listens on a free port of 127.0.0.1 until it is closed; use it as a context manager."""

    def __init__(self, host_name: str = LOOPBACK) -> None:
        self._listener = socket.create_server((LOOPBACK, 0), backlog=_MOST_VISITORS)
        self._listener.setblocking(False)  # noqa: FBT003 - the socket's own
        self._host = f"{host_name}:{self._listener.getsockname()[1]}"
        self._visitors: dict[socket.socket, _Visit] = {}

    @property
    def redirect_uri(self) -> str:
        """Where the browser is to bring the answer."""
        return f"http://{self._host}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Listen no more, and leave whoever has come."""
        for sock in (self._listener, *self._visitors):
            sock.close()
        self._visitors.clear()

    def wait(
        self,
        state: str,
        page: Page = ENGLISH_PAGE,
        cancel: WakeUp | None = None,
        time_limit_s: float = TIME_LIMIT_S,
    ) -> Callback:
        """Wait for the one answer that brings the state, and close.

        Raises:
            ConnectionFailedError: none came in time.
            CalledOffError: `cancel` rang.
        """
        deadline = time.monotonic() + time_limit_s
        with self:
            while (left := deadline - time.monotonic()) > 0:
                for request in self._requests(left, cancel):
                    callback = _read_callback(request.text(), self._host, state)
                    if callback is not None:
                        request.answer("200 OK", _page(page))
                        return callback
                    request.answer("404 Not Found", b"")
                    self._leave(request)
        raise ConnectionFailedError(
            Sentence(
                "Mail",
                "No answer came from the browser in {minutes} minutes. Nothing was changed; sign "
                "in again when you have the time.",
            ).format(minutes=round(time_limit_s / 60))
        )

    def _requests(self, timeout_s: float, cancel: WakeUp | None) -> Iterator[_Visit]:
        """The visitors whose requests are complete by now."""
        with selectors.DefaultSelector() as selector:
            for sock in (self._listener, *self._visitors):
                selector.register(sock, selectors.EVENT_READ)
            if cancel is not None:
                selector.register(cancel, selectors.EVENT_READ)
            ready = {key.fileobj for key, _ in selector.select(min(timeout_s, _VISIT_S))}
        if cancel is not None and cancel.is_rung():
            raise CalledOffError
        if self._listener in ready:
            self._welcome()
        for visit in list(self._visitors.values()):
            if visit.sock in ready and visit.read():
                yield visit
            elif visit.is_over():
                self._leave(visit)

    def _welcome(self) -> None:
        with suppress(OSError):
            sock, _ = self._listener.accept()
            sock.setblocking(False)  # noqa: FBT003 - the socket's own
            self._visitors[sock] = _Visit(sock)
        if len(self._visitors) > _MOST_VISITORS:
            self._leave(next(iter(self._visitors.values())))

    def _leave(self, visit: _Visit) -> None:
        visit.sock.close()
        self._visitors.pop(visit.sock, None)


class _Visit:
    """One connection, of which nothing is believed."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._read = bytearray()
        self._is_closed = False
        self._ends = time.monotonic() + _VISIT_S

    def read(self) -> bool:
        """Take in what came; tells whether the head of a request is complete."""
        try:
            data = self.sock.recv(_LONGEST_REQUEST_BYTES)
        except BlockingIOError:
            return False
        except OSError:
            data = b""
        self._is_closed = not data
        self._read += data
        return b"\r\n\r\n" in self._read

    def is_over(self) -> bool:
        """Tell whether nothing more is to be expected of it, or too much has come."""
        is_too_long = len(self._read) > _LONGEST_REQUEST_BYTES
        return self._is_closed or is_too_long or time.monotonic() > self._ends

    def text(self) -> str:
        """The head of the request."""
        return self._read.partition(b"\r\n\r\n")[0].decode("latin-1")

    def answer(self, status: str, body: bytes) -> None:
        """Say something, and take no notice whether it is heard."""
        head = (
            f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\nCache-Control: no-store\r\n"
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
            "Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n\r\n"
        )
        with suppress(OSError):
            self.sock.settimeout(_SEND_S)
            self.sock.sendall(head.encode() + body)
            self.sock.shutdown(socket.SHUT_WR)


def _read_callback(request: str, host: str, state: str) -> Callback | None:
    """The provider's answer in a request, None where it is anything else."""
    line, *headers = request.split("\r\n")
    method, _, rest = line.partition(" ")
    target, _, version = rest.rpartition(" ")
    named = [h.partition(":")[2].strip() for h in headers if h.lower().startswith("host:")]
    if method != "GET" or not version.startswith("HTTP/1.") or named != [host]:
        return None
    try:
        parts = urlsplit(target)
        fields = parse_qs(parts.query, keep_blank_values=True, max_num_fields=30)
    except ValueError:
        return None
    single = {name: values[0] for name, values in fields.items() if len(values) == 1}
    brought = single.get("state", "").encode()
    if parts.path != "/" or parts.netloc or not hmac.compare_digest(brought, state.encode()):
        return None
    callback = Callback(single.get("code", ""), single.get("error", ""))
    return callback if bool(callback.code) != bool(callback.error) else None


def _page(page: Page) -> bytes:
    title, text = html.escape(page.title), html.escape(page.text)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>Soft Answer</title><style>'
        "body{font:17px/1.6 system-ui,sans-serif;background:#f6f4ef;color:#2d3436;margin:0}"
        "main{max-width:30em;margin:18vh auto;padding:2em 2.5em;background:#fffdf9;"
        "border:1px solid #ddd8cc;border-radius:12px}h1{font-size:1.3em;margin:0 0 .5em}"
        "@media(prefers-color-scheme:dark){body{background:#1f2326;color:#e6e2d8}"
        "main{background:#282d31;border-color:#3a4146}}"
        f"</style></head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    ).encode()
