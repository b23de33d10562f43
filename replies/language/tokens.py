"""A text as tokens and sentences, each with its place in the text as given.

Every token knows the form that rules compare: NFC, lower case, straight apostrophes, ё as е.
English contractions are two tokens ("don't" is "do" and "not"), so that one pattern serves both
ways of writing. All passes are linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Final, NamedTuple


class TokenKind(Enum):
    """What a token is by its look."""

    WORD = "word"
    NUMBER = "number"
    ADDRESS = "address"  # an e-mail or web address
    SOFT = "soft"  # a stop inside of a sentence: comma, semicolon, colon, dash, bracket
    END = "end"  # a stop that may end a sentence
    MARK = "mark"  # quotation marks, symbols


class Token(NamedTuple):
    """One token; `forms` holds every reading of it ("'d" is "would" and "had").

    A tuple, since a long letter has thousands and a frozen dataclass takes four times as long.
    """

    start: int
    end: int
    kind: TokenKind
    raw: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by the character span it fills and the tokens that it holds.

    Attributes:
        opens_paragraph: a blank line, or the start of the text, stands before it.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    opens_paragraph: bool = False


_HAN: Final = r"\u3400-\u4dbf\u4e00-\u9fff"  # no blanks part its words: each sign is a token
_LETTER: Final = rf"[^\W\d_{_HAN}]"
_INSIDE: Final = rf"[^\W{_HAN}]"
MAIL_ADDRESS: Final = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_TOKEN: Final = rf"""
      (?P<address>https?://\S+ | www\.\S+
        | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,6}})
    | (?P<word>[{_HAN}]
      | {_LETTER}(?:{_INSIDE}|[\u0300-\u036f])*
        (?: (?:['’ʼ`]|[*#@$%]{{1,12}}) {_LETTER}(?:{_INSIDE}|[\u0300-\u036f])*
          | [-\u2010\u2011]{_INSIDE}(?:{_INSIDE}|[\u0300-\u036f])* )*
        [*#@$%]{{0,12}} )
    | (?P<number>\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th)?)
    | (?P<end>[.!?…。！？]+)
    | (?P<soft>[,;:()\[\]{{}}—–，、；：（）]|-{{1,3}}(?=\s))
    | (?P<mark>[^\w\s])
    """
_KINDS: Final = {kind.value: kind for kind in TokenKind}

_CLITICS: Final[dict[str, tuple[str, ...]]] = {
    "'m": ("am",),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will",),
    "'d": ("would", "had"),
    "'s": ("'s", "is", "has"),
}
_WHOLE: Final[dict[str, tuple[str, str]]] = {
    "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "ain't": ("is", "not"), "cannot": ("can", "not"), "cant": ("can", "not"),
    "dont": ("do", "not"), "didnt": ("did", "not"), "doesnt": ("does", "not"),
    "hasnt": ("has", "not"), "havent": ("have", "not"), "hadnt": ("had", "not"),
    "isnt": ("is", "not"), "wasnt": ("was", "not"), "werent": ("were", "not"),
    "arent": ("are", "not"), "couldnt": ("could", "not"), "wouldnt": ("would", "not"),
    "shouldnt": ("should", "not"), "wont": ("will", "not"), "im": ("i", "am"),
    "ive": ("i", "have"), "youre": ("you", "are"), "youve": ("you", "have"),
    "thats": ("that", "is"), "gonna": ("going", "to"), "wanna": ("want", "to"),
}  # fmt: skip
_ELIDED: Final = frozenset("c d j l m n qu s t jusqu lorsqu puisqu".split())  # l'annonce
_NOT: Final = len("n't")
_SPELT_SHORT: Final = {"u": "you", "ur": "your", "pls": "please", "plz": "please", "thx": "thanks"}
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms mx dr prof st no vol approx etc vs inc ltd co dept ed eds pp fig e.g i.e eg ie "
    "г ул д кв т.е т.д т.п т.к руб коп стр им проф тел обл р пос корп изд см др пр мин".split()
)
_LIST_ITEM: Final = re.compile(r"\s*(?:[-*•·–]\s+|\(?\d{1,2}[.)]\s+|[a-zа-я]\)\s+)")
_KEPT_AT_MOST: Final = 2_000  # characters of a block whose sentences are remembered
_PART_END: Final = re.compile(r"[.!?…]\s+")
_SHORT_LINE: Final = 48  # a wrapped line is longer; a shorter one ends what it says
_CLOSERS: Final = "\"'”’»)]"


@lru_cache(maxsize=32_768)
def normalised(raw: str) -> str:
    """The form that rules compare: NFC, lower case, straight apostrophe, plain hyphen, ё as е."""
    form = unicodedata.normalize("NFC", raw).lower()
    for mark in "’ʼ`":
        form = form.replace(mark, "'")
    return form.replace("ё", "е").replace("\u2010", "-").replace("\u2011", "-")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Every token of the text, in order."""
    return tuple(_scan(text, 0))


def _scan(text: str, offset: int) -> list[Token]:
    found: list[Token] = []
    for match in _token().finditer(text):
        kind = _KINDS[match.lastgroup or "mark"]
        raw = match.group()
        start, end = match.start() + offset, match.end() + offset
        if kind is not TokenKind.WORD:
            found.append(Token(start, end, kind, raw, (raw.lower(),)))
            continue
        cut, first, second = _read_word(raw)
        if not cut:
            found.append(Token(start, end, kind, raw, first))
        else:
            found.append(Token(start, start + cut, kind, raw[:cut], first))
            found.append(Token(start + cut, end, kind, raw[cut:], second))
    return found


@cache
def _token() -> re.Pattern[str]:
    """Compiled at the first use, which the window need not wait for."""
    return re.compile(_TOKEN, re.VERBOSE)


@lru_cache(maxsize=32_768)
def _read_word(raw: str) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Where a word as written is cut, 0 for nowhere, and the forms of its halves."""
    cut, first, second = _split(normalised(raw))
    return (cut, first, second) if second and 0 < cut < len(raw) else (0, first, ())


def _split(form: str) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Where a contraction is cut, and the forms of its two halves; no second half: no cut."""
    whole = _WHOLE.get(form)
    if whole is not None:
        cut = len(form) - (3 if form.endswith(("n't", "not")) else 2)
        return (1 if form.startswith("i") and whole[0] == "i" else cut), (whole[0],), (whole[1],)
    if form.endswith("n't"):
        return (len(form) - 3, (form[:-3],), ("not",)) if len(form) > _NOT else (0, ("not",), ())
    head, mark, tail = form.rpartition("'")
    if mark and head and "'" + tail in _CLITICS:
        return len(head), (head,), _CLITICS["'" + tail]
    if mark and head in _ELIDED and len(tail) > 1:
        return len(head) + 1, (head + "'",), (tail,)
    return 0, (_SPELT_SHORT.get(form, form),), ()


def halves_of(word: str) -> tuple[str, ...]:
    """The forms of the two words of which a contraction is made; none where it is one word.

    Not kept: rules ask once for each of their words.
    """
    cut, first, second = _split(normalised.__wrapped__(word))
    return (first[0], second[0]) if second and 0 < cut < len(word) else ()


def sentences_of(text: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """The sentences of a stretch of text; list items and short lines stand for themselves."""
    found: list[Sentence] = []
    for block_start, block_end, opens in _blocks(text, start, len(text) if end is None else end):
        block = text[block_start:block_end]
        if len(block) > _KEPT_AT_MOST:
            found.extend(_sentences_of_block.__wrapped__(block, block_start, opens))
        else:
            found.extend(_sentences_of_block(block, block_start, opens))
    return tuple(found)


@lru_cache(maxsize=512)
def _sentences_of_block(block: str, offset: int, opens: bool) -> tuple[Sentence, ...]:  # noqa: FBT001
    """The sentences of one block; kept, since typing leaves what stands before it as it was."""
    tokens = _tokens_of_block(block, offset)
    found: list[Sentence] = []
    first = 0
    for index, token in enumerate(tokens):
        may_end = token.kind is TokenKind.END or token.kind is TokenKind.MARK
        if index == len(tokens) - 1 or (may_end and _ends_sentence(tokens, index)):
            part = tuple(tokens[first : index + 1])
            found.append(Sentence(part[0].start, part[-1].end, part, opens and first == 0))
            first = index + 1
    return tuple(found)


def _tokens_of_block(block: str, offset: int) -> list[Token]:
    """The tokens of a block, part by part: no token holds a blank, so none crosses their ends."""
    if len(block) > _KEPT_AT_MOST:
        return _scan(block, offset)
    found: list[Token] = []
    start = 0
    for end in (*(match.end() for match in _PART_END.finditer(block)), len(block)):
        found += _tokens_of_part(block[start:end], start + offset)
        start = end
    return found


@lru_cache(maxsize=512)
def _tokens_of_part(part: str, offset: int) -> list[Token]:
    """The tokens of a part of a block; kept, since a key changes one part."""
    return _scan(part, offset)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Stretches that no sentence crosses: paragraphs, list items, short lines."""
    block_start, opens, at = start, True, start
    while at < end:
        newline = text.find("\n", at, end)
        line_end = end if newline < 0 else newline
        following = min(line_end + 1, end)
        is_blank = not text[at:line_end].strip()
        if is_blank or _breaks_after(text, at, line_end, following, end):
            if text[block_start:line_end].strip():
                yield block_start, line_end, opens
                opens = False
            block_start = following
            opens = opens or is_blank
        at = following
    if text[block_start:end].strip():
        yield block_start, end, opens


def _breaks_after(text: str, start: int, line_end: int, following: int, end: int) -> bool:
    """Whether the line break behind a line also ends what the line says."""
    if following >= end:
        return False
    next_end = text.find("\n", following, end)
    upcoming = text[following : min(following + 12, end if next_end < 0 else next_end)]
    if _LIST_ITEM.match(upcoming):
        return True
    line = text[start:line_end].rstrip()
    if len(line) >= _SHORT_LINE or not upcoming.strip():
        return False
    starts_anew = upcoming.lstrip()[:1].isupper() or not upcoming.lstrip()[:1].isalpha()
    is_greeting = line.endswith((",", "!", ":")) and len(line.split()) <= 6  # noqa: PLR2004 - words
    return (starts_anew or is_greeting) and not line.endswith(("-", "("))


def _ends_sentence(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind is not TokenKind.END:
        if token.kind is TokenKind.MARK and token.raw in _CLOSERS and index:
            return _ends_sentence_here(tokens, index - 1, index + 1)
        return False
    follows = index + 1
    if follows < len(tokens) and tokens[follows].raw in _CLOSERS:
        return False  # the closing mark belongs to the sentence and ends it
    return _ends_sentence_here(tokens, index, follows)


def _ends_sentence_here(tokens: list[Token], stop: int, follows: int) -> bool:
    token = tokens[stop]
    if token.kind is not TokenKind.END:
        return False
    if follows >= len(tokens):
        return True
    if stop <= 1 and tokens[0].kind is TokenKind.NUMBER:
        return False  # "1." opens a list item
    upcoming = tokens[follows]
    if upcoming.start == tokens[follows - 1].end and token.raw == ".":
        return False  # "e.g", "v1.2": no blank behind the stop
    if token.raw == "." and stop and _is_abbreviation(tokens[stop - 1], upcoming):
        return False
    return not (token.raw in {"...", "…"} and upcoming.raw[:1].islower())


def _is_abbreviation(before: Token, upcoming: Token) -> bool:
    if before.kind is TokenKind.NUMBER:
        return upcoming.raw[:1].islower()
    if before.kind is not TokenKind.WORD:
        return False
    form = before.forms[0]
    if len(before.raw) == 1 and form not in {"i", "я"}:
        return True
    return form in _ABBREVIATIONS and not (
        form in {"no", "etc", "д", "г", "р"} and _opens(upcoming)
    )


def _opens(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.raw[:1].isupper()
