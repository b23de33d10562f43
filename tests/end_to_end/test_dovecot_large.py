"""Large attachments that wait on a real Dovecot: left there, fetched in pieces, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage

import pytest
from fakes import dovecot
from fakes.command_line import NoKeyring
from fakes.comparing import differences
from fakes.desk import followed
from fakes.dovecot import Dovecot
from fakes.intake import PlainIntake, letter, shop_account
from fakes.large_letters import content, large_letter, read_wholly

from softanswer.mailbox.credentials import SessionSecrets
from softanswer.mailbox.errors import PartMissingError
from softanswer.mailbox.showing import file_of
from softanswer.mailbox.store.accounts import add_account, load_account
from softanswer.mailbox.store.gaps import count_open
from softanswer.mailbox.store.messages import load_letter, load_raw, newest
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.mailbox.sync import AccountSync

pytestmark = pytest.mark.dovecot

USER = "lena"
LIMIT = 1_000_000
PDF = content(1_500_000, 1)
PHOTO = content(900_000, 2)
LARGE = large_letter(1, (("a.jpg", "image/jpeg", PHOTO), ("счёт №5.pdf", "application/pdf", PDF)))


def forwarded() -> bytes:
    """A letter with a letter in it, a picture of its own, and an attached text."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = "Tom <tom@customer.example>"
    mail["Subject"] = "Forwarded"
    mail["Message-ID"] = "<forwarded@customer.example>"
    mail.set_content("See below.\n")
    mail.add_alternative('<p>See <img src="cid:p"> below.', subtype="html")
    mail.get_payload()[-1].add_related(content(400_000, 3), "image", "png", cid="<p>")
    inner = EmailMessage(policy=policy.SMTP)
    inner["Subject"] = "Inner"
    inner.set_content("Inner text.\n")
    inner.add_attachment(content(600_000, 4), "application", "zip", filename="inner.zip")
    mail.add_attachment(inner)
    mail.add_attachment("A line of a log.\n" * 40_000, filename="log.txt")
    return mail.as_bytes()


class Desk:
    """One account of a Dovecot, its store, and one sync after the other."""

    def __init__(self, server: Dovecot, writer: StoreWriter) -> None:
        self.server = server
        self.writer = writer
        self.secrets = SessionSecrets(NoKeyring())
        self.intake = PlainIntake()
        self.intake.read = read_wholly
        self.leaves_above = LIMIT
        account_id = writer.call(lambda tx: add_account(tx, shop_account(server.endpoint)))
        self.account = writer.call(lambda tx: load_account(tx.db, account_id))
        self.secrets.set(self.account.address, dovecot.PASSWORD)

    def sync(self) -> AccountSync:
        return AccountSync(
            self.account,
            self.secrets,
            self.writer,
            self.intake,
            lambda _: None,
            lambda: datetime.now(UTC),
            leaves_above=lambda: self.leaves_above,
        )

    def running(self) -> AbstractContextManager[AccountSync]:
        return followed(self.sync(), 2)

    def row(self, subject: str) -> int:
        stored = self.writer.call(lambda tx: newest(tx.db, 500))
        return next(one.id for one in stored if one.message.subject == subject)

    def here(self, subject: str):
        return self.writer.call(lambda tx: load_letter(tx.db, self.row_in(tx, subject)))

    @staticmethod
    def row_in(tx, subject: str) -> int:
        return next(one.id for one in newest(tx.db, 500) if one.message.subject == subject)

    def compared(self) -> list[str]:
        server = self.server.endpoint
        return differences(self.writer.path, server, USER, dovecot.PASSWORD, ("INBOX",))


@pytest.fixture(scope="module")
def server() -> Iterator[Dovecot]:
    with Dovecot() as server:
        yield server


@pytest.fixture
def desk(server, tmp_path) -> Iterator[Desk]:
    server.empty(USER)
    writer = StoreWriter(tmp_path / "store.sqlite3")
    yield Desk(server, writer)
    writer.close()


def test_large_files_stay_and_come_byte_for_byte(desk, server):
    server.deliver(USER, LARGE)
    server.deliver(USER, letter(2))
    result = desk.sync().sync_once()
    assert result.bytes < 40_000
    assert desk.writer.call(lambda tx: count_open(tx.db)) == 2
    assert desk.compared() == []
    told: list[tuple[int, int]] = []
    with desk.running() as sync:
        wish = sync.fetch_parts(desk.row("Order 1"), [1], lambda *now: told.append(now))
        assert wish.outcome.result(20) is True
        here = desk.here("Order 1")
        assert file_of(here.raw, 1, here.gaps) == PDF
        assert len(told) == 4
        wish = sync.fetch_parts(desk.row("Order 1"), None, lambda *_: None)
        assert wish.outcome.result(20) is True
    assert desk.writer.call(lambda tx: load_raw(tx.db, desk.row_in(tx, "Order 1"))) == LARGE
    assert desk.compared() == []


def test_a_letter_of_many_kinds_of_parts_is_told_rightly(desk, server):
    raw = forwarded()
    server.deliver(USER, raw)
    result = desk.sync().sync_once()
    assert result.bytes < 40_000
    stored = desk.writer.call(lambda tx: newest(tx.db, 1))[0].message
    assert stored.text == "See below."
    assert [(a.content_type, a.is_here) for a in stored.attachments] == [
        ("image/png", False),
        ("message/rfc822", False),
        ("text/plain", False),
    ]
    desk.sync().fetch_parts_once(desk.row("Forwarded"), lambda *_: None)
    assert desk.writer.call(lambda tx: load_raw(tx.db, desk.row_in(tx, "Forwarded"))) == raw
    assert desk.compared() == []


def test_a_rebuilt_mailbox_and_a_letter_that_is_gone(desk, server):
    server.deliver(USER, letter(2))
    server.deliver(USER, LARGE)
    desk.sync().sync_once()
    row = desk.row("Order 1")
    server.forget_uids(USER)
    with desk.running() as sync:
        assert sync.fetch_parts(row, [1], lambda *_: None).outcome.result(20) is True
        here = desk.here("Order 1")
        assert file_of(here.raw, 1, here.gaps) == PDF
        for path in server.maildir(USER).glob("*/*"):
            if path.is_file() and path.stat().st_size > LIMIT:
                path.unlink()
        wish = sync.fetch_parts(row, [0], lambda *_: None)
        with pytest.raises(PartMissingError, match="not on the mail server any more"):
            wish.outcome.result(20)


def test_turned_off_every_letter_comes_whole(desk, server):
    desk.leaves_above = 0
    server.deliver(USER, LARGE)
    desk.sync().sync_once()
    assert desk.writer.call(lambda tx: load_raw(tx.db, desk.row_in(tx, "Order 1"))) == LARGE
