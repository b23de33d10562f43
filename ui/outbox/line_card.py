"""A small card with a few lines under a heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from ..outbox_words import HoldWords, shortened
from ..reply.focus_pane import FocusPane
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, Label, Sign, safe_tip
from ..theme.sheet import Tone, dress
from ..theme.sizes import GAP, ICON, PADDING, Type
from ..theme.tokens import Role

_MOST_LINES: Final = 3
_ALONE_CHARS: Final = 110  # about what three lines hold in a small window
_BY_KEY: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class LineCard(FocusPane):
    """Shows up to three lines, each in one line of the card, and how many there are besides.

    A line that stands alone has the room of all three.
    The keyboard can come to it: then all lines are read out, and shown whole in a tip.
    """

    def __init__(self, title: str, icon: Icon, words: HoldWords, parent: QWidget) -> None:
        super().__init__(Role.RAISED, Role.BORDER, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.watch(self)
        self._words = words
        self._title = title
        self._whole: tuple[str, ...] = ()
        self._lines = [ElidedLabel(parent=self) for _ in range(_MOST_LINES)]
        self._only = Label(parent=self)
        self._only.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._more = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Sign(icon, Role.ACCENT, ICON - 2, self))
        head.addWidget(ElidedLabel(title, Type.STRONG, parent=self), stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP, PADDING, GAP)
        column.setSpacing(2)
        column.addLayout(head)
        for line in (self._only, *self._lines, self._more):
            column.addWidget(line, alignment=Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def show_lines(self, lines: Sequence[str], otherwise: str) -> None:
        """Show the lines, or what to say where there is none."""
        self._whole = tuple(lines) or (otherwise,)
        self.setAccessibleName(f"{self._title}: {' '.join(self._whole)}")
        is_alone = len(self._whole) == 1
        self._only.setText(shortened(self._whole[0], _ALONE_CHARS) if is_alone else "")
        self._only.setVisible(is_alone)
        dress(self._only, tone=Tone.TEXT if lines else Tone.MUTED)
        shown = () if is_alone else self._whole[:_MOST_LINES]
        for label, line in zip(self._lines, [*shown, "", "", ""], strict=False):
            label.setText(line)
            label.setVisible(bool(line))
            dress(label, tone=Tone.TEXT if lines else Tone.MUTED)
        rest = len(lines) - _MOST_LINES
        self._more.setText(self._words.more(rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)

    def text(self) -> str:
        """All that is shown, a line each."""
        labels = (self._only, *self._lines, self._more)
        return "\n".join(label.text() for label in labels if label.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            under = self.mapToGlobal(QPoint(PADDING, self.height()))
            QToolTip.showText(under, safe_tip("\n".join(self._whole)), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
