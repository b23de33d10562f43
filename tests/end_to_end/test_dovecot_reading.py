"""Every letter of the table as Dovecot reads it: ENVELOPE, BODYSTRUCTURE, the body, the thread."""

from __future__ import annotations

import base64
import quopri
import re
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage

import pytest
from fakes import dovecot
from fakes.dovecot import Dovecot
from imapclient import IMAPClient
from outgoing_table import LETTERS, PLAIN, as_sent, spec_of, squeezed

from softanswer.mailbox.enclosure import size_as_sent
from softanswer.mailbox.mime import parse_message
from softanswer.mailbox.outgoing import build, new_message_id, reply_references, reply_subject

USER = "ana"
NAMES = list(LETTERS)

pytestmark = pytest.mark.dovecot


@pytest.fixture(scope="module")
def read():
    """What Dovecot says of each letter."""
    with Dovecot() as server:
        server.fill(USER, [as_sent(LETTERS[name]) for name in NAMES])
        with IMAPClient(server.endpoint.host, server.endpoint.port, ssl=False) as client:
            client.login(USER, dovecot.PASSWORD)
            client.select_folder("INBOX")
            asked = [
                "ENVELOPE",
                "BODYSTRUCTURE",
                "BODY.PEEK[1]",
                "BODY.PEEK[HEADER.FIELDS (REFERENCES)]",
            ]
            found = client.fetch(client.search(), asked)
    return dict(zip(NAMES, (found[uid] for uid in sorted(found)), strict=True))


def text_of(field: bytes | None) -> str:
    return str(make_header(decode_header((field or b"").decode("ascii"))))


@pytest.mark.parametrize("name", NAMES)
def test_its_envelope_says_what_was_meant(read, name):
    letter, envelope = LETTERS[name], read[name][b"ENVELOPE"]
    # Dovecot writes runs of blanks in an ENVELOPE as one; the letter itself has them all.
    assert text_of(envelope.subject) == re.sub(" +", " ", letter.subject.strip())
    for field, address in ((envelope.from_, letter.sender), (envelope.to, letter.to)):
        (one,) = field
        assert text_of(one.name) == address.name.strip()
        assert f"{one.mailbox.decode()}@{one.host.decode()}" == spec_of(address)
    assert envelope.message_id.decode() == letter.message_id
    assert (envelope.in_reply_to or b"").decode() == letter.in_reply_to
    assert (envelope.cc, envelope.bcc) == (None, None)
    assert envelope.sender == envelope.reply_to == envelope.from_
    (references,) = (v for k, v in read[name].items() if k.startswith(b"BODY[HEADER"))
    assert tuple(references.decode().split()[1:]) == letter.references


@pytest.mark.parametrize("name", NAMES)
def test_its_structure_is_one_text_whose_body_is_what_was_written(read, name):
    letter = LETTERS[name]
    structure = read[name][b"BODYSTRUCTURE"]
    if letter.enclosures:
        parts, kind = structure[0], structure[1]
        assert kind.lower() == b"mixed"
        structure, *files = parts
        check_files(files, letter)
    kind, subtype, parameters, _, _, encoding, size, lines = structure[:8]
    assert (kind.lower(), subtype.lower()) == (b"text", b"plain")
    charset = dict(zip(parameters[::2], parameters[1::2], strict=True))[b"charset"].decode()
    content = read[name][b"BODY[1]"]
    assert size == len(content)
    assert lines == content.count(b"\n")
    decode = {
        b"7bit": bytes,
        b"quoted-printable": quopri.decodestring,
        b"base64": base64.b64decode,
    }
    body = decode[encoding.lower()](content).decode(charset)
    assert squeezed(body) == squeezed(letter.body)


def check_files(files, letter):
    """Dovecot gives names as they travel; the standard library makes them readable."""
    assert len(files) == len(letter.enclosures)
    for part, one in zip(files, letter.enclosures, strict=True):
        kind, subtype, parameters, _, _, encoding, size = part[:7]
        assert f"{kind.decode()}/{subtype.decode()}" == one.media_type.partition(";")[0]
        assert encoding.lower() == b"base64"
        assert size == size_as_sent(one.size) - 2  # the last line end belongs to the boundary
        named = dict(zip(parameters[::2], parameters[1::2], strict=True))
        assert text_of(named[b"name"]) == one.name
        how, names = next(v for v in part[7:] if isinstance(v, tuple) and v[0] == b"attachment")
        fields = list(zip(names[::2], names[1::2], strict=True))
        written = "; ".join(f"{k.decode()}={quoted(k, v)}" for k, v in fields)
        message = EmailMessage()
        message["Content-Disposition"] = f"{how.decode()}; {written}"
        assert message.get_filename() == one.name


def quoted(key: bytes, value: bytes) -> str:
    return value.decode() if key.endswith(b"*") else f'"{value.decode()}"'


def test_a_correspondence_with_long_ids_is_one_thread():
    """Of ten letters to and fro, each answers the one before; another letter stands alone."""
    first = replace(PLAIN, message_id=f"<{'q' * 300}@relay.example>")
    letters = [first]
    for number in range(9):
        before = parse_message(build(letters[-1]))
        letters.append(
            replace(
                PLAIN,
                sender=before.to[0],
                to=before.sender,
                subject=reply_subject(before.subject),
                message_id=new_message_id("a@x.example")
                if number % 2
                else f"<{'z' * 200}{number}@r.example>",
                in_reply_to=before.message_id,
                references=reply_references(before),
            )
        )
    alone = replace(PLAIN, message_id="<alone@x.example>", subject="Something else")
    with Dovecot() as server:
        server.fill(USER, [build(one) for one in [*letters, alone]])
        with IMAPClient(server.endpoint.host, server.endpoint.port, ssl=False) as client:
            client.login(USER, dovecot.PASSWORD)
            client.select_folder("INBOX")
            threads = client.thread("REFERENCES")
    assert sorted(len(list(flat(thread))) for thread in threads) == [1, 10]


def flat(thread):
    for one in thread:
        if isinstance(one, tuple):
            yield from flat(one)
        else:
            yield one
