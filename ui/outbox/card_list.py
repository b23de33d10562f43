"""A column of cards that builds only what is in view: five hundred cost as much as ten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ..outbox_words import OutboxWords
from ..theme.sizes import GAP, PADDING, px
from .held_card import HeldCard
from .outbox_card import OutboxCard

_GUESSED_HEIGHT: Final = 116  # of a card that has not been in view yet
_WIDEST: Final = 1040
_NARROW: Final = 620  # below it a card has its buttons under its text
_PASSES: Final = 4  # a card that turns out taller moves the ones below it


class CardList(QScrollArea):
    """Shows held replies one under the other; Up, Down, Home and End select, Enter opens.

    Signals:
        way_wanted: carries the Way that was pressed and the id of the reply.
        opened: carries the id of the selected reply.
    """

    way_wanted = Signal(object, int)
    opened = Signal(int)

    def __init__(self, words: OutboxWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._cards: Sequence[OutboxCard] = ()
        self._now: datetime | None = None
        self._steady_ns = 0
        self._selected = 0
        self._heights: dict[int, int] = {}
        self._built: dict[int, HeldCard] = {}
        self._spare: list[HeldCard] = []
        self._canvas = QWidget(self.viewport())
        self.setWidget(self._canvas)
        for ground in (self._canvas, self.viewport()):
            ground.setAutoFillBackground(False)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Held replies"))
        self.verticalScrollBar().valueChanged.connect(self._build)

    @property
    def selected(self) -> int:
        """The id of the selected reply, 0 where there is none."""
        return self._selected

    @property
    def built(self) -> Sequence[HeldCard]:
        """The cards that exist at this moment."""
        return tuple(self._built.values())

    def show_cards(self, cards: Sequence[OutboxCard], now: datetime, steady_ns: int) -> None:
        """Show these, in this order; the selection stays with its reply, or near its place."""
        place = self._place(self._selected)
        self._cards, self._now, self._steady_ns = tuple(cards), now, steady_ns
        ids = {card.reply.id for card in self._cards}
        self._heights = {i: h for i, h in self._heights.items() if i in ids}
        if self._selected not in ids:
            last = len(self._cards) - 1
            self._selected = self._cards[min(place, last)].reply.id if self._cards else 0
        self._build()

    def step(self, now: datetime, steady_ns: int) -> None:
        """Move the rings and words of the cards in view to this moment."""
        self._now, self._steady_ns = now, steady_ns
        is_another_height = False
        for reply_id, card in self._built.items():
            is_in_view = card.isVisible() and not card.visibleRegion().isEmpty()
            if is_in_view and card.step(now, steady_ns):
                height = card.height_for(self._width())
                is_another_height |= height != self._heights.get(reply_id)
        if is_another_height:
            self._build()

    def select(self, reply_id: int) -> None:
        """Let the keys mean this reply, and bring its card into view."""
        if reply_id != self._selected and any(c.reply.id == reply_id for c in self._cards):
            self._selected = reply_id
        self._build()
        if (card := self._built.get(self._selected)) is not None:
            self.ensureWidgetVisible(card, 0, PADDING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._cards) - 1
        place = self._place(self._selected)
        places = {
            Qt.Key.Key_Down: min(place + 1, last),
            Qt.Key.Key_Up: max(place - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self._selected and not event.isAutoRepeat():
                self.opened.emit(self._selected)
        elif event.key() in places and self._cards:
            self.select(self._cards[places[Qt.Key(event.key())]].reply.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_selected()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_selected()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._heights.clear()
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure anew: what is hidden has not its fonts yet."""
        super().showEvent(event)
        self._heights.clear()
        self._build()

    def _place(self, reply_id: int) -> int:
        return next((i for i, c in enumerate(self._cards) if c.reply.id == reply_id), 0)

    def _width(self) -> int:
        return min(self.viewport().width() - 2 * GAP, px(self, _WIDEST))

    def _tops(self) -> list[int]:
        guess = px(self, _GUESSED_HEIGHT)
        tops, top = [], GAP
        for card in self._cards:
            tops.append(top)
            top += self._heights.get(card.reply.id, guess) + PADDING
        return [*tops, top]

    def _build(self) -> None:
        if self._now is None or self._width() <= 0:
            return
        for _ in range(_PASSES):
            tops = self._tops()
            self._canvas.resize(self.viewport().width(), tops[-1])
            wanted = self._in_view(tops)
            self._let_go({self._cards[place].reply.id for place in wanted})
            if not self._fill(wanted):
                break
        tops = self._tops()
        for place, card in enumerate(self._cards):
            if (built := self._built.get(card.reply.id)) is not None:
                height = self._heights[card.reply.id]
                built.setGeometry(GAP, tops[place], self._width(), height)
        self._mark_selected()

    def _in_view(self, tops: Sequence[int]) -> list[int]:
        height = self.viewport().height()
        first = self.verticalScrollBar().value() - height // 2
        last = first + 2 * height
        return [
            place
            for place, card in enumerate(self._cards)
            if (tops[place] < last and tops[place + 1] > first) or card.reply.id == self._selected
        ]

    def _let_go(self, wanted: set[int]) -> None:
        for reply_id in [i for i in self._built if i not in wanted]:
            card = self._built.pop(reply_id)
            card.hide()
            self._spare.append(card)

    def _fill(self, wanted: Sequence[int]) -> bool:
        """Build what is in view; tells whether a height turned out otherwise than thought."""
        is_moved = False
        main = next((card.reply.id for card in self._cards if card.is_to_read), 0)
        for place in wanted:
            card = self._cards[place]
            is_main = card.reply.id == main
            built = self._built.get(card.reply.id)
            is_measured = card.reply.id in self._heights
            if built is not None and is_measured and built.shows(card, is_main=is_main):
                built.step(self._now, self._steady_ns)  # type: ignore[arg-type]
            else:
                built = built or self._take_card()
                self._built[card.reply.id] = built
                built.set_narrow(is_narrow=self._width() < px(self, _NARROW))
                built.show_card(card, self._now, self._steady_ns, is_main=is_main)  # type: ignore[arg-type]
                built.show()
            height = built.height_for(self._width())
            is_moved |= self._heights.get(card.reply.id) != height
            self._heights[card.reply.id] = height
        return is_moved

    def _take_card(self) -> HeldCard:
        if self._spare:
            return self._spare.pop()
        card = HeldCard(self._words, self._canvas)
        card.way_wanted.connect(self.way_wanted)
        card.pressed.connect(self._on_card_pressed)
        return card

    def _mark_selected(self) -> None:
        for reply_id, card in self._built.items():
            is_selected = reply_id == self._selected
            card.set_selected(is_selected=is_selected, has_focus=self.hasFocus())
            if is_selected:
                self.setAccessibleDescription(card.accessibleName())

    def _on_card_pressed(self, reply_id: int) -> None:
        self._selected = reply_id
        self._mark_selected()
