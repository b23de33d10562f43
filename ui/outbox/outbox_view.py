"""The outbox: every held reply with its ring, and what the seller can do about it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...replies.outbox.clock import to_ns, to_timedelta
from ...replies.outbox.held_reply import OutboxState
from ..outbox_words import LAST_MINUTE, OutboxWords
from ..theme.icons import Icon
from ..theme.labels import Label, Sign
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type
from .card_list import CardList
from .outbox_card import OutboxCard, Way, in_order, ways_on

_MINUTE_MS: Final = 60_000
_SECOND_MS: Final = 1_000


class OutboxView(QWidget):
    """Shows the held replies. One timer moves all rings, and only while they are looked at.

    Signals:
        read_wanted, take_back_wanted, longer_wanted, hold_again_wanted, mark_sent_wanted,
        send_again_wanted, try_now_wanted: each carries the id of the reply.
    """

    read_wanted = Signal(int)
    take_back_wanted = Signal(int)
    longer_wanted = Signal(int)
    hold_again_wanted = Signal(int)
    mark_sent_wanted = Signal(int)
    send_again_wanted = Signal(int)
    try_now_wanted = Signal(int)

    def __init__(self, words: OutboxWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._cards: Sequence[OutboxCard] = ()
        self._now: datetime | None = None
        self._steady_ns = 0
        self._releases_ns: list[int] = []
        self._has_retries = False
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        dress(self, ground=Ground.SURFACE)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Label(self.tr("Cooling"), Type.TITLE, parent=self)
        self._title.setWordWrap(False)
        self._count = Label(tone=Tone.MUTED, parent=self)
        self._list = CardList(words, self)
        self._promise = QWidget(self)
        self._nothing = Label(
            self.tr("Nothing is held. A reply that you finish cools down here."), parent=self
        )
        self._list.way_wanted.connect(self._on_way_wanted)
        self._list.opened.connect(self.read_wanted)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    @property
    def selected(self) -> int:
        """The id of the reply that the keys mean, 0 where there is none."""
        return self._list.selected

    def show_replies(self, cards: Sequence[OutboxCard], now: datetime, steady_ns: int) -> None:
        """Show these replies as they stand at this moment.

        Args:
            cards: in any order.
            now: UTC.
            steady_ns: the steady time of the profile.
        """
        self._cards = in_order(cards)
        self._releases_ns = sorted(
            card.reply.release_steady_ns
            for card in cards
            if card.reply.state is OutboxState.COOLING
        )
        self._has_retries = any(card.reply.retry_steady_ns is not None for card in cards)
        self._set_time(now, steady_ns)
        self._count.setText(self._words.letters(len(self._cards)) if self._cards else "")
        self._nothing.setVisible(not self._cards)
        self._lend_focus()
        self._list.setVisible(bool(self._cards))
        self._promise.setVisible(bool(self._cards))
        self._list.show_cards(self._cards, now, steady_ns)
        self._arm()

    def step(self, now: datetime, steady_ns: int) -> None:
        """Move every ring to this moment; the view does so by itself while it is shown."""
        self._set_time(now, steady_ns)
        self._list.step(now, steady_ns)
        self._arm()

    def select(self, reply_id: int) -> None:
        """Let the keys mean this reply."""
        self._list.select(reply_id)

    def open_selected(self) -> None:
        """Want both letters of the selected reply."""
        if self.selected:
            self.read_wanted.emit(self.selected)

    def take_back_selected(self) -> None:
        """Want the selected reply back as a draft, where that is possible."""
        self._want(Way.TAKE_BACK)

    def hold_selected_longer(self) -> None:
        """Want a longer hold for the selected reply, where that is possible."""
        self._want(Way.LONGER)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_timeout()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _lend_focus(self) -> None:
        """Let the list have the keyboard while there is one, and keep it when the list goes."""
        had_focus = self._list.hasFocus() or self.hasFocus()
        self.setFocusProxy(self._list if self._cards else None)  # type: ignore[arg-type] # Qt's way
        if had_focus and not self._cards:
            self.setFocus()

    def _set_time(self, now: datetime, steady_ns: int) -> None:
        self._now, self._steady_ns = now, steady_ns
        self._since.start()

    def _on_timeout(self) -> None:
        if self._now is not None:
            passed = timedelta(milliseconds=self._since.elapsed())
            self.step(self._now + passed, self._steady_ns + to_ns(passed))

    def _arm(self) -> None:
        self._timer.stop()
        place = bisect_right(self._releases_ns, self._steady_ns)
        running = self._releases_ns[place:]
        if self.isVisible() and (running or self._has_retries):
            self._timer.start(self._pause_ms(running[0]) if running else _MINUTE_MS)

    def _pause_ms(self, release_ns: int) -> int:
        """How long the next step can wait: a minute, or less where a last minute begins."""
        until_last = to_timedelta(release_ns - self._steady_ns) - LAST_MINUTE
        if until_last <= timedelta(0):
            return _SECOND_MS
        return min(_MINUTE_MS, max(_SECOND_MS, int(until_last / timedelta(milliseconds=1))))

    def _want(self, way: Way) -> None:
        for card in self._cards:
            if card.reply.id == self.selected and way in ways_on(card.reply):
                self._on_way_wanted(way, card.reply.id)

    def _on_way_wanted(self, way: Way, reply_id: int) -> None:
        {
            Way.READ: self.read_wanted,
            Way.HOLD_AGAIN: self.hold_again_wanted,
            Way.TRY_NOW: self.try_now_wanted,
            Way.MARK_SENT: self.mark_sent_wanted,
            Way.SEND_AGAIN: self.send_again_wanted,
            Way.LONGER: self.longer_wanted,
            Way.TAKE_BACK: self.take_back_wanted,
        }[way].emit(reply_id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(PADDING)
        head.addWidget(self._title)
        head.addWidget(self._count, stretch=1, alignment=Qt.AlignmentFlag.AlignBottom)
        lock = QHBoxLayout(self._promise)
        lock.setContentsMargins(GAP, 0, 0, 0)
        lock.addWidget(Sign(Icon.LOCK, side=14, parent=self._promise))
        text = self.tr("A shorter cool-down in Preferences never shortens these holds.")
        lock.addWidget(Label(text, Type.SMALL, Tone.MUTED, self._promise), stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING + GAP, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self._list, stretch=1)
        column.addWidget(self._promise)
        column.addStretch(0)
