"""Which parts of a message are its letter, and which are files; one answer for all who ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from . import charset
from .parts import Part, Reader

_READABLE: Final = frozenset({"text/plain", "text/html"})
_NEVER_LISTED: Final = frozenset({"text/x-amp-html", "text/watch-html"})
_META_CHARSET: Final = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?([\w:.-]+)", re.I)
_LONE_CR: Final = re.compile(rb"\r(?!\n)")
_META_BYTES: Final = 4_096


def read_parts(raw: bytes) -> tuple[Part, list[str]]:
    """The tree of a message, whatever its line ends, and what was wrong with it, in words."""
    reader = Reader()
    return reader.read(_with_lf(raw)), reader.defects


def read_header(header: bytes) -> Part:
    """The root of a message of which only the header is here, whatever its line ends."""
    return Reader().read_header(_with_lf(header))


def is_letter(part: Part, *, is_first: bool) -> bool:
    """A part that is read as text: neither attached nor, after the first, a named file."""
    is_named_file = bool(part.filename) and not is_first
    return part.content_type in _READABLE and not part.is_attachment and not is_named_file


def files_of(part: Part, *, is_first: bool = True) -> Iterator[Part]:
    """The parts of a letter that are files, in the order in which they are listed."""
    if not part.children:
        if not is_letter(part, is_first=is_first) and part.content_type not in _NEVER_LISTED:
            yield part
        return
    is_choice = part.content_type == "multipart/alternative"
    for place, child in enumerate(part.children):
        yield from files_of(child, is_first=is_choice or (is_first and place == 0))


def html_of(part: Part, most_bytes: int) -> str:
    """The HTML of a part, at most so many bytes of it; where nobody names its charset, it may."""
    content = part.content()[:most_bytes]
    label = part.parameters.get("charset")
    meta = None if label else _META_CHARSET.search(content[:_META_BYTES])
    return charset.decode(content, meta[1].decode("ascii", "replace") if meta else label)


def _with_lf(raw: bytes) -> bytes:
    if _LONE_CR.search(raw) is None:  # two passes in half the time of one that looks for CR LF
        return raw.replace(b"\r", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\n")
    data = raw.replace(b"\r\n", b"\n")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")  # of CR CR LF
        if b"\n" not in data:
            data = data.replace(b"\r", b"\n")
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\n")
