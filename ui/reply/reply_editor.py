"""The field a reply is written in: plain text, wrapped, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ..theme.sizes import PADDING, Type, font_for, px
from .airy_layout import AiryLayout
from .gaps import NO_GAPS, gap_at, paint_gaps
from .given_files import files_in, is_picture, picture_in
from .misspelt_words import MisspeltWords

_LINE_ENDS: Final = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n"})
_OPENING: Final = '("“«„‘[-–—'  # no blank stands behind these
# The sheet on which it stands shows the focus; a second frame inside of it would be too much.
_NO_FRAME: Final = "ReplyEditor { border: none; background: transparent; }"


def plain(text: str) -> str:
    """Text as a letter may hold it: LF line ends, tabs, and no other control characters."""
    lines = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    return "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) != "Cc")


class ReplyEditor(QPlainTextEdit):
    """The text of a reply. Tab leaves it; each of its own changes is one step back with Ctrl+Z.

    Signals:
        text_edited: the text is another one (Qt's textChanged comes when it is only painted, too).
        place_clicked: carries the place in the text, in UTF-16 units, that was clicked.
        slash_typed: "/" was typed on an empty line; nothing was written.
        files_given: carries the paths of files that were pasted.
        picture_given: carries the bytes of a picture that was pasted.
        word_menu_wanted: carries the place of a misspelt word whose menu was asked for.
    """

    text_edited = Signal()
    place_clicked = Signal(int)
    slash_typed = Signal()
    files_given = Signal(object)
    picture_given = Signal(object)
    word_menu_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        document = QTextDocument(self)
        document.setDocumentLayout(AiryLayout(document))
        self.setDocument(document)
        document.contentsChange.connect(self.text_edited)
        self.setStyleSheet(_NO_FRAME)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.setAccessibleName(self.tr("Your reply"))
        self.setPlaceholderText(self.tr("Write your answer, or take a suggestion."))
        self._gaps = NO_GAPS
        self.misspelt = MisspeltWords(self)
        self._fit_font()

    def set_gaps(self, gaps: re.Pattern[str]) -> None:
        """Show as a chip what this finds; a click, or being led there, selects it."""
        self._gaps = gaps
        self.viewport().update()

    def body(self) -> str:
        """The text with LF line ends; non-breaking blanks stay as they are."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def start(self, text: str) -> None:
        """Begin with this text; nothing before it can be brought back."""
        self.setPlainText(plain(text))

    def replace_all(self, text: str) -> None:
        """Put another text in place of the whole one, in one step."""
        end = self.document().characterCount() - 1
        self.replace(0, end, text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in place of a stretch, in one step; the cursor stands behind it."""
        cursor = self._selecting(start, end)
        cursor.beginEditBlock()
        cursor.insertText(plain(text))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def insert_words(self, text: str) -> None:
        """Put words where the cursor stands, with a blank before them where one is wanting."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        before, after = self.neighbours(start, end)
        gap = " " if before and not before.isspace() and before not in _OPENING else ""
        if "\n" in text and before not in ("", "\n"):
            gap = "\n"  # a block begins on a line of its own
        behind = " " if after.isalnum() else ""
        self.replace(start, end, f"{gap}{text}{behind}")
        self.ensureCursorVisible()
        self.setFocus()

    def put_block(self, text: str) -> None:
        """Put lines in where the cursor stands, between empty lines, in one step."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        body = self.body()
        units = self.document().toRawText()
        before, after = units[:start].rstrip(), units[end:].lstrip()
        if not body.strip():
            start, end = 0, len(units)
        lead = "\n\n" if before and start else ""
        tail = "\n\n" if after and end < len(units) else ""
        lines_before = len(units[:start]) - len(units[:start].rstrip("\u2029\n"))
        lines_after = len(units[end:]) - len(units[end:].lstrip("\u2029\n"))
        self.replace(start, end, lead[lines_before:] + text.strip("\n") + tail[lines_after:])
        self.ensureCursorVisible()
        self.setFocus()

    def go_to(self, start: int) -> None:
        """Put the cursor there and bring the place into view; a gap is selected."""
        gap = gap_at(self._gaps, self.document().findBlock(start), start + 1)
        self.setTextCursor(self._selecting(*(gap or (start, start))))
        self.ensureCursorVisible()

    def select(self, start: int, end: int) -> None:
        """Select a stretch and bring it into view."""
        self.setTextCursor(self._selecting(start, end))
        self.ensureCursorVisible()

    def neighbours(self, start: int, end: int) -> tuple[str, str]:
        """The letters before and behind a stretch; "" where the text begins or ends."""
        last = self.document().characterCount() - 1
        before = self.document().characterAt(start - 1) if start else ""
        after = self.document().characterAt(end) if end < last else ""
        return before.translate(_LINE_ENDS), after.translate(_LINE_ENDS)

    def place_of(self, start: int, end: int) -> QRect:
        """Where a stretch begins and on which lines it stands, in the viewport's coordinates."""
        first = self.cursorRect(self._selecting(start, start))
        return first.united(self.cursorRect(self._selecting(end, end)))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        is_text = source.hasText() and not source.hasUrls()
        return is_text or is_picture(source) or bool(files_in(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.isReadOnly():
            return
        if paths := files_in(source):
            self.files_given.emit(paths)
        elif is_picture(source):
            self.picture_given.emit(picture_in(source))
        elif self.canInsertFromMimeData(source):
            self.insertPlainText(plain(source.text()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are taken by the composer, which never lets them be moved away."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "/" and not self.isReadOnly() and not self._line().strip():
            self.slash_typed.emit()
            return
        super().keyPressEvent(event)

    def _line(self) -> str:
        return self.textCursor().block().text()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if event.button() is Qt.MouseButton.LeftButton and not cursor.hasSelection():
            gap = gap_at(self._gaps, cursor.block(), cursor.position())
            if gap is not None:
                self.select(*gap)
            self.place_clicked.emit(cursor.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_gaps(self, self._gaps)
        super().paintEvent(event)
        self.misspelt.paint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a misspelt word the menu says what may have been meant."""
        chosen = cursor = self.textCursor()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            cursor = self.cursorForPosition(event.pos())
        place = self.misspelt.at(cursor.position())
        is_more = place is not None and (
            chosen.selectionStart() < place.start or chosen.selectionEnd() > place.end
        )
        if place is None or self.isReadOnly() or (chosen.hasSelection() and is_more):
            super().contextMenuEvent(event)
            return
        if not chosen.hasSelection():
            self.setTextCursor(cursor)
        self.word_menu_wanted.emit(cursor.position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wrapped_anew = event.size().width() != event.oldSize().width()
        if is_wrapped_anew and self.textCursor().position() == 0:
            self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        font = font_for(self.font(), Type.LETTER)
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)
        self.document().setDocumentMargin(px(self, PADDING))

    def _selecting(self, start: int, end: int) -> QTextCursor:
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(max(start, 0), last))
        cursor.setPosition(min(max(end, 0), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor
