"""Logging in, protection, time-outs and refusals, each told as what it is."""

from __future__ import annotations

import logging
import threading
import time

import pytest
from fakes.certificates import Authority
from fakes.imap_server import FULL, PASSWORD, PLAIN, FakeImapServer, open_session

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.errors import (
    CertificateError,
    ConnectionFailedError,
    CredentialsError,
    MailError,
    ProtocolError,
    ServerBusyError,
    ServerRefusedError,
)
from softanswer.mailbox.imap import ImapSession
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.wake_up import WakeUp
from softanswer.mailbox.wire import CalledOffError

NOBODY = PasswordLogin("", "")

# Logging in.


def test_a_right_password_logs_in():
    with FakeImapServer() as server, open_session(server):
        assert server.count("LOGIN") == 1


def test_where_login_is_disabled_plain_is_used():
    with FakeImapServer(FULL + " LOGINDISABLED") as server, open_session(server):
        assert (server.count("LOGIN"), server.count("AUTHENTICATE PLAIN")) == (0, 1)


def test_a_password_beyond_ascii_goes_by_plain(monkeypatch):
    monkeypatch.setattr("fakes.imap_server.PASSWORD", 'пароль"\\')
    with FakeImapServer() as server, open_session(server, password='пароль"\\'):
        assert server.count("AUTHENTICATE PLAIN") == 1


def test_a_password_with_quotes_stays_one_word(monkeypatch):
    monkeypatch.setattr("fakes.imap_server.PASSWORD", 'a" "b\\')
    with FakeImapServer() as server, open_session(server, password='a" "b\\'):
        assert server.count("LOGIN") == 1


def test_without_any_way_for_a_password_none_is_sent():
    with FakeImapServer(PLAIN + " LOGINDISABLED") as server:
        with pytest.raises(CredentialsError, match="no password was sent"):
            open_session(server)
        assert PASSWORD not in " ".join(server.commands)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"{tag} NO [AUTHENTICATIONFAILED] wrong\r\n", CredentialsError),
        (b"{tag} NO Invalid credentials\r\n", CredentialsError),
        (b"{tag} NO [AUTHENTICATIONFAILED] Too many failures\r\n", CredentialsError),
        (b"{tag} BAD what\r\n", CredentialsError),
        (b"{tag} NO [UNAVAILABLE] down\r\n", ServerBusyError),
        (b"{tag} NO [LIMIT] Too many simultaneous connections\r\n", ServerBusyError),
        (b"{tag} NO Too many simultaneous connections\r\n", ServerBusyError),
        (b"* BYE [UNAVAILABLE] going down\r\n", ServerBusyError),
        (b"* BYE bye\r\n", ConnectionFailedError),
        (b"garbage\r\n", ProtocolError),
        (b"* 1 EXISTS\r\n{tag}9 OK not yours\r\n", ProtocolError),
    ],
)
def test_a_failed_log_in_is_told_as_what_it_is(answer: bytes, error: type[MailError]):
    with FakeImapServer() as server:
        server.habits.answers["LOGIN"] = answer
        with pytest.raises(MailError) as caught:
            open_session(server)
    assert type(caught.value) is error
    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize(
    ("greeting", "error"),
    [
        (b"* BYE too many connections\r\n", ServerBusyError),
        (b"* BYE go away\r\n", ConnectionFailedError),
        (b"HTTP/1.1 400 Bad Request\r\n", ProtocolError),
        (b"* PREAUTH at home\r\n", None),
        (b"* OK [ALERT] Read this\r\n", None),
    ],
)
def test_every_greeting_is_understood(greeting: bytes, error: type[MailError] | None):
    with FakeImapServer() as server:
        server.habits.greeting = greeting
        if error is None:
            open_session(server).close()
        else:
            with pytest.raises(error) as caught:
                open_session(server)
            assert type(caught.value) is error


def test_the_password_is_not_logged(caplog):
    with caplog.at_level(logging.DEBUG), FakeImapServer() as server, open_session(server):
        pass
    assert PASSWORD not in caplog.text


# Protection.


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ({}, ""),
        ({"expired": True}, "expired"),
        ({"host": "other.example"}, "another name"),
        ({"self_signed": True}, "self-signed"),
    ],
)
def test_only_a_certificate_that_fits_gets_the_password(tmp_path, security, kind, words):
    authority = Authority(tmp_path)
    tls = authority.certify(**kind).server_context()
    with FakeImapServer(
        FULL + " STARTTLS", tls=tls, security=security, host="localhost"
    ) as server:
        if words:
            with pytest.raises(CertificateError, match=words):
                open_session(server, tls_context=authority.trusting_context())
        else:
            open_session(server, tls_context=authority.trusting_context()).close()
        assert server.logins == (0 if words else 1)


