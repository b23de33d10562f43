"""Paints what the tone check found, and below it the facts of the order.

It checks nothing by itself (PERFORMANCE section 8).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ...replies.tone.finding import Severity
from ..theme.tokens import LIGHT, Role, Tokens
from .gaps import NO_GAPS
from .marks import FactMark, Mark, carried, shifted

UNDERLINES: Final = {
    Severity.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Severity.WARNING: QTextCharFormat.UnderlineStyle.DashUnderline,
    Severity.ADVICE: QTextCharFormat.UnderlineStyle.DotLine,
}
SEVERITY_ROLES: Final = {
    Severity.ERROR: (Role.ERROR, Role.ERROR_SOFT),
    Severity.WARNING: (Role.WARNING, Role.WARNING_SOFT),
    Severity.ADVICE: (Role.ADVICE, Role.ADVICE_SOFT),
}
# Thin lines and no ground: what is right, or not known, is no call to do anything. That of what is
# right is let through, or it would look like a link.
FACT_LINES: Final = {
    True: (Role.READY, QTextCharFormat.UnderlineStyle.SingleUnderline),
    False: (Role.MUTED, QTextCharFormat.UnderlineStyle.DashDotDotLine),
}
_LET_THROUGH: Final = 0.6


class ToneHighlighter(QSyntaxHighlighter):
    """Underlines stretches of a text; they move with it until the next check."""

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._marks: list[Mark | None] = []
        self._facts: list[FactMark] = []
        self._fact_formats = _fact_formats(LIGHT)
        self._gaps = NO_GAPS
        self._gap_formats = _gap_formats(LIGHT)
        self._formats = _formats(LIGHT)
        self._text = (
            document  # measured: PySide 6.11 frees what QSyntaxHighlighter.document() gives
        )
        document.contentsChange.connect(self._on_contents_change)
        self.setDocument(document)  # behind the line above: the marks move before it paints them

    @property
    def marks(self) -> Sequence[Mark | None]:
        """The marks as they stand now; None where the text of one is gone."""
        return tuple(self._marks)

    def show_marks(self, marks: Iterable[Mark | None]) -> None:
        """Show these marks from now on; only paragraphs that look different are painted anew."""
        before, self._marks = self._marks, list(marks)
        self._paint_anew(set(before) ^ set(self._marks))

    @property
    def facts(self) -> Sequence[FactMark]:
        """The facts as they stand now, in the order of the text."""
        return tuple(self._facts)

    def show_facts(self, facts: Iterable[FactMark]) -> None:
        """Underline these facts from now on, where nothing is to be mended."""
        before, self._facts = self._facts, list(facts)
        self._paint_anew(set(before) ^ set(self._facts))

    def set_tokens(self, tokens: Tokens) -> None:
        """Paint in these colours from now on."""
        self._formats = _formats(tokens)
        self._fact_formats = _fact_formats(tokens)
        self._gap_formats = _gap_formats(tokens)
        self.rehighlight()

    def set_gaps(self, gaps: re.Pattern[str]) -> None:
        """Leave what this finds without a line: the editor paints it as a chip."""
        self._gaps = gaps
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        first = self.currentBlock().position()
        last = first + self.currentBlock().length() - 1
        for fact in self._facts:
            if fact.start < last and fact.end > first:
                start, end = max(fact.start, first), min(fact.end, last)
                self.setFormat(start - first, end - start, self._fact_formats[fact.is_known])
        for mark in self._marks:
            if mark is not None and mark.start < last and mark.end > first:
                start, end = max(mark.start, first), min(mark.end, last)
                self.setFormat(start - first, end - start, self._formats[mark.severity])
        inner, edge = self._gap_formats
        for found in self._gaps.finditer(text):
            self.setFormat(found.start(), len(found.group()), edge)
            self.setFormat(found.start() + 1, len(found.group()) - 2, inner)

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        self._marks = [mark and shifted(mark, position, removed, added) for mark in self._marks]
        moved = (carried(fact, position, removed, added) for fact in self._facts)
        self._facts = [fact for fact in moved if fact is not None]

    def _paint_anew(self, marks: Iterable[Mark | FactMark | None]) -> None:
        for number in self._blocks_of(marks):
            self.rehighlightBlock(self._text.findBlockByNumber(number))

    def _blocks_of(self, marks: Iterable[Mark | FactMark | None]) -> list[int]:
        numbers: set[int] = set()
        for mark in marks:
            if mark is not None:
                block = self._text.findBlock(mark.start)
                while block.isValid() and block.position() < mark.end:
                    numbers.add(block.blockNumber())
                    block = block.next()
        return sorted(numbers)


def _gap_formats(tokens: Tokens) -> tuple[QTextCharFormat, QTextCharFormat]:
    """Of the words in a gap, and of its brackets, which are the chip's margin."""
    inner, edge = QTextCharFormat(), QTextCharFormat()
    inner.setForeground(tokens[Role.TEXT])
    edge.setForeground(tokens[Role.WARNING_SOFT])
    return inner, edge


def _fact_formats(tokens: Tokens) -> dict[bool, QTextCharFormat]:
    formats = {}
    for is_known, (line, style) in FACT_LINES.items():
        formats[is_known] = QTextCharFormat()
        colour = QColor(tokens[line])
        if is_known and not tokens.is_high_contrast:
            colour.setAlphaF(_LET_THROUGH)
        formats[is_known].setUnderlineStyle(style)
        formats[is_known].setUnderlineColor(colour)
    return formats


def _formats(tokens: Tokens) -> dict[Severity, QTextCharFormat]:
    formats = {}
    for severity, (line, ground) in SEVERITY_ROLES.items():
        formats[severity] = QTextCharFormat()
        formats[severity].setUnderlineStyle(UNDERLINES[severity])
        formats[severity].setUnderlineColor(tokens[line])
        formats[severity].setBackground(tokens[ground])
    return formats
