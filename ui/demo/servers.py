"""The servers of the sample shop: IMAP by pymap and SMTP by aiosmtpd, both on 127.0.0.1."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from argparse import Namespace
from collections.abc import Coroutine, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Self, TypeVar

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials.flag import Flag

LOOPBACK: Final = "127.0.0.1"
SENT: Final = "Sent"
_INBOX: Final = "INBOX"
_HOST_NAME: Final = "sample.localhost"
_ANSWER_TIMEOUT_S: Final = 30.0
T = TypeVar("T")

# It warns of a field of its own that is on the way out, at every login.
logging.getLogger("mail.log").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A letter that the sample's SMTP server took.

    Attributes:
        raw: its bytes, with CRLF line ends, as they came.
    """

    at: datetime
    reverse_path: str
    forward_paths: tuple[str, ...]
    raw: bytes


class SampleServers:
    """Both servers, in a thread of their own, on ports that the system chooses.

    Use as a context manager; `delivered` is what the customers have got so far.
    """

    def __init__(self, username: str, password: str) -> None:
        self.username = username
        self.password = password
        self.delivered: list[Delivered] = []
        self.imap_port = 0
        self.smtp_port = 0
        self._backend: DictBackend | None = None
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sample-servers", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()

    def deliver(
        self, raw: bytes, at: datetime, *, folder: str = _INBOX, flags: Iterable[str] = ()
    ) -> None:
        """Put a letter into a folder of the seller, as her provider would."""
        self._call(self._append(raw, at, folder, frozenset(flags)))

    async def handle_MAIL(
        self,
        _server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        """Begin a letter, for the seller only."""
        if not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Take a letter."""
        raw = envelope.original_content or b""
        self.delivered.append(
            Delivered(datetime.now(UTC), envelope.mail_from or "", tuple(envelope.rcpt_tos), raw)
        )
        if any(to.casefold() == self.username.casefold() for to in envelope.rcpt_tos):
            await self._append(raw, datetime.now(UTC), _INBOX, frozenset())
        return "250 2.0.0 Taken for delivery"

    def _call(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_ANSWER_TIMEOUT_S)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        async with AsyncExitStack() as stack:
            self.imap_port = await self._start_imap(stack)
            self.smtp_port = await self._start_smtp(stack)
            self._ready.set()
            await self._stopping.wait()

    async def _start_imap(self, stack: AsyncExitStack) -> int:
        os.environ.setdefault("FQDN", _HOST_NAME)  # pymap would look the name up in the DNS
        settings = dict.fromkeys(_PYMAP_UNUSED)
        login = {"demo_data": False, "demo_user": self.username, "demo_password": self.password}
        backend, config = await DictBackend.init(
            Namespace(**settings, **login, host=[LOOPBACK], port="0", tls=False, debug=False)
        )
        config.apply_context()
        await backend.start(stack)
        self._backend = backend
        async with backend.login.demo_user_identity.new_session() as session:
            await session.create_mailbox(SENT)
        connected = ProxyProtocolReader(config.proxy_protocol).get_callback(
            IMAPServer(backend.login, config)
        )
        return _port(stack, await asyncio.start_server(connected, LOOPBACK, 0))

    async def _start_smtp(self, stack: AsyncExitStack) -> int:
        def protocol() -> SMTP:
            return SMTP(
                self,
                hostname=_HOST_NAME,
                authenticator=self._authenticate,
                auth_require_tls=False,
                enable_SMTPUTF8=True,
                loop=self._loop,
            )

        return _port(stack, await self._loop.create_server(protocol, LOOPBACK, 0))

    def _authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _kind: str, data: object
    ) -> AuthResult:
        fits = isinstance(data, LoginPassword) and (data.login, data.password) == (
            self.username.encode(),
            self.password.encode(),
        )
        return AuthResult(success=fits)

    async def _append(self, raw: bytes, at: datetime, folder: str, flags: frozenset[str]) -> None:
        if self._backend is None:
            raise RuntimeError("the servers are not running")
        async with self._backend.login.demo_user_identity.new_session() as session:
            letter = AppendMessage(raw, at, frozenset(Flag(flag.encode()) for flag in flags))
            await session.append_messages(folder, [letter])


_PYMAP_UNUSED: Final = (
    "cert",
    "key",
    "proxy_protocol",
    "inherited_sockets",
    "passlib_cfg",
    "set_uid",
    "set_gid",
)


def _port(stack: AsyncExitStack, server: asyncio.Server) -> int:
    stack.callback(server.close)
    port: int = server.sockets[0].getsockname()[1]
    return port
