"""The folders dialog, and what it asks of the world."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView, QPushButton
from writing import is_freed

from softanswer.mailbox.folder_choice import FolderKind, ServerFolder
from softanswer.ui.preferences.folders_dialog import FolderListModel, FoldersDialog
from softanswer.ui.theme.buttons import PrimaryButton

CHECK = Qt.ItemDataRole.CheckStateRole
FOLDERS = (
    ServerFolder("INBOX", FolderKind.INBOX, is_followed=True),
    ServerFolder("Sent", FolderKind.SENT, is_followed=True),
    ServerFolder("eBay", FolderKind.PLAIN, is_followed=True),
    ServerFolder("Отзывы", FolderKind.PLAIN, is_followed=False),
    ServerFolder("Bin", FolderKind.TRASH, is_followed=False),
)


@pytest.fixture
def dialog(qtbot, theme):
    dialog = FoldersDialog("ana@shop.example")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def model(dialog):
    return dialog.findChild(QListView).model()


def check(dialog, row, *, on):
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    return model(dialog).setData(model(dialog).index(row, 0), state.value, CHECK)


def save(dialog):
    return dialog.findChild(PrimaryButton)


def rows(dialog):
    shown = model(dialog)
    return [
        (shown.index(row, 0).data(), Qt.CheckState(shown.index(row, 0).data(CHECK)).name)
        for row in range(shown.rowCount())
    ]


def test_it_says_that_the_server_is_asked(dialog, qtbot):
    with qtbot.waitSignal(dialog.list_wanted):
        dialog.ask()
    assert dialog.verdict() == "The server is asked for its folders."
    assert not save(dialog).isEnabled()


def test_names_are_shown_with_what_they_are_for(dialog):
    dialog.show_folders(FOLDERS, {})
    assert dialog.verdict() == ""
    assert rows(dialog) == [
        ("INBOX · always followed", "Checked"),
        ("Sent · sent mail, always followed", "Checked"),
        ("eBay", "Checked"),
        ("Отзывы", "Unchecked"),
        ("Bin · trash, not followed", "Unchecked"),
    ]


def test_a_folder_is_chosen_by_a_click_and_by_the_keyboard(dialog, qtbot):
    dialog.show_folders(FOLDERS, {})
    view = dialog.findChild(QListView)
    view.setCurrentIndex(model(dialog).index(3, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.save_wanted) as wanted:
        save(dialog).click()
    assert wanted.args == [("eBay", "Отзывы")]


@pytest.mark.parametrize("row", [0, 1, 4])
def test_what_is_followed_always_or_never_cannot_be_changed(dialog, row):
    dialog.show_folders(FOLDERS, {})
    before = rows(dialog)
    assert not check(dialog, row, on=before[row][1] == "Unchecked")
    assert rows(dialog) == before


def test_letting_go_of_letters_is_said_before_it_is_done(dialog, qtbot):
    dialog.show_folders(FOLDERS, {"eBay": 12})
    check(dialog, 2, on=False)
    assert dialog.verdict().startswith("12 letters of the folders that you follow no more")
    assert save(dialog).text() == "Follow these, let go of 12 letters"
    check(dialog, 2, on=True)
    assert dialog.verdict() == ""
    assert save(dialog).text() == "Follow these folders"
    check(dialog, 2, on=False)
    with qtbot.waitSignal(dialog.save_wanted) as wanted:
        save(dialog).click()
    assert wanted.args == [()]


def test_a_problem_is_said_and_the_server_can_be_asked_again(dialog, qtbot):
    dialog.ask()
    dialog.show_problem("mail.example could not be reached.")
    assert dialog.verdict() == "mail.example could not be reached."
    assert not save(dialog).isEnabled()
    again = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Ask again")
    with qtbot.waitSignal(dialog.list_wanted):
        again.click()


def test_leaving_calls_the_question_off(dialog, qtbot):
    dialog.ask()
    with qtbot.waitSignal(dialog.called_off):
        dialog.reject()


def test_the_model_keeps_qts_rules(dialog):
    QAbstractItemModelTester(
        model(dialog), QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    dialog.show_folders(FOLDERS, {})
    assert isinstance(model(dialog), FolderListModel)
    assert model(dialog).chosen_names() == ("eBay",)
    dialog.show_folders((), {})
    assert rows(dialog) == []


def test_the_dialog_is_freed_on_close(qtbot, theme):
    assert is_freed(lambda: FoldersDialog("ana@shop.example"))
