"""The fields of an account: whose mail, the two servers, the password, other addresses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ...mailbox.account import Account
from ...mailbox.discovery.finding import Finding
from ...mailbox.discovery.providers import IMAP_PORTS, SMTP_PORTS, Hint, provider_of
from ..languages import spoken
from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from .account_entry import AccountEntry, EntryFault, is_address
from .account_identities import AccountIdentities
from .account_secret import SecretFields
from .server_fields import ServerFields


class AccountFields(QWidget):
    """Asks for an account; the servers follow the address until she types them herself.

    Signals:
        edited: something was typed or chosen.
        find_pressed: she wants the servers found.
        sign_in_pressed: she wants to sign in through the provider's page.
    """

    edited = Signal()
    find_pressed = Signal()
    sign_in_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files_sent_itself = False
        self._is_username_typed = False
        self._address = QLineEdit(self)
        self._name = QLineEdit(self)
        self._username = QLineEdit(self)
        self._find = ActButton(self.tr("Find the servers"), Icon.SEARCH, parent=self)
        self._secret = SecretFields(self)
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
        self._username.textEdited.connect(self._on_username_edited)
        self._find.clicked.connect(self.find_pressed)
        self._secret.edited.connect(self.edited)
        self._secret.sign_in_pressed.connect(self.sign_in_pressed)
        for field in (self._address, self._name, self._username):
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

    @property
    def secret(self) -> SecretFields:
        """How the account signs in."""
        return self._secret

    def address(self) -> str:
        """The address as typed."""
        return self._address.text().strip()

    def fill(self, account: Account) -> None:
        """Show an account that is to be changed; its password stays where it is."""
        self._address.setText(account.address)
        self._name.setText(account.name)
        self._username.setText(account.username)
        self._imap.fill(account.imap)
        self._smtp.fill(account.smtp)
        self._identities.fill(account)
        self._files_sent_itself = account.files_sent_itself
        self._is_username_typed = True
        self._secret.fill(account)

    def show_finding(self, found: Finding) -> None:
        """Show what was found, and who named it; she may change all of it."""
        if not self._is_username_typed:
            self._username.setText("" if found.username == found.address else found.username)
        for fields, server in ((self._imap, found.imap), (self._smtp, found.smtp)):
            fields.show_found(server.endpoint, spoken(server.words()))
        self._files_sent_itself = found.files_sent_itself
        self._show_hint(found.hint, found.provider)
        if found.hint is Hint.NO_PASSWORDS:
            self._secret.propose(found.oauth)

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
        }
        if fault not in fields:
            self._secret.lead_to(fault)
            return
        fields[fault].setFocus()

    def _on_address_edited(self) -> None:
        address = self._address.text().strip()
        self._identities.name_own(address)
        if not is_address(address):
            return
        provider = provider_of(address)
        self._imap.propose(provider.imap)
        self._smtp.propose(provider.smtp)
        self._username.setPlaceholderText(address)
        if not self._is_username_typed:
            self._username.setText(provider.username(address) if provider.has_local_names else "")
        self._files_sent_itself = provider.files_sent_itself
        self._show_hint(provider.hint, provider.name)
        self._secret.propose(provider.oauth if provider.hint is Hint.NO_PASSWORDS else "")

    def _on_username_edited(self) -> None:
        self._is_username_typed = True

    def _show_hint(self, hint: Hint, name: str) -> None:
        self._hint.setText(self._hint_text(hint, name))
        self._hint.setVisible(hint is not Hint.NONE)

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
                "{name} no longer lets mail programs sign in with a password. Sign in through "
                "the browser instead, with a client of your own; the steps stand below."
            ),
        }
        return texts[hint].format(name=name)

    def _lay_out(self) -> None:
        address = QWidget(self)
        row_of_two = QHBoxLayout(address)
        row_of_two.setContentsMargins(0, 0, 0, 0)
        row_of_two.setSpacing(GAP)
        row_of_two.addWidget(self._address, stretch=1)
        row_of_two.addWidget(self._find)
        grid = QGridLayout()
        grid.setHorizontalSpacing(PADDING)
        grid.setVerticalSpacing(GAP)
        rows = (
            (self.tr("Address"), self._address, address),
            (self.tr("Your name"), self._name, self._name),
            (self.tr("User name"), self._username, self._username),
        )
        captions = list(self._secret.captions())
        for row, (caption, field, place) in enumerate(rows):
            label = Label(caption, parent=self)
            label.setWordWrap(False)
            label.setBuddy(field)
            field.setAccessibleName(caption)
            captions.append(label)
            grid.addWidget(label, row, 0)
            grid.addWidget(place, row, 1)
        grid.addWidget(self._hint, len(rows), 1)
        grid.setColumnStretch(1, 1)
        widest = max(label.sizeHint().width() for label in captions)
        grid.setColumnMinimumWidth(0, widest)
        self._secret.align(widest)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addLayout(grid)
        column.addWidget(self._secret)
        column.addWidget(self._imap)
        column.addWidget(self._smtp)
        column.addWidget(self._identities)
        for before, after in ((self._address, self._find), (self._find, self._name)):
            QWidget.setTabOrder(before, after)
        column.addStretch(1)
