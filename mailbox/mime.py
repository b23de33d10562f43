"""The bytes of a message as a `Message`, whatever they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from . import charset, headers
from .addresses import addresses, first_address
from .automatic import why_automatic
from .gaps import Gap, SparseLetter, content_size
from .headers import Headers
from .letter_parts import files_of, html_of, is_letter, read_header, read_parts
from .message import Address, Attachment, Content, Message
from .parts import Part

MAX_TEXT_CHARS: Final = 1_000_000
MAX_WORD_CHARS: Final = 2_000  # Qt lays out longer words in quadratic time
MAX_LINE_CHARS: Final = 20_000
_MAX_CONTENT_BYTES: Final = 4_000_000
_MAX_DEFECTS: Final = 20

_LINE_ENDS: Final = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_ODD: Final = re.compile(f"{_LINE_ENDS.pattern}|{_INVISIBLE.pattern}")
_ASCII_CONTROLS: Final = bytes({*range(32), 127} - set(b"\t\n"))
_LONG_WORD: Final = re.compile(rf"([^ \t\n]{{{MAX_WORD_CHARS}}})(?=[^ \t\n])")
_NOT_WORDS: Final = re.compile(r"\W+")


def parse_message(raw: bytes, gaps: tuple[Gap, ...] = ()) -> Message:
    """What a message says; never raises, and takes time in proportion to its size.

    The text is that of all plain parts of the letter, and of an HTML part where a plain one is
    missing or empty. What could not be read as it should is told in `defects`.

    Args:
        gaps: what is missing in `raw`; a file whose body it is counts as not here.
    """
    try:
        root, defects = read_parts(raw)
        return _message(root, _content(root, defects, SparseLetter(raw, gaps).places()))
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
        return _message(read_header(header), Content(""))
    except Exception:  # noqa: BLE001 - as for the whole message
        return replace(parse_message(header), text="")


def parse_content(raw: bytes, gaps: tuple[Gap, ...] = ()) -> Content:
    """What the bytes of a message say beside its header; as `parse_message`, which costs more."""
    try:
        return _content(*read_parts(raw), SparseLetter(raw, gaps).places())
    except Exception:  # noqa: BLE001 - as for the whole message
        message = parse_message(raw, gaps)
        return Content(message.text, message.attachments, message.defects)


def _content(root: Part, defects: list[str], gaps: Mapping[int, int]) -> Content:
    text = _shown(_text(root, is_first=True), defects)
    attachments = tuple(_attachment(part, gaps) for part in files_of(root))
    return Content(text, attachments, tuple(dict.fromkeys(defects))[:_MAX_DEFECTS])


def _attachment(part: Part, gaps: Mapping[int, int]) -> Attachment:
    """A file as it is listed; `gaps` are the lengths of missing bodies, by their places."""
    length = gaps.get(part.start - 1)  # the data of a part have a line end before all
    if length is None:
        return Attachment(part.shown_name(), part.content_type, part.content_size())
    size = content_size(length, part.headers.token("content-transfer-encoding"))
    return Attachment(part.shown_name(), part.content_type, size, is_here=False)


def _message(root: Part, content: Content) -> Message:
    fields = root.headers
    declared = root.parameters.get("charset")
    sender = _sender(fields, declared)
    subject = fields.text("subject", declared)
    if "=?" in subject:
        subject = headers.decode_words(subject)
    told = [*content.defects, *_suspicions(fields, declared, subject)]
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
        defects=tuple(dict.fromkeys(told))[:_MAX_DEFECTS],
    )


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
    return _leaf_text(part) if is_letter(part, is_first=is_first) else ""


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


def _is_blank(text: str) -> bool:
    return not text or text.isspace()


def _leaf_text(part: Part) -> str:
    if part.content_type == "text/html":
        from .html_text import text_from_html  # 15 ms that headers do without: they come first

        return text_from_html(html_of(part, _MAX_CONTENT_BYTES))
    content = part.content()[:_MAX_CONTENT_BYTES]
    text = charset.decode(content, part.parameters.get("charset"))
    if part.parameters.get("format", "").lower() == "flowed":
        from .flowed import unflow

        drops_space = part.parameters.get("delsp", "").lower() == "yes"
        text = unflow(_LINE_ENDS.sub("\n", text), drops_space=drops_space)
    return text


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
