"""A stored letter opened: its forms, pictures, files and source."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from fakes.reading_desk import letter

from softanswer.mailbox.mime import parse_message
from softanswer.mailbox.showing import MAX_SOURCE_CHARS, file_of, open_letter

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "data" / "mail").glob("*.eml"))
HTML = '<p>Hello <b>Ana</b>, where is my book?</p><img src="cid:cover@mail"><img src="cid:none">'
PLAIN = "Hello Ana, where is my book?\n"


def opened(raw):
    return open_letter(raw, parse_message(raw).text)


@pytest.mark.parametrize(
    ("raw", "has_sent", "has_plain", "differs"),
    [
        (letter(plain=PLAIN), False, True, False),
        (letter(html=HTML), True, False, False),
        (letter(html=HTML, plain=PLAIN), True, True, False),
        (letter(html="<p>Pay at once to another account please", plain=PLAIN), True, True, True),
        (letter(html="<p>" + "Other words of no kind here. " * 50, plain=PLAIN), True, True, True),
        (letter(html=HTML, plain="\n \n"), True, False, False),
        (letter(html='<img src="cid:a">', plain=PLAIN), True, True, True),
    ],
)
def test_the_forms_of_a_letter_are_told(raw, has_sent, has_plain, differs):
    found = opened(raw)
    assert (found.sent is not None, found.has_plain, found.differs) == (
        has_sent,
        has_plain,
        differs,
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_text_of_a_letter_that_is_only_html_is_that_of_its_view(path):
    raw = path.read_bytes()
    found = opened(raw)
    if found.sent is not None and not found.has_plain:
        assert found.sent.text.strip() == parse_message(raw).text.strip()


def test_the_letter_s_own_pictures_are_found_by_their_id():
    found = opened(letter(html=HTML, pictures={"cover@mail": b"\x89PNG"}))
    assert found.own_picture("cid:cover@mail") == b"\x89PNG"
    assert found.own_picture("CID:cover%40mail") == b"\x89PNG"
    for source in (
        "cid:none",
        "cid:",
        "cid:../cover@mail",
        "https://x.example/a.png",
        "cover@mail",
        "",
    ):
        assert found.own_picture(source) is None


def test_only_pictures_are_given_out_by_their_id():
    raw = letter(html=HTML, pictures={"cover@mail": b"<svg/>"})
    for kind in (b"image/svg+xml", b"text/html", b"application/pdf"):
        assert opened(raw.replace(b"image/png", kind)).own_picture("cid:cover@mail") is None


def test_files_are_numbered_as_they_are_listed():
    files = [("a.txt", "text/plain", b"one"), ("b.pdf", "application/pdf", b"%PDF two")]
    for raw in (letter(plain=PLAIN, files=files), letter(html=HTML, plain=PLAIN, files=files)):
        listed = parse_message(raw).attachments
        assert [file.filename for file in listed] == ["a.txt", "b.pdf"]
        assert file_of(raw, 0).strip() == b"one"
        assert file_of(raw, 1) == b"%PDF two"
        with pytest.raises(LookupError):
            file_of(raw, 2)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_listed_file_can_be_had(path):
    raw = path.read_bytes()
    for number, file in enumerate(parse_message(raw).attachments):
        assert len(file_of(raw, number)) == pytest.approx(file.size_bytes, abs=3)


def test_the_source_is_plain_text_with_short_lines():
    found = opened(letter(plain="x" * 5_000 + "\x00\x1b[2J\u202e"))
    assert "Subject: About my order" in found.source
    assert max(map(len, found.source.split("\n"))) <= 1_000
    assert not set(found.source) & set("\x00\x1b\u202e")
    assert not found.source_is_cut
    long = opened(letter(plain="line\n" * 100_000))
    assert len(long.source) <= MAX_SOURCE_CHARS
    assert long.source_is_cut


@pytest.mark.parametrize(
    "raw", [b"", b"\n", b"x", b"Content-Type: multipart/mixed\n\nx", b"\xff" * 99]
)
def test_no_letter_is_too_broken_to_be_opened(raw):
    assert opened(raw).sent is None


def test_a_large_letter_is_opened_in_time():
    raw = letter(html="<p>a</p>" * 100, files=[("a.jpg", "image/jpeg", b"x" * 8_000_000)])
    begin = time.process_time()
    opened(raw)
    assert time.process_time() - begin < 2
