"""The foot of the gate: the ways on, and what to bear in mind at the moment of sending."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ...replies.calling import CallBar, call_bar
from ...replies.inbox import Matter
from ...replies.outbox.held_reply import HeldReply, OutboxState
from ..theme.buttons import ActButton, PrimaryButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, Type


class GateFoot(QWidget):
    """Offers what can be done with the reply that was read again.

    Attributes:
        longer, edit, call, send: the buttons, in the order of Tab.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.longer = ActButton(self.tr("Not yet, 1 h more"), Icon.CLOCK, parent=self)
        self.edit = ActButton(self.tr("Edit, hold restarts"), Icon.PENCIL, parent=self)
        self.call = ActButton("", Icon.PHONE, parent=self)
        self.send = PrimaryButton(self.tr("I can read this calmly: send"), Icon.REPLY, parent=self)
        self._reminder = Label(
            self.tr("What you send can be passed on and posted, in whole or in part."),
            Type.SMALL,
            Tone.MUTED,
            self,
        )
        self._names = {
            self.longer: self.longer.text(),
            self.edit: self.edit.text(),
            self.call: "",
        }
        self._why_no_call = ""
        self._keys = ""
        self._is_tight = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def set_stacked(self, *, is_stacked: bool) -> None:
        """Show the button that sends below the others, or beside them."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)

    def set_keys(self, keys: str) -> None:
        """Name the keys of Send, as the seller's keyboard is labelled."""
        self._keys = keys
        self._name_buttons()

    def set_tight(self, *, is_tight: bool) -> None:
        """Show the signs of the other buttons alone, for the letters need the height."""
        if is_tight is not self._is_tight:
            self._is_tight = is_tight
            self._name_buttons()

    def show_reply(self, matter: Matter, reply: HeldReply, why_not: str) -> None:
        """Allow what can be done with a reply as it stands.

        Args:
            why_not: the sentence that says why it may not be sent, where it may not.
        """
        is_open = not reply.is_approved
        is_ready = reply.state is OutboxState.READY and is_open
        is_paused = reply.state is OutboxState.PAUSED
        is_waiting = is_open and (is_ready or reply.state is OutboxState.COOLING)
        self.send.set_allowed(is_ready, why_not)
        self.longer.setEnabled(is_waiting)
        self.edit.setEnabled(is_waiting or is_paused)
        bar = call_bar(matter)
        self.call.setEnabled(bar is None and (is_ready or is_paused))
        self._names[self.call] = self._call_words(bar, is_cooling=is_waiting and not is_ready)
        is_market = bar is CallBar.MARKETPLACE
        self._why_no_call = (
            self.tr("Marketplaces ask you to use their own messages.") if is_market else ""
        )
        self._name_buttons()

    def _name_buttons(self) -> None:
        """Say on each button what it does; where only its sign has room, in its tip."""
        for button, name in self._names.items():
            button.setText("" if self._is_tight else name)
            button.setAccessibleName(name)
            tips = [name] if self._is_tight else []
            tips += [self._why_no_call] if button is self.call and self._why_no_call else []
            button.setToolTip("\n".join(tips))
        self.send.set_keys("" if self._is_tight else self._keys)

    def _call_words(self, bar: CallBar | None, *, is_cooling: bool) -> str:
        if bar is CallBar.MARKETPLACE:
            return self.tr("Call instead: not here")
        if bar is CallBar.NO_NUMBER:
            return self.tr("Call instead: no number")
        if is_cooling:
            return self.tr("Call instead: when the hold has ended")
        return self.tr("Call instead")

    def _lay_out(self) -> None:
        others = QWidget(self)
        flow = FlowLayout(others, GAP, GAP)
        for button in (self.longer, self.edit, self.call):
            flow.addWidget(button)
        self._row.setSpacing(GAP)
        self._row.addWidget(others, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.send, alignment=Qt.AlignmentFlag.AlignRight)
        self._reminder.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self._reminder)
        column.addLayout(self._row)
