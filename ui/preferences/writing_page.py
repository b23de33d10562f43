"""Writing: whether spelling is checked, what that needs, and the seller's own dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ...replies.own_words import sorted_words
from ..theme.fields import CheckBox
from ..theme.sizes import px
from .page import Page

_WORDS_HEIGHT: Final = 180


class WritingPage(Page):
    """Asks whether spelling is checked, and lets the own dictionary be changed."""

    def __init__(self, *, spelling: bool, parent: QWidget) -> None:
        super().__init__(
            self.tr("Writing"),
            self.tr(
                "Only your own text is looked at: no quotes, no signature, no names from the "
                "letter or its order. Nothing leaves this computer."
            ),
            parent,
        )
        self._spelling = CheckBox(self.tr("Mark words that are in no dictionary"), self)
        self._spelling.setChecked(spelling)
        self._note = self.add_choice(self._spelling, "")
        self._words = QPlainTextEdit(self)
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(int(px(self, _WORDS_HEIGHT)))
        self._kept: tuple[str, ...] = ()
        self.add_field(self.tr("My dictionary, a word a line"), self._words)
        self.end()

    def show_state(self, state: str) -> None:
        """Say what is checked, or what is missing for it."""
        self._note.setText(state)
        self._spelling.setAccessibleDescription(state)

    def set_words(self, words: Sequence[str]) -> None:
        """Show the own dictionary as it is kept."""
        self._kept = sorted_words(words)
        self._words.setPlainText("\n".join(self._kept))

    def spelling(self) -> bool:
        """Whether spelling is to be checked."""
        return self._spelling.isChecked()

    def changed_words(self) -> tuple[str, ...] | None:
        """The own dictionary where it was changed, None where it was not."""
        words = sorted_words(self._words.toPlainText().splitlines())
        return None if words == self._kept else words
