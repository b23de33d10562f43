"""The list of a reply's earlier texts: opened by key, read, one brought back, nothing lost."""

from __future__ import annotations

import pytest
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPlainTextEdit

from softanswer.replies.compose.version_store import load_versions
from softanswer.ui.reply.version_list import VersionList
from softanswer.ui.words import Words

FIRST = "I am sorry that your book has not reached you yet."
SECOND = "Your money goes back today, all of it."
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


def bodies(desk):
    reader = desk.desk.engine.reader
    return [one.body for one in load_versions(reader, desk.complaint)]


def write_twice(qtbot, desk):
    """Write one text, take it out, write another one."""
    desk.write_to(desk.complaint)
    desk.type(FIRST)
    desk.desk.wiring.writing.save()
    desk.erase()
    desk.type(SECOND)
    desk.desk.wiring.writing.save()
    qtbot.waitUntil(lambda: bodies(desk) == [FIRST])


def opened(qtbot, desk):
    window = desk.desk.window
    qtbot.keyClick(desk.editor, Qt.Key.Key_H, CTRL_SHIFT)
    qtbot.waitUntil(lambda: window.findChild(VersionList) is not None)
    shown = window.findChild(VersionList)
    qtbot.waitUntil(lambda: shown.isAncestorOf(QApplication.focusWidget()))
    return shown


def gone(qtbot, desk):
    qtbot.waitUntil(lambda: desk.desk.window.findChild(VersionList) is None)


def test_enter_brings_a_text_back_and_the_present_one_is_kept(qtbot, desk):
    write_twice(qtbot, desk)
    shown = opened(qtbot, desk)
    assert shown.findChild(QPlainTextEdit).toPlainText() == FIRST
    qtbot.keyClick(shown.findChild(QListView), Qt.Key.Key_Return)
    gone(qtbot, desk)

    assert desk.composer.body() == FIRST
    assert desk.desk.window.focusWidget() is desk.editor
    qtbot.waitUntil(lambda: bodies(desk) == [FIRST, SECOND])
    qtbot.keyClick(desk.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.composer.body() == SECOND


def test_escape_goes_back_and_changes_nothing(qtbot, desk):
    write_twice(qtbot, desk)
    shown = opened(qtbot, desk)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    gone(qtbot, desk)
    assert (desk.composer.body(), bodies(desk)) == (SECOND, [FIRST])
    assert desk.desk.wiring.writing.is_writing
    assert desk.desk.window.focusWidget() is desk.editor


def test_rows_say_how_they_differ_when_they_stood_and_how_long_they_are(qtbot, desk):
    write_twice(qtbot, desk)
    desk.erase()
    desk.type(FIRST + " It left on Monday.")
    desk.erase()
    desk.desk.wiring.writing.save()
    qtbot.waitUntil(lambda: len(bodies(desk)) == 2)
    shown = opened(qtbot, desk)
    model = shown.findChild(QListView).model()
    QAbstractItemModelTester(model)
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows == ["Your money goes back today, all of …", FIRST[:29] + " …"]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "11 words" in spoken
    qtbot.keyClick(shown.findChild(QListView), Qt.Key.Key_Down)
    assert shown.findChild(QPlainTextEdit).toPlainText() == FIRST


def test_without_an_earlier_text_it_says_so(qtbot, desk):
    desk.write_to(desk.complaint)
    shown = opened(qtbot, desk)
    said = [label.text() for label in shown.findChildren(QLabel)]
    assert any(text.startswith("None yet.") for text in said)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)


def test_the_list_closes_with_its_reply(qtbot, desk):
    write_twice(qtbot, desk)
    opened(qtbot, desk)
    desk.desk.wiring.writing.leave()
    gone(qtbot, desk)


def test_the_list_is_freed_on_close(qtbot, theme):
    from builders import NOON
    from writing import is_freed

    assert is_freed(lambda: VersionList((), Words(), NOON))
