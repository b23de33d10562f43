"""The keys: whether single letters start actions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ..theme.fields import CheckBox
from .page import Page


class KeysPage(Page):
    """Asks whether single letters work as keys."""

    def __init__(self, *, single_letters: bool, parent: QWidget) -> None:
        super().__init__(self.tr("Keys"), self.tr("F1 shows every key, wherever you are."), parent)
        self._single = CheckBox(self.tr("Single letters work as keys in lists and letters"), self)
        self._single.setChecked(single_letters)
        note = self.tr(
            "Such as j and k for the next and the one before, and r to reply. They never act in a "
            "text field. Turn them off if you dictate, or if a stray key does harm."
        )
        self.add_choice(self._single, note)
        self.end()

    def single_letters(self) -> bool:
        """Whether they work."""
        return self._single.isChecked()
