"""Every letter of the table, read again by parsers that are not ours and know nothing of us.

A third one, Dovecot, reads them in tests/end_to_end/test_dovecot_reading.py.
"""

from __future__ import annotations

import base64
import email
import email.policy
import json
import shutil
import subprocess
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from outgoing_table import CONTENTS, FIELDS, LETTERS, PLAIN, as_sent, spec_of, squeezed

from softanswer.mailbox.message import Address
from softanswer.mailbox.mime import parse_message
from softanswer.mailbox.outgoing import build, reply_recipient, reply_references, reply_subject

READER = Path(__file__).parents[2] / "fakes/read_mail.pl"
NAMES = list(LETTERS)


@pytest.mark.parametrize("name", NAMES)
def test_the_standard_library_reads_what_was_meant(name):
    letter = LETTERS[name]
    raw = as_sent(letter)
    read = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    assert set(read.keys()) <= FIELDS
    assert len(read.keys()) == len(set(read.keys()))
    assert read["Subject"] == letter.subject.strip()
    for field, address in (("From", letter.sender), ("To", letter.to)):
        (one,) = read[field].addresses
        assert (one.display_name, one.addr_spec) == (address.name.strip(), spec_of(address))
    assert read["Message-ID"] == letter.message_id
    assert (read["In-Reply-To"] or "") == letter.in_reply_to
    assert tuple((read["References"] or "").split()) == letter.references
    assert read["Date"].datetime == letter.date
    text = read.get_body()
    assert squeezed(text.get_content()) == squeezed(letter.body)
    assert [part.defects for part in read.walk() if part.defects] == []
    files = list(read.iter_attachments()) if letter.enclosures else []
    assert [(part.get_filename(), part.get_content_type()) for part in files] == [
        (one.name, one.media_type.partition(";")[0]) for one in letter.enclosures
    ]
    assert [part.get_payload(decode=True) for part in files] == contents_of(letter)


def contents_of(letter):
    return [CONTENTS[one.name] for one in letter.enclosures]


@pytest.mark.parametrize("name", [name for name in NAMES if LETTERS[name].enclosures])
def test_we_read_our_own_files_again_and_no_path_is_in_the_letter(name):
    letter = LETTERS[name]
    read = parse_message(as_sent(letter))
    assert squeezed(read.text) == squeezed(letter.body)
    assert [(one.filename, one.size_bytes) for one in read.attachments] == [
        (one.name, one.size) for one in letter.enclosures
    ]
    assert read.defects == ()
    moved = replace(
        letter, enclosures=tuple(replace(e, name=f"/home/ana/{e.name}") for e in letter.enclosures)
    )
    assert build(moved) == build(letter)


@pytest.mark.parametrize("name", NAMES)
def test_its_lines_and_charsets_are_those_of_the_rfcs(name):
    letter = LETTERS[name]
    raw = as_sent(letter)
    head, _, content = raw.partition(b"\r\n\r\n")
    assert head.isascii()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    for line in head.split(b"\r\n"):
        words = line.split()
        assert len(line) <= 78 or len(words) <= 2, line  # only one word that is longer
        assert all(len(w) <= 75 for w in words if w.startswith(b"=?") and w.endswith(b"?="))
    fields = head.replace(b"\r\n ", b" ").split(b"\r\n")
    ids = [f for f in fields if f.split(b":")[0] in (b"Message-ID", b"In-Reply-To", b"References")]
    assert b"=?" not in b"".join(ids)
    is_short = all(len(line) <= 78 for line in letter.body.split("\n"))
    if letter.body.isascii() and is_short and not letter.enclosures:
        assert b"Content-Transfer-Encoding: 7bit" in fields
        assert b"us-ascii" in head
    if letter.subject.isascii() and "=?" not in letter.subject and len(letter.subject) < 400:
        assert f"Subject: {letter.subject}".strip().encode() in [f.strip() for f in fields]
    assert b"bcc" not in {f.split(b":")[0].lower() for f in fields}
    assert content.endswith(b"\r\n")


@pytest.fixture(scope="module")
def read_by_perl(tmp_path_factory):
    """What Email::MIME reads in each letter."""
    perl = shutil.which("perl")
    has_it = (
        perl
        and not subprocess.run(  # noqa: S603 - no foreign word
            [perl, "-MEmail::MIME", "-MEmail::Address::XS", "-e1"],
            check=False,
            capture_output=True,
        ).returncode
    )
    if not has_it:
        pytest.skip("needs Debian's libemail-mime-perl")
    folder = tmp_path_factory.mktemp("letters")
    paths = [folder / f"{number:03}.eml" for number in range(len(NAMES))]
    for path, name in zip(paths, NAMES, strict=True):
        path.write_bytes(as_sent(LETTERS[name]))
    ran = subprocess.run(  # noqa: S603 - no foreign word
        [perl, str(READER), *map(str, paths)], check=True, capture_output=True, timeout=120
    )
    return dict(zip(NAMES, json.loads(ran.stdout), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_perls_email_mime_reads_what_was_meant(read_by_perl, name):
    letter, read = LETTERS[name], read_by_perl[name]
    assert set(read["fields"]) <= FIELDS
    assert read["subject"] == letter.subject.strip()
    assert read["from"] == [[letter.sender.name.strip(), spec_of(letter.sender)]]
    assert read["to"] == [[letter.to.name.strip(), spec_of(letter.to)]]
    assert read["message_id"] == letter.message_id
    assert read["in_reply_to"] == letter.in_reply_to
    assert tuple(read["references"]) == letter.references
    (part,) = read["parts"]
    assert part["type"] == "text/plain"
    assert squeezed(part["text"]) == squeezed(letter.body)
    assert [(one["name"], one["type"]) for one in read["files"]] == [
        (one.name, one.media_type.partition(";")[0]) for one in letter.enclosures
    ]
    assert [base64.b64decode(one["content"]) for one in read["files"]] == contents_of(letter)


@pytest.mark.parametrize("name", ["Amazon's relay", "eBay's relay", "Cyrillic", "many ids"])
def test_an_answer_to_an_answer_keeps_address_token_and_thread(name):
    """What comes back from our own letter is answered to the same place, in the same thread."""
    letter = LETTERS[name]
    came = parse_message(build(letter))
    back = replace(
        came,
        message_id="<back@x.example>",
        sender=came.to[0],
        to=(came.sender,),
        in_reply_to=(came.message_id,),
        references=(*came.references, came.message_id),
    )
    assert reply_recipient(back, [letter.sender.addr_spec]) == letter.to
    assert reply_subject(back.subject) == letter.subject.strip()
    references = reply_references(back)
    assert references[-2:] == (letter.message_id, "<back@x.example>")
    assert references[0] == (letter.references or (letter.message_id,))[0]
    assert len(references) <= 21


def test_who_writes_is_the_identity_and_nobody_else_is_told():
    sender = Address("Lantern Lane (orders)", "orders@lanternlane.example")
    head = build(replace(PLAIN, sender=sender)).partition(b"\r\n\r\n")[0]
    assert head.count(b"orders@lanternlane.example") == 1
    assert b"ana@" not in head
    assert b"Sender:" not in head
