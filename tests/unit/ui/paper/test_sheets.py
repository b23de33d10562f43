"""What of a letter stands on paper: every word once, and none that is covered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from softanswer.ui.paper.sheets import LONGEST, PaperLetter, Paragraph, _blanked, _joined


def letter(text, spans=()):
    covered = tuple(_joined(spans, len(text)))
    return PaperLetter(Paragraph("Subject"), (), _blanked(text, covered), covered)


@given(
    st.text(alphabet="ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=5),
)
def test_what_is_covered_is_on_no_page_and_all_else_is(text, spans):
    hidden = {at for start, end in spans for at in range(start, end)}
    expected = "".join(
        "\u00a0" if at in hidden and sign != "\n" else sign for at, sign in enumerate(text)
    )
    paragraphs = list(letter(text, spans).paragraphs())
    assert "\n".join(p.text for p in paragraphs) == expected
    for paragraph in paragraphs:
        marked = {at for start, end in paragraph.covered for at in range(start, end)}
        assert marked >= {at for at, sign in enumerate(paragraph.text) if sign == "\u00a0"}
        assert {paragraph.text[at] for at in marked} <= {"\u00a0"}


def test_a_line_that_never_ends_is_set_in_pieces_and_keeps_every_sign():
    words = "green cloth " * 1_000
    endless = "x" * (LONGEST * 2 + 5)
    for text in (words, endless):
        pieces = [p.text for p in letter(text).paragraphs()]
        assert "".join(pieces) == text
        assert max(map(len, pieces)) <= LONGEST
    assert all(p.text.endswith(" ") for p in letter(words).paragraphs())


def test_a_word_covered_across_a_cut_is_covered_on_both_sides():
    text = "x" * (LONGEST + 10)
    first, second = letter(text, [(LONGEST - 3, LONGEST + 4)]).paragraphs()
    assert first.covered == ((LONGEST - 3, LONGEST),)
    assert second.covered == ((0, 4),)
