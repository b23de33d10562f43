"""Letters that leave: their bytes, their headers, and whom they go to."""

from __future__ import annotations

import email
import email.policy
import getpass
import re
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.message import Address, Message
from softanswer.mailbox.mime import parse_message
from softanswer.mailbox.outgoing import (
    Letter,
    build,
    new_message_id,
    reply_recipient,
    reply_references,
    reply_subject,
)

ANA = Address("Ana Reyes", "ana@lanternlane.example")
JANE = Address("Jane Doe", "jane@mail.example")
LETTER = Letter(
    sender=ANA,
    to=JANE,
    subject="Re: Your order 114-2847561-9053318",
    body="Dear Jane,\n\nI am sorry.\n\nAna\n",
    message_id="<1@lanternlane.example>",
    date=datetime(2026, 11, 22, 15, 30, tzinfo=timezone(timedelta(hours=3))),
)


def headers(raw: bytes) -> bytes:
    return raw.partition(b"\r\n\r\n")[0]


def test_a_plain_letter_is_plain():
    assert build(LETTER).decode("ascii") == (
        "Date: Sun, 22 Nov 2026 12:30:00 +0000\r\n"
        "From: Ana Reyes <ana@lanternlane.example>\r\n"
        "To: Jane Doe <jane@mail.example>\r\n"
        "Subject: Re: Your order 114-2847561-9053318\r\n"
        "Message-ID: <1@lanternlane.example>\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=us-ascii\r\n"
        "Content-Transfer-Encoding: 7bit\r\n"
        "\r\n"
        "Dear Jane,\r\n\r\nI am sorry.\r\n\r\nAna\r\n"
    )


def test_a_letter_tells_nothing_of_the_computer():
    raw = build(LETTER).lower()
    assert socket.gethostname().lower().encode() not in raw
    assert f"{getpass.getuser()}@".encode() not in raw
    assert b"agent" not in raw
    assert b"mailer" not in raw
    assert b"python" not in raw


@pytest.mark.parametrize(
    ("body", "charset", "encoding"),
    [
        ("Dear Jane,", b"us-ascii", b"7bit"),
        ("Liebe Frau Müller, es tut mir leid.", b"utf-8", b"quoted-printable"),
        ("Größe é ü ö", b"utf-8", b"quoted-printable"),
        ("Здравствуйте, Ирина!", b"utf-8", b"base64"),
        ("Order 114: Здравствуйте, Ирина Петровна!", b"utf-8", b"base64"),
        ("本が届きませんでした。", b"utf-8", b"base64"),
        ("x" * 2_000, b"us-ascii", b"quoted-printable"),
    ],
)
def test_the_encoding_fits_the_script(body, charset, encoding):
    fields = headers(build(replace(LETTER, body=body)))
    assert b"charset=" + charset in fields
    assert b"Transfer-Encoding: " + encoding in fields


def test_long_lines_are_flowed_and_short_ones_are_not():
    assert b"format=flowed" in headers(build(replace(LETTER, body="word " * 40)))
    assert b"format=flowed" not in headers(build(LETTER))


@pytest.mark.parametrize("body", ["From here on\n.\n..\n.x\n>From\n", "a\rb\r\nc\n", "-- \nAna\n"])
def test_lines_that_mean_something_to_servers_arrive_unchanged(body):
    raw = build(replace(LETTER, body=body))
    assert b"\nFrom " not in raw
    assert parse_message(raw).text == "\n".join(body.splitlines())


@pytest.mark.parametrize("length", [60, 78, 200, 980])
def test_ids_of_any_length_are_never_encoded_or_broken(length):
    ids = tuple(f"<{n}{'a' * (length - 12)}@x.example>" for n in range(3))
    letter = replace(LETTER, in_reply_to=ids[2], references=ids, message_id=ids[0])
    fields = headers(build(letter)).decode("ascii")
    assert "=?" not in fields
    unfolded = fields.replace("\r\n ", " ")
    assert f"\r\nReferences: {' '.join(ids)}\r\n" in unfolded + "\r\n"
    assert f"\r\nIn-Reply-To: {ids[2]}\r\n" in unfolded


FORGERY = "x\r\nBcc: spy@evil.example"


