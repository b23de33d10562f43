"""One letter with all that belongs to it, to be read in calm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...mailbox.links import LinkTarget
from ...mailbox.message import StoredMessage
from ...mailbox.showing import OpenedLetter
from ...replies.cases.promise import Promise
from ...replies.inbox import Matter
from ..case.order_line import OrderLine
from ..delivery_words import DeliveryWords
from ..letter.find_bar import FindBar
from ..letter.finding import Finding
from ..letter.link_line import LinkLine, link_question
from ..theme.labels import Label
from ..theme.settle import settle
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type
from ..words import Words
from .corrections import CorrectionBar
from .letter_head import LetterHead
from .letter_page import LetterPage
from .letter_text import Spans
from .summary_card import SummaryCard

_PAGE_OVERLAP: Final = 40  # pixels that stay in view when a page is turned
_LEAST_LINES: Final = 2


class LetterView(QStackedWidget):
    """Shows a letter: head, neutral summary, text, and the history of the conversation.

    Signals:
        correction_wanted: carries the Correction that the seller wants.
        revealed_changed: carries whether masked words are now to be read.
        link_agreed: carries the address of a link that is to be opened, looked at and agreed to.
        pictures_wanted: carries whether those of this sender are to be shown from now on.
        save_wanted, look_wanted, open_wanted: each carries the number of an attachment, from 0.
        stop_wanted: carries the number of an attachment that is to be fetched no further.
    """

    correction_wanted = Signal(object)
    revealed_changed = Signal(bool)
    link_agreed = Signal(str)
    pictures_wanted = Signal(bool)
    save_wanted = Signal(int)
    look_wanted = Signal(int)
    open_wanted = Signal(int)
    stop_wanted = Signal(int)

    def __init__(
        self, words: Words, delivery_words: DeliveryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letter_id: int | None = None
        self._has_order_line = False
        self._is_hers = False
        self._empty = _EmptyPage(self)
        self._full = QWidget(self)
        self._head = LetterHead(words, self._full)
        self._area = _LetterArea(self._full)
        self._is_brief = False
        self._place: int | None = None  # from where the menu of the sides was opened by a key
        self._brought = 0  # where the words were brought into view
        self._area.resized.connect(self._on_area_resized)
        content = QWidget(self._area.viewport())
        self._corrections = CorrectionBar(words, content)
        self._summary = SummaryCard(words, content)
        self._order_line = OrderLine(words, delivery_words, content)
        self._page = LetterPage(words, content)
        self._corrections.correction_wanted.connect(self.correction_wanted)
        self._corrections.sides_closed.connect(self._on_sides_closed)
        self._page.reveal_pressed.connect(self._on_reveal_pressed)
        self._page.cursor_moved.connect(self._on_cursor_moved)
        self._page.folded_changed.connect(self._on_folded_changed)
        self._links = LinkLine(self._full)
        self._page.form.form_pressed.connect(self.toggle_form)
        self._page.link_pointed.connect(self._links.show_target)
        self._page.link_pressed.connect(self._on_link_pressed)
        self._page.form.pictures_wanted.connect(self.pictures_wanted)
        self._page.attachments.save_wanted.connect(self.save_wanted)
        self._page.attachments.look_wanted.connect(self.look_wanted)
        self._page.attachments.open_wanted.connect(self.open_wanted)
        self._page.attachments.stop_wanted.connect(self.stop_wanted)
        self._finding = Finding()
        self._find_bar = FindBar(self._full)
        self._find_bar.sought.connect(self._on_sought)
        self._find_bar.stepped.connect(self.find_next)
        self._find_bar.left.connect(self.focus_letter)
        self.setAccessibleName(self.tr("Letter"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, ground=Ground.SURFACE)
        self._lay_out(content)
        self.currentChanged.connect(self._on_page_changed)
        self.show_empty("")
        self._on_page_changed()

    @property
    def is_revealed(self) -> bool:
        """Whether masked words are shown."""
        return self._page.is_revealed

    def shown_text(self) -> Mapping[int, tuple[str, Spans]]:
        """The text of the letter in the form that is shown, and what is covered, by its id."""
        if self._letter_id is None or (shown := self._page.sent_text()) is None:
            return {}
        return {self._letter_id: shown}

    def show_actions(self, actions: Iterable[QAction]) -> None:
        """Offer these actions as buttons in the head."""
        self._head.show_actions(actions)

    def set_reveal_key(self, keys: str) -> None:
        """Name the key that shows masked words."""
        self._page.set_reveal_key(keys)

    def set_offers(self, add_account: QAction, sample_shop: QAction, own_letter: QAction) -> None:
        """Have these actions at hand for where there is nothing to read."""
        self._empty.set_offers(add_account, sample_shop, own_letter)

    def show_no_account(self, words: str, detail: str) -> None:
        """Show that there is nothing to read for want of an account, and offer to add one."""
        self.show_empty(words, detail)
        self._empty.offer_account()

    def show_empty(self, words: str, detail: str = "", offer: str = "") -> None:
        """Show that there is nothing to read, in a sentence and a quieter one under it.

        Args:
            offer: what a letter to herself is good for now; "" does not offer it.
        """
        self._letter_id = None
        self._empty.show_words(words, detail, offer)
        self.setCurrentWidget(self._empty)

    def show_matter(self, matter: Matter, now: datetime, promises: Sequence[Promise] = ()) -> None:
        """Show a letter; shown again, it keeps its place and what was revealed.

        Args:
            matter: the letter and what is known of it.
            now: the time that its clocks count from.
            promises: what was promised to the customer and is not kept yet.
        """
        is_another = matter.letter.id != self._letter_id
        if is_another:
            self._find_bar.leave()
            self._links.show_target(None)
            self._links.hide()
            self.set_revealed(False)
            self._letter_id = matter.letter.id
        self._head.show_matter(matter, now, promises)
        self._corrections.show_matter(matter)
        self._summary.show_matter(matter)
        self._order_line.show_matter(matter, now)
        self._is_hers = matter.is_hers
        self._order_line.setVisible(self._has_order_line and not self._is_hers)
        self._page.show_letter(matter.letter, matter.masks.get(matter.letter.id, ()))
        self._page.show_others(_others(matter), matter.masks, now)
        self.setCurrentWidget(self._full)
        if not self._page.is_waiting:
            self._settle()
        if is_another:
            self._area.verticalScrollBar().setValue(0)

    def show_opened(
        self,
        letter_id: int,
        opened: OpenedLetter,
        masked: Spans,
        images: Mapping[str, QImage],
        *,
        may_fetch: bool = False,
    ) -> None:
        """Show what the bytes of the letter that is shown hold beside its text.

        Args:
            may_fetch: pictures that lie elsewhere are offered.
        """
        if letter_id == self._letter_id:
            self._page.show_opened(opened, masked, images, may_fetch=may_fetch)
            self._on_folded_changed()

    def show_fetched(self, letter_id: int, percents: Mapping[int, int]) -> None:
        """Show how far its attachments are that are being fetched, by their numbers."""
        if letter_id == self._letter_id:
            self._page.attachments.show_fetched(percents)

    def set_opened_at_once(self) -> None:
        """Leave the text of another letter to `show_opened`, which follows in the same turn.

        Where it does not follow, the text is shown in the next turn.
        """
        self._page.defers_text = True

    def set_form_keys(self, form: str, pictures: str) -> None:
        """Name the keys that change the form of the letter and show its pictures."""
        self._page.form.set_keys(form, pictures)

    def toggle_form(self) -> None:
        """Show the letter as text, or as it was sent."""
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self._page.isAncestorOf(focused)
        self._page.toggle_form()
        if has_focus:
            self._page.focus_text()

    def ask_for_pictures(self) -> None:
        """Offer the pictures that the letter does not bring itself."""
        self._page.form.open_menu()

    def ask_for_fault(self) -> bool:
        """Let her say on whose side it arose; False where the letter complains of nothing."""
        button = self._corrections.fault_button
        if button is None or self.currentWidget() is not self._full:
            return False
        self._place = self._area.verticalScrollBar().value()
        self._area.ensureWidgetVisible(button)
        self._corrections.ask_for_fault()
        return True

    def focus_attachments(self) -> None:
        """Give the keyboard to the first file that came with the letter."""
        self._page.attachments.focus_first()

    def find_words(self) -> None:
        """Find words in the letter."""
        if self.currentWidget() is self._full:
            self._find_bar.open()

    def find_next(self, by: int = 1) -> None:
        """Go to the next place of what is sought, or the one before."""
        if not self._find_bar.isVisible():
            self.find_words()
            return
        self._finding.step(by)
        self._show_found()

    def set_revealed(self, is_revealed: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show the masked words, or cover them again."""
        if is_revealed is not self._page.is_revealed:
            self._page.set_revealed(is_revealed=is_revealed)
            self._settle()
            self.revealed_changed.emit(is_revealed)

    def set_order_line_shown(self, is_shown: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show the order in one line above the letter, while the facts pane is hidden."""
        self._has_order_line = is_shown
        self._order_line.setVisible(is_shown and not self._is_hers)
        self._settle()

    def set_brief(self, is_brief: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Leave the room to the letter's own words while it is answered, or show all of it."""
        self._is_brief = is_brief
        self._head.set_brief(is_brief)
        if is_brief:
            self.bring_words_up()
        else:
            self._area.verticalScrollBar().setValue(0)

    def bring_words_up(self) -> None:
        """Bring the first words into view, with as much before them as there is room for."""
        self._settle()
        top = self._page.y() - GAP
        spare = self._area.viewport().height() - self._page.words_height() - GAP * 2
        self._brought = max(0, top - max(0, spare))
        self._area.verticalScrollBar().setValue(self._brought)

    def turn_page(self, by: int) -> None:
        """Read on, or back, without leaving what has the keyboard."""
        self._area.turn_page(by)

    @property
    def room(self) -> int:
        """How high the part is in which the letter is read."""
        return self._area.viewport().height()

    def focus_letter(self) -> None:
        """Give the keyboard to the text of the letter."""
        self._page.focus_text()

    def _settle(self) -> None:
        settle(self._area)

    def _on_page_changed(self) -> None:
        """Let the page that is shown alone say how little room is enough."""
        ignored, minded = QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        for page in (self._empty, self._full):
            policy = minded if page is self.currentWidget() else ignored
            page.setSizePolicy(policy, policy)

    def _on_area_resized(self) -> None:
        """The words stay in view while the reply takes its room, until she scrolls herself."""
        if self._is_brief and self._area.verticalScrollBar().value() <= self._brought:
            self.bring_words_up()

    def _on_sides_closed(self) -> None:
        """Go back to where she read, where the menu was opened from elsewhere."""
        if self._place is not None:
            self._area.verticalScrollBar().setValue(self._place)
            self._place = None

    def _on_sought(self, typed: str) -> None:
        self._finding.seek(typed, self._page.shown_texts())
        self._show_found()

    def _show_found(self) -> None:
        self._find_bar.show_count(self._finding.place, self._finding.count)
        found = self._finding.current()
        if found is not None:
            text, place = found
            self._on_cursor_moved(text, text.cursorRect(place))

    def _on_folded_changed(self) -> None:
        self._links.setVisible(self._page.has_links)
        self._settle()
        if self._find_bar.isVisible():
            self._on_sought(self._find_bar.field.text())

    def _on_link_pressed(self, target: LinkTarget) -> None:
        if target.opens and not target.warnings:
            self.link_agreed.emit(target.url)
            return
        question = link_question(target, self)
        if target.opens:
            question.accepted.connect(partial(self.link_agreed.emit, target.url))
        question.open()

    def _on_reveal_pressed(self) -> None:
        self.set_revealed(not self.is_revealed)

    def _on_cursor_moved(self, text: QWidget, place: QRect) -> None:
        inside = self._area.widget()
        if inside is not None:
            at = text.mapTo(inside, place.center())
            self._area.ensureVisible(at.x(), at.y(), 0, place.height() * 2)

    def _lay_out(self, content: QWidget) -> None:
        dress(content, ground=Ground.SURFACE)
        lines = QVBoxLayout(content)
        lines.setContentsMargins(PADDING, 0, PADDING, PADDING)
        lines.setSpacing(PADDING)
        for part in (self._corrections, self._summary, self._order_line, self._page):
            lines.addWidget(part)
        lines.addStretch(1)
        self._area.setWidget(content)
        column = QVBoxLayout(self._full)
        column.setContentsMargins(GAP, PADDING, GAP, 0)
        column.setSpacing(GAP)
        head = QVBoxLayout()
        head.setContentsMargins(PADDING, 0, PADDING, 0)
        head.addWidget(self._head)
        column.addLayout(head)
        column.addWidget(self._area, stretch=1)
        column.addWidget(self._links)
        column.addWidget(self._find_bar)
        self.addWidget(self._empty)
        self.addWidget(self._full)


def _others(matter: Matter) -> tuple[StoredMessage, ...]:
    """The other messages of the conversation, the newest first."""
    return tuple(m for m in reversed(matter.messages) if m.id != matter.letter.id)


class _LetterArea(QScrollArea):
    """Scrolls the letter; Space turns a page, as in mail programs."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Some lines: while a reply is written in a low window, the reply has the room."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), min(hint.height(), self.fontMetrics().height() * _LEAST_LINES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def turn_page(self, by: int) -> None:
        """Scroll by so many pages, some lines of the last one staying in view."""
        page = max(_PAGE_OVERLAP, self.viewport().height() - _PAGE_OVERLAP)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + page * by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        key = Qt.Key(event.key())
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space:
            self.turn_page(-1 if is_back else 1)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)


class _EmptyPage(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Label("", Type.HEAD, parent=self)
        self._detail = Label("", Type.BODY, Tone.MUTED, self)
        self._offer = Label("", Type.BODY, parent=self)
        self._add_account = QToolButton(self)
        self._sample_shop = QToolButton(self)
        self._own_letter = QToolButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.addStretch(2)
        for label in (self._words, self._detail, self._offer):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.insertSpacing(column.indexOf(self._offer), PADDING * 2)
        column.addSpacing(GAP)
        for button in (self._add_account, self._sample_shop, self._own_letter):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignCenter)
            column.addSpacing(GAP)
        column.addStretch(3)

    def set_offers(self, add_account: QAction, sample_shop: QAction, own_letter: QAction) -> None:
        buttons = (self._add_account, self._sample_shop, self._own_letter)
        actions = (add_account, sample_shop, own_letter)
        for button, action in zip(buttons, actions, strict=True):
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())

    def offer_account(self) -> None:
        self._add_account.show()
        self._sample_shop.show()

    def show_words(self, words: str, detail: str, offer: str) -> None:
        self._words.setText(words)
        self._detail.setText(detail)
        self._offer.setText(offer)
        self._add_account.hide()
        self._sample_shop.hide()
        for part in (self._offer, self._own_letter):
            part.setVisible(bool(offer))
