"""Address fields (RFC 5322 section 3.4), read as leniently as real mail needs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .headers import clean_line, decode_words
from .message import Address

MAX_ADDRESSES: Final = 500
_MAX_FIELD_CHARS: Final = 20_000
_MAX_NAME_CHARS: Final = 1_000  # a longer one means harm
_MAX_USUAL_CHARS: Final = 400
_MAX_ADDRESS_CHARS: Final = 320  # RFC 3696 erratum 1690: 64 + 1 + 255

# Possessive quantifiers, and a bound for what may stay unclosed, keep this linear.
_TOKEN: Final = re.compile(
    r"""
    (?P<local>"(?:[^"\\]|\\.){1,64}+"@[^\s,;:<>()"]++)
    | (?P<quoted>"(?:[^"\\]|\\.){0,200}+")
    | (?P<angle><(?:"(?:[^"\\]|\\.){1,64}+"|[^<>"])*+>|<[^<>",]*+)
    | (?P<encoded>=\?[^?\s]{1,80}\?[bBqQ]\?[^?\s]*+\?=(?![^\s<,;:("]))
    | (?P<comment>\()
    | (?P<mark>[,;:])
    | (?P<word>\[[^\s\]]*+\]|[^\s"(<,;:]++)
    | (?P<blank>\s++)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# One address as nearly all senders write theirs; `_Reader` makes the same of it, in more steps.
_USUAL: Final = re.compile(
    r"""
    [ ]?+
    (?: (?P<bare>[\w!\#$%&'*+/=?^`{|}~.-]{1,64}+@[A-Za-z0-9.-]{1,254}+(?<!\.))
      | (?: "(?P<quoted>[^"\\]{1,200}+)"[ ]?+ | (?P<words>(?:[^\s"(),:;<>@\[\\\]]++[ ]?+)++) )?+
        <(?P<spec>[A-Za-z0-9_!\#$%&'*+/=?^`{|}~.-]{1,64}+@[A-Za-z0-9.-]{1,254}+(?<!\.))>
    )
    [ ]?+
    """,
    re.VERBOSE,
)
_COMMENT_END: Final = re.compile(r"[^()\\]++|\\.?|[()]", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_ROUTE: Final = re.compile(r"^@[^:@\s]+(?:,@[^:@\s]+)*:")
_NOT_IN_ADDRESS: Final = re.compile(r"[\s\x00-\x20\x7f<>]")


def addresses(text: str) -> tuple[Address, ...]:
    """The addresses of a To, Cc, From or Reply-To field; groups are opened, at most 500."""
    if not text:
        return ()
    usual = _usual(text) if len(text) <= _MAX_USUAL_CHARS else None
    return (
        (usual,)
        if usual
        else tuple(a for a in _Reader(text).read() if a.addr_spec)[:MAX_ADDRESSES]
    )


def first_address(text: str) -> Address:
    """The first address of a field; only its words as a name where there is no address."""
    usual = _usual(text) if len(text) <= _MAX_USUAL_CHARS else None
    if usual:
        return usual
    read = _Reader(text).read()
    return next((a for a in read if a.addr_spec), read[0] if read else Address("", ""))


@lru_cache(maxsize=128)  # all letters go to the same few addresses
def _usual(text: str) -> Address | None:
    """The one address of a field, None where its writing is not the usual one."""
    found = _USUAL.fullmatch(text)
    if found is None:
        return None
    bare, quoted, words, spec = found.groups()
    if bare:
        return Address("", bare)
    phrase = quoted or words or ""
    if phrase.isalpha() and phrase.isascii():
        return Address(phrase, spec)
    name = _name(phrase)
    return Address("" if name.lower() == spec.lower() else name, spec)


class _Reader:
    """Collects the words between two commas into an address."""

    def __init__(self, text: str) -> None:
        self._text = text[:_MAX_FIELD_CHARS]
        self._found: list[Address] = []
        self._comments_close = True
        self._start_over()

    def _start_over(self) -> None:
        self._phrase: list[str] = []
        self._comment = ""
        self._angle: str | None = None
        self._bare: str | None = None

    def read(self) -> list[Address]:
        position = 0
        while position < len(self._text) and len(self._found) <= MAX_ADDRESSES:
            token = _TOKEN.match(self._text, position)
            if token is None:
                break
            position = token.end()
            if token.lastgroup == "comment":
                position = self._pass_comment(position)
            elif token.lastgroup == "mark":
                self._mark(token[0])
            else:
                self._take(token.lastgroup or "", token[0])
        self._finish()
        return self._found

    def _take(self, kind: str, token: str) -> None:
        if kind == "angle":
            if self._angle is None or "@" not in self._angle:
                self._angle = token[1:].removesuffix(">")
        elif kind == "quoted":
            self._phrase.append(_ESCAPE.sub(r"\1", token[1:].removesuffix('"')))
        elif kind == "local" or (kind == "word" and "@" in token and self._bare is None):
            self._phrase.append(token)
            self._bare = token
        elif kind in {"word", "encoded"}:
            self._phrase.append(token)

    def _mark(self, mark: str) -> None:
        if mark != ":":
            self._finish()
        elif self._bare is None and self._angle is None:
            self._phrase.clear()  # the name of a group, or "mailto"

    def _pass_comment(self, start: int) -> int:
        """Read a comment whose "(" stands before `start`; an unclosed one is no comment."""
        if not self._comments_close:
            return start
        depth, position = 1, start
        while depth and (piece := _COMMENT_END.match(self._text, position)):
            depth += {"(": 1, ")": -1}.get(piece[0], 0)
            position = piece.end()
        if depth:
            self._comments_close = False
            return start
        self._comment = self._comment or _ESCAPE.sub(r"\1", self._text[start : position - 1])
        return position

    def _finish(self) -> None:
        words = self._phrase
        if self._angle is not None:
            address = self._angle
        elif self._bare is not None:
            address = self._bare
            words = [word for word in words if word != address]
        else:
            address = ""
        name = _name(" ".join(words) or self._comment)
        spec = _addr_spec(address)
        if spec or name:
            self._found.append(Address("" if name.lower() == spec.lower() else name, spec))
        self._start_over()


def _name(phrase: str) -> str:
    if "=?" in phrase or not phrase.isascii() or not phrase.isprintable():
        phrase = clean_line(decode_words(phrase))
    name = " ".join(phrase.split())
    if not name.strip("<>"):
        return ""
    name = name[:_MAX_NAME_CHARS]
    is_wrapped = len(name) > 1 and name[0] == name[-1] and name[0] in "'\""
    return name[1:-1].strip() if is_wrapped else name


def _addr_spec(text: str) -> str:
    spec = clean_line(text)
    if not spec.startswith('"'):
        spec = _NOT_IN_ADDRESS.sub("", spec)
    return _ROUTE.sub("", spec).rstrip(".,;")[:_MAX_ADDRESS_CHARS]
