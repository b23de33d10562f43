"""What resources/tone/<code>/language.toml tells of a language, and which languages there are.

A folder with that file makes a language known; its other files say what is looked for in letters
(letter_*.toml) and in replies (reply_*.toml).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

_HALF: Final = 0.5
_LEFT_AT_LEAST: Final = 3  # letters of a word that an ending leaves


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells a language from others, and how its words change.

    Attributes:
        common: its commonest words, as letters hold them.
        letters: finds one letter of a script that no other known language uses; None for Latin.
        share: of the letters that are of the script, where a letter is in the language; less than
            half where a sign says as much as a word.
        endings: what is cut off a word, the longest first; "~word" in a pattern is cut alike.
    """

    common: frozenset[str]
    letters: re.Pattern[str] | None
    share: float
    endings: tuple[str, ...]

    def stem(self, word: str) -> str:
        """The word without the ending by which its forms differ."""
        for ending in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEFT_AT_LEAST:
                return word.removesuffix(ending)
        return word


@cache
def languages() -> Mapping[str, Traits]:
    """Every language there is a folder for, by its ISO 639-1 code."""
    root = files("softanswer.resources") / "tone"
    found = {
        folder.name: folder / "language.toml"
        for folder in sorted(root.iterdir(), key=lambda entry: entry.name)
        if folder.is_dir() and (folder / "language.toml").is_file()
    }
    return {code: _traits(tomllib.loads(path.read_text("utf-8"))) for code, path in found.items()}


@lru_cache(maxsize=64)
def holds(language: str, prefix: str) -> bool:
    """Whether the language has data files whose names start with this."""
    if language not in languages():
        return False
    folder = files("softanswer.resources") / "tone" / language
    return any(entry.name.startswith(prefix) for entry in folder.iterdir())


def _traits(table: Mapping[str, Any]) -> Traits:
    letters = table.get("letters")
    endings = sorted(table.get("endings", "").split(), key=lambda ending: (-len(ending), ending))
    return Traits(
        frozenset(table.get("common", "").split()),
        re.compile(f"[{letters}]") if letters else None,
        float(table.get("share", _HALF)),
        tuple(endings),
    )
