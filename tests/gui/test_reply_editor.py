from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from writing import BODY, is_freed

from softanswer.ui.reply.reply_editor import ReplyEditor, plain


@pytest.fixture
def editor(qtbot, theme):
    field = ReplyEditor()
    qtbot.addWidget(field)
    field.resize(420, 320)
    field.show()
    field.setFocus()
    return field


def selected(editor):
    return editor.textCursor().selectedText()


@pytest.mark.parametrize(
    "text",
    ["", "one line", "two\nlines\n", "2\u00a0185 ₽", "a\ttab", "😀 sorry", BODY],
)
def test_the_body_is_the_text_that_was_started_with(editor, text):
    editor.start(text)

    assert editor.body() == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("tab\there", "tab\there"),
    ],
)
def test_control_characters_never_enter_a_letter(text, expected):
    assert plain(text) == expected


def test_typing_is_plain_text(editor, qtbot):
    qtbot.keyClicks(editor, "I am <b>sorry</b>")

    assert editor.body() == "I am <b>sorry</b>"


def test_a_replacement_is_one_step_back(editor):
    editor.start("posted on 13 November")

    editor.replace(10, 12, "3")

    assert editor.body() == "posted on 3 November"
    editor.undo()
    assert editor.body() == "posted on 13 November"
    editor.redo()
    assert editor.body() == "posted on 3 November"


def test_a_whole_text_put_in_is_one_step_back(editor, qtbot):
    editor.start("mine")
    qtbot.keyClicks(editor, "!")

    editor.replace_all("theirs\n\nin two paragraphs")

    assert editor.textCursor().position() == 0
    editor.undo()
    assert editor.body() == "!mine"


def test_a_start_can_not_be_taken_back(editor):
    editor.start("first")
    editor.start("second")

    editor.undo()

    assert editor.body() == "second"


def test_a_paste_loses_its_markup_and_its_control_characters(editor):
    paste = QMimeData()
    paste.setHtml("<b>sorry</b>")
    paste.setText("sor\x07ry\r\nindeed")

    editor.insertFromMimeData(paste)

    assert editor.body() == "sorry\nindeed"


def test_a_pasted_file_is_no_text_but_a_file_to_attach(qtbot, editor):
    paste = QMimeData()
    paste.setUrls([QUrl.fromLocalFile("/shelf/letter.pdf")])

    with qtbot.waitSignal(editor.files_given) as given:
        editor.insertFromMimeData(paste)

    assert given.args == [[Path("/shelf/letter.pdf")]]
    assert editor.body() == ""


def test_a_link_that_is_dragged_from_a_page_is_left_alone(editor):
    drag = QMimeData()
    drag.setUrls([QUrl("https://shop.example/page"), QUrl.fromLocalFile("/shelf/letter.pdf")])
    drag.setText("https://shop.example/page")

    editor.insertFromMimeData(drag)

    assert not editor.canInsertFromMimeData(drag)
    assert editor.body() == ""


def test_a_pasted_picture_is_a_file_to_attach_unless_there_is_text_too(qtbot, editor):
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    paste = QMimeData()
    paste.setImageData(image)

    with qtbot.waitSignal(editor.picture_given) as given:
        editor.insertFromMimeData(paste)
    paste.setText("a cell of a table")
    editor.insertFromMimeData(paste)

    assert QImage.fromData(given.args[0]).convertToFormat(image.format()) == image
    assert editor.body() == "a cell of a table"


def test_tab_leaves_the_field(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    editor, after = ReplyEditor(window), QLineEdit(window)
    column.addWidget(editor)
    column.addWidget(after)
    window.show()
    editor.setFocus()

    qtbot.keyClick(editor, Qt.Key.Key_Tab)

    assert window.focusWidget() is after
    assert editor.body() == ""


def test_a_click_says_where_it_was(editor, qtbot):
    editor.start(BODY)
    place = editor.place_of(25, 25).center() + QPoint(0, 0)

    with qtbot.waitSignal(editor.place_clicked) as clicked:
        qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert clicked.args == [25]


def test_the_lines_of_a_paragraph_stand_apart_and_are_hit_where_they_are_seen(editor):
    editor.start("word " * 60)
    lines = editor.document().firstBlock().layout()
    editor.place_of(0, 0)

    pitch = lines.lineAt(1).y() - lines.lineAt(0).y()
    second = editor.place_of(lines.lineAt(1).textStart(), lines.lineAt(1).textStart())

    assert pitch >= 1.2 * lines.lineAt(0).height()
    assert editor.cursorForPosition(second.center()).position() == lines.lineAt(1).textStart()


def test_the_neighbours_of_a_stretch_are_known_at_both_ends(editor):
    editor.start("so sorry")

    assert editor.neighbours(3, 8) == (" ", "")
    assert editor.neighbours(0, 2) == ("", " ")


def test_a_place_is_selected_and_shown(editor):
    editor.start("line\n" * 200 + "the end")

    editor.select(1000, 1007)

    assert selected(editor) == "the end"
    assert editor.verticalScrollBar().value() > 0
    editor.go_to(0)
    assert editor.textCursor().position() == 0
    assert not editor.textCursor().hasSelection()
    assert editor.verticalScrollBar().value() == 0


def test_a_place_behind_the_end_is_the_end(editor):
    editor.start("short")

    editor.select(2, 99)

    assert selected(editor) == "ort"
    editor.moveCursor(QTextCursor.MoveOperation.End)


def test_larger_text_of_the_user_is_larger_here(editor, theme):
    before = editor.document().defaultFont().pointSizeF()

    theme.set_text_percent(200)

    assert editor.document().defaultFont().pointSizeF() == pytest.approx(2 * before, rel=0.02)


def test_the_field_is_freed_on_close(qtbot, theme):
    assert is_freed(ReplyEditor)


@pytest.mark.parametrize(
    ("text", "at", "result"),
    [
        ("", 0, "3 November"),
        ("It left on", 10, "It left on 3 November"),
        ("It left on ", 11, "It left on 3 November"),
        ("(", 1, "(3 November"),
        ("It left on and came", 11, "It left on 3 November and came"),
    ],
)
def test_words_are_put_in_where_the_cursor_stands(editor, text, at, result):
    editor.start(text)
    editor.go_to(at)
    editor.insert_words("3 November")
    assert editor.body() == result
    editor.undo()
    assert editor.body() == text


def test_a_block_begins_on_a_line_of_its_own(editor):
    editor.start("Dear Ms Harwood,")
    editor.go_to(16)
    editor.insert_words("Order 12:\n- posted\n")
    assert editor.body() == "Dear Ms Harwood,\nOrder 12:\n- posted\n"


def test_nothing_is_put_into_a_reply_that_is_being_held(editor):
    editor.start("It left")
    editor.setReadOnly(True)
    editor.insert_words("3 November")
    assert editor.body() == "It left"
