"""The two heats of the gate in one line: theirs, and her own before and after (S1-15)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ...replies.inbox import Matter
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, Sign
from ..theme.marks import HeatMark
from ..theme.sheet import Tone
from ..theme.sizes import GAP, ICON, PADDING, Type
from ..words import Words


class HeatLine(QWidget):
    """Shows how hot their letter, the first draft and the final answer are, by shape and word."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._theirs = _Heat(self)
        self._first = _Heat(self)
        self._final = _Heat(self)
        self._kept = _Noted(self)
        flow = FlowLayout(self, PADDING + GAP)
        for part in (self._theirs, self._first, self._final, self._kept):
            flow.addWidget(part)

    def show_heats(self, matter: Matter, first: int, final: int, kept: str) -> None:
        """Show the heats; an ordinary letter has none of its own.

        Args:
            kept: what was found and set aside, a sentence.
        """
        words = self._words
        self._theirs.setVisible(matter.complaint)
        theirs = self.tr("Their letter: {heat}.").format(heat=words.mood(matter.kind, matter.heat))
        self._theirs.show_heat(matter.heat, theirs)
        self._first.show_heat(
            first, self.tr("Your first draft: {heat}.").format(heat=words.heat(first))
        )
        self._final.show_heat(
            final, self.tr("Your answer: {heat}.").format(heat=words.heat(final))
        )
        self._kept.show_words(kept)

    def text(self) -> str:
        """All that is shown, as sentences in a row."""
        parts = (self._theirs, self._first, self._final, self._kept)
        return " ".join(part.words.text() for part in parts if not part.isHidden())


class _Noted(QWidget):
    """A sign and a few words behind it."""

    def __init__(self, parent: QWidget, sign: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(sign or Sign(Icon.LEAF, side=ICON - 4, parent=self))
        row.addWidget(self.words)

    def show_words(self, words: str) -> None:
        self.words.setText(words)


class _Heat(_Noted):
    def __init__(self, parent: QWidget) -> None:
        self._mark = HeatMark()
        super().__init__(parent, self._mark)

    def show_heat(self, heat: int, words: str) -> None:
        self._mark.set_heat(heat, words)
        self.show_words(words)
