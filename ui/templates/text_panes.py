"""The two texts of the template window: the one she writes, and the one that comes of it."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFontDatabase, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ..reply.gaps import NO_GAPS, paint_gaps
from ..reply.tone_highlighter import ToneHighlighter
from ..theme.sizes import Type, font_for
from ..theme.tokens import Role, tokens_of

_NO_PLACE = (0, 0)


class TemplateEditor(QPlainTextEdit):
    """Plain text in letters of one width; the place of an error is marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._place = _NO_PLACE
        self._fit_font()

    def mark(self, line: int, column: int) -> None:
        """Mark a place, both counted from 1; 0 for none."""
        self._place = (line, column) if line else _NO_PLACE
        marks = []
        if self._place != _NO_PLACE:
            one = QTextEdit.ExtraSelection()
            ink = QTextCharFormat()
            ink.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            colour = tokens_of(self.palette())[Role.ERROR]
            ink.setUnderlineColor(colour)
            ground = QColor(colour)
            ground.setAlphaF(0.16)
            ink.setBackground(ground)
            cursor = self._at_mark()
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor
            )
            if not cursor.hasSelection():
                cursor.movePosition(
                    QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
                )
            one.cursor, one.format = cursor, ink
            marks.append(one)
        self.setExtraSelections(marks)

    def go_to_mark(self) -> None:
        """Put the cursor where the error is."""
        if self._place != _NO_PLACE:
            self.setTextCursor(self._at_mark())
            self.ensureCursorVisible()
        self.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_font()

    def _at_mark(self) -> QTextCursor:
        line, column = self._place
        block = self.document().findBlockByNumber(line - 1)
        cursor = QTextCursor(block if block.isValid() else self.document().lastBlock())
        text = cursor.block().text()
        units = len(text[: column - 1].encode("utf-16-le")) // 2
        cursor.setPosition(cursor.block().position() + min(units, len(text)))
        return cursor

    def _fit_font(self) -> None:
        wanted = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        wanted.setPointSizeF(font_for(self.font(), Type.BODY).pointSizeF())
        if self.document().defaultFont() != wanted:
            self.document().setDefaultFont(wanted)


class PreviewPane(QPlainTextEdit):
    """A letter to be read and copied, not written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._gaps = NO_GAPS
        self._highlighter = ToneHighlighter(self.document(), self)
        self._highlighter.set_tokens(tokens_of(self.palette()))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def set_gaps(self, gaps: re.Pattern[str]) -> None:
        """Show what this finds as gaps to fill in."""
        self._gaps = gaps
        self._highlighter.set_gaps(gaps)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._highlighter.set_tokens(tokens_of(self.palette()))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_gaps(self, self._gaps)
        super().paintEvent(event)
