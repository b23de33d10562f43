"""Suggestions by their stance, the steps alone, and the letter as it will leave, all by keys."""

from __future__ import annotations

import pytest
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from softanswer.ui.reply.enclosure_preview import TextPreview

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        opened.write_to(opened.complaint)
        yield opened


def test_a_stance_takes_its_best_suggestion_and_undo_brings_the_text_back(qtbot, desk):
    offered = desk.desk.wiring.writing._offered
    first = offered[0].stance
    desk.erase()
    desk.type("My own words.")
    keys = {"own": Qt.Key.Key_1, "explain": Qt.Key.Key_2, "firm": Qt.Key.Key_3}
    qtbot.keyClick(desk.editor, keys[first.value], CTRL)
    assert desk.composer.body() == offered[0].body
    qtbot.keyClick(desk.editor, Qt.Key.Key_Z, CTRL)
    assert desk.composer.body() == "My own words."


def test_a_stance_that_nothing_takes_is_told_and_changes_nothing(qtbot, desk):
    desk.erase()
    desk.type("My own words.")
    with qtbot.waitSignal(desk.desk.wiring.writing.refused) as refused:
        qtbot.keyClick(desk.editor, Qt.Key.Key_5, CTRL)
    assert refused.args == ["No suggestion for this letter takes that stance."]
    assert desk.composer.body() == "My own words."


def test_the_steps_are_put_in_alone(qtbot, desk):
    writing = desk.desk.wiring.writing
    steps = next(one.steps for one in writing._offered if one.steps)
    desk.erase()
    desk.type("My own words.")
    qtbot.keyClick(desk.editor, Qt.Key.Key_S, CTRL_SHIFT)
    assert desk.composer.body().split("\n\n", 1) == ["My own words.", steps]


def test_where_nothing_is_to_be_done_it_is_said(qtbot, desk):
    desk.write_to(desk.question)
    with qtbot.waitSignal(desk.desk.wiring.writing.refused) as refused:
        qtbot.keyClick(desk.editor, Qt.Key.Key_S, CTRL_SHIFT)
    assert refused.args == ["There is nothing that they have to do in this case."]


def test_what_will_be_sent_is_shown_with_its_head(qtbot, desk):
    desk.erase()
    desk.type("My own words.")
    qtbot.keyClick(desk.editor, Qt.Key.Key_D, CTRL_SHIFT)
    window = desk.desk.window
    qtbot.waitUntil(lambda: window.findChild(TextPreview) is not None)
    shown = window.findChild(TextPreview)
    qtbot.waitUntil(lambda: shown.isAncestorOf(QApplication.focusWidget()))
    text = shown.findChild(QPlainTextEdit).toPlainText()
    head, _, body = text.partition("\n\n")
    assert body == "My own words."
    assert [line.partition(":")[0] for line in head.split("\n")] == ["From", "To", "Subject"]
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.focusWidget() is desk.editor)


def test_an_empty_reply_cannot_be_shown(qtbot, desk):
    desk.erase()
    with qtbot.waitSignal(desk.desk.wiring.writing.refused) as refused:
        qtbot.keyClick(desk.editor, Qt.Key.Key_D, CTRL_SHIFT)
    assert "empty" in refused.args[0]
