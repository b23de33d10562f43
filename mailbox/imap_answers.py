"""What an IMAP server answers, read into values; nothing in it can raise for one bad answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

# imaplib hands over a response line, or (line up to a literal, the literal).
ImapItem = bytes | tuple[bytes, bytes] | None

_UID: Final = re.compile(rb"\bUID (\d+)")
_SIZE: Final = re.compile(rb"\bRFC822\.SIZE (\d+)")
_MODSEQ: Final = re.compile(rb"\bMODSEQ \((\d+)\)")
_FLAGS: Final = re.compile(rb"\bFLAGS \(([^)]*)\)")
_INTERNAL_DATE: Final = re.compile(
    rb'\bINTERNALDATE "([ \d]\d)-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)"'
)
_LITERAL_END: Final = re.compile(rb"\{\d+\}$")
_QUOTED_BODY: Final = re.compile(rb'\bBODY\[[^]]*\](?:<\d+>)? "((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPED: Final = re.compile(rb"\\(.)", re.DOTALL)
_MONTHS: Final = (
    b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec",
)  # fmt: skip
_LIST_LINE: Final = re.compile(rb'\(([^)]*)\) (?:"(?:[^"\\]|\\.)*"|NIL) (.+)$', re.DOTALL)
_LARGEST_RANGE: Final = 5_000_000  # more letters than any folder holds: a range that lies
_LONGEST_SET: Final = 4000  # characters; RFC 7162 section 4 has servers take lines of 8192


@dataclass(frozen=True, slots=True)
class FetchAnswer:
    """One FETCH response; None stands for what it did not tell.

    Attributes:
        uid: 0 where it was not told, as with flags that nobody asked for.
        body: what a BODY[...] item held.
    """

    uid: int
    flags: frozenset[str] | None
    size: int | None
    internal_date: datetime | None
    modseq: int
    body: bytes | None


@dataclass(frozen=True, slots=True)
class ListedFolder:
    """A folder as LIST names it.

    Attributes:
        raw_name: the name in the server's own bytes, in which it is asked for.
        attributes: in lower case, without the backslash.
    """

    name: str
    raw_name: bytes
    attributes: frozenset[str]

    @property
    def is_selectable(self) -> bool:
        """Whether it can hold messages."""
        return not self.attributes & {"noselect", "nonexistent"}


def parse_fetch(items: Iterable[ImapItem]) -> Iterator[FetchAnswer]:
    """Read FETCH responses."""
    lines: list[bytes] = []
    body: bytes | None = None
    for item in items:
        if isinstance(item, tuple):
            line, literal = item
            lines.append(_LITERAL_END.sub(b"", line))
            body = literal
            continue
        if item is not None:
            yield _fetch_answer(b" ".join([*lines, item]), body)
        lines, body = [], None


def parse_internal_date(text: bytes) -> datetime | None:
    """Find an INTERNALDATE in a response, in UTC; None where there is none that exists."""
    match = _INTERNAL_DATE.search(text)
    if match is None or match[2].lower() not in _MONTHS:
        return None
    day, _, year, hour, minute, second, sign, zone_h, zone_m = match.groups()
    offset = timedelta(hours=int(zone_h), minutes=int(zone_m))
    try:
        zone = timezone(-offset if sign == b"-" else offset)
        month = _MONTHS.index(match[2].lower()) + 1
        moment = datetime(
            int(year), month, int(day), int(hour), int(minute), int(second), tzinfo=zone
        )
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):  # "31-Dec-9999 ... -1200" lies behind the last year
        return None


def parse_list(items: Iterable[ImapItem]) -> Iterator[tuple[bytes, frozenset[str]]]:
    """Read LIST responses: the raw name and the attributes of each folder."""
    for item in items:
        line, literal = item if isinstance(item, tuple) else (item, None)
        match = _LIST_LINE.match(line or b"")
        if match is None:
            continue
        name = match[2] if literal is None else literal
        if literal is None and name.startswith(b'"') and name.endswith(b'"'):
            name = _ESCAPED.sub(rb"\1", name[1:-1])
        words = match[1].decode("ascii", "replace").lower().split()
        yield name, frozenset(word.lstrip("\\") for word in words)


def parse_flags(text: bytes) -> frozenset[str]:
    r"""Read the inside of a flag list; \Recent is left out, for it is of one session only."""
    flags = text.decode("ascii", "replace").split()
    return frozenset(flag for flag in flags if flag.lower() != "\\recent")


def field_value(header: bytes | None) -> str:
    """The value of the one field in a piece of a header, unfolded; "" where it is missing."""
    value = (header or b"").partition(b":")[2]
    return " ".join(value.decode("ascii", "replace").split())


def uid_sets(uids: Iterable[int]) -> Iterator[str]:
    """Write UIDs as sets of ranges ("1:5,8"), none too long for a command line."""
    pieces: list[str] = []
    length = 0
    for first, last in _ranges(sorted(uids)):
        piece = str(first) if first == last else f"{first}:{last}"
        if length + len(piece) > _LONGEST_SET:
            yield ",".join(pieces)
            pieces, length = [], 0
        pieces.append(piece)
        length += len(piece) + 1
    if pieces:
        yield ",".join(pieces)


def uids_of(written: bytes) -> Iterator[int]:
    """Read a set of ranges ("1:5,8"); what is no number, or a range without end, is left out."""
    for piece in written.split(b","):
        first, colon, last = piece.partition(b":")
        if not first.isdigit() or (colon and not last.isdigit()):
            continue
        low, high = sorted((int(first), int(last or first)))
        yield from range(low, min(high, low + _LARGEST_RANGE) + 1)


def find_sent_folder(folders: Sequence[ListedFolder]) -> ListedFolder | None:
    """The folder of sent mail: marked as such (RFC 6154), else named so in some language."""
    usable = [folder for folder in folders if folder.is_selectable]
    for folder in usable:
        if "sent" in folder.attributes:
            return folder
    named = [folder for folder in usable if _last_part(folder.name) in _SENT_NAMES]
    return min(named, key=lambda folder: len(folder.name), default=None)


def _fetch_answer(line: bytes, body: bytes | None) -> FetchAnswer:
    quoted = _QUOTED_BODY.search(line)
    if quoted is not None:
        body = _ESCAPED.sub(rb"\1", quoted[1])
        line = line[: quoted.start()] + line[quoted.end() :]
    flags = _FLAGS.search(line)
    if flags is not None:
        line = line[: flags.start()] + line[flags.end() :]
    uid, size, modseq = _UID.search(line), _SIZE.search(line), _MODSEQ.search(line)
    return FetchAnswer(
        uid=0 if uid is None else int(uid[1]),
        flags=None if flags is None else parse_flags(flags[1]),
        size=None if size is None else int(size[1]),
        internal_date=parse_internal_date(line),
        modseq=0 if modseq is None else int(modseq[1]),
        body=body,
    )


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, number in enumerate(numbers):
        if i + 1 == len(numbers) or numbers[i + 1] > number + 1:
            yield numbers[start], number
            start = i + 1


def _last_part(name: str) -> str:
    return re.split(r"[/.\\]", name)[-1].casefold().strip()


_SENT_NAMES: Final = frozenset(
    name.casefold()
    for name in (
        "Sent", "Sent Items", "Sent Mail", "Sent Messages", "Sent-Mail",
        "Отправленные", "Надіслані", "Изпратени", "Послато",
        "Gesendet", "Gesendete Elemente", "Gesendete Objekte", "Gesendete Nachrichten",
        "Envoyés", "Éléments envoyés", "Messages envoyés", "Enviados", "Elementos enviados",
        "Mensajes enviados", "Itens Enviados", "Enviadas", "Posta inviata", "Inviata", "Inviati",
        "Verzonden", "Verzonden items", "Verzonden berichten", "Skickat", "Skickade objekt",
        "Sendt", "Sendt post", "Sendte elementer", "Lähetetyt", "Wysłane", "Elementy wysłane",
        "Odeslané", "Odeslaná pošta", "Odoslané", "Elküldött", "Elküldött elemek", "Trimise",
        "Gönderilmiş Öğeler", "Gönderilenler", "Απεσταλμένα", "Saadetud", "Išsiųsta", "Nosūtītie",
        "Poslano", "送信済み", "送信済みアイテム", "送信済みトレイ", "已发送", "已发送邮件",
        "已傳送", "寄件備份", "보낸편지함", "보낸 편지함",
    )
)  # fmt: skip
