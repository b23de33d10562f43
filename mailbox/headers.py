"""Header blocks of messages and their parts: fields, encoded words, ids and dates."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from typing import Final

from . import charset

_MAX_BLOCK_BYTES: Final = 262_144
_MAX_FIELDS: Final = 1_000
_MAX_VALUE_BYTES: Final = 65_536
MAX_IDS: Final = 100
MAX_ID_CHARS: Final = 980  # an id must fit on one line of 998 (RFC 5322 section 2.1.1)

_FIELD: Final = re.compile(rb"([!-9;-~]{1,80})[ \t]*:[ \t]*")
_WELL_KNOWN: Final = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|mime-version|content-type|received):", re.I | re.M
)
_ID_CHARS: Final = f"[!-;=?-~]{{1,{MAX_ID_CHARS}}}"
_ID: Final = re.compile(f"<({_ID_CHARS})>")
_BARE_ID: Final = re.compile(_ID_CHARS)
_WORD_HEAD: Final = re.compile(r"=\?([^?\s]{1,80})\?([bBqQ])\?")
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]")

# C0 and C1 controls, marks that turn or hide text, and line ends of Unicode.
_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]"
)
_BLANKS: Final = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]")

_MAX_DATE_CHARS: Final = 120
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2200


class Headers:
    """The fields of one header block by lower-case name; values are unfolded bytes."""

    __slots__ = ("_fields",)

    def __init__(self, fields: dict[str, list[bytes]]) -> None:
        self._fields = fields

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def first(self, name: str) -> bytes:
        """The value of the first field of that name, empty where there is none."""
        return self._fields[name][0] if name in self._fields else b""

    def every(self, name: str) -> tuple[bytes, ...]:
        """The values of all fields of that name, in order."""
        return tuple(self._fields.get(name, ()))

    def token(self, name: str) -> str:
        """The value of a field of plain ASCII words, in lower case."""
        return self.first(name).decode("ascii", "replace").strip().lower()


def read_headers(data: bytes, defects: list[str]) -> tuple[Headers, bytes]:
    """Split a message or part with LF line ends into its fields and its body.

    A line that is no field ends the block unless known fields follow it; what was cut or skipped
    is noted in `defects`.
    """
    end = 0 if data.startswith(b"\n") else data.find(b"\n\n") + 1 or len(data)
    block = data[: min(end, _MAX_BLOCK_BYTES)]
    if end > _MAX_BLOCK_BYTES:
        defects.append("the header block is longer than 256 kB and was cut")
    fields: dict[str, list[list[bytes]]] = {}
    latest: list[bytes] = []
    count = offset = 0
    last_known = -1
    for line in block.split(b"\n"):
        field = _FIELD.match(line)
        if line[:1] in {b" ", b"\t"}:
            latest.append(line)
        elif field:
            count += 1
            latest = [line[field.end() :]]
            if count <= _MAX_FIELDS:
                fields.setdefault(field[1].decode("ascii").lower(), []).append(latest)
        elif line and not line.startswith((b"From ", b">From ")):
            last_known = _last_known_field(block) if last_known < 0 else last_known
            if offset >= last_known:
                defects.append("the header block is not closed by an empty line")
                return _joined(fields, defects), data[offset:]
            defects.append("a line among the headers is no header")
        offset += len(line) + 1
    return _joined(fields, defects), data[end + 1 :] if end < len(data) else b""


def _last_known_field(block: bytes) -> int:
    return max((found.start() for found in _WELL_KNOWN.finditer(block)), default=0)


def _joined(fields: dict[str, list[list[bytes]]], defects: list[str]) -> Headers:
    joined = {name: [b"".join(lines) for lines in values] for name, values in fields.items()}
    if any(len(value) > _MAX_VALUE_BYTES for values in joined.values() for value in values):
        defects.append("a header is longer than 64 kB and was cut")
    return Headers({k: [v[:_MAX_VALUE_BYTES] for v in vs] for k, vs in joined.items()})


def characters(value: bytes, declared: str | None = None) -> str:
    """The characters of a raw value: UTF-8 (RFC 6532), else the charset that the body declares."""
    return charset.decode(value, declared if not _is_utf8(value) else "utf-8")


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def unstructured(value: bytes, declared: str | None = None) -> str:
    """A header text as a person reads it: decoded (RFC 2047), on one line, without controls."""
    return clean_line(decode_words(characters(value, declared)))


def clean_line(text: str) -> str:
    """One line of text that is safe to show: line ends and tabs are blanks, controls are gone."""
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    return _UNSAFE.sub("", _BLANKS.sub(" ", text)).strip(" ")


def hides_characters(text: str) -> bool:
    """Tell whether a header value has characters that turn, hide or cut what is shown."""
    return _UNSAFE.search(_BLANKS.sub(" ", decode_words(text))) is not None


def decode_words(text: str) -> str:
    """Replace encoded words (RFC 2047), the broken and misplaced ones of real mail included."""
    if "=?" not in text:
        return text
    shown: list[str] = []
    run: list[tuple[str, bytes]] = []
    done = 0
    start = text.find("=?")
    while start >= 0:
        head = _WORD_HEAD.match(text, start)
        if head is None:
            start = text.find("=?", start + 1)
            continue
        between = text[done:start]
        if between.strip() or not run:
            shown += [_decoded_run(run), between]
            run = []
        payload, done = _payload(text, head.end())
        if done == len(text) and not text.endswith("?=") and not charset.is_charset(head[1]):
            done = start
            break
        run.append((head[1].partition("*")[0], _word_bytes(head[2], payload)))
        start = text.find("=?", done)
    return "".join([*shown, _decoded_run(run), text[done:]])


def _payload(text: str, start: int) -> tuple[str, int]:
    """The encoded text of a word and where the word ends; an unclosed word ends at the next."""
    end = text.find("?=", start)
    following = text.find(" =?", start, end if end >= 0 else len(text))
    if following >= 0:
        return text[start:following], following
    return (text[start:end], end + 2) if end >= 0 else (text[start:], len(text))


def _word_bytes(encoding: str, payload: str) -> bytes:
    raw = payload.encode("utf-8", "replace")
    return decode_base64(raw) if encoding in "bB" else binascii.a2b_qp(raw, header=True)


def _decoded_run(run: Iterable[tuple[str, bytes]]) -> str:
    """Neighbours of one charset are joined first: some mailers cut inside of a character."""
    joined: list[tuple[str, bytes]] = []
    for label, raw in run:
        if joined and joined[-1][0].lower() == label.lower():
            joined[-1] = (label, joined[-1][1] + raw)
        else:
            joined.append((label, raw))
    return "".join(charset.decode(raw, label) for label, raw in joined)


def decode_base64(data: bytes) -> bytes:
    """The bytes behind base64, as far as there are any: strange characters are passed over."""
    try:
        return binascii.a2b_base64(data)
    except binascii.Error:
        kept = _NOT_BASE64.sub(b"", data)
        whole = kept[: len(kept) - (len(kept) % 4 == 1)]
        return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))


def message_ids(values: Iterable[bytes]) -> tuple[str, ...]:
    """The well-formed message ids (`<...>`) of these fields, each once, at most 100."""
    found: dict[str, None] = {}
    for value in values:
        text = decode_words(value.decode("ascii", "replace"))
        found.update(dict.fromkeys(f"<{inner}>" for inner in _ID.findall(text)))
    ids = tuple(found)
    return ids if len(ids) <= MAX_IDS else (ids[0], *ids[-(MAX_IDS - 1) :])


def message_id(value: bytes) -> str:
    """The id of a Message-ID field with its angle brackets, "" where there is none."""
    found = message_ids([value])
    if found:
        return found[0]
    bare = value.decode("ascii", "replace").strip()
    return f"<{bare}>" if "@" in bare and _BARE_ID.fullmatch(bare) else ""


def date(value: bytes) -> datetime | None:
    """The time of a Date field with its zone, or None where it is no time from 1970 to 2199."""
    text = characters(value[:_MAX_DATE_CHARS])
    try:
        fields = parsedate_tz(text)
        if fields is None:
            return None
        zone = timezone(timedelta(seconds=fields[9])) if fields[9] else UTC
        year, month, day, hour, minute, second = fields[:6]
        time = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return time if _FIRST_YEAR <= time.year < _LAST_YEAR else None
