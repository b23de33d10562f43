"""The facts beside a letter: one column of cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ...replies.inbox import Matter
from ...replies.orders.delivery import reckon
from ...replies.orders.matching import SURE, Match
from ...replies.orders.order import OrderFile
from ..delivery_words import DeliveryWords
from ..theme.icons import Icon
from ..theme.labels import VerdictLine
from ..theme.settle import settle
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, PADDING
from ..theme.tokens import Role
from ..words import Words
from .fact_cards import AddressCard, CustomerCard, FactCard, MoneyCard, OrderCard, ParcelCard
from .order_finder import OrderFinder


class FactsPanel(QScrollArea):
    """Shows the order, parcel, address, money and customer of a letter, or helps to find them.

    Signals:
        order_chosen: carries the row id of the order that the seller says it is.
        orders_wanted: carries what she typed to find an order.
        copied: carries a value that was put on the clipboard.
    """

    order_chosen = Signal(int)
    orders_wanted = Signal(str)
    copied = Signal(str)

    def __init__(
        self, words: Words, delivery_words: DeliveryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: OrderFile | None = None
        self.setWidgetResizable(True)
        dress(self, ground=Ground.PANE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Order and customer"))
        column = self._column = QWidget(self)
        dress(column, ground=Ground.WINDOW)
        self._doubt = VerdictLine(column)
        self._order = OrderCard(words, column)
        self._parcel = ParcelCard(delivery_words, column)
        self._address = AddressCard(column)
        self._money = MoneyCard(column)
        self._customer = CustomerCard(column)
        self._finder = OrderFinder(words, column)
        self._finder.order_chosen.connect(self.order_chosen)
        self._finder.orders_wanted.connect(self.orders_wanted)
        self._lay_out(column)
        self.setWidget(column)
        self.clear()

    @property
    def cards(self) -> tuple[FactCard, ...]:
        """The cards of an order, from the top."""
        return (self._order, self._parcel, self._address, self._money, self._customer)

    def clear(self) -> None:
        """Show nothing: no letter is open."""
        self._shown = None
        self._column.hide()

    def show_matter(self, matter: Matter, now: datetime, matches: Sequence[Match] = ()) -> None:
        """Show what is known of a letter's order; `matches` are the orders it may be about."""
        focus = self.focusWidget()
        if focus is None or not self._column.isAncestorOf(focus):
            self._column.hide()  # else Qt lays all of it out for each part that is shown
        self._shown = matter.order
        for card in self.cards:
            card.setVisible(matter.order is not None)
        if matter.order is not None:
            self._show_order(matter.order, now)
        is_doubtful = (
            matter.order is not None and not matter.order_by_seller and matter.order_score < SURE
        )
        self._doubt.setVisible(is_doubtful)
        self._doubt.show_verdict(
            Icon.QUESTION,
            Role.WARNING,
            self.tr("Probably this order."),
            self.tr("Check the number before you state a fact."),
        )
        self._finder.set_expanded(matter.order is None)
        self._finder.show_matches(matches, self._shown)
        self._column.show()
        settle(self)

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Offer these orders."""
        self._finder.show_matches(matches, self._shown)
        settle(self)

    def ask_for_order(self) -> None:
        """Bring the finder into view and put the cursor into it."""
        self._finder.ask()
        self.ensureWidgetVisible(self._finder)

    def reveal_card(self, place: int) -> None:
        """Unfold a card and bring it into view."""
        card = self.cards[place]
        card.set_expanded(True)
        self.ensureWidgetVisible(card)

    def _show_order(self, file: OrderFile, now: datetime) -> None:
        today = self._words.today(now)
        self._order.show_order(file.order, today)
        self._parcel.show_delivery(reckon(file, today))
        self._address.show_address(file.order.ship_to)
        self._money.show_money(file.order)
        self._customer.show_customer(file)

    def _lay_out(self, column: QWidget) -> None:
        lines = QVBoxLayout(column)
        lines.setContentsMargins(PADDING - 2, PADDING, PADDING - 2, PADDING)
        lines.setSpacing(GAP)
        lines.addWidget(self._doubt)
        for card in self.cards:
            card.copied.connect(self.copied)
            lines.addWidget(card)
        lines.addWidget(self._finder)
        lines.addStretch(1)
