"""What the window says until it is known how the mail stands."""

from __future__ import annotations

import pytest
from builders import NOON, HandClock, account
from fakes.command_line import MemorySecrets
from PySide6.QtWidgets import QLabel

from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.sync_event import SyncEvent, SyncState
from softanswer.ui.desk import Desk
from softanswer.ui.profile import Profile


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    with profile.writing() as writer:
        for address in ("ana@lanternlane.example", "shop@lanternlane.example"):
            writer.call(lambda tx, at=address: add_account(tx, account(address=at)))
    desk = Desk(profile)
    desk.wiring.open()
    yield desk
    desk.close()


def says(desk, text):
    letter = desk.window.inbox.letter
    return any(label.text() == text for label in letter.findChildren(QLabel))


def test_it_is_opening_until_every_account_was_looked_at(desk):
    first, second = (one.id for one in desk.engine.accounts())
    assert says(desk, "Opening…")
    assert not says(desk, "Nobody is waiting.")
    for account_id, state in (
        (first, SyncState.UP_TO_DATE),
        (second, SyncState.CONNECTING),
        (second, SyncState.SYNCING),
    ):
        desk.engine.sync_event.emit(SyncEvent(account_id, state, NOON))
        assert says(desk, "Opening…"), state
    desk.engine.sync_event.emit(SyncEvent(second, SyncState.OFFLINE, NOON))
    assert says(desk, "Nobody is waiting.")
    assert not says(desk, "Opening…")
