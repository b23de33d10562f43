"""The main job against a real Dovecot: from a complaint's delivery to its filed answer."""

from __future__ import annotations

import imaplib
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from fakes import dovecot
from fakes.clock import QuickClock
from fakes.command_line import CommandLine, MemorySecrets
from fakes.dovecot import Dovecot
from fakes.shop import ADDRESS, ANSWER, account_add, mail
from fakes.smtp_server import FakeSmtpServer

from softanswer.mailbox.smtp import wire_form
from softanswer.mailbox.store.accounts import load_accounts
from softanswer.mailbox.store.database import open_for_reading
from softanswer.mailbox.sync import AccountSync
from softanswer.mailbox.sync_event import SyncEvent, SyncState
from softanswer.replies.inbox import Matter
from softanswer.replies.inbox_store import load_matter
from softanswer.replies.outbox import store
from softanswer.ui.profile import Profile

pytestmark = [
    pytest.mark.dovecot,
    pytest.mark.skipif(not dovecot.is_installed(), reason="Dovecot is not installed here"),
]

ORDERS = Path(__file__).parents[1] / "data" / "orders" / "ebay-orders-report-us.csv"
USER = "lena"
STORED_WITHIN_S = 2.0
TO_ANN = ANSWER.replace("Mr Vale", "Ms Whitlock")
HOLD = timedelta(minutes=3)  # a base of one minute, heat 3


class Desk:
    """A seller's profile between a real IMAP server and a recording SMTP server."""

    def __init__(self, folder: Path, imap: Dovecot, smtp: FakeSmtpServer) -> None:
        self.imap = imap
        self.smtp = smtp
        self.clock = QuickClock.started_now()
        self.secrets = MemorySecrets()
        self.command = CommandLine(folder / "profile", self.clock, self.secrets)
        self.profile = Profile(folder / "profile", self.clock, self.secrets)
        self.do("settings", "set", "hold.base_minutes", "1")
        add = account_add(imap.endpoint, smtp.endpoint)
        self.do(*add, stdin=dovecot.PASSWORD)
        self.order = self.do("orders", "import", ORDERS, "--format", "json").json()["orders"][0]

    def do(self, *arguments: object, stdin: str = ""):
        finished = self.command(*arguments, stdin=stdin)
        assert (finished.code, finished.err) == (0, "")
        return finished

    @contextmanager
    def watching(self) -> Iterator[AccountSync]:
        """Follow the account as `sync --watch` and the window do."""
        up_to_date = threading.Event()

        def hear(event: SyncEvent) -> None:
            if event.state is SyncState.UP_TO_DATE:
                up_to_date.set()

        with self.profile.writing() as writer:
            [account] = writer.call(lambda tx: load_accounts(tx.db))
            sync = self.profile.account_sync(account, writer, hear)
            thread = threading.Thread(target=sync.run)
            thread.start()
            try:
                assert up_to_date.wait(10)
                yield sync
            finally:
                sync.stop()
                thread.join(5)

    def matters(self) -> list[Matter]:
        db = open_for_reading(self.profile.database)
        try:
            rows = db.execute("SELECT conversation_id FROM matters WHERE last_incoming NOTNULL")
            return [load_matter(db, row["conversation_id"]) for row in rows.fetchall()]
        finally:
            db.close()

    def approved_bytes(self, reply_id: int) -> bytes:
        db = open_for_reading(self.profile.database)
        try:
            return wire_form(store.load(db, reply_id).raw or b"")
        finally:
            db.close()

    @contextmanager
    def webmail(self) -> Iterator[imaplib.IMAP4]:
        """What the seller sees with another program."""
        with imaplib.IMAP4(self.imap.endpoint.host, self.imap.endpoint.port) as client:
            client.login(USER, dovecot.PASSWORD)
            yield client


@pytest.fixture
def desk(tmp_path) -> Iterator[Desk]:
    with Dovecot() as imap, FakeSmtpServer() as smtp:
        yield Desk(tmp_path, imap, smtp)


def complaint(desk: Desk) -> bytes:
    text = (
        f"Where is my book?? Order {desk.order['order_id']} is three weeks late, you crooks!! "
        f"I want my money back NOW!!!\n\n{desk.order['buyer']['name']}\n"
    )
    return mail(
        "Where is my book", text, f"{desk.order['buyer']['name']} <ann.whitlock@mail.example>"
    )


