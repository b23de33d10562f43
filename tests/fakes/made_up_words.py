"""A language of made-up words: the catalogue's own texts, accented and a third longer."""

from __future__ import annotations

import re
from importlib.resources import files
from xml.etree import ElementTree as Xml

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTranslator

from softanswer import resources
from softanswer.ui.words import plain_english

LONGER = 1.35
_ACCENTS = str.maketrans(
    "aeiouyAEIOUYcnszCNSZ",
    "áéíóúýÁÉÍÓÚÝçñšžÇÑŠŽ",
)
_KEPT = re.compile(r"(\{[^}]*\}|%n|%\d|&(?=\w))")
_VOWEL = re.compile(r"[aeiou]")


def made_up(text: str) -> str:
    """The text with accents, a third longer; what is filled in later stays as it is."""
    if "@" in text:
        return text  # an example of an address is no longer in another language
    parts = _KEPT.split(text)
    return "".join(part if _KEPT.fullmatch(part) else _stretched(part) for part in parts)


def _stretched(text: str) -> str:
    missing = round(len(text) * (LONGER - 1))
    found = list(_VOWEL.finditer(text))
    stretched = list(text)
    if found:
        times = [0] * len(found)
        for step in range(missing):
            times[step % len(found)] += 1
        for vowel, more in zip(found, times, strict=True):
            stretched[vowel.start()] = vowel.group() * (1 + more)
    return "".join(stretched).translate(_ACCENTS)


class MadeUpWords(QTranslator):
    """Speaks for every text of the catalogue, before any other translator of the application.

    The window must be in a language other than English, whose words need no translator.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._catalogue = _catalogue()
        self._is_moving = False

    def put_on(self) -> None:
        """Speak from now on, whatever else is installed later."""
        self._application.installTranslator(self)
        self._application.installEventFilter(self)

    def take_off(self) -> None:
        """Be silent again."""
        self._application.removeEventFilter(self)
        self._application.removeTranslator(self)

    def isEmpty(self):  # noqa: N802 - Qt's
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        if (context, source) not in self._catalogue:
            return None  # "" would be a translation
        return made_up(plain_english(source, n))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if event.type() is QEvent.Type.LanguageChange and not self._is_moving:
            self._is_moving = True  # the newest translator is asked first
            self._application.removeTranslator(self)
            self._application.installTranslator(self)
            self._is_moving = False
        return super().eventFilter(watched, event)


def _catalogue() -> set[tuple[str, str]]:
    written = (files(resources) / "i18n" / "softanswer_ru.ts").read_text(encoding="utf-8")
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in Xml.fromstring(written).iter("context")  # noqa: S314 - our own file
        if not context.findtext("name", "").startswith("Q")  # Qt's own: the names of keys
        for message in context.iter("message")
    }
