"""What the view of a letter shows and what its text says are the same."""

from __future__ import annotations

import re
import time

import pytest
from html_examples import EVERY, HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument, QTextTable

from softanswer.mailbox.html_reader import marked_text
from softanswer.mailbox.html_view import HtmlView, Ink

INK = Ink("#666666", "#cccccc", "#dddddd", indent=20, gap=8, cell=4)
MARKS = re.compile(r"[\s>•\ufffc-]+")  # quote marks are an indent, "-" is a dot, pictures are none
TAGS = st.lists(
    st.sampled_from(
        "<p> </p> <b> </b> <i> <ul> <li> </ul> <ol> </ol> <table> </table> <tr> <td> </td> <br> "
        "<blockquote> </blockquote> <pre> </pre> <a\thref='https://x.example'> </a> <h1> </h1> "
        "<img\tsrc='cid:a'> text words &nbsp; &lt;b&gt; <div\tstyle='display:none'> </div>".split()
    ).map(lambda tag: tag.replace("\t", " ")),
    max_size=60,
).map(" ".join)


def view_of(html, covered=()):
    marked = marked_text(html)
    return marked, HtmlView(marked, covered, INK)


def laid_out(html):
    document = QTextDocument()
    document.setHtml(html)
    document.setTextWidth(600)
    document.size()
    return document


def words(text):
    return MARKS.sub("", text)


@pytest.mark.parametrize("html", EVERY.values(), ids=EVERY.keys())
def test_the_view_shows_what_the_text_says(qapp, html):
    marked, view = view_of(html)
    document = laid_out(view.html(0, len(marked.text)))
    assert words(document.toPlainText()) == words(marked.text)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(html=TAGS)
def test_no_letter_shows_what_its_text_does_not_say(qapp, html):
    marked, view = view_of(html)
    document = laid_out(view.html(0, len(marked.text)))
    assert words(document.toPlainText()) == words(marked.text)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(html=TAGS, cut=st.integers(0, 100))
def test_two_halves_of_a_letter_show_all_of_it(qapp, html, cut):
    marked, view = view_of(html)
    at = marked.text.find("\n", cut)
    at = len(marked.text) if at < 0 else at
    halves = [view.html(0, at), view.html(at, len(marked.text))]
    shown = "".join(laid_out(half).toPlainText() for half in halves)
    assert words(shown) == words(marked.text)


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_bomb_is_laid_out_in_time(qapp, html):
    begin = time.process_time()
    marked, view = view_of(html)
    laid_out(view.html(0, min(len(marked.text), 200_000)))
    assert time.process_time() - begin < 2


def test_tables_are_kept_to_three_levels_and_columns(qapp):
    html = "<table><tr><td>a</td><td>" * 6 + "deep"
    marked, view = view_of(html)
    made = view.html(0, len(marked.text))
    assert made.count("<table") == 3
    assert "deep" in made


def test_tables_of_one_column_are_what_stands_in_them():
    marked, view = view_of("<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>")
    assert "<table" not in view.html(0, len(marked.text))


def test_an_empty_cell_keeps_its_column(qapp):
    marked, view = view_of(
        "<table><tr><td></td><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>"
    )
    document = laid_out(view.html(0, len(marked.text)))
    (table,) = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    cell = table.cellAt(0, 1)
    assert (table.rows(), table.columns()) == (2, 2)
    assert cell.firstCursorPosition().block().text() == "a"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>x</b>", "<b>x</b>"),
        ("<i>x</i><u>y</u><s>z</s>", "<i>x</i><u>y</u><s>z</s>"),
        ("<h1>x</h1>", "font-weight:600"),
        ("<pre>a  b</pre>", "a  b"),
        ('<a href="https://x.example">x.example</a>', '<a href="link:0">x.example</a>'),
        ('<img src="https://x.example/p.png">', '<img src="picture:0">'),
        ("<ul><li>x</ul>", "text-indent:-20px"),
        ("<blockquote>x</blockquote>", "color:#666666"),
    ],
)
def test_what_is_kept(html, expected):
    marked, view = view_of(html)
    assert expected in view.html(0, len(marked.text))


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color:#fff;background:#000">x</p>',
        '<body bgcolor="red" background="http://x.example/i.png"><font color=white>x</font>',
        '<table background="http://x.example/i.png" bgcolor=black><tr><td>a<td>b</table>',
        '<p style="font-size:72px;font-family:Webdings">x</p>',
        "<script>x</script><style>@import 'http://x.example'</style>y",
        '<form action="http://x.example"><input type=image src="http://x.example/i"><button>b</form>',
        '<svg><image href="http://x.example/i"/></svg><object data="http://x.example/o">o</object>',
        '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    ],
)
def test_nothing_of_the_letter_s_own_look_or_addresses_gets_through(html):
    marked, view = view_of(html)
    made = view.html(0, len(marked.text))
    for trace in (
        "x.example",
        "#fff",
        "black",
        ":white",
        ":red",
        "72px",
        "Webdings",
        "script",
        "url(",
    ):
        assert trace not in made


def test_covered_words_are_not_in_the_view():
    marked = marked_text("<p>You <b>rotten</b> crook</p>")
    start = marked.text.index("rotten")
    view = HtmlView(marked, [(start, len(marked.text))], INK)
    made = view.html(0, len(marked.text))
    assert "rotten" not in made
    assert "crook" not in made
    assert "background-color:#dddddd" in made


def test_pictures_that_only_count_readers_are_left_out():
    marked, view = view_of(
        '<img src="https://x.example/1" width=1 height=1>'
        '<img src="https://x.example/2" style="height:0px"><img src="https://x.example/3">a'
    )
    assert [picture.source for picture in view.pictures] == ["https://x.example/3"]
    assert view.html(0, len(marked.text)).count("<img") == 1


def test_each_picture_is_shown_once_and_in_its_place():
    marked, view = view_of('a<img src="cid:1">b<table><tr><td><img src="cid:2"></td><td>c</table>'
                           '<p>d<img src="cid:3"></p><img src="cid:4">')  # fmt: skip
    made = view.html(0, len(marked.text))
    shown = re.sub(r"<(?!img)[^>]+>|\s", "", made)
    assert re.findall(r'src="picture:(\d)"', shown) == ["0", "1", "2", "3"]
    assert shown.index("picture:0") < shown.index("b<")


def test_a_letter_of_one_picture_shows_it():
    _, view = view_of('<img src="cid:1" alt="logo">')
    assert "picture:0" in view.html(0, 0)
