"""The languages of the window: Qt's translator for it, and the same for words without Qt."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
)

from ..mailbox.sentence import Sentence, sentence_of
from ..replies.preferences import Language
from .words import Translate, plain_english


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself; lupdate finds it by the name of this function."""
    return text


WRITTEN: Final = ("en", "ru")
"""Of letters and reasons: `TEMPLATE_LANGUAGES`, which costs too much at the start."""
_LEFT_OUT_BY_QT: Final = (  # of Qt 6's own Russian; our catalogue is asked for them then
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)


def spoken(text: str) -> str:
    """A text of the layers below in the language of the window; others stay as they are."""
    if not isinstance(text, Sentence):
        return text
    template = QCoreApplication.translate(text.context, text.template)
    values = {
        name: spoken(value) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return template.format(**values)


def said(error: Exception) -> str:
    """What an error says, in the language of the window."""
    return spoken(sentence_of(error))


class Languages:
    """Puts the window into a language, and back."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self.code = "en"

    def choose(self, language: Language) -> None:
        """Use a language from now on, for every text that is asked for after this."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        self.code = _code(language)
        QLocale.setDefault(QLocale.system() if language is Language.SYSTEM else QLocale(self.code))
        if self.code != "en":
            self._install(str(files("softanswer.resources") / "i18n"), f"softanswer_{self.code}")
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install(folder, f"qtbase_{self.code}")

    @property
    def written(self) -> str:
        """The language of what the program writes itself: that of the window, or English."""
        return self.code if self.code in WRITTEN else "en"

    def translate(self, context: str) -> Translate:
        """A translator for the words of one context."""

        def translate(text: str, n: int = -1) -> str:
            if self.code == "en":
                return plain_english(text, n)
            said = QCoreApplication.translate(context, text, None, n)
            is_translated = said != text.replace("%n", str(n))
            return said if is_translated else plain_english(text, n)

        return translate

    def _install(self, folder: str, name: str) -> None:
        translator = QTranslator(self._application)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)


def _code(language: Language) -> str:
    """The code of a language; of the system's only one whose catalogue is whole is taken."""
    if language is not Language.SYSTEM:
        return str(language.value)
    wanted = QLocale.system().language()
    return "ru" if wanted == QLocale.Language.Russian else "en"
