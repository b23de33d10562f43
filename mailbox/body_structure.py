"""BODYSTRUCTURE (RFC 9051 section 7.5.2): what a message is made of, as its server tells it.

Servers break it in many ways. Whatever can't be read is no structure, never an error: the letter
is then fetched whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from .imap_answers import ImapItem
from .parts import MAX_DEPTH, MAX_PARTS

_MOST_TOKENS: Final = 100_000  # of 500 parts with long parameters; more is an attack
_DEEPEST_LIST: Final = MAX_DEPTH + 10  # the envelope of a letter in a letter holds lists of lists
_LARGEST_NUMBER: Final = 18  # digits
_LITERAL_END: Final = re.compile(rb"~?\{\d+\+?\}$")
_TOKEN: Final = re.compile(rb'\s*(?:([()])|"((?:[^"\\]|\\.)*)"|([^\s()"]+))', re.DOTALL)
_ESCAPED: Final = re.compile(rb"\\(.)", re.DOTALL)

Value = bytes | int | None | list["Value"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part that has no parts, as the server describes it; a letter in a letter is one, too.

    Attributes:
        content_type: "type/subtype" in lower case.
        encoding: its transfer encoding, in lower case.
        size: in bytes, still in its transfer encoding.
        disposition: "attachment", "inline", or "" where it is not told; in lower case.
    """

    content_type: str
    encoding: str
    size: int
    disposition: str


def read_structure(items: Iterable[ImapItem], uid: int) -> tuple[Leaf, ...] | None:
    """The leaves of a message in their order, from the FETCH responses that tell its structure.

    None where it is not told, can't be read, or is that of a message without parts.
    """
    for response in _responses(items):
        values = _values(response)
        fields = values[-1] if values else None
        if not isinstance(fields, list):
            continue
        told = {
            name.upper(): value
            for name, value in zip(fields[::2], fields[1::2], strict=False)
            if isinstance(name, bytes)
        }
        structure = told.get(b"BODYSTRUCTURE")
        if told.get(b"UID") == uid and isinstance(structure, list):
            return _leaves(structure)
    return None


def _responses(items: Iterable[ImapItem]) -> Iterator[list[tuple[bytes, bytes | None]]]:
    """Each response: its lines, each with the literal behind it, None behind the last."""
    pieces: list[tuple[bytes, bytes | None]] = []
    for item in items:
        if isinstance(item, tuple):
            pieces.append((_LITERAL_END.sub(b"", item[0]), item[1]))
            continue
        if item is not None:
            yield [*pieces, (item, None)]
        pieces = []


def _values(response: list[tuple[bytes, bytes | None]]) -> list[Value] | None:
    """Lists, strings, numbers and NIL; None where brackets or quotes do not fit, or too many."""
    stack: list[list[Value]] = [[]]
    count = 0
    for line, literal in response:
        at = 0
        line = line.rstrip()  # noqa: PLW2901 - what stands behind the last token
        while at < len(line):
            token = _TOKEN.match(line, at)
            count += 1
            if token is None or count > _MOST_TOKENS or not _put(stack, token):
                return None
            at = token.end()
        if literal is not None:
            stack[-1].append(literal)
    return stack[0] if len(stack) == 1 else None


def _put(stack: list[list[Value]], token: re.Match[bytes]) -> bool:
    """Add what a token stands for; False where it can't stand here."""
    bracket, quoted, atom = token.groups()
    if bracket == b"(":
        stack.append([])
        return len(stack) <= _DEEPEST_LIST
    if bracket == b")":
        closed = stack.pop()
        if stack:
            stack[-1].append(closed)
        return bool(stack)
    if quoted is not None:
        stack[-1].append(_ESCAPED.sub(rb"\1", quoted))
    elif atom.isdigit() and len(atom) <= _LARGEST_NUMBER:
        stack[-1].append(int(atom))
    else:
        stack[-1].append(None if atom.upper() == b"NIL" else atom)
    return True


def _leaves(structure: list[Value]) -> tuple[Leaf, ...] | None:
    """The leaves of a multipart; None where one of them can't be read."""
    if not structure or not isinstance(structure[0], list):
        return None
    found: list[Leaf] = []
    waiting: list[list[Value]] = [structure]
    while waiting:
        part = waiting.pop()
        if part and isinstance(part[0], list):
            children: list[list[Value]] = []
            for child in part:
                if not isinstance(child, list):
                    break
                children.append(child)
            waiting += reversed(children)
            continue
        leaf = _leaf(part)
        if leaf is None or len(found) >= MAX_PARTS:
            return None
        found.append(leaf)
    return tuple(found)


def _leaf(part: list[Value]) -> Leaf | None:
    try:
        main, sub, _, _, _, encoding, size, *more = part
    except ValueError:
        return None
    if not (isinstance(main, bytes) and isinstance(sub, bytes) and isinstance(size, int)):
        return None
    content_type = _word(main) + "/" + _word(sub)
    told_before = 1  # the MD5 sum
    if main.lower() == b"text":
        told_before = 2
    elif content_type in {"message/rfc822", "message/global"}:
        told_before = 4
    disposition = more[told_before] if len(more) > told_before else None
    name = disposition[0] if isinstance(disposition, list) and disposition else None
    return Leaf(
        content_type=content_type,
        encoding=_word(encoding),
        size=size,
        disposition=_word(name),
    )


def _word(value: Value) -> str:
    return value.decode("ascii", "replace").strip().lower() if isinstance(value, bytes) else ""
