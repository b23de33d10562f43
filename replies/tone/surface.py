"""What is wrong by its look alone: shouting, fields left open, notes to self (S2-05, D8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ..language.phrases import shaped
from ..language.tokens import Token, TokenKind
from .finding import Look, Span
from .letter import Letter, Part, Passage, is_capitals

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
_SURELY_A_SENTENCE: Final = 4  # words in capitals; fewer may name somebody
_SCARE: Final = (
    r"\b<look.before-scare-quote>\s+[\"“'‘](?P<w>[a-z][a-z-]{2,20}(?: [a-z-]{2,20})?)[\"”'’](?!\w)"
    r"|\b<look.before-scare-quote-ru>\s+[«\"“](?P<r>[а-яё][а-яё-]{2,20}(?: [а-яё-]{2,20})?)[»\"”]"
    r"(?! <look.means>)"
)
_ACRONYM: Final = re.compile(r"[A-ZА-ЯЁ]{1,3}")


def placeholders(letter: Letter) -> Iterator[Look]:
    """Fields of a template, blanks and notes to self that were left in."""
    for start, end in letter.own:
        at = start
        for line in letter.text[start:end].split("\n"):
            for first, last in _open_fields(line):
                is_bracket = line[first] == "["
                if not (is_bracket and letter.is_masked(at + first, at + last)):
                    span = Span(at + first, at + last)
                    yield Look("placeholder.open", "unfilled_placeholder", span)
            at += len(line) + 1


@lru_cache(maxsize=1_024)
def _open_fields(line: str) -> tuple[tuple[int, int], ...]:
    """The fields in a line; kept, as are the following, since a key changes one line."""
    return tuple(
        match.span()
        for match in shaped(_PLACEHOLDER, re.NOFLAG).finditer(line)
        if not shaped(_EDITORIAL).fullmatch(match.group())
    )


def scare_quotes(letter: Letter) -> Iterator[Look]:
    """A plain word of theirs in quotation marks: your "damage"."""
    for passage in letter.body:
        for span in _scare_quotes(letter.text[passage.start : passage.end]):
            yield Look("lies.scare-quotes", "imply_customer_lies", _placed(span, passage))


@lru_cache(maxsize=1_024)
def _scare_quotes(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        match.span()
        for match in shaped(_SCARE).finditer(sentence)
        if (match["w"] or match["r"])[0].islower()
    )


def swearing_signs(letter: Letter) -> Iterator[Look]:
    """Signs in place of a whole word: what the @#$%."""
    for passage in letter.body:
        for span in _swearing_signs(letter.text[passage.start : passage.end]):
            yield Look("insult.signs", "insult_or_profanity", _placed(span, passage))


@lru_cache(maxsize=1_024)
def _swearing_signs(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(
        match.span()
        for match in _SIGNS.finditer(sentence)
        if len(set(match.group()) - {"!", "?"}) >= _SWEARING_SIGNS
    )


def _placed(span: tuple[int, int], passage: Passage) -> Span:
    return Span(passage.start + span[0], passage.start + span[1])


@lru_cache(maxsize=1_024)
def _bangs(sentence: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _BANG.finditer(sentence))


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
        if passage.has_capitals:
            tokens = [
                t
                for t in passage.sentence.tokens
                if not letter.is_masked(t.start, t.end)
                and not any(f.span.start < t.end and t.start < f.span.end for f in open_fields)
            ]
            yield from _capitals(tokens, acronyms, stressed)
        for start, end in _bangs(letter.text[passage.start : passage.end]):
            span = Span(passage.start + start, passage.start + end)
            if not any(f.span.start <= span.start < f.span.end for f in open_fields):
                repair = "?" if "?" in letter.text[span.start : span.end] else "."
                yield Look("shouting.marks", "shouting", span, repair)


def _capitals(
    tokens: list[Token], acronyms: frozenset[str], stressed: frozenset[str]
) -> Iterator[Look]:
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and (
            (is_capitals(token) and token.raw not in acronyms)
            or (run and token.raw in {"I", "A", "Я", "А", "И", "В", "О", "С", "К", "У"})
        ):
            run.append(token)
            continue
        if token is not None and token.kind is TokenKind.SOFT and run:
            continue
        if run and _is_shouted(run, stressed):
            start, end = run[0].start, run[-1].end
            yield Look("shouting.capitals", "shouting", Span(start, end), _calm(run, tokens[0]))
        run = []


def _calm(run: list[Token], first: Token) -> str | None:
    """What was shouted, in small letters; None for a word or two, which may be a name."""
    if len(run) < _SURELY_A_SENTENCE:
        return None
    words = [run[0].raw.capitalize() if run[0] is first else _small(run[0])]
    for before, token in pairwise(run):
        words.append(("" if before.end == token.start else " ") + _small(token))
    return "".join(words)


def _small(token: Token) -> str:
    return token.raw if token.raw == "I" else token.raw.lower()


def _is_shouted(run: list[Token], stressed: frozenset[str]) -> bool:
    if any(token.forms[0] in stressed for token in run):
        return True
    if len(run) == 1 and run[0].raw.isalpha() and len(run[0].raw) >= _SHORTEST_SHOUT:
        return True
    long = [token for token in run if len(token.raw) >= _SHORTEST_SHOUT]
    return len(run) > 1 and bool(long) and not all(_ACRONYM.fullmatch(t.raw) for t in run)
