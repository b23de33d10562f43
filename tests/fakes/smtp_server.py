"""An SMTP server with a rule for each phase: it refuses, stalls or breaks off where it is told to.

It runs in threads on a free loopback port and records what it accepted and what it was sent.
"""

from __future__ import annotations

import base64
import contextlib
import io
import socket
import ssl
import struct
import threading
import time
from collections.abc import Container
from dataclasses import dataclass
from enum import Enum, auto
from typing import IO

from fakes.imap_server import bearer_parts

from softanswer.mailbox.account import Endpoint, Security

USERNAME = "lena"
PASSWORD = "S3CRET-CANARY"


class Phase(Enum):
    """Where in a session a rule applies."""

    GREETING = auto()
    EHLO = auto()
    STARTTLS = auto()
    AUTH = auto()
    MAIL = auto()
    RCPT = auto()
    DATA = auto()
    BODY = auto()  # the first line of the letter has come
    DOT = auto()  # the final dot has come
    QUIT = auto()
    RSET = auto()


@dataclass(frozen=True, slots=True)
class Rule:
    """What happens in a phase instead of the right answer.

    Attributes:
        reply: what is answered; "" for nothing.
        cut: the connection is broken off after the reply.
        stall: nothing more is said, the connection stays open.
        accepts: the letter is taken all the same (DOT).
        times: how often the rule applies, 0 for always.
        half: the reply is left without its line end.
        reset: the connection is broken off as a crashed system does it (RST).
    """

    reply: str = ""
    cut: bool = False
    stall: bool = False
    accepts: bool = False
    times: int = 0
    half: bool = False
    reset: bool = False


