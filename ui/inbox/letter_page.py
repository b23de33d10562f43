"""The page of a letter: its own words, what is folded, attachments, and earlier messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ...mailbox.links import look_at
from ...mailbox.message import StoredMessage
from ...mailbox.quoting import RegionKind
from ...mailbox.showing import OpenedLetter
from ..letter.attachment_row import AttachmentRow
from ..letter.form_row import FormRow
from ..theme.buttons import ActButton
from ..theme.icons import Icon, themed_icon
from ..theme.labels import KeyHint, Label
from ..theme.sheet import Look, Tone, dress
from ..theme.sizes import GAP, PADDING, Type
from ..words import Words
from .letter_body import FoldedText, LetterText
from .letter_text import MOST_SHOWN, Part, Piece, Spans, count_covered, parts_of, pieces_of
from .sent_letter import SentLetter


class LetterPage(QWidget):
    """Sets a letter, as text or as it was sent, and the rest of its conversation as text.

    Signals:
        reveal_pressed: the button that shows or covers masked words was pressed.
        cursor_moved: carries the text with the cursor, and the cursor's place in it.
        folded_changed: a text of the page was shown or folded away.
        link_pointed: carries the LinkTarget that is pointed at, or None.
        link_pressed: carries a LinkTarget.
    """

    reveal_pressed = Signal()
    cursor_moved = Signal(QWidget, QRect)
    folded_changed = Signal()
    link_pointed = Signal(object)
    link_pressed = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._letter: StoredMessage | None = None
        self._masked: Spans = ()
        self._kinds: tuple[object, ...] = ()
        self._sent: SentLetter | None = None
        self._is_as_sent = False
        self._may_fetch = False
        self._new_look = QTimer(self)
        self._new_look.setSingleShot(True)
        self._new_look.setInterval(0)
        self._new_look.timeout.connect(self._on_new_look)
        self._stretches: list[LetterText | FoldedText] = []
        self._others: tuple[StoredMessage, ...] = ()
        self._masked_earlier: Mapping[int, Spans] = {}
        self._folds: dict[int, FoldedText] = {}
        self.is_revealed = False
        self.defers_text = False
        self._late_text = QTimer(self)
        self._late_text.setSingleShot(True)
        self._late_text.setInterval(0)
        self._late_text.timeout.connect(self._on_late_text)
        self._text = _Lines(self)
        self._mask = _MaskRow(words, self)
        self._mask.pressed.connect(self.reveal_pressed)
        too_long = self.tr("The letter is very long; its end is not shown here.")
        self._more = Label(too_long, Type.SMALL, Tone.MUTED, self)
        self.form = FormRow(words, self)
        self.attachments = AttachmentRow(words, self)
        self._history = _Lines(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(PADDING)
        parts = (self._text, self._more, self._mask, self.form, self.attachments, self._history)
        for part in parts:
            column.addWidget(part)

    def set_reveal_key(self, keys: str) -> None:
        """Name the key that shows masked words."""
        self._mask.set_key(keys)

    def show_letter(self, letter: StoredMessage, masked: Spans) -> None:
        """Show a letter; the same letter again is left as it stands."""
        if (letter, tuple(masked)) == (self._letter, self._masked):
            return
        before = None if self._letter is None else self._letter.message.attachments
        is_another = self._letter is None or letter.id != self._letter.id
        if is_another:
            self._kinds = ()
            self._sent, self._is_as_sent = None, False
            self.form.hide()
        self._letter, self._masked = letter, tuple(masked)
        if is_another and self.defers_text:
            self._late_text.start()
        else:
            self._set_text()
        if is_another or letter.message.attachments != before:
            self.attachments.show_files(letter.message.attachments)

    def show_opened(
        self,
        opened: OpenedLetter,
        masked: Spans,
        images: Mapping[str, QImage],
        *,
        may_fetch: bool,
    ) -> None:
        """Show what the bytes of the letter hold beside its text.

        Args:
            masked: the stretches of its formatted form to cover.
            images: the pictures that are there, by their source.
            may_fetch: those that lie elsewhere are offered.
        """
        self._may_fetch = may_fetch
        if opened.sent is None or self._letter is None:
            if self.is_waiting:
                self._set_text()
            return
        is_new = self._sent is None
        self._sent = SentLetter(opened.sent, masked, images)
        if is_new:
            self._is_as_sent = not opened.has_plain
        self.form.show_form(is_as_sent=self._is_as_sent, differs=opened.differs)
        self._set_text()

    @property
    def is_waiting(self) -> bool:
        """Whether the text of another letter is still to be shown."""
        return self._late_text.isActive()

    @property
    def is_as_sent(self) -> bool:
        """Whether the letter is shown as it was sent."""
        return self._is_as_sent

    def sent_text(self) -> tuple[str, Spans] | None:
        """The text as it was sent, and what is covered of it; None where it is shown as text."""
        if self._sent is None or not self._is_as_sent:
            return None
        return self._sent.text, self._sent.masked

    @property
    def has_links(self) -> bool:
        """Whether links are shown that can be followed."""
        return self._is_as_sent and self._sent is not None and self._sent.has_links

    def words_height(self) -> int:
        """How high the letter's own words are."""
        return self._text.height()

    def toggle_form(self) -> None:
        """Show the letter as text, or as it was sent."""
        if self._sent is not None:
            self._is_as_sent = not self._is_as_sent
            self.form.show_switched(is_as_sent=self._is_as_sent)
            self._set_text()
            self.folded_changed.emit()

    def shown_texts(self) -> list[LetterText]:
        """The texts of the letter that are in view, in their order."""
        return [text for text in self.findChildren(LetterText) if text.isVisibleTo(self)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._new_look.start()  # it comes while parts are being put in, too

    def _on_new_look(self) -> None:
        if self._is_as_sent and self._sent is not None and self._sent.is_out_of_fashion(self):
            self._set_text()

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

    def _on_late_text(self) -> None:
        self._set_text()
        self.folded_changed.emit()

    def _set_text(self) -> None:
        self._late_text.stop()
        if self._letter is None:
            return
        sent = self._sent if self._is_as_sent else None
        if sent is None:
            text, masked = self._letter.message.text, self._masked
            if not self._letter.is_here:
                text = self.tr("The text of this letter is on its way.")
            parts = parts_of(text, () if self.is_revealed else masked)
        else:
            text, masked = sent.text, sent.masked
            parts = sent.parts(self, is_revealed=self.is_revealed)
        pictures = None if sent is None else sent.pictures
        kinds = (sent is None, *(part.kind for part in parts))
        had_focus = self._has_focus()
        if kinds != self._kinds:
            self._kinds = kinds
            self._text.empty()
            self._stretches = [self._made_stretch(part) for part in parts]
        for stretch, part in zip(self._stretches, parts, strict=True):
            stretch.show_part(part, pictures)
        if had_focus:
            self.focus_text()  # or it goes to the search field, which takes J for a word
        self._mask.show_count(count_covered(text, masked), is_revealed=self.is_revealed)
        self._more.setVisible(len(text) > MOST_SHOWN)
        self.form.show_missing(sent.missing if sent is not None and self._may_fetch else 0)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._text.isAncestorOf(focused)

    def _made_stretch(self, part: Part) -> LetterText | FoldedText:
        stretch = self._made_fold(part) if part.is_folded else self._made_text(part)
        self._text.add(stretch)
        return stretch

    def _made_fold(self, part: Part) -> FoldedText:
        is_quoted = part.kind is RegionKind.QUOTED
        title = self.tr("Quoted text") if is_quoted else self.tr("Small print")
        fold = FoldedText(f"{title} · {self._words.lines(part.lines)}", parent=self._text)
        fold.folded_changed.connect(self.folded_changed)
        fold.text_made.connect(self._watch_links)
        return fold

    def _made_text(self, part: Part) -> LetterText:
        tone = Tone.MUTED if part.kind is RegionKind.SIGNATURE else None
        text = LetterText(Type.LETTER, tone, self._text)
        text.setAccessibleName(self.tr("Text of the letter"))
        text.cursor_moved.connect(self._on_cursor_moved)
        self._watch_links(text)
        return text

    def _watch_links(self, text: LetterText) -> None:
        text.link_pointed.connect(self._on_link_pointed)
        text.link_pressed.connect(self._on_link_pressed)

    def _on_link_pointed(self, number: int) -> None:
        link = self._sent.link(number) if self._sent is not None else None
        self.link_pointed.emit(None if link is None else look_at(*link))

    def _on_link_pressed(self, number: int) -> None:
        link = self._sent.link(number) if self._sent is not None else None
        if link is not None:
            self.link_pressed.emit(look_at(*link))

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
