"""The dictionaries of this computer, through Enchant: the one module that knows it.

Enchant is an optional part (the extra `spell`), loaded when a reply is written or Preferences say
what there is, never before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Final

from ..mailbox.sentence import Sentence
from .errors import SpellerError

# By the names of the languages in `spelling`, which a sync without news need not load.
_DICTIONARIES: Final = {"en": ("en_US", "en_GB"), "ru": ("ru_RU",)}
# No library, one that can't be loaded or is too old, a wrong path to it.
_NOT_LOADED: Final = (ImportError, OSError, AttributeError, AssertionError)
_PROVIDERS: Final = "hunspell,nuspell,aspell"  # its own order asks Aspell first, if it is there


class EnchantSpeller:
    """Knows a word that one of a language's dictionaries has: "colour" is as right as "color"."""

    def __init__(self, broker: Any, errors: Any) -> None:  # noqa: ANN401 - Enchant has no types
        self._errors = errors
        self._dictionaries: Mapping[str, tuple[Any, ...]] = {
            language: tuple(broker.request_dict(tag) for tag in tags)
            for language, tags in _tags(broker).items()
        }

    @property
    def languages(self) -> frozenset[str]:
        """Those of which there is a dictionary."""
        return frozenset(self._dictionaries)

    def knows(self, word: str, language: str) -> bool:
        """Whether one of the language's dictionaries has it."""
        try:
            return any(one.check(word) for one in self._dictionaries[language])
        except self._errors.Error as error:
            raise _broken(error) from error

    def suggest(self, word: str, language: str) -> Sequence[str]:
        """What may have been meant, by the first of the language's dictionaries."""
        try:
            meant: list[str] = self._dictionaries[language][0].suggest(word)
        except self._errors.Error as error:
            raise _broken(error) from error
        return meant


class InstalledSpeller:
    """Enchant and its dictionaries, as far as they are installed."""

    def languages(self) -> frozenset[str]:
        """The languages of which there is a dictionary.

        Raises:
            SpellerError: the extra or Enchant itself is missing.
        """
        broker, errors = _broker()
        try:
            return frozenset(_tags(broker))
        except errors.Error as error:
            raise _broken(error) from error

    def open(self) -> EnchantSpeller:
        """Load them: some tenths of a second.

        Raises:
            SpellerError: the extra or Enchant itself is missing, or a dictionary is damaged.
        """
        broker, errors = _broker()
        try:
            return EnchantSpeller(broker, errors)
        except errors.Error as error:
            raise _broken(error) from error


def _broker() -> tuple[Any, Any]:
    if find_spec("enchant") is None:
        raise SpellerError(
            Sentence(
                "Spelling",
                "To have your spelling checked, install the optional part with "
                "pip install 'softanswer[spell]' and start the program again.",
            )
        )
    try:
        import enchant
        from enchant import errors
    except _NOT_LOADED as error:
        raise SpellerError(
            Sentence(
                "Spelling",
                "To have your spelling checked, install Enchant and its dictionaries (on Debian: "
                "apt install libenchant-2-2 hunspell-en-us hunspell-ru) and start the program "
                "again.",
            )
        ) from error
    try:
        broker = enchant.Broker()
        broker.set_ordering("*", _PROVIDERS)
    except errors.Error as error:
        raise _broken(error) from error
    return broker, errors


def _tags(broker: Any) -> dict[str, list[str]]:  # noqa: ANN401 - Enchant has no types
    found = {
        language: [tag for tag in tags if broker.dict_exists(tag)]
        for language, tags in _DICTIONARIES.items()
    }
    return {language: tags for language, tags in found.items() if tags}


def _broken(error: Exception) -> SpellerError:
    return SpellerError(
        Sentence("Spelling", "The dictionary can't be read ({error}).").format(error=error)
    )
