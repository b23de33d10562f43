"""The forms under which a typed word stands in letters: книга and книгу, book and books."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...mailbox.search_terms import folded
from ..language.lemmas import russian_forms

_MOST_FORMS: Final = 48  # of one word; each costs a look into the index
_SHORTEST: Final = 3
_IRREGULAR: Final = (
    ("man", "men"), ("woman", "women"), ("child", "children"), ("person", "people"),
    ("foot", "feet"), ("tooth", "teeth"), ("mouse", "mice"), ("index", "indices"),
    ("appendix", "appendices"),
)  # fmt: skip
_OTHER_NUMBER: Final = {
    one: other for pair in _IRREGULAR for one, other in (pair, tuple(reversed(pair)))
}
_POSSESSIVES: Final = ("'s", "’s")


def forms_of(word: str) -> tuple[str, ...]:
    """The word as the index has it, and its other forms where it is Russian or English."""
    plain = folded(word.casefold())
    for ending in _POSSESSIVES:
        if plain.endswith(ending) and _is_word(plain.removesuffix(ending)):
            return plain, *forms_of(plain.removesuffix(ending))
    if len(plain) < _SHORTEST or not _is_word(plain):
        return (plain,)
    if all("а" <= letter <= "я" for letter in plain):
        return russian_forms(plain, _MOST_FORMS)
    if plain.isascii():
        return tuple(dict.fromkeys([plain, *_english(plain)]))
    return (plain,)


def _is_word(text: str) -> bool:
    return text.isalpha()


def _english(word: str) -> Iterator[str]:
    """The plural of a singular and the singular of a plural, as far as endings tell."""
    if word in _OTHER_NUMBER:
        yield _OTHER_NUMBER[word]
        return
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            for other in others:
                yield word.removesuffix(ending) + other
            return
    yield word + "s"


# The first ending that fits counts, and what stands in its place in the other number.
_ENDINGS: Final = (
    ("ies", ("y", "ie")), ("ves", ("f", "fe", "ve")), ("ss", ("sses",)), ("us", ("uses",)),
    ("is", ("ises", "es")), ("ses", ("s", "se")), ("xes", ("x", "xe")), ("zes", ("z", "ze")),
    ("ches", ("ch", "che")), ("shes", ("sh", "she")), ("s", ("",)), ("fe", ("ves", "fes")),
    ("f", ("ves", "fs")), ("ay", ("ays",)), ("ey", ("eys",)), ("oy", ("oys",)), ("uy", ("uys",)),
    ("y", ("ies",)), ("x", ("xes",)), ("z", ("zes",)), ("ch", ("ches",)), ("sh", ("shes",)),
)  # fmt: skip
