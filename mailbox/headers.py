"""Header blocks of messages and their parts: fields, encoded words, ids and dates."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Mapping, Set
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from functools import lru_cache
from typing import Final

from . import charset

_MAX_BLOCK_BYTES: Final = 262_144
_MAX_FIELDS: Final = 1_000
_MAX_VALUE_BYTES: Final = 65_536
_MAX_KEPT_BYTES: Final = 200
MAX_IDS: Final = 100
MAX_ID_CHARS: Final = 980  # an id must fit on one line of 998 (RFC 5322 section 2.1.1)

_FIELD: Final = re.compile(rb"([!-9;-~]{1,80})[ \t]*:[ \t]*")
_KNOWN: Final = {name: name.lower() for name in """
    Return-Path Date From To Cc Reply-To Sender Message-ID Message-Id In-Reply-To References
    Subject Content-Type Content-type Content-Transfer-Encoding Content-transfer-encoding
    Content-Disposition List-Unsubscribe List-Id Precedence Auto-Submitted
    """.split()}  # fmt: skip
_NEVER_READ: Final = frozenset("""
    Received Delivered-To DKIM-Signature Authentication-Results ARC-Authentication-Results ARC-Seal
    ARC-Message-Signature Received-SPF MIME-Version Mime-Version X-Mailer X-Spam-Score User-Agent
    """.split())  # fmt: skip
_NAME: Final = re.compile(r"([!-9;-~]{1,80}+)[ \t]*+")
_FIELD_END: Final = re.compile(r"\n(?![ \t])")
_WELL_KNOWN: Final = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|mime-version|content-type|received):", re.I | re.M
)
_ID_CHARS: Final = f"[!-;=?-~]{{1,{MAX_ID_CHARS}}}"
_ID: Final = re.compile(f"<{_ID_CHARS}>")
_BARE_ID: Final = re.compile(_ID_CHARS)
_WORD_HEAD: Final = re.compile(r"=\?([^?\s]{1,80})\?([bBqQ])\?")
_WORD: Final = re.compile(r"=\?([^?*\s]{1,80})\?([bBqQ])\?([^?\s]*)\?=")
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]")

# C0 and C1 controls, marks that turn or hide text, and line ends of Unicode.
_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff]"
)
_BLANKS: Final = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]")

_MAX_DATE_CHARS: Final = 120
_MONTH_NAMES: Final = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS: Final = {name: f"{number:02}" for number, name in enumerate(_MONTH_NAMES.split(), 1)}
_DATE: Final = re.compile(
    r"(?:[A-Za-z]{3}, )?([0-9]{1,2}) ([A-Za-z]{3}) ([12][0-9]{3}) "
    r"([0-9]{2}:[0-9]{2}:[0-5][0-9]) ([+-][0-9]{2}[0-5][0-9])(?: \([A-Za-z]{1,5}\))?"
)
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2200


class Headers:
    """The fields of one header block that are ever read, by lower-case name.

    They are kept as they came, folds and all, as text of one character a byte.
    """

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, tuple[str, ...]]) -> None:
        self._fields = fields

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def text(self, name: str, declared: str | None = None) -> str:
        """The characters of the first field of that name, see `characters`."""
        kept = self._fields.get(name)
        if kept is None:
            return ""
        value = kept[0].lstrip(" \t")
        is_usual = value.isascii() and value.isprintable()
        return value if is_usual else _text(kept[0], declared)

    def joined(self, name: str, declared: str | None = None) -> str:
        """The characters of all fields of that name, with commas between them."""
        kept = self._fields.get(name)
        if kept is None:
            return ""
        return (
            self.text(name, declared)
            if len(kept) == 1
            else _text(", ".join(map(_unfolded, kept)), declared)
        )

    def texts(self, name: str) -> tuple[str, ...]:
        """The characters of every field of that name, in order."""
        if name not in self._fields:
            return ()
        return tuple([_text(kept, None) for kept in self._fields[name]])

    def has_any(self, names: Set[str]) -> bool:
        """Tell whether there is a field of one of these names."""
        return not names.isdisjoint(self._fields)

    def count(self, name: str) -> int:
        """How many fields of that name there are."""
        return len(self._fields.get(name, ()))

    def token(self, name: str) -> str:
        """The value of a field of plain ASCII words, in lower case."""
        if name not in self._fields:
            return ""
        return self.text(name).strip().lower()


def read_headers(data: bytes, start: int, stop: int, defects: list[str]) -> tuple[Headers, int]:
    """The fields of a message or part with LF line ends, and where in `data` its body starts.

    A line that is no field ends the block unless known fields follow it; what was cut or skipped
    is noted in `defects`.
    """
    if data.startswith(b"\n", start, stop):
        return Headers({}), start + 1
    found = data.find(b"\n\n", start, stop)
    end, body = (found + 1, found + 2) if found >= 0 else (stop, stop)
    size = end - start
    if size <= _MAX_KEPT_BYTES:
        fields = _short_block(data[start:end])
    else:
        fields = _plain_fields(data[start:end]) if size <= _MAX_VALUE_BYTES else None
    if fields is None:
        return _read_oddities(data[start:end], start, body, defects)
    return Headers(fields), body


@lru_cache(maxsize=256)
def _short_block(block: bytes) -> Mapping[str, tuple[str, ...]] | None:
    """The same for blocks that are worth keeping: those of parts repeat from letter to letter."""
    return _plain_fields(block)


def _plain_fields(block: bytes) -> Mapping[str, tuple[str, ...]] | None:
    """The fields of a block in which every line is one, None for any other block."""
    fields: dict[str, tuple[str, ...]] = {}
    if not block:
        return fields
    written = _FIELD_END.split(block.decode("latin-1").removesuffix("\n"))
    if len(written) > _MAX_FIELDS:
        return None
    known = _KNOWN.get
    for field in written:
        name, colon, kept = field.partition(":")
        if name in _NEVER_READ and colon:
            continue
        key = known(name) or _key(name)
        if not colon or not key:
            return None
        fields[key] = (*fields[key], kept) if key in fields else (kept,)
    return fields


@lru_cache(maxsize=1_024)
def _key(written: str) -> str:
    """The name of a field in lower case, "" for what is none."""
    found = _NAME.fullmatch(written)
    return found[1].lower() if found else ""


def _read_oddities(whole: bytes, start: int, body: int, defects: list[str]) -> tuple[Headers, int]:
    """Read a block line by line, and tell what is wrong with it."""
    block = whole[:_MAX_BLOCK_BYTES]
    if len(whole) > _MAX_BLOCK_BYTES:
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
                return _joined(fields, defects), start + offset
            defects.append("a line among the headers is no header")
        offset += len(line) + 1
    return _joined(fields, defects), body


def _last_known_field(block: bytes) -> int:
    return max((found.start() for found in _WELL_KNOWN.finditer(block)), default=0)


def _joined(fields: dict[str, list[list[bytes]]], defects: list[str]) -> Headers:
    joined = {
        name: [b"".join(lines).decode("latin-1") for lines in values]
        for name, values in fields.items()
    }
    if any(len(value) > _MAX_VALUE_BYTES for values in joined.values() for value in values):
        defects.append("a header is longer than 64 kB and was cut")
    return Headers({k: tuple(v[:_MAX_VALUE_BYTES] for v in vs) for k, vs in joined.items()})


def _unfolded(kept: str) -> str:
    return kept.replace("\n", "").lstrip(" \t")


def _text(kept: str, declared: str | None) -> str:
    value = _unfolded(kept)
    is_plain = value.isascii() and "\x1b" not in value
    return value if is_plain else characters(value.encode("latin-1"), declared)


def characters(value: bytes, declared: str | None = None) -> str:
    """The characters of a raw value: UTF-8 (RFC 6532), else the charset that the body declares."""
    return charset.decode(value, declared if not _is_utf8(value) else "utf-8")


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def clean_line(text: str) -> str:
    """One line of text that is safe to show: line ends and tabs are blanks, controls are gone."""
    if text.isascii() and text.isprintable():
        return text.strip(" ")
    return _UNSAFE.sub("", _BLANKS.sub(" ", text)).strip(" ")


def hides_characters(text: str) -> bool:
    """Tell whether a value, once decoded, has characters that turn, hide or cut what is shown."""
    if text.isascii() and text.isprintable() and "=?" not in text:
        return False
    return _UNSAFE.search(_BLANKS.sub(" ", decode_words(text))) is not None


def decode_words(text: str) -> str:
    """Replace encoded words (RFC 2047), the broken and misplaced ones of real mail included."""
    if "=?" not in text:
        return text
    before, *word = _WORD.split(text, maxsplit=1)
    if word and "=?" not in before and "=?" not in word[3]:
        label, encoding, payload, behind = word
        return before + charset.decode(_word_bytes(encoding, payload), label) + behind
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


def message_ids(values: Iterable[str]) -> tuple[str, ...]:
    """The well-formed message ids (`<...>`) of these fields, each once, at most 100."""
    if not values:
        return ()
    ids = tuple(dict.fromkeys(_ID.findall(decode_words(" ".join(values)))))
    return ids if len(ids) <= MAX_IDS else (ids[0], *ids[-(MAX_IDS - 1) :])


def message_id(value: str) -> str:
    """The id of a Message-ID field with its angle brackets, "" where there is none."""
    if not value:
        return ""
    found = _ID.search(decode_words(value))
    if found:
        return found[0]
    bare = value.strip()
    return f"<{bare}>" if "@" in bare and _BARE_ID.fullmatch(bare) else ""


def date(value: str) -> datetime | None:
    """The time of a Date field with its zone, or None where it is no time from 1970 to 2199."""
    text = value[:_MAX_DATE_CHARS]
    try:
        time = _usual_date(text) or _odd_date(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return time if time is not None and _FIRST_YEAR <= time.year < _LAST_YEAR else None


def _usual_date(text: str) -> datetime | None:
    """A date as RFC 5322 section 3.3 wants it, None where it is written in another way."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    day, month, year, clock, zone = found.groups()
    number = _MONTHS.get(month.lower())
    return datetime.fromisoformat(f"{year}-{number}-{day:0>2}T{clock}{zone}") if number else None


def _odd_date(text: str) -> datetime | None:
    """What the standard library makes of any other date."""
    fields = parsedate_tz(text)
    if fields is None:
        return None
    zone = timezone(timedelta(seconds=fields[9])) if fields[9] else UTC
    year, month, day, hour, minute, second = fields[:6]
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)
