"""Letters that answer none: begun by key or by a link, held, sent, thrown away, all by keys."""

from __future__ import annotations

import pytest
from builders import NOON
from fakes.writing_desk import open_desk, type_into
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from softanswer.replies.inbox import RowState, Shelf
from softanswer.replies.inbox_store import load_matter, rows, rows_begun_here
from softanswer.ui.inbox.letter_drag import letters_in
from softanswer.ui.inbox.message_list_model import ROW_ROLE
from softanswer.ui.rail import Place
from softanswer.ui.reply.new_letter_dialog import NewLetterDialog

CTRL = Qt.KeyboardModifier.ControlModifier
LINK = "mailto:eva@mail.example?subject=Your%20parcel&body=Dear%20Eva%2C%0D%0A%0D%0AA+B"
LETTER = """Dear Eva,

The second volume came in this morning, and I have put it aside for you until Friday.

Ana Reyes
"""


@pytest.fixture
def desk(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


def begin(qtbot, desk, link=LINK):
    writing, letters = desk.desk.wiring.writing, desk.desk.wiring.new_letters
    with qtbot.waitSignal(writing.began, timeout=20_000):
        letters.follow(link)
    desk.checked()


def begun_rows(desk):
    return rows_begun_here(desk.desk.engine.reader)


def shown_rows(desk):
    model = desk.desk.window.inbox.model
    return [model.index(i, 0).data(ROW_ROLE) for i in range(model.rowCount())]


def test_a_link_opens_a_draft_with_what_it_asks_for(qtbot, desk):
    begin(qtbot, desk)
    assert desk.composer.subject() == "Your parcel"
    assert desk.composer.body() == "Dear Eva,\n\nA+B"
    assert desk.composer.identity._recipient.text() == "eva@mail.example"
    assert QApplication.focusWidget() is desk.editor


def test_a_link_of_the_letter_that_is_read_is_written_by_its_account(qtbot, desk):
    desk.desk.wiring.reading.go_to(desk.complaint)
    account = desk.matter(desk.complaint).account_id
    with qtbot.waitSignal(desk.desk.wiring.writing.began, timeout=20_000):
        desk.desk.window.inbox.letter.link_agreed.emit("mailto:eva@mail.example")
    [row] = begun_rows(desk)
    assert load_matter(desk.desk.engine.reader, row.conversation_id).account_id == account


def test_a_key_asks_to_whom(qtbot, desk):
    window = desk.desk.window
    qtbot.keyClick(window.inbox.list, Qt.Key.Key_N, CTRL)
    dialog = window.findChild(NewLetterDialog)
    field = dialog.findChild(QLineEdit)
    type_into(field, "nobody")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "nobody" in dialog._note.text()
    field.clear()
    type_into(field, "Eva Roe <eva@mail.example>")
    with qtbot.waitSignal(desk.desk.wiring.writing.began, timeout=20_000):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.composer.identity._recipient.text() == "Eva Roe <eva@mail.example>"
    assert desk.composer.body() == ""


def test_a_link_without_an_address_asks_for_one_and_keeps_the_rest(qtbot, desk):
    desk.desk.wiring.new_letters.follow("mailto:?subject=Your%20parcel")
    field = desk.desk.window.findChild(NewLetterDialog).findChild(QLineEdit)
    type_into(field, "eva@mail.example")
    with qtbot.waitSignal(desk.desk.wiring.writing.began, timeout=20_000):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.composer.subject() == "Your parcel"


def test_who_has_written_is_offered(qtbot, desk):
    qtbot.keyClick(desk.desk.window.inbox.list, Qt.Key.Key_N, CTRL)
    field = desk.desk.window.findChild(NewLetterDialog).findChild(QLineEdit)
    type_into(field, "roe")
    assert field.completer().currentCompletion() == "Eva Roe <eva@mail.example>"


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("mailto:no-reply@shop.example", "takes no letters"),
        ("mailto:a@b@c", "no single mail address"),
    ],
)
def test_a_link_that_nobody_can_be_written_by_is_told(qtbot, desk, link, why):
    with qtbot.waitSignal(desk.desk.wiring.new_letters.refused) as refused:
        desk.desk.wiring.new_letters.follow(link)
    assert why in refused.args[0]
    assert begun_rows(desk) == ()


def test_further_addresses_are_left_out_and_named(qtbot, desk):
    with qtbot.waitSignal(desk.desk.wiring.new_letters.said, timeout=20_000) as told:
        begin(qtbot, desk, "mailto:eva@mail.example,ida@mail.example?cc=kim@mail.example")
    assert told.args[0].endswith("ida@mail.example, kim@mail.example.")


