"""What is wrong by its look alone: shouting, fields left open, notes to self (S2-05, D8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ..language.phrases import shaped
from ..language.tokens import Token, TokenKind
from .finding import Look, Span
from .letter import Letter, Part

_PLACEHOLDER: Final = (
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}|\$\{[^{}\n]{0,60}\}"
    r"|(?<![\w{])\{[A-Za-zА-Яа-яЁё_. ]{2,40}\}|%[A-Z_]{3,30}%"
    r"|\[(?!\d)[^\[\]\n]{2,60}\]"
    r"|<(?!https?:)[A-Za-zА-Яа-яЁё][A-Za-zА-Яа-яЁё0-9_ .'-]{1,40}>"
    r"|(?<![\w])(?:X{3,}|x{4,}|Х{3,}|х{4,})(?![\w])|_{3,}|(?<!\.)\.{6,}|#{3,}"
    r"|(?<!\w)<look.note-to-self>(?!\w)"
    r"|[£$€](?:0{1,3}\.00|[_ \t\u00a0]{2,})(?!\d)"
)
_EDITORIAL: Final = r"\[(?:\.\.\.|…|<look.editorial>)\]"
_BANG: Final = re.compile(r"!{2,}|[?!]*(?:\?!|!\?)[?!]*|\?{2}")
_SIGNS: Final = re.compile(r"(?<![\w#@$%&*])[#@$%&*!?]*[#@$%&*][#@$%&*!?]{2,}(?!\w)")
_SWEARING_SIGNS: Final = 3  # different ones; a row of the same is a line or stars
_SHORTEST_SHOUT: Final = 4  # letters; shorter words in capitals may be initials
_SCARE: Final = (
    r"\b<look.before-scare-quote>\s+[\"“'‘](?P<w>[a-z][a-z-]{2,20}(?: [a-z-]{2,20})?)[\"”'’](?!\w)"
    r"|<look.before-scare-quote-ru>\s+[«\"“](?P<r>[а-яё][а-яё-]{2,20}(?: [а-яё-]{2,20})?)[»\"”]"
    r"(?! <look.means>)"
)
_ACRONYM: Final = re.compile(r"[A-ZА-ЯЁ]{1,3}")


def placeholders(letter: Letter) -> Iterator[Look]:
    """Fields of a template, blanks and notes to self that were left in."""
    for start, end in letter.own:
        for match in shaped(_PLACEHOLDER, re.NOFLAG).finditer(letter.text, start, end):
            if shaped(_EDITORIAL).fullmatch(match.group()):
                continue
            if match.group()[0] == "[" and letter.is_masked(match.start(), match.end()):
                continue
            yield Look("placeholder.open", "unfilled_placeholder", Span(*match.span()))


def scare_quotes(letter: Letter) -> Iterator[Look]:
    """A plain word of theirs in quotation marks: your "damage"."""
    for passage in letter.body:
        for match in shaped(_SCARE).finditer(letter.text, passage.start, passage.end):
            word = match["w"] or match["r"]
            if word[0].islower():
                yield Look("lies.scare-quotes", "imply_customer_lies", Span(*match.span()))


def swearing_signs(letter: Letter) -> Iterator[Look]:
    """Signs in place of a whole word: what the @#$%."""
    for passage in letter.body:
        for match in _SIGNS.finditer(letter.text, passage.start, passage.end):
            if len(set(match.group()) - {"!", "?"}) >= _SWEARING_SIGNS:
                yield Look("insult.signs", "insult_or_profanity", Span(*match.span()))


def shouts(
    letter: Letter,
    known_capitals: frozenset[str],
    words: Mapping[str, str],
    open_fields: tuple[Look, ...] = (),
) -> Iterator[Look]:
    """Words in capitals and rows of exclamation marks, outside of the fields left open.

    `words` are the language's lists: "acronyms" that are capitals by nature, "stressed" that are
    shouted when they are in capitals, however short or alone.
    """
    acronyms = frozenset(words.get("acronyms", "").split()) | known_capitals
    stressed = frozenset(words.get("stressed", "").split())
    for passage in letter.passages:
        if passage.part in {Part.BLOCK, Part.CLOSING}:
            continue
        tokens = [
            t
            for t in passage.sentence.tokens
            if not letter.is_masked(t.start, t.end)
            and not any(f.span.start < t.end and t.start < f.span.end for f in open_fields)
        ]
        yield from _capitals(tokens, acronyms, stressed)
        for match in _BANG.finditer(letter.text, passage.start, passage.end):
            if any(f.span.start <= match.start() < f.span.end for f in open_fields):
                continue
            repair = "?" if "?" in match.group() else "."
            yield Look("shouting.marks", "shouting", Span(*match.span()), repair)


def _capitals(
    tokens: list[Token], acronyms: frozenset[str], stressed: frozenset[str]
) -> Iterator[Look]:
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and (
            (_is_capitals(token) and token.raw not in acronyms)
            or (run and token.raw in {"I", "A", "Я", "А", "И", "В", "О", "С", "К", "У"})
        ):
            run.append(token)
            continue
        if token is not None and token.kind is TokenKind.SOFT and run:
            continue
        if run and _is_shouted(run, stressed):
            start, end = run[0].start, run[-1].end
            yield Look("shouting.capitals", "shouting", Span(start, end), None)
        run = []


def _is_capitals(token: Token) -> bool:
    raw = token.raw
    return (
        token.kind is TokenKind.WORD
        and len(raw) > 1
        and raw.isupper()
        and not any(letter.isdigit() for letter in raw)
    )


def _is_shouted(run: list[Token], stressed: frozenset[str]) -> bool:
    if any(token.forms[0] in stressed for token in run):
        return True
    if len(run) == 1 and run[0].raw.isalpha() and len(run[0].raw) >= _SHORTEST_SHOUT:
        return True
    long = [token for token in run if len(token.raw) >= _SHORTEST_SHOUT]
    return len(run) > 1 and bool(long) and not all(_ACRONYM.fullmatch(t.raw) for t in run)
