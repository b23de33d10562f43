"""What an empty profile shows before there is an account, and when one comes."""

from __future__ import annotations

import sys

import pytest
from builders import HandClock, account
from fakes.command_line import MemorySecrets
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from softanswer.ui import operations
from softanswer.ui.actions import Act
from softanswer.ui.desk import Desk
from softanswer.ui.preferences.account_dialog import AccountDialog
from softanswer.ui.profile import Profile
from softanswer.ui.theme.labels import Label

OFFERS = (Act.ADD_ACCOUNT, Act.SAMPLE_SHOP, Act.OWN_LETTER)


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    desk = Desk(Profile(tmp_path / "profile", HandClock(), MemorySecrets()))
    desk.wiring.open()
    yield desk
    desk.close()


def dialogs(desk):
    return [one for one in desk.window.findChildren(AccountDialog) if one.isVisible()]


def shown(desk):
    labels = desk.window.inbox.letter.findChildren(Label)
    return [label.text() for label in labels if label.isVisible()]


def offered(desk):
    acts = {
        desk.window.acts[act]: act for act in (Act.ADD_ACCOUNT, Act.SAMPLE_SHOP, Act.OWN_LETTER)
    }
    buttons = desk.window.inbox.letter.findChildren(QToolButton)
    return {
        acts[one.defaultAction()]: one
        for one in buttons
        if one.isVisible() and one.defaultAction() in acts
    }


def test_the_account_is_asked_for_where_the_keyboard_is(qtbot, desk):
    [dialog] = dialogs(desk)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    assert QApplication.focusWidget().accessibleName() == "Address"


def test_without_an_account_nobody_is_said_to_wait_and_one_can_be_added(qtbot, desk):
    dialogs(desk)[0].close()
    assert shown(desk) == ["There is no account yet.", "Add one, and its letters appear here."]
    assert set(offered(desk)) == {Act.ADD_ACCOUNT, Act.SAMPLE_SHOP}
    qtbot.keyClick(offered(desk)[Act.ADD_ACCOUNT], Qt.Key.Key_Space)
    assert len(dialogs(desk)) == 1


@pytest.mark.parametrize(
    ("starts", "said"),
    [
        (True, "The sample shop opens in a window of its own."),
        (False, "The sample shop could not be opened."),
    ],
)
def test_she_can_look_around_in_the_sample_shop_first(qtbot, desk, monkeypatch, starts, said):
    started = []

    def start(program, arguments, folder):
        started.append((program, arguments))
        return starts, 1

    monkeypatch.setattr(QProcess, "startDetached", start)
    dialogs(desk)[0].close()
    qtbot.keyClick(offered(desk)[Act.SAMPLE_SHOP], Qt.Key.Key_Space)
    assert started == [(sys.executable, ["-P", "-m", "softanswer", "--demo"])]
    assert desk.window.clock_strip._status.text() == said


def test_when_the_account_is_kept_its_mail_is_waited_for(qtbot, desk):
    dialogs(desk)[0].close()
    engine = desk.engine
    operations.save_account(engine.writer, engine.profile.secrets, account(), "lantern")
    qtbot.waitUntil(lambda: not offered(desk))
    assert shown(desk)[0] == "Opening…"
    desk.wiring.reading.tell_known()
    assert shown(desk)[0] == "Nobody is waiting."


def test_when_the_last_account_is_removed_it_is_asked_for_again(qtbot, desk):
    dialogs(desk)[0].close()
    engine = desk.engine
    secrets = engine.profile.secrets
    operations.save_account(engine.writer, secrets, account(), "lantern")
    qtbot.waitUntil(lambda: not offered(desk))
    operations.remove_account(engine.writer, secrets, account().address)
    qtbot.waitUntil(lambda: len(dialogs(desk)) == 1)
    assert shown(desk)[0] == "There is no account yet."
