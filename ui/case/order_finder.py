"""Which order a letter is about, when that is not certain: the best guesses, and a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ...replies.orders.matching import Match
from ...replies.orders.order import OrderFile
from ..languages import spoken
from ..theme.buttons import ActButton
from ..theme.cards import Card
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, Type
from ..words import Words, visible


class OrderFinder(Card):
    """Offers candidates; the seller says which one it is.

    Signals:
        order_chosen: carries the row id of the order that was chosen.
        orders_wanted: carries the number or title that was typed.
    """

    order_chosen = Signal(int)
    orders_wanted = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", Icon.SEARCH, parent=parent)
        self._words = words
        self._hint = Label("", Type.BODY, parent=self)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Number, title or name"))
        self._field.setAccessibleName(self.tr("Find an order"))
        self._field.textEdited.connect(self.orders_wanted)
        self._field.installEventFilter(self)
        self._list = QWidget(self)
        self._candidates: list[_Candidate] = []  # they stay and are filled anew
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(GAP)
        for part in (self._hint, self._list, self._field):
            self.body.addWidget(part)

    def show_matches(self, matches: Sequence[Match], shown: OrderFile | None) -> None:
        """Offer these orders; `shown` is the one that already stands beside the letter."""
        others = [m for m in matches if shown is None or m.order.id != shown.id]
        self.set_title(self.tr("No order yet") if shown is None else self.tr("Another order?"))
        self._hint.setText(self._hint_for(others, shown))
        while len(self._candidates) < len(others):
            candidate = _Candidate(self._words, self._list)
            candidate.chosen.connect(self.order_chosen)
            before = self._candidates[-1].button if self._candidates else self._field
            self.setTabOrder(before, candidate.button)  # made late, it would come last of all
            self._candidates.append(candidate)
            self._lines.addWidget(candidate)
        for place, candidate in enumerate(self._candidates):
            if place < len(others):
                candidate.show_match(others[place])
            candidate.setVisible(place < len(others))

    def ask(self) -> None:
        """Unfold, and put the cursor into the field."""
        self.set_expanded(True)
        self._field.setFocus()
        self._field.selectAll()

    def clear_search(self) -> None:
        """Forget what was typed: it was about another letter."""
        self._field.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the field to the candidates by Down, or by Enter once something is typed."""
        if watched is not self._field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        shown = [one for one in self._candidates if not one.isHidden()]
        if event.type() is not QEvent.Type.KeyPress or not shown:
            return super().eventFilter(watched, event)
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Down or (is_enter and self._field.text()):
            shown[0].take_focus()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = [one for one in self._candidates if not one.isHidden()]
        at = next((at for at, one in enumerate(shown) if one.has_focus()), -1)
        if at < 0 or event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Up and at == 0:
            self._field.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            shown[min(at + step, len(shown) - 1)].take_focus()

    def _hint_for(self, others: Sequence[Match], shown: OrderFile | None) -> str:
        if others:
            return self.tr("It may be one of these:")
        if shown is None:
            return self.tr("No order fits this letter. Find it here, or ask for its number.")
        return self.tr("No other order fits this letter.")


class _Candidate(QFrame):
    chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.QUIET_CARD)
        self._words = words
        self._order_id = 0
        self._title = Label("", Type.STRONG, parent=self)
        self._head = Label("", Type.SMALL, parent=self)
        self._reasons = Label("", Type.SMALL, Tone.MUTED, self)
        self._button = ActButton(self.tr("It is this one"), Icon.CHECK, parent=self)
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP // 2)
        for part in (self._title, self._head, self._reasons, self._button):
            column.addWidget(part)

    @property
    def button(self) -> ActButton:
        """What takes this order."""
        return self._button

    def has_focus(self) -> bool:
        """Whether it has the keyboard."""
        return self._button.hasFocus()

    def take_focus(self) -> None:
        """Give it the keyboard."""
        self._button.setFocus(Qt.FocusReason.TabFocusReason)

    def show_match(self, match: Match) -> None:
        """Offer this order."""
        self._order_id = match.order.id
        order = match.order.order
        title = visible(order.items[0].title) if order.items else order.order_id
        reasons = "; ".join(spoken(reason) for reason in match.reasons)
        self._title.setText(title)
        self._head.setText(f"{self._words.marketplace(order.marketplace)} · {order.order_id}")
        self._reasons.setText(reasons)
        self._reasons.setVisible(bool(reasons))
        self._button.setAccessibleName(self.tr("It is this one: {title}").format(title=title))
        self._button.setAccessibleDescription(reasons)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._order_id)
