"""The bytes of a message as a `Message`, whatever they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from . import charset, headers
from .addresses import addresses, first_address
from .automatic import why_automatic
from .flowed import unflow
from .headers import Headers
from .html_text import text_from_html
from .message import Address, Attachment, Content, Message
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
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_ODD: Final = re.compile(f"{_LINE_ENDS.pattern}|{_INVISIBLE.pattern}")
_ASCII_CONTROLS: Final = bytes({*range(32), 127} - set(b"\t\n"))
_LONG_WORD: Final = re.compile(rf"([^ \t\n]{{{MAX_WORD_CHARS}}})(?=[^ \t\n])")
_NOT_WORDS: Final = re.compile(r"\W+")


def parse_message(raw: bytes) -> Message:
    """What a message says; never raises, and takes time in proportion to its size.

    The text is that of all plain parts of the letter, and of an HTML part where a plain one is
    missing or empty. What could not be read as it should is told in `defects`.
    """
    try:
        return _message(*_read_parts(raw))
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


def parse_header(header: bytes) -> Message:
    """What the header of a message tells: no text, no attachments; never raises."""
    try:
        return _message(*_read_parts(header), Content(""))
    except Exception:  # noqa: BLE001 - as for the whole message
        return replace(parse_message(header), text="")


def parse_content(raw: bytes) -> Content:
    """What the bytes of a message say beside its header; as `parse_message`, which costs more."""
    try:
        return _content(*_read_parts(raw))
    except Exception:  # noqa: BLE001 - as for the whole message
        message = parse_message(raw)
        return Content(message.text, message.attachments, message.defects)


def _read_parts(raw: bytes) -> tuple[Part, Reader]:
    reader = Reader()
    return reader.read(_with_lf(raw)), reader


def _content(root: Part, reader: Reader) -> Content:
    text = _shown(_text(root, is_first=True), reader.defects)
    attachments = tuple(_attachments(root, is_first=True))
    return Content(text, attachments, tuple(dict.fromkeys(reader.defects))[:_MAX_DEFECTS])


def _message(root: Part, reader: Reader, content: Content | None = None) -> Message:
    content = content or _content(root, reader)
    fields = root.headers
    declared = root.parameters.get("charset")
    sender = _sender(fields, declared)
    subject = fields.text("subject", declared)
    if "=?" in subject:
        subject = headers.decode_words(subject)
    defects = [*content.defects, *_suspicions(fields, declared, subject)]
    return Message(
        message_id=headers.message_id(fields.text("message-id")),
        in_reply_to=headers.message_ids(fields.texts("in-reply-to")),
        references=headers.message_ids(fields.texts("references")),
        sender=sender,
        reply_to=addresses(fields.text("reply-to", declared)),
        to=addresses(fields.joined("to", declared)),
        cc=addresses(fields.joined("cc", declared)),
        subject=headers.clean_line(subject),
        date=headers.date(fields.text("date")),
        text=content.text,
        attachments=content.attachments,
        automatic=why_automatic(
            fields, sender.addr_spec or sender.name, root.content_type, root.parameters
        ),
        defects=tuple(dict.fromkeys(defects))[:_MAX_DEFECTS],
    )


def _with_lf(raw: bytes) -> bytes:
    data = raw
    if b"\r" in raw:
        data = raw.replace(b"\r\r\n", b"\n") if b"\r\r\n" in raw else raw
        data = data.replace(b"\r\n", b"\n")
        if b"\n" not in data:
            data = data.replace(b"\r", b"\n")
    return data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\n")


def _sender(fields: Headers, declared: str | None) -> Address:
    for name in ("from", "sender", "return-path"):
        address = first_address(fields.text(name, declared))
        if address.addr_spec or address.name:
            return address
    return Address("", "")


def _suspicions(fields: Headers, declared: str | None, subject: str) -> list[str]:
    found = []
    if fields.count("from") > 1:
        found.append("there are several From fields; the first one counts")
    for name in ("from", "reply-to"):
        text = fields.text(name, declared)
        if text and headers.hides_characters(text):
            found.append(f"the {name.title()} field hides characters")
    if headers.hides_characters(subject):
        found.append("the Subject field hides characters")
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
    for is_plain in (True, False):
        for child in part.children:
            if (child.content_type == "text/plain") is is_plain:
                text = _text(child, is_first=True)
                if not _is_blank(text):
                    return text
    return ""


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


def _attachments(part: Part, *, is_first: bool) -> list[Attachment]:
    """What of a part, and of the parts in it, is no text of the letter."""
    if not part.children:
        if _is_letter(part, is_first=is_first) or part.content_type in _NEVER_LISTED:
            return []
        return [Attachment(part.shown_name(), part.content_type, part.content_size())]
    is_choice = part.content_type == "multipart/alternative"
    found: list[Attachment] = []
    for place, child in enumerate(part.children):
        found += _attachments(child, is_first=is_choice or (is_first and place == 0))
    return found


def _shown(text: str, defects: list[str]) -> str:
    """Text that a plain text widget shows safely and at once."""
    if _is_odd(text):
        text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    text = text.strip("\n").rstrip(" \t\n")
    if len(text) > MAX_TEXT_CHARS:
        defects.append("the text is longer than 1,000,000 characters and was cut")
        text = text[:MAX_TEXT_CHARS]
    if _has_long_line(text):
        text = _with_short_lines(_LONG_WORD.sub(r"\1\n", text))
    return text


def _is_odd(text: str) -> bool:
    """Whether there is anything that is no line end of ours and not to be seen."""
    if text.isascii():
        data = text.encode("ascii")
        return len(data.translate(None, _ASCII_CONTROLS)) < len(data)
    # Measured: a third of the time that the pattern takes, for what most letters are made of.
    plain = text.replace("\n", "").replace("\xa0", "")
    return not plain.isprintable() and _ODD.search(text) is not None


def _has_long_line(text: str) -> bool:
    """Whether a line may hold a long word; looks only at the ends of lines near each limit."""
    start = 0
    while len(text) - start > MAX_WORD_CHARS:
        end = text.rfind("\n", start, start + MAX_WORD_CHARS + 1)
        if end < 0:
            return True
        start = end + 1
    return False


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