@pytest.mark.parametrize(
    "change",
    [
        {"subject": FORGERY},
        {"subject": "a\nb"},
        {"subject": "a\x00b"},
        {"subject": "a\u2028b"},
        {"sender": Address(FORGERY, "ana@lanternlane.example")},
        {"sender": Address("", "ana@lanternlane.example\r\nBcc: x@evil.example")},
        {"to": Address(FORGERY, "jane@mail.example")},
        {"to": Address("", "jane@mail.example, spy@evil.example")},
        {"to": Address("", "jane@mail.example> <spy@evil.example")},
        {"to": Address("", "jane")},
        {"to": Address("", "")},
        {"to": Address("", "жанна@mail.example")},
        {"to": Address("", f"{'j' * 250}@mail.example")},
        {"message_id": "<a b@x>"},
        {"message_id": "a@x"},
        {"message_id": f"<{'a' * 990}@x>"},
        {"in_reply_to": "<a@x>\r\nBcc: spy@evil.example"},
        {"references": ("<a@x>", "<b@x>\n <c@x>")},
        {"date": datetime(2026, 11, 22, 12)},  # noqa: DTZ001 - the missing zone is the point
    ],
)
def test_what_would_forge_a_header_is_refused_with_a_sentence(change):
    with pytest.raises(ValueError, match=r"^[A-Z\w].+\.$"):
        build(replace(LETTER, **change))


def test_a_domain_in_other_letters_travels_as_ascii():
    fields = headers(build(replace(LETTER, to=Address("", "info@Straße.bücher.example"))))
    assert b"To: info@xn--strae-oqa.xn--bcher-kva.example" in fields


WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u1680\u180e"),
    max_size=120,
)
SAMPLES = st.sampled_from(
    ["Re: Где книга?", "Müller, Anna (Büro)", '"Jane" Doe', "本が届きません", "=?utf-8?q?x?=",
     "a  b   c", "word " * 30, "x" * 600, "\U0001f600" * 40, "Re: [#12] «Война и мир»"]
)  # fmt: skip
NAMES = (WORDS | SAMPLES).map(lambda name: " ".join(name.split()).strip("<>'\""))
IDS = st.from_regex(r"<[a-zA-Z0-9.$+=_-]{1,240}@[a-z0-9.]{1,60}>", fullmatch=True)


@given((WORDS | SAMPLES).map(str.strip), NAMES, st.lists(IDS, unique=True, max_size=30), IDS)
def test_what_is_built_is_read_again(subject, name, references, own_id):
    letter = replace(
        LETTER,
        subject=subject,
        to=Address(name, "jane@mail.example"),
        references=tuple(references),
        in_reply_to=references[-1] if references else "",
        message_id=own_id,
    )
    raw = build(letter)
    read = parse_message(raw)
    assert read.subject == _shown(subject)
    assert read.to == (Address(" ".join(_shown(name).split()), "jane@mail.example"),)
    assert read.references == letter.references
    assert read.in_reply_to == ((letter.in_reply_to,) if references else ())
    assert read.message_id == own_id
    assert read.date == letter.date
    assert read.defects == ()
    _check_lines(raw)


def _shown(text: str) -> str:
    return re.sub("[\u00ad\u200b\u200e\u200f\u2060\ufeff]", "", text).strip(" ")


def _check_lines(raw: bytes) -> None:
    lines = raw.split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 998
    assert all(line.strip() for line in headers(raw).split(b"\r\n"))


ANY_LINE = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=200)
LINES = ANY_LINE | st.sampled_from(
    ["", "-- ", "> quoted", "> " + "long " * 40, "From here", ".", "word " * 60, "слово " * 60]
)  # fmt: skip


@given(st.lists(LINES, max_size=8))
def test_the_body_arrives_but_for_blanks_at_the_ends_of_lines(lines):
    raw = build(replace(LETTER, body="\n".join(lines)))
    _check_lines(raw)
    read = parse_message(raw)
    sent = [line.rstrip() for line in lines]
    arrived = [line.rstrip() for line in read.text.split("\n")]
    assert _squeezed(arrived) == _squeezed(sent)
    assert not read.attachments


def _squeezed(lines: list[str]) -> str:
    """The lines without empty ones around them, and with one blank behind quote marks."""
    return re.sub(r"(?m)^(>+) ?", r"\1 ", "\n".join(lines).strip("\n")).rstrip()


def test_the_standard_library_reads_it_too():
    letter = replace(
        LETTER,
        sender=Address("Ana Büchner", "ana@lanternlane.example"),
        subject="Заказ " * 20,
        body="Добрый день, Ирина! " * 30,
        references=tuple(f"<{n}{'r' * 100}@x.example>" for n in range(5)),
    )
    read = email.message_from_bytes(build(letter), policy=email.policy.default)
    assert read["From"] == "Ana Büchner <ana@lanternlane.example>"
    assert read["Subject"] == ("Заказ " * 20).strip()
    assert tuple(read["References"].split()) == letter.references
    assert "".join(read.get_content().split()) == "".join(letter.body.split())
    assert not read.defects


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("Order", "Re: Order"),
        ("Re: Order", "Re: Order"),
        ("RE: Order", "Re: Order"),
        ("Re[2]: Re: AW: Order", "Re: Order"),
        ("Re^3: Order", "Re: Order"),
        ("AW: Bestellung", "Re: Bestellung"),
        ("Antw: Bestelling", "Re: Bestelling"),
        ("Отв: Заказ", "Re: Заказ"),
        ("Ответ: Заказ", "Re: Заказ"),
        ("SV: Order", "Re: Order"),
        ("Re : Commande", "Re: Commande"),
        ("Fwd: Order", "Re: Fwd: Order"),
        ("Rebate: yours", "Re: Rebate: yours"),
        ("RE: Order  (Order: 114-2847561) [#a1:B2]", "Re: Order  (Order: 114-2847561) [#a1:B2]"),
        ("", "Re:"),
    ],
)  # fmt: skip
def test_the_subject_of_an_answer_has_one_mark_and_the_rest_to_the_letter(subject, answer):
    assert reply_subject(subject) == answer


