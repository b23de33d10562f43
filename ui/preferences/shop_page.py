"""The shop: what suggested replies call it, and how they are signed."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from .page import Page

_LONGEST: Final = 200  # letters, as preferences.py allows


class ShopPage(Page):
    """Asks for the names of the shop and of the seller."""

    def __init__(self, shop_name: str, seller_name: str, parent: QWidget) -> None:
        super().__init__(
            self.tr("Shop"),
            self.tr("Suggested replies name the shop and are signed like this."),
            parent,
        )
        self._shop = QLineEdit(shop_name, self)
        self._seller = QLineEdit(seller_name, self)
        for field in (self._shop, self._seller):
            field.setMaxLength(_LONGEST)
        self.add_field(self.tr("Name of the shop"), self._shop)
        self.add_field(self.tr("Your name, as you sign"), self._seller)
        self.end()

    def shop_name(self) -> str:
        """The name of the shop."""
        return _line(self._shop.text())

    def seller_name(self) -> str:
        """The name she signs with."""
        return _line(self._seller.text())


def _line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
