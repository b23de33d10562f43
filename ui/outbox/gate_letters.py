"""The two letters of the gate, side by side: theirs on the quiet ground, ours on white."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...replies.inbox import Matter
from ...replies.outbox.held_reply import HeldReply
from ..inbox.letter_body import LetterText
from ..inbox.letter_page import LetterPage
from ..inbox.letter_text import pieces_of
from ..inbox.summary_card import SummaryCard
from ..reply.focus_pane import FocusPane, Hairline
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, Label, Sign
from ..theme.marks import HeatMark
from ..theme.sheet import Tone
from ..theme.sizes import GAP, ICON, PADDING, Type
from ..theme.tokens import Role
from ..words import Words

_NO_BAR: Final = "LetterText { border: none; padding: 0; background: transparent; }"


class TheirLetter(FocusPane):
    """The letter that is answered: neutral summary first, abuse covered.

    Attributes:
        area: what has the keyboard while it is read.
    """

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(Role.SURFACE, Role.BORDER, parent)
        self._words = words
        self._heat = HeatMark(self)
        self._head = ElidedLabel(kind=Type.STRONG, tone=Tone.MUTED, parent=self)
        self.area = ReadingArea(self.tr("Their letter"), self)
        self._summary = SummaryCard(words, self.area)
        self._page = LetterPage(words, self.area)
        self._page.reveal_pressed.connect(self.toggle_reveal)
        self.area.fill(self._summary, self._page)
        self.watch(self.area)
        _lay_out(self, self._heat, self._head, self.area)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The parts inside of it that Tab stops at."""
        parts = self.area.findChildren(QWidget)
        return tuple(part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def show_matter(self, matter: Matter, now: datetime) -> None:
        """Show the newest letter of the customer."""
        message = matter.letter.message
        name = self._words.name(message.sender)
        at = self._words.moment(message.date or matter.letter.internal_date, now)
        self._head.setText(self.tr("{name} wrote, {time}").format(name=name, time=at))
        self._heat.setVisible(matter.complaint)
        self._heat.set_heat(matter.heat, self._words.mood(matter.kind, matter.heat))
        self._summary.show_matter(matter)
        self._page.set_revealed(is_revealed=False)
        self._page.show_letter(matter.letter, matter.masks.get(matter.letter.id, ()))
        self.area.verticalScrollBar().setValue(0)

    def set_reveal_key(self, keys: str) -> None:
        """Name the key that shows masked words."""
        self._page.set_reveal_key(keys)

    def toggle_reveal(self) -> None:
        """Show the masked words, or cover them."""
        self._page.set_revealed(is_revealed=not self._page.is_revealed)


class OurLetter(FocusPane):
    """The reply as it would go out: to whom, about what, with which files, and every word.

    Attributes:
        area: what has the keyboard while it is read.
    """

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(Role.RAISED, Role.BORDER, parent)
        self._words = words
        self._head = ElidedLabel(kind=Type.STRONG, tone=Tone.MUTED, parent=self)
        self._to = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._subject = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self.area = ReadingArea(self.tr("Your answer"), self)
        self._files = Label(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._text = LetterText(Type.GATE, parent=self.area)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setStyleSheet(_NO_BAR)
        self.area.fill(
            self._to, self._subject, self._files, Hairline(parent=self.area), self._text
        )
        self.watch(self.area)
        _lay_out(self, Sign(Icon.REPLY, side=ICON - 2, parent=self), self._head, self.area)

    def show_reply(self, reply: HeldReply, now: datetime) -> None:
        """Show the text that is held."""
        draft = reply.draft
        at = self._words.moment(reply.held_at, now)
        answer = self.tr("Your answer, held since {time}")
        alone = self.tr("Your letter, held since {time}")
        self._head.setText((answer if draft.is_answer else alone).format(time=at))
        self._to.setText(self.tr("To {address}").format(address=str(draft.to)))
        self._subject.setText(self.tr("Subject: {subject}").format(subject=draft.subject))
        self._files.setText(self._words.files(draft.enclosures))
        self._files.setVisible(bool(draft.enclosures))
        self._text.show_pieces(pieces_of(draft.body, 0, len(draft.body)))
        self.area.verticalScrollBar().setValue(0)

    def put_under(self, part: QWidget) -> None:
        """Set something under the text, to scroll with it."""
        self.area.put_last(part)

    def set_description(self, words: str) -> None:
        """What a screen reader says besides, when it comes to the text."""
        self.area.setAccessibleDescription(words)

    def focus_text(self) -> None:
        """Give the keyboard to the text, for reading."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)


class ReadingArea(QScrollArea):
    """Scrolls what is read with the arrow keys, Space, Home and End."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        content = QWidget(self.viewport())
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self.setWidget(content)
        for ground in (content, self.viewport()):
            ground.setAutoFillBackground(False)

    def fill(self, *parts: QWidget) -> None:
        """Show these below each other."""
        for part in parts:
            self.put_last(part)

    def put_last(self, part: QWidget) -> None:
        """Show this behind the others."""
        self._column.removeWidget(part)
        self._column.insertWidget(self._column.count() - 1, part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if event.key() in steps and not event.modifiers():
            bar.setValue(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _lay_out(pane: QWidget, sign: QWidget, head: QWidget, area: QWidget) -> None:
    top = QHBoxLayout()
    top.setSpacing(GAP)
    top.addWidget(sign)
    top.addWidget(head, stretch=1)
    column = QVBoxLayout(pane)
    column.setContentsMargins(PADDING + GAP, PADDING, PADDING, PADDING)
    column.setSpacing(GAP)
    column.addLayout(top)
    column.addWidget(area, stretch=1)
