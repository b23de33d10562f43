"""The re-read gate: both letters on screen, and nothing goes out unless she says so (D4)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ...replies.calling import CallSheet
from ...replies.inbox import Matter
from ...replies.outbox.held_reply import HeldReply, OutboxState
from ...replies.rereading import Rereading
from ..delivery_words import DeliveryWords
from ..outbox_words import HoldWords
from ..theme.buttons import ActButton
from ..theme.labels import KeyHint, Label
from ..theme.sheet import Ground, Look, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px
from .call_card import CallCard
from .gate_reading import GateReading

_SMALLEST: Final = 320
_LOW: Final = 320
_MODIFIERS: Final = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
)


class GateView(QWidget):
    """Shows their letter and the finished reply. It sends nothing itself; it says what is wanted.

    A press of keys counts only if it began here, with both letters in view: the press that opened
    the gate, and what the keyboard repeats of it, never sends.

    Signals:
        send_wanted: carries the id of the reply that she has read and lets go.
        edit_wanted: carries the id of the reply that she takes back to change it.
        longer_wanted: carries the id of the reply that is to wait an hour more.
        call_wanted: carries the id of the reply instead of which she calls.
        talked: carries the id of the reply after a call that was answered.
        nobody_answered: carries the id of the reply after a call in vain.
        closed: she leaves; nothing changes.
    """

    send_wanted = Signal(int)
    edit_wanted = Signal(int)
    longer_wanted = Signal(int)
    call_wanted = Signal(int)
    talked = Signal(int)
    nobody_answered = Signal(int)
    closed = Signal()

    def __init__(
        self, words: HoldWords, delivery: DeliveryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._reply: HeldReply | None = None
        self._may_send = False
        self._is_fresh = False
        dress(self, ground=Ground.SURFACE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label("", Type.TITLE, parent=self)
        self._state = Label(tone=Tone.MUTED, parent=self)
        self._close = ActButton(self.tr("Close"), look=Look.QUIET, parent=self)
        self._close_key = KeyHint(parent=self)
        self._reading = GateReading(words, self)
        self._call = CallCard(words.words, delivery, self)
        self.set_keys("Ctrl Enter", "Esc", "Shift V")
        self._lay_out()
        self._connect()

    @property
    def reply_id(self) -> int:
        """The reply that is shown, 0 where none is."""
        return self._reply.id if self._reply else 0

    @property
    def is_calling(self) -> bool:
        """Whether the call card stands in place of the letters."""
        return not self._call.isHidden()

    def set_keys(self, confirm: str, leave: str, reveal: str) -> None:
        """Name the keys, as the seller's keyboard is labelled."""
        self._reading.foot.set_keys(confirm)
        self._close_key.setText(leave)
        self._reading.theirs.set_reveal_key(reveal)

    def show_letters(
        self, matter: Matter, reply: HeldReply, found: Rereading, now: datetime
    ) -> None:
        """Show both letters; the keyboard is with ours, for reading.

        Args:
            matter: their letter and what is known of it.
            reply: the held reply; only one that is ready and not approved can be sent.
            found: what its final text comes to.
            now: UTC.
        """
        self._reply = reply
        both = self.tr("Read both letters once more")
        alone = self.tr("Read your letter once more")
        self._title.setText(both if reply.draft.is_answer else alone)
        self._state.setText(self._words.gate_head(reply, now))
        self._may_send = reply.state is OutboxState.READY and not reply.is_approved
        self._reading.show_reply(matter, reply, found, self._state.text(), now)
        self.show_reading()

    def show_call(self, sheet: CallSheet, now: datetime) -> None:
        """Show what a call needs in place of the letters; nothing can be sent meanwhile."""
        self._call.show_sheet(sheet, now)
        self._reading.hide()
        self._call.show()
        self._call.focus_text()

    def show_reading(self) -> None:
        """Show both letters again; what was pressed before does not count any more."""
        self._is_fresh = False
        self._call.hide()
        self._reading.begin()

    def confirm(self) -> None:
        """Send, by a key that was pressed here; a key held down since before does nothing."""
        if self._is_fresh:
            self._on_send()

    def call(self) -> None:
        """Want a call instead of the letter, where that is possible."""
        if self._reading.foot.call.isEnabled() and not self.is_calling:
            self.call_wanted.emit(self.reply_id)

    def leave(self) -> None:
        """Go one step back: from the call to the letters, from these to where she came from."""
        if self.is_calling:
            self.show_reading()
        else:
            self.closed.emit()

    def toggle_reveal(self) -> None:
        """Show the masked words of their letter, or cover them."""
        self._reading.theirs.toggle_reveal()

    def event(self, event: QEvent) -> bool:
        self._note_press(event)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_reading()

    def minimumSizeHint(self) -> QSize:
        """Any size will do: the parts arrange themselves once they know theirs."""
        return QSize(_SMALLEST, _SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Leave the heading out of a low window: the letters need its height."""
        is_low = self.height() < px(self, _LOW)
        self._title.setVisible(not is_low)
        self._reading.fit(self.size(), is_low=is_low)

    def _note_press(self, event: QEvent) -> None:
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return
        is_modifier = Qt.Key(event.key()) in _MODIFIERS
        is_release = event.type() is QEvent.Type.KeyRelease
        if is_release is not is_modifier:
            self._is_fresh = True

    def _on_send(self) -> None:
        if self._reply is not None and self._may_send and not self.is_calling:
            self._may_send = False
            self._reading.foot.send.set_allowed(
                is_allowed=False, why_not=self.tr("It goes out now.")
            )
            self.send_wanted.emit(self._reply.id)

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self.reply_id)

    def _on_longer(self) -> None:
        self.longer_wanted.emit(self.reply_id)

    def _on_talked(self) -> None:
        self.talked.emit(self.reply_id)

    def _on_nobody_answered(self) -> None:
        self.nobody_answered.emit(self.reply_id)
        self.show_reading()

    def _connect(self) -> None:
        self._close.clicked.connect(self.leave)
        self._reading.foot.longer.clicked.connect(self._on_longer)
        self._reading.foot.edit.clicked.connect(self._on_edit)
        self._reading.foot.call.clicked.connect(self.call)
        self._reading.foot.send.confirmed.connect(self._on_send)
        self._call.talked.connect(self._on_talked)
        self._call.nobody_answered.connect(self._on_nobody_answered)
        self._call.left.connect(self.show_reading)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._state)
        head.addLayout(words, stretch=1)
        for part in (self._close, self._close_key):
            head.addWidget(part, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(PADDING * 2, PADDING + GAP, PADDING * 2, PADDING)
        column.setSpacing(PADDING)
        column.addLayout(head)
        column.addWidget(self._reading, stretch=1)
        column.addWidget(self._call, stretch=1)
        self._call.hide()
