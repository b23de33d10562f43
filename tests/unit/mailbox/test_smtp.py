"""A letter is handed over once, to all or to none, and what cannot be known is said so."""

from __future__ import annotations

import re
import threading
import time

import pytest
from fakes.certificates import Authority
from fakes.smtp_server import CUT, PASSWORD, STALL, USERNAME, FakeSmtpServer, Phase, Rule
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.errors import (
    CertificateError,
    ConnectionFailedError,
    CredentialsError,
    MailError,
    OutcomeUnknownError,
    ProtocolError,
    ServerBusyError,
    ServerRefusedError,
)
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.smtp import Envelope, Submission, check_log_in, submit, wire_form
from softanswer.mailbox.wake_up import WakeUp
from softanswer.mailbox.wire import CalledOffError, Timeouts

ENVELOPE = Envelope("lena@shop.example", ("buyer@customer.example",))
LETTER = b"Subject: Your book\r\n\r\nI am sorry.\r\n.\r\nLena\r\n"
NOBODY = PasswordLogin("", "")
SHORT = Timeouts(connect_s=5, read_s=0.4, dot_s=0.4)


class Notes:
    """Counts the calls of before_dot, and how many letters had been taken by then."""

    def __init__(self, server: FakeSmtpServer) -> None:
        self._server = server
        self.calls = 0
        self.dots_before = -1

    def __call__(self) -> None:
        time.sleep(0.05)  # a dot that had left too early would have come by now
        self.calls += 1
        self.dots_before = self._server.saw_dot


def send(server: FakeSmtpServer, **changes) -> Submission:
    parts = {
        "endpoint": server.endpoint,
        "login": PasswordLogin(USERNAME, changes.pop("password", PASSWORD)),
        "envelope": ENVELOPE,
        "raw": LETTER,
        "before_dot": lambda: None,
        "timeouts": SHORT,
        **changes,
    }
    return submit(**parts)


def test_the_letter_arrives_byte_for_byte_and_the_answer_is_read():
    with FakeSmtpServer() as server:
        submission = send(server)
    assert submission == Submission(250, "2.0.0 taken", "2.0.0", size_limit=1_000_000)
    [taken] = server.accepted
    assert taken.raw == LETTER
    assert taken.reverse_path == "lena@shop.example"
    assert taken.forward_paths == ("buyer@customer.example",)


def test_the_note_is_made_after_the_body_and_before_the_dot():
    with FakeSmtpServer() as server:
        notes = Notes(server)
        send(server, before_dot=notes)
    assert (notes.calls, notes.dots_before, server.saw_dot) == (1, 0, 1)


@pytest.mark.parametrize(
    "error", [OSError("no room"), CalledOffError(), RuntimeError("all outgoing is stopped")]
)
def test_what_the_note_raises_drops_the_connection_without_a_dot(error: Exception):
    def stop() -> None:
        raise error

    with FakeSmtpServer() as server:
        with pytest.raises((type(error), ConnectionFailedError)) as caught:
            send(server, before_dot=stop)
        [session] = server.sessions
        session.thread.join(5)
        assert not session.thread.is_alive()
    assert error in {caught.value, caught.value.__cause__}
    assert server.commands[-1] == "DATA"
    assert (server.saw_dot, server.accepted) == (0, [])


BUSY = "451 4.3.0 come back later"
NEVER = "550 5.7.1 not wanted"
BEFORE_THE_DOT = [
    (phase, rule, error)
    for phase in (Phase.GREETING, Phase.EHLO, Phase.MAIL, Phase.RCPT, Phase.DATA)
    for rule, error in [
        (Rule(BUSY), ServerBusyError),
        (Rule("421 4.3.2 closing", cut=True), ServerBusyError),
        (Rule(NEVER), ServerRefusedError),
        (Rule("what?"), ProtocolError),
        (CUT, ConnectionFailedError),
        (STALL, ConnectionFailedError),
    ]
] + [
    (Phase.AUTH, Rule("454 4.7.0 later"), ServerBusyError),
    (Phase.AUTH, Rule("535 5.7.8 wrong"), CredentialsError),
    (Phase.AUTH, Rule("334 and now?"), ProtocolError),
    (Phase.AUTH, Rule("what?"), ProtocolError),
    (Phase.AUTH, Rule("504 5.5.4 not this way"), CredentialsError),
    (Phase.AUTH, CUT, ConnectionFailedError),
    (Phase.MAIL, Rule("530 5.7.0 log in first"), CredentialsError),
    (Phase.BODY, Rule("552 5.3.4 too much", cut=True), ServerRefusedError),
    (Phase.BODY, Rule("421 4.3.2 closing", cut=True), ServerBusyError),
    (Phase.BODY, CUT, ConnectionFailedError),
]


@pytest.mark.parametrize(("phase", "rule", "error"), BEFORE_THE_DOT)
def test_a_fault_before_the_dot_is_told_as_what_it_is(
    phase: Phase, rule: Rule, error: type[MailError]
):
    with FakeSmtpServer() as server:
        notes = Notes(server)
        server.rules[phase] = rule
        with pytest.raises(error) as caught:
            send(server, before_dot=notes)
    assert type(caught.value) is error
    assert phase is Phase.BODY or notes.calls == 0
    assert (server.saw_dot, server.accepted) == (0, [])


@pytest.mark.parametrize(
    ("rule", "error", "code"),
    [
        (Rule(BUSY), ServerBusyError, 451),
        (Rule("421 4.3.2 closing", cut=True), ServerBusyError, 421),
        (Rule("554 5.7.1 spam"), ServerRefusedError, 554),
        (CUT, OutcomeUnknownError, None),
        (STALL, OutcomeUnknownError, None),
        (Rule(cut=True, accepts=True), OutcomeUnknownError, None),
        (Rule(stall=True, accepts=True), OutcomeUnknownError, None),
        (Rule("25", cut=True, accepts=True), OutcomeUnknownError, None),
        (Rule("354 go on"), OutcomeUnknownError, None),
    ],
)
def test_after_the_dot_only_a_clear_answer_counts(
    rule: Rule, error: type[MailError], code: int | None
):
    with FakeSmtpServer() as server:
        notes = Notes(server)
        server.rules[Phase.DOT] = rule
        with pytest.raises(error) as caught:
            send(server, before_dot=notes)
    assert type(caught.value) is error
    assert getattr(caught.value, "reply_code", None) == code
    assert (notes.calls, server.saw_dot) == (1, 1)


@pytest.mark.parametrize("rule", [CUT, STALL, Rule("500 what?"), Rule("221 bye", cut=True)])
def test_what_happens_after_the_250_changes_nothing(rule: Rule):
    with FakeSmtpServer() as server:
        server.rules[Phase.QUIT] = rule
        start = time.monotonic()
        submission = send(server)
    assert submission.reply_code == 250
    assert time.monotonic() - start < 2
    assert len(server.accepted) == 1


def test_an_answer_to_the_dot_may_take_longer_than_any_other():
    with FakeSmtpServer() as server:
        server.rules[Phase.DOT] = Rule(stall=True, accepts=True)
        start = time.monotonic()
        with pytest.raises(OutcomeUnknownError):
            send(server, timeouts=Timeouts(read_s=0.1, dot_s=0.8))
    assert 0.7 < time.monotonic() - start < 3


def test_the_usual_patience_at_the_dot_is_ten_minutes():
    assert Timeouts().dot_s == 600


@pytest.mark.parametrize(
    ("answer", "error"),
    [("550 5.1.1 no such user", ServerRefusedError), ("450 4.2.1 greylisted", ServerBusyError)],
)
def test_one_refused_recipient_means_that_nobody_gets_the_letter(
    answer: str, error: type[MailError]
):
    envelope = Envelope("lena@shop.example", ("good@customer.example", "bad@customer.example"))
    with FakeSmtpServer() as server:
        server.refused["bad@customer.example"] = answer
        with pytest.raises(error, match=r"bad@customer\.example"):
            send(server, envelope=envelope)
    assert "RSET" in server.commands
    assert "DATA" not in server.commands
    assert server.accepted == []


def test_a_letter_over_the_limit_is_refused_before_it_is_sent():
    with FakeSmtpServer(features=("SIZE 100", "AUTH PLAIN")) as server:
        assert send(server, raw=b"x" * 98).reply_code == 250
        with pytest.raises(ServerRefusedError, match="too large") as caught:
            send(server, raw=b"x" * 99)
    assert caught.value.reply_code == 552
    assert server.count_mail() == 1


