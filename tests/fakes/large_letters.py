"""Letters with large files, for the tests of what is left on the server."""

from __future__ import annotations

import base64
import random
from collections.abc import Iterable

from softanswer.mailbox.gaps import Gap, SparseLetter
from softanswer.mailbox.message import FetchedMessage, Message
from softanswer.mailbox.mime import parse_message

Piece = tuple[str, str, bytes]


def content(size: int, seed: int = 1) -> bytes:
    """So many bytes, which do not repeat themselves."""
    return random.Random(seed).randbytes(size)  # noqa: S311 - no secret


def large_letter(
    number: int,
    files: tuple[Piece, ...],
    text: str = "The cover is torn, see the pictures.",
    preamble: str = "This is a letter in parts.",
) -> bytes:
    """A letter with CRLF line ends: a text, then files as (name, type, content)."""
    lines = [
        f"From: Buyer {number} <buyer{number}@customer.example>",
        "To: lena@shop.example",
        f"Subject: Order {number}",
        f"Message-ID: <{number}@customer.example>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="=_outer"',
        "",
        preamble,
        "--=_outer",
        'Content-Type: multipart/alternative; boundary="=_inner"',
        "",
        "--=_inner",
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
        "--=_inner",
        "Content-Type: text/html; charset=utf-8",
        "",
        f"<p>{text}</p>",
        "--=_inner--",
    ]
    for name, kind, inside in files:
        lines += [
            "--=_outer",
            f'Content-Type: {kind}; name="{name}"',
            f'Content-Disposition: attachment; filename="{name}"',
            "Content-Transfer-Encoding: base64",
            "",
            *base64.encodebytes(inside).decode().splitlines(),
        ]
    return "\r\n".join([*lines, "--=_outer--", "The end.", ""]).encode()


def read_wholly(fetched: FetchedMessage) -> Message:
    """What a message says, as the shop's intake reads it."""
    return parse_message(fetched.raw, fetched.gaps)


def with_gaps(whole: bytes, gaps: Iterable[Gap]) -> SparseLetter:
    """A whole letter without these stretches."""
    kept, start = [], 0
    chosen = tuple(sorted(gaps))
    for gap in chosen:
        kept.append(whole[start : gap.start])
        start = gap.end
    return SparseLetter(b"".join([*kept, whole[start:]]), chosen)
