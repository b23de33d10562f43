"""One reading gives the text and the marks over it."""

from __future__ import annotations

import time

import pytest
from html_examples import EVERY
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox import html_tokens
from softanswer.mailbox.html_lines import MAX_LINE_CHARS, MAX_WORD_CHARS
from softanswer.mailbox.html_marks import MAX_MARKS, MarkKind
from softanswer.mailbox.html_reader import marked_text, text_from_html
from softanswer.mailbox.html_tokens import pieces, split_tag
from softanswer.mailbox.mime import parse_message

MARKUP = st.text(st.sampled_from("<>/!-=\"' &;#abdivptr\n0"), max_size=200)
TAGS = st.lists(
    st.sampled_from(
        "<p> </p> <b> </b> <i> <ul> <li> </ul> <ol> </ol> <table> </table> <tr> <td> </td> <br> "
        "<blockquote> </blockquote> <pre> </pre> <a\thref='https://x.example'> </a> <h1> </h1> "
        "<img\tsrc='cid:a'> text words &nbsp; <div\tstyle='display:none'> </div>".split()
    ).map(lambda tag: tag.replace("\t", " ")),
    max_size=60,
).map(" ".join)


def marks(html, kind):
    found = marked_text(html)
    return [found.text[m.start : m.end] for m in found.marks if m.kind is kind]


@pytest.mark.parametrize("html", EVERY.values(), ids=EVERY.keys())
def test_marks_change_nothing_of_the_text(html):
    assert marked_text(html).text == text_from_html(html)


@given(TAGS | MARKUP)
def test_no_marks_change_the_text_or_reach_beyond_it(html):
    found = marked_text(html)
    assert found.text == text_from_html(html)
    assert len(found.quotes) == found.text.count("\n") + 1 or not found.text
    for mark in found.marks:
        assert 0 <= mark.start <= mark.end <= len(found.text)
    for picture in found.pictures:
        assert 0 <= picture.at <= len(found.text)


@given(TAGS | MARKUP)
def test_plain_html_is_cut_as_all_html_is(html):
    quick = html_tokens._plain_pieces(html)
    if quick is not None:
        slow = html_tokens._all_pieces(html)
        assert _known(quick) == _known(slow)


def _known(cut):
    """Tags by their meaning; text that only a comment or a declaration parted is one."""
    found: list[tuple[tuple[str, str, str], str]] = []
    for tag, text in cut:
        meaning = split_tag(tag)
        if not meaning[1] and found:
            meaning, before = found.pop()
            text = before + text  # noqa: PLW2901
        if meaning[1] or text:
            found.append((meaning, text))
    return found


@pytest.mark.parametrize(
    ("html", "kind", "expected"),
    [
        ("a <b>bold</b> <strong>b</strong>", MarkKind.BOLD, ["bold", "b"]),
        ('<span style="font-weight:bold">x</span>y', MarkKind.BOLD, ["x"]),
        ("<p>a</p><p><i>b<br>c</i></p>", MarkKind.ITALIC, ["b\nc"]),
        ("<h2>Title</h2>text", MarkKind.HEADING, ["Title"]),
        ("<b>before<p>p</p></b>after", MarkKind.BOLD, ["before\n\np"]),
        ('see <a href="https://a.example/x">a</a>', MarkKind.LINK, ["a"]),
        ('see <a href="https://a.example/x">a</a>', MarkKind.ADDED, [" (a.example)"]),
        ("<ul><li>x<ul><li>y</ul></ul>", MarkKind.BULLET, ["- ", "  - "]),
        ("<table><tr><td>a<td><td>c</table>", MarkKind.CELL, ["a", "", "c"]),
        ('<div style="display:none"><b>x</b></div>', MarkKind.BOLD, []),
    ],
)
def test_what_is_set_apart_is_marked(html, kind, expected):
    found = marks(html, kind)
    assert [text.strip(" ") if kind is not MarkKind.ADDED and kind is not MarkKind.BULLET else text
            for text in found] == expected  # fmt: skip


def test_a_link_keeps_where_it_leads_as_it_was_written():
    html = '<a class="x" href=" https://a.example/?b=1&amp;c=2 ">a</a><a href="//d.example">d</a>'
    found = [mark.value for mark in marked_text(html).marks if mark.kind is MarkKind.LINK]
    assert found == ["https://a.example/?b=1&c=2", "//d.example"]


def test_pictures_keep_their_place_words_and_size():
    html = 'ab<img src="cid:x" alt="A cover" width=20 height="30px">c<img src=y style="width:5px">'
    first, second = marked_text(html).pictures
    assert (first.at, first.source, first.alternative, first.size) == (
        2,
        "cid:x",
        "A cover",
        (20, 30),
    )
    assert (second.at, second.source, second.size) == (3, "y", (5, -1))


def test_quote_marks_are_counted_by_line():
    found = marked_text("a<blockquote>b<blockquote>c</blockquote></blockquote>&gt; d")
    assert found.text == "a\n\n> b\n>\n> > c\n\n> d"
    assert found.quotes == (0, 0, 1, 1, 2, 0, 0)


def test_more_marks_than_can_be_shown_are_left_out_and_told():
    found = marked_text("<b>a</b> " * (MAX_MARKS + 10))
    assert len(found.marks) == MAX_MARKS
    assert not found.is_whole


def test_long_words_and_lines_are_cut_as_the_parser_cuts_them():
    lines = text_from_html("<p>" + "x" * 5_000 + "<p>" + "word " * 20_000).split("\n")
    assert max(len(word) for line in lines for word in line.split(" ")) == MAX_WORD_CHARS
    assert MAX_WORD_CHARS < max(map(len, lines)) <= MAX_LINE_CHARS


@pytest.mark.parametrize("html", EVERY.values(), ids=EVERY.keys())
def test_the_parser_leaves_the_text_as_it_was_read(html):
    raw = b"Content-Type: text/html; charset=utf-8\n\n" + html.encode("utf-8", "replace")
    text = parse_message(raw).text
    assert (
        text.strip()
        == text_from_html(html.encode("utf-8", "replace").decode())[:1_000_000].strip()
    )


def test_pieces_are_what_was_written():
    assert list(pieces("a<p class=x>b</p>c")) == [("", "a"), ("<p class=x>", "b"), ("</p>", "c")]


def test_ordinary_parts_are_read_quickly():
    """Measured: 0.2 to 0.4 ms a part of 6 kB; the limit is for a busy machine."""
    row = (
        '<tr><td style="font-size:14px"><a href="https://s.example/{0}">a</a></td><td>5</td></tr>'
    )
    html = "<table>" + "".join(row.format(number) for number in range(60)) + "</table>"
    times = []
    for _ in range(5):
        begin = time.process_time()
        text_from_html(html)
        times.append(time.process_time() - begin)
    assert min(times) < 0.02
