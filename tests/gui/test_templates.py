"""The template window on a real letter, and the letters that can be put into a reply."""

from __future__ import annotations

import pytest
from fakes.writing_desk import open_desk, type_into
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.compose.own_templates import FILE_SUFFIX, OwnTemplate
from softanswer.replies.compose.suggest import every_letter
from softanswer.replies.preferences import Language
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.ui.actions import Act
from softanswer.ui.languages import Languages
from softanswer.ui.reply.letter_picker import LetterPicker
from softanswer.ui.templates.fact_words import FactWords
from softanswer.ui.templates.template_dialog import TemplateDialog
from softanswer.ui.theme.tokens import Role, tokens_of

MINE = OwnTemplate(
    "own-1", "My way", "en", "Dear Mr Vale,\n\nMine, by {{ act_by|by_date }}.\n\nAna"
)
_KEPT = "Kept. It is offered from now on."


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as made:
        yield made


@pytest.fixture
def dialog(qtbot, desk):
    desk.desk.wiring.reading.go_to(desk.complaint)
    return opened(qtbot, desk)


def opened(qtbot, desk):
    desk.desk.window.acts[Act.TEMPLATES].trigger()
    made = desk.desk.window.findChild(TemplateDialog)
    qtbot.waitUntil(made.isVisible)
    return made


def rows(dialog):
    model = dialog.parts.list_model
    return [model.index(row).data() for row in range(model.rowCount())]


def choose(dialog, begin):
    model = dialog.parts.list_model
    row = next(row for row, text in enumerate(rows(dialog)) if text.startswith(begin))
    dialog.parts.list.setCurrentIndex(model.index(row))


def write(qtbot, dialog, text):
    dialog.parts.editor.setPlainText(text)
    with qtbot.waitSignal(dialog.preview_wanted):
        pass


def verdict(dialog):
    line = dialog.parts.verdict
    return line.text().strip() if line.isVisibleTo(dialog) else ""


def keep(qtbot, dialog, name, text):
    dialog.parts.new_button.click()
    dialog.parts.name_field.clear()
    type_into(dialog.parts.name_field, name)
    write(qtbot, dialog, text)
    qtbot.mouseClick(dialog.parts.save_button, Qt.MouseButton.LeftButton)


def test_the_models_are_sound(dialog):
    QAbstractItemModelTester(dialog.parts.list_model)
    QAbstractItemModelTester(dialog.parts.names_model)


def test_it_opens_once_with_ours_and_the_letter_that_is_read(qtbot, desk, dialog):
    desk.desk.window.acts[Act.TEMPLATES].trigger()
    assert len(desk.desk.window.findChildren(TemplateDialog)) == 1
    assert dialog.language() == "en"
    assert len(rows(dialog)) > 30
    assert len(set(rows(dialog))) == len(rows(dialog))
    assert "Vale" in dialog.parts.case_label.text()


def test_a_new_template_is_previewed_checked_kept_and_offered_first(qtbot, desk, dialog):
    dialog.parts.kinds_button.set_kinds(())
    text = "Dear Mr Vale,\n\nAs per our policy I write by {{ act_by|by_date }}.\n\nAna"
    keep(qtbot, dialog, "My way", text)

    assert "I write by" in dialog.parts.preview.toPlainText()
    assert "{{" not in dialog.parts.preview.toPlainText()
    qtbot.waitUntil(
        lambda: "Hides behind a rule" in dialog.parts.tone_label.text(), timeout=20_000
    )
    assert verdict(dialog) == _KEPT
    assert rows(dialog)[0] == "My way · yours"
    (kept,) = desk.desk.engine.templates.load().templates
    assert (kept.name, kept.text, kept.kinds) == ("My way", text, frozenset())
    dialog.close()
    desk.write_to(desk.complaint)
    assert "My way" in [one.own for one in desk.composer._suggestions]


def test_the_tone_of_a_letter_with_hard_blanks_is_told(qtbot, dialog):
    dialog.parts.new_button.click()
    write(qtbot, dialog, "You must wait until 23\u00a0November.")
    qtbot.waitUntil(lambda: dialog.parts.tone_label.text().startswith("Tone: "), timeout=20_000)


def test_her_letter_is_checked_like_every_other_before_it_may_be_held(qtbot, desk):
    body = "Dear Mr Vale,\n\nAs per our policy you have to wait.\n\nAna"
    kinds = frozenset(CaseKind)
    desk.desk.engine.templates.save(OwnTemplate("own-1", "Cold", "en", body, kinds))
    desk.write_to(desk.complaint, with_suggestion=True)
    assert desk.composer.body() == body
    assert not desk.composer.may_be_held


