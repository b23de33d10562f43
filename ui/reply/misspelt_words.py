"""The words of a reply that no dictionary knows: where they stand, and the beads below them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ...replies.tone.finding import Span
from ..theme.sizes import px
from ..theme.tokens import Role, tokens_of
from .gaps import blocks_in_sight, lines_of
from .marks import moved

_BEAD: Final = 3  # across; round and far apart, unlike any line of the tone check
_STEP: Final = 8


class MisspeltWords(QObject):
    """Moves with the text and paints. A word that is just being typed is not marked yet."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._places: list[Span] = []
        self._typed_at: int | None = None
        editor.document().contentsChange.connect(self._on_contents_change)
        editor.cursorPositionChanged.connect(self._on_cursor_moved)

    @property
    def places(self) -> tuple[Span, ...]:
        """All of them, in UTF-16 units, in the order of the text."""
        return tuple(self._places)

    @property
    def shown(self) -> tuple[Span, ...]:
        """Those that are marked."""
        return tuple(place for place in self._places if place.end != self._typed_at)

    def show(self, places: Iterable[Span]) -> None:
        """Mark these from now on."""
        self._places = list(places)
        self._editor.viewport().update()

    def at(self, position: int) -> Span | None:
        """The marked word in which, or at whose end, a place of the text is."""
        return next((one for one in self.shown if one.start <= position <= one.end), None)

    def behind(self, position: int) -> Span | None:
        """The first word behind a place, or the first of all; None where there is none."""
        ahead = (place for place in self._places if place.start > position)
        return next(ahead, self._places[0] if self._places else None)

    def text_of(self, place: Span) -> str:
        """The word as it stands."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def paint(self) -> None:
        """Paint the beads of the words that are in sight."""
        shown = self.shown
        if not shown:
            return
        painter = QPainter(self._editor.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens_of(self._editor.palette())[Role.LINE])
        radius, step = px(self._editor, _BEAD) / 2, px(self._editor, _STEP)
        for block in blocks_in_sight(self._editor):
            first, last = block.position(), block.position() + block.length()
            for place in shown:
                if place.start < last and place.end > first:
                    for box in lines_of(self._editor, block, place.start, place.end):
                        x = box.left() + radius
                        while x <= box.right() - radius / 2:
                            painter.drawEllipse(QPointF(x, box.bottom() - radius), radius, radius)
                            x += step
        painter.end()

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        self._typed_at = position + added
        kept = (moved(one.start, one.end, position, removed, added) for one in self._places)
        self._places = [Span(*place) for place in kept if place is not None]

    def _on_cursor_moved(self) -> None:
        if self._typed_at is not None and self._editor.textCursor().position() != self._typed_at:
            self._typed_at = None
            self._editor.viewport().update()