def test_a_complaint_is_stored_with_all_that_belongs_to_it_within_two_seconds(desk):
    with desk.watching():
        start = time.monotonic()
        desk.imap.deliver(USER, complaint(desk))
        while not (found := desk.matters()):
            assert time.monotonic() - start < STORED_WITHIN_S
            time.sleep(0.01)
    [matter] = found
    assert (matter.complaint, matter.kind.value, matter.heat) == (True, "not_received", 3)
    assert matter.order is not None
    assert matter.order.order.order_id == desk.order["order_id"]
    assert matter.case is not None
    assert matter.case.number == 1001
    assert matter.case.reply_due == matter.letter.internal_date + timedelta(hours=24)


def test_the_answer_arrives_once_not_early_and_as_approved(desk):
    desk.imap.deliver(USER, complaint(desk))
    desk.do("sync")
    [letter] = desk.do("messages", "--format", "json").json()
    before = desk.clock.read().wall
    held = desk.do(
        "outbox", "hold", "--reply-to", letter["id"], "--format", "json", stdin=TO_ANN
    ).json()
    assert held["heat"] == 3
    while (attempt := desk.command("outbox", "confirm", held["id"], "--format", "json")).code:
        assert attempt.code == 2
        desk.do("outbox", "run", "--until-empty")
        assert desk.smtp.accepted == []
        time.sleep(0.1)
    assert desk.clock.read().wall >= before + HOLD
    confirmed = attempt.json()
    approved = desk.approved_bytes(held["id"])
    desk.do("outbox", "run", "--until-empty")
    desk.do("outbox", "run", "--until-empty")
    [taken] = desk.smtp.accepted
    assert desk.clock.wall_at(taken.at) >= before + HOLD
    assert taken.raw == approved
    assert (taken.reverse_path, taken.forward_paths) == (ADDRESS, ("ann.whitlock@mail.example",))
    assert confirmed["state"] == "ready"
    assert desk.do("outbox", "list", "--format", "json").json()[0]["state"] == "sent"
    check_headers(taken.raw, held, confirmed)
    check_server(desk, taken.raw, held["message_id"])


def check_headers(raw: bytes, held: dict[str, str], confirmed: dict[str, str]) -> None:
    """It answers the letter, and is dated at the approval, not before the hold was over."""
    letter = message_from_bytes(raw, policy=policy.default)
    assert letter["Message-ID"] == held["message_id"]
    assert letter["In-Reply-To"] == "<where-is-my-book@mail.example>"
    assert letter["References"] == "<where-is-my-book@mail.example>"
    assert letter["From"] == f"Lena <{ADDRESS}>"
    assert letter["To"] == "Ann Whitlock <ann.whitlock@mail.example>"
    assert letter["Subject"] == "Re: Where is my book"
    dated = parsedate_to_datetime(letter["Date"])
    assert dated.isoformat() == confirmed["approved_at"][:19] + "+00:00"
    assert confirmed["approved_at"] >= held["send_after"]
    assert letter.get_content().split() == TO_ANN.split()


def check_server(desk: Desk, raw: bytes, message_id: str) -> None:
    r"""The letter bears \Answered, Sent holds the copy once, and no letter was read for us."""
    with desk.webmail() as client:
        client.select("INBOX", readonly=True)
        [flags] = client.fetch("1", "(FLAGS)")[1]
        assert b"\\Answered" in flags
        assert b"\\Seen" not in flags
        client.select("Gesendet", readonly=True)
        _, [numbers] = client.search(None, "HEADER", "Message-ID", f'"{message_id}"')
        assert numbers == b"1"
        [[_, copy], _] = client.fetch("1", "(BODY.PEEK[])")[1]
        assert copy == raw


def test_a_newer_letter_that_comes_while_it_cools_stops_it(desk):
    desk.imap.deliver(USER, complaint(desk))
    with desk.watching():
        while not desk.matters():
            time.sleep(0.01)
        [letter] = desk.do("messages", "--format", "json").json()
        desk.do("outbox", "hold", "--reply-to", letter["id"], stdin=TO_ANN)
        newer = mail("Re: Where is my book", "It came!", In_Reply_To=letter["message_id"])
        desk.imap.deliver(USER, newer)
        deadline = time.monotonic() + STORED_WITHIN_S
        while desk.do("outbox", "list", "--format", "json").json()[0]["state"] != "paused":
            assert time.monotonic() < deadline
            time.sleep(0.02)
    assert desk.smtp.accepted == []
