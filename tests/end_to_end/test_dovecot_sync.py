"""The sync against a real Dovecot: the same promises, with a server that nobody here wrote."""

from __future__ import annotations

import imaplib
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from fakes import dovecot
from fakes.command_line import NoKeyring
from fakes.dovecot import Dovecot
from fakes.intake import PlainIntake, letter, shop_account
from fakes.slow_link import SlowLink

from softanswer.mailbox.credentials import SessionSecrets
from softanswer.mailbox.errors import CredentialsError
from softanswer.mailbox.imap import ImapSession, News
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.message import StoredMessage
from softanswer.mailbox.store.accounts import add_account, load_account
from softanswer.mailbox.store.changes import ChangeSet
from softanswer.mailbox.store.messages import load_raw, newest, queue_sent_copy, set_flag
from softanswer.mailbox.store.server_changes import pending_changes
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.mailbox.sync import AccountSync
from softanswer.mailbox.sync_event import SyncEvent, SyncState

pytestmark = pytest.mark.dovecot

USER = "lena"
DOVECOTS_OWN_DELAY_S = 0.5  # NOTIFY_DELAY_MSECS: news of a Maildir are told after half a second


class Desk:
    """One account of a Dovecot, its store and its sync."""

    def __init__(self, server: Dovecot, writer: StoreWriter, commits: list[float]) -> None:
        self.server = server
        self.writer = writer
        self.commits = commits
        self.secrets = SessionSecrets(NoKeyring())
        account_id = writer.call(lambda tx: add_account(tx, shop_account(server.endpoint)))
        self.account = writer.call(lambda tx: load_account(tx.db, account_id))
        self.secrets.set(self.account.address, dovecot.PASSWORD)
        self.events: list[SyncEvent] = []
        self.sync = self.new_sync()

    def new_sync(self) -> AccountSync:
        return AccountSync(
            self.account,
            self.secrets,
            self.writer,
            PlainIntake(),
            self.events.append,
            lambda: datetime.now(UTC),
        )

    @contextmanager
    def running(self) -> Iterator[AccountSync]:
        thread = threading.Thread(target=self.sync.run)
        thread.start()
        try:
            self.sync.look(10)
            yield self.sync
        finally:
            self.sync.stop()
            thread.join(1)
            assert not thread.is_alive()

    def letters(self) -> dict[str, StoredMessage]:
        stored = self.writer.call(lambda tx: newest(tx.db, 5000))
        return {one.message.subject: one for one in stored}

    def file(self, raw: bytes, message_id: str) -> None:
        self.writer.call(lambda tx: queue_sent_copy(tx.db, self.account.id, message_id, raw))


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with Dovecot() as server:
        yield server


@pytest.fixture
def desk(server, tmp_path) -> Iterator[Desk]:
    server.empty(USER)
    commits: list[float] = []

    def note(_changes: ChangeSet) -> None:
        commits.append(time.monotonic())

    writer = StoreWriter(tmp_path / "store.sqlite3", note)
    yield Desk(server, writer, commits)
    writer.close()


@contextmanager
def other_client(server: Dovecot) -> Iterator[imaplib.IMAP4]:
    """A second program of the seller's, as simple as can be."""
    with imaplib.IMAP4(server.endpoint.host, server.endpoint.port) as client:
        client.login(USER, dovecot.PASSWORD)
        client.select("INBOX")
        yield client


def wait_until(holds, timeout_s: float = 8) -> None:
    deadline = time.monotonic() + timeout_s
    while not holds():
        assert time.monotonic() < deadline, "it did not come to hold"
        time.sleep(0.002)


def test_mail_comes_in_whole_and_flags_go_both_ways(desk, server):
    server.deliver(USER, letter(1, text="Где моя книга?"))
    desk.sync.sync_once()
    one = desk.letters()["Order 1"]
    assert desk.writer.call(lambda tx: load_raw(tx.db, one.id)) == letter(1, text="Где моя книга?")
    with other_client(server) as client:
        client.store("1", "+FLAGS", "(\\Flagged)")
    desk.writer.call(lambda tx: set_flag(tx, one.id, "\\Answered", on=True))
    desk.new_sync().sync_once()
    assert desk.letters()["Order 1"].flags == {"\\Flagged", "\\Answered"}
    with other_client(server) as client:
        assert b"\\Answered" in client.fetch("1", "(FLAGS)")[1][0]


def test_reading_leaves_mail_unseen(desk, server):
    server.deliver(USER, letter(1))
    desk.sync.sync_once()
    with other_client(server) as client:
        assert b"\\Seen" not in client.fetch("1", "(FLAGS)")[1][0]


