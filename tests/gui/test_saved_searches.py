"""Saved searches: kept, opened, changed, moved and deleted by keys and by mouse, and counted."""

from __future__ import annotations

from datetime import date

import pytest
from fakes.window_states import WindowStates
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from softanswer.replies.preferences import Language
from softanswer.replies.search.parsing import parse
from softanswer.replies.search.saved_store import load_searches
from softanswer.ui.action_menu import SavedMenu
from softanswer.ui.actions import Act
from softanswer.ui.backup import restore_backup, write_backup
from softanswer.ui.command_palette import CommandModel
from softanswer.ui.inbox.message_list_model import ID_ROLE
from softanswer.ui.inbox.saved_dialog import SavedDialog
from softanswer.ui.languages import Languages
from softanswer.ui.rail import Place
from softanswer.ui.theme.buttons import PrimaryButton

pytestmark = pytest.mark.timeout(120)

ANGRY = "is:complaint"
TODAY = date(2026, 11, 23)


class Hands:
    """The window, its keys, and what the store says."""

    def __init__(self, qtbot, states):
        self.qtbot, self.desk, self.window = qtbot, states.desk, states.window
        self.rail, self.field = states.window.rail, states.window.top_bar.search

    def press(self, keys):
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        part = QApplication.focusWidget()
        sequence = QKeySequence(keys)
        for place in range(sequence.count()):
            chord = sequence[place]
            QTest.keyClick(part, chord.key(), chord.keyboardModifiers())

    def type_search(self, text):
        self.press("Ctrl+Shift+F")
        QTest.keyClicks(self.field, text)
        if self.field.offers():
            QTest.keyClick(self.field, Qt.Key.Key_Escape)

    def dialog(self):
        self.qtbot.waitUntil(lambda: self._dialogs() != [])
        return self._dialogs()[0]

    def _dialogs(self):
        return [one for one in self.window.findChildren(SavedDialog) if one.isVisible()]

    def give(self, name, typed=None):
        """Fill the dialog by keys and keep it."""
        dialog = self.dialog()
        fields = [one for one in dialog.findChildren(QLineEdit) if one.isVisible()]
        for field, text in zip(fields, (name, typed), strict=True):
            if text is not None:
                field.setFocus()
                field.selectAll()
                QTest.keyClicks(field, text)
        QTest.keyClick(fields[0], Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self._dialogs() == [])

    def save(self, name, typed):
        before = len(self.kept())
        self.type_search(typed)
        self.press("Ctrl+D")
        self.give(name)
        self.qtbot.waitUntil(lambda: len(self.names()) == before + 1)

    def kept(self):
        return [(one.name, one.typed) for one in load_searches(self.desk.engine.reader)]

    def names(self):
        return [item.text() for item in self.rail.saved.items()]

    def shown(self):
        shown = self.desk.wiring.saved.shown
        return shown.name if shown else None

    def item(self, name):
        return next(item for item in self.rail.saved.items() if item.text() == name)

    def listed(self):
        model = self.window.inbox.model
        return [model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())]

    def title(self):
        return self.window.inbox._title.text()


@pytest.fixture
def hands(qtbot, theme, tmp_path):
    states = WindowStates(tmp_path)
    yield Hands(qtbot, states)
    states.close()


