"""Repairs by one key in the real window: put in by Alt+Enter, taken back by Ctrl+Z."""

import pytest
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from softanswer.ui.reply.finding_card import FindingCard

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
VAGUE = "Dear Ms Harwood,\n\nI am sorry for the wait. I will write to you soon.\n"
BLAME = "Dear Ms Harwood,\n\nI am sorry for the wait. You should have checked the description.\n"
EMOJI = "Dear Ms Harwood \U0001f600,\n\nI am sorry. I will write to you soon.\n"


@pytest.fixture
def desk(qtbot, tmp_path, theme):
    with open_desk(qtbot, tmp_path) as made:
        yield made


def written(desk, text):
    desk.write_to(desk.complaint)
    desk.erase()
    desk.type(text)
    desk.checked()
    desk._qtbot.keyClick(desk.editor, Qt.Key.Key_Home, CTRL)
    return desk.editor


def card_of(desk):
    return desk.composer.findChild(FindingCard)


def buttons(desk):
    return [b for b in card_of(desk).findChildren(QPushButton) if b.isVisible()]


def test_a_vague_promise_gets_its_day_by_one_key_and_back_by_another(desk, qtbot):
    editor = written(desk, VAGUE)
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    qtbot.keyClick(editor, Qt.Key.Key_Return, ALT)

    assert "I will write to you by " in editor.body()
    assert "soon" not in editor.body()
    assert editor.textCursor().selectedText().split()[0].endswith("day")
    assert editor.hasFocus()

    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.body() == VAGUE


def test_another_day_can_be_chosen_from_the_card(desk, qtbot):
    editor = written(desk, VAGUE)
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    day = next(b for b in buttons(desk) if b.accessibleName().startswith("By "))
    words = day.text()
    qtbot.mouseClick(day, Qt.MouseButton.LeftButton)

    assert f"I will write to you by {words}." in editor.body()


def test_what_she_types_takes_the_place_of_the_day(desk, qtbot):
    editor = written(desk, EMOJI)
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    qtbot.keyClick(editor, Qt.Key.Key_Return, ALT)
    desk.type("Friday")

    assert editor.body() == EMOJI.replace("soon", "by Friday")


def test_blame_becomes_a_step_which_the_card_shows_first(desk, qtbot):
    editor = written(desk, BLAME)
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    shown = [label.text() for label in card_of(desk).findChildren(type(card_of(desk)._why))]
    assert any("I will look at all of this again" in text for text in shown)
    qtbot.keyClick(editor, Qt.Key.Key_Return, ALT)

    assert "You should have" not in editor.body()
    assert "I will look at all of this again and write to you by " in editor.body()
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.body() == BLAME


def test_after_an_edit_nothing_is_put_in_before_the_next_check(desk, qtbot):
    editor = written(desk, VAGUE)
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    desk.type("x")
    edited = editor.body()
    desk.composer.apply_repair()
    assert editor.body() == edited
