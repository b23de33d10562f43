"""The words of a search as an expression of FTS5; each is a string in it, never a command."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from string import punctuation
from typing import Final

from ...mailbox.search_terms import (
    ATTACHMENT_MARK,
    LETTER_MARK,
    RECIPIENT_MARK,
    folded,
    joined_number,
    marked,
    string,
)
from ..orders.isbn import isbn_forms
from .query import And, Has, Not, Number, NumberKind, Or, Place, Query, Text, Thing
from .word_forms import forms_of

_COLUMNS: Final = {
    Place.ANYWHERE: "",
    Place.SUBJECT: "subject : ",
    Place.SENDER: "sender : ",
    Place.RECIPIENT: "sender : ",
}
_EVERY: Final = f'sender : "{LETTER_MARK}"'
_ATTACHED: Final = f'sender : "{ATTACHMENT_MARK}"'
_SIGNS: Final = punctuation + "…—–¿¡"  # around a word; a form is looked for without them
_LEAST_NUMBER: Final = 4  # digits that are looked for in one piece


@lru_cache(maxsize=256)
def expression(query: Query) -> str:
    """What finds the same in the index; "" where the index alone cannot tell.

    The index can tell what a letter says, to whom, and that files hang on it. What is only denied
    is left to `all_but`: often there is a shorter way.
    """
    if isinstance(query, Text):
        return _text(query)
    if isinstance(query, Has):
        return _ATTACHED if query.thing is Thing.ATTACHMENT else ""
    if isinstance(query, Or):
        return _joined(" OR ", [expression(one) for one in query.queries])
    if isinstance(query, And):
        said = [expression(one) for one in query.queries if not isinstance(one, Not)]
        denied = [expression(one.query) for one in query.queries if isinstance(one, Not)]
        positive = _joined(" AND ", said)
        if not denied or not positive:
            return positive
        negative = _joined(" OR ", denied)
        return f"({positive} NOT {negative})" if negative else ""
    return ""


def all_but(denied: Sequence[Query]) -> str:
    """What finds all letters of the index that are none of these; "" where it cannot tell."""
    negative = _joined(" OR ", [expression(one) for one in denied])
    return f"({_EVERY} NOT {negative})" if negative else ""


def number_words(number: Number) -> str:
    """What finds letters that name a number in their subject or text."""
    if number.kind is NumberKind.ISBN:
        forms = isbn_forms(number.text)
        if forms:
            return _any_of([string(form) for form in forms])
    return _any_of(_number_strings(number.text, prefix=True))


def _text(query: Text) -> str:
    if query.is_address:
        return ""
    column = _COLUMNS[query.place]
    strings = _strings(query)
    return f"{column}{_any_of(strings)}" if strings else ""


def _strings(query: Text) -> list[str]:
    bare = query.text.strip(_SIGNS) or query.text
    if query.place is Place.RECIPIENT:
        words = (query.text,) if query.exact else forms_of(bare)
        return _several([marked(RECIPIENT_MARK, word) for word in words], query.prefix)
    if query.exact:
        return _several([query.text], query.prefix)
    if len(joined_number(query.text)) >= _LEAST_NUMBER:
        numbers = _number_strings(query.text, query.prefix)
        return [*numbers, *(string(form) for form in isbn_forms(query.text))]
    return _several(list(forms_of(bare)), query.prefix)


def _several(words: list[str], prefix: bool) -> list[str]:  # noqa: FBT001 - of the word typed
    """The strings for the forms of a word; only the form that was typed may go on."""
    first, *others = words
    found = [string(first, prefix=prefix), *map(string, others)]
    return [one for one in found if one]


def _number_strings(text: str, prefix: bool) -> list[str]:  # noqa: FBT001 - of the word typed
    """A number as it was typed, and in one piece."""
    whole = joined_number(text)
    both = dict.fromkeys([folded(text.lstrip("#№")), whole])
    return [one for word in both if (one := string(word, prefix=prefix))]


def _any_of(strings: list[str]) -> str:
    return f"({' OR '.join(strings)})" if len(strings) > 1 else "".join(strings)


def _joined(operator: str, parts: list[str]) -> str:
    """The parts with the operator between them; "" where one of them cannot be told."""
    if not parts or not all(parts):
        return ""
    return f"({operator.join(parts)})" if len(parts) > 1 else parts[0]
