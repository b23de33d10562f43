"""What holds of every letter that was read, and of every answer that leaves."""

from __future__ import annotations

import email
import re
import unicodedata

from hostile.letter import HostileLetter

from softanswer.mailbox.message import Message
from softanswer.mailbox.mime import MAX_LINE_CHARS, parse_message
from softanswer.mailbox.outgoing import MAX_LINE_CHARS as MAX_SENT_LINE
from softanswer.mailbox.smtp import wire_form

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SENT_FIELDS = frozenset(
    "date from to subject message-id in-reply-to references mime-version content-type "
    "content-transfer-encoding".split()
)
_NOT_IN_FILES = re.compile(r'[/\\:*?"<>|]|^[.-]|[. ]$')


def check_read(letter: HostileLetter, message: Message) -> None:
    """What a letter says is safe to show, and is what it should be."""
    assert not any("could not be read" in defect for defect in message.defects)
    shown = [message.subject, message.sender.name, message.sender.addr_spec, message.message_id]
    shown += [a.name + a.addr_spec for a in (*message.to, *message.cc, *message.reply_to)]
    for line in (*shown, *(attachment.filename for attachment in message.attachments)):
        assert not _unsafe_in(line), repr(line)
    assert _unsafe_in(message.text) <= {"\n", "\t"}
    assert max(map(len, message.text.split("\n"))) <= MAX_LINE_CHARS
    for attachment in message.attachments:
        assert attachment.filename
        assert not _NOT_IN_FILES.search(attachment.filename)
        assert len(attachment.filename.encode()) <= 255
    _check_expected(letter, message)


def _check_expected(letter: HostileLetter, message: Message) -> None:
    for words in letter.says:
        assert words in message.text
    for words in letter.hides:
        assert words not in message.text
    if letter.sender is not None:
        assert message.sender.addr_spec == letter.sender
    if letter.subject is not None:
        assert message.subject == letter.subject
    if letter.files is not None:
        assert tuple(attachment.filename for attachment in message.attachments) == letter.files
    assert letter.defect in " ".join(message.defects)
    if letter.says or letter.automatic:
        assert message.automatic == letter.automatic


def _unsafe_in(text: str) -> set[str]:
    """Characters that control a terminal, turn or cut a line, or are none."""
    return {c for c in text if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}} | (
        _TURNING & set(text)
    )


def check_sent(raw: bytes, to: str) -> None:
    """An answer is one letter to one person, with the program's own fields and nothing else."""
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n|\0", raw)
    assert max(map(len, raw.split(b"\r\n"))) <= MAX_SENT_LINE
    head, _, _ = raw.partition(b"\r\n\r\n")
    fields = re.sub(rb"\r\n(?=[ \t])", b"", head).split(b"\r\n")
    names = [field.partition(b":")[0].decode("ascii").lower() for field in fields]
    assert len(names) == len(set(names))
    assert set(names) <= _SENT_FIELDS
    assert head.isascii()
    read = email.message_from_bytes(raw)
    assert read.defects == []
    assert not read.is_multipart()
    ours = parse_message(raw)
    local, _, domain = to.rpartition("@")
    on_the_line = f"{local}@{domain.encode('idna').decode('ascii')}"
    assert [address.addr_spec for address in ours.to] == [on_the_line]
    assert ours.cc == ours.reply_to == ()
    _check_one_letter(raw)


def _check_one_letter(raw: bytes) -> None:
    """On the line nothing of it ends the letter before its end (RFC 5321 section 4.5.2)."""
    lines = wire_form(raw).split(b"\r\n")
    assert b"." not in lines
    assert b"\r\n".join(line[line.startswith(b".") :] for line in lines) == raw