def test_a_sent_copy_goes_into_the_folder_that_is_marked_for_it(desk):
    desk.file(letter(7), "<7@customer.example>")
    desk.sync.sync_once()
    desk.file(letter(7), "<7@customer.example>")
    desk.new_sync().sync_once()
    stored = [one for one in desk.letters().values() if one.is_outgoing]
    assert [one.key.folder for one in stored] == ["Gesendet"]
    assert stored[0].flags == {"\\Seen"}
    assert desk.writer.call(lambda tx: pending_changes(tx.db, desk.account.id)) == ()


def test_new_mail_is_stored_right_after_dovecot_tells_it(desk, server):
    delays = []
    with desk.running():
        wait_until(lambda: desk.events[-1].state is SyncState.UP_TO_DATE)
        for n in range(5):
            time.sleep(0.1)
            before = len(desk.commits)
            start = time.monotonic()
            server.deliver(USER, letter(n))
            wait_until(lambda before=before: len(desk.commits) > before)
            delays.append(desk.commits[before] - start)
    assert len(desk.letters()) == 5
    assert _above(delays) < 0.15


def test_changes_by_another_program_are_followed(desk, server):
    for n in range(3):
        server.deliver(USER, letter(n))
    with desk.running(), other_client(server) as client:
        client.store("1", "+FLAGS", "(\\Answered)")
        wait_until(lambda: desk.letters()["Order 0"].flags == {"\\Answered"})
        client.store("2", "+FLAGS", "(\\Deleted)")
        client.expunge()
        wait_until(lambda: set(desk.letters()) == {"Order 0", "Order 2"})


def test_a_look_sees_what_was_answered_elsewhere(desk, server):
    server.deliver(USER, letter(1))
    with desk.running() as sync, other_client(server) as client:
        client.append("Gesendet", "(\\Seen)", None, letter(2))
        server.deliver(USER, letter(3))
        sync.look(10)
        assert set(desk.letters()) == {"Order 1", "Order 2", "Order 3"}


def test_a_rebuilt_mailbox_keeps_every_letter(desk, server):
    for n in range(20):
        server.deliver(USER, letter(n))
    desk.sync.sync_once()
    before = {subject: one.id for subject, one in desk.letters().items()}
    server.forget_uids(USER)
    result = desk.new_sync().sync_once()
    assert (result.fetched, result.vanished) == (0, 0)
    assert {subject: one.id for subject, one in desk.letters().items()} == before


@pytest.mark.parametrize("hidden", [("QRESYNC",), ("QRESYNC", "CONDSTORE")])
def test_a_server_that_can_do_less_is_followed_all_the_same(desk, server, hidden):
    for n in range(3):
        server.deliver(USER, letter(n))
    server.hide(*hidden)
    try:
        with ImapSession.connect(server.endpoint, PasswordLogin(USER, dovecot.PASSWORD)) as imap:
            assert not imap._connection.features & set(hidden)
        desk.sync.sync_once()
        with other_client(server) as client:
            client.store("1", "+FLAGS", "(\\Answered)")
            client.store("2", "+FLAGS", "(\\Deleted)")
            client.expunge()
        result = desk.new_sync().sync_once()
    finally:
        server.hide()
    assert (result.fetched, result.flags_changed, result.vanished) == (0, 1, 1)
    assert desk.letters()["Order 0"].flags == {"\\Answered"}
    assert set(desk.letters()) == {"Order 0", "Order 2"}


def test_two_thousand_letters_come_in_and_a_second_pass_is_quick(desk, server):
    server.fill(USER, [letter(n, text="A line of text. " * 200) for n in range(2000)])
    first = desk.sync.sync_once()
    again = desk.new_sync().sync_once()
    assert (first.fetched, again.fetched) == (2000, 0)
    assert len(desk.letters()) == 2000
    assert again.bytes < 20_000
    assert first.seconds < 30
    assert again.seconds < 2


def test_a_wrong_password_is_told(server):
    with pytest.raises(CredentialsError):
        ImapSession.connect(server.endpoint, PasswordLogin(USER, "wrong"))


def _above(delays: list[float]) -> float:
    """The median of what the sync itself added."""
    return statistics.median(delays) - DOVECOTS_OWN_DELAY_S


def test_on_a_slow_line_letters_come_compressed():
    letters = [letter(n, "Wo bleibt mein Buch? " * 100) for n in range(1, 101)]
    login = PasswordLogin(USER, dovecot.PASSWORD)
    with Dovecot(compresses=True) as server:
        server.fill(USER, letters)
        carried = []
        for round_trip_s in (0.0, 0.03):
            with (
                SlowLink(server.endpoint, round_trip_s, 50e6) as link,
                ImapSession.connect(link.endpoint, login) as imap,
            ):
                imap.select("INBOX")
                got = imap.fetch_messages(range(1, 101))
                assert sorted(one.raw for one in got) == sorted(letters)
                assert imap.noop() == News()
                carried.append(imap.received_bytes)
    near, far = carried
    assert near > len(b"".join(letters))
    assert far < near / 3
