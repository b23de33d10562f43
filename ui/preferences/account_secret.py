"""How an account signs in: by a password, or through its provider with a client of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from ...mailbox.account import Account
from ...mailbox.discovery.providers import oauth_providers
from ...mailbox.sign_in.settings import OAuthSettings
from ..theme.buttons import ActButton, IconButton
from ..theme.icons import Icon, themed_icon
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from .account_entry import EntryError, EntryFault

_PASSWORD: Final = ""
_OWN: Final = "own"  # what the account brought, of a provider that is not in the table


class SecretFields(QWidget):
    """Asks for a password, or for the client with which she signs in through her provider.

    Signals:
        edited: something was typed or chosen.
        sign_in_pressed: she wants to sign in through the provider's page.
    """

    edited = Signal()
    sign_in_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._account: Account | None = None
        self._tokens = ""
        self._is_chosen = False
        self._way = QComboBox(self)
        self._way.addItem(self.tr("with a password"), _PASSWORD)
        for short, provider in oauth_providers().items():
            text = self.tr("through {provider}").format(provider=provider.name)
            self._way.addItem(text, short)
        self._password = QLineEdit(self)
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._reveal = IconButton(Icon.EYE, self.tr("Show the password"), parent=self)
        self._steps = Label(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._client_id = QLineEdit(self)
        self._client_secret = QLineEdit(self)
        self._client_secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._client_secret.setPlaceholderText(self.tr("where the provider gave one"))
        self._register = ActButton("", Icon.LINK, parent=self)
        self._sign_in = ActButton("", Icon.KEY, parent=self)
        self._way.activated.connect(self._on_way_chosen)
        self._reveal.clicked.connect(self._on_reveal)
        self._register.clicked.connect(self._on_register)
        self._sign_in.clicked.connect(self.sign_in_pressed)
        for field in (self._password, self._client_id, self._client_secret):
            field.textEdited.connect(self._on_edited)
        self._lay_out()
        self._show_way()

    def settings(self) -> OAuthSettings | None:
        """How the account signs in through its provider; None for a password.

        Raises:
            EntryError: the client ID is none.
        """
        way = self._way.currentData()
        kept = self._account.oauth if self._account else None
        try:
            if way == _OWN and kept is not None:
                return replace(kept, client_id=self._client_id.text().strip())
            if way != _PASSWORD:
                return oauth_providers()[way].settings(self._client_id.text())
        except ValueError as error:
            raise EntryError(EntryFault.CLIENT_ID) from error
        return None

    def secret(self) -> str:
        """What goes to the keyring; "" where the kept secret is to stay.

        Raises:
            EntryError: a secret of this kind is not there yet.
        """
        settings = self.settings()
        secret = self._password.text() if settings is None else self._tokens
        has_kept = self._account is not None and self._account.oauth == settings
        if not secret and not has_kept:
            raise EntryError(EntryFault.PASSWORD if settings is None else EntryFault.SIGN_IN)
        return secret

    def typed(self) -> str:
        """The password as typed, or what the last sign-in brought."""
        return self._password.text() if self._way.currentData() == _PASSWORD else self._tokens

    def client_secret(self) -> str:
        """The client's secret as typed."""
        return self._client_secret.text().strip()

    def forget(self) -> None:
        """Take every secret out of the fields."""
        self._tokens = ""
        self._password.clear()
        self._client_secret.clear()

    def fill(self, account: Account) -> None:
        """Show how an account signs in; its secret stays where it is."""
        self._account = account
        self._is_chosen = True
        self._password.setPlaceholderText(
            "" if account.oauth else self.tr("unchanged, as it is kept")
        )
        if account.oauth is not None:
            self._client_id.setText(account.oauth.client_id)
            self._client_secret.setPlaceholderText(self.tr("type it to sign in again"))
            self._choose(self._way_of(account.oauth))
        self._show_way()

    def propose(self, oauth: str) -> None:
        """Choose a provider's sign-in where there is no other way, unless she has chosen."""
        if not self._is_chosen:
            self._choose(oauth)
            self._show_way()

    def accept_tokens(self, secret: str) -> None:
        """Take what a sign-in brought; it is kept with the account."""
        self._tokens = secret
        self._show_way()

    def lead_to(self, fault: EntryFault) -> None:
        """Give the keyboard to what has to be mended."""
        fields: dict[EntryFault, QWidget] = {
            EntryFault.PASSWORD: self._password,
            EntryFault.CLIENT_ID: self._client_id,
            EntryFault.SIGN_IN: self._sign_in,
        }
        fields[fault].setFocus()

    def lead_on(self) -> None:
        """Give the keyboard to what is to be typed next."""
        is_password = self._way.currentData() == _PASSWORD
        (self._password if is_password else self._client_id).setFocus()

    def align(self, width: int) -> None:
        """Begin the fields so far from the edge."""
        self._grid.setColumnMinimumWidth(0, width)

    def captions(self) -> tuple[Label, ...]:
        """The names of the fields, which stand in one column with those of others."""
        return self._captions

    def _way_of(self, oauth: OAuthSettings) -> str:
        for short, provider in oauth_providers().items():
            if provider.token_url == oauth.token_url:
                return short
        text = self.tr("through {provider}").format(provider=oauth.provider)
        self._way.addItem(text, _OWN)
        return _OWN

    def _choose(self, way: str) -> None:
        self._way.setCurrentIndex(self._way.findData(way))

    def _on_way_chosen(self) -> None:
        self._is_chosen = True
        self._tokens = ""
        self._show_way()
        self.edited.emit()

    def _on_edited(self) -> None:
        if self.sender() is not self._password:
            self._tokens = ""  # of another client
            self._show_way()
        self.edited.emit()

    def _on_register(self) -> None:
        provider = oauth_providers().get(self._way.currentData())
        if provider is not None:
            QDesktopServices.openUrl(QUrl(provider.register_url))

    def _on_reveal(self) -> None:
        is_shown = self._password.echoMode() is QLineEdit.EchoMode.Normal
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self._password.setEchoMode(hidden if is_shown else normal)
        self._reveal.setIcon(themed_icon(Icon.EYE if is_shown else Icon.EYE_CROSSED))
        name = self.tr("Show the password") if is_shown else self.tr("Hide the password")
        self._reveal.setAccessibleName(name)
        self._reveal.setToolTip(name)

    def _show_way(self) -> None:
        way = self._way.currentData()
        is_password = way == _PASSWORD
        for part in self._password_row:
            part.setVisible(is_password)
        for part in self._oauth_parts:
            part.setVisible(not is_password)
        self._register.setVisible(way in oauth_providers())
        if is_password:
            return
        name = self._provider_name()
        self._steps.setText(self._steps_of(way))
        self._register.setText(self.tr("Open the page of {provider}").format(provider=name))
        text = (
            self.tr("Signed in; sign in again with {provider}…")
            if self._tokens
            else self.tr("Sign in with {provider}…")
        )
        self._sign_in.setText(text.format(provider=name))

    def _provider_name(self) -> str:
        provider = oauth_providers().get(self._way.currentData())
        if provider is not None:
            return provider.name
        return self._account.oauth.provider if self._account and self._account.oauth else ""

    def _steps_of(self, way: str) -> str:
        texts = {
            "google": self.tr(
                "1. Open Google's page and make a client of the kind “Desktop app”.\n"
                "2. Publish the project there; while it is in testing, a sign-in ends after 7 "
                "days.\n"
                "3. Copy the client ID and the client secret to here.\n"
                "4. Sign in: your browser asks whether your client may use your mail.\n"
                "An app password is simpler where your account allows one."
            ),
            "microsoft": self.tr(
                "1. Open Microsoft's page and register an app for accounts of any kind.\n"
                "2. Add the platform “Mobile and desktop applications” with the address "
                "http://localhost.\n"
                "3. Add the permissions IMAP.AccessAsUser.All, SMTP.Send and offline_access.\n"
                "4. Copy the application ID to here; it is the client ID, and there is no "
                "secret.\n"
                "5. Sign in: your browser asks whether your app may use your mail."
            ),
        }
        other = self.tr(
            "Give the client ID, and the secret where there is one, then sign in: your browser "
            "opens."
        )
        return texts.get(way, other)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(PADDING)
        grid.setVerticalSpacing(GAP)
        secret = QWidget(self)
        row_of_two = QHBoxLayout(secret)
        row_of_two.setContentsMargins(0, 0, 0, 0)
        row_of_two.setSpacing(GAP)
        row_of_two.addWidget(self._password, stretch=1)
        row_of_two.addWidget(self._reveal)
        buttons = QWidget(self)
        in_a_row = QHBoxLayout(buttons)
        in_a_row.setContentsMargins(0, 0, 0, 0)
        in_a_row.setSpacing(GAP)
        in_a_row.addWidget(self._register)
        in_a_row.addWidget(self._sign_in)
        in_a_row.addStretch(1)
        rows = (
            (self.tr("Sign in"), self._way, self._way),
            (self.tr("Password"), self._password, secret),
            (self.tr("Client ID"), self._client_id, self._client_id),
            (self.tr("Client secret"), self._client_secret, self._client_secret),
        )
        labels = []
        places = (0, 1, 3, 4)
        for place, (caption, field, part) in zip(places, rows, strict=True):
            label = Label(caption, parent=self)
            label.setWordWrap(False)
            label.setBuddy(field)
            field.setAccessibleName(caption)
            grid.addWidget(label, place, 0)
            grid.addWidget(part, place, 1)
            labels.append(label)
        grid.addWidget(self._steps, 2, 0, 1, 2)
        grid.addWidget(buttons, 5, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self._captions = tuple(labels)
        self._grid = grid
        self._password_row: tuple[QWidget, ...] = (labels[1], secret)
        self._oauth_parts: tuple[QWidget, ...] = (
            *labels[2:],
            self._steps,
            self._client_id,
            self._client_secret,
            buttons,
        )
