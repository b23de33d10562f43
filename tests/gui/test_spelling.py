"""Spelling in the real window: words are marked, led to and mended by keys."""

from __future__ import annotations

import pytest
from builders import HandClock
from fakes.command_line import MemorySecrets
from fakes.tiny_speller import NoSource, TinySource
from fakes.writing_desk import CLEAN, open_desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from softanswer.replies.own_words import OWN_WORDS_NAME, OwnWords
from softanswer.ui.backup import restore_backup, write_backup
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.profile import Profile

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def source():
    return TinySource()


@pytest.fixture
def desk(qtbot, theme, tmp_path, source):
    with open_desk(qtbot, tmp_path / "profile", speller=source) as opened:
        yield opened


def marked(desk):
    words = desk.editor.misspelt
    return [words.text_of(place) for place in words.shown]


def write(qtbot, desk, text, *words):
    desk.write_to(desk.complaint)
    desk.erase()
    desk.type(text)
    qtbot.waitUntil(lambda: marked(desk) == list(words))


def menu(qtbot, desk):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def entries(shown):
    return [action.text() for action in shown.actions() if not action.isSeparator()]


def choose(qtbot, shown, text):
    for _ in shown.actions():
        if shown.activeAction().text() == text:
            break
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.activeAction().text() == text
    qtbot.keyClick(shown, Qt.Key.Key_Return)


def test_no_dictionary_is_opened_before_a_reply_is_written(qtbot, desk, source):
    assert source.opened == 0
    write(qtbot, desk, "my book, recieve ", "recieve")
    assert source.opened == 1


def test_words_are_marked_but_not_the_one_that_is_being_typed(qtbot, desk):
    write(qtbot, desk, "my recieve book teh", "recieve")
    desk.type(" ")
    qtbot.waitUntil(lambda: marked(desk) == ["recieve", "teh"])


def test_the_beads_are_painted_below_the_word_and_nowhere_else(qtbot, desk):
    write(qtbot, desk, "my recieve book ", "recieve")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Home, CTRL)
    (place,) = desk.editor.misspelt.shown
    with_beads = desk.editor.viewport().grab().toImage()
    desk.editor.misspelt.show(())
    without = desk.editor.viewport().grab().toImage()
    word = desk.editor.place_of(place.start, place.end)
    other = {
        (x, y)
        for x in range(without.width())
        for y in range(word.top() - 30, word.bottom() + 30)
        if 0 <= y < without.height() and with_beads.pixel(x, y) != without.pixel(x, y)
    }
    assert other
    assert all(word.left() - 2 <= x <= word.right() + 2 for x, _ in other)
    assert all(word.center().y() < y <= word.bottom() + 4 for _, y in other)


def test_a_key_leads_to_the_next_word_and_round_again(qtbot, desk):
    write(qtbot, desk, "teh book, recieve, извинте вчера ", "teh", "recieve", "извинте")
    seen = []
    for _ in range(4):
        qtbot.keyClick(desk.editor, Qt.Key.Key_F7, CTRL)
        seen.append(desk.editor.textCursor().selectedText())
    assert seen == ["teh", "recieve", "извинте", "teh"]


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Return, ALT), (Qt.Key.Key_F7, SHIFT)])
def test_a_suggestion_is_put_in_by_keys_and_taken_back_in_one_step(qtbot, desk, key, held):
    write(qtbot, desk, "my recieve book ", "recieve")
    qtbot.keyClick(desk.editor, Qt.Key.Key_F7, CTRL)
    qtbot.keyClick(desk.editor, key, held)
    shown = menu(qtbot, desk)
    assert shown.accessibleName() == "“recieve” is in no dictionary. Perhaps:"
    assert entries(shown) == [
        "“recieve” is in no dictionary. Perhaps:",
        "receive",
        "relieve",
        "Add to my dictionary",
        "Ignore in this letter",
    ]
    choose(qtbot, shown, "relieve")
    assert desk.composer.body() == "my relieve book "
    desk.editor.undo()
    assert desk.composer.body() == "my recieve book "


def test_the_menu_key_offers_the_same_on_a_misspelt_word(qtbot, desk):
    write(qtbot, desk, "my recieve book ", "recieve")
    qtbot.keyClick(desk.editor, Qt.Key.Key_F7, CTRL)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(desk.editor.viewport(), event)
    shown = menu(qtbot, desk)
    assert "Select All" in entries(shown)[-1]
    choose(qtbot, shown, "receive")
    assert desk.composer.body() == "my receive book "
    assert all(not one.isVisible() for one in desk.editor.findChildren(QMenu))


