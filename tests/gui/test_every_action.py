"""Every action of the table: in the palette, in a menu, named, translated, and none raises."""

from __future__ import annotations

import pytest
from builders import HandClock, account
from fakes.command_line import MemorySecrets
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from softanswer.mailbox.store.accounts import add_account
from softanswer.replies.preferences import Language
from softanswer.ui.action_menu import ActionMenu, LetterMenu
from softanswer.ui.actions import Act
from softanswer.ui.command_palette import CommandModel
from softanswer.ui.desk import Desk
from softanswer.ui.languages import Languages
from softanswer.ui.profile import Profile
from softanswer.ui.rail import Place

ASKING = {  # they open a dialog of the system, or another window of the program
    Act.QUIT,
    Act.IMPORT_ORDERS,
    Act.EXPORT_ORDERS,
    Act.SAMPLE_SHOP,
}


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    with profile.writing() as writer:
        writer.call(lambda tx: add_account(tx, account()))
    desk = Desk(profile)
    desk.wiring.open()
    yield desk
    desk.close()


def listed():
    return [act for act in Act if not act.is_twin]


def test_every_action_stands_in_the_menu_once(desk):
    menu = desk.window.findChild(ActionMenu)
    assert sorted(a.objectName() for a in menu.entries()) == sorted(
        act.name.lower() for act in listed()
    )
    assert all(action.text() for action in menu.entries())


def test_the_menu_opens_from_the_top_bar(qtbot, desk):
    qtbot.mouseClick(desk.window.top_bar.menu_button, Qt.MouseButton.LeftButton)
    menu = desk.window.findChild(ActionMenu)
    assert menu.isVisible()
    assert desk.window.acts[Act.UNDO].toolTip() == "There is nothing to take back."
    menu.close()


def test_the_menu_of_a_letter_has_what_can_be_done_with_it(desk):
    names = {a.objectName() for a in desk.window.findChild(LetterMenu).actions()}
    assert {"reply", "suggested_reply", "done", "archive", "trash", "star"} <= names


@pytest.mark.parametrize("place", Place)
def test_none_raises_wherever_she_is_and_the_palette_says_why_not(qtbot, desk, place):
    palette = CommandModel(desk.window.acts)
    for act in Act:
        if act in ASKING:
            continue
        desk.wiring.show_place(place)
        action = desk.window.acts[act]
        if not action.isEnabled():
            assert desk.window.acts.why_not(act), act
        action.trigger()
        for dialog in QApplication.topLevelWidgets():
            if dialog is not desk.window and dialog.isVisible():
                dialog.close()
    shown = [palette.index(row, 0).data() for row in range(palette.rowCount())]
    assert sorted(shown) == sorted(act.text for act in listed())


def test_every_action_has_a_name_in_russian(qapp):
    languages = Languages(qapp)
    languages.choose(Language.RUSSIAN)
    try:
        same = [act.name for act in Act if act.text == act.source]
    finally:
        languages.choose(Language.ENGLISH)
    assert same == []
