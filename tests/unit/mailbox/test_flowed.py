"""format=flowed: paragraphs travel as short lines and arrive whole (RFC 3676)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.flowed import WIDTH, flow, unflow

LONG = "word " * 40 + "end"


@pytest.mark.parametrize(
    ("flowed", "text"),
    [
        ("one \ntwo\nthree", "one two\nthree"),
        ("a \n> q \n> r\nb", "a \n> q r\nb"),
        (" From here\n >no quote\n  indented", "From here\n>no quote\n indented"),
        ("text \n-- \nJane", "text \n-- \nJane"),
        (">> deep \n>> er\n> q", ">> deep er\n> q"),
        ("ends soft ", "ends soft "),
        ("", ""),
    ],
)
def test_soft_lines_are_joined_within_one_depth(flowed, text):
    assert unflow(flowed) == text


def test_the_blank_of_a_soft_line_is_dropped_where_the_sender_says_so():
    assert unflow("長い \n文", drops_space=True) == "長い文"


def test_long_lines_are_broken_behind_blanks():
    lines = flow(LONG).split("\n")
    assert len(lines) == 3
    assert all(len(line) <= WIDTH for line in lines)
    assert all(line.endswith(" ") for line in lines[:-1])


def test_long_quotes_keep_their_marks_on_every_line():
    assert all(line.startswith("> word") for line in flow(f"> {LONG}").split("\n")[:-1])
    assert unflow(flow(f"> {LONG}")) == f"> {LONG}"


PIECES = st.sampled_from(["word ", "> ", "From ", "-- ", "--", " ", "x" * 90, "é", ">"])


@given(st.lists(st.lists(PIECES, max_size=25).map("".join), max_size=6).map("\n".join))
def test_what_was_flowed_comes_back(text):
    expected = "\n".join(_normal(line) for line in text.split("\n"))
    assert unflow(flow(text)) == expected


def _normal(line: str) -> str:
    """What `flow` is allowed to change: blanks at the end, and in front of long quotes."""
    if line == "-- ":
        return line
    bare = line.rstrip(" ")
    content = bare.lstrip(">")
    quotes = bare[: len(bare) - len(content)]
    if not quotes or len(bare) <= WIDTH or not content:
        return bare
    return f"{quotes} {content.removeprefix(' ')}"
