"""The order in one line, above the letter, while the facts pane is hidden."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ...replies.inbox import Matter
from ...replies.orders.delivery import Delivery, reckon
from ...replies.orders.standing import standing_of
from ..delivery_words import DeliveryWords
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, KeyHint, Sign
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type
from ..theme.tokens import Role
from ..words import Words, visible
from .fact_cards import BAND_SIGNS
from .money_words import money


class OrderLine(QFrame):
    """Title, price, posting day and verdict of an order, side by side."""

    def __init__(
        self, words: Words, delivery_words: DeliveryWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._delivery_words = delivery_words
        dress(self, ground=Ground.CARD)
        middle = Qt.AlignmentFlag.AlignVCenter
        facts = QWidget(self)
        flow = FlowLayout(facts, gap=PADDING)
        self._title = ElidedLabel("", Type.STRONG, parent=facts)
        self._price = ElidedLabel("", parent=facts)
        self._posted = ElidedLabel("", Type.BODY, Tone.MUTED, facts)
        self._verdict = ElidedLabel("", Type.STRONG, parent=facts)
        self._sign = Sign(Icon.QUESTION, parent=self)
        for part in (self._title, self._price, self._posted, self._verdict):
            flow.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, GAP, PADDING, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._sign, alignment=middle)
        row.addWidget(facts, stretch=1)
        row.addWidget(KeyHint("I", self), alignment=middle)

    def show_matter(self, matter: Matter, now: datetime) -> None:
        """Show the order of a letter; without one, say so."""
        if matter.order is None:
            self._sign.set_icon(Icon.SEARCH, Role.MUTED)
            self._show("", "", "", self.tr("No order yet"))
            return
        order = matter.order.order
        today = self._words.today(now)
        delivery = reckon(matter.order, today)
        title = visible(order.items[0].title) if order.items else order.order_id
        is_digital = standing_of(order).is_digital
        sign = (Icon.INFO, Role.MUTED) if is_digital else BAND_SIGNS[delivery.band]
        if not matter.order.is_confirmed:
            self._sign.set_icon(Icon.QUESTION, Role.WARNING)
            price = money(order.total, order.currency)
            self._show(title, price, "", self.tr("Not confirmed"))
            return
        verdict = self._delivery_words.verdict(delivery).lead.rstrip(".,")
        self._sign.set_icon(*sign)
        self._show(
            title,
            money(order.total, order.currency),
            self._posted_words(delivery),
            self.tr("Download") if is_digital else verdict,
        )

    def _posted_words(self, delivery: Delivery) -> str:
        if delivery.shipped_on is None:
            return ""
        day = self._words.day(delivery.shipped_on, delivery.today)
        return self.tr("posted {day}").format(day=day)

    def _show(self, title: str, price: str, posted: str, verdict: str) -> None:
        texts = (title, price, posted, verdict)
        labels = (self._title, self._price, self._posted, self._verdict)
        for label, text in zip(labels, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(", ".join(text for text in texts if text))
