"""The main job in the real window, on a real Dovecot: from a complaint's arrival to its answer."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from fakes import dovecot
from fakes.clock import QuickClock
from fakes.command_line import NoKeyring
from fakes.dovecot import Dovecot
from fakes.smtp_server import FakeSmtpServer
from PySide6.QtCore import Qt

from softanswer.mailbox.account import Account
from softanswer.mailbox.credentials import SessionSecrets
from softanswer.mailbox.mime import parse_message
from softanswer.mailbox.store.accounts import add_account
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.store import save
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import OutboxState
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preferences import Preferences
from softanswer.ui.case.fact_rows import FactRows
from softanswer.ui.demo.shop import load_shop
from softanswer.ui.desk import Desk
from softanswer.ui.inbox.message_list_model import ROW_ROLE
from softanswer.ui.profile import Profile

pytestmark = [pytest.mark.dovecot, pytest.mark.timeout(120)]

USER = "lena"
ON_SCREEN_WITHIN_S = 2.0
BASE = timedelta(minutes=5)


@pytest.fixture
def mail_server():
    with Dovecot() as server:
        yield server


@pytest.fixture
def smtp_server():
    with FakeSmtpServer() as server:
        yield server


@pytest.fixture
def shop():
    return load_shop(datetime.now(UTC))


@pytest.fixture
def desk(qapp, tmp_path, mail_server, smtp_server, shop):
    secrets = SessionSecrets(NoKeyring())
    secrets.set(shop.address, dovecot.PASSWORD)
    profile = Profile(tmp_path / "profile", QuickClock.started_now(), secrets)
    account = Account(
        0, shop.address, "Ana Reyes", USER, mail_server.endpoint, smtp_server.endpoint
    )
    files = ImportedFile("sample", "utf-8", orders=shop.orders, shipments=shop.shipments)
    with profile.writing() as writer:
        profile.save_preferences(writer, Preferences(hold=HoldPolicy(base=BASE)))
        writer.call(lambda tx: add_account(tx, account))
        writer.call(lambda tx: save(tx, files))
    desk = Desk(profile)
    desk.open()
    yield desk
    desk.close()


def rows(desk):
    model = desk.window.inbox.model
    return [model.index(i, 0).data(ROW_ROLE) for i in range(model.rowCount())]


def facts_shown(desk):
    panel = desk.window.inbox.facts
    return [text for rows in panel.findChildren(FactRows) for text in rows.texts()]


def flags_on_server(server, raw):
    """The Maildir flags of a message in INBOX: "R" is answered, "S" is seen."""
    for folder in ("cur", "new"):
        for path in (server.maildir(USER) / folder).iterdir():
            if path.read_bytes() == raw.replace(b"\r\n", b"\n"):
                return path.name.partition(":2,")[2]
    return None


def copies_in_sent(server, message_id):
    sent = server.maildir(USER) / ".Gesendet"  # by its special use, not by its name
    return sum(message_id.encode() in path.read_bytes() for path in sent.glob("[cn]*/*"))


def live(desk):
    return held.load_in(desk.engine.reader, set(OutboxState))


def test_a_complaint_is_on_screen_in_two_seconds_and_its_answer_goes_out_once(
    qtbot, desk, mail_server, smtp_server, shop
):
    top_bar = desk.window.top_bar
    qtbot.waitUntil(lambda: top_bar.sync_words().startswith("Up to date"), timeout=20000)
    letter = shop.late_letter
    delivered_at = time.monotonic()
    mail_server.deliver(USER, letter.raw)
    qtbot.waitUntil(lambda: len(rows(desk)) == 1, timeout=10000)
    number = f"Number: {letter.order_number}"
    qtbot.waitUntil(lambda: number in facts_shown(desk), timeout=10000)
    took = time.monotonic() - delivered_at
    (row,) = rows(desk)
    assert took <= ON_SCREEN_WITHIN_S
    assert (row.complaint, row.kind.value, row.heat) == (True, "not_received", 3)
    assert (row.order_number, row.due is not None) == (letter.order_number, True)

    inbox = desk.window.inbox
    inbox.list.setFocus()
    qtbot.keyClick(inbox.list, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: inbox.composer.may_be_held, timeout=20000)
    qtbot.keyClick(inbox.composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(live(desk)) == 1, timeout=10000)
    (reply,) = live(desk)
    assert reply.state is OutboxState.COOLING
    assert reply.plan.length == BASE * 3

    qtbot.waitUntil(lambda: live(desk)[0].state is OutboxState.READY, timeout=100000)
    assert smtp_server.count_mail() == 0
    desk.wiring.holding.open_gate(reply.id)
    gate = desk.window.gate
    qtbot.keyPress(gate, Qt.Key.Key_Control)
    qtbot.keyClick(gate, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: live(desk)[0].state is OutboxState.SENT, timeout=20000)

    (sent,) = live(desk)
    (accepted,) = smtp_server.accepted
    clock = desk.engine.profile.clock
    assert accepted.raw == sent.raw
    assert clock.wall_at(accepted.at) >= sent.plan.send_after
    message = parse_message(accepted.raw)
    assert message.in_reply_to == (parse_message(letter.raw).message_id,)
    qtbot.waitUntil(lambda: "R" in (flags_on_server(mail_server, letter.raw) or ""), timeout=10000)
    qtbot.waitUntil(lambda: copies_in_sent(mail_server, sent.message_id) == 1, timeout=10000)
