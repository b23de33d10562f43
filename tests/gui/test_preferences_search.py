"""The search in Preferences: by keys, in the window's language, with marks that can be seen."""

from __future__ import annotations

import pytest
from builders import account
from painted import contrast
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox
from writing import NOW

from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preferences import Language, Preferences
from softanswer.ui.languages import Languages
from softanswer.ui.preferences.page_list import PageList
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.preferences.setting_words import spans_in, words_of
from softanswer.ui.theme.labels import Label
from softanswer.ui.theme.theme import Scheme
from softanswer.ui.theme.tokens import Role

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Preferences and its keys."""

    def __init__(self, qtbot):
        self.dialog = PreferencesDialog(Preferences(), [account()], HoldPolicy(), None, now=NOW)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)
        self.titles = self.dialog.findChild(PageList)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def search(self, typed):
        self.press(Key.Key_F, CTRL)
        assert QApplication.focusWidget() is self.dialog._search_line
        for one in typed:  # QTest knows the keys of Latin letters only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, one)
                QApplication.sendEvent(QApplication.focusWidget(), event)

    def listed(self):
        rows = range(self.titles.model().rowCount())
        return [self.titles.name_of(row) for row in rows if not self.titles.isRowHidden(row)]

    def marked(self, page):
        """What is marked on a page, each as the words themselves."""
        labels = [(one.text(), one.found) for one in page.findChildren(Label)]
        return [text[start:end] for text, found in labels for start, end in found]


@pytest.fixture
def hands(qtbot, theme):
    return Hands(qtbot)


def test_the_pages_that_hold_the_words_remain_and_the_first_one_is_shown(hands):
    everything = hands.listed()
    hands.search("size text")
    assert hands.listed() == ["Look"]
    assert hands.dialog.look.isVisible()
    assert "Size" in hands.marked(hands.dialog.look)
    hands.press(Key.Key_Escape)
    assert hands.dialog.isVisible()
    assert hands.listed() == everything
    assert hands.marked(hands.dialog.look) == []


def test_the_page_that_is_shown_stays_where_it_has_the_words(hands):
    hands.search("HOLD")
    assert "Cool-down" in hands.listed()
    assert hands.dialog.cool_down.isVisible()


@pytest.mark.parametrize(
    ("typed", "page", "field"),
    [
        ("size of the text", "look", "Size of the text"),
        ("restock", "shop", "Restocking fee, where the channel allows one"),
        ("hungarian", "", ""),
        ("русский", "look", "Language of the window"),
        ("dictate", "keys", "Single letters work as keys in lists and letters"),
        ("capitals", "cool_down", "Hold what I write in heat longer"),
        ("keyring", "accounts", "Remove"),
    ],
)
def test_enter_goes_to_the_field_of_the_first_match(hands, typed, page, field):
    hands.search(typed)
    hands.press(Key.Key_Return)
    focused = QApplication.focusWidget()
    if not page:
        assert hands.listed() == []
        assert hands.dialog._nothing.isVisible()
        assert focused is hands.dialog._search_line
        return
    assert getattr(hands.dialog, page).isAncestorOf(focused)
    name = focused.accessibleName() or focused.text()
    assert name == field
    assert hands.dialog.isVisible()


def test_escape_empties_the_field_from_anywhere_and_only_then_closes(hands):
    hands.search("dictate")
    hands.press(Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QCheckBox)
    hands.press(Key.Key_Escape)
    assert (hands.dialog.isVisible(), len(hands.listed())) == (True, 10)
    hands.press(Key.Key_Escape)
    assert not hands.dialog.isVisible()


def test_the_keys_turn_the_listed_pages_only(hands):
    hands.search("letters")
    listed = hands.listed()
    assert 1 < len(listed) < 10
    hands.press(Key.Key_Down)
    assert QApplication.focusWidget() is hands.titles
    seen = []
    for _ in listed:
        seen.append(hands.titles.currentIndex().data())
        hands.press(Key.Key_PageDown, CTRL)
    assert sorted(seen) == sorted(listed)


def test_a_choice_that_was_found_is_set_in_bold(hands):
    hands.search("dark")
    colours = next(
        box for box in hands.dialog.look.findChildren(QComboBox) if box.findText("Dark") >= 0
    )
    bold = [
        colours.itemText(place)
        for place in range(colours.count())
        if (font := colours.itemData(place, Qt.ItemDataRole.FontRole)) and font.bold()
    ]
    assert bold == ["Dark", "High contrast, dark"]
    hands.press(Key.Key_Escape)
    assert colours.itemData(2, Qt.ItemDataRole.FontRole) is None


def test_it_searches_in_the_language_of_the_window(qtbot, theme, qapp):
    languages = Languages(qapp)
    languages.choose(Language.RUSSIAN)
    try:
        hands = Hands(qtbot)
        hands.search("размер")
        assert hands.listed() == ["Вид"]
    finally:
        languages.choose(Language.ENGLISH)


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("ещё", "Еще и ЕЩЁ раз", ["Еще", "ЕЩЁ"]),
        ("ЕЩЕ", "ещё", ["ещё"]),
        ("a b", "b a", ["b", "a"]),
        ("x.y", "x,y", []),
        ("", "any", []),
        ("straße", "STRASSE Straße", ["Straße"]),
    ],
)
def test_neither_case_nor_the_dots_over_yo_count(typed, text, found):
    assert [text[start:end] for start, end in spans_in(words_of(typed), text)] == found


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_mark_can_be_seen_and_the_words_on_it_be_read(hands, theme, scheme):
    theme.set_scheme(scheme)
    hands.search("size of the text")
    tokens = theme.tokens
    label = next(one for one in hands.dialog.look.findChildren(Label) if one.found)
    pixels = label.grab().toImage()
    colours = {
        QColor(pixels.pixel(x, y)).name()
        for x in range(pixels.width())
        for y in range(pixels.height())
    }
    assert {tokens[Role.ACCENT_SOFT].name(), tokens[Role.ACCENT].name()} <= colours
    assert contrast(tokens[Role.ACCENT], tokens[Role.SURFACE]) >= 4.5
    for role in (Role.TEXT, Role.MUTED):
        assert contrast(tokens[role], tokens[Role.ACCENT_SOFT]) >= 4.5


def test_the_mark_stands_below_the_words_it_means(hands):
    """Nothing is marked left of the word: what is before it is as it was."""
    label = Label("Size of the text and more", parent=None)
    label.resize(label.sizeHint())
    before = label.grab().toImage()
    start = label.text().index("text")
    label.set_found(((start, start + 4),))
    after = label.grab().toImage()
    changed = [
        x
        for x in range(after.width())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(after.height()))
    ]
    metrics = label.fontMetrics()
    left = metrics.horizontalAdvance(label.text()[:start])
    right = metrics.horizontalAdvance(label.text()[: start + 4])
    assert abs(changed[0] - left) <= 2
    assert abs(changed[-1] - right) <= 2
