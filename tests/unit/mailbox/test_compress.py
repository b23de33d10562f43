"""On a slow line to a server that can, letters come compressed; on a near one they do not."""

from __future__ import annotations

import threading
import time
from functools import partial

import pytest
from fakes.certificates import Authority
from fakes.desk import Desk, wait_until
from fakes.imap_server import FULL, FakeImapServer, open_session
from fakes.intake import letter

from softanswer.mailbox.account import Security
from softanswer.mailbox.errors import ConnectionFailedError
from softanswer.mailbox.imap import News
from softanswer.mailbox.store.messages import newest
from softanswer.mailbox.wake_up import WakeUp

ABLE = f"{FULL} COMPRESS=DEFLATE"
COUNT = 30
LETTERS = [letter(number, "Where is my book? " * 50) for number in range(COUNT)]


def lie_far_away(server: FakeImapServer) -> None:
    """Answer every command after a round trip of 20 ms."""
    slow = ("CAPABILITY", "LOGIN", "LIST", "SELECT", "STATUS", "NOOP", "UID FETCH", "FETCH")
    for command in slow:
        server.habits.before[command] = partial(time.sleep, 0.02)


@pytest.fixture
def server():
    with FakeImapServer(ABLE) as server:
        for raw in LETTERS:
            server.deliver(raw)
        lie_far_away(server)
        yield server


def fetch(server: FakeImapServer, **changes: object) -> tuple[bytes, ...]:
    """The letters, as they come."""
    with open_session(server, **changes) as imap:
        imap.select("INBOX")
        return tuple(one.raw for one in imap.fetch_messages(range(1, COUNT + 1)))


def test_a_slow_line_is_compressed_once_and_carries_the_same(server):
    with open_session(server) as imap:
        imap.select("INBOX")
        assert len(imap.fetch_messages(range(1, 11))) == 10
        assert server.count("COMPRESS") == 0  # so few letters are not worth its round trip
        before = imap.received_bytes
        for _ in range(2):
            assert [one.raw for one in imap.fetch_messages(range(1, COUNT + 1))] == LETTERS
        assert imap.received_bytes - before < len(b"".join(LETTERS)) / 2
    assert server.count("COMPRESS DEFLATE") == 1


def test_headers_come_compressed_too(server):
    with open_session(server) as imap:
        imap.select("INBOX")
        assert len(imap.listed(range(1, COUNT + 1))) == COUNT
    assert server.count("COMPRESS DEFLATE") == 1


def test_a_near_server_is_not_asked(server):
    server.habits.before.clear()
    assert fetch(server) == tuple(LETTERS)
    assert server.count("COMPRESS") == 0


def test_a_server_that_cannot_is_not_asked(server):
    server.capabilities = FULL
    assert fetch(server) == tuple(LETTERS)
    assert server.count("COMPRESS") == 0


@pytest.mark.parametrize("answer", [b"NO [COMPRESSIONACTIVE] TLS does", b"NO [LIMIT]", b"BAD no"])
def test_a_refusal_costs_nothing(server, answer):
    server.habits.answers["COMPRESS"] = b"{tag} " + answer + b"\r\n"
    assert fetch(server) == tuple(LETTERS)
    assert server.count("COMPRESS") == 1


def test_it_works_within_tls_and_in_small_pieces(tmp_path):
    authority = Authority(tmp_path)
    tls = authority.certify().server_context()
    with FakeImapServer(ABLE, tls=tls, security=Security.TLS, host="localhost") as server:
        for raw in LETTERS:
            server.deliver(raw)
        lie_far_away(server)
        server.habits.in_pieces = 97
        assert fetch(server, tls_context=authority.trusting_context()) == tuple(LETTERS)
        assert server.count("COMPRESS") == 1


def test_news_and_commands_go_on_as_before(server):
    with open_session(server) as imap:
        imap.select("INBOX")
        imap.fetch_messages(range(1, COUNT + 1))
        threading.Timer(0.05, server.deliver, [letter(99)]).start()
        assert imap.idle(5, WakeUp()) == News(arrived=True)
        imap.store_flag(1, "\\Seen", add=True)
        imap.append("Sent", letter(7), ["\\Seen"], imap.fetch_messages([1])[0].internal_date)
    assert server.flags_of(1) == {"\\Seen"}
    assert server.folders["Sent"].messages[0].raw == letter(7)


def test_a_line_that_is_cut_within_a_letter_is_a_lost_connection(server):
    server.habits.cut_bodies = {25}
    with pytest.raises(ConnectionFailedError):
        fetch(server)
    assert server.count("COMPRESS") == 1


def test_after_damage_the_letters_come_uncompressed(server, writer):
    server.habits.answers["COMPRESS"] = b"{tag} OK but it goes on in plain text\r\n"
    desk = Desk(server, writer)
    with desk.running():
        wait_until(lambda: len(desk.read(newest, 100)) == COUNT)
    assert server.count("COMPRESS") == 1
