"""The door to the IMAP server: the only module that knows imaplib and imapclient.

imaplib reads and writes through a `Wire`, which gives time-outs, a stop from another thread, and
lines that may come in pieces. Its exceptions are translated here, once. imapclient knows how the
names of folders are written (modified UTF-7); it takes a tenth of a sync without news to load, so
that is done for the first name that is not plain.
"""

from __future__ import annotations

import imaplib
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from .account import Endpoint, Security
from .errors import (
    ConnectionFailedError,
    CredentialsError,
    MailError,
    ProtocolError,
    ServerBusyError,
    ServerRefusedError,
)
from .imap_answers import uids_of
from .link_speed import LinkSpeed
from .login import Login, PasswordLogin, TokenLogin
from .sasl import bearer_answers, challenge_words, choose_mechanism
from .sentence import Sentence
from .tls import no_starttls_error
from .token_words import no_token_log_in, token_refused
from .wake_up import WakeUp
from .wire import Wire

_LARGEST_ANSWER_BYTES: Final = 1 << 29  # of one command; more is a flood, not mail
_MOST_LINES: Final = 20  # of the answer to one STARTTLS
imaplib.Commands.setdefault("COMPRESS", ("AUTH", "SELECTED"))  # RFC 4978
imaplib.Commands.setdefault("IDLE", ("AUTH", "SELECTED"))  # RFC 2177; Python 3.14 knows it
Command = tuple[str | bytes, ...]
_NEWS: Final = ("EXISTS", "EXPUNGE", "VANISHED", "FETCH", "BYE")

