"""The letter in a second language beside the editor, and whether both state equal facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from ...replies.compose.twins import Differences, Stated
from ...replies.tone.finding import Span
from ..theme.buttons import IconButton
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.sizes import GAP, PADDING, Type, font_for, px
from ..theme.tokens import Role, tokens_of
from .airy_layout import AiryLayout
from .marks import to_utf16
from .reply_words import ReplyWords

_NO_FRAME = "QPlainTextEdit { border: none; background: transparent; }"
_SHADE = 0.5  # of the ground of the paragraph that is read


class TwinPane(QWidget):
    """Shows the second letter, the paragraph that is written at, and what differs.

    Signals:
        closed: it is not wanted any more.
    """

    closed = Signal()

    def __init__(self, words: ReplyWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._body = ""
        self._paragraph = 0
        self._differing: Sequence[Stated] = ()
        self._head = Label("", Type.STRONG, parent=self)
        self._verdict = VerdictLine(self)
        self._text = QPlainTextEdit(self)
        self._text.document().setDocumentLayout(AiryLayout(self._text.document()))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setStyleSheet(_NO_FRAME)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = IconButton(Icon.CROSS, self.tr("Close the second language"), parent=self)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(PADDING, GAP // 2, GAP // 2, 0)
        head.addWidget(self._head, stretch=1)
        head.addWidget(close)
        foot = QHBoxLayout()
        foot.setContentsMargins(PADDING, 0, PADDING, GAP)
        foot.addWidget(self._verdict)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(foot)
        column.addWidget(self._text, stretch=1)
        self.hide()
        self._fit_font()

    @property
    def body(self) -> str:
        """The second letter."""
        return self._body

    def show_letter(self, body: str, language: str) -> None:
        """Show the letter in a language."""
        self._body = body
        name = self._words.in_language(language)
        self._head.setText(name)
        self._text.setAccessibleName(name)
        self._text.setPlainText(body)
        self._fit_font()
        self._mark()

    def show_differences(self, found: Differences) -> None:
        """Mark what only this one states, and say in words what only either of them does."""
        self._differing = found.in_second
        said = self._words.differences(found)
        is_equal = found.is_equal
        icon, role = (Icon.CHECK, Role.READY) if is_equal else (Icon.WARNING, Role.WARNING)
        self._verdict.show_verdict(icon, role, "", said)
        self._text.setAccessibleDescription(said)
        self._mark()

    def show_paragraph(self, number: int) -> None:
        """Show the paragraph of this number, from 0, that stands across."""
        if number != self._paragraph:
            self._paragraph = number
            self._mark()
        block = paragraphs(self._text)
        if block:
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(block[min(number, len(block) - 1)])
            self._text.setTextCursor(cursor)
            self._text.verticalScrollBar().setValue(cursor.block().firstLineNumber())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_font()
        elif event.type() is QEvent.Type.PaletteChange:
            self._mark()

    def _fit_font(self) -> None:
        self._text.document().setDefaultFont(font_for(self.font(), Type.LETTER))
        self._text.document().setDocumentMargin(px(self, PADDING))

    def _mark(self) -> None:
        marks = different(self._text, self._body, self._differing)
        starts = paragraphs(self._text)
        if starts:
            across = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._text.document())
            cursor.setPosition(starts[min(self._paragraph, len(starts) - 1)])
            ground = QColor(tokens_of(self.palette())[Role.ACCENT_SOFT])
            ground.setAlphaF(_SHADE)
            ink = QTextCharFormat()
            ink.setBackground(ground)
            ink.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            across.cursor, across.format = cursor, ink
            marks.insert(0, across)
        self._text.setExtraSelections(marks)


def different(
    field: QPlainTextEdit, text: str, stated: Sequence[Stated]
) -> list[QTextEdit.ExtraSelection]:
    """Marks on what only one of two letters states: dashes and dots, unlike those of the tone."""
    tokens = tokens_of(field.palette())
    marks = []
    for one in stated:
        place = to_utf16(text, Span(one.start, one.end))
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(field.document())
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        ink = QTextCharFormat()
        ink.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashDotLine)
        ink.setUnderlineColor(tokens[Role.WARNING])
        ink.setBackground(tokens[Role.WARNING_SOFT])
        mark.cursor, mark.format = cursor, ink
        marks.append(mark)
    return marks


def paragraphs(field: QPlainTextEdit) -> list[int]:
    """Where each paragraph begins; lines without a blank one between them are one."""
    starts: list[int] = []
    is_between = True
    block = field.document().begin()
    while block.isValid():
        is_empty = not block.text().strip()
        if is_between and not is_empty:
            starts.append(block.position())
        is_between = is_empty
        block = block.next()
    return starts