def test_the_password_goes_nowhere_when_starttls_is_not_offered():
    server = FakeSmtpServer(security=Security.STARTTLS)
    with server, pytest.raises(CertificateError, match="STARTTLS"):
        send(server)
    assert_no_secret(server)


def test_a_server_that_cannot_protect_the_line_now_is_asked_later_without_a_password(tmp_path):
    tls = Authority(tmp_path).certify().server_context()
    with FakeSmtpServer(security=Security.STARTTLS, tls=tls, host="localhost") as server:
        server.rules[Phase.STARTTLS] = Rule("454 4.7.0 TLS not available")
        with pytest.raises(ServerBusyError, match="454"):
            send(server)
    assert_no_secret(server)


def test_text_slipped_in_before_the_handshake_ends_the_session(tmp_path):
    authority = Authority(tmp_path)
    tls = authority.certify().server_context()
    with FakeSmtpServer(security=Security.STARTTLS, tls=tls, host="localhost") as server:
        server.rules[Phase.STARTTLS] = Rule("220 go\r\n250 AUTH PLAIN")
        with pytest.raises(CertificateError, match="before the protected"):
            send(server, tls_context=authority.trusting_context())
    assert_no_secret(server)


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_good_certificate_lets_the_letter_pass_and_hides_the_password(tmp_path, security):
    authority = Authority(tmp_path)
    tls = authority.certify().server_context()
    with FakeSmtpServer(security=security, tls=tls, host="localhost") as server:
        send(server, tls_context=authority.trusting_context())
    assert len(server.accepted) == 1
    assert not any(line.startswith("AUTH") for line in server.cleartext)


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ({"expired": True}, "expired"),
        ({"host": "other.example"}, "another name"),
        ({"self_signed": True}, "self-signed"),
    ],
)
def test_a_certificate_that_does_not_fit_gets_no_password(tmp_path, security, kind, words):
    authority = Authority(tmp_path)
    tls = authority.certify(**kind).server_context()
    server = FakeSmtpServer(security=security, tls=tls, host="localhost")
    with server, pytest.raises(CertificateError, match=words):
        send(server, tls_context=authority.trusting_context())
    assert_no_secret(server)


def test_by_default_a_private_authority_gets_no_password(tmp_path):
    tls = Authority(tmp_path).certify().server_context()
    server = FakeSmtpServer(security=Security.TLS, tls=tls, host="localhost")
    with server, pytest.raises(CertificateError, match="does not know"):
        send(server)
    assert_no_secret(server)


@pytest.mark.parametrize("mechanisms", ["AUTH PLAIN LOGIN", "AUTH LOGIN", "AUTH CRAM-MD5 PLAIN"])
def test_every_usual_log_in_works_with_a_password_beyond_ascii(mechanisms, monkeypatch):
    monkeypatch.setattr("fakes.smtp_server.PASSWORD", "пароль")
    with FakeSmtpServer(features=(mechanisms,)) as server:
        assert send(server, password="пароль").reply_code == 250


def test_a_server_on_this_computer_may_go_without_a_log_in():
    with FakeSmtpServer(features=("8BITMIME",)) as server:
        send(server)
    assert len(server.accepted) == 1


def test_a_server_elsewhere_may_not(tmp_path, monkeypatch):
    authority = Authority(tmp_path)
    monkeypatch.setattr("softanswer.mailbox.smtp.is_loopback", lambda _host: False)
    tls = authority.certify().server_context()
    server = FakeSmtpServer(
        security=Security.TLS, tls=tls, host="localhost", features=("8BITMIME",)
    )
    with server, pytest.raises(CredentialsError, match="no log-in"):
        send(server, tls_context=authority.trusting_context())


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("lena@shop.example", "shop.example"),
        ("lena@localhost", "[127.0.0.1]"),
        ("lena@бук.example", "[127.0.0.1]"),
    ],
)
def test_ehlo_never_tells_this_computers_name(sender, name):
    with FakeSmtpServer(features=("SMTPUTF8",)) as server:
        send(server, envelope=Envelope(sender, ENVELOPE.forward_paths))
    assert server.commands[0].upper() == f"EHLO {name.upper()}"


