"""HTML of letters, ordinary and hostile, that several tests read."""

from __future__ import annotations

ORDINARY = {
    "paragraphs": "<p>Hello <b>there</b>,</p><p>two<br>lines</p><div>a<br><br>b</div>",
    "gmail": (
        '<div dir="ltr">No, it did <i>not</i>.</div><br><div class="gmail_quote"><div dir="ltr" '
        'class="gmail_attr">On Mon, Nov 3, 2025 at 10:15 AM Shop &lt;s@shop.example&gt; wrote:<br>'
        '</div><blockquote class="gmail_quote">Did it come?<br>Ana</blockquote></div>'
    ),
    "outlook": (
        "<p class=MsoNormal>No, it did not.</p><p class=MsoNormal>&nbsp;</p><div><div style='"
        "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p class=MsoNormal>"
        "<b>From:</b> Shop<br><b>Sent:</b> Monday</p></div></div><p class=MsoNormal>Did it?</p>"
    ),
    "lists": "<ul><li>a<li>b<ol><li>c</li><li><p>d</p></li></ol></ul><ol><li>e</ol>after",
    "order": (
        "<table><tr><th>Title</th><th>Price</th></tr><tr><td>Skerra</td><td>&pound;5</td></tr>"
        "<tr><td></td><td>6</td></tr><tr><td colspan=2>Total <b>11</b></td></tr></table>"
    ),
    "layout": (
        "<table><tr><td><table><tr><td><h1>Title</h1><p>Text</p></td></tr></table></td></tr></table>"
    ),
    "columns": (
        "<table><tr><td>left<table><tr><td>a</td><td>b</td></tr></table></td><td>right</td></tr>"
        "</table>end"
    ),
    "links": (
        '<a href="https://shop.example/1">here</a> <a href="mailto:a@b.example">a@b.example</a> '
        '<a href="https://evil.example">www.bank.example</a> <a href="#x">top</a>'
    ),
    "pictures": (
        '<p>before <img src="cid:a"> after</p><img src="https://x.example/1.png" alt="logo">'
        '<table><tr><td><img src="cid:b"></td><td>cell</td></tr></table><img src="cid:c">'
    ),
    "kept blanks": "<pre>a\n  b\n\nc</pre><div style='white-space:pre-wrap'>x\n   y</div>",
    "hidden": '<div style="display:none">secret</div><p hidden>x</p>shown'
    '<span style="font-size:0">y',
    "russian": "<p>Где моя <b>книга</b>? Заказ №&nbsp;12&#8209;7.</p><ul><li>раз<li>два</ul>",
    "tags in text": "<p>a &lt;b&gt; &amp;amp; &quot;c&quot; "
    "&lt;script&gt;alert(1)&lt;/script&gt;</p>",
}
HOSTILE = {
    "nested tables": "<table><tr><td>x</td><td>" * 300 + "deep",
    "nested blocks": "<div><blockquote>" * 1_000 + "deep",
    "a long word": "<p>" + "x" * 300_000,
    "a long line": "<p>" + "word " * 40_000,
    "many cells": "<table>" + "<tr>" + "<td>1" * 50 + "</tr>" + "<tr><td>2<td>3" * 20_000,
    "many marks": "<b>a</b> <i>b</i> " * 10_000,
    "crossed marks": "<b><i><a href='https://x.example'>a</b>b</i><table><b>c</a></table>d" * 200,
    "marks in marks": "<b><i><u>" * 80 + "x" + "</b>y" * 80,
    "spans": "<table><tr><td colspan=99999 rowspan=99999>a<td colspan=-1>b</table>",
    "unclosed": "<p>a<table><tr><td>b<ul><li>c<b>d<a href=https://e.example>f",
    "broken": "x<p title=\"a>b\" y='<'>q</p><!-- c --><!-->d<![if x]>e<? f ?>g</>h<b",
    "odd characters": "a&#0;b&#x202e;c&#xd800;d\u200be\x00f&nbsp;\u00adg\u2028h",
    "style": '<p style="background:url(x);position:fixed;color:white">a</p><style>p{}</style>b',
    "names": '<a href="link:0">x</a><img src="picture:0"><span class="</p>">y</span>',
    "rows without tables": "<tr><td>a</td></tr><td>b</td><li>c</li>",
    "cells outside": "<table>lost<tr>found<td>in</td>between<td>two</td></table>",
}
EVERY = {**ORDINARY, **HOSTILE}
