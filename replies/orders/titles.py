"""Whether a letter names a title, as readers name titles: in part, in any case, with slips."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .keys import folded_name, title_words

ANY_BOOK: Final = frozenset({"book", "books", "edition", "volume", "order", "copy", "with"})
_TITLE_RATIO: Final = 90
_SUBTITLE: Final = re.compile(r"(?<=\w)\W*(?:[\[(:;/,]| [-–—] )")  # what ends the main title
_ARTICLE: Final = re.compile(r"^(?:the|a|an|der|die|das|le|la|les|el) (?=\S)")
_TELLING_WORDS: Final = 2
_DISTINCT_WORDS: Final = 3
_LONG_WORD: Final = 6
_LONG_STEM: Final = 5  # letters of a word from which on its ending is two of them
_RUSSIAN_WORD: Final = re.compile("[а-я]{4,}")


@lru_cache(maxsize=256)
def _in_any_case(title: str) -> re.Pattern[str]:
    """The title with other endings of its Russian words: "Белую гвардию" for "Белая гвардия"."""
    return re.compile(r" +".join(map(_word_in_any_case, title.split())))


def _word_in_any_case(word: str) -> str:
    if not _RUSSIAN_WORD.fullmatch(word):
        return rf"\b{re.escape(word)}\b"
    stem = word[: -2 if len(word) >= _LONG_STEM else -1]
    return rf"\b{stem}\w{{0,3}}\b"


def is_title_in(folded: str, title: str) -> bool:
    """Whether a folded text names a title: its main part, whole or with a slip of the keyboard."""
    from rapidfuzz import fuzz  # loaded with the first letter, not with the program

    whole = folded_name(_SUBTITLE.split(title.strip(), maxsplit=1)[0])
    if " " not in whole:
        whole = folded_name(title)  # of "Lagos: A City in Twelve Songs", the first word is not all
    main = _ARTICLE.sub("", whole)
    telling = title_words(main) - ANY_BOOK
    if not telling or len(main) > len(folded):
        return False
    if len(telling) >= _TELLING_WORDS:
        if fuzz.partial_ratio(main, folded, score_cutoff=_TITLE_RATIO) > 0:
            return True
        # Only Russian words change, and building the pattern takes longer than all the rest.
        return not main.isascii() and _in_any_case(main).search(folded) is not None
    # One telling word: only the exact title counts, and none that any letter may hold.
    distinct = len(whole.split()) >= _DISTINCT_WORDS or len(max(telling, key=len)) >= _LONG_WORD
    return " " in whole and distinct and f" {whole} " in folded
