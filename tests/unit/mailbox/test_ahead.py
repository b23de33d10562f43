"""A far server is asked for the next batch before it has answered for this one."""

from __future__ import annotations

import random
import time
from contextlib import suppress
from functools import partial

import pytest
from fakes import dovecot
from fakes.backlog_reader import read_all
from fakes.comparing import differences
from fakes.desk import Desk
from fakes.dovecot import Dovecot
from fakes.imap_server import FULL, PASSWORD, RESYNCING, USERNAME, FakeImapServer, open_session
from fakes.intake import letter
from fakes.line_cutter import LineCutter
from fakes.slow_link import SlowLink

from softanswer.mailbox.early_answers import EarlyAnswers
from softanswer.mailbox.errors import ConnectionFailedError, MailError, ServerRefusedError
from softanswer.mailbox.imap import ImapSession
from softanswer.mailbox.imap_answers import FetchAnswer
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.wake_up import WakeUp

COUNT = 30
LETTERS = {uid: letter(uid, "Where is my book? " * uid) for uid in range(1, COUNT + 1)}
FIRST, SECOND = range(1, 11), range(11, 21)


@pytest.fixture
def server():
    with FakeImapServer() as server:
        for raw in LETTERS.values():
            server.deliver(raw)
        for command in ("LOGIN", "SELECT", "NOOP", "UID FETCH"):
            server.habits.before[command] = partial(time.sleep, 0.005)
        yield server


@pytest.fixture
def imap(server):
    with open_session(server) as imap:
        imap.select("INBOX")
        yield imap


def fetched(imap, uids, then=()):
    """Fetch letters, and see that they are the right ones."""
    got = {one.uid: one.raw for one in imap.fetch_messages(uids, None, then)}
    assert got == {uid: LETTERS[uid] for uid in uids}


def test_the_next_batch_is_under_way_before_it_is_wanted(server, imap):
    fetched(imap, FIRST, SECOND)
    server.wait_for("UID FETCH", 2)
    fetched(imap, SECOND)
    assert server.count("UID FETCH") == 2


def test_headers_are_asked_for_ahead_too(server, imap):
    assert [one.uid for one in imap.listed(FIRST, SECOND)] == list(FIRST)
    server.wait_for("UID FETCH", 2)
    assert [one.uid for one in imap.listed(SECOND)] == list(SECOND)
    assert server.count("UID FETCH") == 2


def test_a_near_server_is_asked_ahead_too(server):
    server.habits.before.clear()
    with open_session(server) as imap:
        imap.select("INBOX")
        fetched(imap, FIRST, SECOND)
        server.wait_for("UID FETCH", 2)
        fetched(imap, SECOND)
    assert server.count("UID FETCH") == 2


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda imap: imap.noop(), id="NOOP"),
        pytest.param(lambda imap: imap.idle(0.01, WakeUp()), id="IDLE"),
        pytest.param(lambda imap: imap.select("INBOX"), id="SELECT"),
        pytest.param(lambda imap: imap.uids(), id="SEARCH"),
        pytest.param(lambda imap: fetched(imap, range(21, 31), FIRST), id="other letters"),
        pytest.param(lambda imap: imap.store_flag(1, "\\Seen", add=True), id="STORE"),
    ],
)
def test_another_command_drops_what_was_under_way(server, imap, act):
    fetched(imap, FIRST, SECOND)
    act(imap)
    fetched(imap, SECOND, range(21, 31))
    fetched(imap, range(21, 31))


def test_flags_that_were_told_in_what_is_dropped_are_asked_for(server, imap):
    fetched(imap, FIRST, SECOND)
    assert imap.noop().reflagged
    assert not imap.noop().reflagged


