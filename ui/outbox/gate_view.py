"""The re-read gate: both letters on screen, and nothing goes out unless she says so (D4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...replies.inbox import Matter
from ...replies.orders.order import Marketplace
from ...replies.outbox.held_reply import HeldReply, OutboxState
from ..outbox_words import HoldWords
from ..theme.buttons import ActButton, PrimaryButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import KeyHint, Label
from ..theme.sheet import Ground, Look, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px
from .gate_letters import OurLetter, TheirLetter
from .line_card import LineCard
from .word_diff import changes

_NARROW: Final = 440  # below it the letters stand one above the other
_SHORT: Final = 560  # below it the small cards stand under our letter and scroll with it
_ROOMY: Final = 760  # from here on all buttons stand in one line
_MODIFIERS: Final = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)


class GateView(QWidget):
    """Shows their letter and the finished reply. It sends nothing itself; it says what is wanted.

    A press of keys counts only if it began here: the press that opened the gate, and what the
    keyboard repeats of it, never sends.

    Signals:
        send_wanted: carries the id of the reply that she has read and lets go.
        edit_wanted: carries the id of the reply that she takes back to change it.
        longer_wanted: carries the id of the reply that is to wait an hour more.
        closed: she leaves; nothing changes.
    """

    send_wanted = Signal(int)
    edit_wanted = Signal(int)
    longer_wanted = Signal(int)
    closed = Signal()

    def __init__(self, words: HoldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._reply: HeldReply | None = None
        self._may_send = False
        self._is_fresh = False
        dress(self, ground=Ground.SURFACE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label(self.tr("Read both letters once more"), Type.TITLE, parent=self)
        self._state = Label(tone=Tone.MUTED, parent=self)
        self._close = ActButton(self.tr("Close"), look=Look.QUIET, parent=self)
        self._close_key = KeyHint(parent=self)
        self._theirs = TheirLetter(words.words, self)
        self._ours = OurLetter(words.words, self)
        self._facts = LineCard(self.tr("Facts it states"), Icon.CHECK, words, self)
        self._changes = LineCard(
            self.tr("Changed since your first draft"), Icon.PENCIL, words, self
        )
        self._tone = LineCard(self.tr("Tone"), Icon.LEAF, words, self)
        self._longer = ActButton(self.tr("Not yet, 1 h more"), Icon.CLOCK, parent=self)
        self._edit = ActButton(self.tr("Edit, hold restarts"), Icon.PENCIL, parent=self)
        self._call = ActButton("", Icon.PHONE, parent=self)
        self._send = PrimaryButton(
            self.tr("I can read this calmly: send"), Icon.REPLY, parent=self
        )
        self._letters = QHBoxLayout()
        self._cards = QWidget(self)
        self._cards_row = QHBoxLayout(self._cards)
        self._foot = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self.set_keys("Ctrl Enter", "Esc", "Shift V")
        self._lay_out()
        self._connect()

    @property
    def reply_id(self) -> int:
        """The reply that is shown, 0 where none is."""
        return self._reply.id if self._reply else 0

    def set_keys(self, confirm: str, leave: str, reveal: str) -> None:
        """Name the keys, as the seller's keyboard is labelled."""
        self._send.set_keys(confirm)
        self._close_key.setText(leave)
        self._theirs.set_reveal_key(reveal)

    def show_letters(
        self,
        matter: Matter,
        reply: HeldReply,
        facts: Sequence[str],
        now: datetime,
    ) -> None:
        """Show both letters; the keyboard is with ours, for reading.

        Args:
            matter: their letter and what is known of it.
            reply: the held reply; only one that is ready and not approved can be sent.
            facts: what the reply states and the order confirms, a line each.
            now: UTC.
        """
        self._reply = reply
        self._is_fresh = False
        self._state.setText(self._words.gate_head(reply, now))
        self._theirs.show_matter(matter, now)
        self._ours.show_reply(reply, now)
        self._facts.show_lines(facts, self.tr("It names nothing that the order could confirm."))
        self._show_changes(reply)
        kept = [self._words.kept(reason) for _, reason in reply.dismissals]
        self._tone.show_lines(kept, self.tr("Everything that was found was mended."))
        self._show_call(matter)
        self._allow(reply)
        self._ours.focus_text()

    def confirm(self) -> None:
        """Send, by a key that was pressed here; a key held down since before does nothing."""
        if self._is_fresh:
            self._on_send()

    def toggle_reveal(self) -> None:
        """Show the masked words of their letter, or cover them."""
        self._theirs.toggle_reveal()

    def event(self, event: QEvent) -> bool:
        self._note_press(event)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ours.focus_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self._letters.setDirection(_direction(is_stacked=self.width() < px(self, _NARROW)))
        self._foot.setDirection(_direction(is_stacked=self.width() < px(self, _ROOMY)))
        is_short = self.height() < px(self, _SHORT)
        self._cards_row.setDirection(_direction(is_stacked=is_short))
        if is_short:
            self._ours.put_under(self._cards)
        else:
            self._column.insertWidget(self._column.count() - 1, self._cards)

    def _note_press(self, event: QEvent) -> None:
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return
        is_modifier = Qt.Key(event.key()) in _MODIFIERS
        is_release = event.type() is QEvent.Type.KeyRelease
        if is_release is not is_modifier:
            self._is_fresh = True

    def _on_send(self) -> None:
        if self._reply is not None and self._may_send:
            self._may_send = False
            self._send.set_allowed(is_allowed=False, why_not=self.tr("It goes out now."))
            self.send_wanted.emit(self._reply.id)

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self.reply_id)

    def _on_longer(self) -> None:
        self.longer_wanted.emit(self.reply_id)

    def _allow(self, reply: HeldReply) -> None:
        is_open = not reply.is_approved
        self._may_send = reply.state is OutboxState.READY and is_open
        self._send.set_allowed(self._may_send, self._state.text())
        is_waiting = reply.state in (OutboxState.READY, OutboxState.COOLING)
        self._longer.setEnabled(is_waiting and is_open)
        self._edit.setEnabled(is_open and (is_waiting or reply.state is OutboxState.PAUSED))

    def _show_changes(self, reply: HeldReply) -> None:
        found = changes(reply.first_body, reply.draft.body)
        lines = [self._words.change(change.before, change.after) for change in found]
        self._changes.show_lines(lines, self.tr("Nothing: it is as it was first written."))

    def _show_call(self, matter: Matter) -> None:
        order = matter.order.order if matter.order else None
        number = order.buyer.phone if order else None
        if order is not None and order.marketplace is not Marketplace.OWN:
            why_not = self.tr("not on this marketplace")
        elif not number:
            why_not = self.tr("no number")
        else:
            why_not = number
        self._call.setText(self.tr("Call instead: {why}").format(why=why_not))
        self._call.setEnabled(False)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self._longer.clicked.connect(self._on_longer)
        self._edit.clicked.connect(self._on_edit)
        self._send.confirmed.connect(self._on_send)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._state)
        head.addLayout(words, stretch=1)
        for part in (self._close, self._close_key):
            head.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._letters.setSpacing(PADDING + 4)
        self._letters.addWidget(self._theirs, stretch=1)
        self._letters.addWidget(self._ours, stretch=1)
        self._cards_row.setContentsMargins(0, 0, 0, 0)
        self._cards_row.setSpacing(PADDING)
        for card in (self._facts, self._changes, self._tone):
            self._cards_row.addWidget(card, stretch=1)
        others = QWidget(self)
        flow = FlowLayout(others, GAP, GAP)
        for button in (self._longer, self._edit, self._call):
            flow.addWidget(button)
        self._foot.setSpacing(GAP)
        self._foot.addWidget(others, stretch=1)
        self._foot.addWidget(self._send, alignment=Qt.AlignmentFlag.AlignRight)
        self._column.setContentsMargins(PADDING * 2, PADDING + GAP, PADDING * 2, PADDING)
        self._column.setSpacing(PADDING)
        self._column.addLayout(head)
        self._column.addLayout(self._letters, stretch=1)
        self._column.addLayout(self._foot)


def _direction(*, is_stacked: bool) -> QBoxLayout.Direction:
    down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    return down if is_stacked else across
