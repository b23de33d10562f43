"""Letters are dragged onto places of the rail; each does what its action does."""

from __future__ import annotations

import pytest
from builders import HOUR, NOON
from fakes.writing_desk import open_desk
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from softanswer.replies.cases.put_off_store import look_at, put_off
from softanswer.replies.inbox import Shelf
from softanswer.replies.inbox_store import rows
from softanswer.ui.actions import Act
from softanswer.ui.inbox.letter_drag import LETTERS, letters_data
from softanswer.ui.inbox.put_off_chooser import PutOffChooser
from softanswer.ui.rail import Place

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


def item_at(desk, place):
    return desk.desk.window.rail._items[place]


def enter(item, data):
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    event.ignore()
    QApplication.sendEvent(item, event)
    return event.isAccepted()


def drop(desk, place, data=None):
    """Drag the chosen letters there; whether the place took them."""
    item, data = item_at(desk, place), data or letters_data()
    if not (item.acceptDrops() and enter(item, data)):
        return False
    QApplication.sendEvent(
        item, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, LEFT, NO_KEYS)
    )
    return True


def choose(desk, *conversations):
    view = desk.desk.window.inbox.list
    view.select_conversation(conversations[0])
    for other in conversations[1:]:
        row = view.model().row_of(other)
        view.selectionModel().select(
            view.model().index(row, 0), view.selectionModel().SelectionFlag.Select
        )


def starred(desk):
    return {row.conversation_id for row in rows(desk.desk.engine.reader, Shelf.STARRED, NOON)}


def test_letters_dropped_on_starred_are_starred_and_undo_takes_it_back(qtbot, desk):
    both = {desk.complaint, desk.question}
    choose(desk, *both)
    assert drop(desk, Place.STARRED)
    qtbot.waitUntil(lambda: starred(desk) == both)
    assert drop(desk, Place.STARRED)  # a second time they stay so
    QTest.qWait(200)
    assert starred(desk) == both
    desk.desk.window.acts[Act.UNDO].trigger()
    desk.desk.window.acts[Act.UNDO].trigger()
    qtbot.waitUntil(lambda: starred(desk) == set())


def test_a_letter_dropped_on_put_off_asks_until_when(qtbot, desk):
    choose(desk, desk.question)
    assert drop(desk, Place.PUT_OFF)
    qtbot.waitUntil(lambda: bool(desk.desk.window.findChildren(PutOffChooser)))


def test_a_letter_that_is_put_off_comes_back_by_a_drop_on_needs_answer(qtbot, desk):
    engine, now = desk.desk.engine, NOON
    engine.writer.call(lambda tx: put_off(tx, [desk.question], now + HOUR, now))
    desk.desk.wiring.reading.go_to(desk.question)
    desk.desk.window.rail._items[Place.PUT_OFF].click()
    view = desk.desk.window.inbox.list
    qtbot.waitUntil(lambda: view.model().row_of(desk.question) >= 0)
    choose(desk, desk.question)
    assert drop(desk, Place.NEEDS_ANSWER)
    qtbot.waitUntil(lambda: not look_at(engine.reader, [desk.question], now).are_put_off)


def test_what_is_not_put_off_stays_and_she_is_told(qtbot, desk):
    choose(desk, desk.question)
    with qtbot.waitSignal(desk.desk.wiring.putting_off.said) as said:
        assert drop(desk, Place.NEEDS_ANSWER)
    assert said.args == ["None of these is put off."]


@pytest.mark.parametrize("place", [Place.COOLING, Place.WAITING, Place.PRAISE, Place.ALL])
def test_places_that_mean_no_action_take_nothing(desk, place):
    choose(desk, desk.question)
    assert not drop(desk, place)


def test_other_things_are_not_taken(desk):
    text = QMimeData()
    text.setText("chosen")
    assert not drop(desk, Place.STARRED, text)


def test_a_place_shows_that_it_takes_them_until_they_leave(desk):
    item = item_at(desk, Place.STARRED)
    plain = item.grab().toImage()
    data = letters_data()
    assert enter(item, data)
    assert item.grab().toImage() != plain
    QApplication.sendEvent(item, QDragLeaveEvent())
    assert item.grab().toImage() == plain


def test_a_drag_carries_no_text_and_says_how_many(desk, monkeypatch):
    seen = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: seen.append(drag))
    choose(desk, desk.complaint, desk.question)
    desk.desk.window.inbox.list.startDrag(Qt.DropAction.CopyAction)
    [drag] = seen
    assert drag.mimeData().formats() == [LETTERS]
    assert not drag.pixmap().isNull()
    assert desk.desk.window.inbox.model.counted(2) == "2 letters"
