"""The text of a letter on the page: plain or as sent, covered words, quoted history folded."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QImage,
    QKeyEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from ...mailbox.html_view import LINK, PICTURE
from ...mailbox.quoting import RegionKind
from ..theme.buttons import ActButton
from ..theme.icons import Icon, themed_icon
from ..theme.sheet import Ground, Look, Tone, dress
from ..theme.sizes import GAP, Type, px
from ..theme.tokens import Role, tokens_of
from .letter_text import Part, Piece

LINE_HEIGHT_PERCENT: Final = 150
_SELECTING: Final = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_FOLLOWING: Final = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
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


Pictures = Callable[[int], QImage]


class LetterText(QTextBrowser):
    """A text of somebody else, as high as it is long.

    Plain text in it is never read as markup. What is shown as it was sent is the HTML that
    `HtmlView` wrote: its links and pictures are numbers, and nothing else is ever loaded.

    Signals:
        cursor_moved: carries the cursor's place, for the area around it to follow.
        link_pointed: carries the number of the link that mouse or keyboard is on, -1 for none.
        link_pressed: carries the number of a link.
    """

    cursor_moved = Signal(QRect)
    link_pointed = Signal(int)
    link_pressed = Signal(int)

    def __init__(
        self, kind: Type = Type.LETTER, tone: Tone | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._html = ""
        self._pictures: Pictures | None = None
        self.setOpenLinks(False)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(_SELECTING)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        dress(self, kind=kind, tone=tone, ground=Ground.LETTER)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.highlighted.connect(self._on_highlighted)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def show_part(self, part: Part, pictures: Pictures | None = None) -> None:
        """Show a region of a letter, as it was sent or as text."""
        if part.html:
            self._show_html(part.html, pictures)
        else:
            self.show_pieces(part.pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these pieces one behind the other."""
        self._pieces, self._html = tuple(pieces), ""
        self.setTextInteractionFlags(_SELECTING)
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

    def _show_html(self, html: str, pictures: Pictures | None) -> None:
        self._pieces, self._html, self._pictures = (), html, pictures
        self.setTextInteractionFlags(_SELECTING | _FOLLOWING)
        self.clear()
        self.setHtml(html)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the letter by its number; nothing else, whatever is asked for."""
        number = _number(QUrl(name), PICTURE)
        if self._pictures is None or not self._html or number < 0:
            return QImage(1, 1, QImage.Format.Format_Mono)
        return self._pictures(number)

    def doSetSource(
        self,
        name: QUrl | str,
        kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Nothing is ever opened in here."""

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

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's
        is_inside = super().focusNextPrevChild(next)
        anchor = self.textCursor().charFormat().anchorHref() if is_inside else ""
        self.link_pointed.emit(_number(QUrl(anchor), LINK))
        return is_inside

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

    def _on_highlighted(self, name: QUrl) -> None:
        self.link_pointed.emit(_number(name, LINK))

    def _on_anchor_clicked(self, name: QUrl) -> None:
        number = _number(name, LINK)
        if number >= 0:
            self.link_pressed.emit(number)


def _number(name: QUrl, scheme: str) -> int:
    """The number in "link:3" or "picture:3", -1 where it is none."""
    written = name.toString()
    number = written.removeprefix(scheme)
    return int(number) if number != written and number.isdecimal() else -1


class FoldedText(QWidget):
    """A line that says what is folded; pressed, it shows the text under itself.

    Signals:
        folded_changed: the text was shown or folded away.
        text_made: carries the text when it is shown for the first time.
    """

    folded_changed = Signal()
    text_made = Signal(object)

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._part = Part(RegionKind.QUOTED, ())
        self._pictures: Pictures | None = None
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
        self.show_part(Part(RegionKind.QUOTED, tuple(pieces)))

    def show_part(self, part: Part, pictures: Pictures | None = None) -> None:
        """Put another region of a letter into the fold."""
        self._part, self._pictures = part, pictures
        if self._text is not None:
            self._text.show_part(part, pictures)

    def set_unfolded(self, is_unfolded: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show or fold the text."""
        self._button.setChecked(is_unfolded)

    def _on_toggled(self, is_unfolded: bool) -> None:  # noqa: FBT001 - a slot of toggled
        if self._text is None:
            self._text = LetterText(Type.BODY, Tone.MUTED, self)
            self._text.setAccessibleName(self.title)
            self._text.show_part(self._part, self._pictures)
            self._column.addWidget(self._text)
            self.text_made.emit(self._text)
        self._text.setVisible(is_unfolded)
        icon = Icon.CHEVRON_DOWN if is_unfolded else Icon.CHEVRON_RIGHT
        self._button.setIcon(themed_icon(icon))
        self.folded_changed.emit()
