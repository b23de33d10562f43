"""A small card with a few lines under a heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ..outbox_words import HoldWords
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, Sign
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, ICON, PADDING, Type
from ..theme.tokens import Role

_MOST_LINES: Final = 3


class LineCard(QFrame):
    """Shows up to three lines, each in one line of the card, and how many there are besides."""

    def __init__(self, title: str, icon: Icon, words: HoldWords, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.CARD)
        self._words = words
        self._lines = [ElidedLabel(parent=self) for _ in range(_MOST_LINES)]
        self._more = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Sign(icon, Role.ACCENT, ICON - 2, self))
        head.addWidget(ElidedLabel(title, Type.STRONG, parent=self), stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP, PADDING, GAP)
        column.setSpacing(2)
        column.addLayout(head)
        for line in (*self._lines, self._more):
            column.addWidget(line, alignment=Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def show_lines(self, lines: Sequence[str], otherwise: str) -> None:
        """Show the lines, or what to say where there is none."""
        shown = list(lines[:_MOST_LINES]) or [otherwise]
        for label, line in zip(self._lines, [*shown, "", ""], strict=False):
            label.setText(line)
            label.setVisible(bool(line))
            dress(label, tone=Tone.TEXT if lines else Tone.MUTED)
        rest = len(lines) - _MOST_LINES
        self._more.setText(self._words.more(rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)
        self._more.setToolTip("")

    def text(self) -> str:
        """All that is shown, a line each."""
        labels = (*self._lines, self._more)
        return "\n".join(label.text() for label in labels if label.text())