def incoming(**changes: object) -> Message:
    message = Message(
        message_id="<2@mail.example>",
        in_reply_to=(),
        references=(),
        sender=JANE,
        reply_to=(),
        to=(ANA,),
        cc=(),
        subject="Order",
        date=datetime(2026, 11, 22, tzinfo=UTC),
        text="Where is it?",
    )
    return replace(message, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "references"),
    [
        ({}, ("<2@mail.example>",)),
        ({"message_id": ""}, ()),
        ({"references": ("<0@x>", "<1@x>")}, ("<0@x>", "<1@x>", "<2@mail.example>")),
        ({"in_reply_to": ("<1@x>",)}, ("<1@x>", "<2@mail.example>")),
        ({"in_reply_to": ("<0@x>", "<1@x>")}, ("<2@mail.example>",)),
        ({"references": ("<0@x>",), "in_reply_to": ("<1@x>",)}, ("<0@x>", "<2@mail.example>")),
        ({"references": ("<2@mail.example>", "<2@mail.example>")}, ("<2@mail.example>",)),
    ],
)
def test_the_references_of_an_answer_follow_the_rfc(changes, references):
    assert reply_references(incoming(**changes)) == references


def test_long_references_keep_the_first_and_the_newest():
    many = tuple(f"<{n}@x>" for n in range(90))
    found = reply_references(incoming(references=many))
    assert found == ("<0@x>", *many[-19:], "<2@mail.example>")


OWN = ("Ana@LanternLane.example", "orders@lanternlane.example")
ALIAS = Address("Dana", "q1w2e3r4t5y6u7i+A1@marketplace.amazon.test")


@pytest.mark.parametrize(
    ("changes", "recipient"),
    [
        ({}, JANE),
        ({"reply_to": (ALIAS,)}, ALIAS),
        ({"reply_to": (Address("", "jane@mail.example"),)}, JANE),
        ({"reply_to": (Address("", "other@mail.example"),)}, Address("", "other@mail.example")),
        ({"reply_to": (ALIAS, JANE)}, JANE),
        ({"reply_to": (Address("", "no-reply@shop.example"),)}, JANE),
        ({"reply_to": (Address("", "ana@lanternlane.example"),)}, JANE),
        ({"reply_to": (Address("", "rubbish"),)}, JANE),
        ({"reply_to": (Address("", "a b@mail.example"),)}, JANE),
        ({"sender": ANA, "reply_to": (JANE,)}, JANE),
        ({"sender": Address("", "noreply@shop.example"), "reply_to": (ALIAS,)}, ALIAS),
    ],
)
def test_an_answer_goes_to_one_good_address(changes, recipient):
    assert reply_recipient(incoming(**changes), OWN) == recipient


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"automatic": "auto-reply"}, "A program wrote"),
        ({"automatic": "bounce"}, "A program wrote"),
        ({"automatic": "list"}, "A program wrote"),
        ({"sender": ANA}, "yourself"),
        ({"sender": ANA, "reply_to": (Address("", "orders@lanternlane.example"),)}, "yourself"),
        ({"sender": Address("", "no-reply@shop.example")}, "takes no answers"),
        ({"sender": Address("", "shop.donotreply@shop.example")}, "takes no answers"),
        ({"sender": Address("", "MAILER-DAEMON")}, "takes no answers"),
        ({"sender": Address("Jane", "")}, "names no address"),
        ({"sender": Address("Jane", "jane")}, "names no address"),
    ],
)
def test_where_nobody_can_be_answered_a_sentence_says_why(changes, why):
    with pytest.raises(ValueError, match=why):
        reply_recipient(incoming(**changes), OWN)


def test_message_ids_are_new_and_on_the_own_domain():
    first, second = new_message_id(ANA.addr_spec), new_message_id("ana@Bücher.example")
    assert re.fullmatch(r"<[0-9a-f]{32}@lanternlane\.example>", first)
    assert second.endswith("@xn--bcher-kva.example>")
    assert new_message_id(ANA.addr_spec) != first


def test_an_address_without_a_domain_gives_no_id():
    with pytest.raises(ValueError, match="no mail address"):
        new_message_id("ana")
