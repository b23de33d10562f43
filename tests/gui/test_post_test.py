"""The post test: opened by its key over the reply, read, and left for the place to mend."""

from __future__ import annotations

import pytest
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from softanswer.ui.reply.post_view import PostView

ROUGH = (
    "I am sorry if the book is late. You should have read the description! "
    "Write to ana@shop.example. I refund the whole price today."
)
KIND = "I am sorry that your book has not reached you yet. I have refunded the whole price today."
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


def opened(qtbot, desk, text):
    desk.write_to(desk.complaint)
    desk.erase()
    desk.type(text)
    desk.checked()
    qtbot.keyClick(desk.editor, Qt.Key.Key_P, CTRL_SHIFT)
    window = desk.desk.window
    qtbot.waitUntil(lambda: window.findChild(PostView) is not None)
    shown = window.findChild(PostView)
    qtbot.waitUntil(lambda: shown.isAncestorOf(QApplication.focusWidget()))
    return shown


def gone(qtbot, desk):
    qtbot.waitUntil(lambda: desk.desk.window.findChild(PostView) is None)


def said(shown):
    return [label.text() for label in shown.findChildren(QLabel)]


def button(shown, text):
    return next(one for one in shown.findChildren(QPushButton) if one.text() == text)


def test_enter_leads_from_the_worst_sentence_to_the_card_that_mends_it(qtbot, desk):
    shown = opened(qtbot, desk, ROUGH)
    assert ROUGH in said(shown)
    assert "“You should have read the description!”" in said(shown)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    gone(qtbot, desk)
    assert desk.composer.shows_finding
    assert desk.composer.body() == ROUGH


def test_escape_leads_back_to_where_she_wrote(qtbot, desk):
    shown = opened(qtbot, desk, ROUGH)
    place = desk.editor.textCursor().position()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    gone(qtbot, desk)
    assert desk.desk.window.focusWidget() is desk.editor
    assert desk.editor.textCursor().position() == place
    assert desk.desk.wiring.writing.is_writing


def test_personal_data_lead_to_their_place(qtbot, desk):
    shown = opened(qtbot, desk, ROUGH)
    assert "Mail address: ana@shop.example." in [text.strip() for text in said(shown)]
    qtbot.mouseClick(button(shown, "Show it"), Qt.MouseButton.LeftButton)
    gone(qtbot, desk)
    assert desk.editor.textCursor().selectedText() == "ana@shop.example"


def test_a_kind_reply_is_told_so(qtbot, desk):
    shown = opened(qtbot, desk, KIND)
    assert "Nothing here would look bad when quoted." in said(shown)
    assert "No address, number or full name of anybody." in said(shown)
    assert QApplication.focusWidget() is button(shown, "Back to the reply")


def test_another_letter_closes_it(qtbot, desk):
    opened(qtbot, desk, ROUGH)
    desk.desk.wiring.writing.leave()
    gone(qtbot, desk)
