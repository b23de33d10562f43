import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from softanswer.replies.tone.finding import Severity
from softanswer.ui.reply.marks import FactMark, Mark
from softanswer.ui.reply.tone_highlighter import ToneHighlighter
from softanswer.ui.theme.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Role

TEXT = "first line\nsecond line\nthird line"
WORD = Mark(11, 17, Severity.WARNING)


@pytest.fixture
def field(qtbot):
    edit = QPlainTextEdit(TEXT)
    qtbot.addWidget(edit)
    return edit


@pytest.fixture
def highlighter(field):
    return ToneHighlighter(field.document(), field)


def formats(field, number):
    """The underlined stretches of a line: start, length, format."""
    ranges = field.document().findBlockByNumber(number).layout().formats()
    return [(r.start, r.length, QTextCharFormat(r.format)) for r in ranges]


def stretches(field, number):
    return [(start, length) for start, length, _ in formats(field, number)]


@pytest.mark.parametrize(
    ("severity", "style", "line", "ground"),
    [
        (Severity.ERROR, "WaveUnderline", Role.ERROR, Role.ERROR_SOFT),
        (Severity.WARNING, "DashUnderline", Role.WARNING, Role.WARNING_SOFT),
        (Severity.ADVICE, "DotLine", Role.ADVICE, Role.ADVICE_SOFT),
    ],
)
@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK])
def test_each_severity_has_its_shape_and_its_colours(
    field, highlighter, severity, style, line, ground, tokens
):
    highlighter.set_tokens(tokens)

    highlighter.show_marks([Mark(11, 17, severity)])

    [(start, length, form)] = formats(field, 1)
    assert (start, length) == (0, 6)
    assert form.underlineStyle() is QTextCharFormat.UnderlineStyle[style]
    assert form.underlineColor() == tokens[line]
    assert form.background().color() == tokens[ground]


def test_a_mark_over_two_lines_is_painted_on_both(field, highlighter):
    highlighter.show_marks([Mark(6, 13, Severity.ERROR)])

    assert stretches(field, 0) == [(6, 4)]
    assert stretches(field, 1) == [(0, 2)]
    assert stretches(field, 2) == []


def test_marks_that_are_gone_are_not_painted_any_more(field, highlighter):
    highlighter.show_marks([WORD])

    highlighter.show_marks([Mark(24, 29, Severity.ADVICE), None])

    assert stretches(field, 1) == []
    assert stretches(field, 2) == [(1, 5)]


class Noting(ToneHighlighter):
    """Notes which lines are painted."""

    def __init__(self, document, parent):
        self.painted = []
        super().__init__(document, parent)

    def highlightBlock(self, text):  # noqa: N802 - Qt's name
        self.painted.append(text)
        super().highlightBlock(text)


def test_only_lines_that_look_different_are_painted_anew(field, qtbot):
    highlighter = Noting(field.document(), field)
    highlighter.show_marks([WORD, Mark(0, 5, Severity.ERROR)])
    qtbot.waitUntil(lambda: len(highlighter.painted) >= 3)  # Qt paints all once, by itself
    highlighter.painted.clear()

    highlighter.show_marks([WORD, Mark(23, 28, Severity.ADVICE)])

    assert highlighter.painted == ["first line", "third line"]


def typed(field, position, text, removed=0):
    cursor = QTextCursor(field.document())
    cursor.setPosition(position)
    cursor.setPosition(position + removed, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)


def test_marks_move_with_their_words_while_she_types(field, highlighter):
    highlighter.show_marks([WORD])

    typed(field, 0, "my ")
    typed(field, 14, "very ")

    assert highlighter.marks == (Mark(19, 25, Severity.WARNING),)
    assert stretches(field, 1) == [(5, 6)]


def test_a_new_line_above_takes_the_mark_along(field, highlighter):
    highlighter.show_marks([WORD])

    typed(field, 5, "\n\n")

    assert stretches(field, 3) == [(0, 6)]


def test_undo_brings_words_back_without_a_wrong_mark(field, highlighter):
    highlighter.show_marks([WORD])

    typed(field, 9, "", removed=10)
    assert highlighter.marks == (None,)
    field.undo()

    assert field.toPlainText() == TEXT
    assert stretches(field, 1) == []


def test_painting_is_no_change_of_the_text(field, highlighter, qtbot):
    with qtbot.assertNotEmitted(field.document().contentsChange):
        highlighter.show_marks([WORD])
        highlighter.set_tokens(DARK)

    assert highlighter.marks == (WORD,)


FACTS = (FactMark(0, 5, is_known=True), FactMark(24, 29, is_known=False))


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK])
def test_facts_have_thin_lines_of_two_shapes_and_no_ground(field, highlighter, tokens):
    highlighter.set_tokens(tokens)

    highlighter.show_facts(FACTS)

    [(start, length, known)] = formats(field, 0)
    [(_, _, unknown)] = formats(field, 2)
    assert (start, length) == (0, 5)
    assert known.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    assert unknown.underlineStyle() is QTextCharFormat.UnderlineStyle.DashDotDotLine
    assert known.underlineColor().rgb() == tokens[Role.READY].rgb()
    assert unknown.underlineColor() == tokens[Role.MUTED]
    assert not known.hasProperty(QTextCharFormat.Property.BackgroundBrush)


def test_a_finding_is_painted_over_a_fact(field, highlighter):
    highlighter.show_facts([FactMark(0, 10, is_known=True)])

    highlighter.show_marks([Mark(0, 10, Severity.WARNING)])

    [(_, _, form)] = formats(field, 0)
    assert form.underlineStyle() is QTextCharFormat.UnderlineStyle.DashUnderline


def test_facts_move_with_their_words_and_go_when_these_change(field, highlighter):
    highlighter.show_facts(FACTS)

    typed(field, 0, "my ")
    assert [fact.start for fact in highlighter.facts] == [3, 27]

    typed(field, 28, "x")
    assert highlighter.facts == (FactMark(3, 8, is_known=True),)
    assert stretches(field, 2) == []


@pytest.mark.parametrize(("tokens", "is_whole"), [(LIGHT, False), (HIGH_LIGHT, True)])
def test_in_high_contrast_the_line_of_a_known_fact_lets_nothing_through(
    field, highlighter, tokens, is_whole
):
    highlighter.set_tokens(tokens)

    highlighter.show_facts(FACTS)

    [(_, _, known)] = formats(field, 0)
    assert (known.underlineColor().alphaF() == 1) is is_whole
