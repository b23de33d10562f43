"""Air between the lines of a plain text field, which QPlainTextEdit has no setting for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

LETTER_PITCH: Final = 1.5  # LOOK: the lines of a letter, in heights of its font's type size
_NATURAL_PITCH: Final = 1.17  # what the line of a common font takes of the same measure


class AiryLayout(QPlainTextDocumentLayout):
    """Sets the lines of each paragraph apart; empty lines stay as low as they are."""

    def __init__(self, document: QTextDocument, pitch: float = LETTER_PITCH) -> None:
        super().__init__(document)
        self._stretch = pitch / _NATURAL_PITCH

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        layout = block.layout()
        lines = layout.lineCount()
        if block.length() <= 1 or not lines:
            return rect
        first = layout.lineAt(0)
        height = first.height()
        pitch = round(height * self._stretch)
        above = (pitch - height) / 2
        if layout.lineAt(lines - 1).y() != above + (lines - 1) * pitch:
            for number in range(lines):
                layout.lineAt(number).setPosition(QPointF(first.x(), above + number * pitch))
            rect = super().blockBoundingRect(block)
        return rect.adjusted(0, 0, 0, above)
