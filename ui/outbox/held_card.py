"""The card of one held reply: its ring, its state in words, and the ways on."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...replies.outbox.clock import to_timedelta
from ...replies.outbox.held_reply import HeldReply, OutboxState
from ..languages import spoken
from ..outbox_words import OutboxWords, shortened
from ..theme.buttons import ActButton, PrimaryButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import Chip, ElidedLabel, Label
from ..theme.marks import RING_SIGNS, HeatMark, RingCountdown, RingMark
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import CARD_CORNER, GAP, HAIRLINE, PADDING, Type, px
from ..theme.tokens import Role, tokens_of
from .outbox_card import OutboxCard, Way, ways_on

_EDGE: Final = 4
_SHOWN_CHARS: Final = 320  # of each text on a paused card
_WAY_ICONS: Final = {
    Way.READ: Icon.MAIL,
    Way.HOLD_AGAIN: Icon.CLOCK,
    Way.TRY_NOW: Icon.REFRESH,
    Way.MARK_SENT: Icon.CHECK,
    Way.SEND_AGAIN: Icon.SEND,
    Way.LONGER: Icon.CLOCK,
    Way.TAKE_BACK: Icon.REFUND,
}
_MARKS: Final = {
    OutboxState.COOLING: RingMark.COOLING,
    OutboxState.PAUSED: RingMark.PAUSED,
    OutboxState.READY: RingMark.READY,
    OutboxState.SENDING: RingMark.SENDING,
    OutboxState.SENT: RingMark.SENT,
    OutboxState.FAILED: RingMark.FAILED,
    OutboxState.UNCERTAIN: RingMark.UNCERTAIN,
    OutboxState.RECALLED: RingMark.PAUSED,
}
_GROUNDS: Final = {
    RingMark.COOLING: Role.COOLING_SOFT,
    RingMark.PAUSED: Role.PAUSED_SOFT,
    RingMark.READY: Role.READY_SOFT,
    RingMark.SENDING: Role.COOLING_SOFT,
    RingMark.SENT: Role.READY_SOFT,
    RingMark.FAILED: Role.ERROR_SOFT,
    RingMark.UNCERTAIN: Role.UNCERTAIN_SOFT,
}


class HeldCard(QFrame):
    """Shows a held reply; the same card can show another one later.

    Signals:
        way_wanted: carries the Way that was pressed and the id of the reply.
        pressed: carries the id of the reply whose card was pressed.
    """

    way_wanted = Signal(object, int)
    pressed = Signal(int)

    def __init__(self, words: OutboxWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._card: OutboxCard | None = None
        self._mark = RingMark.COOLING
        self._is_selected = False
        self._has_focus = False
        self._stepped: tuple[OutboxCard, int] | None = None
        self._is_main = False
        self._is_sure = False
        self._buttons: dict[tuple[Way, bool], QPushButton] = {}
        self._ring = RingCountdown(self)
        self._heat = HeatMark(self)
        self._name = ElidedLabel(kind=Type.STRONG, parent=self)
        self._state = Chip(parent=self)
        self._headline = Label(kind=Type.STRONG, parent=self)
        self._subject = ElidedLabel(tone=Tone.MUTED, parent=self)
        self._files = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._detail = Label(tone=Tone.MUTED, parent=self)
        self._both = _BothTexts(self)
        self._beside = QVBoxLayout()
        self._below = FlowLayout(gap=GAP, line_gap=GAP)
        self._is_narrow = False
        self._lay_out()

    @property
    def reply_id(self) -> int:
        """Which reply is shown."""
        return self._card.reply.id if self._card else 0

    def shows(self, card: OutboxCard, *, is_main: bool) -> bool:
        """Whether this is what it shows already."""
        return self._card is card and self._is_main is is_main

    def show_card(self, card: OutboxCard, now: datetime, steady_ns: int, *, is_main: bool) -> None:
        """Show a held reply as it stands at this moment.

        Args:
            card: what to show.
            now: UTC.
            steady_ns: the steady time of the profile.
            is_main: its main way on is the one primary button of the screen.
        """
        if card.reply.id != self.reply_id:
            self._is_sure = False
        self._card, self._is_main = card, is_main
        self.step(now, steady_ns)
        self._name.setText(card.customer)
        self._subject.setText(card.reply.draft.subject)
        self._files.setText(self._words.words.files(card.reply.draft.enclosures))
        self._files.setVisible(bool(card.reply.draft.enclosures))
        self._heat.setVisible(card.heat is not None)
        if card.heat is not None:
            self._heat.set_heat(card.heat, self._words.words.heat(card.heat))
        is_paused = card.reply.state is OutboxState.PAUSED
        self._both.setVisible(is_paused)
        if is_paused:
            self._both.show_texts(card, self._words, now)
        self._show_ways()

    def step(self, now: datetime, steady_ns: int) -> bool:
        """Move the ring and the words that speak of time; whether the card may need new room."""
        if self._card is None or self._stepped == (self._card, steady_ns):
            return False
        self._stepped = (self._card, steady_ns)
        reply = self._card.reply
        said = self._words.card(reply, now, steady_ns)
        headline = spoken(said.headline)
        is_leaving = reply.state is OutboxState.READY and reply.is_approved
        self._mark = RingMark.SENDING if is_leaving else _MARKS[reply.state]
        self._ring.show_mark(self._mark, _fraction(reply, steady_ns), said.state)
        detail = spoken(said.detail)
        parts = (self._card.customer, said.state, headline, detail)
        name = ". ".join(part for part in parts if part)
        if name == self.accessibleName():
            return False
        self.setAccessibleName(name)
        role, icon = RING_SIGNS[self._mark]
        self._state.show_word(said.state, icon, (role, _GROUNDS[self._mark]))
        shown = self._headline.text(), self._detail.text()
        self._headline.setText(headline)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        return shown != (headline, detail)

    def height_for(self, width: int) -> int:
        """The height that its words need now; Qt forgets what it laid out only when activated."""
        self._column.activate()
        return self.heightForWidth(width)

    def set_selected(self, *, is_selected: bool, has_focus: bool) -> None:
        """Show whether the keys mean this card; only its buttons are in the Tab order then."""
        self._is_selected, self._has_focus = is_selected, has_focus
        policy = Qt.FocusPolicy.StrongFocus if is_selected else Qt.FocusPolicy.NoFocus
        for button in self._buttons.values():
            button.setFocusPolicy(policy)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit(self.reply_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        corner = px(self, CARD_CORNER)
        is_ringed = self._is_selected and self._has_focus
        width = tokens.focus_width if is_ringed else HAIRLINE
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        paper = QPainterPath()
        paper.addRoundedRect(box, corner, corner)
        painter.fillPath(paper, tokens[Role.RAISED])
        painter.save()
        painter.setClipPath(paper)
        edge = QRectF(0, 0, px(self, _EDGE), self.height())
        painter.fillRect(edge, tokens[RING_SIGNS[self._mark][0]])
        painter.restore()
        quiet = Role.LINE if self._is_selected else Role.BORDER
        painter.setPen(QPen(tokens[Role.FOCUS if is_ringed else quiet], width))
        painter.drawPath(paper)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Set the ways on below the text, where there is no room beside it."""
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._show_ways()

    def _show_ways(self) -> None:
        ways = ways_on(self._card.reply) if self._card else ()
        for button in self._buttons.values():
            for layout in (self._beside, self._below):
                layout.removeWidget(button)
            button.hide()
        for place, way in enumerate(ways):
            button = self._button(way, is_primary=self._is_main and way is Way.READ)
            button.setText(self._way_text(way))
            if self._is_narrow:
                self._below.addWidget(button)
            else:
                self._beside.insertWidget(place, button)
            button.show()
        self.set_selected(is_selected=self._is_selected, has_focus=self._has_focus)

    def _button(self, way: Way, *, is_primary: bool) -> QPushButton:
        if (made := self._buttons.get((way, is_primary))) is not None:
            return made
        button: QPushButton = (
            PrimaryButton("", _WAY_ICONS[way], parent=self)
            if is_primary
            else ActButton("", _WAY_ICONS[way], parent=self)
        )
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.setProperty("way", way.value)
        button.clicked.connect(self._on_way_clicked)
        self._buttons[way, is_primary] = button
        return button

    def _way_text(self, way: Way) -> str:
        is_paused = self._card is not None and self._card.reply.state is OutboxState.PAUSED
        texts = {
            Way.READ: self._read_text(is_paused=is_paused),
            Way.HOLD_AGAIN: self.tr("Hold it again"),
            Way.TRY_NOW: self.tr("Try now"),
            Way.MARK_SENT: self.tr("It has arrived"),
            Way.SEND_AGAIN: self.tr("Send once more…"),
            Way.LONGER: self.tr("1 h longer"),
            Way.TAKE_BACK: self.tr("Take back"),
        }
        return texts[way]

    def _read_text(self, *, is_paused: bool) -> str:
        if self._card is not None and not self._card.reply.draft.is_answer:
            return self.tr("Look at it") if is_paused else self.tr("Read it again")
        return self.tr("Look at both") if is_paused else self.tr("Read both letters")

    def _on_way_clicked(self) -> None:
        way = Way(self.sender().property("way"))
        self.pressed.emit(self.reply_id)
        if way is Way.SEND_AGAIN and not self._is_sure:
            self._is_sure = True
            self._button(way, is_primary=False).setText(self.tr("They may get it twice: send"))
            return
        self._is_sure = False
        self.way_wanted.emit(way, self.reply_id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._heat)
        head.addWidget(self._name)
        head.addWidget(self._state)
        head.addStretch(1)
        text = QVBoxLayout()
        text.setSpacing(GAP // 2)
        text.addLayout(head)
        for label in (self._headline, self._subject, self._files, self._detail):
            text.addWidget(label)
        text.addStretch(1)
        text.insertLayout(text.count() - 1, self._below)
        self._beside.setSpacing(GAP // 2 + 2)
        self._beside.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(PADDING + GAP)
        top.addWidget(self._ring, alignment=Qt.AlignmentFlag.AlignTop)
        top.addLayout(text, stretch=1)
        top.addLayout(self._beside)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(PADDING + GAP, PADDING, PADDING + GAP // 2, PADDING)
        column.setSpacing(PADDING)
        column.addLayout(top)
        column.addWidget(self._both)


class _BothTexts(QWidget):
    """Their new letter beside the reply that is held."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(PADDING)
        self._theirs = _Text(self)
        self._ours = _Text(self)
        row.addWidget(self._theirs, stretch=1)
        row.addWidget(self._ours, stretch=1)

    def show_texts(self, card: OutboxCard, words: OutboxWords, now: datetime) -> None:
        self._theirs.setVisible(card.news is not None)
        if card.news is not None:
            head = words.news(card.reply.paused_by, card.news, now)
            self._theirs.show_text(head, card.news.text)
        self._ours.show_text(self.tr("Your held reply"), card.reply.draft.body)


class _Text(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.QUIET_CARD)
        self._head = Label(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._text = Label(parent=self)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP, PADDING, GAP)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._text, stretch=1)

    def show_text(self, head: str, text: str) -> None:
        self._head.setText(head)
        self._text.setText(shortened(" ".join(text.split()), _SHOWN_CHARS))


def _fraction(reply: HeldReply, steady_ns: int) -> float:
    if reply.state is OutboxState.PAUSED:
        return 0.0
    whole = to_timedelta(reply.release_steady_ns - reply.held_steady_ns)
    return 1 - reply.remaining(steady_ns) / whole if whole else 1.0