def test_a_search_is_saved_by_keys_counted_and_opened_by_keys_and_by_mouse(qtbot, hands):
    hands.save("Complaints & more", ANGRY)
    assert hands.kept() == [("Complaints & more", ANGRY)]
    assert hands.shown() == "Complaints & more"
    qtbot.waitUntil(lambda: hands.title() == "Complaints & more")
    found = hands.listed()
    assert found
    qtbot.waitUntil(lambda: hands.item("Complaints & more").count.number == len(found))
    assert hands.item("Complaints & more").accessibleName() == f"Complaints & more, {len(found)}"

    hands.desk.wiring.show_place(Place.PRAISE)
    assert hands.field.text() == ""
    assert hands.shown() is None
    hands.press("G,1")
    qtbot.waitUntil(lambda: hands.listed() == found)
    assert hands.field.text() == ANGRY
    assert hands.window.inbox.list.hasFocus()

    hands.desk.wiring.show_place(Place.ORDERS)
    QTest.mouseClick(hands.item("Complaints & more"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hands.window.pages.currentWidget() is hands.window.inbox)
    qtbot.waitUntil(lambda: hands.listed() == found)
    assert hands.desk.wiring.reading.matter.conversation_id in found


def test_the_plus_of_the_field_and_the_plus_of_the_rail_ask_for_a_name(qtbot, hands):
    assert not hands.field._save.isVisible()
    hands.type_search("atlas")
    QTest.mouseClick(hands.field._save, Qt.MouseButton.LeftButton)
    hands.give("Atlases")
    qtbot.waitUntil(lambda: hands.kept() == [("Atlases", "atlas")])
    hands.desk.wiring.show_place(Place.ALL)
    QTest.mouseClick(hands.rail.saved._add, Qt.MouseButton.LeftButton)
    dialog = hands.dialog()
    names = [dialog._ready.itemText(row) for row in range(dialog._ready.count())]
    dialog._ready.setCurrentIndex(names.index("Overdue"))
    dialog._ready.activated.emit(names.index("Overdue"))
    QTest.mouseClick(dialog.findChild(PrimaryButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hands.kept()[1:] == [("Overdue", "due:overdue")])


def test_what_cannot_be_kept_is_said_and_what_would_be_replaced_too(qtbot, hands):
    hands.save("Atlases", "atlas")
    hands.desk.wiring.show_place(Place.ALL)
    hands.press("Ctrl+D")
    dialog = hands.dialog()
    QTest.keyClick(dialog._name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.note().startswith("Give the search a name")
    QTest.keyClicks(dialog._name, "ATLASES")
    assert "takes its place" in dialog.note()
    QTest.keyClicks(dialog._typed, "sinse:x")
    assert "sinse:" in dialog.note()
    dialog.reject()
    assert hands.kept() == [("Atlases", "atlas")]


def test_one_is_renamed_moved_changed_and_deleted_by_keys_and_all_is_taken_back(qtbot, hands):
    hands.save("First", "atlas")
    hands.save("Second", ANGRY)
    hands.save("Third", "is:unread")
    before = hands.kept()
    hands.press("Alt+1")
    assert hands.item("Third").hasFocus()

    hands.press("Alt+Up")
    qtbot.waitUntil(lambda: hands.names() == ["First", "Third", "Second"])
    assert hands.shown() == "Third"
    assert hands.item("Third").hasFocus()
    hands.press("F2")
    hands.give("News", "is:unread after:2026-11-01")
    qtbot.waitUntil(lambda: hands.names() == ["First", "News", "Second"])
    assert hands.kept()[1] == ("News", "is:unread after:2026-11-01")
    qtbot.waitUntil(lambda: hands.title() == "News")
    hands.press("Alt+1")
    hands.press("Del")
    qtbot.waitUntil(lambda: hands.names() == ["First", "Second"])
    assert hands.shown() is None
    assert hands.rail.place is Place.NEEDS_ANSWER
    for names in (
        ["First", "News", "Second"],
        ["First", "Third", "Second"],
        ["First", "Second", "Third"],
    ):
        hands.press("Ctrl+Z")
        qtbot.waitUntil(lambda names=names: hands.names() == names)
    assert hands.kept() == before


def test_the_arrow_keys_go_from_the_places_into_the_saved_searches(qtbot, hands):
    hands.save("First", "atlas")
    hands.desk.wiring.show_place(Place.ORDERS)
    hands.press("Alt+1")
    hands.press("Down")
    assert hands.shown() == "First"
    qtbot.waitUntil(lambda: hands.title() == "First")


def test_the_menu_of_a_search_opens_on_it_and_does_what_it_says(qtbot, hands):
    hands.save("First", "atlas")
    hands.desk.wiring.show_place(Place.ALL)
    item = hands.item("First")
    at = item.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, item.mapToGlobal(at))
    QApplication.sendEvent(item, event)
    menu = hands.window.findChild(SavedMenu)
    assert menu.isVisible()
    assert hands.shown() == "First"
    delete = next(a for a in menu.actions() if a.objectName() == "delete_search")
    delete.trigger()
    menu.close()
    qtbot.waitUntil(lambda: hands.kept() == [])


def test_the_palette_finds_a_search_by_its_name(qtbot, hands):
    hands.save("Rare & old", "atlas")
    palette = CommandModel(hands.window.acts)
    palette.search("rare")
    assert palette.index(0, 0).data() == "Rare & old"
    assert hands.window.acts[Act.GO_SAVED_1].text() == "Rare && old"
    assert not hands.window.acts[Act.GO_SAVED_2].isEnabled()
    assert hands.window.acts.why_not(Act.GO_SAVED_2) == "No search is saved here yet."


def test_typing_leaves_the_saved_search(qtbot, hands):
    hands.save("First", "atlas")
    hands.press("Ctrl+Shift+F")
    QTest.keyClick(hands.field, Qt.Key.Key_End)
    QTest.keyClicks(hands.field, "e")
    assert hands.shown() is None
    assert hands.kept() == [("First", "atlas")]


def test_counts_follow_what_is_done(qtbot, hands):
    hands.save("Stars", "is:starred")
    hands.desk.wiring.show_place(Place.ALL)
    qtbot.waitUntil(lambda: hands.listed() != [])
    assert hands.item("Stars").count.number == 0
    hands.press("S")
    qtbot.waitUntil(lambda: hands.item("Stars").count.number == 1, timeout=10_000)


def test_a_backup_brings_them_back(qtbot, hands, tmp_path):
    hands.save("First", "atlas")
    profile = hands.desk.engine.profile
    write_backup(profile, tmp_path / "kept.zip")
    fresh = type(profile)(tmp_path / "fresh", profile.clock, profile.secrets)
    restore_backup(fresh, tmp_path / "kept.zip")
    reader = fresh.open_reader()
    assert [(one.name, one.typed) for one in load_searches(reader)] == [("First", "atlas")]
    reader.close()


def test_a_narrow_rail_shows_the_first_letters_and_says_the_name(qtbot, hands):
    hands.save("First of all that I save", "atlas")
    hands.window.resize(1024, 700)
    qtbot.waitUntil(lambda: hands.item("First of all that I save").width() < 60)
    assert "First of all" in hands.item("First of all that I save").toolTip()
    assert hands.rail.saved.mapTo(hands.window, QPoint()).y() > 0


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.RUSSIAN])
def test_what_is_offered_ready_made_is_understood_and_is_the_same(qtbot, theme, qapp, language):
    languages = Languages(qapp)
    languages.choose(language)
    try:
        window = QWidget()
        qtbot.addWidget(window)
        offered = SavedDialog((), "", "", window, is_new=True).ready_made()
        read = [parse(typed, TODAY) for typed in offered.values()]
    finally:
        languages.choose(Language.ENGLISH)
    assert [one.notes for one in read] == [()] * len(read)
    assert [str(one.query) for one in read] == [
        "due:2026-11-23..2026-11-23",
        "due:overdue",
        "heat:2..3 state:needs-answer",
        "kind:refund-request state:needs-answer",
        "has:promise",
        "is:unread",
    ]
