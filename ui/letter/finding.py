"""The places of a word in the texts of a letter, marked and stepped through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from ..theme.tokens import Role, tokens_of

MOST_PLACES: Final = 500


class Finding:
    """Marks every place of what is sought in some texts, and the one that is looked at."""

    def __init__(self) -> None:
        self._places: list[tuple[QTextEdit, QTextCursor]] = []
        self._at = -1

    @property
    def count(self) -> int:
        """How many places there are, at most `MOST_PLACES`."""
        return len(self._places)

    @property
    def place(self) -> int:
        """The place that is looked at, from 1; 0 where there is none."""
        return self._at + 1

    def seek(self, sought: str, texts: Sequence[QTextEdit]) -> None:
        """Find and mark the places of a word; upper and lower case are the same."""
        for text in texts:
            text.setExtraSelections([])
        self._places = []
        for text in texts if sought.strip() else ():
            self._places += [(text, place) for place in _places(text.document(), sought)]
            if len(self._places) > MOST_PLACES:
                break
        del self._places[MOST_PLACES:]
        self._at = 0 if self._places else -1
        self._mark()

    def step(self, by: int) -> None:
        """Look at the next place, or the one before; behind the last one is the first."""
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self._mark()

    def current(self) -> tuple[QTextEdit, QTextCursor] | None:
        """The text and the place in it that is looked at."""
        return self._places[self._at] if self._places else None

    def _mark(self) -> None:
        by_text: dict[QTextEdit, list[QTextEdit.ExtraSelection]] = {}
        for number, (text, place) in enumerate(self._places):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = place
            mark.format = self._format(text, is_current=number == self._at)
            by_text.setdefault(text, []).append(mark)
        for text, marks in by_text.items():
            text.setExtraSelections(marks)

    def _format(self, text: QTextEdit, *, is_current: bool) -> QTextCharFormat:
        tokens = tokens_of(text.palette())
        form = QTextCharFormat()
        form.setBackground(tokens[Role.FOCUS if is_current else Role.WARNING_SOFT])
        form.setForeground(tokens[Role.SURFACE if is_current else Role.TEXT])
        return form


def _places(document: QTextDocument, sought: str) -> list[QTextCursor]:
    found: list[QTextCursor] = []
    cursor = document.find(sought)
    while not cursor.isNull() and len(found) <= MOST_PLACES:
        found.append(cursor)
        cursor = document.find(sought, cursor)
    return found
