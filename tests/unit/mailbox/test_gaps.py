"""Letters with gaps: cut, compared, and put together again."""

from __future__ import annotations

import base64

import pytest
from fakes.large_letters import with_gaps
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.gaps import Gap, SparseLetter, content_size

WHOLE = b"0123456789abcdef"


@st.composite
def sparse(draw) -> tuple[bytes, SparseLetter]:
    """A whole letter, and the same with gaps."""
    whole = draw(st.binary(min_size=1, max_size=60))
    places = sorted(draw(st.sets(st.integers(0, len(whole)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return whole, with_gaps(whole, [Gap(start, end - start) for start, end in pairs])


@given(sparse())
def test_a_letter_with_its_gaps_filled_is_whole(pair):
    whole, letter = pair
    assert letter.size == len(whole)
    contents = {gap: whole[gap.start : gap.end] for gap in letter.gaps}
    assert letter.filled(contents) == SparseLetter(whole)
    for gap in letter.gaps:
        one = letter.filled({gap: contents[gap]})
        assert one.gaps == tuple(other for other in letter.gaps if other != gap)
        assert one.filled(contents) == SparseLetter(whole)


@given(sparse(), st.data())
def test_letters_agree_wherever_both_have_bytes(pair, data):
    whole, letter = pair
    assert letter.agrees_with(SparseLetter(whole))
    at = data.draw(st.integers(0, len(whole) - 1))
    other = bytearray(whole)
    other[at] ^= 1
    is_missing = any(gap.start <= at < gap.end for gap in letter.gaps)
    assert letter.agrees_with(SparseLetter(bytes(other))) is is_missing
    assert SparseLetter(bytes(other)).agrees_with(letter) is is_missing
    assert not letter.agrees_with(SparseLetter(whole + b"x"))


@pytest.mark.parametrize(
    ("gap", "most", "around"),
    [
        (Gap(4, 2), 3, (b"123", b"678")),
        (Gap(4, 2), 9, (b"0123", b"6789")),
        (Gap(10, 3), 9, (b"6789", b"def")),
        (Gap(10, 3), 2, (b"89", b"de")),
    ],
)
def test_what_stands_around_a_gap_ends_at_the_next_one(gap, most, around):
    letter = with_gaps(WHOLE, [Gap(10, 3), Gap(4, 2)])
    assert letter.raw == b"01236789def"
    assert letter.around(gap, most) == around


def test_places_are_counted_with_one_byte_for_a_line_end():
    letter = with_gaps(b"a\r\nb\r\nXXXX\r\nc\r\nYY\r\n", [Gap(6, 4), Gap(15, 2)])
    assert letter.raw == b"a\r\nb\r\n\r\nc\r\n\r\n"
    assert letter.places() == {4: 4, 7: 2}


@given(st.integers(1, 5000))
def test_the_size_behind_base64_is_right_to_within_two_bytes(size):
    encoded = base64.encodebytes(bytes(size)).replace(b"\n", b"\r\n")[:-2]
    assert 0 <= content_size(len(encoded), "base64") - size <= 2
    assert content_size(size, "8bit") == size
