"""The choice of the address that a reply is written from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ...mailbox.message import Address
from ...replies.identities import Sender, Standing
from ...replies.orders.order import Marketplace
from ..theme.labels import safe_tip
from ..theme.sheet import dress
from ..theme.sizes import Type
from ..words import MARKETPLACES

_LEAST_LETTERS: Final = 6
_WHOLE: Final = Qt.ItemDataRole.ToolTipRole
_WHY: Final = Qt.ItemDataRole.UserRole


class SenderBox(QComboBox):
    """Offers the account's addresses, each with the reason to write from it.

    Signals:
        chosen: the seller chose an address.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("From"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        dress(self, kind=Type.STRONG)
        self.activated.connect(self._on_activated)
        self.hide()

    def offer(self, senders: Sequence[Sender], chosen: str, marketplace: Marketplace) -> None:
        """Offer these, best first, and begin with an address or with the first."""
        self.clear()
        for place, sender in enumerate(senders):
            identity = sender.identity
            self.addItem(identity.address)
            self.setItemData(place, str(Address(identity.name, identity.address)), _WHOLE)
            self.setItemData(place, self._why_words(sender.standing, marketplace), _WHY)
            if identity.is_at(chosen):
                self.setCurrentIndex(place)
        self.updateGeometry()
        self._tell_why()

    def address(self) -> str:
        """The chosen address, "" where none is offered."""
        return self.currentText()

    def why(self) -> str:
        """Why one would write from the chosen address, "" where none is offered."""
        return self.currentData(_WHY) or ""

    def sizeHint(self) -> QSize:
        """Room for the longest address; Qt's own AdjustToContents would leave the layout."""
        metrics = self.fontMetrics()
        texts = (self.itemText(place) for place in range(self.count()))
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        frame = self.width() - self._room(self._option())
        hint = super().sizeHint()
        return QSize(max(hint.width(), longest + frame + 1), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt paints it, with an address that ends in "…" where it does not fit."""
        painter = QStylePainter(self)
        option = self._option()
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, self._room(option)
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the choice alone: a turn of the wheel in passing is none."""
        event.ignore()

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _room(self, option: QStyleOptionComboBox) -> int:
        """How wide the text may be."""
        whole, text = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(whole, option, text, self).width()

    def _on_activated(self) -> None:
        self._tell_why()
        self.chosen.emit()

    def _tell_why(self) -> None:
        self.setToolTip(safe_tip(self.currentData(_WHOLE) or ""))
        self.setAccessibleDescription(self.why())

    def _why_words(self, standing: Standing, marketplace: Marketplace) -> str:
        texts = {
            Standing.ADDRESSED: self.tr("The letter was written to this address."),
            Standing.REGISTERED: self.tr("This address is registered with {marketplace}."),
            Standing.OWN: self.tr("This is the account's own address."),
            Standing.FURTHER: self.tr("This is another address of the account."),
        }
        return texts[standing].format(marketplace=MARKETPLACES.get(marketplace, ""))