# RFC 5530 section 3, RFC 9051 section 7.1: what means "not now", whatever the command was. The
# words are those of servers without the codes; "not connected" is Exchange's.
_BUSY: Final = re.compile(
    r"\[(?:UNAVAILABLE|INUSE|LIMIT|THROTTLED|OVERQUOTA|SERVERBUG)\b"
    r"|too many|temporar|try again|throttl|not connected|connection limit|over quota",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\[(?:AUTHENTICATIONFAILED|AUTHORIZATIONFAILED|EXPIRED)\b", re.I)
_FETCHED: Final = re.compile(
    rb"\* (?P<number>\d+) FETCH "
    rb"(?P<data>\([^\r\n{}]{0,2000}+(?:\{(?P<size>\d{1,9})\}|(?<=\))))\r\n"
)
_ALERT: Final = re.compile(rb"\[ALERT\]\s*(.*)", re.IGNORECASE | re.DOTALL)


class Connection(imaplib.IMAP4):
    """imaplib's protocol machine on a `Wire`; every method raises `MailError`s.

    Attributes:
        alerts: texts that the server wants the user to see (RFC 9051 section 7.1).
        exists: the number of messages in the open folder, as last told.
        features: the capabilities after the log-in, in upper case.
        has_qresync: the server tells with SELECT what has changed, and names expunged UIDs.
        has_utf8: folder names go both ways in UTF-8, not in modified UTF-7.
        may_compress: COMPRESS was neither tried nor forbidden yet.
        finish_ahead: called where another command comes than the one that was asked ahead: it
            runs that one, and keeps what it brings, before the other is sent.
        speed: how fast the line is, as far as answers have told.
    """

    def __init__(self, wire: Wire, endpoint: Endpoint) -> None:
        self.wire = wire
        self.endpoint = endpoint
        self.alerts: list[str] = []
        self.exists = 0
        self.features: frozenset[str] = frozenset()
        self.has_qresync = False
        self.has_utf8 = False
        self.may_compress = True
        self.speed = LinkSpeed()
        self._answer_start = 0
        self._ahead: tuple[Command, bytes] | None = None
        self.finish_ahead: Callable[[], None] | None = None
        with self._translated():
            super().__init__(endpoint.host, endpoint.port)
        self.is_readonly = True  # else imaplib raises where a folder may only be read

    # What imaplib calls.

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        """Nothing to do: the wire is connected."""

    def read(self, size: int) -> bytes:
        """Read a literal."""
        if size > _LARGEST_ANSWER_BYTES:
            raise self._flood()
        return self.wire.read(size)

    def readline(self) -> bytes:
        """Read a line."""
        if self.wire.received - self._answer_start > _LARGEST_ANSWER_BYTES:
            raise self._flood()
        return self.wire.readline()

    def send(self, data: bytes) -> None:  # type: ignore[override]  # imaplib takes any buffer
        """Send a piece of a command."""
        self._answer_start = self.wire.received
        self.wire.send(data)

    def shutdown(self) -> None:
        """Drop the connection."""
        self.wire.close()

    def _append_untagged(self, typ: str, dat: Any) -> None:  # noqa: ANN401 - bytes or a tuple
        if typ == "EXISTS" and dat.isdigit():
            self.exists = int(dat)
        elif typ == "EXPUNGE":
            self.exists = max(0, self.exists - 1)
        elif typ == "VANISHED" and not dat.startswith(b"(EARLIER)"):
            self.exists = max(0, self.exists - sum(1 for _ in uids_of(dat)))
        elif typ in {"OK", "NO", "BAD", "BYE"}:
            self._note_alert(dat)
        super()._append_untagged(typ, dat)  # type: ignore[misc]  # typeshed leaves it out

    def _get_response(self) -> bytes | None:
        """Read one response, or all usual FETCH responses that lie here already.

        imaplib takes 20 us for each of those, most of them for a log that nobody reads.
        """
        fetched: list[Any] = []

        def add(found: re.Match[bytes], literal: bytes | None, rest: bytes) -> None:
            line = b"%b %b" % found.group("number", "data")
            fetched.extend([line] if literal is None else [(line, literal), rest])

        if self.wire.take_blocks(_FETCHED, add):
            self.untagged_responses.setdefault("FETCH", []).extend(fetched)
            return b""
        response: bytes | None = super()._get_response()  # type: ignore[misc]  # as above
        return response

    # What the session calls.

    def run(
        self,
        name: str,
        *arguments: str | bytes,
        literal: bytes | None = None,
        ahead: Command = (),
    ) -> None:
        """Run a command; its untagged answers wait in `take`.

        Args:
            ahead: the FETCH that is run next, asked for already before this one is answered, so
                that a far server need not wait for us; if another command comes instead,
                `finish_ahead` is called first, and without it what it fetched is dropped.

        Raises:
            MailError: the server refused, or the connection failed.
        """
        with self._translated():
            tag = self._asked_ahead((name, *arguments))
            is_alone = not tag and not ahead
            if not tag:
                self.literal = literal  # type: ignore[assignment]  # bytes, says imaplib itself
                tag = self._command(name, *arguments)
            if ahead:
                self._ahead = ahead, self._command(*ahead)
            answer = self._command_complete(name, tag)
            if is_alone:
                self._note_speed()
            self._check(name, *answer)

    def take(self, kind: str) -> list[Any]:
        """The untagged answers of a kind so far; they are given once."""
        return list(self.untagged_responses.pop(kind, []))

    def take_in_ahead(self) -> None:
        """Have those who asked for something ahead take it in now."""
        finish, self.finish_ahead = self.finish_ahead, None
        if finish is not None and self.is_ahead:
            finish()

    @property
    def is_ahead(self) -> bool:
        """Whether a command was asked ahead."""
        return self._ahead is not None

    def is_asked_ahead(self, command: Command) -> bool:
        """Whether a command was asked ahead, and no other has come between."""
        return self._ahead is not None and self._ahead[0] == command

    def _asked_ahead(self, command: Command) -> bytes:
        """The tag under which a command was asked ahead; b"" where it was not.

        What was asked ahead instead is finished by those who asked for it. What they want no more
        is read to its end and dropped. Flags that were told within it are not: that there were
        some is left in `take`.
        """
        if not self.is_asked_ahead(command):
            self.take_in_ahead()
        if self._ahead is None:
            return b""
        (asked, tag), self._ahead = self._ahead, None
        if asked == command:
            return tag
        with suppress(ServerRefusedError, ServerBusyError), self._translated():
            self._command_complete(str(asked[0]), tag)
        self.untagged_responses["FETCH"] = [b""]
        return b""

    def has_told(self) -> bool:
        """Whether news of the open folder, or the server's good-bye, wait in `take`."""
        return any(kind in self.untagged_responses for kind in _NEWS)

    def reopen(self, quoted_name: bytes, *arguments: str) -> None:
        """SELECT a folder; what was told of another one is forgotten."""
        with self._translated():
            self._asked_ahead(())
        self.untagged_responses = {}
        self.exists = 0
        self.state = "AUTH"
        self.run("SELECT", quoted_name, *arguments)
        self.state = "SELECTED"

    def start_tls(self, tls_context: Any) -> None:  # noqa: ANN401 - an SSLContext or None
        """Protect the connection, or raise; with PREAUTH that is no longer possible."""
        if self.state != "NONAUTH" or "STARTTLS" not in self.capabilities:
            raise no_starttls_error(self.endpoint)
        with self._translated():
            try:
                answer, _ = self._simple_command("STARTTLS")
            except self.abort:
                raise
            except self.error as error:  # BAD: it offered what it does not know
                raise no_starttls_error(self.endpoint) from error
            if answer != "OK":
                raise no_starttls_error(self.endpoint)
            self.wire.start_tls(tls_context, _ask_for_tls)
            self.untagged_responses = {}  # said by nobody knows whom (RFC 9051 section 11.1)
            self._get_capabilities()

    def log_in(self, login: Login) -> None:
        """Log in by password or by token, as the server allows.

        Raises:
            CredentialsError: refused, or there is no way for a secret of this kind.
        """
        if self.state == "NONAUTH":
            if isinstance(login, TokenLogin):
                self._log_in_by_token(login)
            else:
                self._log_in_by_password(login)
            self.state = "AUTH"
        self.features = self._told_features()

    def _told_features(self) -> frozenset[str]:
        """What the server can do after the log-in, as it told with its answer, or tells now."""
        told = self.take("CAPABILITY")
        if not told:
            self.run("CAPABILITY")
            told = self.take("CAPABILITY")
        words = told[-1].split() if told and isinstance(told[-1], bytes) else []
        return frozenset(word.decode("ascii", "replace").upper() for word in words)

    def enable_what_helps(self) -> None:
        """Switch on what helps, where the server can; right after the log-in.

        That is QRESYNC (RFC 7162), and UTF8=ACCEPT (RFC 6855) only where a server wants it
        (UTF8=ONLY): elsewhere it gives us nothing. Modified UTF-7 writes every name, and what we
        file has ASCII headers; but with it a server may hand out letters in another form than
        the one in which they came and were counted, and refuse a header that was sent raw.
        """
        wanted = {"QRESYNC"} & self.features if "ENABLE" in self.features else set()
        if "UTF8=ONLY" in self.features:  # which implies ENABLE
            wanted.add("UTF8=ACCEPT")
        if wanted:
            with suppress(ServerRefusedError):
                self.run("ENABLE", *sorted(wanted))
                enabled = b" ".join(self.take("ENABLED")).upper().split()
                self.has_qresync = b"QRESYNC" in enabled
                self.has_utf8 = b"UTF8=ACCEPT" in enabled

    def compress(self) -> None:
        """Have both directions compressed (RFC 4978), where that pays and the server can."""
        if self.may_compress and self.speed.is_slow and "COMPRESS=DEFLATE" in self.features:
            self.may_compress = False
            with suppress(ServerRefusedError, ServerBusyError):
                self.run("COMPRESS", "DEFLATE")
                self.wire.start_deflate()

    def idle(self, timeout_s: float, wake: WakeUp) -> bool:
        """Wait in IDLE for news until `wake` rings (RFC 2177); False when the server refuses."""
        with self._translated():
            self._asked_ahead(())
            tag = self._command("IDLE")
            while self._get_response() is not None:  # None is "+"
                if self._is_answered(tag):
                    del self.tagged_commands[tag]
                    return False
            deadline = time.monotonic() + timeout_s
            while not (self.has_told() or self._is_answered(tag) or wake.is_rung()):
                left = deadline - time.monotonic()
                if left <= 0:
                    break
                if self.wire.has_line() or self.wire.wait_for_input(left, wake):
                    self._read_lines()
            if not self._is_answered(tag):
                self.send(b"DONE\r\n")
            self._check("IDLE", *self._command_complete("IDLE", tag))
        return True

    def quoted(self, folder: str | bytes) -> bytes:
        """Write a folder name, or its raw bytes, as a quoted string."""
        if isinstance(folder, bytes):
            raw = folder
        elif self.has_utf8 or _is_plain(folder):
            raw = folder.encode()
        else:
            from imapclient import imap_utf7

            raw = bytes(imap_utf7.encode(folder))  # modified UTF-7, RFC 3501 section 5.1.3
        return b'"' + raw.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'

    def decoded(self, raw: bytes) -> str:
        """Read a folder name; one that is no modified UTF-7 is read as UTF-8 or Latin-1."""
        try:
            if b"&" not in raw or not raw.isascii() or self.has_utf8:
                return raw.decode("utf-8")
            from imapclient import imap_utf7

            return str(imap_utf7.decode(raw))
        except ValueError:
            return raw.decode("latin-1")

    def _note_speed(self) -> None:
        """Learn from the answer that has just come to its end."""
        wire = self.wire
        if not wire.answered_at:  # it lay here already: another command's
            return
        waited_s = wire.answered_at - wire.sent_at
        size = wire.received - self._answer_start
        self.speed.note(waited_s, time.monotonic() - wire.answered_at, size)

    def _read_lines(self) -> None:
        while self.wire.has_line():
            self._get_response()

    def _is_answered(self, tag: bytes) -> bool:
        return self.tagged_commands.get(tag) is not None

    def _log_in_by_password(self, login: PasswordLogin) -> None:
        try:
            with self._translated():
                self._authenticate(login.username, login.password)
        except ServerRefusedError as error:
            raise CredentialsError(
                Sentence(
                    "Mail",
                    "{host} did not accept the user name and password ({error}). Check both "
                    "in the account; some providers want an app password.",
                ).format(host=self.endpoint.host, error=error)
            ) from error

    def _log_in_by_token(self, login: TokenLogin) -> None:
        """Show the token, and where it is refused another one, once."""
        offered = {c.removeprefix("AUTH=") for c in self.capabilities if c.startswith("AUTH=")}
        mechanism = choose_mechanism(offered)
        if not mechanism:
            raise no_token_log_in(self.endpoint)
        try:
            self._show_token(mechanism, login.username, login.token)
        except ServerRefusedError:
            token = login.renew()
            try:
                self._show_token(mechanism, login.username, token)
            except ServerRefusedError as error:
                raise token_refused(self.endpoint, login.username, error) from error

    def _show_token(self, mechanism: str, username: str, token: str) -> None:
        answers = bearer_answers(mechanism, self.endpoint, username, token)
        challenges: list[bytes] = []

        def answer(challenge: bytes) -> bytes:
            challenges.append(challenge)
            return answers.first if len(challenges) == 1 else answers.after_challenge

        try:
            with self._translated():
                self.authenticate(mechanism, answer)
        except ServerRefusedError as error:
            said = challenge_words(challenges[-1]) if challenges else ""
            if not said:
                raise
            raise ServerRefusedError(
                Sentence("Mail", "{error} It says: {said}.").format(error=error, said=said)
            ) from error

    def _authenticate(self, username: str, password: str) -> None:
        plain = username + password
        if plain.isascii() and plain.isprintable() and "LOGINDISABLED" not in self.capabilities:
            self.run("LOGIN", _quoted(username), _quoted(password))
        elif "AUTH=PLAIN" in self.capabilities:
            self.authenticate("PLAIN", lambda _: f"\0{username}\0{password}".encode())
        else:
            raise ServerRefusedError(
                Sentence("Mail", "it offers no log-in by password; no password was sent")
            )

    def _check(self, name: str, typ: str, data: list[Any]) -> None:
        said = data[-1] if data and isinstance(data[-1], bytes) else b""
        self._note_alert(said)
        if typ != "OK":
            raise _refusal(self.endpoint, f"{name}: {_readable(said)}")

    def _note_alert(self, said: Any) -> None:  # noqa: ANN401 - bytes, a tuple, or None
        match = _ALERT.match(said) if isinstance(said, bytes) else None
        if match is not None:
            self.alerts.append(_readable(match[1]))

    def _flood(self) -> ProtocolError:
        return ProtocolError(
            Sentence("Mail", "{host} sent more than any mail needs.").format(
                host=self.endpoint.host
            )
        )

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn what imaplib raises into `MailError`s."""
        try:
            yield
        except imaplib.IMAP4.error as error:
            for said in self.untagged_responses.get("BYE", []):
                if isinstance(said, bytes):
                    raise _parted(self.endpoint, _readable(said)) from error
            if isinstance(error, imaplib.IMAP4.abort):
                raise _broken(self.endpoint, error) from error
            raise _refusal(self.endpoint, str(error)) from error  # BAD, mostly
        except (ValueError, TypeError) as error:  # imaplib choked on what was sent
            raise _broken(self.endpoint, error) from error


def connect(endpoint: Endpoint, wire: Wire, tls_context: Any) -> Connection:  # noqa: ANN401
    """Read the greeting on a wire, and protect the connection where that comes after it."""
    connection = Connection(wire, endpoint)
    if endpoint.security is Security.STARTTLS:
        connection.start_tls(tls_context)
    return connection


def _ask_for_tls(wire: Wire) -> None:
    wire.readline()
    wire.send(b"look STARTTLS\r\n")
    for _ in range(_MOST_LINES):
        if wire.readline().startswith(b"look "):
            return


def _is_plain(name: str) -> bool:
    return name.isascii() and name.isprintable() and "&" not in name


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _readable(said: bytes) -> str:
    text = said.decode("utf-8", "replace")
    return "".join(c if c.isprintable() else " " for c in text).strip()[:300]


def _parted(endpoint: Endpoint, words: str) -> MailError:
    if _BUSY.search(words):
        return _busy(endpoint, words)
    return ConnectionFailedError(
        Sentence(
            "Mail", "{host} ended the connection: {words}. It is tried again by itself."
        ).format(host=endpoint.host, words=words)
    )


def _busy(endpoint: Endpoint, words: str) -> ServerBusyError:
    return ServerBusyError(
        Sentence(
            "Mail", "{host} asks to try again later: {words}. That happens by itself."
        ).format(host=endpoint.host, words=words)
    )


def _refusal(endpoint: Endpoint, words: str) -> MailError:
    if _BUSY.search(words) and not _DENIED.search(words):
        return _busy(endpoint, words)
    return ServerRefusedError(
        Sentence("Mail", "{host} refused: {words}.").format(host=endpoint.host, words=words)
    )


def _broken(endpoint: Endpoint, error: Exception) -> ProtocolError:
    return ProtocolError(
        Sentence(
            "Mail",
            "{host} answered in a way that IMAP does not allow ({error}). It is tried "
            "again by itself; if it stays so, tell the provider.",
        ).format(host=endpoint.host, error=error)
    )
