"""The account dialog: whose mail, which servers, and a try before it is kept."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ...mailbox.account import Account
from ...mailbox.discovery.finding import Finding
from ..theme.buttons import ActButton, PrimaryButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import LeadLabel, VerdictLine
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, PADDING, window_size
from ..theme.tokens import Role
from .account_entry import EntryError, EntryFault, is_address, read_entry
from .account_fields import AccountFields
from .page_area import PageArea

_WIDTH: Final = 580
_HEIGHT: Final = 560


class _Busy(Enum):
    """What the dialog waits for."""

    NOT = auto()
    TESTING = auto()
    SEARCHING = auto()
    SIGNING_IN = auto()


class AccountDialog(QDialog):
    """Asks for an account. It tries and keeps nothing itself; it says what is wanted.

    Signals:
        test_wanted: carries the Account and the secret to try ("" means the kept one); answer
            with `show_success` or `show_problem`.
        save_wanted: carries the Account and the secret to keep ("" means the kept one); close
            the dialog with `accept` when that is done, or answer with `show_problem`.
        find_wanted: carries the address, and whether usual names may be tried; tell of it with
            `show_search`, and answer with `show_finding` or `show_nothing_found`.
        sign_in_wanted: carries the OAuthSettings, the client's secret and the address; tell of it
            with `show_page`, and answer with `show_signed_in` or `show_problem`.
        called_off: she waits no longer for either.
    """

    test_wanted = Signal(object, str)
    save_wanted = Signal(object, str)
    find_wanted = Signal(str, bool)
    sign_in_wanted = Signal(object, str, str)
    called_off = Signal()

    def __init__(self, account: Account | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._busy = _Busy.NOT
        self._has_guessed = False
        self._page = ""
        self._pressed: QWidget | None = None
        title = self.tr("Change an account") if account else self.tr("Add an account")
        self.setWindowTitle(title)
        dress(self, ground=Ground.WINDOW)
        self._fields = AccountFields(self)
        self._verdict = VerdictLine(self)
        self._verdict.hide()
        self._guess = ActButton(self.tr("Try usual names"), Icon.SEARCH, parent=self)
        self._copy = ActButton(self.tr("Copy the address"), Icon.COPY, parent=self)
        for button in (self._guess, self._copy):
            button.hide()
        self._test = ActButton(self.tr("Try to sign in"), Icon.REFRESH, parent=self)
        self._cancel = ActButton(self.tr("Cancel"), parent=self)
        self._save = PrimaryButton(self.tr("Keep the account"), Icon.CHECK, parent=self)
        self._save.setDefault(True)
        self._fields.edited.connect(self._on_edited)
        self._fields.find_pressed.connect(self._on_find)
        self._fields.sign_in_pressed.connect(self._on_sign_in)
        self._guess.clicked.connect(self._on_guess)
        self._copy.clicked.connect(self._on_copy)
        self._test.clicked.connect(self._on_test)
        self._cancel.clicked.connect(self.reject)
        self._save.confirmed.connect(self._on_save)
        if account is not None:
            self._fields.fill(account)
        self._lay_out()
        self.resize(window_size(self, _WIDTH, _HEIGHT))

    def account(self) -> Account:
        """The account as typed.

        Raises:
            EntryError: something is missing or not allowed; its fault names the field.
        """
        account = read_entry(self._fields.entry(), self._account.id if self._account else 0)
        account = replace(account, oauth=self._fields.secret.settings())
        self._fields.secret.secret()
        return account

    def password(self) -> str:
        """The password as typed, or what a sign-in brought; "" where the kept one is to stay."""
        return self._fields.secret.typed()

    def hint(self) -> str:
        """What the seller has to know of her provider, "" where there is nothing."""
        return self._fields.hint()

    def verdict(self) -> str:
        """The sentence above the buttons, "" where there is none."""
        return self._verdict.text() if self._verdict.isVisibleTo(self) else ""

    def set_testing(self, is_testing: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show that both servers are being tried; nothing can be pressed meanwhile."""
        self._set_busy(_Busy.TESTING if is_testing else _Busy.NOT)
        if is_testing:
            self._show(Icon.HOURGLASS, Role.MUTED, self.tr("Both servers are being tried."))

    def show_problem(self, problem: str) -> None:
        """Show what went wrong and what to do."""
        self._set_busy(_Busy.NOT)
        self._show(Icon.WARNING, Role.ERROR, problem)

    def show_success(self, success: str) -> None:
        """Show that both servers let her in."""
        self._set_busy(_Busy.NOT)
        self._show(Icon.CHECK, Role.READY, success)

    def show_search(self, step: str) -> None:
        """Show what the search for the servers tries now."""
        if self._busy is _Busy.SEARCHING:
            self._show(Icon.HOURGLASS, Role.MUTED, step)

    def show_finding(self, found: Finding) -> None:
        """Fill in the servers that were found; she may still change them."""
        self._fields.show_finding(found)
        self.show_success(
            self.tr("Both servers were found; where each comes from stands under it.")
        )
        self._fields.secret.lead_on()

    def show_nothing_found(self, problem: str) -> None:
        """Show that nobody names the servers, and offer to try usual names."""
        may_guess = self._busy is _Busy.SEARCHING and not self._has_guessed
        offer = self.tr(
            "Usual names can be tried: those servers then learn that somebody asks, not your "
            "address."
        )
        self.show_problem(f"{problem} {offer}" if may_guess else problem)
        self._guess.setVisible(may_guess)
        if may_guess:
            self._guess.setFocus()

    def show_page(self, url: str, *, is_open: bool) -> None:
        """Show that her browser has the provider's page; its address can be copied."""
        if self._busy is not _Busy.SIGNING_IN:
            return
        self._page = url
        self._copy.show()
        text = (
            self.tr("Your browser shows the provider's page. Allow the access there.")
            if is_open
            else self.tr("The browser did not open. Copy the address, and open it yourself.")
        )
        self._show(Icon.HOURGLASS, Role.MUTED, text)

    def show_signed_in(self, secret: str) -> None:
        """Take what the sign-in brought; it is kept with the account."""
        self._fields.secret.accept_tokens(secret)
        self.show_success(
            self.tr("You are signed in. It is kept, in the keyring, with the account.")
        )
        self._save.setFocus()

    def reject(self) -> None:
        """Call off what is under way; where nothing is, close."""
        if self._busy in {_Busy.SEARCHING, _Busy.SIGNING_IN}:
            self.called_off.emit()
            self._set_busy(_Busy.NOT)
            self._show(Icon.INFO, Role.MUTED, self.tr("It was called off; nothing was changed."))
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close; no secret stays in the fields."""
        self.called_off.emit()
        self._fields.secret.forget()
        super().done(result)

    def _set_busy(self, busy: _Busy) -> None:
        self._busy = busy
        is_idle = busy is _Busy.NOT
        focused = self.focusWidget()
        for part in (self._fields, self._test, self._save):
            part.setEnabled(is_idle)
        self._guess.hide()
        self._copy.hide()
        self._cancel.setText(self.tr("Cancel") if is_idle else self.tr("Stop"))
        self._cancel.setEnabled(busy is not _Busy.TESTING)
        if not is_idle:
            self._pressed = focused if self._pressed is None else self._pressed
            self._cancel.setFocus()
        elif self._pressed is not None:
            self._pressed.setFocus()
            self._pressed = None

    def _show(self, icon: Icon, role: Role, said: str) -> None:
        self._verdict.show_verdict(icon, role, "", said)
        self._verdict.show()

    def _checked(self) -> tuple[Account, str] | None:
        try:
            return self.account(), self._fields.secret.secret()
        except EntryError as error:
            self._show_fault(error)
            return None

    def _show_fault(self, error: EntryError) -> None:
        self.show_problem(self._fault_text(error.fault))
        self._fields.lead_to(error.fault, error.place)

    def _on_edited(self) -> None:
        self._has_guessed = False
        self._verdict.hide()
        self._guess.hide()

    def _on_test(self) -> None:
        if (checked := self._checked()) is not None:
            self.set_testing(True)
            self.test_wanted.emit(*checked)

    def _on_save(self) -> None:
        if (checked := self._checked()) is not None:
            self.save_wanted.emit(*checked)

    def _on_find(self) -> None:
        self._has_guessed = False
        self._search()

    def _on_guess(self) -> None:
        self._has_guessed = True
        self._search()

    def _search(self) -> None:
        address = self._fields.address()
        if not is_address(address):
            self._show_fault(EntryError(EntryFault.ADDRESS))
            return
        self._set_busy(_Busy.SEARCHING)
        self._show(Icon.HOURGLASS, Role.MUTED, self.tr("The servers are being looked for."))
        self.find_wanted.emit(address, self._has_guessed)

    def _on_sign_in(self) -> None:
        address = self._fields.address()
        if not is_address(address):
            self._show_fault(EntryError(EntryFault.ADDRESS))
            return
        try:
            settings = self._fields.secret.settings()
        except EntryError as error:
            self._show_fault(error)
            return
        self._set_busy(_Busy.SIGNING_IN)
        self._show(Icon.HOURGLASS, Role.MUTED, self.tr("Your browser is being opened."))
        self.sign_in_wanted.emit(settings, self._fields.secret.client_secret(), address)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._page)

    def _fault_text(self, fault: EntryFault) -> str:
        unprotected = self.tr(
            "Only a server on this computer may go without protection: choose TLS or STARTTLS."
        )
        texts = {
            EntryFault.ADDRESS: self.tr("Give your mail address, such as ana@shop.example."),
            EntryFault.IMAP_HOST: self.tr(
                "Give the server for incoming mail by its name alone, such as imap.shop.example."
            ),
            EntryFault.IMAP_UNPROTECTED: unprotected,
            EntryFault.SMTP_HOST: self.tr(
                "Give the server for outgoing mail by its name alone, such as smtp.shop.example."
            ),
            EntryFault.SMTP_UNPROTECTED: unprotected,
            EntryFault.FURTHER_ADDRESS: self.tr(
                "Give the further address, such as orders@shop.example, or remove its line."
            ),
            EntryFault.ADDRESS_TWICE: self.tr(
                "This address is listed twice: change it, or remove its line."
            ),
            EntryFault.PASSWORD: self.tr(
                "Give the password. It is kept in the keyring of your system and nowhere else."
            ),
            EntryFault.CLIENT_ID: self.tr(
                "Give the client ID as it stands on the provider's page, without a blank."
            ),
            EntryFault.SIGN_IN: self.tr(
                "Sign in first: the button opens your browser. Then keep the account."
            ),
        }
        return texts[fault]

    def _welcome(self) -> QWidget:
        said = self.tr(
            "Letters come to this computer and stay here; only your mail servers are asked. The "
            "password goes into the keyring of your system."
        )
        welcome = LeadLabel(self)
        welcome.set_text(self.tr("Your mail account."), said)
        return welcome

    def _lay_out(self) -> None:
        foot = foot_of(self._cancel, self._save, before=(self._test,))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        if self._account is None:
            column.addWidget(self._welcome())
        column.addWidget(PageArea(self._fields, self), stretch=1)
        column.addWidget(self._verdict)
        offers = QHBoxLayout()
        offers.setSpacing(GAP)
        offers.addWidget(self._guess)
        offers.addWidget(self._copy)
        offers.addStretch(1)
        column.addLayout(offers)
        column.addLayout(foot)
