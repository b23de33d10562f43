"""The second language beside the editor: opened, kept across, compared while she writes."""

from __future__ import annotations

import pytest
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from softanswer.replies.language.detect import language_of
from softanswer.ui.theme.buttons import IconButton

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot, tmp_path, theme):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        desk = opened
        desk.desk.window.resize(1024, 700)
        yield desk


def toggle(qtbot, desk):
    qtbot.keyClick(desk.editor, Qt.Key.Key_E, CTRL_SHIFT)


def text(desk):
    return desk.composer.twin.findChild(QPlainTextEdit)


def said(desk):
    return text(desk).accessibleDescription()


def marked(field):
    dashes = QTextCharFormat.UnderlineStyle.DashDotLine
    marks = [one for one in field.extraSelections() if one.format.underlineStyle() == dashes]
    return [one.cursor.selectedText() for one in marks]


def test_a_key_shows_the_same_letter_in_the_other_language(qtbot, desk):
    desk.write_to(desk.complaint, with_suggestion=True)
    assert desk.composer.twin.isHidden()
    toggle(qtbot, desk)
    assert desk.composer.twin.isVisible()
    assert language_of(text(desk).toPlainText()) == "ru"
    assert said(desk) == "Both letters state the same facts."  # though only one greets by name
    assert desk.composer.twin.width() >= 300
    assert desk.editor.width() >= 300
    toggle(qtbot, desk)
    assert desk.composer.twin.isHidden()


def test_another_fact_is_marked_in_both_and_named(qtbot, desk):
    desk.write_to(desk.complaint, with_suggestion=True)
    toggle(qtbot, desk)
    desk.type("On 3 March, ")
    qtbot.waitUntil(lambda: said(desk) == "Only in your reply: 3 March.")
    assert marked(desk.editor) == ["3 March"]
    assert marked(text(desk)) == []
    desk.erase()
    qtbot.waitUntil(lambda: said(desk).startswith("Only here: "))
    assert marked(text(desk))
    assert marked(desk.editor) == []


def test_the_paragraph_across_follows_the_cursor(qtbot, desk):
    desk.write_to(desk.complaint, with_suggestion=True)
    toggle(qtbot, desk)
    paragraphs = text(desk).toPlainText().split("\n\n")
    (across,) = text(desk).extraSelections()
    assert across.cursor.selectedText() == paragraphs[0]
    second = desk.composer.body().index("\n\n") + 3
    cursor = desk.editor.textCursor()
    cursor.setPosition(second)
    desk.editor.setTextCursor(cursor)
    (across,) = text(desk).extraSelections()
    assert across.cursor.selectedText() == paragraphs[1]


def test_without_a_suggestion_it_says_what_to_do(qtbot, desk):
    desk.write_to(desk.complaint)
    with qtbot.waitSignal(desk.desk.wiring.writing.refused) as refused:
        toggle(qtbot, desk)
    assert refused.args[0].startswith("Take a suggestion first")
    assert desk.composer.twin.isHidden()


def test_a_letter_in_a_foreign_language_shows_hers_by_itself_and_it_can_be_closed(qtbot, desk):
    twin = desk.desk.wiring.writing._twin
    twin._language = "ru"
    desk.write_to(desk.complaint, with_suggestion=True)
    assert desk.composer.twin.isVisible()
    close = desk.composer.twin.findChild(IconButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert desk.composer.twin.isHidden()


def test_leaving_the_reply_closes_it(qtbot, desk):
    desk.write_to(desk.complaint, with_suggestion=True)
    toggle(qtbot, desk)
    desk.desk.wiring.writing.leave()
    assert desk.composer.twin.isHidden()
