"""Words that find an action beside its name; data of `resources/actions`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from .actions import Act
from .fuzzy import fit_words


@cache
def search_words() -> dict[Act, tuple[str, ...]]:
    """The further words of each action, of all languages."""
    file = files("softanswer.resources") / "actions" / "search_words.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        Act[name]: tuple(word for words in languages.values() for word in words)
        for name, languages in tables.items()
    }


def fit_further_words(typed: str, act: Act) -> int:
    """How well what was typed fits the further words of an action, 0 for not at all."""
    return fit_words(typed, search_words().get(act, ()))
