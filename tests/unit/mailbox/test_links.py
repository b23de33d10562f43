"""A link is looked at before it opens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.links import MAX_URL_CHARS, look_at


@pytest.mark.parametrize(
    ("href", "text", "url"),
    [
        ("https://shop.example/a?b=1&c=2#d", "here", "https://shop.example/a?b=1&c=2#d"),
        ("http://shop.example:8080/", "here", "http://shop.example:8080/"),
        ("HTTPS://Shop.Example/A", "here", "https://shop.example/A"),
        ("//shop.example/x", "here", "https://shop.example/x"),
        (" https://shop.example/\n\ta b ", "here", "https://shop.example/ab"),
        (
            "https://shop.example/книга",
            "here",
            "https://shop.example/%D0%BA%D0%BD%D0%B8%D0%B3%D0%B0",
        ),
        ("https://shop.example/%7Ea", "here", "https://shop.example/%7Ea"),
        ("https://shop.example/<b>\"'", "here", "https://shop.example/%3Cb%3E%22'"),
        ("https://www.shop.example/", "shop.example", "https://www.shop.example/"),
        ("https://shop.co.uk/", "See www.shop.co.uk today", "https://shop.co.uk/"),
        ("https://track.shop.example/", "shop.example", "https://track.shop.example/"),
        ("https://shop.example/", "label.pdf", "https://shop.example/"),
        ("https://[2001:db8::1]/x", "here", "https://[2001:db8::1]/x"),
    ],
)
def test_an_ordinary_link_opens_what_it_shows(href, text, url):
    target = look_at(href, text)
    assert target.url == url
    assert target.opens
    assert target.warnings == () or "number" in target.warnings[0]


@pytest.mark.parametrize(
    ("href", "text", "host", "warning"),
    [
        ("https://evil.example/", "www.bank.example", "evil.example", "It says www.bank.example"),
        (
            "https://evil.example/",
            "https://bank.example/x",
            "evil.example",
            "It says bank.example",
        ),
        ("https://evil.co.uk/", "bank.co.uk", "evil.co.uk", "It says bank.co.uk"),
        (
            "https://bank.example.evil.example/",
            "bank.example",
            "bank.example.evil.example",
            "says",
        ),
        ("https://bank.example@evil.example/", "x", "evil.example", "before the @"),
        ("https://bank.example:x@evil.example/", "x", "evil.example", "before the @"),
        ("https://аpple.example/", "x", "xn--pple-43d.example", "letters that can look like"),
        (
            "https://xn--pple-43d.example/",
            "x",
            "xn--pple-43d.example",
            "letters that can look like",
        ),
        ("http://203.0.113.7/", "x", "203.0.113.7", "only a number"),
        ("https:\\\\evil.example\\x", "bank.example", "evil.example", "It says bank.example"),
    ],
)
def test_an_odd_link_is_marked_in_words(href, text, host, warning):
    target = look_at(href, text)
    assert target.host == host
    assert target.opens
    assert any(warning in each for each in target.warnings)
    assert "@" not in target.url.partition("//")[2].partition("/")[0]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "file:///etc/passwd",
        "\\\\server\\share",
        "data:text/html,x",
        "ftp://x.example/",
        "ms-word:ofe|u|https://x.example/a.docx",
        "vbscript:x",
        "tel:+1",
        "cid:x",
        "#top",
        "page.html",
        "",
        "https://",
        "https://?x",
        "https://a b/",
        "https://%00.example/",
        "https://x.example:99999/",
        "https://[::1/",
        "https://x.example/" + "a" * MAX_URL_CHARS,
        "mailto:",
        "mailto:nobody",
    ],
)
def test_other_schemes_and_broken_addresses_stay_closed(href):
    target = look_at(href, "here")
    assert not target.opens or target.host == "ab"
    assert target.warnings or target.host == "ab"


@pytest.mark.parametrize(
    ("href", "url", "warns"),
    [
        ("mailto:a@b.example", "mailto:a@b.example", False),
        ("MAILTO:a@b.example?subject=Hi%20u&body=x%0Ay",
         "mailto:a@b.example?subject=Hi%20u&body=x%0Ay", False),
        ("mailto:?to=a@b.example&cc=c@b.example", "mailto:a@b.example?cc=c%40b.example", False),
        ("mailto:a@b.example?attach=/etc/passwd", "mailto:a@b.example", True),
        ("mailto:a@b.example?attachment=x&Attach=y&bcc=z@b.example", "mailto:a@b.example", True),
        ("mailto:a@b.example?subject=x%0D%0ABcc:%20z@b.example",
         "mailto:a@b.example?subject=x%20Bcc%3A%20z%40b.example", False),
        ("mailto:a%0ABcc:z@b.example", "mailto:a%20Bcc%3Az@b.example", False),
    ],
)  # fmt: skip
def test_a_mail_link_fills_in_no_more_than_text(href, url, warns):
    target = look_at(href, "write")
    assert target.url == url
    assert bool(target.warnings) is warns


@given(st.text(max_size=60), st.text(max_size=40))
def test_no_link_is_too_odd_to_be_looked_at(rest, text):
    for scheme in ("", "https://", "mailto:", "http:", "//"):
        target = look_at(scheme + rest, text)
        assert "\n" not in target.shown
        assert target.url == "" or target.url.split(":")[0] in {"http", "https", "mailto"}
        assert target.url.isascii()
