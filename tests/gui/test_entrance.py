"""Coming in to a profile: at once, after something that works without a window, or not at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QPushButton
from writing import is_freed

from softanswer.mailbox.errors import ProfileInUseError
from softanswer.mailbox.store.lock import ProfileLock, WindowWish, is_held
from softanswer.ui.presence.entrance import Entrance, bell_of, ring
from softanswer.ui.presence.waiting_dialog import WaitingDialog

POLL_MS = 50


@pytest.fixture
def entrance(qapp, theme, tmp_path):
    entrance = Entrance(tmp_path, qapp)
    yield entrance
    entrance.close()
    entrance.deleteLater()


def dialogs():
    shown = QApplication.topLevelWidgets()
    return [one for one in shown if isinstance(one, WaitingDialog) and one.isVisible()]


def when(holds, act, parent):
    """Do something as soon as it holds, while the entrance waits."""
    timer = QTimer(parent)

    def look():
        if holds():
            timer.stop()
            act()

    timer.timeout.connect(look)
    timer.start(POLL_MS)


def test_a_free_profile_is_taken_at_once(entrance, tmp_path):
    with entrance.take_lock(tmp_path):
        assert is_held(ProfileLock, tmp_path)
        assert not is_held(WindowWish, tmp_path)
        assert dialogs() == []


def test_a_postman_that_steps_aside_at_once_is_waited_for_without_a_word(entrance, tmp_path):
    busy = ProfileLock(tmp_path)
    seen = []
    when(lambda: is_held(WindowWish, tmp_path), busy.release, entrance)
    when(dialogs, lambda: seen.append("a word"), entrance)
    with entrance.take_lock(tmp_path):
        assert seen == []
    assert not is_held(WindowWish, tmp_path)


def test_the_wait_is_told_when_it_grows_long(entrance, tmp_path):
    busy = ProfileLock(tmp_path)
    when(dialogs, busy.release, entrance)
    with entrance.take_lock(tmp_path):
        assert dialogs() == []


def test_the_seller_need_not_wait(entrance, tmp_path):
    def leave():
        [dialog] = dialogs()
        [button] = dialog.findChildren(QPushButton)
        button.click()

    when(dialogs, leave, entrance)
    with ProfileLock(tmp_path), pytest.raises(ProfileInUseError):
        entrance.take_lock(tmp_path)
    assert not is_held(WindowWish, tmp_path)


def test_nobody_answers_where_no_window_is_open(qapp, tmp_path):
    assert not ring(bell_of(tmp_path))


def test_who_says_too_much_is_not_heard(qtbot, entrance, tmp_path):
    rung = []
    entrance.rung.connect(lambda: rung.append(True))
    with entrance.take_lock(tmp_path):
        caller = QLocalSocket()
        caller.connectToServer(bell_of(tmp_path))
        caller.write(b"x" * 200_000)
        qtbot.waitUntil(lambda: caller.state() is caller.LocalSocketState.UnconnectedState)
    assert rung == []


def test_each_profile_has_a_bell_of_its_own(tmp_path):
    assert bell_of(tmp_path / "one") != bell_of(tmp_path / "two")
    assert bell_of(tmp_path / "one") == bell_of(tmp_path / "two" / ".." / "one")


def test_the_dialog_is_freed(qapp, theme):
    assert is_freed(WaitingDialog)
