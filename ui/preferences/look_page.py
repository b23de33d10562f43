"""The look: language, colours, size of the text; pictures and attachments of large letters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ...replies.preferences import (
    SYSTEM_TEXT,
    TEXT_STEPS,
    ColourScheme,
    Language,
    NewLetters,
    Preferences,
    RemotePictures,
)
from .page import Page

_LIMITS_MB: Final = (1.0, 5.0, 20.0)


class LookPage(Page):
    """Asks for language, colours and size, and what of letters is fetched when.

    Signals:
        text_tried: carries a size of the text in percent; it is shown at once, to see how it is.
    """

    text_tried = Signal(int)

    def __init__(
        self,
        preferences: Preferences,
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
        self._language.setCurrentIndex(self._language.findData(preferences.language))
        self._scheme = QComboBox(self)
        colours = {
            ColourScheme.SYSTEM: self.tr("As the system"),
            ColourScheme.LIGHT: self.tr("Light"),
            ColourScheme.DARK: self.tr("Dark"),
        }
        for scheme_, name in colours.items():
            self._scheme.addItem(name, scheme_)
        self._scheme.setCurrentIndex(self._scheme.findData(preferences.colour_scheme))
        self.add_field(self.tr("Language of the window"), self._language)
        self.add_field(self.tr("Colours"), self._scheme)
        self._text = QComboBox(self)
        for percent in sorted({*TEXT_STEPS, preferences.text_percent}):
            words = (
                self.tr("{percent}%, as the system")
                if percent == SYSTEM_TEXT
                else self.tr("{percent}%")
            )
            self._text.addItem(words.format(percent=percent), percent)
        self._text.setCurrentIndex(self._text.findData(preferences.text_percent))
        self._text.currentIndexChanged.connect(self._on_text_chosen)
        self.add_field(self.tr("Size of the text"), self._text)
        self._pictures = QComboBox(self)
        choices = {
            RemotePictures.ASK: self.tr("Only when I ask for them, letter by letter"),
            RemotePictures.NEVER: self.tr("Never"),
        }
        for choice, name in choices.items():
            self._pictures.addItem(name, choice)
        self._pictures.setCurrentIndex(self._pictures.findData(preferences.remote_pictures))
        self.add_field(self.tr("Pictures in letters from the internet"), self._pictures)
        self._limit = QComboBox(self)
        for limit in sorted({*_LIMITS_MB, preferences.leave_above_mb} - {0}):
            words = self.tr("When I want them, in letters above {size} MB")
            self._limit.addItem(words.format(size=f"{limit:g}"), float(limit))
        self._limit.addItem(self.tr("At once, with every letter"), 0.0)
        self._limit.setCurrentIndex(self._limit.findData(float(preferences.leave_above_mb)))
        self.add_field(self.tr("Large attachments are fetched"), self._limit)
        self._notices = QComboBox(self)
        tellings = {
            NewLetters.COMPLAINTS: self.tr("Of complaints"),
            NewLetters.ALL: self.tr("Of all that need an answer"),
            NewLetters.NONE: self.tr("Of none"),
        }
        for telling, name in tellings.items():
            self._notices.addItem(name, telling)
        self._notices.setCurrentIndex(self._notices.findData(preferences.new_letters))
        self.add_field(
            self.tr("A notice tells of new letters while you are elsewhere"), self._notices
        )
        self.end()

    def leave_above_mb(self) -> float:
        """Above how many megabytes a letter comes without its large attachments; 0 for none."""
        chosen: float = self._limit.currentData()
        return int(chosen) if chosen.is_integer() else chosen

    def new_letters(self) -> NewLetters:
        """Which new letters are told of."""
        chosen: NewLetters = self._notices.currentData()
        return chosen

    def remote_pictures(self) -> RemotePictures:
        """Whether pictures from the internet are offered."""
        chosen: RemotePictures = self._pictures.currentData()
        return chosen

    def text_percent(self) -> int:
        """The size of all text that is chosen, in percent of the system's."""
        chosen: int = self._text.currentData()
        return chosen

    def _on_text_chosen(self) -> None:
        self.text_tried.emit(self.text_percent())

    def language(self) -> Language:
        """The language that is chosen."""
        chosen: Language = self._language.currentData()
        return chosen

    def colour_scheme(self) -> ColourScheme:
        """The colours that are chosen."""
        chosen: ColourScheme = self._scheme.currentData()
        return chosen
