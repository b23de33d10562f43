"""Messages as they come: typical ones, odd ones, and ones that mean harm."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from softanswer.mailbox.message import Address, Attachment, Message
from softanswer.mailbox.mime import (
    MAX_TEXT_CHARS,
    parse_content,
    parse_header,
    parse_message,
)
from softanswer.mailbox.quoting import own_text

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "mail").glob("*.eml"))


def sample(name: str) -> bytes:
    return next(path for path in SAMPLES if path.stem == name).read_bytes()


def parsed(headers: str, body: str | bytes = "") -> Message:
    raw_body = body.encode() if isinstance(body, str) else body
    return parse_message(headers.encode() + b"\n\n" + raw_body)


@pytest.mark.parametrize(
    ("name", "sender", "subject", "own"),
    [
        ("gmail_reply", "Margaret Whitcombe <m.whitcombe@mail.example>",
         "Re: Your order 114-2847561-9053318", "Hello Ana,"),
        ("gmail_reply_html_only", "Margaret Whitcombe <m.whitcombe@mail.example>",
         "Re: Your order 114-2847561-9053318", "Hello Ana,"),
        ("outlook_reply_koi8r", "Ирина Соколова <irina.sokolova@pochta.example>",
         "RE: Заказ 12-04567-88123", "Здравствуйте!"),
        ("no_charset_windows_1251", "oleg@pochta.example", "order", "Где мой заказ?"),
        ("amazon_buyer", "Dana - Amazon Marketplace <q1w2e3r4t5y6u7i@marketplace.amazon.test>",
         "Order delivery inquiry from Amazon customer Dana (Order: 114-2847561-9053318)",
         "This is unacceptable."),
        ("ebay_question", "eBay - bookworm_77 <5f3a9c0d11e2@members.ebay.test>",
         "bookworm_77 has sent a question about item #285412345678, ending on Nov-12-25 - "
         "A History of Lighthouses, Volume 168, Numbers 1–4", "Hi,\nis the dust jacket"),
        ("apple_mail_photo", "Jürgen Müller <j.mueller@post.example>", "Beschädigtes Buch",
         "Guten Tag,\n\ndas Buch kam durchnässt an."),
        ("flowed", "Grace <grace@mail.example>", "Thank you",
         "The parcel came today, and the book is even better than you said it would be."),
    ],
)  # fmt: skip
def test_typical_letters_are_read(name, sender, subject, own):
    letter = parse_message(sample(name))
    assert str(letter.sender) == sender
    assert letter.subject == subject
    assert own_text(letter.text).startswith(own)
    assert letter.automatic == ""
    assert letter.defects == ()
    assert letter.date is not None
    assert letter.message_id.startswith("<")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_line_ends_of_the_wire_change_nothing(path):
    raw = path.read_bytes()
    assert parse_message(raw.replace(b"\n", b"\r\n")) == parse_message(raw)


def test_quoted_letters_are_told_from_own_words_in_both_forms():
    plain = own_text(parse_message(sample("gmail_reply")).text)
    html = own_text(parse_message(sample("gmail_reply_html_only")).text)
    assert plain == html
    assert "your parcel left" not in plain


def test_the_ids_of_a_reply_are_read():
    letter = parse_message(sample("gmail_reply"))
    assert letter.message_id == "<CAF0p+9xyz@mail.example>"
    assert letter.in_reply_to == letter.references == ("<0a1b2c@lanternlane.example>",)
    assert letter.date == datetime(2025, 11, 3, 18, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "attachments"),
    [
        ("apple_mail_photo", (Attachment("Foto vom Rücken des Buches.jpg", "image/jpeg", 772),)),
        ("calendar_invite", (Attachment("invitation.ics", "text/calendar", 29),)),
        ("bounce", (Attachment("delivery-status.txt", "message/delivery-status", 118),
                    Attachment("letter.eml", "message/rfc822", 88))),
        ("gmail_reply", ()),
    ],
)  # fmt: skip
def test_attachments_are_listed_and_never_read_as_text(name, attachments):
    letter = parse_message(sample(name))
    assert letter.attachments == attachments
    assert "BEGIN:VCALENDAR" not in letter.text
    assert "Dear customer" not in letter.text


@pytest.mark.parametrize(
    ("name", "why"),
    [("bounce", "bounce"), ("vacation", "auto-reply"), ("newsletter", "list"),
     ("amazon_buyer", ""), ("ebay_question", ""), ("gmail_reply", "")],
)  # fmt: skip
def test_programs_are_told_from_people(name, why):
    assert parse_message(sample(name)).automatic == why


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ("Auto-Submitted: no", ""),
        ("Auto-Submitted: auto-generated", "auto-reply"),
        ("Auto-Submitted: auto-replied; owner=x", "auto-reply"),
        ("X-Autoreply: yes", "auto-reply"),
        ("Precedence: auto_reply", "auto-reply"),
        ("Precedence: bulk", "list"),
        ("Precedence: JUNK", "list"),
        ("Precedence: first-class", ""),
        ("List-Unsubscribe: <mailto:x@x.example>", "list"),
        ("Return-Path: <>", "bounce"),
        ("Return-Path: <jane@mail.example>", ""),
        ("Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
         "auto-reply"),
    ],
)  # fmt: skip
def test_the_marks_of_programs(headers, why):
    assert parsed(f"From: jane@mail.example\n{headers}", "--b\n\nx\n--b--").automatic == why


@pytest.mark.parametrize(
    ("sender", "why"),
    [
        ("postmaster@mail.example", "bounce"),
        ("Mailer-Daemon@mail.example", "bounce"),
        ("MAILER-DAEMON (Mail System)", "bounce"),
        ("q1w2e3r4t5y6u7i@marketplace.amazon.co.uk", ""),
        ("5f3a9c@members.ebay.de", ""),
        ("no-reply@marketplace.amazon.de", "list"),
        ("x@marketplace.amazon.de.evil.example", "list"),
    ],
)
def test_a_buyer_behind_a_relay_is_never_a_program(sender, why):
    headers = f"From: {sender}\nList-Id: <orders.example>\nPrecedence: bulk"
    assert parsed(headers, "Where is my book?").automatic == why


def alternative(plain: str, html: str) -> str:
    return (
        f"--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n{html}\n--b--"
    )


ALTERNATIVE = "From: jane@mail.example\nContent-Type: multipart/alternative; boundary=b"
MIXED = "From: jane@mail.example\nContent-Type: multipart/mixed; boundary=b"


@pytest.mark.parametrize(
    ("headers", "body", "text"),
    [
        (ALTERNATIVE, alternative("plain", "<p>html"), "plain"),
        (ALTERNATIVE, alternative(" \n\xa0", "<p>html"), "html"),
        (MIXED, alternative("same words", "<p>same <b>words</b>"), "same words"),
        (MIXED, alternative("one", "<p>two"), "one\n\ntwo"),
        (MIXED, "--b\nContent-Type: text/html\n\n<p>Hi\n--b\n\nfooter\n--b--", "Hi\n\nfooter"),
        (MIXED, "--b\nContent-Type: text/plain; name=a.txt\n\nfirst\n"
         "--b\nContent-Type: text/plain; name=b.txt\n\nfile\n--b--", "first"),
        ("Content-Type: multipart/related; boundary=b",
         "--b\nContent-Type: text/html\n\nletter\n--b\nContent-Type: text/html\n\nframe\n--b--",
         "letter"),
        ("Content-Type: multipart/signed; boundary=b",
         "--b\n\nletter\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--", "letter"),
        ("Content-Type: text/html", b'<meta charset="koi8-r">' + "Да".encode("koi8_r"), "Да"),
        ("Content-Type: text/plain; format=flowed; delsp=yes", "one \ntwo", "onetwo"),
        ("Content-Type: text/plain; format=flowed", "one \ntwo\n-- \nJane", "one two\n-- \nJane"),
        ("Content-Transfer-Encoding: BASE64", "SGVsbG8=", "Hello"),
        ("Content-Transfer-Encoding: quoted-printable", "a=\nb=3D=C3=A9", "ab=é"),
        ("Content-Transfer-Encoding: x-unknown", "as it is", "as it is"),
        ("Content-Type: application/pdf", "%PDF", ""),
        ("Subject: x", "a\xa0b", "a\xa0b"),
        ("Subject: x", "\n\n  a\rb\r\nc\x00\x07d\u202e  \n\n", "  a\nb\ncd"),
    ],
)  # fmt: skip
def test_the_text_is_what_the_writer_meant(headers, body, text):
    assert parsed(headers, body).text == text


def test_pictures_of_an_unchosen_form_are_listed_too():
    inner = (
        "--b\n\nplain\n--b\nContent-Type: multipart/related; boundary=c\n\n"
        "--c\nContent-Type: text/html\n\n<p>html\n--c\nContent-Type: image/png\n\nx\n--c--\n--b--"
    )
    assert parsed(ALTERNATIVE, inner).attachments == (Attachment("image.png", "image/png", 1),)


def test_a_long_word_is_broken_and_a_long_text_is_cut():
    assert max(map(len, parsed("X: y", "a" * 1_000_000).text.split("\n"))) == 2_000
    assert parsed("X: y", "a" * 2_000).text == "a" * 2_000
    assert max(map(len, parsed("X: y", "word " * 100_000).text.split("\n"))) <= 20_000
    letter = parsed("X: y", "line of text\n" * 100_000)
    assert len(letter.text) == MAX_TEXT_CHARS
    assert letter.defects == ("the text is longer than 1,000,000 characters and was cut",)


@pytest.mark.parametrize(
    ("headers", "sender"),
    [
        ("From: Jane <jane@mail.example>", Address("Jane", "jane@mail.example")),
        ("From: a@x.example, b@x.example", Address("", "a@x.example")),
        ("From: Jane\nSender: x@x.example", Address("Jane", "")),
        ("Sender: x@x.example", Address("", "x@x.example")),
        ("Return-Path: <x@x.example>", Address("", "x@x.example")),
        ("To: x@x.example", Address("", "")),
    ],
)
def test_the_sender_is_the_first_one_named(headers, sender):
    assert parsed(headers).sender == sender


@pytest.mark.parametrize(
    ("headers", "defect"),
    [
        ("From: a@x.example\nFrom: b@x.example", "several From fields"),
        ("From: \u202ea <a@x.example>", "From field hides"),
        ("From: a@x.example\nSubject: =?utf-8?Q?a=00b?=", "Subject field hides"),
        ("Content-Type: multipart/mixed; boundary=b", "boundary of a multipart is missing"),
    ],
)
def test_what_is_suspicious_is_told(headers, defect):
    assert any(defect in told for told in parsed(headers, "x").defects)


def nested(depth: int) -> bytes:
    heads = (f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return "".join(heads).encode() + b"\ndeep"


def html(markup: str) -> bytes:
    return b"Content-Type: text/html\n\n" + markup.encode()


HOSTILE = {
    "nothing": b"",
    "one byte": b"\x00",
    "line ends only": b"\r\n" * 50,
    "bare carriage returns": b"From: a@x.example\rSubject: s\r\rbody",
    "doubled carriage returns": b"From: a@x.example\r\r\nSubject: s\r\r\n\r\r\nbody",
    "headers only": b"From: a@x.example\nSubject: s",
    "colons only": b":" * 10_000,
    "a body alone": "Где моя книга?".encode("koi8_r"),
    "utf-16 file": "From: a@x.example\n\nbody".encode("utf_16"),
    "mbox line": b"From a@x Mon Nov 3 10:15:00 2025\nFrom: a@x.example\n\nbody",
    "byte order mark": b"\xef\xbb\xbfFrom: a@x.example\n\nbody",
    "NUL in headers": b"From: a\x00b@x.example\nSubject: \x00\n\n\x00",
    "300 kB subject": b"Subject: " + b"=?utf-8?Q?=D0=90?= " * 16_000 + b"\n\nx",
    "unfinished words": b"Subject: " + b"=?utf-8?Q?" * 30_000 + b"\n\nx",
    "finished words": b"Subject: " + b"=?a?Q?b?=" * 30_000 + b"\n\nx",
    "question marks": b"Subject: " + b"=?" * 100_000 + b"\n\nx",
    "many fields": b"X: y\n" * 100_000 + b"\nx",
    "many From fields": b"From: a@x.example\n" * 10_000 + b"\nx",
    "many To fields": b"To: a@x.example, b@x.example\n" * 8_000 + b"\nx",
    "endless folding": b"Subject: a\n" + b" b\n" * 100_000 + b"\nx",
    "parentheses": b"From: " + b"(" * 60_000 + b"\n\nx",
    "quotes": b"From: " + b'"\\' * 30_000 + b"\n\nx",
    "angle brackets": b"To: " + b"<" * 60_000 + b"\n\nx",
    "groups": b"To: " + b"a:" * 30_000 + b"\n\nx",
    "references": b"References: " + b"<a@b> " * 40_000 + b"\n\nx",
    "open references": b"References: " + b"<a" * 100_000 + b"\n\nx",
    "id with line end": b"Message-ID: <a\r\n b@x>\n\nx",
    "year 9999": b"Date: Fri, 31 Dec 9999 23:59:59 -1200\n\nx",
    "long date": b"Date: " + b"1" * 100_000 + b"\n\nx",
    "odd zone": b"Date: Mon, 3 Nov 2025 10:15:00 +99999999999999\n\nx",
    "nested 5,000 deep": nested(5_000),
    "nested in itself": b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 2_000,
    "20,000 parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 20_000,
    "almost boundaries": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b" * 300_000,
    "almost boundary lines": b"Content-Type: multipart/mixed; boundary=b\n\n"
    + b"--bx\n" * 100_000,
    "only the end": b"Content-Type: multipart/mixed; boundary=b\n\n--b--",
    "empty boundary": b'Content-Type: multipart/mixed; boundary=""\n\n--\nx\n----',
    "odd boundary": b'Content-Type: multipart/mixed; boundary="(.*)+\\\\"\n\n--(.*)+\\\nx',
    "8-bit boundary": b"Content-Type: multipart/mixed; boundary=\xff\xfe\n\n--\xff\xfe\n\nx",
    "long boundary": b"Content-Type: multipart/mixed; boundary=" + b"b" * 50_000 + b"\n\nx",
    "no type": b"Content-Type: \n\nx",
    "half a type": b"Content-Type: text\n\nx",
    "odd type": b'Content-Type: ;;;=;"\n\nx',
    "many parameters": b"Content-Type: text/plain" + b"; a*1*=b" * 8_000 + b"\n\nx",
    "open parameter": b'Content-Type: text/plain; name="' + b"\\" * 60_000 + b"\n\nx",
    "python codec": b"Content-Type: text/plain; charset=unicode_escape\n\n\\u0041\\x00",
    "codec of rot13": b"Content-Type: text/plain; charset=rot13\n\nUryyb",
    "charset with NUL": b'Content-Type: text/plain; charset="utf-8\x00"\n\nx',
    "charset as path": b"Content-Type: text/plain; charset=../../../etc/passwd\n\nx",
    "wrong utf-16": b"Content-Type: text/plain; charset=utf-16\n\nodd",
    "wrong utf-7": b"Content-Type: text/plain; charset=utf-7\n\n+ADw-script+AD4- +2AA-",
    "broken utf-8": b"Content-Type: text/plain; charset=utf-8\n\n\xff\xfe\xed\xa0\x80\xc3",
    "broken base64": b"Content-Transfer-Encoding: base64\n\n" + b"=" * 100_000,
    "one base64 digit": b"Content-Transfer-Encoding: base64\n\nA",
    "broken quoted-printable": b"Content-Transfer-Encoding: quoted-printable\n\n=\n=Z=4\n=",
    "a word of 1 MB": b"Subject: s\n\n" + b"x" * 1_000_000,
    "a line of 1 MB": b"Subject: s\n\n" + b"x " * 500_000,
    "a million lines": b"Subject: s\n\n" + b"\n" * 500_000 + b"x",
    "controls": b"Subject: s\n\n" + bytes(range(32)) * 1_000,
    "file name with path": b"Content-Disposition: attachment; filename=../../x\x00/\n\nx",
    "long file name": b"Content-Disposition: attachment; filename=" + b"a" * 60_000 + b"\n\nx",
    "nested tables": html("<table><tr><td>" * 5_000 + "x"),
    "nested blocks": html("<div>" * 100_000 + "x"),
    "nested quotes": html("<blockquote>a\n" * 20_000),
    "unclosed tag": html("<a " * 100_000),
    "unclosed comment": html("<!--" * 100_000),
    "entities": html("&" * 200_000),
    "huge number": html("&#" + "9" * 100_000 + ";"),
    "surrogate": html("&#xD800;&#55296;x"),
    "style of 1 MB": html(f"<p style='{'font-size:' * 100_000}'>x"),
    "style comments": html(f"<p style='{'/*' * 900}'>x" * 500),
    "picture in the text": html(f"<img src='data:image/png;base64,{'A' * 2_000_000}'><p>x"),
    "html that never ends": html("<p>x" * 200_000),
    "letter in letter": b"Content-Type: message/rfc822\n\n" * 2_000 + b"x",
    "digest": b"Content-Type: multipart/digest; boundary=b\n\n--b\n\nFrom: a@x\n\ny\n--b--",
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_message_is_refused_or_takes_long(raw):
    begin = time.process_time()
    letter = parse_message(raw)
    assert time.process_time() - begin < 3  # measured: 1 s at most, on a busy computer
    check(letter)


def check(letter: Message) -> None:
    """What every message promises, whatever its bytes were."""
    assert not any("could not be read" in defect for defect in letter.defects)
    assert len(letter.text) <= MAX_TEXT_CHARS + 1_000
    assert max(map(len, letter.text.split("\n"))) <= 20_000
    shown = [letter.subject, letter.sender.name, letter.sender.addr_spec, letter.message_id]
    shown += [attachment.filename for attachment in letter.attachments]
    shown += [a.name + a.addr_spec for a in (*letter.to, *letter.cc, *letter.reply_to)]
    for text in shown:
        text.encode("utf-8")
        assert not set(text) & {"\n", "\r", "\0", "\t", "\u202e"}
    letter.text.encode("utf-8")
    assert not set(letter.text) & {"\r", "\0", "\u202e", "\u2028"}


@given(st.data())
def test_a_letter_cut_anywhere_is_read(data):
    raw = data.draw(st.sampled_from(SAMPLES)).read_bytes()
    check(parse_message(raw[: data.draw(st.integers(0, len(raw)))]))


@settings(deadline=2_000)  # the first guess at a charset imports chardet
@given(st.data())
def test_a_letter_with_damaged_bytes_is_read(data):
    raw = bytearray(data.draw(st.sampled_from(SAMPLES)).read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(raw) - 1), max_size=30)):
        raw[place] = data.draw(st.integers(0, 255))
    check(parse_message(bytes(raw)))


FRAGMENTS = st.sampled_from(
    [b"From: ", b"To: ", b"Subject: ", b"Date: ", b"Content-Type: ", b"text/html",
     b"multipart/mixed; boundary=b", b"text/plain; charset=", b"utf-16", b"format=flowed",
     b"\n", b"\n\n", b"\r\n", b"--b\n", b"--b--", b"=?utf-8?B?", b"?=", b"<a@b>", b'"', b"(",
     b"\\", b"<p>", b"&#x0;", b"\x00",
     b"Content-Transfer-Encoding: base64", b"Content-Disposition: attachment; filename*0*="]
)  # fmt: skip


@given(st.lists(FRAGMENTS | st.binary(max_size=8), max_size=40).map(b"".join))
def test_any_pile_of_fragments_is_read(raw):
    check(parse_message(raw))


@given(st.binary(max_size=400))
def test_header_and_content_are_those_of_the_whole_message(raw):
    whole, header, content = parse_message(raw), parse_header(raw), parse_content(raw)
    assert replace(header, text=content.text, attachments=content.attachments, defects=()) == (
        replace(whole, defects=())
    )
    assert {*header.defects, *content.defects} == set(whole.defects)


def test_the_header_of_a_letter_in_parts_is_no_broken_letter():
    header = b"Content-Type: multipart/mixed; boundary=b\nSubject: Photos\n\n"
    assert (parse_header(header).subject, parse_header(header).defects) == ("Photos", ())


def test_a_header_alone_tells_that_no_person_wrote_the_letter():
    header = (
        b"From: Mail <system@provider.example>\r\nSubject: Not delivered\r\n"
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
    )
    assert parse_header(header).automatic == "bounce"
