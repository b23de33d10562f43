import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import INSULT, TEXT

from softanswer.mailbox.quoting import RegionKind
from softanswer.ui.inbox.letter_text import (
    LONGEST_RUN,
    MOST_PARTS,
    MOST_SHOWN,
    Piece,
    count_covered,
    parts_of,
    pieces_of,
)


def shown(parts):
    return "\n".join("".join(piece.text for piece in part.pieces) for part in parts)


def test_own_words_are_open_and_quoted_ones_folded():
    parts = parts_of(TEXT)
    assert [part.kind for part in parts if part.is_folded] == [RegionKind.QUOTED]
    assert "Sixteen days!" in shown(part for part in parts if not part.is_folded)
    assert "thank you for your order" in shown(part for part in parts if part.is_folded)


def test_a_covered_stretch_holds_nothing_of_its_text():
    parts = parts_of(TEXT, (INSULT,))
    assert "rotten" not in shown(parts)
    assert "crook" not in shown(parts)
    covered = [p for part in parts for p in part.pieces if p.is_covered]
    assert [len(p.text) for p in covered] == [INSULT[1] - INSULT[0]]


def test_what_is_not_covered_stays_as_it_is():
    assert (
        "".join(p.text for p in pieces_of("a bad b", 0, 7, ((2, 5),))) == "a \u00a0\u00a0\u00a0 b"
    )


@pytest.mark.parametrize(
    ("covered", "expected"),
    [
        ((), [("abcdef", False)]),
        (((0, 6),), [("\u00a0" * 6, True)]),
        (((4, 9),), [("abcd", False), ("\u00a0\u00a0", True)]),
        (((3, 5), (1, 4)), [("a", False), ("\u00a0" * 3, True), ("\u00a0", True), ("f", False)]),
        (((2, 2),), [("abcdef", False)]),
    ],
)
def test_covered_stretches_may_overlap_and_stick_out(covered, expected):
    pieces = pieces_of("abcdef", 0, 6, covered)
    assert [(piece.text, piece.is_covered) for piece in pieces] == expected


def test_a_line_break_stays_where_it_is_covered():
    assert pieces_of("a\nb", 0, 3, ((0, 3),)) == (Piece("\u00a0\n\u00a0", is_covered=True),)


def test_covered_words_are_counted_once():
    assert count_covered("two words here", ((0, 9), (4, 9))) == 2


def test_blank_lines_around_a_stretch_are_left_out():
    assert pieces_of("\n\nwords\n\n \n", 0, 11) == (Piece("words"),)


@pytest.mark.parametrize("text", ["", " \n\n", "\n"])
def test_a_letter_without_words_is_one_empty_part(text):
    (part,) = parts_of(text)
    assert part.kind is RegionKind.OWN
    assert "".join(piece.text for piece in part.pieces).strip() == ""


def test_a_line_without_end_is_broken():
    (part,) = parts_of("x" * (LONGEST_RUN * 3))
    lines = part.pieces[0].text.split("\n")
    assert max(len(line) for line in lines) <= LONGEST_RUN


def test_a_letter_without_end_is_cut():
    (part,) = parts_of("word " * MOST_SHOWN)
    assert len(part.pieces[0].text) <= MOST_SHOWN + MOST_SHOWN // LONGEST_RUN + 1


def test_a_letter_of_many_regions_is_shown_in_one_piece():
    text = "\n".join(f"> asked {n}\nanswered {n}" for n in range(MOST_PARTS + 1))
    (part,) = parts_of(text)
    assert not part.is_folded
    assert "answered 0" in part.pieces[0].text


def test_a_hostile_letter_is_cut_up_in_time():
    begin = time.process_time()
    parts_of("> a\nb\n" * 50_000, tuple((n, n + 1) for n in range(0, 5_000, 2)))
    assert time.process_time() - begin < 3


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 220), st.integers(0, 220))))
def test_no_character_is_lost_or_doubled(text, covered):
    pieces = pieces_of(text, 0, len(text), covered)
    joined = "".join(piece.text for piece in pieces)
    kept = text.lstrip("\n").rstrip()
    assert len(joined) == len(kept)
    for got, given_ in zip(joined, kept, strict=True):
        assert got in (given_, "\u00a0")