CUT = Rule(cut=True)
RESET = Rule(reset=True)
STALL = Rule(stall=True)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A letter that the server took."""

    reverse_path: str
    forward_paths: tuple[str, ...]
    raw: bytes
    at: float


class FakeSmtpServer:
    """The server; use it as a context manager.

    Attributes:
        rules: by phase.
        refused: by recipient, the reply to RCPT.
        accepted: the letters it took, undotted.
        commands: every line but the letters' own.
        cleartext: what came before TLS was in place.
        offered: the letters whose final dot came, taken or not.
        saw_dot: how many final dots came.
        logged_in: how many log-ins succeeded.
        connections: how often somebody came.
        sessions: one for each of them.
        tokens: the access tokens that are taken; looked at when one comes.
        acted: the rules that were followed to their end, of which broken-off connections are one.
    """

    def __init__(
        self,
        *,
        features: tuple[str, ...] = ("SIZE 1000000", "8BITMIME", "AUTH PLAIN LOGIN"),
        tls: ssl.SSLContext | None = None,
        security: Security = Security.NONE,
        host: str = "127.0.0.1",
    ) -> None:
        self.features = features
        self.rules: dict[Phase, Rule] = {}
        self.refused: dict[str, str] = {}
        self.accepted: list[Accepted] = []
        self.commands: list[str] = []
        self.cleartext: list[str] = []
        self.offered: list[bytes] = []
        self.saw_dot = 0
        self.logged_in = 0
        self.connections = 0
        self.tokens: Container[str] = ()
        self.acted: list[Rule] = []
        self.tls = tls
        self.security = security
        self._used: dict[Phase, int] = {}
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = Endpoint(host, self._listener.getsockname()[1], security)
        self.sessions: list[_Session] = []

    def __enter__(self) -> FakeSmtpServer:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for session in self.sessions:
            session.close()
            session.thread.join(5)

    def rule_for(self, phase: Phase) -> Rule | None:
        """The rule that applies now; it is counted."""
        rule = self.rules.get(phase)
        used = self._used.get(phase, 0)
        if rule is None or (rule.times and used >= rule.times):
            return None
        self._used[phase] = used + 1
        return rule

    def count_mail(self) -> int:
        """How often MAIL came."""
        return sum(line.startswith("MAIL") for line in self.commands)

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            session = _Session(self, sock)
            self.sessions.append(session)
            session.thread.start()


class _EndedError(Exception):
    """The session is over."""


class _Session:
    def __init__(self, server: FakeSmtpServer, sock: socket.socket) -> None:
        self.server = server
        self.sock = sock
        self.file: IO[bytes] = io.BytesIO()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.protected = False
        self.reverse_path = ""
        self.forward_paths: list[str] = []

    def run(self) -> None:
        with self.sock, contextlib.suppress(OSError, _EndedError, ValueError):
            if self.server.security is Security.TLS:
                self._start_tls()
            else:
                self._open()
            self._answer(Phase.GREETING, "220 fake ready")
            while line := self.file.readline():
                self._command(line.rstrip(b"\r\n").decode("utf-8", "replace"))
        self.file.close()
        self.sock.close()

    def close(self) -> None:
        """Break the connection; its thread then gives the socket back."""
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    def _open(self) -> None:
        self.file = self.sock.makefile("rb")

    def _start_tls(self) -> None:
        assert self.server.tls is not None
        self.file.close()
        self.sock = self.server.tls.wrap_socket(self.sock, server_side=True)
        self.protected = True
        self._open()

    def _note(self, line: str) -> None:
        self.server.commands.append(line)
        if not self.protected:
            self.server.cleartext.append(line)

    def _command(self, line: str) -> None:
        self._note(line)
        name = line.split(" ")[0].upper()
        handler = {
            "EHLO": self._ehlo,
            "STARTTLS": self._starttls,
            "AUTH": self._auth,
            "MAIL": self._mail,
            "RCPT": self._rcpt,
            "DATA": self._data,
        }.get(name)
        if handler is not None:
            handler(line)
        elif name == "RSET":
            self.forward_paths = []
            self._answer(Phase.RSET, "250 forgotten")
        elif name == "QUIT":
            self._answer(Phase.QUIT, "221 bye")
            raise _EndedError
        else:
            self._send("500 unknown")

    def _ehlo(self, line: str) -> None:
        features = list(self.server.features)
        if self.server.security is Security.STARTTLS and not self.protected:
            features = [f for f in features if not f.startswith("AUTH")]
            features += ["STARTTLS"] if self.server.tls else []
        lines = ["fake", *features]
        marks = ["-"] * (len(lines) - 1) + [" "]
        answer = "\r\n".join(f"250{m}{text}" for m, text in zip(marks, lines, strict=True))
        self._answer(Phase.EHLO, answer)

    def _starttls(self, line: str) -> None:
        self._answer(Phase.STARTTLS, "220 go")
        self._start_tls()

    def _auth(self, line: str) -> None:
        if (rule := self.server.rule_for(Phase.AUTH)) is not None:
            self._obey(rule)
            return
        mechanism, *initial = line.split(" ")[1:]
        if mechanism in {"XOAUTH2", "OAUTHBEARER"}:
            self._auth_by_token(mechanism, base64.b64decode(initial[0]).decode())
            return
        if mechanism == "PLAIN":
            _, username, password = base64.b64decode(initial[0]).decode().split("\0")
        else:
            username = self._asked("334 VXNlcm5hbWU6")
            password = self._asked("334 UGFzc3dvcmQ6")
        is_right = (username, password) == (USERNAME, PASSWORD)
        self.server.logged_in += is_right
        self._send("235 welcome" if is_right else "535 5.7.8 no such user or password")

    def _auth_by_token(self, mechanism: str, answer: str) -> None:
        """Take a token, or say in JSON what is wrong with it, and then 535 (RFC 7628)."""
        username, token = bearer_parts(mechanism, answer, self.server.endpoint)
        is_right = username == USERNAME and token in self.server.tokens
        self.server.logged_in += is_right
        if is_right:
            self._send("235 welcome")
            return
        challenge = base64.b64encode(b'{"status":"401","schemes":"Bearer"}').decode()
        last = self._asked(f"334 {challenge}")
        is_as_said = last == ("\x01" if mechanism == "OAUTHBEARER" else "")
        self._send("535 5.7.8 no such token" if is_as_said else "501 5.5.2 not what it says")

    def _asked(self, question: str) -> str:
        self._send(question)
        line = self.file.readline().strip().decode()
        self._note(line)
        return base64.b64decode(line).decode()

    def _mail(self, line: str) -> None:
        self.reverse_path, self.forward_paths = _path(line), []
        self._answer(Phase.MAIL, "250 ok")

    def _rcpt(self, line: str) -> None:
        path = _path(line)
        if path in self.server.refused:
            self._send(self.server.refused[path])
            return
        self.forward_paths.append(path)
        self._answer(Phase.RCPT, "250 ok")

    def _data(self, line: str) -> None:
        if not self.forward_paths:
            self._send("503 no recipients")
            return
        rule = self.server.rule_for(Phase.DATA)
        if rule is not None:
            self._obey(rule)
            return
        self._send("354 go on")
        raw = self._letter()
        self.server.saw_dot += 1
        self.server.offered.append(raw)
        rule = self.server.rule_for(Phase.DOT)
        if rule is None or rule.accepts:
            self.server.accepted.append(
                Accepted(self.reverse_path, tuple(self.forward_paths), raw, time.monotonic())
            )
        if rule is None:
            self._send("250 2.0.0 taken")
        else:
            self._obey(rule)

    def _letter(self) -> bytes:
        lines: list[bytes] = []
        while (line := self.file.readline()) != b".\r\n":
            if not line:
                raise _EndedError
            lines.append(line[1:] if line.startswith(b".") else line)
            if len(lines) == 1 and (rule := self.server.rule_for(Phase.BODY)) is not None:
                self._obey(rule)
        return b"".join(lines)

    def _answer(self, phase: Phase, right: str) -> None:
        rule = self.server.rule_for(phase)
        if rule is None:
            self._send(right)
        else:
            self._obey(rule)

    def _obey(self, rule: Rule) -> None:
        if rule.reply:
            self._send(rule.reply, "" if rule.half else "\r\n")
        if rule.reset:
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if rule.cut or rule.reset:
            self.file.close()
            self.sock.close()
        self.server.acted.append(rule)
        if rule.cut or rule.reset:
            raise _EndedError
        if rule.stall:
            while self.file.read(1):
                pass
            raise _EndedError

    def _send(self, line: str, end: str = "\r\n") -> None:
        self.sock.sendall((line + end).encode())


def _path(line: str) -> str:
    return line.partition("<")[2].partition(">")[0]
