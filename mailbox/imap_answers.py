"""What an IMAP server answers, read into values; nothing in it can raise for one bad answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final, NamedTuple

# imaplib hands over a response line, or (line up to a literal, the literal).
ImapItem = bytes | tuple[bytes, bytes] | None

# What a FETCH response tells beside a body, in whatever order; other items are passed over.
_ITEM: Final = re.compile(
    rb"\b(?:UID (?P<uid>\d+)|RFC822\.SIZE (?P<size>\d+)|MODSEQ \((?P<modseq>\d+)\)"
    rb'|FLAGS \((?P<flags>[^)]*)\)|INTERNALDATE "(?P<date>[^"]*)")'
)
# The line before a literal as most servers write it: each item stands in it once.
_USUAL: Final = re.compile(
    rb"\d+ \(UID (\d+)(?: RFC822\.SIZE (\d+))? FLAGS \(([^()]*)\)(?: RFC822\.SIZE (\d+))?"
    rb'(?: MODSEQ \((\d+)\))? INTERNALDATE "([^"]*)"(?: RFC822\.SIZE (\d+))?'
    rb" BODY\[[^]]*\] \{\d+\}"
)
_AT_MOST_ONCE: Final = frozenset({"uid", "flags", "date"})
_MOMENT: Final = re.compile(rb"[ \d]\d-[A-Za-z]{3}-\d{4} \d\d:\d\d:\d\d [+-]\d{4}")
_LITERAL_END: Final = re.compile(rb"\{\d+\}$")
_QUOTED_BODY: Final = re.compile(rb'\bBODY\[[^]]*\](?:<\d+>)? "((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPED: Final = re.compile(rb"\\(.)", re.DOTALL)
_MONTH_NAMES: Final = b"jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS: Final = {name: f"{number:02}" for number, name in enumerate(_MONTH_NAMES.split(), 1)}
_LIST_LINE: Final = re.compile(rb'\(([^)]*)\) (?:"(?:[^"\\]|\\.)*"|NIL) (.+)$', re.DOTALL)
_LARGEST_RANGE: Final = 5_000_000  # more letters than any folder holds: a range that lies
_LONGEST_SET: Final = 4000  # characters; RFC 7162 section 4 has servers take lines of 8192


class FetchAnswer(NamedTuple):
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
    """Read FETCH responses; each was asked for one body at most.

    One whose body was announced as longer than it is has swallowed its own end, or the start of
    the next response, whose body and flags would be taken for its own. It is left out.
    """
    lines: list[bytes] = []
    bodies: list[bytes] = []
    whole_line = b""
    for item in items:
        if isinstance(item, tuple):
            line, literal = whole_line, _ = item
            lines.append(_LITERAL_END.sub(b"", line))
            bodies.append(literal)
            continue
        if item == b")" and len(bodies) == 1 and (usual := _USUAL.fullmatch(whole_line)):
            yield _usual_answer(usual, bodies[0])
        elif item is not None and len(bodies) <= 1:
            answer = _fetch_answer(b" ".join([*lines, item]), bodies[0] if bodies else None)
            if answer is not None:
                yield answer
        lines, bodies = [], []


def parse_internal_date(text: bytes) -> datetime | None:
    """Read the inside of an INTERNALDATE, in UTC; None where there is no such time."""
    if _MOMENT.fullmatch(text) is None or (month := _MONTHS.get(text[3:6].lower())) is None:
        return None
    told = text.decode("ascii")
    day = told[:2].replace(" ", "0")
    try:
        moment = datetime.fromisoformat(f"{told[7:11]}-{month}-{day}T{told[12:20]}{told[21:]}")
        return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
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


@lru_cache(maxsize=256)  # most letters of a folder bear the same few
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


def _usual_answer(found: re.Match[bytes], body: bytes) -> FetchAnswer:
    uid, size, flags, or_size, modseq, date, or_else_size = found.groups()
    size = size or or_size or or_else_size
    return FetchAnswer(
        int(uid),
        parse_flags(flags),
        None if size is None else int(size),
        parse_internal_date(date),
        int(modseq or 0),
        body,
    )


def _fetch_answer(line: bytes, body: bytes | None) -> FetchAnswer | None:
    """One response; None where what stands around a literal is not one response with its end."""
    if body is None and (quoted := _QUOTED_BODY.search(line)) is not None:
        body = _ESCAPED.sub(rb"\1", quoted[1])
        line = line[: quoted.start()] + line[quoted.end() :]
    elif body is not None and not line.rstrip().endswith(b")"):
        return None
    told: dict[str | None, bytes] = {}
    for item in _ITEM.finditer(line):
        kind = item.lastgroup
        if kind not in told:
            told[kind] = item[kind or 0]
        elif body is not None and kind in _AT_MOST_ONCE:
            return None
    return FetchAnswer(
        uid=int(told.get("uid", 0)),
        flags=parse_flags(told["flags"]) if "flags" in told else None,
        size=int(told["size"]) if "size" in told else None,
        internal_date=parse_internal_date(told["date"]) if "date" in told else None,
        modseq=int(told.get("modseq", 0)),
        body=body,
    )


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, number in enumerate(numbers):
        if i + 1 == len(numbers) or numbers[i + 1] > number + 1:
            yield numbers[start], number
            start = i + 1
