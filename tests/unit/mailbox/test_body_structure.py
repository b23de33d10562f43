"""BODYSTRUCTURE is read as RFC 9051 says; whatever is broken is no structure, and no error."""

from __future__ import annotations

import email.policy
from email.message import EmailMessage

import pytest
from fakes.imap_structure import body_structure
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.body_structure import Leaf, read_structure
from softanswer.mailbox.parts import MAX_PARTS

TEXT = Leaf("text/plain", "7bit", 1152, "")
# The example of RFC 9051 section 7.5.2, but for its extension data.
RFC = (
    b'("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 1152 23)'
    b'("TEXT" "PLAIN" ("CHARSET" "US-ASCII" "NAME" "cc.diff")'
    b' "<960723163407.20117h@cac.washington.edu>" "Compiler diff" "BASE64" 4554 73)'
)
PDF = (
    b'("application" "pdf" ("name" "a \\"b\\" (c).pdf") NIL NIL "base64" 700000 NIL'
    b' ("attachment" ("filename" "a.pdf")) NIL NIL)'
)
LETTER = (
    b'("message" "rfc822" NIL NIL NIL "7bit" 900000 ("x" NIL (("a" NIL "b" "c")) NIL NIL NIL NIL'
    b' NIL NIL NIL) ("text" "plain" NIL NIL NIL "7bit" 5 1) 9 NIL ("inline" NIL) NIL)'
)


def read(structure: bytes, uid: int = 7) -> tuple[Leaf, ...] | None:
    return read_structure([b"1 (UID 7 BODYSTRUCTURE (%s))" % structure], uid)


@pytest.mark.parametrize(
    ("structure", "leaves"),
    [
        (RFC + b' "MIXED"', (TEXT, Leaf("text/plain", "base64", 4554, ""))),
        (
            RFC[:62] + PDF + b' "mixed" ("boundary" "x") NIL NIL NIL',
            (TEXT, Leaf("application/pdf", "base64", 700000, "attachment")),
        ),
        (
            b"(" + RFC + b' "alternative")' + PDF + b' "mixed"',
            (
                TEXT,
                Leaf("text/plain", "base64", 4554, ""),
                Leaf("application/pdf", "base64", 700000, "attachment"),
            ),
        ),
        (LETTER + b' "digest"', (Leaf("message/rfc822", "7bit", 900000, "inline"),)),
    ],
    ids=["example of the RFC", "attachment", "nested", "letter in a letter"],
)
def test_the_leaves_stand_in_their_order(structure, leaves):
    assert read(structure) == leaves


def test_names_may_come_as_literals_and_in_several_pieces():
    items = [
        b"3 (FLAGS (\\Seen))",
        (b'1 (UID 7 BODYSTRUCTURE (("application" "pdf" ("name" {7}', b'a(".pdf'),
        (b') NIL NIL "base64" 30 NIL ("attachment" ("filename" {3}', b"b)("),
        b")) NIL NIL)" + RFC + b' "mixed"))',
    ]
    leaves = read_structure(items, 7)
    assert leaves is not None
    assert leaves[0] == Leaf("application/pdf", "base64", 30, "attachment")
    assert len(leaves) == 3


@pytest.mark.parametrize(
    "structure",
    [
        b'"text" "plain" NIL NIL NIL "7bit" 5 1',  # no parts: fetched whole
        b"",
        b"NIL",
        b'("text" "plain" NIL NIL NIL "7bit" NIL 1) "mixed"',
        b'("text" "plain" NIL NIL NIL "7bit") "mixed"',
        b'("text" NIL NIL NIL NIL "7bit" 5 1) "mixed"',
        b'("text" "plain" NIL NIL NIL "7bit" 5 1 "mixed"',
        b'("text" "plain" NIL NIL NIL "7bit" 5 1)) "mixed"',
        b'("text" "pla',
        b'("text" "plain" NIL NIL NIL "7bit" 99999999999999999999 1) "mixed"',
        b"(" * 5000,
        b"(" * 5000 + b")" * 5000,
        b'("a" "b" NIL NIL NIL "7bit" 5)' * (MAX_PARTS + 1) + b'"mixed"',
        b"NIL " * 200_000,
    ],
)
def test_what_cannot_be_read_is_no_structure(structure):
    assert read(structure) is None


def test_the_structure_of_another_message_is_not_taken():
    assert read(RFC + b' "mixed"', uid=8) is None
    assert read_structure([], 7) is None
    assert read_structure([None, b"1 (UID 7 FLAGS ())"], 7) is None


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 400))
def test_no_bytes_make_it_fail(noise, start, stop):
    good = b"1 (UID 7 BODYSTRUCTURE (" + RFC + PDF + b' "mixed"))'
    read_structure([noise], 7)
    read_structure([good[:start] + noise + good[stop:]], 7)
    read_structure([(good[:start], noise), good[stop:]], 7)


@st.composite
def letters(draw) -> EmailMessage:
    mail = EmailMessage(policy=email.policy.SMTP)
    mail.set_content(draw(st.text("abc \n", min_size=1, max_size=200)))
    if draw(st.booleans()):
        mail.add_alternative("<p>x", subtype="html")
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["image/png", "application/pdf", "text/csv"]))
        name = draw(st.text('ab"\\()й.', max_size=9)) or "x"
        inside = draw(st.binary(max_size=300))
        mail.add_attachment(inside, *kind.split("/"), filename=name)
    return mail


@given(letters())
def test_what_a_server_tells_of_a_letter_is_what_the_letter_is(mail):
    raw = mail.as_bytes()
    leaves = read_structure(_as_imaplib_gives_it(body_structure(raw)), 7)
    parts = [part for part in mail.walk() if not part.is_multipart()]
    assert leaves is not None
    assert [leaf.content_type for leaf in leaves] == [part.get_content_type() for part in parts]
    assert [leaf.disposition for leaf in leaves] == [
        part.get_content_disposition() or "" for part in parts
    ]


def _as_imaplib_gives_it(structure: bytes) -> list[bytes | tuple[bytes, bytes]]:
    import re

    items: list[bytes | tuple[bytes, bytes]] = []
    rest = b"1 (UID 7 BODYSTRUCTURE " + structure + b")"
    while (literal := re.search(rb"\{(\d+)\}\r\n", rest)) is not None:
        end = literal.end() + int(literal[1])
        items.append((rest[: literal.end() - 2], rest[literal.end() : end]))
        rest = rest[end:]
    return [*items, rest]
