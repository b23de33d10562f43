"""The page of letters: the list, the letter above its reply, and the facts beside both."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ..case.facts_side import FactsSide
from ..delivery_words import DeliveryWords
from ..outbox_words import HoldWords
from ..rail_item import ICONS_WIDTH
from ..reply.composer import Composer
from ..reply.finding_card import FindingKeys
from ..reply.reply_words import ReplyWords
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px
from ..words import Words
from .letter_view import LetterView
from .message_list_model import MessageListModel
from .message_list_view import MessageListView

NARROW: Final = 1180  # of the window: below it the list is slim, the facts are a drawer (LOOK)
_LIST_WIDTH: Final = 310
_SLIM_WIDTH: Final = 84
_OPEN_SLIM_WIDTH: Final = 280
_MOST_OF_LIST: Final = 33  # of a hundred, of a narrow window in large type
_LETTER_SHARE: Final = 40  # of a hundred, while a reply is written
_LEAST_READ: Final = 90  # some lines of the letter


class InboxPage(QWidget):
    """Lays the list, the letter, the composer and the facts out, wide or narrow."""

    def __init__(
        self,
        words: Words,
        delivery_words: DeliveryWords,
        reply_words: ReplyWords,
        hold_words: HoldWords,
        keys: FindingKeys,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self._left = QWidget(self)
        self._column = QSplitter(Qt.Orientation.Vertical, self)
        self.model = MessageListModel(words, self)
        self.list = MessageListView(self.model, self._left)
        self.letter = LetterView(words, delivery_words, self._column)
        self.composer = Composer(reply_words, hold_words, keys, self._column)
        self.facts_side = FactsSide(words, delivery_words, self, self._column, self)
        self.facts = self.facts_side.panel
        self.composer.hide()
        self._title = Label("", Type.HEAD, parent=self._left)
        self._count = Label("", Type.BODY, Tone.MUTED, self._left)
        self._in_place = ""  # how much is in the place, while it is not said how much is chosen
        self._chosen = 0
        self._note = Label("", Type.SMALL, Tone.MUTED, self._left)
        self._note.setContentsMargins(PADDING, 0, PADDING, GAP)
        self._note.hide()
        self._lay_out()
        self.list.focus_changed.connect(self._fit_list)
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.facts_side.shown_changed.connect(self._on_facts_shown)
        self._was_at: QWidget = self.list
        self.facts.order_chosen.connect(self._go_back)
        self.facts.confirm_wanted.connect(self._go_back)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._fit_list()

    def set_title(self, title: str, count: str) -> None:
        """Name the place that the list shows, and how much is in it."""
        self._title.setText(title)
        self._in_place = count
        self._say_count()

    def note(self) -> str:
        """What is said of the search."""
        return self._note.text()

    def set_note(self, note: str) -> None:
        """Say quietly, above the list, what of a search was not understood; "" says nothing."""
        self._note.setText(note)
        self._note.setVisible(bool(note) and not self._title.isHidden())

    def show_composer(self, *, is_shown: bool) -> None:
        """Make room for the reply under the letter, or give the letter all of it."""
        self.composer.setVisible(is_shown)
        self.letter.set_brief(is_shown)
        if is_shown:
            self._share_column()

    def read_on(self, by: int) -> None:
        """Turn the pages of the letter that is answered; first bring it back into view."""
        if self.letter.room < px(self, _LEAST_READ) and self._share_column():
            self.letter.bring_words_up()
        else:
            self.letter.turn_page(by)

    def _share_column(self) -> bool:
        """Give the letter its share of the height; whether it is higher than before."""
        before = self.letter.height()
        height = self._column.height()
        letter = height * _LETTER_SHARE // 100
        self._column.setSizes([letter, height - letter])
        return self.letter.height() > before

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
            self._fit_list()

    def _fit(self) -> None:
        is_narrow = self.width() < px(self, NARROW - ICONS_WIDTH)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self.facts_side.set_narrow(is_narrow)
            self._fit_list()
            self._on_facts_shown()
        elif is_narrow:
            self._fit_list()

    def _lay_out(self) -> None:
        dress(self._left, ground=Ground.SURFACE)
        head = QHBoxLayout()
        head.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        head.setSpacing(GAP)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self._note)
        left.addWidget(self.list, stretch=1)
        self._column.setChildrenCollapsible(False)
        self._column.addWidget(self.letter)
        self._column.addWidget(self.composer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._column, stretch=1)
        row.addWidget(self.facts_side)

    def _fit_list(self) -> None:
        """A narrow window has a slim strip that widens while it has the keyboard."""
        is_slim = self._is_narrow and not self.list.hasFocus()
        self.list.set_slim(is_slim)
        self._title.setVisible(not is_slim)
        self._note.setVisible(bool(self._note.text()) and not is_slim)
        width = _OPEN_SLIM_WIDTH if self._is_narrow else _LIST_WIDTH
        wide = px(self, _SLIM_WIDTH if is_slim else width)
        if self._is_narrow and not is_slim:
            wide = min(wide, self.width() * _MOST_OF_LIST // 100)
        self._left.setFixedWidth(wide)

    def _on_focus_changed(self, _before: QWidget | None, focused: QWidget | None) -> None:
        for pane in (self.list, self.letter, self.composer):
            if focused is not None and (focused is pane or pane.isAncestorOf(focused)):
                self._was_at = pane

    def _go_back(self) -> None:
        """Take the keyboard from a button of the facts that goes away to where it was before."""
        if not self.facts.isAncestorOf(self.focusWidget() or self):
            return
        if self.composer.isVisible():
            self.composer.editor.setFocus()
        elif self._was_at is self.letter:
            self.letter.focus_letter()
        else:
            self.list.setFocus()

    def _on_chosen_changed(self, count: int) -> None:
        self._chosen = count
        self._say_count()
        said = self._count.text() if count else self.tr("none chosen")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, said))

    def _say_count(self) -> None:
        chosen = self.tr("{count} chosen").format(count=self._chosen)
        self._count.setText(chosen if self._chosen else self._in_place)

    def _on_facts_shown(self) -> None:
        self.letter.set_order_line_shown(not self.facts_side.has_room)