def test_a_gap_is_led_to_filled_in_by_typing_and_keeps_the_letter_here_until_then(qtbot, desk):
    text = "Dear Mr Vale,\n\nYour {{ title|quoted }} came on {{ delivered_on|date }}.\n\nAna"
    own = OwnTemplate("own-1", "Came", "en", text, frozenset({CaseKind.ABUSIVE}))
    desk.desk.engine.templates.save(own)
    desk.write_to(desk.complaint)
    letters = every_letter(desk.desk.wiring.writing._inputs(desk.matter(desk.complaint)))
    (letter,) = (one for one in letters if one.own == "Came")
    desk.composer._on_letter_chosen(letter)
    desk.checked()
    gaps = [f"[{words}]" for words in ("title of the book", "day of delivery")]
    assert all(gap in desk.composer.body() for gap in gaps)
    assert not desk.composer.may_be_held

    for gap, words in zip(gaps, ("book", "20 November"), strict=True):
        qtbot.keyClick(desk.editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(desk.editor, Qt.Key.Key_F8)
        assert desk.editor.textCursor().selectedText() == gap
        desk.type(words)
        desk.checked()
    assert "Your book came on 20 November." in desk.composer.body()
    assert "[" not in desk.composer.body()


def test_a_click_into_a_gap_selects_it_and_it_is_painted_as_a_chip(qtbot, desk):
    desk.write_to(desk.complaint)
    desk.type("It came on [day of delivery], as [they] say.")
    editor = desk.editor
    at = desk.composer.body().index("[day") + 5
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    place = editor.cursorRect().center()
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    soft = tokens_of(editor.palette())[Role.WARNING_SOFT]
    top = QPoint(place.x(), editor.cursorRect().top() - 1)
    assert editor.grab().toImage().pixelColor(editor.viewport().pos() + top) == soft
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor.textCursor().selectedText() == "[day of delivery]"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_letter_leaves_with_a_gap_of_any_fact(qapp, language):
    languages = Languages(qapp)
    languages.choose(Language(language))
    words = FactWords(languages.translate(FactWords.__name__)).gaps()
    languages.choose(Language.ENGLISH)
    for meaning in words.values():
        report = check(f"Dear Mr Vale, it came on [{meaning}], I think.", CheckContext("en"))
        assert "unfilled_placeholder" in [one.category for one in report.findings], meaning


def test_an_error_is_said_and_marked_at_its_place_and_cant_be_kept(qtbot, desk, dialog):
    keep(qtbot, dialog, "Broken", "One\ntwo {{ cost }}")
    assert verdict(dialog) == "Broken, line 2, column 8: There is no fact called “cost”."
    (mark,) = dialog.parts.editor.extraSelections()
    assert mark.cursor.selectedText() == "cost"
    assert dialog.parts.editor.textCursor().position() == len("One\ntwo {{ ")
    assert desk.desk.engine.templates.load().templates == ()

    write(qtbot, dialog, "One\ntwo {{ act_by|by_date }}")
    assert verdict(dialog) == ""
    assert dialog.parts.editor.extraSelections() == []


def test_a_fact_that_this_letter_lacks_is_named_and_never_invented(qtbot, dialog):
    dialog.parts.new_button.click()
    write(qtbot, dialog, "It came back on {{ returned_on|date }}.")
    assert dialog.parts.preview.toPlainText() == "It came back on [day it came back]."
    assert verdict(dialog) == "Not known for this letter, to be filled in: day it came back."
    qtbot.waitUntil(
        lambda: "A gap still to fill" in dialog.parts.tone_label.text(), timeout=20_000
    )

    write(qtbot, dialog, "{% if kept_days > 3 %}So long.{% endif %}")
    assert dialog.parts.preview.toPlainText() == (
        "For this letter one fact is not known, so it is not offered: "
        "days they have had it, if many."
    )


def test_allowed_names_say_what_they_give_and_are_put_in(qtbot, dialog):
    parts = dialog.parts
    parts.new_button.click()
    write(qtbot, dialog, "By ")
    parts.editor.moveCursor(parts.editor.textCursor().MoveOperation.End)
    type_into(parts.names_field, "next business day")
    assert parts.names_model.rowCount() == 1
    assert (
        parts.names_model.index(0).data().startswith("next business day, for what you do first: ")
    )
    parts.names.activated.emit(parts.names_model.index(0))
    assert parts.editor.toPlainText() == "By {{ act_by|by_date }}"


def test_ours_is_kept_in_her_wording_and_comes_back(qtbot, desk, dialog):
    choose(dialog, "Damaged")
    before = dialog.parts.editor.toPlainText()
    name = dialog.parts.name_field.text()
    assert dialog.parts.name_field.isReadOnly()
    assert not dialog.parts.restore_button.isEnabled()
    write(qtbot, dialog, before + "\nMine")
    assert f"{name} · not kept yet" in rows(dialog)
    qtbot.mouseClick(dialog.parts.save_button, Qt.MouseButton.LeftButton)
    assert f"{name} · your wording" in rows(dialog)

    dialog.parts.restore_button.click()
    assert dialog.parts.editor.toPlainText() == before
    assert name in rows(dialog)
    assert desk.desk.engine.templates.load().templates == ()


def test_what_is_not_kept_is_not_lost_by_another_choice_and_closing_asks_once(qtbot, dialog):
    choose(dialog, "Damaged")
    write(qtbot, dialog, "Mine {{ cost }}")
    choose(dialog, "Late")
    choose(dialog, "Damaged")
    assert dialog.parts.editor.toPlainText() == "Mine {{ cost }}"
    dialog.close()
    assert dialog.isVisible()
    assert verdict(dialog).startswith("Not kept yet: Damaged")
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_template_goes_out_into_a_file_and_comes_in_again(qtbot, desk, dialog, tmp_path):
    keep(qtbot, dialog, "My way", MINE.text)
    dialog.parts.export_button.click()
    files = dialog.findChild(QFileDialog)
    path = tmp_path / f"mine{FILE_SUFFIX}"
    files.fileSelected.emit(str(path))
    files.close()
    assert path.read_text("utf-8").endswith("+++\n" + MINE.text + "\n")
    dialog.parts.delete_button.click()
    assert desk.desk.engine.templates.load().templates == ()

    broken = tmp_path / "broken.txt"
    broken.write_text("Dear you", "utf-8")
    dialog.import_wanted.emit([path, broken])
    assert [one.name for one in desk.desk.engine.templates.load().templates] == ["My way"]
    assert verdict(dialog).startswith("broken.txt: broken.txt is no template")


def test_another_language_shows_its_letters(qtbot, dialog):
    dialog.parts.language_list.setCurrentIndex(dialog.parts.language_list.findData("de"))
    assert len(rows(dialog)) == 10
    choose(dialog, "Return")
    assert "Grüßen" in dialog.parts.preview.toPlainText()


def test_a_slash_on_an_empty_line_offers_every_letter_and_puts_one_in(qtbot, desk):
    desk.desk.engine.templates.save(MINE)
    desk.write_to(desk.complaint)
    desk.erase()
    desk.type("First line.\n\n/")
    picker = desk.composer.findChild(LetterPicker)
    qtbot.waitUntil(picker.isVisible)
    model = picker._model
    QAbstractItemModelTester(model)
    assert model.rowCount() > 20
    type_into(picker._field, "My way")
    assert model.index(0).data() == "My way · yours"
    qtbot.keyClick(picker._field, Qt.Key.Key_Return)
    assert not picker.isVisible()
    lines = desk.composer.body().split("\n")
    assert lines[:4] == ["First line.", "", "Dear Mr Vale,", ""]
    assert "/" not in desk.composer.body()
    desk.editor.undo()
    assert desk.composer.body() == "First line.\n\n"


def test_a_slash_behind_words_is_a_slash(qtbot, desk):
    desk.write_to(desk.complaint)
    desk.erase()
    desk.type("and/or")
    assert desk.composer.body() == "and/or"
    assert not desk.composer.findChild(LetterPicker).isVisible()


def test_esc_closes_the_letters_and_the_reply_stays(qtbot, desk):
    desk.write_to(desk.complaint)
    desk.erase()
    desk.desk.window.acts[Act.TAKE_TEMPLATE].trigger()
    picker = desk.composer.findChild(LetterPicker)
    assert picker.isVisible()
    type_into(picker._field, "zzqqxx")
    assert picker._model.rowCount() == 0
    qtbot.keyClick(picker._field, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert desk.desk.wiring.writing.is_writing
