"""A stored letter opened for reading: its formatted form, its pictures, its files, its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from .gaps import Gap, SparseLetter
from .html_marks import MarkedText
from .html_reader import marked_text
from .html_tokens import cleaned
from .letter_parts import files_of, html_of, is_letter, read_parts
from .parts import Part

MAX_HTML_CHARS: Final = 1_000_000
MAX_SOURCE_CHARS: Final = 200_000
MAX_OWN_PICTURES: Final = 50
_MAX_LINE_CHARS: Final = 1_000
_OWN: Final = re.compile(r"cid:(.+)", re.IGNORECASE)
_PICTURE_TYPES: Final = frozenset(
    {"image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"}
)
_WORD: Final = re.compile(r"[^\W_]{3,}")
_SAME_SHARE: Final = 0.7
_LONG_LINE: Final = re.compile(rf"[^\n]{{{_MAX_LINE_CHARS}}}(?=[^\n])")


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """What the bytes of a letter hold beside its text.

    Attributes:
        sent: the letter as it was set in HTML, None where it has no such part.
        has_plain: it says something in plain text too.
        differs: its two forms do not say the same.
        pictures: the bytes of its own pictures by their Content-ID.
        raw: its bytes.
        is_whole: none of them is on the server only.
    """

    sent: MarkedText | None
    has_plain: bool
    differs: bool
    pictures: Mapping[str, bytes] = field(repr=False)
    raw: bytes = field(repr=False)
    is_whole: bool = True

    @property
    def source(self) -> str:
        """Its header fields and its beginning as plain text."""
        text = self.raw[:MAX_SOURCE_CHARS].decode("utf-8", "replace")
        return _LONG_LINE.sub(r"\g<0>\n", cleaned(text.replace("\r\n", "\n")))

    @property
    def source_is_cut(self) -> bool:
        """Whether there is more of it."""
        return len(self.raw) > MAX_SOURCE_CHARS

    def own_picture(self, source: str) -> bytes | None:
        """The bytes of a picture that the letter brings itself."""
        found = _OWN.fullmatch(source.strip())
        return self.pictures.get(_plain_id(found[1])) if found else None


def open_letter(raw: bytes, text: str, gaps: tuple[Gap, ...] = ()) -> OpenedLetter:
    """Open a letter; takes time in proportion to its size, and touches nothing but its bytes.

    Args:
        raw: the bytes as the server has them.
        text: the text of the letter as it was stored.
        gaps: what is missing in `raw`.
    """
    root, _ = read_parts(raw)
    html = next((p for p in _letters(root) if p.content_type == "text/html"), None)
    plain = [p for p in _letters(root) if p.content_type == "text/plain"]
    has_plain = any(part.content().strip() for part in plain)
    sent = (
        marked_text(html_of(html, MAX_HTML_CHARS * 2)[:MAX_HTML_CHARS])
        if html is not None
        else None
    )
    return OpenedLetter(
        sent=sent,
        has_plain=has_plain,
        differs=sent is not None and has_plain and _differ(sent.text, text),
        pictures=dict(_own_pictures(root)) if sent is not None and sent.pictures else {},
        raw=raw,
        is_whole=not gaps,
    )


def file_of(raw: bytes, number: int, gaps: tuple[Gap, ...] = ()) -> bytes:
    """The bytes of the attachment with this number, from 0, in the order of their list.

    Raises:
        LookupError: there is none, or it is not here.
    """
    root, _ = read_parts(raw)
    missing = SparseLetter(raw, gaps).places()
    for place, part in enumerate(files_of(root)):
        if place == number and part.start - 1 not in missing:
            return part.content()
    raise LookupError(number)


def _letters(part: Part, *, is_first: bool = True) -> Iterator[Part]:
    """The parts that are read as the letter, in their order."""
    if not part.children:
        if is_letter(part, is_first=is_first):
            yield part
        return
    shown = part.children[:1] if part.content_type == "multipart/related" else part.children
    is_choice = part.content_type == "multipart/alternative"
    for place, child in enumerate(shown):
        yield from _letters(child, is_first=is_choice or (is_first and place == 0))


def _own_pictures(root: Part) -> Iterator[tuple[str, bytes]]:
    waiting, found = [root], 0
    while waiting and found < MAX_OWN_PICTURES:
        part = waiting.pop()
        waiting += part.children
        name = part.headers.text("content-id")
        if name and part.content_type in _PICTURE_TYPES:
            found += 1
            yield _plain_id(name), part.content()


def _plain_id(name: str) -> str:
    return name.strip().strip("<>").strip().replace("%40", "@").lower()


def _differ(sent: str, text: str) -> bool:
    """Whether a form of the letter has many words that the other one lacks."""
    one, other = (set(_WORD.findall(form.lower())) for form in (sent, text))
    if not one or not other:
        return bool(one or other)
    return len(one & other) < _SAME_SHARE * min(len(one), len(other)) or not (
        len(one) < len(other) * 3 and len(other) < len(one) * 3
    )
