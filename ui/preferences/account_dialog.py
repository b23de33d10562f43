"""The account dialog: whose mail, which servers, and a try before it is kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ...mailbox.account import Account
from ..theme.buttons import ActButton, PrimaryButton
from ..theme.icons import Icon
from ..theme.labels import VerdictLine
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, PADDING, px
from ..theme.tokens import Role
from .account_entry import EntryError, EntryFault, read_entry
from .account_fields import AccountFields
from .page_area import PageArea

_WIDTH: Final = 580
_HEIGHT: Final = 560


class AccountDialog(QDialog):
    """Asks for an account. It tries and keeps nothing itself; it says what is wanted.

    Signals:
        test_wanted: carries the Account and the password to try ("" means the kept one); answer
            with `show_success` or `show_problem`.
        save_wanted: carries the Account and the password to keep ("" means the kept one); close
            the dialog with `accept` when that is done, or answer with `show_problem`.
    """

    test_wanted = Signal(object, str)
    save_wanted = Signal(object, str)

    def __init__(self, account: Account | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = account
        title = self.tr("Change an account") if account else self.tr("Add an account")
        self.setWindowTitle(title)
        dress(self, ground=Ground.WINDOW)
        self._fields = AccountFields(self)
        self._verdict = VerdictLine(self)
        self._verdict.hide()
        self._test = ActButton(self.tr("Try to sign in"), Icon.REFRESH, parent=self)
        self._cancel = ActButton(self.tr("Cancel"), parent=self)
        self._save = PrimaryButton(self.tr("Keep the account"), Icon.CHECK, parent=self)
        self._save.setDefault(True)
        self._fields.edited.connect(self._verdict.hide)
        self._test.clicked.connect(self._on_test)
        self._cancel.clicked.connect(self.reject)
        self._save.confirmed.connect(self._on_save)
        if account is not None:
            self._fields.fill(account)
        self._lay_out()
        self.resize(px(self, _WIDTH), px(self, _HEIGHT))

    def account(self) -> Account:
        """The account as typed.

        Raises:
            EntryError: something is missing or not allowed; its fault names the field.
        """
        account = read_entry(self._fields.entry(), self._account.id if self._account else 0)
        if self._account is None and not self.password():
            raise EntryError(EntryFault.PASSWORD)
        return account

    def password(self) -> str:
        """The password as typed; "" where the kept one is to stay."""
        return self._fields.password()

    def hint(self) -> str:
        """What the seller has to know of her provider, "" where there is nothing."""
        return self._fields.hint()

    def verdict(self) -> str:
        """The sentence above the buttons, "" where there is none."""
        return self._verdict.text() if self._verdict.isVisibleTo(self) else ""

    def set_testing(self, is_testing: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show that both servers are being tried; nothing can be pressed meanwhile."""
        for part in (self._fields, self._test, self._save):
            part.setEnabled(not is_testing)
        if is_testing:
            self._show(Icon.HOURGLASS, Role.MUTED, self.tr("Both servers are being tried."))

    def show_problem(self, problem: str) -> None:
        """Show what went wrong and what to do."""
        self.set_testing(False)
        self._show(Icon.WARNING, Role.ERROR, problem)

    def show_success(self, success: str) -> None:
        """Show that both servers let her in."""
        self.set_testing(False)
        self._show(Icon.CHECK, Role.READY, success)

    def done(self, result: int) -> None:
        """Close; the password does not stay in the field."""
        self._fields.forget_password()
        super().done(result)

    def _show(self, icon: Icon, role: Role, said: str) -> None:
        self._verdict.show_verdict(icon, role, "", said)
        self._verdict.show()

    def _checked(self) -> Account | None:
        try:
            return self.account()
        except EntryError as error:
            self.show_problem(self._fault_text(error.fault))
            self._fields.lead_to(error.fault, error.place)
            return None

    def _on_test(self) -> None:
        if (account := self._checked()) is not None:
            self.set_testing(True)
            self.test_wanted.emit(account, self.password())

    def _on_save(self) -> None:
        if (account := self._checked()) is not None:
            self.save_wanted.emit(account, self.password())

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
        }
        return texts[fault]

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self._test)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(PageArea(self._fields, self), stretch=1)
        column.addWidget(self._verdict)
        column.addLayout(foot)