@pytest.mark.parametrize(
    "path",
    [
        "a@b.example>\r\nRCPT TO:<c@d.example",
        "a b@c.example",
        "nobody",
        "",
        "<a@b.example>",
        "a@b.example\x00",
    ],
)
def test_what_is_no_address_is_refused_before_any_connection(path):
    nowhere = Endpoint("127.0.0.1", 1, Security.NONE)
    with pytest.raises(ServerRefusedError, match="no mail address"):
        submit(nowhere, NOBODY, Envelope("l@s.example", (path,)), LETTER, before_dot=lambda: None)


def test_an_address_beyond_ascii_needs_a_server_that_knows_it():
    envelope = Envelope("lena@shop.example", ("köhler@customer.example",))
    with FakeSmtpServer(features=("SMTPUTF8",)) as server:
        send(server, envelope=envelope)
        assert server.accepted[0].forward_paths == ("köhler@customer.example",)
    with FakeSmtpServer() as server, pytest.raises(ServerRefusedError, match="köhler"):
        send(server, envelope=envelope)


def test_a_very_old_server_is_greeted_by_helo():
    with FakeSmtpServer() as server:
        server.rules[Phase.EHLO] = Rule("502 what is EHLO?", times=1)
        with pytest.raises(ServerRefusedError):  # the fake knows no HELO
            send(server)
    assert server.commands[1].lower() == "helo shop.example"


def test_a_stop_before_the_dot_leaves_the_letter_unsent():
    cancel = WakeUp()
    with FakeSmtpServer() as server:
        server.rules[Phase.RCPT] = STALL
        threading.Timer(0.2, cancel.ring).start()
        start = time.monotonic()
        with pytest.raises(ConnectionFailedError, match="stays in the outbox"):
            send(server, cancel=cancel, timeouts=None)
    assert time.monotonic() - start < 1


def test_a_stop_after_the_dot_leaves_it_unknown():
    cancel = WakeUp()
    with FakeSmtpServer() as server:
        server.rules[Phase.DOT] = STALL
        threading.Timer(0.2, cancel.ring).start()
        with pytest.raises(OutcomeUnknownError):
            send(server, cancel=cancel, timeouts=None)


def test_nobody_listening_is_told_with_the_port():
    nowhere = Endpoint("127.0.0.1", 1, Security.NONE)
    with pytest.raises(ConnectionFailedError, match="port 1: nobody answers"):
        submit(nowhere, NOBODY, ENVELOPE, LETTER, before_dot=lambda: None)


def test_checking_the_log_in_sends_no_letter():
    with FakeSmtpServer() as server:
        check_log_in(server.endpoint, PasswordLogin(USERNAME, PASSWORD), "lena@shop.example")
        with pytest.raises(CredentialsError, match="535"):
            check_log_in(server.endpoint, PasswordLogin(USERNAME, "wrong"), "lena@shop.example")
    assert not any(line.startswith("MAIL") for line in server.commands)


@pytest.mark.parametrize(
    ("raw", "sent"),
    [
        (b"a\nb", b"a\r\nb\r\n"),
        (b"a\rb\r\n", b"a\r\nb\r\n"),
        (b".\r\n", b"..\r\n"),
        (b"a\n.\nMAIL FROM:<x@y.example>\n", b"a\r\n..\r\nMAIL FROM:<x@y.example>\r\n"),
        (b"a\r.\rb", b"a\r\n..\r\nb\r\n"),
        (b"..a\r\n", b"...a\r\n"),
        (b"", b"\r\n"),
    ],
)
def test_only_cr_lf_goes_out_and_dots_are_doubled(raw, sent):
    assert wire_form(raw) == sent


@given(st.binary())
def test_no_letter_can_end_itself(raw):
    sent = wire_form(raw)
    assert b"\r\n.\r\n" not in b"\r\n" + sent
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", sent) is None


def assert_no_secret(server: FakeSmtpServer) -> None:
    assert PASSWORD not in " ".join(server.commands)
    assert not any(line.startswith("AUTH") for line in server.commands)
