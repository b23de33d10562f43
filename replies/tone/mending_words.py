"""The sentences of resources/tone/*/mending.toml, said as the rest of a letter speaks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from ..language.formatting import until_day

_FILE: Final = "mending.toml"
_VOICES: Final = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_JOIN: Final = r"(?:\s*[,;:]\s*(?:{words})\s+|\s*;\s+|\s+[–—]\s+)"
DAY: Final = "{day}"


@dataclass(frozen=True, slots=True)
class MendingWords:
    """What may be put into letters of one language, in one voice.

    Attributes:
        joins: finds what stands between two clauses of which each may stand alone.
        vague: finds words in place of a day.
    """

    language: str
    joins: re.Pattern[str]
    vague: re.Pattern[str]
    _data: Mapping[str, Any]
    _is_several: bool

    def instead(self, category: str) -> tuple[str, ...]:
        """What may stand in place of a sentence that is at fault, the best first."""
        table = self._data["instead"]
        return tuple(map(self._spoken, table.get(category, table[""])))

    def owed(self, what: str, kind: str) -> str:
        """A sentence of "regret", "responsibility" or "remedy" for this kind of complaint."""
        table = self._data[what]
        return self._spoken(table.get(kind, table[""]))

    def added(self, what: str) -> str:
        """A sentence or word that a letter may lack."""
        return self._spoken(self._data["add"][what])

    def field(self, label: str) -> str | None:
        """What stands in a field with this label: "name", "day"; None where that is not known."""
        wanted = label.strip(" <>[]{}%_$").replace("_", " ").lower()
        return next((n for n, labels in self._data["fields"].items() if wanted in labels), None)

    def day(self, day: date) -> str:
        """The day by which something is promised, as it stands in the place of `DAY`."""
        return until_day(day, self.language)

    def _spoken(self, sentence: str) -> str:
        spoken = _VOICES.sub(r"\2" if self._is_several else r"\1", sentence)
        return spoken[:1].upper() + spoken[1:] if sentence[:1] == "[" else spoken


def words_for(text: str, language: str) -> MendingWords:
    """The words for a letter: of one person, or of several where the letter says "we" more."""
    data, joins, vague = _data_of(language)
    voice = {name: frozenset(listed.split()) for name, listed in data["voice"].items()}
    said = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    several = sum(word in voice["several"] for word in said)
    is_several = several > sum(word in voice["one"] for word in said)
    return MendingWords(language, joins, vague, data, is_several)


@lru_cache(maxsize=2)
def _data_of(language: str) -> tuple[Mapping[str, Any], re.Pattern[str], re.Pattern[str]]:
    file = files("softanswer.resources") / "tone" / language / _FILE
    data = tomllib.loads(file.read_text("utf-8"))
    joins = _JOIN.format(words="|".join(data["joins"]["words"]))
    vague = rf"\b(?:{'|'.join(data['vague']['words'])})\b"
    return data, re.compile(joins), re.compile(vague, re.IGNORECASE)
