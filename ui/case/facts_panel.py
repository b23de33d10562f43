"""The facts beside a letter: one column of cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ...replies.background import Background
from ...replies.inbox import Matter
from ...replies.orders.matching import SURE, Match
from ...replies.orders.order import OrderFile
from ...replies.orders.refunds import ReturnPolicy
from ..delivery_words import DeliveryWords
from ..theme.icons import Icon
from ..theme.labels import VerdictLine
from ..theme.settle import settle
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, PADDING
from ..theme.tokens import Role
from ..words import Words
from .fact_cards import AddressCard, FactCard, MoneyCard, OrderCard, ParcelCard
from .fact_rows import FactRows
from .judging_cards import CauseCard, CustomerCard, PolicyCard
from .order_finder import OrderFinder
from .order_view import OrderView, view_of


class FactsPanel(QScrollArea):
    """Shows what is known of the order behind a letter, or helps to find it.

    Signals:
        order_chosen: carries the row id of the order that the seller says it is.
        orders_wanted: carries what she typed to find an order.
        copied: carries a value that was put on the clipboard.
        insert_wanted: carries the words that are to stand in the reply.
        confirm_wanted: carries the row of the order that the seller says is right.
    """

    order_chosen = Signal(int)
    confirm_wanted = Signal(int)
    orders_wanted = Signal(str)
    copied = Signal(str)
    insert_wanted = Signal(str)

    def __init__(
        self, words: Words, delivery_words: DeliveryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: OrderFile | None = None
        self._conversation: int | None = None
        self.setWidgetResizable(True)
        dress(self, ground=Ground.PANE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Order and customer"))
        column = self._column = QWidget(self.viewport())
        dress(column, ground=Ground.WINDOW)
        self._doubt = VerdictLine(column)
        self._order = OrderCard(words, column)
        self._order.notices.confirm_wanted.connect(self.confirm_wanted)
        self._parcel = ParcelCard(delivery_words, column)
        self._address = AddressCard(column)
        self._money = MoneyCard(column)
        self._money.calculator.folded.connect(self._on_calculator_folded)
        self._policy = PolicyCard(words, delivery_words, column)
        self._customer = CustomerCard(words, column)
        self._cause = CauseCard(words, column)
        self._finder = OrderFinder(words, column)
        self._finder.order_chosen.connect(self.order_chosen)
        self._finder.orders_wanted.connect(self.orders_wanted)
        self._laid_out = QTimer(self)  # the range to scroll in follows only after the event
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._show_calculator)
        self._finder_laid_out = QTimer(self)
        self._finder_laid_out.setSingleShot(True)
        self._finder_laid_out.timeout.connect(self._show_finder)
        self._lay_out(column)
        self.setWidget(column)
        self.clear()

    @property
    def cards(self) -> tuple[FactCard, ...]:
        """The cards of an order, from the top."""
        return (
            self._order,
            self._parcel,
            self._address,
            self._money,
            self._policy,
            self._customer,
            self._cause,
        )

    def clear(self) -> None:
        """Show nothing: no letter is open."""
        self._shown = None
        self._column.hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_matter(
        self,
        matter: Matter,
        now: datetime,
        matches: Sequence[Match] = (),
        background: Background | None = None,
    ) -> None:
        """Show what is known of a letter's order.

        Args:
            matches: the orders that it may be about.
            background: what stands behind the complaint; without it that is left out.
        """
        focus = self.focusWidget()
        if focus is None or not self._column.isAncestorOf(focus):
            self._column.hide()  # else Qt lays all of it out for each part that is shown
        if matter.conversation_id != self._conversation:
            self._conversation = matter.conversation_id
            self._finder.clear_search()
        self._shown = matter.order
        for card in self.cards:
            card.setVisible(matter.order is not None)
        if matter.order is not None:
            today = self._words.today(now)
            self._show_order(view_of(matter.order, matter, today, background))
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
        self._finder.set_expanded(matter.order is None or is_doubtful)
        self._place_finder(is_first=is_doubtful)
        self._finder.show_matches(matches, self._shown)
        self._column.show()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        settle(self)

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Offer these orders."""
        self._finder.show_matches(matches, self._shown)
        settle(self)

    def ask_for_order(self) -> None:
        """Bring the finder into view and put the cursor into it."""
        self._finder.ask()
        settle(self)
        self._show_finder()
        self._finder_laid_out.start(0)

    def insert_focused(self) -> None:
        """Put the fact that has the keyboard into the reply."""
        for rows in self._all_rows():
            fact = rows.focused_fact()
            if fact is not None and fact.for_reply:
                self.insert_wanted.emit(fact.for_reply)

    def copy_focused(self) -> None:
        """Put the fact that has the keyboard on the clipboard."""
        for rows in self._all_rows():
            rows.copy_focused()

    def set_return_policy(self, policy: ReturnPolicy) -> None:
        """Work refunds out by these terms of the seller's."""
        self._money.calculator.set_policy(policy)

    def work_out_refund(self) -> str:
        """The refund as it is worked out, for the reply; "" opens the calculator for it."""
        calculator = self._money.calculator
        if self._shown is None or calculator.refund is not None:
            return calculator.block
        self.reveal_card(self.cards.index(self._money))
        calculator.unfold()
        return ""

    def _all_rows(self) -> tuple[FactRows, ...]:
        return tuple(rows for card in self.cards for rows in card.all_rows)

    def reveal_card(self, place: int) -> None:
        """Unfold a card and bring it into view."""
        card = self.cards[place]
        card.set_expanded(True)
        self.ensureWidgetVisible(card)

    def _place_finder(self, *, is_first: bool) -> None:
        """Put the other candidates right under the doubt, else behind all that is known."""
        lines = self._lines
        place = 1 if is_first else lines.count() - 2  # before the stretch
        if lines.indexOf(self._finder) != place:
            lines.removeWidget(self._finder)
            lines.insertWidget(place, self._finder)

    def _on_calculator_folded(self) -> None:
        """Bring the calculator to the top where it was opened, so that its sum is in view."""
        settle(self)
        if self._money.calculator.refund is not None:
            self._laid_out.start(0)

    def _show_calculator(self) -> None:
        top = self._money.calculator.mapTo(self._column, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - GAP)

    def _show_finder(self) -> None:
        top = self._finder.mapTo(self._column, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - GAP)

    def _on_card_folded(self) -> None:
        settle(self)

    def _show_order(self, view: OrderView) -> None:
        for card in self.cards:
            for rows in card.all_rows:
                rows.set_citable(view.file.is_confirmed)
            card.show_order(view)

    def _lay_out(self, column: QWidget) -> None:
        lines = self._lines = QVBoxLayout(column)
        lines.setContentsMargins(GAP, PADDING, GAP, PADDING)
        lines.setSpacing(GAP)
        lines.addWidget(self._doubt)
        for card in self.cards:
            card.copied.connect(self.copied)
            card.insert_wanted.connect(self.insert_wanted)
            card.expanded_changed.connect(self._on_card_folded)
            lines.addWidget(card)
        lines.addWidget(self._finder)
        lines.addStretch(1)
