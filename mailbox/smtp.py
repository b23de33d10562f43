"""The door to the SMTP server: the only module that knows smtplib.

`smtplib.sendmail` cannot say whether a connection broke before the final dot or after it. So the
conversation is driven here: the body is handed over first, the caller makes a note that lasts,
and only then the dot leaves.
"""

from __future__ import annotations

import base64
import contextlib
import re
import smtplib
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from .account import Endpoint, Security, is_loopback
from .errors import (
    ConnectionFailedError,
    CredentialsError,
    MailError,
    OutcomeUnknownError,
    ServerRefusedError,
)
from .login import Login, PasswordLogin, TokenLogin
from .sasl import bearer_answers, challenge_words, choose_mechanism
from .sentence import Sentence
from .smtp_causes import Reply, Stage, printable
from .smtp_replies import Step, beyond_ascii, failure, not_smtp, too_large
from .tls import no_starttls_error
from .token_words import no_token_log_in, token_refused
from .wake_up import WakeUp
from .wire import CalledOffError, Timeouts, Wire

_COURTESY_TIMEOUT_S: Final = 0.5
_NO_SUCH_COMMAND: Final = frozenset({500, 502})
_MOST_LINES: Final = 50  # of one reply
_MOST_DIGITS: Final = 18  # of a size, which SQLite can keep
_LET_IN: Final = frozenset({235, 503})  # taken, or already logged in
_LITERAL_NAME: Final = "[127.0.0.1]"

