"""The bytes of a message as a `Message`, whatever they are."""

from __future__ import annotations

import re
from typing import Final

from . import charset, headers
from .addresses import addresses, first_address
from .automatic import why_automatic
from .flowed import unflow
from .headers import Headers
from .html_text import text_from_html
from .message import Address, Attachment, Message
from .parts import Part, Reader

MAX_TEXT_CHARS: Final = 1_000_000
MAX_WORD_CHARS: Final = 2_000  # Qt lays out longer words in quadratic time
MAX_LINE_CHARS: Final = 20_000
_MAX_CONTENT_BYTES: Final = 4_000_000
_MAX_DEFECTS: Final = 20

_READABLE: Final = frozenset({"text/plain", "text/html"})
_NEVER_LISTED: Final = frozenset({"text/x-amp-html", "text/watch-html"})
_META_CHARSET: Final = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?([\w:.-]+)", re.I)
_META_BYTES: Final = 4_096
_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LONG_WORD: Final = re.compile(rf"([^ \t\n]{{{MAX_WORD_CHARS}}})(?=[^ \t\n])")
_NOT_WORDS: Final = re.compile(r"\W+")


def parse_message(raw: bytes) -> Message:
    """What a message says; never raises, and takes time in proportion to its size.

    The text is that of all plain parts of the letter, and of an HTML part where a plain one is
    missing or empty. What could not be read as it should is told in `defects`.
    """
    try:
        return _read(raw)
    except Exception as error:  # noqa: BLE001 - one broken message must not stop the inbox
        return Message(
            message_id="",
            in_reply_to=(),
            references=(),
            sender=Address("", ""),
            reply_to=(),
            to=(),
            cc=(),
            subject="",
            date=None,
            text=_shown(charset.decode(raw[:MAX_TEXT_CHARS]), []),
            defects=(f"the message could not be read: {type(error).__name__}",),
        )


def _read(raw: bytes) -> Message:
    reader = Reader()
    root = reader.read(_with_lf(raw))
    fields = root.headers
    declared = root.parameters.get("charset")
    text = _shown(_text(root, is_first=True), reader.defects)
    sender = _sender(fields, declared)
    defects = [*reader.defects, *_suspicions(fields, declared)]
    return Message(
        message_id=headers.message_id(fields.first("message-id")),
        in_reply_to=headers.message_ids(fields.every("in-reply-to")),
        references=headers.message_ids(fields.every("references")),
        sender=sender,
        reply_to=addresses(fields.first("reply-to"), declared),
        to=addresses(b", ".join(fields.every("to")), declared),
        cc=addresses(b", ".join(fields.every("cc")), declared),
        subject=headers.unstructured(fields.first("subject"), declared),
        date=headers.date(fields.first("date")),
        text=text,
        attachments=tuple(_attachments(root)),
        automatic=why_automatic(
            fields, sender.addr_spec or sender.name, root.content_type, root.parameters
        ),
        defects=tuple(dict.fromkeys(defects))[:_MAX_DEFECTS],
    )


def _with_lf(raw: bytes) -> bytes:
    data = raw.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n")
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\n")


def _sender(fields: Headers, declared: str | None) -> Address:
    for name in ("from", "sender", "return-path"):
        address = first_address(fields.first(name), declared)
        if address.addr_spec or address.name:
            return address
    return Address("", "")


def _suspicions(fields: Headers, declared: str | None) -> list[str]:
    found = []
    if len(fields.every("from")) > 1:
        found.append("there are several From fields; the first one counts")
    found += [
        f"the {name.title()} field hides characters"
        for name in ("from", "reply-to", "subject")
        if headers.hides_characters(headers.characters(fields.first(name), declared))
    ]
    return found


def _text(part: Part, *, is_first: bool) -> str:
    """The text of a part and of the parts in it."""
    if part.content_type == "multipart/alternative":
        return _alternative(part)
    if part.content_type == "multipart/related":
        return _text(part.children[0], is_first=is_first)
    if part.children:
        texts = [
            _text(child, is_first=is_first and place == 0)
            for place, child in enumerate(part.children)
        ]
        return "\n\n".join(_without_repeats([t.strip("\n") for t in texts if not _is_blank(t)]))
    return _leaf_text(part) if _is_letter(part, is_first=is_first) else ""


def _alternative(part: Part) -> str:
    """The plain text where there is any, else the first other form that says something."""
    in_order = sorted(part.children, key=lambda child: child.content_type != "text/plain")
    texts = (_text(child, is_first=True) for child in in_order)
    return next((text for text in texts if not _is_blank(text)), "")


def _without_repeats(texts: list[str]) -> list[str]:
    """Some mailers send the letter twice, as text and as HTML, side by side."""
    if len(texts) == 1:
        return texts
    kept: list[str] = []
    said = ""
    for text in texts:
        words = _NOT_WORDS.sub("", text)
        if not words or words not in said:
            kept.append(text)
            said += words
    return kept


def _is_letter(part: Part, *, is_first: bool) -> bool:
    """A part that is read as text: neither attached nor, after the first, a named file."""
    is_named_file = bool(part.filename) and not is_first
    return part.content_type in _READABLE and not part.is_attachment and not is_named_file


def _is_blank(text: str) -> bool:
    return not text or text.isspace()


def _leaf_text(part: Part) -> str:
    content = part.content()[:_MAX_CONTENT_BYTES]
    label = part.parameters.get("charset")
    if part.content_type == "text/html":
        meta = None if label else _META_CHARSET.search(content[:_META_BYTES])
        html = charset.decode(content, meta[1].decode("ascii", "replace") if meta else label)
        return text_from_html(html)
    text = charset.decode(content, label)
    if part.parameters.get("format", "").lower() == "flowed":
        drops_space = part.parameters.get("delsp", "").lower() == "yes"
        text = unflow(_LINE_ENDS.sub("\n", text), drops_space=drops_space)
    return text


def _attachments(root: Part) -> list[Attachment]:
    found: list[Attachment] = []
    waiting = [(root, True)]
    while waiting:
        part, is_first = waiting.pop()
        if part.children:
            is_choice = part.content_type == "multipart/alternative"
            waiting += [
                (child, is_choice or (is_first and place == 0))
                for place, child in reversed(list(enumerate(part.children)))
            ]
        elif not _is_letter(part, is_first=is_first) and part.content_type not in _NEVER_LISTED:
            found.append(Attachment(part.shown_name(), part.content_type, part.content_size()))
    return found


def _shown(text: str, defects: list[str]) -> str:
    """Text that a plain text widget shows safely and at once."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text)).strip("\n").rstrip(" \t\n")
    if len(text) > MAX_TEXT_CHARS:
        defects.append("the text is longer than 1,000,000 characters and was cut")
        text = text[:MAX_TEXT_CHARS]
    if max(map(len, text.split("\n"))) > MAX_WORD_CHARS:
        text = _with_short_lines(_LONG_WORD.sub(r"\1\n", text))
    return text


def _with_short_lines(text: str) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        rest = line
        while len(rest) > MAX_LINE_CHARS:
            end = rest.rfind(" ", 1, MAX_LINE_CHARS)
            end = MAX_LINE_CHARS if end < 0 else end
            lines.append(rest[:end])
            rest = rest[end:].removeprefix(" ")
        lines.append(rest)
    return "\n".join(lines)
