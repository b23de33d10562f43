"""A folder of the server is chosen in the real window, and its letters come in."""

from __future__ import annotations

import pytest
from fakes.clock import QuickClock
from fakes.command_line import NoKeyring
from fakes.imap_server import PASSWORD, USERNAME, FakeImapServer
from fakes.intake import letter
from fakes.smtp_server import FakeSmtpServer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton

from softanswer.mailbox.account import Account
from softanswer.mailbox.credentials import SessionSecrets
from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.messages import newest
from softanswer.ui.desk import Desk
from softanswer.ui.preferences.folders_dialog import FoldersDialog
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.profile import Profile
from softanswer.ui.theme.buttons import PrimaryButton

ADDRESS = "lena@shop.example"


@pytest.fixture
def server():
    with FakeImapServer() as server:
        server.create("eBay")
        for number in range(3):
            server.deliver(letter(number), "eBay")
        yield server


@pytest.fixture
def desk(qapp, tmp_path, server):
    secrets = SessionSecrets(NoKeyring())
    secrets.set(ADDRESS, PASSWORD)
    profile = Profile(tmp_path / "profile", QuickClock.started_now(), secrets)
    with FakeSmtpServer() as smtp:
        account = Account(0, ADDRESS, "Lena", USERNAME, server.endpoint, smtp.endpoint)
        with profile.writing() as writer:
            writer.call(lambda tx: add_account(tx, account))
        desk = Desk(profile)
        desk.open()
        yield desk
        desk.close()


def opened_dialog(desk, qtbot):
    """Preferences, Accounts, Folders…"""
    if desk.window.findChild(PreferencesDialog) is None:
        desk.wiring.settling.open_preferences()
    preferences = desk.window.findChild(PreferencesDialog)
    preferences.show_page(preferences.accounts)
    buttons = {b.text(): b for b in preferences.accounts.findChildren(QPushButton)}
    buttons["Folders…"].click()
    dialog = desk.window.findChild(FoldersDialog)
    qtbot.waitUntil(lambda: "asked" not in dialog.verdict(), timeout=10000)
    return dialog


def toggle(dialog, qtbot, name):
    view = dialog.findChild(QListView)
    rows = range(view.model().rowCount())
    row = next(n for n in rows if view.model().index(n, 0).data() == name)
    view.setCurrentIndex(view.model().index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)


def letters(desk):
    return {one.message.subject: one.key.folder for one in newest(desk.engine.reader, 100)}


def test_a_folder_is_chosen_and_left_in_the_window(desk, server, qtbot):
    dialog = opened_dialog(desk, qtbot)
    toggle(dialog, qtbot, "eBay")
    dialog.findChild(PrimaryButton).click()
    qtbot.waitUntil(lambda: set(letters(desk).values()) == {"eBay"}, timeout=10000)
    qtbot.waitUntil(lambda: len(letters(desk)) == 3, timeout=10000)
    qtbot.waitUntil(lambda: desk.window.findChild(FoldersDialog) is None)

    dialog = opened_dialog(desk, qtbot)
    toggle(dialog, qtbot, "eBay")
    assert dialog.verdict().startswith("3 letters")
    dialog.findChild(PrimaryButton).click()
    qtbot.waitUntil(lambda: letters(desk) == {}, timeout=10000)
    assert len(server.folders["eBay"].messages) == 3


def test_without_a_connection_it_says_so(desk, server, qtbot):
    server.__exit__()
    dialog = opened_dialog(desk, qtbot)
    assert "could not be reached" in dialog.verdict()
    assert not dialog.findChild(PrimaryButton).isEnabled()
    dialog.reject()
