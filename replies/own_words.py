"""The seller's own dictionary: a text file of the profile, a word a line."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

OWN_WORDS_NAME: Final = "dictionary.txt"
MOST_WORDS: Final = 10_000
LONGEST_WORD: Final = 100
_MOST_BYTES: Final = 4_000_000


def sorted_words(words: Iterable[str]) -> tuple[str, ...]:
    """Words as they are kept: each once, by the alphabet, without blanks around them."""
    plain = (unicodedata.normalize("NFC", word.strip()) for word in words)
    fitting = {word for word in plain if 0 < len(word) <= LONGEST_WORD and word.isprintable()}
    return tuple(sorted(fitting, key=lambda word: (word.casefold(), word))[:MOST_WORDS])


class OwnWords:
    """Reads and writes them."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / OWN_WORDS_NAME

    def load(self) -> tuple[str, ...]:
        """The words as they are now.

        Raises:
            OSError: the file is there and can't be read.
        """
        try:
            with self._path.open("rb") as file:
                text = file.read(_MOST_BYTES).decode("utf-8", errors="replace")
        except FileNotFoundError:
            return ()
        return sorted_words(text.removeprefix("\ufeff").splitlines())

    def save(self, words: Iterable[str]) -> None:
        """Keep these words and no others; the file is written whole, or stays as it was.

        Raises:
            OSError: the folder can't be written.
        """
        fresh = self._path.with_suffix(".new")
        fresh.touch(mode=0o600)
        fresh.write_text("".join(f"{word}\n" for word in sorted_words(words)), encoding="utf-8")
        os.replace(fresh, self._path)  # noqa: PTH105 - the atomic call by its name

    def add(self, word: str) -> None:
        """Keep one more.

        Raises:
            OSError: the file can't be read or written.
        """
        self.save((*self.load(), word))
