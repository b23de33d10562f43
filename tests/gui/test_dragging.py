"""Letters are dragged onto the places of the rail, and out of the window as files."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from fakes.window_states import WindowStates
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from softanswer.mailbox.store.messages import load_raw
from softanswer.replies.cases.put_off_store import look_at
from softanswer.replies.inbox_store import load_matter
from softanswer.replies.preferences import Language
from softanswer.ui.actions import Act
from softanswer.ui.inbox.letter_drag import MOST_FILES, LetterMime, letters_in, picture_of
from softanswer.ui.inbox.message_list_model import ID_ROLE
from softanswer.ui.inbox.put_off_chooser import PutOffChooser
from softanswer.ui.rail import Place
from softanswer.ui.rail_item import DropMark

pytestmark = pytest.mark.timeout(120)

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Hand:
    """The mouse of the seller; `ids` are the letters that she has dragged last."""

    def __init__(self, qtbot, states, monkeypatch):
        self.qtbot, self.states = qtbot, states
        self.desk, self.window = states.desk, states.window
        self.rail, self.list = states.window.rail, states.window.inbox.list
        self.ids, self.actions = (), None

        def hold(drag, actions):
            self.ids, self.actions = letters_in(drag.mimeData()), actions
            return Qt.DropAction.IgnoreAction

        monkeypatch.setattr(QDrag, "exec", hold)
        self.show(Place.ALL)

    def show(self, place):
        self.desk.wiring.show_place(place)
        model = self.window.inbox.model
        self.all = tuple(model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount()))

    def pull(self, row, pixels):
        """Press on a row, go so far to the left, and let go; a drag takes what comes after it."""
        self.ids = ()
        view = self.list.viewport()
        at = self.list.visualRect(self.list.model().index(row, 0)).center()
        QTest.mousePress(view, LEFT, NO_KEYS, at)
        for gone in (pixels // 2, pixels):
            if not self.ids:
                QTest.mouseMove(view, at - QPoint(gone, 0))
                self.states.settle(0.02)
        QTest.mouseRelease(view, LEFT, NO_KEYS, at - QPoint(pixels, 0))

    def mime(self):
        model = self.list.model()
        return model.mimeData(self.list.selectionModel().selectedRows())

    def at(self, item):
        return QPointF(item.mapTo(self.rail, item.rect().center()))

    def item(self, place):
        return self.rail._items[place]

    def carry(self, mime, item):
        """Enter the rail and come over an item; whether it takes what is held."""
        centre = self.at(item)
        QApplication.sendEvent(
            self.rail, QDragEnterEvent(centre.toPoint(), COPY, mime, LEFT, NO_KEYS)
        )
        move = QDragMoveEvent(centre.toPoint(), COPY, mime, LEFT, NO_KEYS)
        QApplication.sendEvent(self.rail, move)
        return move.isAccepted()

    def drop(self, mime, place):
        drop = QDropEvent(self.at(self.item(place)), COPY, mime, LEFT, NO_KEYS)
        QApplication.sendEvent(self.rail, drop)
        return drop.isAccepted()

    def matter(self, one):
        return load_matter(self.desk.engine.reader, one)

    def is_starred(self, one):
        return "\\Flagged" in self.matter(one).letter.flags

    def choose(self, count):
        self.desk.wiring.reading.go_to(self.all[0])
        self.list.setFocus()
        for _ in range(count - 1):
            self.list.extend(1)
        assert self.list.chosen() == self.all[:count]

    def did(self, step, *what):
        undos = self.desk.commands._undos
        before = len(undos)
        result = step(*what)
        self.qtbot.waitUntil(lambda: len(undos) == before + 1, timeout=10_000)
        return result

    def undo(self):
        self.window.acts[Act.UNDO].trigger()

    def foot(self):
        return self.window.clock_strip._status.text()

    def drops(self):
        return {place for place in Place if self.item(place).drop is not DropMark.NONE}


@pytest.fixture
def hand(qtbot, theme, tmp_path, monkeypatch):
    states = WindowStates(tmp_path)
    yield Hand(qtbot, states, monkeypatch)
    QToolTip.hideText()
    states.close()


def test_a_few_pixels_drag_nothing_and_a_pull_drags_the_row_under_the_pointer(hand):
    hand.pull(2, QApplication.startDragDistance() - 1)
    assert hand.ids == ()
    hand.pull(1, QApplication.startDragDistance() * 4)
    assert hand.ids == (hand.all[1],)


def test_all_that_are_chosen_are_dragged_by_one_of_them(hand):
    hand.choose(3)
    hand.pull(1, QApplication.startDragDistance() * 4)
    assert hand.ids == hand.all[:3]
    assert hand.actions == COPY  # or a file manager would take them away
    assert hand.list.chosen() == hand.all[:3]


def test_a_row_that_is_not_chosen_is_dragged_alone(hand):
    hand.choose(2)
    hand.pull(3, QApplication.startDragDistance() * 4)
    assert hand.ids == (hand.all[3],)


def test_three_letters_dropped_on_starred_get_their_stars_as_one_step(qtbot, hand):
    hand.choose(3)
    mime = hand.mime()
    assert hand.carry(mime, hand.item(Place.STARRED))
    assert hand.item(Place.STARRED).drop is DropMark.HERE
    assert hand.item(Place.COOLING).drop is DropMark.NONE
    assert hand.did(hand.drop, mime, Place.STARRED)
    assert hand.drops() == set()
    assert [one for one in hand.all if hand.is_starred(one)] == list(hand.all[:3])
    assert hand.foot() == "Starred. Undo with Z."
    hand.undo()
    qtbot.waitUntil(lambda: not any(hand.is_starred(one) for one in hand.all))


def test_a_star_is_never_taken_away_by_a_drop(qtbot, hand):
    hand.choose(1)
    hand.did(hand.desk.wiring.handling.toggle_star)
    qtbot.waitUntil(lambda: hand.list.model().row(hand.all[0]).flagged)
    assert not hand.carry(hand.mime(), hand.item(Place.STARRED))
    assert hand.foot() == "It has its star already."
    assert not hand.drop(hand.mime(), Place.STARRED)
    hand.states.settle()
    assert hand.is_starred(hand.all[0])


def test_what_was_put_away_waits_again_when_it_is_dropped_on_needs_answer(qtbot, hand):
    hand.show(Place.NEEDS_ANSWER)
    chosen = hand.all[:2]
    hand.choose(2)
    hand.did(hand.desk.wiring.handling.settle)
    hand.show(Place.ALL)
    qtbot.waitUntil(lambda: all(hand.list.model().row(one).due is None for one in chosen))
    mime = LetterMime(chosen, None)
    assert hand.carry(mime, hand.item(Place.NEEDS_ANSWER))
    assert hand.did(hand.drop, mime, Place.NEEDS_ANSWER)
    assert all(hand.matter(one).waiting_since is not None for one in chosen)
    assert hand.foot() == "They wait for an answer again: 2 letters. Undo with Z."
    hand.undo()
    qtbot.waitUntil(lambda: all(hand.matter(one).waiting_since is None for one in chosen))


def test_letters_dropped_on_put_off_ask_until_when_and_come_back_by_a_drop(qtbot, hand):
    hand.show(Place.NEEDS_ANSWER)
    chosen = hand.all[-1]
    mime = LetterMime([chosen], None)
    assert hand.carry(mime, hand.item(Place.PUT_OFF))
    assert hand.drop(mime, Place.PUT_OFF)
    [chooser] = hand.window.findChildren(PutOffChooser)
    hand.did(QTest.keyClick, chooser, Qt.Key.Key_1)
    hand.show(Place.PUT_OFF)
    assert hand.all == (chosen,)
    assert hand.carry(mime, hand.item(Place.NEEDS_ANSWER))
    assert hand.did(hand.drop, mime, Place.NEEDS_ANSWER)
    assert hand.foot() == "It waits for an answer again. Undo with Z."
    assert not is_put_off(hand, chosen)
    hand.undo()
    qtbot.waitUntil(lambda: is_put_off(hand, chosen))


def is_put_off(hand, one):
    engine = hand.desk.engine
    return look_at(engine.reader, [one], engine.profile.clock.read().wall).are_put_off


def test_what_nobody_asks_cannot_be_dropped_on_put_off(hand):
    sale = next(one for one in hand.all if hand.matter(one).waiting_since is None)
    assert not hand.carry(LetterMime([sale], None), hand.item(Place.PUT_OFF))
    assert hand.foot() == "Nobody waits for an answer here: there is nothing to put off."


def test_what_waits_already_is_refused_by_needs_answer(hand):
    hand.show(Place.NEEDS_ANSWER)
    hand.choose(1)
    assert not hand.carry(hand.mime(), hand.item(Place.NEEDS_ANSWER))
    assert hand.foot() == "An answer is owed already."


def test_what_no_person_asks_is_refused_by_needs_answer(hand):
    sale = next(one for one in hand.all if hand.matter(one).waiting_since is None)
    mime = LetterMime([sale], None)
    assert not hand.carry(mime, hand.item(Place.NEEDS_ANSWER))
    assert hand.foot() == "It has its answer, or nobody asks for one."
    assert not hand.drop(mime, Place.NEEDS_ANSWER)


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (Place.COOLING, "Only replies cool down."),
        (Place.WAITING, "A letter waits here by itself once its answer is sent."),
        (Place.PRAISE, "What kind a letter is, is said above it."),
        (Place.ALL, "Every letter is in All mail anyway."),
        (Place.ORDERS, "To choose the order of a letter, press Y."),
    ],
)
def test_other_places_say_why_they_take_no_letters(hand, place, why):
    hand.choose(2)
    before = [hand.matter(one) for one in hand.all]
    assert not hand.carry(hand.mime(), hand.item(place))
    assert hand.foot() == why
    assert QToolTip.text() == f"<p>{why}</p>"
    assert not hand.drop(hand.mime(), place)
    hand.states.settle()
    assert [hand.matter(one) for one in hand.all] == before
    assert not hand.desk.commands._undos


def test_a_saved_search_says_why_it_takes_none(hand):
    next(hand.states.walk("saved"))
    hand.show(Place.ALL)
    hand.choose(1)
    assert not hand.carry(hand.mime(), hand.rail.saved.items()[0])
    assert hand.foot() == "A saved search finds its letters by itself."


def test_what_was_said_of_another_place_goes_when_a_place_takes_them(hand):
    hand.choose(1)
    hand.carry(hand.mime(), hand.item(Place.COOLING))
    assert hand.foot()
    hand.carry(hand.mime(), hand.item(Place.STARRED))
    assert hand.foot() == ""


def test_a_drag_that_is_called_off_leaves_no_mark(hand):
    hand.choose(2)
    hand.carry(hand.mime(), hand.item(Place.STARRED))
    assert hand.drops() == {Place.STARRED, Place.PUT_OFF}
    QApplication.sendEvent(hand.rail, QDragLeaveEvent())
    assert hand.drops() == set()
    hand.states.settle()
    assert not any(hand.is_starred(one) for one in hand.all)


def test_files_and_letters_of_another_window_are_none_of_the_rail(hand):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/orders.csv")])
    foreign = QMimeData()
    own = LetterMime([hand.all[0]], None)
    name = own.formats()[0]
    foreign.setData(name, own.data(name).replace(0, 16, b"0" * 16))
    for mime in (files, foreign):
        enter = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, NO_KEYS)
        hand.rail.dragEnterEvent(enter)
        assert not enter.isAccepted()
    assert letters_in(own) == (hand.all[0],)
    assert letters_in(foreign) == ()


def test_a_letter_is_neither_imported_nor_attached_by_mistake(hand, qtbot):
    hand.choose(1)
    mime = hand.mime()
    for part in (hand.window, hand.window.inbox.composer):
        enter = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, NO_KEYS)
        enter.ignore()
        part.dragEnterEvent(enter)
        assert not enter.isAccepted()
    with qtbot.assertNotEmitted(hand.window.files_dropped):
        hand.window.dropEvent(QDropEvent(QPointF(5, 5), COPY, mime, LEFT, NO_KEYS))


def opened(hand):
    folder = hand.desk.engine.profile.folder / "opened"
    return sorted(folder.glob("*/*")) if folder.exists() else []


def test_out_of_the_window_go_the_letters_as_the_server_has_them(hand):
    hand.choose(2)
    mime = hand.mime()
    assert mime.hasUrls()
    assert hand.carry(mime, hand.item(Place.STARRED))
    assert opened(hand) == []  # nothing is written before somebody takes it
    raws = [load_raw(hand.desk.engine.reader, hand.matter(one).letter.id) for one in hand.all[:2]]
    files = [url.toLocalFile() for url in mime.urls()]
    assert len(files) == 2
    for file, raw, one in zip(files, raws, hand.all, strict=False):
        assert Path(file).read_bytes() == raw
        assert file.endswith(".eml")
        assert hand.matter(one).letter.message.subject.split()[0] in file
    again = unquote(mime.data("text/uri-list").toStdString()).split("\r\n")
    assert again[0] == f"file://{files[0]}"
    assert [str(file) for file in opened(hand)] == sorted(files)


def test_a_letter_whose_files_are_on_the_server_is_left_out_and_named(hand):
    hand.choose(1)
    letter = hand.matter(hand.all[0]).letter.id
    writer = hand.desk.engine.writer
    writer.call(lambda tx: tx.db.execute("DELETE FROM raw_messages WHERE id = ?", (letter,)))
    assert hand.mime().urls() == []
    assert hand.foot() == (
        "A letter is not here as a whole and can't be saved: “Download the whole letter” first."
    )


def test_more_letters_than_can_be_written_at_once_are_no_files():
    def never(_letters):
        raise AssertionError

    assert LetterMime(range(1, MOST_FILES + 1), never).hasUrls()
    assert not LetterMime(range(1, MOST_FILES + 2), never).hasUrls()


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [(1, "1 letter", "1 письмо"), (3, "3 letters", "3 письма"), (5, "5 letters", "5 писем")],
)
def test_the_picture_says_how_many_in_both_languages(hand, count, english, russian):
    model = hand.list.model()
    assert model.dragged_words(count) == english
    hand.desk.languages.choose(Language.RUSSIAN)
    assert model.dragged_words(count) == russian
    card = picture_of(russian, hand.list)
    assert card.deviceIndependentSize().width() < 300


def test_a_screen_reader_hears_the_same_names_during_a_drag(hand):
    hand.choose(1)
    names = [item.accessibleName() for item in hand.rail._items.values()]
    hand.carry(hand.mime(), hand.item(Place.STARRED))
    assert [item.accessibleName() for item in hand.rail._items.values()] == names
    assert QAccessible.queryAccessibleInterface(hand.list).text(QAccessible.Text.Name) == "Letters"