@pytest.mark.parametrize(
    "habit",
    [
        {"capabilities": FULL},
        {"greeting": b"* PREAUTH welcome\r\n"},
        {"answer": b"{tag} NO not today\r\n"},
        {"answer": b"{tag} BAD unknown command\r\n"},
        {"answer": b"{tag} OK begin\r\n* OK slipped in\r\n"},
    ],
    ids=["stripped", "preauth", "refused", "unknown", "injected"],
)
def test_without_starttls_no_password_is_sent(tmp_path, habit):
    authority = Authority(tmp_path)
    with FakeImapServer(
        habit.get("capabilities", FULL + " STARTTLS"),
        tls=authority.certify().server_context(),
        security=Security.STARTTLS,
        host="localhost",
    ) as server:
        server.habits.greeting = habit.get("greeting", server.habits.greeting)
        if "answer" in habit:
            server.habits.answers["STARTTLS"] = habit["answer"]
        with pytest.raises(CertificateError, match="No password was sent"):
            open_session(server, tls_context=authority.trusting_context())
        assert server.logins == 0
        assert PASSWORD not in " ".join(server.commands)


# Waiting.


@pytest.mark.parametrize("command", ["GREETING", "LOGIN", "LIST"])
def test_a_silent_server_is_left_after_the_time_out(command):
    with FakeImapServer() as server:
        server.habits.silent_on.add(command)
        start = time.monotonic()
        with (
            pytest.raises(ConnectionFailedError, match="did not answer in time"),
            open_session(server) as imap,
        ):
            imap.find_folders()
    assert 0.4 < time.monotonic() - start < 3


@pytest.mark.parametrize("command", ["GREETING", "LOGIN", "LIST"])
def test_a_stop_leaves_a_silent_server_at_once(command):
    cancel = WakeUp()
    with FakeImapServer() as server:
        server.habits.silent_on.add(command)
        threading.Timer(0.2, cancel.ring).start()
        start = time.monotonic()
        with (
            pytest.raises(CalledOffError),
            open_session(server, cancel=cancel, timeouts=None) as imap,
        ):
            imap.find_folders()
    assert time.monotonic() - start < 1


def test_nobody_listening_is_told_with_the_port():
    with pytest.raises(ConnectionFailedError, match="port 1: nobody answers"):
        ImapSession.connect(Endpoint("127.0.0.1", 1, Security.NONE), NOBODY)


def test_an_unknown_name_is_told():
    with pytest.raises(ConnectionFailedError, match="was not found"):
        ImapSession.connect(Endpoint("no.such.host.invalid", 993, Security.TLS), NOBODY)


def test_an_endless_line_is_no_answer():
    with FakeImapServer() as server, open_session(server) as imap:
        server.habits.answers["LIST"] = b"* LIST " + b"x" * (1 << 24) + b"y"
        with pytest.raises(ProtocolError, match="endless"):
            imap.find_folders()


def test_a_literal_larger_than_any_mail_is_refused_unread():
    with FakeImapServer() as server, open_session(server) as imap:
        imap.select("INBOX")
        server.habits.answers["UID FETCH"] = b"* 1 FETCH (UID 1 BODY[] {99999999999}\r\n"
        with pytest.raises(ProtocolError, match="more than any mail"):
            imap.fetch_messages([1])


# Refusals.


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"{tag} NO [OVERQUOTA] full\r\n", ServerBusyError),
        (b"{tag} NO [THROTTLED] slow down\r\n", ServerBusyError),
        (b"{tag} BAD User is authenticated but not connected.\r\n", ServerBusyError),
        (b"{tag} NO I will not\r\n", ServerRefusedError),
        (b"{tag} BAD I cannot\r\n", ServerRefusedError),
        (b"{tag} BYE tagged\r\n", ServerRefusedError),
        (b"* BYE bye\r\n* BYE bye\r\n", ConnectionFailedError),
        (b"\x00\xff\xfe garbage\r\n", ProtocolError),
    ],
)
def test_a_refusal_is_told_as_what_it_is(answer: bytes, error: type[MailError]):
    with FakeImapServer() as server, open_session(server) as imap:
        server.habits.answers["NOOP"] = answer
        with pytest.raises(error) as caught:
            imap.noop()
    assert type(caught.value) is error
