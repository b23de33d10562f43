"""The best suggestion is taken over what was written already, and nothing of that is lost."""

from __future__ import annotations

import pytest
from fakes.writing_desk import WritingDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

OWN_WORDS = "Dear Mr Vale, I have looked everywhere for your book."


@pytest.fixture
def desk(qtbot, tmp_path, theme):
    desk = WritingDesk(qtbot, tmp_path)
    yield desk
    desk.desk.close()


@pytest.mark.parametrize("is_closed", [True, False])
def test_what_was_written_comes_back_with_undo(qtbot, desk, is_closed):
    desk.write_to(desk.complaint)
    desk.type(OWN_WORDS)
    if is_closed:
        desk.desk.wiring.writing.leave()
        qtbot.waitUntil(lambda: desk.draft_of(desk.complaint) is not None)
    desk.write_to(desk.complaint, with_suggestion=True)
    assert OWN_WORDS not in desk.composer.body()
    assert desk.composer.body()
    QTest.keyClick(desk.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.composer.body() == OWN_WORDS


def test_a_reply_that_is_open_goes_on_as_it_stands(desk):
    desk.write_to(desk.complaint)
    desk.type(OWN_WORDS)
    desk.write_to(desk.complaint)
    assert desk.composer.body() == OWN_WORDS


def test_another_is_chosen_by_keys(qapp, desk):
    desk.write_to(desk.complaint, with_suggestion=True)
    best = desk.composer.body()
    QTest.keyClick(desk.editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    assert desk.composer.body() not in ("", best)
    assert desk.editor.hasFocus()