@pytest.mark.parametrize("refused", [5, 15])
def test_a_refusal_is_told_of_the_batch_that_it_meets(server, imap, refused):
    server.habits.refused_bodies = {refused}
    for uids, then in ((FIRST, SECOND), (SECOND, range(21, 31))):
        if refused in uids:
            with pytest.raises(ServerRefusedError):
                imap.fetch_messages(uids, None, then)
        else:
            fetched(imap, uids, then)
    fetched(imap, range(21, 31))


def test_a_line_that_breaks_in_the_next_batch_spoils_only_that(server, imap):
    server.habits.cut_bodies = {15}
    fetched(imap, FIRST, SECOND)
    with pytest.raises(ConnectionFailedError):
        imap.fetch_messages(SECOND)


@pytest.mark.parametrize("capabilities", [FULL, f"{RESYNCING} COMPRESS=DEFLATE"])
def test_a_backlog_comes_whole_over_a_far_line_that_breaks_anywhere(
    writer, monkeypatch, capabilities
):
    monkeypatch.setattr("softanswer.mailbox.folder_sync.MOST_LISTED", 40)
    monkeypatch.setattr("softanswer.mailbox.folder_sync.LARGEST_BACKLOG_BATCH", 15)
    monkeypatch.setattr("softanswer.mailbox.link_speed._NEAR_S", 0.0)
    monkeypatch.setattr("softanswer.mailbox.link_speed._FAR_S", 0.0)
    chance = random.Random(7)  # noqa: S311 - no secret
    with FakeImapServer(capabilities) as server, LineCutter(server.endpoint) as cutter:
        for number in range(300):
            server.deliver(letter(number, "x" * chance.randrange(2000)))
        server.habits.cut_bodies = {77}
        server.habits.refused_bodies = {111}
        desk = Desk(server, writer, cutter.endpoint)
        for _ in range(12):
            cutter.to_program = chance.randrange(200_000)
            with suppress(MailError):
                desk.sync.sync_once()
            server.reflag(chance.randrange(1, 300), {"\\Flagged"})
        server.habits.cut_bodies = server.habits.refused_bodies = set()
        cutter.let_pass()
        desk.new_sync().sync_once()
        for _ in range(2):
            desk.new_sync().sync_once()
        read_all(desk)
        places = ("INBOX", "Sent")
        found = differences(writer.path, server.endpoint, USERNAME, PASSWORD, places)
        whole = [one for one in found if "uid=77," not in one and "uid=111," not in one]
        assert whole == []
        assert len(found) <= 4


def answer(uid, body=b"x"):
    return FetchAnswer(uid, frozenset(), 1, None, 0, body)


def test_what_a_server_answers_early_is_kept_for_its_command():
    early = EarlyAnswers()
    came = [answer(1), answer(11), answer(12, None), answer(2)]
    assert [one.uid for one in early.keep(came, "11:20")] == [1, 12, 2]  # 12 are flags: news
    whole = early.with_early([answer(12)], was_asked_ahead=True)
    assert [one.uid for one in whole] == [11, 12]
    early.keep(came, "11:20")
    assert early.with_early([answer(5)], was_asked_ahead=False) == (answer(5),)
    assert early.with_early([], was_asked_ahead=True) == ()


@pytest.mark.dovecot
def test_a_server_that_works_on_both_at_once_loses_nothing():
    letters = [letter(number, "x" * 20_000) for number in range(400)]
    login = PasswordLogin("lena", dovecot.PASSWORD)
    with Dovecot(compresses=True) as server:
        server.fill("lena", letters)
        with (
            SlowLink(server.endpoint, 0.02, 100e6) as link,
            ImapSession.connect(link.endpoint, login) as imap,
        ):
            imap.select("INBOX")
            batches = [range(first, first + 50) for first in range(1, 401, 50)]
            got = []
            for batch, then in zip(batches, [*batches[1:], ()], strict=True):
                came = imap.fetch_messages(batch, None, then)
                assert [one.uid for one in came] == list(batch)
                got += [one.raw for one in came]
    assert sorted(got) == sorted(letters)
