"""The page of a letter: its own words, what is folded, attachments, and earlier messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...mailbox.message import Attachment, StoredMessage
from ...mailbox.quoting import RegionKind
from ..theme.buttons import ActButton
from ..theme.icons import Icon, themed_icon
from ..theme.labels import ElidedLabel, KeyHint, Label, Sign
from ..theme.sheet import Look, Tone, dress
from ..theme.sizes import GAP, ICON, PADDING, Type
from ..theme.tokens import Role
from ..words import Words, visible
from .letter_body import FoldedText, LetterText
from .letter_text import MOST_SHOWN, Part, Piece, Spans, count_covered, parts_of, pieces_of


class LetterPage(QWidget):
    """Sets a letter and the rest of its conversation as plain text.

    Signals:
        reveal_pressed: the button that shows or covers masked words was pressed.
        cursor_moved: carries the text with the cursor, and the cursor's place in it.
        folded_changed: a text of the page was shown or folded away.
    """

    reveal_pressed = Signal()
    cursor_moved = Signal(QWidget, QRect)
    folded_changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._letter: StoredMessage | None = None
        self._masked: Spans = ()
        self._kinds: tuple[RegionKind, ...] = ()
        self._stretches: list[LetterText | FoldedText] = []
        self._others: tuple[StoredMessage, ...] = ()
        self._masked_earlier: Mapping[int, Spans] = {}
        self._folds: dict[int, FoldedText] = {}
        self.is_revealed = False
        self._text = _Lines(self)
        self._mask = _MaskRow(words, self)
        self._mask.pressed.connect(self.reveal_pressed)
        too_long = self.tr("The letter is very long; its end is not shown here.")
        self._more = Label(too_long, Type.SMALL, Tone.MUTED, self)
        self._attachments = _Lines(self)
        self._history = _Lines(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PADDING)
        for part in (self._text, self._more, self._mask, self._attachments, self._history):
            column.addWidget(part)

    def set_reveal_key(self, keys: str) -> None:
        """Name the key that shows masked words."""
        self._mask.set_key(keys)

    def show_letter(self, letter: StoredMessage, masked: Spans) -> None:
        """Show a letter; the same letter again is left as it stands."""
        if (letter, tuple(masked)) == (self._letter, self._masked):
            return
        if self._letter is None or letter.id != self._letter.id:
            self._kinds = ()
        self._letter, self._masked = letter, tuple(masked)
        self._set_text()
        self._set_attachments(letter.message.attachments)

    def show_others(
        self,
        others: Sequence[StoredMessage],
        masked: Mapping[int, Spans],
        now: datetime,
    ) -> None:
        """Show the other messages of the conversation, folded, in the order they are given."""
        if tuple(others) == self._others and masked == self._masked_earlier:
            return
        self._others, self._masked_earlier = tuple(others), dict(masked)
        self._history.empty()
        self._folds = {m.id: self._folded(m, now) for m in self._others}
        for fold in self._folds.values():
            self._history.add(fold)
        self._history.setVisible(bool(self._folds))

    def set_revealed(self, *, is_revealed: bool) -> None:
        """Show the masked words, or cover them."""
        self.is_revealed = is_revealed
        if self._letter is not None:
            self._set_text()
        for message in self._others:
            self._folds[message.id].show_pieces(self._whole(message))

    def focus_text(self) -> None:
        """Give the keyboard to the first stretch of the letter."""
        texts = (each for each in self._stretches if isinstance(each, LetterText))
        if (text := next(texts, None)) is not None:
            text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set_text(self) -> None:
        if self._letter is None:
            return
        text = self._letter.message.text
        parts = parts_of(text, () if self.is_revealed else self._masked)
        kinds = tuple(part.kind for part in parts)
        if kinds != self._kinds:
            self._kinds = kinds
            self._text.empty()
            self._stretches = [self._made_stretch(part) for part in parts]
        for stretch, part in zip(self._stretches, parts, strict=True):
            stretch.show_pieces(part.pieces)
        self._mask.show_count(count_covered(text, self._masked), is_revealed=self.is_revealed)
        self._more.setVisible(len(text) > MOST_SHOWN)

    def _made_stretch(self, part: Part) -> LetterText | FoldedText:
        stretch = self._made_fold(part) if part.is_folded else self._made_text(part)
        self._text.add(stretch)
        return stretch

    def _made_fold(self, part: Part) -> FoldedText:
        is_quoted = part.kind is RegionKind.QUOTED
        title = self.tr("Quoted text") if is_quoted else self.tr("Small print")
        fold = FoldedText(f"{title} · {self._words.lines(part.lines)}", parent=self._text)
        fold.folded_changed.connect(self.folded_changed)
        return fold

    def _made_text(self, part: Part) -> LetterText:
        tone = Tone.MUTED if part.kind is RegionKind.SIGNATURE else None
        text = LetterText(Type.LETTER, tone, self._text)
        text.setAccessibleName(self.tr("Text of the letter"))
        text.cursor_moved.connect(self._on_cursor_moved)
        return text

    def _on_cursor_moved(self, place: QRect) -> None:
        text = self.sender()
        if isinstance(text, QWidget):
            self.cursor_moved.emit(text, place)

    def _folded(self, message: StoredMessage, now: datetime) -> FoldedText:
        at = self._words.moment(message.message.date or message.internal_date, now)
        who = self.tr("You") if message.is_outgoing else self._words.name(message.message.sender)
        fold = FoldedText(f"{who}, {at}", parent=self._history)
        fold.folded_changed.connect(self.folded_changed)
        fold.show_pieces(self._whole(message))
        return fold

    def _whole(self, message: StoredMessage) -> tuple[Piece, ...]:
        text = message.message.text[:MOST_SHOWN]
        covered = () if self.is_revealed else self._masked_earlier.get(message.id, ())
        return pieces_of(text, 0, len(text), covered)

    def _set_attachments(self, attachments: Sequence[Attachment]) -> None:
        self._attachments.empty()
        for attachment in attachments:
            self._attachments.add(self._attachment(attachment))
        self._attachments.setVisible(bool(attachments))

    def _attachment(self, attachment: Attachment) -> QWidget:
        holder = QWidget(self._attachments)
        name = visible(attachment.filename) or self.tr("Attachment without a name")
        size = self._words.size(attachment.size_bytes)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(Sign(Icon.CLIP, Role.MUTED, ICON - 2, holder))
        row.addWidget(ElidedLabel(name, Type.BODY, parent=holder))
        row.addWidget(ElidedLabel(size, Type.SMALL, Tone.MUTED, holder))
        row.addStretch(1)
        holder.setAccessibleName(self.tr("Attachment: {name}").format(name=f"{name}, {size}"))
        return holder


class _MaskRow(QWidget):
    pressed = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._button = ActButton("", Icon.EYE, Look.QUIET, self)
        self._key = KeyHint("", self)
        dress(self._button, kind=Type.SMALL)
        self._button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addWidget(self._key)
        row.addStretch(1)
        self.hide()

    def set_key(self, keys: str) -> None:
        self._key.setText(keys)
        self._key.setVisible(bool(keys))

    def show_count(self, count: int, *, is_revealed: bool) -> None:
        self.setVisible(count > 0)
        masked = self._words.masked(count)
        show = self.tr("{masked}: show").format(masked=masked)
        self._button.setText(self.tr("Cover the words again") if is_revealed else show)
        self._button.setIcon(themed_icon(Icon.EYE_CROSSED if is_revealed else Icon.EYE))


class _Lines(QWidget):
    """Widgets below each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)

    def add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()

    def empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
