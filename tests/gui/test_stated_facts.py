"""Facts of the order in the real window: their lines, what is counted, where a press leads."""

import pytest
from fakes.order_states import STATES, OrderDesk
from fakes.writing_desk import type_into
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from softanswer.replies import answering
from softanswer.replies.compose.suggest import every_letter
from softanswer.replies.tone.stated import stated
from softanswer.ui.actions import Act

TEXT = """Dear Ms Harwood,

I am sorry. The book left here on 13 November, and I asked on 20 November. The $22.75 are \
back with you by 30 November. I posted your order on 3 January.

Kind regards,
Ana Reyes
"""
KNOWN, UNKNOWN = ["Ms Harwood", "13 November", "$22.75"], ["20 November"]


@pytest.fixture(scope="module")
def window(qapp, tmp_path_factory):
    desk = OrderDesk(tmp_path_factory.mktemp("facts"))
    desk.desk.window.resize(1240, 860)
    yield desk
    desk.close()


@pytest.fixture
def composer(qtbot, window):
    window.read("inside")
    window.desk.window.acts[Act.REPLY].trigger()
    composer = window.desk.window.inbox.composer
    written(qtbot, composer, TEXT)
    yield composer
    composer.leave()


def written(qtbot, composer, text):
    qtbot.keyClick(composer.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(composer.editor, Qt.Key.Key_Delete)
    type_into(composer.editor, text)
    checked(qtbot, composer)


def checked(qtbot, composer):
    qtbot.waitUntil(lambda: composer._readiness.is_checked, timeout=20_000)


def facts(composer, *, is_known):
    marks = composer._marked._highlighter.facts
    text = composer.body()
    return [text[mark.start : mark.end] for mark in marks if mark.is_known is is_known]


def count(composer, *, is_known):
    lights = composer._gutter if composer._gutter.isVisible() else composer._strip
    return lights._facts[is_known]


def test_what_the_order_says_and_what_not_is_underlined(composer):
    assert facts(composer, is_known=True) == KNOWN
    assert facts(composer, is_known=False) == UNKNOWN


def test_the_gutter_counts_them_in_words(composer):
    assert count(composer, is_known=True).accessibleName() == "3 facts agree with the order"
    assert count(composer, is_known=False).accessibleName() == "1 fact is not in the order"


def test_the_strip_counts_them_too(window, composer):
    window.desk.window.resize(1024, 700)
    assert composer._strip.isVisible()
    shown = count(composer, is_known=True)
    assert shown.isVisible()
    assert shown.accessibleName() == shown.toolTip() == "3 facts agree with the order"
    assert [label.text() for label in shown.findChildren(QLabel)] == ["3"]  # room for the text
    window.desk.window.resize(1240, 860)


def test_a_press_leads_from_one_to_the_next(qtbot, composer):
    pressed = count(composer, is_known=True)
    led_to = []
    for _ in range(4):
        pressed.setFocus()
        qtbot.keyClick(pressed, Qt.Key.Key_Space)
        assert composer.editor.hasFocus()
        led_to.append(composer.editor.textCursor().selectedText())

    assert led_to == [*KNOWN, KNOWN[0]]


def test_a_changed_fact_loses_its_line_at_once_and_is_looked_at_anew(qtbot, composer):
    pressed = count(composer, is_known=False)
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    type_into(composer.editor, "13 November")
    assert facts(composer, is_known=False) == []
    checked(qtbot, composer)

    assert facts(composer, is_known=True) == [*KNOWN[:2], "13 November", KNOWN[2]]
    assert count(composer, is_known=False).isHidden()


def test_an_error_has_its_own_line_alone(composer):
    block = composer.editor.document().findBlock(composer.body().index("3 January"))
    at = composer.body().index("3 January") - block.position()
    styles = [
        QTextCharFormat(one.format).underlineStyle()
        for one in block.layout().formats()
        if one.start <= at < one.start + one.length
    ]
    assert styles == [QTextCharFormat.UnderlineStyle.WaveUnderline]


@pytest.mark.parametrize(
    ("words", "tip"),
    [("$22.75", "As in the order"), ("20 November", "The order does not say this")],
)
def test_a_tip_says_what_the_line_means(qtbot, composer, words, tip):
    editor = composer.editor
    start = composer.body().index(words)
    editor.go_to(start)
    middle = editor.place_of(start + 2, start + 2).center()
    show_tip(editor, middle)
    qtbot.waitUntil(lambda: QToolTip.text() == tip)

    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    show_tip(editor, QPoint(middle.x(), editor.viewport().height() - 2))
    assert not QToolTip.isVisible()


def show_tip(editor, place):
    where = editor.viewport().mapToGlobal(place)
    QApplication.sendEvent(editor.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, where))


def test_without_an_order_nothing_is_marked(qtbot, window, composer):
    window.read("no-order")
    window.desk.window.acts[Act.REPLY].trigger()
    written(qtbot, composer, TEXT)

    assert facts(composer, is_known=True) == facts(composer, is_known=False) == []
    assert count(composer, is_known=True).isHidden()


@pytest.mark.parametrize("name", STATES)
def test_our_own_letters_state_nothing_that_the_order_does_not_say(window, name):
    window.read(name)
    writing, matter = window.desk.wiring.writing, window.desk.wiring.reading.matter
    now = writing._now()
    context = answering.check_context(matter, now)

    unknown = [
        letter.body[one.span.start : one.span.end]
        for letter in every_letter(writing._inputs(matter))
        for one in stated(letter.body, context, now.date(), now.tzinfo)
        if not one.is_known
    ]

    assert unknown == []
