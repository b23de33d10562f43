"""The fields of an account: whose mail, the two servers, the password, other addresses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ...mailbox.account import Account
from ...mailbox.discovery.providers import IMAP_PORTS, SMTP_PORTS, Hint, provider_of
from ..theme.buttons import IconButton
from ..theme.icons import Icon, themed_icon
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from .account_entry import AccountEntry, EntryFault
from .account_identities import AccountIdentities
from .server_fields import ServerFields


class AccountFields(QWidget):
    """Asks for an account; the servers follow the address until she types them herself.

    Signals:
        edited: something was typed or chosen.
    """

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files_sent_itself = False
        self._address = QLineEdit(self)
        self._name = QLineEdit(self)
        self._username = QLineEdit(self)
        self._password = QLineEdit(self)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._reveal = IconButton(Icon.EYE, self.tr("Show the password"), parent=self)
        self._hint = Label(kind=Type.SMALL, tone=Tone.WARNING, parent=self)
        self._hint.hide()
        self._imap = ServerFields(self.tr("Incoming mail (IMAP)"), IMAP_PORTS, self)
        self._smtp = ServerFields(self.tr("Outgoing mail (SMTP)"), SMTP_PORTS, self)
        self._identities = AccountIdentities(self)
        self._identities.edited.connect(self.edited)
        self._address.setPlaceholderText(self.tr("ana@shop.example"))
        self._name.setPlaceholderText(self.tr("as customers see it in From"))
        self._username.setPlaceholderText(self.tr("mostly the address"))
        self._address.textEdited.connect(self._on_address_edited)
        self._reveal.clicked.connect(self._on_reveal)
        for field in (self._address, self._name, self._username, self._password):
            field.textEdited.connect(self.edited)
        self._lay_out()

    def entry(self) -> AccountEntry:
        """What was typed."""
        return AccountEntry(
            address=self._address.text(),
            name=self._name.text(),
            username=self._username.text(),
            imap=self._imap.entry(),
            smtp=self._smtp.entry(),
            files_sent_itself=self._files_sent_itself,
            marketplaces=self._identities.marketplaces(),
            further=self._identities.further(),
        )

    def password(self) -> str:
        """The password as typed."""
        return self._password.text()

    def forget_password(self) -> None:
        """Take the password out of the field."""
        self._password.clear()

    def fill(self, account: Account) -> None:
        """Show an account that is to be changed; its password stays where it is."""
        self._address.setText(account.address)
        self._name.setText(account.name)
        self._username.setText(account.username)
        self._imap.fill(account.imap)
        self._smtp.fill(account.smtp)
        self._identities.fill(account)
        self._files_sent_itself = account.files_sent_itself
        self._password.setPlaceholderText(self.tr("unchanged, as it is kept"))

    def hint(self) -> str:
        """What the seller has to know of her provider, "" where there is nothing."""
        return self._hint.text()

    def lead_to(self, fault: EntryFault, place: int = 0) -> None:
        """Give the keyboard to the field that has to be mended."""
        if fault in (EntryFault.FURTHER_ADDRESS, EntryFault.ADDRESS_TWICE):
            self._identities.lead_to(place)
            return
        fields: dict[EntryFault, QWidget] = {
            EntryFault.ADDRESS: self._address,
            EntryFault.IMAP_HOST: self._imap.host,
            EntryFault.IMAP_UNPROTECTED: self._imap.security,
            EntryFault.SMTP_HOST: self._smtp.host,
            EntryFault.SMTP_UNPROTECTED: self._smtp.security,
            EntryFault.PASSWORD: self._password,
        }
        fields[fault].setFocus()

    def _on_address_edited(self) -> None:
        address = self._address.text().strip()
        self._identities.name_own(address)
        if not address.rpartition("@")[2].strip(".") or "@" not in address:
            return
        provider = provider_of(address)
        self._imap.propose(provider.imap)
        self._smtp.propose(provider.smtp)
        self._username.setPlaceholderText(address)
        self._files_sent_itself = provider.files_sent_itself
        self._hint.setText(self._hint_text(provider.hint, provider.name))
        self._hint.setVisible(provider.hint is not Hint.NONE)

    def _hint_text(self, hint: Hint, name: str) -> str:
        app_password = self.tr(
            "{name} asks for an app password: make one in the security settings of your account "
            "there, and type it here instead of your usual one."
        )
        switch_on = self.tr(
            "{name} lets mail programs in only after you have allowed IMAP in its settings."
        )
        texts = {
            Hint.NONE: "",
            Hint.APP_PASSWORD: app_password,
            Hint.SWITCH_ON: switch_on,
            Hint.SWITCH_ON_AND_APP_PASSWORD: f"{switch_on} {app_password}",
            Hint.NO_PASSWORDS: self.tr(
                "{name} no longer lets mail programs sign in with a password, so this account "
                "can't be used here yet."
            ),
        }
        return texts[hint].format(name=name)

    def _on_reveal(self) -> None:
        is_shown = self._password.echoMode() is QLineEdit.EchoMode.Normal
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self._password.setEchoMode(hidden if is_shown else normal)
        self._reveal.setIcon(themed_icon(Icon.EYE if is_shown else Icon.EYE_CROSSED))
        name = self.tr("Show the password") if is_shown else self.tr("Hide the password")
        self._reveal.setAccessibleName(name)
        self._reveal.setToolTip(name)

    def _lay_out(self) -> None:
        secret = QWidget(self)
        row_of_two = QHBoxLayout(secret)
        row_of_two.setContentsMargins(0, 0, 0, 0)
        row_of_two.setSpacing(GAP)
        row_of_two.addWidget(self._password, stretch=1)
        row_of_two.addWidget(self._reveal)
        grid = QGridLayout()
        grid.setHorizontalSpacing(PADDING)
        grid.setVerticalSpacing(GAP)
        rows = (
            (self.tr("Address"), self._address, self._address),
            (self.tr("Your name"), self._name, self._name),
            (self.tr("User name"), self._username, self._username),
            (self.tr("Password"), self._password, secret),
        )
        for row, (caption, field, place) in enumerate(rows):
            label = Label(caption, parent=self)
            label.setWordWrap(False)
            label.setBuddy(field)
            field.setAccessibleName(caption)
            grid.addWidget(label, row, 0)
            grid.addWidget(place, row, 1)
        grid.addWidget(self._hint, len(rows), 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addLayout(grid)
        column.addWidget(self._imap)
        column.addWidget(self._smtp)
        column.addWidget(self._identities)
        column.addStretch(1)
