"""Notices of new letters: together, neutral, not while she looks, not at night."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from builders import HOUR, NOON, HandClock
from fakes.command_line import MemorySecrets
from fakes.letterbox import Letterbox
from fakes.tray import FakeTray
from PySide6.QtWidgets import QApplication

from softanswer.replies.outbox.quiet_hours import QuietHours
from softanswer.replies.preferences import NewLetters
from softanswer.ui.desk import Desk
from softanswer.ui.presence.letter_notices import LetterNotices
from softanswer.ui.profile import Profile

pytestmark = pytest.mark.timeout(60)

DAY = timedelta(days=1)

LATE = "My order 111-2223334-4445556 has still not arrived, you idiots. I want my money back!"
ASKED = "Do you still have the second volume of the atlas?"


class Room:
    """A window that nobody looks at, with a tray, and letters that come in."""

    def __init__(self, qtbot, folder):
        self.qtbot = qtbot
        self.desk = Desk(Profile(folder, HandClock(), MemorySecrets()), tray_of=FakeTray)
        self.box = Letterbox(folder, self.desk.engine.writer)
        self.desk.wiring.open()
        self.desk.window.hide()
        self.tray = self.desk.window.findChild(FakeTray)
        self.notices = self.desk.presence.findChild(LetterNotices)
        self.settle()

    def settle(self):
        """Let the notices look at what has come in."""
        self.notices._gathering.setInterval(1)
        self.qtbot.wait(50)
        self.notices._gathering.start()
        self.qtbot.wait(300)

    def prefer(self, **wishes):
        engine = self.desk.engine
        engine.change_preferences(replace(engine.preferences, **wishes))


@pytest.fixture
def room(qtbot, theme, tmp_path):
    room = Room(qtbot, tmp_path / "profile")
    yield room
    room.desk.close()


def test_a_complaint_is_told_in_neutral_words(room):
    room.box.receive("You thieves!", LATE, sender="Jane Harwood <jane@mail.example>")
    room.settle()
    assert len(room.tray.told) == 1
    assert room.tray.told[0].startswith("A complaint from Jane Harwood: ")
    assert "not arrived" in room.tray.told[0]
    assert not any(word in room.tray.told[0] for word in ("idiots", "thieves", "111-222"))


def test_they_look_when_a_letter_comes_in_and_before_it_is_marked_as_read(room):
    room.desk.wiring.reading._seen.setInterval(60_000)
    room.notices._gathering.setInterval(60_000)
    assert not room.notices._gathering.isActive()
    room.box.receive("late", LATE)
    room.qtbot.waitUntil(room.notices._gathering.isActive)


def test_several_are_one_notice_and_each_is_told_once(room):
    room.prefer(new_letters=NewLetters.ALL)
    room.box.receive("late", LATE, sender="Jane Harwood <jane@mail.example>")
    damaged = "The book arrived damaged, the spine is torn off. I want a refund."
    room.box.receive("damaged book", damaged, sender="Ann Bell <ann@mail.example>")
    room.box.receive("a question", ASKED, sender="Paul <paul@mail.example>")
    room.settle()
    assert room.tray.told == ["They need an answer: 2 complaints, 1 other letter."]
    room.settle()
    assert len(room.tray.told) == 1


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (NewLetters.COMPLAINTS, []),
        (NewLetters.ALL, ["Paul Stone has written and needs an answer."]),
        (NewLetters.NONE, []),
    ],
)
def test_she_says_what_is_told_of(room, wanted, told):
    room.prefer(new_letters=wanted)
    room.box.receive("a question", ASKED, sender="Paul Stone <paul@mail.example>")
    room.settle()
    assert room.tray.told == told


@pytest.mark.parametrize(("age", "count"), [(DAY, 1), (DAY + timedelta(seconds=1), 0)])
def test_old_letters_that_a_first_sync_brings_are_not_told_of(room, age, count):
    room.box.receive("late", LATE, at=NOON - age)
    room.settle()
    assert len(room.tray.told) == count


def test_nothing_is_told_in_her_quiet_hours(room):
    clock = room.desk.engine.profile.clock.read().wall.astimezone()
    around = (clock - HOUR).time(), (clock + HOUR).time()
    night = QuietHours(
        time(around[0].hour, around[0].minute), time(around[1].hour, around[1].minute)
    )
    room.prefer(hold=replace(room.desk.engine.preferences.hold, quiet=(night,)))
    room.box.receive("late", LATE)
    room.settle()
    assert room.tray.told == []


def test_nothing_is_told_while_she_looks(qtbot, room):
    room.desk.window.show()
    room.desk.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
    room.box.receive("late", LATE)
    room.settle()
    assert room.tray.told == []


def test_a_click_leads_to_the_letters(qtbot, room):
    room.box.receive("late", LATE)
    room.settle()
    room.desk.window.pages.setCurrentWidget(room.desk.window.outbox)
    room.tray.messageClicked.emit()
    assert room.desk.window.isVisible()
    assert room.desk.window.pages.currentWidget() is room.desk.window.inbox
