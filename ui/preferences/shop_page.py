"""The shop: what suggested replies call it, how they are signed, and its terms of return."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ...replies.language.gender import WritesAs
from ...replies.orders.refunds import Payer, ReturnPolicy
from ...replies.preferences import MOST_CARD_COST, MOST_FEE, MOST_RETURN_DAYS
from ..theme.fields import NumberBox, SumBox
from .page import Page

_LONGEST: Final = 200  # letters, as preferences.py allows


class ShopPage(Page):
    """Asks for the names of the shop and of the seller, and for the terms of return."""

    def __init__(
        self,
        names: tuple[str, str],
        writes_as: WritesAs,
        returns: ReturnPolicy,
        parent: QWidget,
    ) -> None:
        super().__init__(
            self.tr("Shop"),
            self.tr("Suggested replies name the shop and are signed like this."),
            parent,
        )
        self._shop, self._seller = (QLineEdit(name, self) for name in names)
        for field in (self._shop, self._seller):
            field.setMaxLength(_LONGEST)
        self.add_field(self.tr("Name of the shop"), self._shop)
        self.add_field(self.tr("Your name, as you sign"), self._seller)
        self._writes_as = QComboBox(self)
        forms = {
            WritesAs.BY_NAME: self.tr("As your name says"),
            WritesAs.FEMININE: self.tr("Feminine: «я упаковала», “désolée”"),
            WritesAs.MASCULINE: self.tr("Masculine: «я упаковал», “désolé”"),
            WritesAs.NEITHER: self.tr("Worded without it"),
        }
        for value, name in forms.items():
            self._writes_as.addItem(name, value)
        self._writes_as.setCurrentIndex(self._writes_as.findData(writes_as))
        self.add_field(self.tr("Russian and French letters speak of you"), self._writes_as)
        self._ask_returns(returns)
        self.end()

    def returns(self) -> ReturnPolicy:
        """The terms of return."""
        return ReturnPolicy(
            days=self._days.value(),
            restocking=self._fee.value(),
            way_back=self._payer.currentData(),
            card_cost=self._card.amount().normalize() + 0,
        )

    def _ask_returns(self, returns: ReturnPolicy) -> None:
        self._days, self._fee = NumberBox(self), NumberBox(self)
        self._days.setRange(0, MOST_RETURN_DAYS)
        self._days.setValue(returns.days)
        self._days.setSpecialValueText(self.tr("not at all"))
        days = self.tr("days")  # lupdate does not look into an f-string
        self._days.setSuffix(f" {days}")
        self._fee.setRange(0, MOST_FEE)
        self._fee.setValue(returns.restocking)
        self._fee.setSuffix(" %")
        self._payer = QComboBox(self)
        self._payer.addItem(self.tr("The customer"), Payer.BUYER)
        self._payer.addItem(self.tr("You"), Payer.SELLER)
        self._payer.setCurrentIndex(self._payer.findData(returns.way_back))
        self._card = SumBox(self)
        self._card.setRange(0, MOST_CARD_COST)
        self._card.setSingleStep(0.1)
        self._card.setSuffix(" %")
        self._card.setValue(float(returns.card_cost))
        self.add_field(self.tr("You take a change of mind back for"), self._days)
        self.add_field(self.tr("Restocking fee, where the channel allows one"), self._fee)
        self.add_field(self.tr("The way back, without a fault of yours, is paid by"), self._payer)
        self.add_field(self.tr("Of a payment the card company keeps"), self._card)

    def writes_as(self) -> WritesAs:
        """The gender in which letters speak of her."""
        chosen: WritesAs = self._writes_as.currentData()
        return chosen

    def shop_name(self) -> str:
        """The name of the shop."""
        return _line(self._shop.text())

    def seller_name(self) -> str:
        """The name she signs with."""
        return _line(self._seller.text())


def _line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
