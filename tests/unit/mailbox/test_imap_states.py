"""What a server with CONDSTORE and QRESYNC tells of the time since a state (RFC 7162)."""

from __future__ import annotations

import threading

import pytest
from fakes.desk import Desk
from fakes.imap_server import FULL, PLAIN, RESYNCING, FakeImapServer, open_session
from fakes.intake import letter

from softanswer.mailbox.imap import FolderChanges, News
from softanswer.mailbox.wake_up import WakeUp


@pytest.fixture
def server():
    """Three letters came in, the second was expunged, the third was read."""
    with FakeImapServer(RESYNCING) as server:
        for number in (1, 2, 3):
            server.deliver(letter(number))
        yield server


def change(server: FakeImapServer) -> None:
    server.expunge(2)
    server.reflag(3, {"\\Seen"})
    server.deliver(letter(4))


def test_opening_since_a_state_tells_what_changed_and_what_is_gone(server):
    with open_session(server) as imap:
        before = imap.select("INBOX")
    change(server)
    with open_session(server) as imap:
        since = (before.uid_validity, before.highest_modseq)
        after = imap.select("INBOX", since)
        assert after.changes == FolderChanges(
            frozenset({2}), {3: frozenset({"\\Seen"}), 4: frozenset()}
        )
        assert imap.exists == after.exists == 3  # what was gone before it was opened counts not
        assert imap.select("INBOX", (since[0], after.highest_modseq)).changes == FolderChanges(
            frozenset(), {}
        )
        assert imap.select("INBOX", (since[0] - 1, since[1])).changes is None


def test_a_server_that_keeps_no_list_names_all_that_is_not_there(server):
    server.habits.forgets_expunges = True
    server.expunge(1)
    with open_session(server) as imap:
        before = imap.select("INBOX")
        change(server)
        after = imap.select("INBOX", (before.uid_validity, before.highest_modseq))
    assert after.changes is not None
    assert after.changes.gone == {1, 2}


@pytest.mark.parametrize("capabilities", [FULL, RESYNCING])
def test_an_expunge_is_news_that_lowers_the_count(capabilities):
    with FakeImapServer(capabilities) as server, open_session(server) as imap:
        for number in (1, 2, 3):
            server.deliver(letter(number))
        imap.select("INBOX")
        threading.Timer(0.05, server.expunge, [2]).start()
        assert imap.idle(5, WakeUp()) == News(gone=True)
        assert imap.exists == 2
        assert imap.uids() == {1, 3}


def test_uids_come_as_ranges_or_one_by_one(server):
    with open_session(server) as imap:
        imap.select("INBOX")
        assert (imap.uids(), imap.uids(3), imap.uids(4)) == ({1, 2, 3}, {3}, frozenset())
        server.expunge(1)
        server.expunge(2)
        server.expunge(3)
        assert imap.uids() == frozenset()


@pytest.mark.parametrize(
    ("capabilities", "asked"),
    [
        (RESYNCING, []),
        (FULL, ["UID SEARCH ALL", "UID FETCH 1:* (FLAGS) (CHANGEDSINCE 4)"]),
        (PLAIN, ["UID FETCH 1:* (FLAGS)"]),
    ],
)
def test_each_server_is_asked_no_more_than_needed(writer, capabilities, asked):
    with FakeImapServer(capabilities) as server:
        del server.folders["Sent"]
        for number in (1, 2, 3):
            server.deliver(letter(number))
        desk = Desk(server, writer)
        desk.sync.sync_once()
        server.commands.clear()
        assert desk.new_sync().sync_once().fetched == 0
        assert [line for line in server.commands if line.startswith("UID ")] == asked


def test_changes_told_with_select_need_no_question(writer):
    with FakeImapServer(RESYNCING) as server:
        for number in (1, 2, 3):
            server.deliver(letter(number))
        desk = Desk(server, writer)
        desk.sync.sync_once()
        server.expunge(2)
        server.reflag(3, {"\\Seen"})
        server.commands.clear()
        result = desk.new_sync().sync_once()
        assert (result.fetched, result.flags_changed, result.vanished) == (0, 1, 1)
        assert not [line for line in server.commands if line.startswith("UID ")]
