"""An inbox full of hostile letters keeps no healthy one from the window (RELIABILITY C1)."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from builders import NOON, account
from fakes.clock import QuickClock
from fakes.command_line import MemorySecrets
from fakes.imap_server import PASSWORD, USERNAME, FakeImapServer
from fakes.shop import ADDRESS, COMPLAINT, QUESTION, mail
from fakes.smtp_server import FakeSmtpServer
from hostile.letters import LETTERS

from softanswer.mailbox.store.accounts import add_account
from softanswer.ui.desk import Desk
from softanswer.ui.inbox.message_list_model import ROW_ROLE
from softanswer.ui.profile import Profile

HOSTILE = 150
HEALTHY = 50
WITHIN_S = 10.0
AT = NOON - timedelta(hours=3)

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def mail_server():
    with FakeImapServer() as server:
        yield server


@pytest.fixture
def smtp_server():
    with FakeSmtpServer() as server:
        yield server


@pytest.fixture
def desk(qapp, tmp_path, mail_server, smtp_server):
    profile = Profile(
        tmp_path / "profile", QuickClock.started_now(), MemorySecrets({ADDRESS: PASSWORD})
    )
    seller = account(
        address=ADDRESS,
        username=USERNAME,
        imap=mail_server.endpoint,
        smtp=smtp_server.endpoint,
    )
    with profile.writing() as writer:
        writer.call(lambda tx: add_account(tx, seller))
    desk = Desk(profile)
    yield desk
    desk.close()


def fill(server):
    """Put a healthy letter behind every three hostile ones."""
    poison = [LETTERS[place * len(LETTERS) // HOSTILE] for place in range(HOSTILE)]
    arrived = f"{AT:%d-%b-%Y %H:%M:%S} +0000"
    for number in range(HEALTHY):
        for letter in poison[number * 3 : number * 3 + 3]:
            server.deliver(letter.raw, internal_date=arrived)
        raw = mail(
            f"Healthy {number}",
            COMPLAINT if number % 2 else QUESTION,
            f"Customer {number} <customer{number}@mail.example>",
            AT,
        )
        server.deliver(raw, internal_date=arrived)


def healthy_subjects(desk):
    model = desk.window.inbox.model
    if model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    rows = (model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount()))
    return {row.subject for row in rows if row.subject.startswith("Healthy")}


def test_every_healthy_letter_is_in_the_list_within_ten_seconds(qtbot, desk, mail_server):
    fill(mail_server)
    begin = time.monotonic()
    desk.open()
    qtbot.waitUntil(lambda: len(healthy_subjects(desk)) == HEALTHY, timeout=60_000)
    took = time.monotonic() - begin
    assert took < WITHIN_S
    assert mail_server.logins <= 2
    assert not [
        line
        for line in mail_server.commands
        if line.upper().startswith(("UID STORE", "UID EXPUNGE", "EXPUNGE", "APPEND"))
    ]
