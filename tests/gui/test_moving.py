"""The seller moves letters out of the way, and back."""

from __future__ import annotations

import pytest
from fakes.writing_desk import WritingDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from softanswer.mailbox.folder_uses import FolderUse
from softanswer.mailbox.store.moves import load_move
from softanswer.mailbox.store.server_changes import pending_changes
from softanswer.mailbox.store.server_folders import note_folders
from softanswer.ui.actions import Act
from softanswer.ui.inbox.folder_choice import FolderChoice
from softanswer.ui.inbox.letter_body import LetterText
from softanswer.ui.inbox.message_list_model import ID_ROLE
from softanswer.ui.rail import Place


@pytest.fixture
def desk(qtbot, tmp_path, theme):
    desk = WritingDesk(qtbot, tmp_path)
    yield desk
    desk.desk.close()


def listed(desk: WritingDesk) -> set[int]:
    model = desk.desk.window.inbox.model
    return {model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())}


def read(desk: WritingDesk, conversation_id: int) -> None:
    desk.desk.wiring.reading.go_to(conversation_id)
    desk.desk.window.inbox.list.setFocus()


def foot(desk: WritingDesk) -> str:
    return desk.desk.window.clock_strip._status.text()


def queued(desk: WritingDesk) -> list[tuple[FolderUse | None, str]]:
    db = desk.desk.engine.reader
    account = desk.desk.engine.accounts()[0]
    moves = [load_move(db, one.move) for one in pending_changes(db, account.id) if one.move]
    return [(move.use, move.target.folder) for move in moves]


@pytest.mark.parametrize(
    ("key", "use", "name"),
    [
        ("A", FolderUse.ARCHIVE, "Archive"),
        ("#", FolderUse.TRASH, "Trash"),
        (Qt.Key.Key_Delete, FolderUse.TRASH, "Trash"),
        ("!", FolderUse.JUNK, "Junk"),
    ],
)
def test_a_key_moves_the_letter_and_another_brings_it_back(qtbot, desk, key, use, name):
    desk.desk.wiring.show_place(Place.ALL)
    read(desk, desk.question)
    shift = Qt.KeyboardModifier.ShiftModifier if key == "A" else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(desk.desk.window.inbox.list, key, shift)
    qtbot.waitUntil(lambda: listed(desk) == {desk.complaint})
    qtbot.waitUntil(lambda: foot(desk) == f"Moved to {name}. Undo with Z.")
    assert queued(desk) == [(use, "")]
    assert desk.desk.wiring.reading.matter.conversation_id == desk.complaint
    QTest.keyClick(desk.desk.window.inbox.list, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: listed(desk) == {desk.complaint, desk.question})
    assert queued(desk) == []


def test_the_next_letter_is_read_on_by_keys(qapp, qtbot, desk):
    desk.desk.wiring.show_place(Place.ALL)
    read(desk, desk.question)
    reading = desk.desk.wiring.reading
    QTest.keyClick(desk.desk.window.inbox.list, Qt.Key.Key_Return)
    for key, expected in (("K", desk.complaint), ("J", desk.question)):
        assert isinstance(qapp.focusWidget(), LetterText)
        QTest.keyClick(qapp.focusWidget(), key)
        qtbot.waitUntil(lambda: reading.matter.conversation_id == expected)  # noqa: B023
        qtbot.wait(100)
    assert isinstance(qapp.focusWidget(), LetterText)


def test_what_is_brought_back_is_marked_in_the_list_and_read(qtbot, desk):
    inbox = desk.desk.window.inbox
    desk.desk.wiring.show_place(Place.ALL)
    read(desk, desk.question)
    QTest.keyClick(inbox.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.desk.wiring.reading.matter.conversation_id == desk.complaint)
    qtbot.waitUntil(lambda: "Undo with Z" in foot(desk))
    QTest.keyClick(inbox.list, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: desk.desk.wiring.reading.matter.conversation_id == desk.question)
    qtbot.waitUntil(lambda: inbox.list.currentIndex().data(ID_ROLE) == desk.question)


def test_a_complaint_that_is_open_stays_in_the_list(qtbot, desk):
    read(desk, desk.complaint)
    desk.desk.window.acts[Act.ARCHIVE].trigger()
    qtbot.waitUntil(lambda: queued(desk) == [(FolderUse.ARCHIVE, "")])
    qtbot.waitUntil(lambda: "It stays in the list until its case" in foot(desk))
    assert desk.complaint in listed(desk)


def test_when_the_case_is_done_the_complaint_leaves_the_list(qtbot, desk):
    desk.desk.wiring.show_place(Place.ALL)
    read(desk, desk.complaint)
    desk.desk.window.acts[Act.ARCHIVE].trigger()
    qtbot.waitUntil(lambda: bool(queued(desk)))
    read(desk, desk.complaint)
    desk.desk.window.acts[Act.DONE].trigger()
    qtbot.waitUntil(lambda: listed(desk) == {desk.question})


def test_a_letter_that_is_archived_already_says_so(qtbot, desk):
    read(desk, desk.complaint)
    desk.desk.window.acts[Act.ARCHIVE].trigger()
    qtbot.waitUntil(lambda: bool(queued(desk)))
    read(desk, desk.complaint)
    with qtbot.waitSignal(desk.desk.engine.failed) as failed:
        desk.desk.window.acts[Act.ARCHIVE].trigger()
    assert "lies in another folder already" in str(failed.args[0])
    assert len(queued(desk)) == 1


def test_a_folder_is_chosen_by_name(qtbot, desk):
    account = desk.desk.engine.accounts()[0]
    read(desk, desk.question)
    here = desk.desk.wiring.reading.matter.letter.key.folder
    names = ("Archive", here, "Отзывы")
    desk.desk.engine.writer.call(lambda tx: note_folders(tx.db, account.id, names))
    desk.desk.window.acts[Act.MOVE].trigger()
    dialog = desk.desk.window.findChild(FolderChoice)
    assert dialog.comboBoxItems() == ["Archive", "Отзывы"]
    dialog.setTextValue("Отзывы")
    dialog.accept()
    qtbot.waitUntil(lambda: queued(desk) == [(None, "Отзывы")])
    qtbot.waitUntil(lambda: foot(desk) == "Moved to Отзывы. Undo with Z.")


def test_before_any_mail_was_fetched_no_folder_can_be_chosen(desk):
    read(desk, desk.question)
    desk.desk.window.acts[Act.MOVE].trigger()
    assert desk.desk.window.findChild(FolderChoice) is None
    assert foot(desk) == "The folders are known when mail was fetched once."


def test_the_last_letter_leaves_an_empty_page(qtbot, desk):
    desk.desk.wiring.show_place(Place.ALL)
    for conversation_id in (desk.complaint, desk.question):
        read(desk, conversation_id)
        desk.desk.window.acts[Act.DONE].trigger()
        read(desk, conversation_id)
        desk.desk.window.acts[Act.TRASH].trigger()
        qtbot.waitUntil(lambda one=conversation_id: one not in listed(desk))
    qtbot.waitUntil(lambda: desk.desk.wiring.reading.matter is None)
