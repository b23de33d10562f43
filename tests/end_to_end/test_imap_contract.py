"""What the sync promises, kept with every server there is here: three real ones and ours."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from fakes import courier as courier_server
from fakes.command_line import NoKeyring
from fakes.comparing import differences
from fakes.courier import Courier
from fakes.desk import followed
from fakes.dovecot import Dovecot
from fakes.imap_server import FULL, PASSWORD, PLAIN, RESYNCING, USERNAME, FakeImapServer
from fakes.intake import PlainIntake, letter, shop_account
from fakes.line_cutter import LineCutter
from fakes.other_program import Lying, OtherProgram

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.credentials import SessionSecrets
from softanswer.mailbox.errors import MailError
from softanswer.mailbox.folder_uses import FolderUse
from softanswer.mailbox.message import StoredMessage
from softanswer.mailbox.store import moves, server_folders
from softanswer.mailbox.store.accounts import add_account, load_account
from softanswer.mailbox.store.chosen_folders import choose_folders
from softanswer.mailbox.store.messages import newest, queue_sent_copy, set_flag
from softanswer.mailbox.store.server_changes import pending_changes
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.mailbox.sync import AccountSync
from softanswer.mailbox.sync_event import SyncEvent
from softanswer.mailbox.wire import Timeouts
from softanswer.ui.demo.servers import SampleServers

pytestmark = pytest.mark.slow  # four servers, real waits; .ci/run has them beside the others

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass
class Server:
    """A server under test; folders besides INBOX bear `prefix` before their names."""

    endpoint: Endpoint
    sent: str = "Sent"
    prefix: str = ""


@contextmanager
def fake(capabilities: str) -> Iterator[Server]:
    with FakeImapServer(capabilities) as server:
        yield Server(server.endpoint)


@contextmanager
def dovecot() -> Iterator[Server]:
    with Dovecot() as server:
        server.maildir(USERNAME)
        yield Server(server.endpoint, "Gesendet")


@contextmanager
def pymap() -> Iterator[Server]:
    with SampleServers(USERNAME, PASSWORD) as server:
        yield Server(Endpoint("127.0.0.1", server.imap_port, Security.NONE))


@contextmanager
def courier() -> Iterator[Server]:
    with Courier() as server:
        OtherProgram(server.endpoint, USERNAME, PASSWORD).create("INBOX.Sent")
        yield Server(server.endpoint, "INBOX.Sent", "INBOX.")


without_courier = pytest.mark.skipif(
    not courier_server.is_installed(), reason="needs Debian's courier-imap"
)
SERVERS = [
    pytest.param(lambda: fake(FULL), id="able"),
    pytest.param(lambda: fake(RESYNCING), id="resyncing"),
    pytest.param(lambda: fake(PLAIN), id="bare"),
    pytest.param(pymap, id="pymap"),
    pytest.param(courier, id="courier", marks=[without_courier, pytest.mark.timeout(240)]),
    pytest.param(dovecot, id="dovecot", marks=pytest.mark.dovecot),
]


@dataclass
class Desk:
    """One account of a server, its store, its sync, and another program at the same mailbox."""

    server: Server
    writer: StoreWriter
    cutter: LineCutter
    events: list[SyncEvent] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.other = OtherProgram(self.server.endpoint, USERNAME, PASSWORD)
        self.secrets = SessionSecrets(NoKeyring())
        account = shop_account(self.cutter.endpoint)
        account_id = self.writer.call(lambda tx: add_account(tx, account))
        self.account = self.writer.call(lambda tx: load_account(tx.db, account_id))
        self.secrets.set(self.account.address, PASSWORD)

    def new_sync(self) -> AccountSync:
        return AccountSync(
            self.account,
            self.secrets,
            self.writer,
            PlainIntake(),
            self.events.append,
            lambda: NOON,
            timeouts=Timeouts(connect_s=5, read_s=5),
        )

    def sync(self, times: int = 1) -> None:
        for _ in range(times):
            self.new_sync().sync_once()

    def running(self) -> AbstractContextManager[AccountSync]:
        return followed(self.new_sync(), 5)

    def letters(self) -> dict[str, StoredMessage]:
        return {
            one.message.subject: one for one in self.writer.call(lambda tx: newest(tx.db, 1000))
        }

    def mark(self, subject: str, flag: str, *, on: bool = True) -> None:
        row = self.letters()[subject].id
        self.writer.call(lambda tx: set_flag(tx, row, flag, on=on))

    def move(self, subject: str, use: FolderUse | None, folder: str = "") -> int:
        row = self.letters()[subject].id
        return self.writer.call(lambda tx: moves.queue_move(tx, row, use, folder, NOON))

    def lying(self, subject: str, *folders: str) -> list[Lying]:
        """Where a letter lies, as far as it is not marked as deleted."""
        names = ["INBOX", *(self.server.prefix + name for name in folders)]
        return [one for one in self.other.lying(*names)[subject] if "\\Deleted" not in one.flags]

    def check(self) -> None:
        """Store and server are equal, and nothing is owed."""
        server = self.server
        folders = ("INBOX", server.sent)
        found = differences(self.writer.path, server.endpoint, USERNAME, PASSWORD, folders)
        assert found == []
        assert self.writer.call(lambda tx: pending_changes(tx.db, self.account.id)) == ()


@pytest.fixture(params=SERVERS)
def desk(request, tmp_path) -> Iterator[Desk]:
    """Three letters came in."""
    with request.param() as server, LineCutter(server.endpoint) as cutter:
        writer = StoreWriter(tmp_path / "store.sqlite3")
        desk = Desk(server, writer, cutter)
        desk.other.deliver(*(letter(n, text="Где моя книга?\r\n" * n) for n in (1, 2, 3)))
        desk.sync()
        yield desk
        writer.close()


def wait_until(holds: Callable[[], object], timeout_s: float = 10) -> None:
    deadline = time.monotonic() + timeout_s
    while not holds():
        assert time.monotonic() < deadline, "it did not come to hold"
        time.sleep(0.01)


def test_mail_comes_in_whole_and_unread(desk):
    assert set(desk.letters()) == {"Order 1", "Order 2", "Order 3"}
    assert all("\\Seen" not in one.flags for one in desk.letters().values())
    desk.check()


def test_nothing_comes_in_twice(desk):
    desk.sync(2)
    assert len(desk.writer.call(lambda tx: newest(tx.db, 1000))) == 3
    desk.check()


def test_marks_go_both_ways(desk):
    desk.mark("Order 1", "\\Flagged")
    desk.mark("Order 2", "\\Seen")
    [two] = desk.lying("Order 2")
    desk.other.mark(two, "\\Answered", on=True)
    desk.sync(2)
    assert desk.letters()["Order 2"].flags >= {"\\Seen", "\\Answered"}
    desk.check()
    desk.mark("Order 1", "\\Flagged", on=False)
    desk.sync()
    [one] = desk.lying("Order 1")
    assert "\\Flagged" not in one.flags
    desk.check()


def test_what_was_expunged_elsewhere_goes(desk):
    [one] = desk.lying("Order 1")
    desk.other.expunge(one)
    desk.sync()
    assert set(desk.letters()) == {"Order 2", "Order 3"}
    desk.check()


def test_new_mail_is_told_while_following(desk, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.sync_session._POLL_EVERY_S", 0.2)
    with desk.running() as sync:
        desk.other.deliver(letter(4))
        sync.wake()
        sync.look(10)
        assert "Order 4" in desk.letters()
    desk.check()


@pytest.mark.parametrize(
    ("use", "folder"), [(FolderUse.ARCHIVE, "Archive"), (FolderUse.TRASH, "Trash")]
)
def test_a_letter_is_moved_once_and_back(desk, use, folder):
    moved = desk.move("Order 2", use)  # the folder is made: no server has it yet
    desk.sync(2)
    assert [one.folder for one in desk.lying("Order 2", folder)] == [desk.server.prefix + folder]
    assert set(desk.letters()) == {"Order 1", "Order 3"}
    desk.check()
    desk.writer.call(lambda tx: moves.undo_move(tx, moved, NOON))
    desk.sync(3)
    assert [one.folder for one in desk.lying("Order 2", folder)] == ["INBOX"]
    assert set(desk.letters()) == {"Order 1", "Order 2", "Order 3"}
    desk.check()


def test_a_letter_is_moved_to_a_chosen_folder_of_any_name(desk):
    desk.other.create(desk.server.prefix + "Plain")
    with desk.other.connected() as client:
        client.create(f'"{desk.server.prefix}&BB4EQgQ3BEsEMgRL-"')  # Отзывы, RFC 3501 5.1.3
    desk.sync()
    names = desk.writer.call(lambda tx: server_folders.folder_names(tx.db, desk.account.id))
    assert desk.server.prefix + "Отзывы" in names
    desk.move("Order 1", None, desk.server.prefix + "Отзывы")
    desk.move("Order 2", None, desk.server.prefix + "Plain")
    desk.sync(2)
    assert [one.folder for one in desk.lying("Order 1", "&BB4EQgQ3BEsEMgRL-")] != ["INBOX"]
    assert len(desk.lying("Order 1", "&BB4EQgQ3BEsEMgRL-")) == 1
    assert [one.folder for one in desk.lying("Order 2", "Plain")] == [desk.server.prefix + "Plain"]
    desk.check()


def test_a_chosen_folder_is_followed_and_let_go_of(desk):
    name = desk.server.prefix + "Отзывы"
    with desk.other.connected() as client:
        client.create(f'"{desk.server.prefix}&BB4EQgQ3BEsEMgRL-"')
    desk.writer.call(lambda tx: choose_folders(tx, desk.account.id, [name]))
    [three] = desk.lying("Order 3")
    desk.other.move(three, f"{desk.server.prefix}&BB4EQgQ3BEsEMgRL-")
    desk.sync(2)
    folders = {subject: one.key.folder for subject, one in desk.letters().items()}
    assert folders == {"Order 1": "INBOX", "Order 2": "INBOX", "Order 3": name}
    desk.mark("Order 3", "\\Flagged")
    desk.sync(2)
    [lying] = desk.lying("Order 3", "&BB4EQgQ3BEsEMgRL-")
    assert "\\Flagged" in lying.flags
    desk.writer.call(lambda tx: choose_folders(tx, desk.account.id, []))
    desk.sync()
    assert set(desk.letters()) == {"Order 1", "Order 2"}
    desk.check()


def test_a_sent_copy_is_filed_once(desk):
    for _ in range(2):
        desk.writer.call(
            lambda tx: queue_sent_copy(tx.db, desk.account.id, "<7@customer.example>", letter(7))
        )
        desk.sync()
    filed = desk.other.lying(desk.server.sent)["Order 7"]
    assert [one.flags >= {"\\Seen"} for one in filed] == [True]
    desk.check()


@pytest.mark.parametrize("seed", range(2))
def test_a_line_that_breaks_anywhere_costs_nothing(desk, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in range(10, 15):
        desk.other.deliver(letter(number))
        shown = sorted(desk.letters())
        desk.mark(chance.choice(shown), "\\Flagged", on=chance.random() < 0.5)
        desk.move(chance.choice(shown), chance.choice([FolderUse.ARCHIVE, FolderUse.TRASH]))
        if chance.random() < 0.5:
            desk.cutter.to_server = chance.randrange(900)
        else:
            desk.cutter.to_program = chance.randrange(6000)
        with suppress(MailError):
            desk.sync()
        desk.cutter.let_pass()
    desk.sync(2)
    desk.check()
    prefix = desk.server.prefix
    lying = desk.other.lying("INBOX", f"{prefix}Archive", f"{prefix}Trash")
    for number in (1, 2, 3, *range(10, 15)):
        places = [one for one in lying[f"Order {number}"] if "\\Deleted" not in one.flags]
        assert len(places) == 1
