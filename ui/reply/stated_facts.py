"""The facts of the order that a reply states: their quiet lines, what is said of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip

from .gaps import lines_of
from .marks import FactMark, to_utf16
from .reply_editor import ReplyEditor
from .reply_words import ReplyWords
from .tone_highlighter import ToneHighlighter

if TYPE_CHECKING:
    from ...replies.tone.stated import Stated


class StatedFacts(QObject):
    """Shows the facts of a text, leads from one to the next, and says what a line means."""

    def __init__(
        self, words: ReplyWords, editor: ReplyEditor, highlighter: ToneHighlighter
    ) -> None:
        super().__init__(editor)
        self._words = words
        self._editor = editor
        self._highlighter = highlighter
        editor.viewport().installEventFilter(self)

    def show(self, text: str, facts: Iterable[Stated]) -> None:
        """Underline these facts of the present text."""
        self._highlighter.show_facts(_mark_of(text, one) for one in facts)

    def lead(self, *, is_known: bool) -> None:
        """Select the next fact that the order says, or does not say; behind the last the first."""
        wanted = [one for one in self._highlighter.facts if one.is_known is is_known]
        if not wanted:
            return
        cursor = self._editor.textCursor()
        here = cursor.selectionStart() if cursor.hasSelection() else cursor.position() - 1
        fact = next((one for one in wanted if one.start > here), wanted[0])
        self._editor.select(fact.start, fact.end)
        self._editor.setFocus()
        said = f"{self._editor.textCursor().selectedText()}: {self._words.fact(is_known=is_known)}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Over an underlined fact a tip says whether the order says so."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            fact = self._under(QPointF(event.pos()))
            if fact is not None:
                tip = self._words.fact(is_known=fact.is_known)
                QToolTip.showText(event.globalPos(), tip, self._editor.viewport())
                return True
        return super().eventFilter(watched, event)

    def _under(self, point: QPointF) -> FactMark | None:
        """The fact on whose words a point of the viewport is, where no finding covers it."""
        position = self._editor.cursorForPosition(point.toPoint()).position()
        covered = any(
            mark is not None and mark.start <= position <= mark.end
            for mark in self._highlighter.marks
        )
        block = self._editor.document().findBlock(position)
        for fact in () if covered else self._highlighter.facts:
            if fact.start <= position <= fact.end:
                boxes = lines_of(self._editor, block, fact.start, fact.end)
                if any(box.contains(point) for box in boxes):
                    return fact
        return None


def _mark_of(text: str, one: Stated) -> FactMark:
    place = to_utf16(text, one.span)
    return FactMark(place.start, place.end, one.is_known)