def test_a_letter_that_was_left_stands_in_the_list_and_is_gone_on_with(qtbot, desk):
    begin(qtbot, desk)
    desk.type("!")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: any(row.is_begun_here for row in shown_rows(desk)))
    *others, last = shown_rows(desk)
    assert last.is_begun_here
    assert last.state is RowState.DRAFT
    assert not any(row.is_begun_here for row in others)
    desk.desk.wiring.reading.go_to(desk.complaint)
    desk.desk.wiring.reading.go_to(last.conversation_id)
    qtbot.keyClick(desk.desk.window.inbox.list, Qt.Key.Key_R)
    assert desk.composer.body() == "!Dear Eva,\n\nA+B"


def test_a_subject_is_kept_before_there_is_a_text(qtbot, desk):
    begin(qtbot, desk, "mailto:eva@mail.example")
    type_into(desk.composer.identity._subject, "The second volume")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    reading = desk.desk.wiring.reading
    qtbot.waitUntil(lambda: reading.matter.letter.message.subject == "The second volume")
    qtbot.keyClick(desk.desk.window.inbox.list, Qt.Key.Key_R)
    assert desk.composer.subject() == "The second volume"


def test_only_one_letter_is_said_to_be_read_again(qtbot, desk):
    begin(qtbot, desk)
    assert desk.foot().endswith("You will be asked to read it again.")


def test_it_is_counted_nowhere_as_a_letter_that_waits(qtbot, desk):
    before = rows(desk.desk.engine.reader, Shelf.NEEDS_ANSWER, NOON)
    begin(qtbot, desk)
    assert rows(desk.desk.engine.reader, Shelf.NEEDS_ANSWER, NOON) == before


def test_it_is_thrown_away_and_comes_back(qtbot, desk):
    begin(qtbot, desk)
    qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    with qtbot.waitSignal(desk.desk.wiring.handling.done, timeout=20_000):
        qtbot.keyClick(desk.desk.window.inbox.list, Qt.Key.Key_Delete)
    assert begun_rows(desk) == ()
    qtbot.keyClick(desk.desk.window.inbox.list, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: len(begun_rows(desk)) == 1)
    [row] = begun_rows(desk)
    assert desk.draft_of(row.conversation_id).body == "Dear Eva,\n\nA+B"


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_S, Qt.Key.Key_Q])
def test_what_is_done_with_letters_of_others_is_not_done_with_it(qtbot, desk, key):
    begin(qtbot, desk)
    qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    with qtbot.waitSignal(desk.desk.wiring.handling.said, timeout=20_000):
        qtbot.keyClick(desk.desk.window.inbox.list, key)
    assert len(begun_rows(desk)) == 1


def test_a_letter_without_a_subject_does_not_go(qtbot, desk):
    begin(qtbot, desk, "mailto:eva@mail.example")
    desk.type(LETTER)
    desk.checked()
    with qtbot.waitSignal(desk.desk.wiring.writing.refused, timeout=20_000) as refused:
        qtbot.keyClick(desk.editor, Qt.Key.Key_Return, CTRL)
    assert "subject" in refused.args[0]


def test_it_cools_down_is_taken_back_and_is_read_again_in_the_gate(qtbot, desk):
    begin(qtbot, desk)
    desk.erase()
    desk.type(LETTER)
    reply = desk.hold()
    assert reply.draft.to.addr_spec == "eva@mail.example"
    assert (reply.draft.in_reply_to, reply.draft.references) == ("", ())
    assert [row.state for row in begun_rows(desk)] == [RowState.COOLING]
    desk.take_back(reply)
    assert desk.composer.body() == LETTER.rstrip("\n") + "\n"
    again = desk.hold()
    desk.desk.wiring.holding.open_gate(again.id)
    gate = desk.desk.window.gate
    qtbot.waitUntil(gate.isVisible)
    assert not gate._reading.theirs.isVisible()
    assert gate._reading.ours.isVisible()


def test_it_is_neither_dropped_on_a_place_nor_dragged_out_as_a_file(qtbot, desk):
    begin(qtbot, desk)
    qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    letters = desk.desk.window.inbox.list
    [begun] = begun_rows(desk)
    qtbot.waitUntil(lambda: letters.chosen() == (begun.conversation_id,))
    mime = letters.model().mimeData(letters.selectionModel().selectedRows())
    assert letters_in(mime) == (begun.conversation_id,)
    assert not mime.hasUrls()
    why_not = desk.desk.wiring.dropping.why_not
    for place in (Place.STARRED, Place.NEEDS_ANSWER):
        assert why_not(place, letters_in(mime)) == (
            "This letter is not sent yet: write on, or throw it away."
        )
