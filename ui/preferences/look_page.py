"""The look: the language of the window, light or dark, and pictures from the internet."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from ...replies.preferences import ColourScheme, Language, RemotePictures
from .page import Page


class LookPage(Page):
    """Asks for the language, the colours, and whether pictures are offered at all."""

    def __init__(
        self,
        language: Language,
        scheme: ColourScheme,
        pictures: RemotePictures,
        parent: QWidget,
    ) -> None:
        super().__init__(
            self.tr("Look"),
            self.tr(
                "Replies keep the language of the letter they answer, whatever you set here. "
                "Another language of the window counts from the next start."
            ),
            parent,
        )
        self._language = QComboBox(self)
        names = {
            Language.SYSTEM: self.tr("As the system"),
            Language.ENGLISH: "English",
            Language.RUSSIAN: "Русский",
        }
        for one, name in names.items():
            self._language.addItem(name, one)
        self._language.setCurrentIndex(self._language.findData(language))
        self._scheme = QComboBox(self)
        colours = {
            ColourScheme.SYSTEM: self.tr("As the system"),
            ColourScheme.LIGHT: self.tr("Light"),
            ColourScheme.DARK: self.tr("Dark"),
        }
        for scheme_, name in colours.items():
            self._scheme.addItem(name, scheme_)
        self._scheme.setCurrentIndex(self._scheme.findData(scheme))
        self.add_field(self.tr("Language of the window"), self._language)
        self.add_field(self.tr("Colours"), self._scheme)
        self._pictures = QComboBox(self)
        choices = {
            RemotePictures.ASK: self.tr("Only when I ask for them, letter by letter"),
            RemotePictures.NEVER: self.tr("Never"),
        }
        for choice, name in choices.items():
            self._pictures.addItem(name, choice)
        self._pictures.setCurrentIndex(self._pictures.findData(pictures))
        self.add_field(self.tr("Pictures in letters from the internet"), self._pictures)
        self.end()

    def remote_pictures(self) -> RemotePictures:
        """Whether pictures from the internet are offered."""
        chosen: RemotePictures = self._pictures.currentData()
        return chosen

    def language(self) -> Language:
        """The language that is chosen."""
        chosen: Language = self._language.currentData()
        return chosen

    def colour_scheme(self) -> ColourScheme:
        """The colours that are chosen."""
        chosen: ColourScheme = self._scheme.currentData()
        return chosen