def test_the_menu_of_a_selection_that_holds_more_is_the_usual_one(qtbot, desk):
    write(qtbot, desk, "my recieve book ", "recieve")
    qtbot.keyClick(desk.editor, Qt.Key.Key_A, CTRL)
    asked = []
    desk.editor.word_menu_wanted.connect(asked.append)
    (place,) = desk.editor.misspelt.shown
    at = desk.editor.place_of(place.start, place.end).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, at)
    QApplication.sendEvent(desk.editor.viewport(), event)
    menu(qtbot, desk).close()
    assert asked == []
    assert desk.editor.textCursor().selectedText() == "my recieve book "


def test_a_word_is_added_to_her_dictionary_for_every_letter(qtbot, desk):
    write(qtbot, desk, "my octavo book ", "octavo")
    qtbot.keyClick(desk.editor, Qt.Key.Key_F7, CTRL)
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return, ALT)
    choose(qtbot, menu(qtbot, desk), "Add to my dictionary")
    qtbot.waitUntil(lambda: marked(desk) == [])
    assert OwnWords(desk.folder).load() == ("octavo",)
    desk.write_to(desk.question)
    desk.erase()
    desk.type("octavo, quarto ")
    qtbot.waitUntil(lambda: marked(desk) == ["quarto"])


def test_a_word_that_is_ignored_is_marked_in_another_letter(qtbot, desk):
    write(qtbot, desk, "my octavo book ", "octavo")
    qtbot.keyClick(desk.editor, Qt.Key.Key_F7, CTRL)
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return, ALT)
    choose(qtbot, menu(qtbot, desk), "Ignore in this letter")
    qtbot.waitUntil(lambda: marked(desk) == [])
    assert not (desk.folder / OWN_WORDS_NAME).exists()
    desk.write_to(desk.question)
    desk.erase()
    desk.type("octavo ")
    qtbot.waitUntil(lambda: marked(desk) == ["octavo"])


def test_without_dictionaries_a_reply_is_written_and_held_as_ever(qtbot, theme, tmp_path):
    with open_desk(qtbot, tmp_path / "profile", speller=NoSource()) as desk:
        desk.write_to(desk.complaint)
        desk.type(CLEAN)
        qtbot.keyClick(desk.editor, Qt.Key.Key_F7, CTRL)
        assert marked(desk) == []
        assert not desk.desk.window.problem_bar.isVisible()
        desk.hold()
        assert len(desk.held_replies()) == 1


def preferences(qtbot, desk):
    desk.desk.wiring.settling.open_preferences()
    dialog = desk.desk.window.findChild(PreferencesDialog)
    dialog.show_page(dialog.writing)
    return dialog


def test_preferences_say_what_is_missing(qtbot, theme, tmp_path):
    with open_desk(qtbot, tmp_path / "profile", speller=TinySource({"en": ()})) as desk:
        dialog = preferences(qtbot, desk)
        assert "hunspell-ru" in dialog.writing._note.text()
        assert dialog.writing._spelling.accessibleDescription() == dialog.writing._note.text()
        dialog.reject()


def test_spelling_is_turned_off_and_the_dictionary_changed_in_preferences(qtbot, desk):
    write(qtbot, desk, "my octavo recieve ", "octavo", "recieve")
    dialog = preferences(qtbot, desk)
    assert dialog.writing._note.text() == "English and Russian words are looked up."
    field = dialog.writing.findChild(QPlainTextEdit)
    field.setPlainText("octavo\n\n quarto ")
    dialog._keep.click()
    qtbot.waitUntil(lambda: marked(desk) == ["recieve"])
    assert OwnWords(desk.folder).load() == ("octavo", "quarto")
    dialog = preferences(qtbot, desk)
    qtbot.mouseClick(dialog.writing._spelling, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert not dialog.writing.spelling()
    dialog._keep.click()
    qtbot.waitUntil(lambda: marked(desk) == [])
    assert desk.desk.engine.preferences.spelling is False


def test_her_dictionary_comes_back_with_a_backup(desk, tmp_path):
    OwnWords(desk.folder).save(["octavo"])
    write_backup(desk.desk.engine.profile, tmp_path / "backup.zip")
    fresh = Profile(tmp_path / "fresh", HandClock(), MemorySecrets())
    fresh.open_writer().close()
    restore_backup(fresh, tmp_path / "backup.zip")
    assert OwnWords(fresh.folder).load() == ("octavo",)
