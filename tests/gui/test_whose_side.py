"""On whose side it arose, said by keys: the open text stays, what is offered owns it anew."""

from __future__ import annotations

import pytest
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from softanswer.replies.tone.fault import Fault
from softanswer.ui.actions import Act

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
OF_CARRIER = "The way to your door is mine to answer for."
OF_NOBODY = "You bought from me: it is mine to set right."


@pytest.fixture
def desk(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        opened.desk.wiring.reading.go_to(opened.complaint)
        yield opened


def say(qtbot, desk, choice, field):
    """Open the menu of the sides by its key, and take a choice by keys alone."""
    qtbot.keyClick(field, Qt.Key.Key_O, CTRL_SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    while menu.activeAction().text() != choice:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is None)  # offscreen, a menu is activated
    field.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)


def fault(desk):
    return desk.matter(desk.complaint).fault


def offered(desk):
    return " ".join(one.body for one in desk.desk.wiring.writing._offered)


def twin(desk):
    return " ".join(desk.composer.twin.findChild(QPlainTextEdit).toPlainText().split())


def test_a_side_is_said_by_keys_and_taken_back(qtbot, desk):
    letters = desk.desk.window.inbox.list
    letters.setFocus()
    say(qtbot, desk, "the carrier", letters)
    qtbot.waitUntil(lambda: fault(desk) is Fault.CARRIER)
    say(qtbot, desk, "nobody", letters)
    qtbot.waitUntil(lambda: fault(desk) is Fault.NONE)
    qtbot.keyClick(letters, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: fault(desk) is Fault.CARRIER)
    say(qtbot, desk, "not said", letters)
    qtbot.waitUntil(lambda: fault(desk) is None)


def test_what_is_offered_follows_and_the_text_stays(qtbot, desk):
    desk.write_to(desk.complaint)
    desk.erase()
    desk.type("My own words.")
    assert OF_CARRIER not in offered(desk)
    say(qtbot, desk, "the carrier", desk.editor)
    qtbot.waitUntil(lambda: OF_CARRIER in offered(desk))
    assert desk.composer.body() == "My own words."
    assert desk.desk.wiring.writing._context.at_fault is Fault.CARRIER
    qtbot.keyClick(desk.editor, Qt.Key.Key_1, CTRL)
    assert OF_CARRIER in desk.composer.body()
    qtbot.keyClick(desk.editor, Qt.Key.Key_Z, CTRL)
    assert desk.composer.body() == "My own words."


def test_a_suggestion_that_she_left_as_it_was_is_made_anew_next_time(qtbot, desk):
    desk.write_to(desk.complaint, with_suggestion=True)
    first = desk.composer.body()
    say(qtbot, desk, "nobody", desk.editor)
    qtbot.waitUntil(lambda: OF_NOBODY in offered(desk))
    assert desk.composer.body() == first
    desk.desk.wiring.writing.leave()
    desk.write_to(desk.complaint, with_suggestion=True)
    assert OF_NOBODY in desk.composer.body()


def test_the_second_language_is_that_of_the_text_which_stayed(qtbot, desk):
    desk.write_to(desk.complaint, with_suggestion=True)
    say(qtbot, desk, "nobody", desk.editor)
    qtbot.waitUntil(lambda: OF_NOBODY in offered(desk))
    qtbot.keyClick(desk.editor, Qt.Key.Key_E, CTRL_SHIFT)
    assert "буду я, только сначала" in twin(desk)
    qtbot.keyClick(desk.editor, Qt.Key.Key_1, CTRL)
    assert "на себя. Только сначала" in twin(desk)


def test_the_words_that_are_answered_come_back_into_view(qtbot, desk):
    desk.desk.window.resize(1024, 600)
    desk.write_to(desk.complaint)
    bar = desk.desk.window.inbox.letter._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    before = bar.value()
    qtbot.keyClick(desk.editor, Qt.Key.Key_O, CTRL_SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    assert bar.value() < before
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    assert bar.value() == before
    assert fault(desk) is None


def test_where_nothing_is_complained_of_it_is_told(qtbot, desk):
    desk.desk.wiring.reading.go_to(desk.question)
    letters = desk.desk.window.inbox.list
    letters.setFocus()
    qtbot.keyClick(letters, Qt.Key.Key_O, CTRL_SHIFT)
    said = desk.desk.window.clock_strip._status.text()
    assert said == "This letter is no complaint: there is no side to name."
    assert QApplication.activePopupWidget() is None


def test_the_key_is_free_and_in_the_table():
    wanted = QKeySequence("Ctrl+Shift+O").toString()
    assert [act for act in Act if wanted in act.keys] == [Act.WHOSE_SIDE]
