"""Header blocks, encoded words, ids and dates, whole and broken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.headers import (
    MAX_IDS,
    characters,
    clean_line,
    date,
    decode_base64,
    decode_words,
    hides_characters,
    message_id,
    message_ids,
    read_headers,
)


def split(data: bytes) -> tuple[dict[str, str], bytes, list[str]]:
    defects: list[str] = []
    headers, body = read_headers(data, 0, len(data), defects)
    names = ("from", "subject", "to", "x")
    return {n: headers.text(n) for n in names if n in headers}, data[body:], defects


@pytest.mark.parametrize(
    ("data", "fields", "body"),
    [
        (b"From: a\nSubject: b\n\nbody\n", {"from": "a", "subject": "b"}, b"body\n"),
        (b"SUBJECT : b\n\n", {"subject": "b"}, b""),
        (b"Subject: one\n two\n\tthree\n\nx", {"subject": "one two\tthree"}, b"x"),
        (b"From jane Mon Nov 3\nFrom: a\n\nx", {"from": "a"}, b"x"),
        (b"Subject: b", {"subject": "b"}, b""),
        (b"Subject:\n\nx", {"subject": ""}, b"x"),
        (b"\nbody", {}, b"body"),
        (b"", {}, b""),
        (b"Subject: a\nSubject: b\n\n", {"subject": "a"}, b""),
    ],
)
def test_fields_and_body_are_told_apart(data, fields, body):
    assert split(data) == (fields, body, [])


@pytest.mark.parametrize(
    ("data", "fields", "body"),
    [
        (b"Subject: b\nDear Jane,\ntext\n\nmore", {"subject": "b"}, b"Dear Jane,\ntext\n\nmore"),
        (b"Dear Jane,\n\ntext", {}, b"Dear Jane,\n\ntext"),
        (b"Subject: b\nlost line\nFrom: a\n\nx", {"subject": "b", "from": "a"}, b"x"),
    ],
)
def test_a_line_that_is_no_header_is_told(data, fields, body):
    found, rest, defects = split(data)
    assert (found, rest) == (fields, body)
    assert len(defects) == 1


def test_huge_headers_are_cut_and_told():
    found, body, defects = split(b"Subject: " + b"x" * 300_000 + b"\nX: 1\n\nbody")
    assert len(found["subject"]) == 65_536
    assert body == b"body"
    assert len(defects) == 2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Order 12", "Order 12"),
        ("=?utf-8?Q?Where_is_my_book=3F?=", "Where is my book?"),
        ("=?UTF-8?b?0JrQvdC40LPQsA==?=", "Книга"),
        ("=?windows-1251?Q?=CA=ED=E8=E3=E0?=", "Книга"),
        ("=?utf-8?Q?a?= =?utf-8?Q?b?= c", "ab c"),
        ("a =?utf-8?Q?b?= c", "a b c"),
        ("=?utf-8?B?0JrQ?= =?utf-8?B?vdC40LPQsA==?=", "Книга"),
        ("=?utf-8*ru?Q?a?=", "a"),
        ("=?utf-8?Q?Hello World?=", "Hello World"),
        ("=?utf-8?Q?Where is my book??=", "Where is my book?"),
        ("=?utf-8?Q?one =?utf-8?Q?two?=", "onetwo"),
        ("=?utf-8?B?0JrQvdC40LPQsA", "Книга"),
        ("=?utf-8?B?0JrQvdC40LPQsA=?=", "Книга"),
        ("=?utf-8?Q?=CA=ED=E8=E3=E0?=", "Книга"),
        ("=?unknown-8bit?Q?=CA=ED=E8=E3=E0?=", "Книга"),
        ("=?big5_tw?B?rfs=?=", "員"),
        ("=?rot13?Q?Uryyb?=", "Uryyb"),
        ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        ("=?a?b?c?d", "=?a?b?c?d"),
        ("x=?utf-8?q?=C3=A9?=y", "xéy"),
        ("=?utf-8?Q?a=0D=0ABcc:_b?=", "a  Bcc: b"),
        ("=?utf-8?Q?pay=E2=80=AEtxt.exe=00?=", "paytxt.exe"),
        ("Книга", "Книга"),
    ],
)
def test_encoded_words_are_decoded_also_broken_ones(value, text):
    assert clean_line(decode_words(value)) == text


def test_raw_bytes_follow_the_charset_of_the_body():
    assert characters("Книга".encode("koi8_r"), "koi8-r") == "Книга"
    assert characters("Книга".encode(), "koi8-r") == "Книга"


@pytest.mark.parametrize(
    ("value", "hides"),
    [
        ("Order", False),
        ("Folded\n\tline", False),
        ("Книга \xa0№", False),
        ("a\u202eb", True),
        ("=?utf-8?Q?a=00b?=", True),
    ],
)
def test_hidden_characters_are_noticed(value, hides):
    assert hides_characters(value) is hides


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        (b"<a@b> <c@d>\n <a@b>", ("<a@b>", "<c@d>")),
        (b"<a b@c> <> <\x00@x> <ok>", ("<ok>",)),
        (b"Your letter of Monday <a@b>", ("<a@b>",)),
        (b"=?utf-8?q?=3Ca=40b=3E?=", ("<a@b>",)),
        (b"=?utf-8?q?=3Ca=40b=0D=0AX=3E?=", ()),
        (b"<" + b"a" * 981 + b">", ()),
        (b"<" + b"a" * 980 + b">", ("<" + "a" * 980 + ">",)),
        ("<é@x>".encode(), ()),
    ],
)
def test_only_well_formed_ids_are_kept(value, ids):
    assert message_ids([value.decode("latin-1")]) == ids


def test_of_many_ids_the_first_and_the_last_are_kept():
    found = message_ids([" ".join(f"<{n}@x>" for n in range(500))])
    assert len(found) == MAX_IDS
    assert (found[0], found[1], found[-1]) == ("<0@x>", "<401@x>", "<499@x>")


@pytest.mark.parametrize(
    ("value", "found"),
    [(" <a@b> ", "<a@b>"), ("a@b", "<a@b>"), ("<a b>", ""), ("", ""), ("none", "")],
)
def test_a_message_id_has_its_brackets(value, found):
    assert message_id(value) == found


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("Mon, 3 Nov 2025 10:15:00 +0300",
         datetime(2025, 11, 3, 10, 15, tzinfo=timezone(timedelta(hours=3)))),
        ("3 Nov 25 10:15 EST",
         datetime(2025, 11, 3, 10, 15, tzinfo=timezone(timedelta(hours=-5)))),
        ("Mon, 3 Nov 2025 10:15:60 -0000 (UTC)", datetime(2025, 11, 3, 10, 15, 59, tzinfo=UTC)),
        ("Mon Nov  3 10:15:00 2025", datetime(2025, 11, 3, 10, 15, tzinfo=UTC)),
        ("Fri, 31 Dec 9999 23:59:59 -1200", None),
        ("Thu, 31 Dec 2199 10:15:00 +0000", datetime(2199, 12, 31, 10, 15, tzinfo=UTC)),
        ("Fri, 1 Jan 2200 10:15:00 +0000", None),
        ("Wed, 31 Dec 1969 23:59:59 +0000", None),
        ("Mon, 3 Nov 2025 10:15:00 +9999", None),
        ("Mon, 3 Nov 2025 25:15:00 +0000", None),
        ("Mon, 3 Nov 99999999999999999999 10:15:00 +0000", None),
        ("yesterday", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_date_has_a_zone_or_is_none(value, time):
    assert date(value) == time


@given(st.text(max_size=60) | st.text("0123456789:+- JanMon,()", max_size=40))
def test_no_date_overflows(value):
    time = date(value)
    if time is not None:
        time.astimezone(timezone(timedelta(hours=14)))


@pytest.mark.parametrize(
    ("data", "content"),
    [
        (b"SGVsbG8=", b"Hello"),
        (b"SGVs\nbG8", b"Hello"),
        (b"SGVsb!G8=", b"Hello"),
        (b"SGVsbG8=\n-- \nfooter of a list", b"Hello"),
        (b"SGVsb", b"Hel"),
        (b"====", b""),
        (b"", b""),
    ],
)
def test_broken_base64_gives_what_is_left(data, content):
    assert decode_base64(data) == content


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["From", "subject", "X-Own", "Content-Type", "MIME-Version"]),
            st.text("ab:<>@ \t\n=é", max_size=20).map(lambda t: t.replace("\n", "\n ")),
        ),
        max_size=6,
    )
)
def test_a_sound_block_gives_the_same_fields_as_one_with_a_stray_line(written):
    block = "".join(f"{name}: {value}\n" for name, value in written).encode()
    sound, body = read_headers(block + b"\nx", 0, len(block) + 2, [])
    mailbox_line = b"From jane Mon Nov 3\n"  # read line by line for its sake
    stray, _ = read_headers(mailbox_line + block + b"\nx", 0, len(mailbox_line + block) + 2, [])
    assert body == len(block) + 1
    for name in ("from", "subject", "x-own", "content-type"):
        assert sound.texts(name) == stray.texts(name)
        assert sound.joined(name) == stray.joined(name)


@pytest.mark.parametrize("zone", ["+0000", "-0000", "+0330", "-1130", "+9959"])
def test_a_usual_date_is_read_as_the_standard_library_reads_it(zone):
    for written in (f"Mon, 3 Nov 2025 10:15:00 {zone}", f"03 nov 2025 10:15:59 {zone}"):
        try:
            expected = parsedate_to_datetime(written).astimezone(UTC)
        except ValueError:
            expected = None
        found = date(written)
        assert (found and found.astimezone(UTC)) == expected
