"""HTML letters become the text that their sender saw."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.html_text import MAX_QUOTES, text_from_html
from softanswer.mailbox.quoting import own_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hello <b>there</b>,</p><p>two</p>", "Hello there,\n\ntwo"),
        ("<div>a</div><div><br></div><div>b<br></div><div>c</div>", "a\n\nb\nc"),
        ("one<br>two<br><br><br>three", "one\ntwo\n\nthree"),
        ("<h1>Title</h1>text", "Title\n\ntext"),
        ("a  b\n\tc", "a b c"),
        ("<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc"),
        ('<div style="white-space: pre-wrap">a\n  b</div>', "a\n  b"),
        (
            "<p class=MsoNormal>a</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>b</p>",
            "a\n\nb",
        ),
        ('<p style="margin:0 0 12px 0">a</p><p style="margin:0 0 12px 0">b</p>', "a\n\nb"),
        ('<p style="margin:0">a</p><p style="margin:0">b</p>', "a\nb"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"),
        ("<ol><li>first</li><li>second</li></ol>", "1. first\n2. second"),
        (
            "<table><tr><td>Order</td><td>12</td></tr><tr><td>Total<td>5</table>",
            "Order 12\nTotal 5",
        ),
        ("<table><tr><td><p>one</p></td><td><p>two</p></td></tr></table>", "one\n\ntwo"),
        ("a &lt;b&gt; &amp; &copy; &#8211; c&nbsp;d &bogus;", "a <b> & © – c\xa0d &bogus;"),
        ("5 < 6 and I <3 books", "5 < 6 and I <3 books"),
        ("x<script>alert(1)</script><style>p{}</style><title>t</title>y", "xy"),
        ("x<!-- c --><!--[if mso]>z<![endif]--><![if !mso]>w<![endif]>y", "xwy"),
        ("un<b>closed <i>tags", "unclosed tags"),
        ("<p>x</td></table></div></p>y", "x\n\ny"),
        ('<p title="a>b">q</p>', "q"),
        ("<p title=it's>q</p>r", "q\n\nr"),
        ("", ""),
    ],
)
def test_blocks_lists_and_tables_are_laid_out(html, text):
    assert text_from_html(html) == text


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">secret</div>',
        '<div style="DISPLAY : None !important">secret</div>',
        '<div style="d\\69splay:none">secret</div>',
        '<div style="/* x */display:/**/none">secret</div>',
        '<span style="visibility:hidden">secret</span>',
        '<span style="mso-hide:all">secret</span>',
        '<span style="font-size:0">secret</span>',
        '<span style="font-size:1px;color:red">secret</span>',
        '<span style="font:1px/1px Arial">secret</span>',
        '<span style="font-size:0.01em">secret</span>',
        '<div style="max-height:0;">secret</div>',
        '<div style="height:0px;overflow:hidden">secret</div>',
        '<div style="opacity:0">secret</div>',
        "<div hidden>secret</div>",
        "<div hidden><p>sec</p><table><tr><td>ret</table></div>",
        "<select><option>secret</select>",
        "<template>secret</template>",
    ],
)
def test_hidden_text_is_left_out(hidden):
    assert text_from_html(f"before {hidden} after").split() == ["before", "after"]


@pytest.mark.parametrize(
    "shown",
    [
        '<td style="font-size:0px"><div style="font-size:13px">shown</div></td>',
        '<div style="font-size:1.2em">shown</div>',
        '<div style="height:0">shown</div>',
        '<p style="display:none">x<p>shown',
        '<div style="display:none;display:block">shown</div>',
        '<div style="background:url(x)">shown</div>',
        '<p data-hidden="1">shown</p>',
    ],
)
def test_text_that_only_looks_hidden_is_kept(shown):
    assert "shown" in text_from_html(shown)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            '<a href="https://evil.example/x">www.bank.example</a>',
            "www.bank.example (evil.example)",
        ),
        ('<a href="https://www.shop.example/x">shop.example</a>', "shop.example"),
        ('<a href="https://shop.example/1">https://shop.example/1</a>', "https://shop.example/1"),
        ('<a href="http://bank.example@evil.example/">Bank</a>', "Bank (evil.example)"),
        ('<a href="mailto:a@shop.example?subject=x">a@shop.example</a>', "a@shop.example"),
        ('<a href="mailto:a@shop.example">write</a>', "write (a@shop.example)"),
        ('<a href="#top">top</a>', "top"),
        ('<a href="https://shop.example"><img src=x></a>', ""),
        ('<a href="https://shop.example"><img alt="Order"></a>', "Order (shop.example)"),
        ('<img alt="\U0001f600"><img alt="logo">', "\U0001f600"),
    ],
)
def test_a_link_says_where_it_really_leads(html, text):
    assert text_from_html(html) == text


GMAIL = (
    '<div dir="ltr">No, it did not.</div><br><div class="gmail_quote"><div dir="ltr" '
    'class="gmail_attr">On Mon, Nov 3, 2025 at 10:15 AM Shop &lt;s@shop.example&gt; wrote:<br>'
    '</div><blockquote class="gmail_quote">Did it come?<br>Ana</blockquote></div>'
)
OUTLOOK_WEB = (
    '<div>No, it did not.</div><hr><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Shop<br>'
    "<b>Sent:</b> Monday<br><b>To:</b> Jane<br><b>Subject:</b> Order</div><div>Did it come?</div>"
)
OUTLOOK = (
    "<p class=MsoNormal>No, it did not.</p><div><div style='border:none;border-top:solid #E1E1E1 "
    "1.0pt;padding:3.0pt 0in 0in 0in'><p class=MsoNormal><b>From:</b> Shop<br><b>Sent:</b> Monday"
    "</p></div></div><p class=MsoNormal>Did it come?</p>"
)
YAHOO = (
    '<div>No, it did not.</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, Shop '
    "wrote:</div><div>Did it come?</div></div>"
)
THUNDERBIRD = (
    '<p>No, it did not.</p><div class="moz-cite-prefix">Am 03.11.25 um 10:15 schrieb Shop:<br>'
    '</div><blockquote type="cite" cite="mid:1">Did it come?</blockquote>'
)


@pytest.mark.parametrize("html", [GMAIL, OUTLOOK_WEB, OUTLOOK, YAHOO, THUNDERBIRD])
def test_the_letter_that_is_answered_stands_behind_quote_marks(html):
    text = text_from_html(html)
    assert "> Did it come?" in text
    assert own_text(text) == "No, it did not."


def test_an_answer_between_quotes_stays_the_writers_own():
    html = (
        "<blockquote>Did it come?</blockquote><p>No.</p><blockquote>And now?</blockquote><p>?!</p>"
    )
    assert text_from_html(html) == "> Did it come?\n\nNo.\n\n> And now?\n\n?!"


def test_quotes_in_quotes_have_as_many_marks():
    html = "<blockquote>a<blockquote>b</blockquote></blockquote>c"
    assert text_from_html(html) == "> a\n>\n> > b\n\nc"


def test_an_indent_by_quote_tags_is_no_quote():
    html = '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">indented</blockquote>'
    assert text_from_html(html) == "indented"


def test_a_border_above_other_text_quotes_nothing():
    html = '<div style="border:none;border-top:solid red 1pt">Total: 5</div><div>Thanks</div>'
    assert text_from_html(html) == "Total: 5\nThanks"


@pytest.mark.parametrize(
    "unit",
    ["<p>", "<div>", "</div>", "<li>", "<table><tr><td>", "<b>", "<a ", "<a b='", '<a b="', "<!--",
     "<!", "</", "&", "&#", "<title>", "<style>", "<form><div></form>", "<a><div>", "<b><table>",
     "<blockquote><p>x", "<pre>\n", "<a href=//x>y</a>", "=\"'", "<x></y>"],
)  # fmt: skip
def test_a_megabyte_of_anything_takes_seconds_at_most(unit):
    begin = time.process_time()
    text_from_html(unit * (1_000_000 // len(unit)))
    assert time.process_time() - begin < 5  # 0.1 to 0.8 s; what is quadratic takes minutes


@pytest.mark.parametrize("tag", ["div", "blockquote", "table", "ul", "font"])
def test_five_thousand_nested_tags_are_no_trouble(tag):
    text = text_from_html(f"<{tag}>" * 5_000 + "deep")
    assert text.endswith("deep")
    assert text.count(">") <= MAX_QUOTES


@given(st.text(st.sampled_from("<>/!-=\"' &;#abdivptr\n0")), st.text(max_size=20))
def test_no_input_is_refused(markup, tail):
    text_from_html(markup + tail)


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), max_size=20))
def test_words_come_out_as_they_went_in(words):
    html = "".join(f"<p><span>{word}</span></p>" for word in words)
    assert text_from_html(html).split() == words