_LINE_END: Final = re.compile(rb"\r\n|\r|\n")
_DOT_AT_START: Final = re.compile(rb"^\.", re.MULTILINE)
_DOMAIN: Final = re.compile(r"(?=.{1,253}\Z)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+", re.IGNORECASE)
_PATH: Final = re.compile(r"[^\s<>\x00-\x1f\x7f]+@[^\s<>@\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sends a letter and who gets it, as SMTP sees it (RFC 5321 section 3.3)."""

    reverse_path: str
    forward_paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """The server's word that it took the letter.

    Attributes:
        enhanced_status: as in RFC 3463, "" where the server gives none.
        size_limit: the most bytes of a letter that it takes (RFC 1870), 0 where it does not say.
    """

    reply_code: int
    text: str
    enhanced_status: str
    size_limit: int = 0


def submit(  # noqa: PLR0913 - a submission is all of this
    endpoint: Endpoint,
    login: Login,
    envelope: Envelope,
    raw: bytes,
    *,
    before_dot: Callable[[], None],
    on_taken: Callable[[Submission], None] = lambda _: None,
    tls_context: ssl.SSLContext | None = None,
    timeouts: Timeouts | None = None,
    cancel: WakeUp | None = None,
) -> Submission:
    """Hand a letter over, to all recipients or to none.

    `before_dot` is called once, when all of the letter but the final dot has left; what it raises
    is raised here, and the server then drops the letter. Whatever is raised before that call, the
    letter was not taken. `on_taken` is called when the server has said that it took the letter,
    before the courtesies of leaving. `cancel` ends every wait; before the dot that is a
    `ConnectionFailedError`.

    Raises:
        OutcomeUnknownError: no clear answer to the final dot; the letter may have been taken.
        ServerRefusedError: the server, or a recipient's, refused for good.
        ServerBusyError: refused for now.
        CredentialsError: the user name, password or token was not accepted.
        CertificateError: the server could not prove who it is, or cannot protect the line.
        ConnectionFailedError: unreachable, or broken off before the dot.
        ProtocolError: an answer that SMTP does not know.
    """
    _check_paths(envelope)
    body = wire_form(raw)
    try:
        with _connected(endpoint, envelope.reverse_path, tls_context, timeouts, cancel) as smtp:
            smtp.log_in(login)
            smtp.send_envelope(envelope, body)
            smtp.send_body(body)
            before_dot()
            submission = smtp.send_dot((timeouts or Timeouts()).dot_s)
            on_taken(submission)
            return submission
    except CalledOffError as error:
        raise ConnectionFailedError(
            Sentence(
                "Mail",
                "Sending was broken off before the letter was handed over. It stays in the "
                "outbox.",
            )
        ) from error


def check_log_in(
    endpoint: Endpoint,
    login: Login,
    sender: str,
    *,
    tls_context: ssl.SSLContext | None = None,
    timeouts: Timeouts | None = None,
) -> None:
    """Log in and leave again; raises as `submit` does before the letter."""
    with _connected(endpoint, sender, tls_context, timeouts, None) as smtp:
        smtp.log_in(login)


def wire_form(raw: bytes) -> bytes:
    """A letter as it goes over the line: CR LF only, and dots doubled (RFC 5321 section 4.5.2).

    A lone CR or LF would let a letter smuggle a second one past other servers.
    """
    body = _LINE_END.sub(b"\r\n", raw)
    if not body.endswith(b"\r\n"):
        body += b"\r\n"
    return _DOT_AT_START.sub(b"..", body)


class _Conversation(smtplib.SMTP):
    """smtplib's commands and replies on a `Wire`, one step of a submission at a time."""

    def __init__(self, wire: Wire, endpoint: Endpoint, sender: str) -> None:
        super().__init__(local_hostname=_own_name(sender))
        self._wire = wire
        self._endpoint = endpoint
        self._sender = sender
        self._to = ""
        self.sock = wire  # type: ignore[assignment]  # it has what smtplib calls of a socket
        self.file = wire

    def send(self, s: str | bytes) -> None:  # type: ignore[override]  # smtplib takes any buffer
        """Send a command; smtplib's own would hide why it failed."""
        self._wire.send(s.encode(self.command_encoding) if isinstance(s, str) else s)

    def greet(self, tls_context: ssl.SSLContext | None) -> None:
        """Read the greeting, say EHLO, and protect the line where that comes after it."""
        self._expect(2, self.getreply(), Stage.GREETING)
        self._hello()
        if self._endpoint.security is not Security.STARTTLS:
            return
        if not self.has_extn("starttls"):
            raise no_starttls_error(self._endpoint)
        reply = self.docmd("STARTTLS")
        if reply[0] // 100 == 4:  # noqa: PLR2004 - not now (RFC 3207 section 4)
            raise self._failure(reply, Stage.STARTTLS)
        if reply[0] != 220:  # noqa: PLR2004
            raise no_starttls_error(self._endpoint)
        self._wire.start_tls(tls_context, _ask_for_tls)
        self.esmtp_features = {}  # said by nobody knows whom (RFC 3207 section 4.2)
        self._hello()

    def log_in(self, login: Login) -> None:
        """Log in by password or by token; a server on this computer may go without."""
        offered = str(self.esmtp_features.get("auth", "")).upper().split()
        is_private = self._wire.is_protected or is_loopback(self._endpoint.host)
        if isinstance(login, TokenLogin):
            self._log_in_by_token(login, offered if is_private else [])
        else:
            self._log_in_by_password(login, offered if is_private else [])

    def _log_in_by_token(self, login: TokenLogin, offered: list[str]) -> None:
        """Show the token, and where it is refused another one, once."""
        mechanism = choose_mechanism(offered)
        if not mechanism:
            raise no_token_log_in(self._endpoint)
        reply, _ = self._show_token(mechanism, login.username, login.token)
        if reply[0] // 100 == 5 and reply[0] not in _LET_IN:  # noqa: PLR2004 - refused for good
            reply, said = self._show_token(mechanism, login.username, login.renew())
            if reply[0] // 100 == 5 and reply[0] not in _LET_IN:  # noqa: PLR2004
                words = f"{reply[0]} {Reply.read(*reply).text} {said}".strip()
                raise token_refused(self._endpoint, login.username, words)
        if reply[0] not in _LET_IN:
            raise self._failure(reply, Stage.LOG_IN)

    def _show_token(
        self, mechanism: str, username: str, token: str
    ) -> tuple[tuple[int, bytes], str]:
        """The server's last word on a token, and what its challenge said of it."""
        answers = bearer_answers(mechanism, self._endpoint, username, token)
        first = base64.b64encode(answers.first).decode("ascii")
        reply, said = self.docmd("AUTH", f"{mechanism} {first}"), ""
        if reply[0] == 334:  # noqa: PLR2004 - RFC 4954 section 4: what was wrong, in JSON
            with contextlib.suppress(ValueError):
                said = challenge_words(base64.b64decode(reply[1], validate=True))
            reply = self.docmd(base64.b64encode(answers.after_challenge).decode("ascii"))
        return reply, said

    def _log_in_by_password(self, login: PasswordLogin, offered: list[str]) -> None:
        username, password = login.username, login.password
        if "PLAIN" in offered:
            secret = _base64(f"\0{username}\0{password}")
            reply = self.docmd("AUTH", f"PLAIN {secret}")
        elif "LOGIN" in offered:
            reply = self.docmd("AUTH", "LOGIN")
            for secret in (username, password):
                if reply[0] == 334:  # noqa: PLR2004 - RFC 4954 section 4: go on
                    reply = self.docmd(_base64(secret))
        elif is_loopback(self._endpoint.host):
            return
        else:
            raise CredentialsError(
                Sentence(
                    "Mail",
                    "{host} offers no log-in by password that this program knows. No password was "
                    "sent. Ask the provider for its submission server and port.",
                ).format(host=self._endpoint.host)
            )
        if reply[0] not in _LET_IN:
            raise self._failure(reply, Stage.LOG_IN)

    def send_envelope(self, envelope: Envelope, body: bytes) -> None:
        """Name sender and recipients, and get leave to send the letter.

        When one recipient is refused, RSET sees to it that nobody gets the letter (PRODUCT D7).
        """
        self._check_size(len(body))
        options = self._mail_options(envelope, body)
        sender = f"FROM:<{envelope.reverse_path}>{options}"
        self._expect(2, self.docmd("MAIL", sender), Stage.SENDER)
        for path in envelope.forward_paths:
            self._to = path
            reply = self.docmd("RCPT", f"TO:<{path}>")
            if reply[0] // 100 != 2:  # noqa: PLR2004 - the class of the reply, RFC 5321 4.2.1
                self._courteously("RSET")
                raise self._failure(reply, Stage.RECIPIENT)
        self._to = ", ".join(envelope.forward_paths)
        self._expect(3, self.docmd("DATA"), Stage.LETTER)

    def send_body(self, body: bytes) -> None:
        """Hand over all of the letter but the final dot."""
        self._wire.send(body)
        self._check_patience()

    def send_dot(self, timeout_s: float) -> Submission:
        """End the letter and wait for the server's word."""
        self._check_patience()
        try:
            self._wire.read_timeout_s = timeout_s
            self._wire.send(b".\r\n")
            code, said = self.getreply()
        except (MailError, CalledOffError, smtplib.SMTPException) as error:
            raise self._unknown(Sentence("Mail", "no answer came")) from error
        reply = Reply.read(code, said)
        if code // 100 not in {2, 4, 5}:
            raise self._unknown(Sentence("Mail", "it answered {text}").format(text=reply.text))
        self._expect(2, (code, said), Stage.LETTER)
        return Submission(code, reply.text, reply.status, self._size_limit())

    def leave(self) -> None:
        """Say QUIT where the server still listens, and drop the connection."""
        self._courteously("QUIT")
        self._wire.close()

    def _check_patience(self) -> None:
        """Raise what the server says or does before the dot: that can only be a refusal."""
        if self._wire.has_input():
            raise self._failure(self.getreply(), Stage.LETTER)

    def _hello(self) -> None:
        code, text = self.ehlo()
        if code in _NO_SUCH_COMMAND:  # older than EHLO (RFC 5321 section 3.2)
            code, text = self.helo()
        self._expect(2, (code, text), Stage.EHLO)

    def _check_size(self, size: int) -> None:
        limit = self._size_limit()
        if 0 < limit < size:
            raise too_large(self._endpoint.host, size, limit)

    def _size_limit(self) -> int:
        limit = str(self.esmtp_features.get("size", ""))
        return (
            int(limit) if limit.isascii() and limit.isdigit() and len(limit) < _MOST_DIGITS else 0
        )

    def _mail_options(self, envelope: Envelope, body: bytes) -> str:
        options = []
        if self.has_extn("size"):
            options.append(f"SIZE={len(body)}")
        if not body.isascii() and self.has_extn("8bitmime"):
            options.append("BODY=8BITMIME")
        for path in (envelope.reverse_path, *envelope.forward_paths):
            if not path.isascii():
                if not self.has_extn("smtputf8"):
                    raise beyond_ascii(self._endpoint.host, path)
                self.command_encoding = "utf-8"
        options += ["SMTPUTF8"] if self.command_encoding == "utf-8" else []
        return "".join(f" {option}" for option in options)

    def _expect(self, reply_class: int, reply: tuple[int, bytes], stage: Stage) -> None:
        if reply[0] // 100 != reply_class:
            raise self._failure(reply, stage)

    def _failure(self, reply: tuple[int, bytes], stage: Stage) -> MailError:
        return failure(
            Step(self._endpoint.host, stage, self._sender, self._to), Reply.read(*reply)
        )

    def _courteously(self, command: str) -> None:
        """Send a command whose answer changes nothing."""
        self._wire.read_timeout_s = _COURTESY_TIMEOUT_S
        with contextlib.suppress(MailError, CalledOffError, smtplib.SMTPException):
            self.docmd(command)

    def _unknown(self, why: str) -> OutcomeUnknownError:
        return OutcomeUnknownError(
            Sentence(
                "Mail",
                "{host} did not confirm the letter after all of it was sent ({why}). It may "
                "have been delivered. Look into the Sent folder before you send it again.",
            ).format(host=self._endpoint.host, why=why)
        )


@contextlib.contextmanager
def _connected(
    endpoint: Endpoint,
    sender: str,
    tls_context: ssl.SSLContext | None,
    timeouts: Timeouts | None,
    cancel: WakeUp | None,
) -> Iterator[_Conversation]:
    """A greeted server; it is left politely only where nothing went wrong."""
    wire = Wire.connect(endpoint, timeouts or Timeouts(), tls_context, cancel)
    try:
        smtp = _Conversation(wire, endpoint, sender)
        smtp.greet(tls_context)
        yield smtp
        smtp.leave()
    except smtplib.SMTPException as error:
        raise not_smtp(endpoint.host, error) from error
    finally:
        wire.close()


def _ask_for_tls(wire: Wire) -> None:
    for command in (f"EHLO {_LITERAL_NAME}", "STARTTLS"):
        _skip_reply(wire)
        wire.send(f"{command}\r\n".encode())
    _skip_reply(wire)


def _skip_reply(wire: Wire) -> None:
    for _ in range(_MOST_LINES):
        if wire.readline()[3:4] != b"-":  # else more lines follow (RFC 5321 section 4.2.1)
            return


def _own_name(sender: str) -> str:
    """What EHLO calls this computer: the sender's domain, never the computer's own name."""
    domain = sender.rpartition("@")[2]
    return domain if _DOMAIN.fullmatch(domain) else _LITERAL_NAME


def _check_paths(envelope: Envelope) -> None:
    for path in (envelope.reverse_path, *envelope.forward_paths):
        if _PATH.fullmatch(path) is None:
            raise ServerRefusedError(
                Sentence(
                    "Mail",
                    "'{path}' is no mail address. Nobody got the letter. Correct the address and "
                    "hold the letter again.",
                ).format(path=printable(path)),
                553,
            )


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode("ascii")
