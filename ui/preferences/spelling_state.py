"""What is said of spelling in Preferences: what is checked, or what is missing for it."""

from __future__ import annotations

from ...mailbox.sentence import Sentence
from ...replies.errors import SpellerError
from ...replies.spelling import ENGLISH, RUSSIAN, SpellerSource
from ..languages import said, spoken


def spelling_state(source: SpellerSource) -> str:
    """One sentence on the dictionaries of this computer."""
    try:
        return spoken(_state(source.languages()))
    except SpellerError as error:
        return said(error)


def _state(languages: frozenset[str]) -> Sentence:
    if {ENGLISH, RUSSIAN} <= languages:
        return Sentence("Spelling", "English and Russian words are looked up.")
    if ENGLISH in languages:
        return Sentence(
            "Spelling",
            "English words are looked up; for Russian ones install a Russian dictionary "
            "(on Debian: apt install hunspell-ru) and start the program again.",
        )
    if RUSSIAN in languages:
        return Sentence(
            "Spelling",
            "Russian words are looked up; for English ones install an English dictionary "
            "(on Debian: apt install hunspell-en-us) and start the program again.",
        )
    return Sentence(
        "Spelling",
        "Enchant is here, but no dictionary: install one (on Debian: apt install hunspell-en-us "
        "hunspell-ru) and start the program again.",
    )
