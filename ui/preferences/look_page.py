"""The look: language, colours, size and density; pictures and attachments of large letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ...replies.preferences import (
    SYSTEM_TEXT,
    TEXT_STEPS,
    ColourScheme,
    Density,
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
        density_tried: carries the Density that is shown at once in the same way.
    """

    text_tried = Signal(int)
    density_tried = Signal(object)

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
        languages = {
            Language.SYSTEM: self.tr("As the system"),
            Language.ENGLISH: "English",
            Language.RUSSIAN: "Русский",
            Language.TRADITIONAL_CHINESE: "繁體中文",
        }
        colours = {
            ColourScheme.SYSTEM: self.tr("As the system"),
            ColourScheme.LIGHT: self.tr("Light"),
            ColourScheme.DARK: self.tr("Dark"),
            ColourScheme.HIGH_CONTRAST_LIGHT: self.tr("High contrast, light"),
            ColourScheme.HIGH_CONTRAST_DARK: self.tr("High contrast, dark"),
        }
        pictures = {
            RemotePictures.ASK: self.tr("Only when I ask for them, letter by letter"),
            RemotePictures.NEVER: self.tr("Never"),
        }
        tellings = {
            NewLetters.COMPLAINTS: self.tr("Of complaints"),
            NewLetters.ALL: self.tr("Of all that need an answer"),
            NewLetters.NONE: self.tr("Of none"),
        }
        limit = float(preferences.leave_above_mb)
        add = self._add_choice
        self._language = add(self.tr("Language of the window"), languages, preferences.language)
        self._scheme = add(self.tr("Colours"), colours, preferences.colour_scheme)
        sizes = self._sizes(preferences.text_percent)
        self._text = add(self.tr("Size of the text"), sizes, preferences.text_percent)
        self._text.currentIndexChanged.connect(self._on_text_chosen)
        densities = {
            Density.COMFORTABLE: self.tr("Comfortable"),
            Density.COMPACT: self.tr("Compact: more rows at once"),
        }
        self._density = add(self.tr("Density"), densities, preferences.density)
        self._density.currentIndexChanged.connect(self._on_density_chosen)
        caption = self.tr("Pictures in letters from the internet")
        self._pictures = add(caption, pictures, preferences.remote_pictures)
        caption = self.tr("Large attachments are fetched")
        self._limit = add(caption, self._limits(limit), limit)
        caption = self.tr("A notice tells of new letters while you are elsewhere")
        self._notices = add(caption, tellings, preferences.new_letters)
        self.end()

    def _add_choice(self, caption: str, choices: Mapping[Any, str], chosen: object) -> QComboBox:
        """A field that offers the values by their names."""
        box = QComboBox(self)
        for value, name in choices.items():
            box.addItem(name, value)
        box.setCurrentIndex(box.findData(chosen))
        self.add_field(caption, box)
        return box

    def _sizes(self, percent: int) -> dict[float, str]:
        """How large the text may be, with the size that it has."""
        as_system, other = self.tr("{percent}%, as the system"), self.tr("{percent}%")
        return {
            size: (as_system if size == SYSTEM_TEXT else other).format(percent=size)
            for size in sorted({*TEXT_STEPS, percent})
        }

    def _limits(self, limit_mb: float) -> dict[float, str]:
        """Above how many megabytes attachments wait; 0 for none that do."""
        words = self.tr("When I want them, in letters above {size} MB")
        limits = sorted({*map(float, _LIMITS_MB), limit_mb} - {0.0})
        offered: dict[float, str] = {one: words.format(size=f"{one:g}") for one in limits}
        return {**offered, 0.0: self.tr("At once, with every letter")}

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

    def density(self) -> Density:
        """How much room rows and controls are to take."""
        chosen: Density = self._density.currentData()
        return chosen

    def _on_density_chosen(self) -> None:
        self.density_tried.emit(self.density())

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
