"""The addresses that an account writes from, and the marketplaces that know each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ...mailbox.account import Account, Identity
from ..theme.buttons import ActButton, IconButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from ..words import MARKETPLACES


class MarketplaceBoxes(QWidget):
    """The marketplaces that know the seller by one address.

    Signals:
        edited: another box is ticked.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP * 2)
        row.addWidget(Label(self.tr("Registered with"), Type.SMALL, Tone.MUTED, self))
        for marketplace, name in MARKETPLACES.items():
            box = QCheckBox(name, self)
            box.setAccessibleName(
                self.tr("Registered with {marketplace}").format(marketplace=name)
            )
            box.clicked.connect(self.edited)
            self._boxes[marketplace.value] = box
            row.addWidget(box)
        row.addStretch(1)

    def ticked(self) -> tuple[str, ...]:
        """The short names of the marketplaces that are ticked."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def fill(self, marketplaces: Sequence[str]) -> None:
        """Tick these."""
        for name, box in self._boxes.items():
            box.setChecked(name in marketplaces)


class FurtherAddress(QWidget):
    """One further address with its name and its marketplaces.

    Signals:
        edited: something was typed or ticked.
        remove_wanted: it is not to be an address of the account any more.
    """

    edited = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.address = QLineEdit(self)
        self.address.setAccessibleName(self.tr("Further address"))
        self.address.setPlaceholderText(self.tr("orders@shop.example"))
        self._name = QLineEdit(self)
        self._name.setAccessibleName(self.tr("Name of the further address"))
        self._name.setPlaceholderText(self.tr("name, if another"))
        remove = IconButton(Icon.TRASH, self.tr("Remove this address"), parent=self)
        self._boxes = MarketplaceBoxes(self)
        for field in (self.address, self._name):
            field.textEdited.connect(self.edited)
        self._boxes.edited.connect(self.edited)
        remove.clicked.connect(self.remove_wanted)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.address, stretch=3)
        row.addWidget(self._name, stretch=2)
        row.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(row)
        column.addWidget(self._boxes)
        QWidget.setTabOrder(self._name, remove)

    def identity(self) -> Identity:
        """The address as typed."""
        return Identity(self.address.text(), self._name.text(), self._boxes.ticked())

    def fill(self, identity: Identity) -> None:
        """Show an address that the account has."""
        self.address.setText(identity.address)
        self._name.setText(identity.name)
        self._boxes.fill(identity.marketplaces)


class AccountIdentities(QWidget):
    """Asks which marketplaces know the account, and from which further addresses it writes.

    Signals:
        edited: something was typed, ticked, added or removed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._further: list[FurtherAddress] = []
        self._own = Label(self.tr("The account's address"), parent=self)
        self._own_boxes = MarketplaceBoxes(self)
        self._own_boxes.edited.connect(self.edited)
        self._add = ActButton(self.tr("Add an address"), Icon.PLUS, parent=self)
        self._add.clicked.connect(self._on_add)
        note = self.tr(
            "A marketplace takes an answer to a buyer only from the address it knows. Add the "
            "other addresses that your server lets you write from, and tick the marketplaces that "
            "know each."
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(PADDING)
        adding = QHBoxLayout()
        adding.addWidget(self._add)
        adding.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(
            Label(self.tr("Addresses that replies come from"), Type.STRONG, parent=self)
        )
        column.addWidget(Label(note, Type.SMALL, Tone.MUTED, self))
        column.addWidget(self._own)
        column.addWidget(self._own_boxes)
        column.addLayout(self._column)
        column.addLayout(adding)

    def name_own(self, address: str) -> None:
        """Call the account's own address by what is typed for it."""
        self._own.setText(address or self.tr("The account's address"))

    def marketplaces(self) -> tuple[str, ...]:
        """The marketplaces that know the account's own address."""
        return self._own_boxes.ticked()

    def further(self) -> tuple[Identity, ...]:
        """The further addresses as typed."""
        return tuple(row.identity() for row in self._further)

    def fill(self, account: Account) -> None:
        """Show the addresses of an account."""
        self.name_own(account.address)
        self._own_boxes.fill(account.marketplaces)
        for identity in account.further:
            self._new_row().fill(identity)

    def lead_to(self, place: int) -> None:
        """Give the keyboard to a further address, counted from 0."""
        self._further[place].address.setFocus()
        self._further[place].address.selectAll()

    def _new_row(self) -> FurtherAddress:
        row = FurtherAddress(self)
        row.edited.connect(self.edited)
        row.remove_wanted.connect(self._on_remove)
        self._further.append(row)
        self._column.addWidget(row)
        row.show()
        return row

    def _on_add(self) -> None:
        self._new_row().address.setFocus()
        self.edited.emit()

    def _on_remove(self) -> None:
        row = self.sender()
        if isinstance(row, FurtherAddress):
            self._add.setFocus()
            self._further.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            self.edited.emit()
