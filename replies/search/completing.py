"""What may follow where the seller is typing a search: names of fields, and their values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .fields import examples
from .vocabulary import Field, field_name, field_named, folded_name, is_russian

_TERM: Final = re.compile(r'[^\s()"“”„«»]*$')
_LEAST: Final = 2  # letters of a field's name; fewer begin too many words


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in place of a stretch of the text.

    Attributes:
        offers: whole terms; one that is not finished ends with a colon or comma.
    """

    start: int
    end: int
    offers: tuple[str, ...]


def complete(text: str, caret: int) -> Completion:
    """What may be meant by the term that ends at the caret, in the language it is typed in."""
    hit = _TERM.search(text, 0, caret)
    term = hit[0] if hit else ""
    bare = term.lstrip("-")
    name, colon, value = bare.partition(":")
    offers = _values(name, value) if colon else _fields(name)
    return Completion(caret - len(bare), caret, offers)


def _fields(begun: str) -> tuple[str, ...]:
    if len(begun) < _LEAST:
        return ()
    language = "ru" if is_russian(begun) else "en"
    names = (field_name(field, language) for field in Field)
    return tuple(f"{name}:" for name in names if name.startswith(folded_name(begun)))


def _values(name: str, value: str) -> tuple[str, ...]:
    """The values that go on as typed; behind a comma one more is offered."""
    field = field_named(name)
    if field is None:
        return ()
    before, comma, begun = value.rpartition(",")
    known = examples(field, "ru" if is_russian(name) else "en")
    wanted = folded_name(begun)
    fitting = [one for one in known if folded_name(one).startswith(wanted) and one != begun]
    return tuple(f"{name}:{before}{comma}{one} " for one in fitting)
