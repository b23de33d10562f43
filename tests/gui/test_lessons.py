"""What corrections taught, in the window: said beside the letter, listed and forgotten."""

import pytest
from dialogs import button
from fakes.letterbox import Letterbox
from fakes.shop import COMPLAINT
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from softanswer.replies.cases.case import Correction
from softanswer.replies.cases.lesson_store import load_lessons
from softanswer.ui.inbox.summary_card import SummaryCard
from softanswer.ui.theme.buttons import PrimaryButton
from softanswer.ui.theme.labels import ElidedLabel


@pytest.fixture
def desk(qtbot, tmp_path, theme):
    with open_desk(qtbot, tmp_path) as made:
        yield made


def taught(desk, qtbot):
    """Three angry letters that she called calmer in the window, and a fourth one."""
    engine, reading = desk.desk.engine, desk.desk.wiring.reading
    box = Letterbox(desk.folder, engine.writer, engine.accounts()[0].id)
    letters = [
        box.receive(f"Book {n}", COMPLAINT, sender=f"buyer{n}@mail.example") for n in range(3)
    ]
    for letter in letters:
        number = box.matter(letter).conversation_id
        reading.go_to(number)
        desk.desk.wiring.handling.correct(Correction(heat=2))
        qtbot.waitUntil(lambda number=number: desk.matter(number).correction.heat == 2)
    later = box.receive("Book 9", COMPLAINT, sender="buyer9@mail.example")
    return box.matter(later).conversation_id


def said_beside(desk):
    cards = desk.desk.window.findChildren(SummaryCard)
    return [label.text() for card in cards for label in card.findChildren(ElidedLabel)]


def test_a_later_letter_says_what_was_moved_and_why(desk, qtbot):
    later = taught(desk, qtbot)
    desk.desk.wiring.reading.go_to(later)
    qtbot.waitUntil(
        lambda: "Angry, not furious: as you corrected 3 such letters" in said_beside(desk)
    )
    assert desk.matter(later).heat == 2


def test_lessons_are_listed_in_preferences_and_forgotten_when_that_is_kept(desk, qtbot):
    taught(desk, qtbot)
    settling, reader = desk.desk.wiring.settling, desk.desk.engine.reader
    settling.open_preferences()
    dialog = settling._preferences_dialog
    dialog.show_page(dialog.lessons)
    lines = dialog.lessons.findChild(QListView).model().stringList()
    assert lines[0] == "furious → angry · buyer2@mail.example"
    assert len(lines) == 3
    qtbot.mouseClick(button(dialog.lessons, "Forget"), Qt.MouseButton.LeftButton)
    assert len(load_lessons(reader)) == 3
    dialog.findChild(PrimaryButton).click()
    qtbot.waitUntil(lambda: len(load_lessons(reader)) == 2)


def test_what_is_not_kept_is_not_forgotten(desk, qtbot):
    taught(desk, qtbot)
    settling = desk.desk.wiring.settling
    settling.open_preferences()
    dialog = settling._preferences_dialog
    dialog.show_page(dialog.lessons)
    qtbot.mouseClick(button(dialog.lessons, "Forget all"), Qt.MouseButton.LeftButton)
    assert dialog.lessons.forgotten() != ()
    dialog.reject()
    assert len(load_lessons(desk.desk.engine.reader)) == 3
