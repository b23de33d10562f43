"""The text of a letter on the page: plain, with covered words, quoted history folded."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from ..theme.buttons import ActButton
from ..theme.icons import Icon, themed_icon
from ..theme.sheet import Ground, Look, Tone, dress
from ..theme.sizes import GAP, Type, px
from ..theme.tokens import Role, tokens_of
from .letter_text import Piece

LINE_HEIGHT_PERCENT: Final = 150
_BAR: Final = 4  # of the fence that stands for a covered word
_BAR_GAP: Final = 2
_SCROLLING_KEYS: Final = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class LetterText(QTextEdit):
    """Plain text of somebody else, as high as it is long; nothing in it is ever read as markup.

    Signals:
        cursor_moved: carries the cursor's place, for the area around it to follow.
    """

    cursor_moved = Signal(QRect)

    def __init__(
        self, kind: Type = Type.LETTER, tone: Tone | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        dress(self, kind=kind, tone=tone, ground=Ground.LETTER)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these pieces one behind the other."""
        self._pieces = tuple(pieces)
        self.clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(
            LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor.setBlockFormat(block)
        plain, cover = QTextCharFormat(), self._cover()
        for piece in self._pieces:
            cursor.insertText(piece.text, cover if piece.is_covered else plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        selects = bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        is_space = event.key() == Qt.Key.Key_Space
        if is_space or (event.key() in _SCROLLING_KEYS and not selects):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._pieces:
            self.show_pieces(self._pieces)

    def _cover(self) -> QTextCharFormat:
        bar, gap = px(self, _BAR), px(self, _BAR_GAP)
        texture = QPixmap(bar + gap, bar + gap)
        texture.fill(tokens_of(self.palette())[Role.SURFACE])
        painter = QPainter(texture)
        painter.fillRect(0, 0, bar, bar + gap, tokens_of(self.palette())[Role.BORDER])
        painter.end()
        form = QTextCharFormat()
        form.setBackground(QBrush(texture))
        return form

    def _height(self) -> int:
        frame = self.height() - self.viewport().height()
        return math.ceil(self.document().size().height()) + max(frame, 0)

    def _fit(self) -> None:
        height = self._height()
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit(self.cursorRect())


class FoldedText(QWidget):
    """A line that says what is folded; pressed, it shows the text under itself.

    Signals:
        folded_changed: the text was shown or folded away.
    """

    folded_changed = Signal()

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._text: LetterText | None = None
        self._button = ActButton(title, Icon.CHEVRON_RIGHT, Look.QUIET, self)
        self._button.setCheckable(True)
        self._button.toggled.connect(self._on_toggled)
        dress(self._button, kind=Type.SMALL, tone=Tone.MUTED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)
        self._column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)

    @property
    def title(self) -> str:
        """What the line says."""
        return self._button.text()

    @property
    def text(self) -> LetterText | None:
        """The text, once it was unfolded."""
        return self._text

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Put other text into the fold."""
        self._pieces = tuple(pieces)
        if self._text is not None:
            self._text.show_pieces(self._pieces)

    def set_unfolded(self, is_unfolded: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show or fold the text."""
        self._button.setChecked(is_unfolded)

    def _on_toggled(self, is_unfolded: bool) -> None:  # noqa: FBT001 - a slot of toggled
        if self._text is None:
            self._text = LetterText(Type.BODY, Tone.MUTED, self)
            self._text.setAccessibleName(self.title)
            self._text.show_pieces(self._pieces)
            self._column.addWidget(self._text)
        self._text.setVisible(is_unfolded)
        icon = Icon.CHEVRON_DOWN if is_unfolded else Icon.CHEVRON_RIGHT
        self._button.setIcon(themed_icon(icon))
        self.folded_changed.emit()
