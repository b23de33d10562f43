"""The daily round in the real window on the sample shop, by keys alone and by the mouse alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.clock import ClockReading, SystemClock, to_ns
from softanswer.replies.outbox.held_reply import OutboxState
from softanswer.ui.actions import Act
from softanswer.ui.demo.shop_front import open_shop
from softanswer.ui.desk import Desk

pytestmark = pytest.mark.timeout(120)

MOST_PRESSES = 12  # issue 8: from a selected complaint to a held reply
OWN_WORDS = " We value your business. I am sorry if you had to wait."
OF_A_BOOK = {CaseKind.LATE, CaseKind.DAMAGED, CaseKind.NOT_AS_DESCRIBED, CaseKind.WRONG_ITEM}


class MovedClock(SystemClock):
    """The clocks of this computer, moved on when a hold is to end."""

    moved = timedelta(0)

    def read(self):
        now = super().read()
        return ClockReading(
            now.boot_id, now.boottime_ns + to_ns(self.moved), now.wall + self.moved
        )


class Round:
    """One window, and the eye of the test on what it holds."""

    def __init__(self, qtbot, desk, shop, clock):
        self.qtbot, self.desk, self.shop, self.clock = qtbot, desk, shop, clock
        self.window, self.inbox = desk.window, desk.window.inbox
        self.presses = 0

    def press(self, keys):
        """Press a key, or the keys of a sequence, where the focus is."""
        sequence = QKeySequence(keys)
        for place in range(sequence.count()):
            chord = sequence[place]
            QTest.keyClick(self.focused(), chord.key(), chord.keyboardModifiers())
            self.presses += 1
        self.qtbot.wait(30)

    def click(self, part, where=None):
        """Click with the left button in the middle of a part that can be seen."""
        assert part.isVisible()
        assert part.isEnabled()
        where = part.rect().center() if where is None else where
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=where)
        self.qtbot.wait(30)

    def focused(self):
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            self.qtbot.wait(30)
        return QApplication.focusWidget() or self.window

    def until(self, holds, timeout=20000):
        self.qtbot.waitUntil(holds, timeout=timeout)

    def matter(self):
        return self.desk.wiring.reading.matter

    def fits(self, matter):
        return (
            matter is not None
            and matter.complaint
            and matter.kind in OF_A_BOOK
            and matter.occasion.heat <= 1
            and matter.order is not None
            and matter.judgement.language == "en"
        )

    def replies(self):
        return held.load_in(self.desk.engine.reader, set(OutboxState))

    def state(self):
        return self.replies()[0].state

    def cool(self):
        """Let the hold run out."""
        self.clock.moved += timedelta(hours=3)
        self.desk.engine.writer.call(self.desk.engine.outbox.release_due)
        self.until(lambda: self.state() is OutboxState.READY)

    def is_checked(self):
        return self.inbox.composer._readiness.is_checked

    def blockers(self):
        return self.inbox.composer._readiness.blockers or ()

    def is_delivered(self):
        (reply,) = self.replies()
        name = reply.message_id.encode()
        return sum(name in letter.raw for letter in self.shop.servers.delivered) == 1


@pytest.fixture
def round_(qtbot, theme):
    clock = MovedClock()
    with open_shop(clock) as shop:
        desk = Desk(shop.profile)
        desk.open()
        try:
            total = sum(letter.folder == "INBOX" for letter in shop.sample.letters)
            reader = desk.engine.reader
            count = "SELECT count(*) FROM messages"
            qtbot.waitUntil(lambda: reader.execute(count).fetchone()[0] >= total, timeout=20000)
            qtbot.wait(300)
            yield Round(qtbot, desk, shop, clock)
        finally:
            desk.close()


def test_by_keys_alone(round_):
    day, inbox = round_, round_.inbox
    day.press("G,C")
    day.press("Ctrl+Home")
    for _ in range(60):
        if day.fits(day.matter()):
            break
        day.press("J")
    answered = day.matter()
    assert day.fits(answered)

    day.presses = 0
    day.press("Return")
    assert inbox.letter.isAncestorOf(day.focused())
    day.press("Alt+4")
    assert inbox.facts.isAncestorOf(day.focused())
    day.press("Alt+3")
    day.press("Shift+R")
    day.until(lambda: inbox.composer.may_be_held)
    day.press("Ctrl+End")
    QTest.keyClicks(day.focused(), OWN_WORDS)
    day.until(day.is_checked)
    assert len(day.blockers()) == 2
    while day.blockers():
        day.press("F8")
        day.press("Alt+Return")
        day.until(day.is_checked)
        assert day.presses < MOST_PRESSES
    day.press("Ctrl+Return")
    day.until(lambda: len(day.replies()) == 1)
    assert day.presses <= MOST_PRESSES
    assert day.replies()[0].conversation_id == answered.conversation_id
    assert day.state() is OutboxState.COOLING

    day.until(inbox.list.hasFocus)
    day.press("J")
    assert day.matter().conversation_id != answered.conversation_id

    day.press("G,H")
    day.cool()
    day.press("Return")
    day.until(lambda: day.window.pages.currentWidget() is day.window.gate)
    day.press("Ctrl+Return")
    day.until(day.is_delivered)
    day.until(lambda: day.state() is OutboxState.SENT)
    day.until(lambda: day.window.clock_strip._status.text().startswith("Sent to "))

    day.press("G,C")
    put_away = day.matter().conversation_id
    day.press("E")
    day.until(lambda: inbox.model.row_of(put_away) < 0)
    day.press("Z")
    day.until(lambda: inbox.model.row_of(put_away) >= 0)


def test_by_the_mouse_alone(round_):
    day, inbox = round_, round_.inbox
    rows = inbox.list
    for row in range(inbox.model.rowCount()):
        place = rows.visualRect(inbox.model.index(row, 0))
        if not rows.viewport().rect().contains(place.center()):
            rows.scrollTo(inbox.model.index(row, 0))  # as the wheel does
            place = rows.visualRect(inbox.model.index(row, 0))
        day.click(rows.viewport(), place.center())
        if day.fits(day.matter()):
            break
    answered = day.matter()
    assert day.fits(answered)

    day.click(button(inbox.letter, Act.SUGGESTED_REPLY.text))
    day.until(lambda: inbox.composer.may_be_held)
    day.click(primary(inbox.composer))
    day.until(lambda: len(day.replies()) == 1)
    assert day.replies()[0].conversation_id == answered.conversation_id

    day.click(button(day.window.rail, "Cooling"))
    day.cool()
    day.until(lambda: bool(buttons(day.window.outbox, "Read both letters")))
    day.click(button(day.window.outbox, "Read both letters"))
    day.until(lambda: day.window.pages.currentWidget() is day.window.gate)
    day.click(button(day.window.gate, "I can read this calmly: send"))
    day.until(day.is_delivered)
    day.until(lambda: day.state() is OutboxState.SENT)

    day.click(button(day.window.rail, "Needs answer"))
    put_away = day.matter().conversation_id
    day.click(button(inbox.letter, Act.DONE.text))
    day.until(lambda: inbox.model.row_of(put_away) < 0)
    day.click(button(day.window.clock_strip, Act.UNDO.text))
    day.until(lambda: inbox.model.row_of(put_away) >= 0)


def buttons(part, text):
    """The buttons of a part that show a text."""
    return [b for b in part.findChildren(QAbstractButton) if b.isVisible() and b.text() == text]


def button(part, text):
    """The button of a part that shows a text."""
    found = buttons(part, text)
    assert found, [b.text() for b in part.findChildren(QAbstractButton) if b.isVisible()]
    return found[0]


def primary(part):
    """The button that starts the hold."""
    return next(b for b in part.findChildren(QPushButton) if b.text().startswith("Cool down"))
