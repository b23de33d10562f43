"""The accounts: whose mail is fetched and sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from ...mailbox.account import Account
from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.roomy_rows import RoomyRows
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from ..theme.tokens import Role

_Index = QModelIndex | QPersistentModelIndex


class AccountListModel(QAbstractListModel):
    """The accounts by their addresses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._accounts: tuple[Account, ...] = ()

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """Show these accounts."""
        self.beginResetModel()
        self._accounts = tuple(accounts)
        self.endResetModel()

    def address(self, row: int) -> str:
        """The address in a row."""
        return self._accounts[row].address

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._accounts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in _TEXT_ROLES:
            return None
        account = self._accounts[index.row()]
        shown = f"{account.name} · {account.address}" if account.name else account.address
        if not account.further:
            return shown
        return self.tr("{account} and %n more", "", len(account.further)).format(account=shown)


_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class AccountsPage(QWidget):
    """Lists the accounts and says what is wanted with them.

    Signals:
        add_wanted: another account.
        edit_wanted, folders_wanted, remove_wanted, test_wanted: each carries the address of the
            selected account.
    """

    add_wanted = Signal()
    edit_wanted = Signal(str)
    folders_wanted = Signal(str)
    remove_wanted = Signal(str)
    test_wanted = Signal(str)

    def __init__(self, accounts: Sequence[Account], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = AccountListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(RoomyRows(self._list))
        self._list.setAccessibleName(self.tr("Accounts"))
        self._nothing = Label(
            self.tr("There is no account yet. Add one, and its mail is fetched."),
            tone=Tone.MUTED,
            parent=self,
        )
        self._add = ActButton(self.tr("Add…"), Icon.PLUS, parent=self)
        self._edit = ActButton(self.tr("Change…"), Icon.PENCIL, parent=self)
        self._folders = ActButton(self.tr("Folders…"), Icon.MAILS, parent=self)
        self._test = ActButton(self.tr("Try to sign in"), Icon.REFRESH, parent=self)
        self._remove = ActButton(self.tr("Remove"), Icon.TRASH, parent=self)
        self._verdict = VerdictLine(self)
        self._verdict.hide()
        self._lay_out()
        self._connect()
        self.set_accounts(accounts)

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """List these accounts."""
        self._model.set_accounts(accounts)
        self._nothing.setVisible(not accounts)
        self._list.setVisible(bool(accounts))
        for button in (self._edit, self._folders, self._test, self._remove):
            button.setEnabled(bool(accounts))
        if accounts:
            self._list.setCurrentIndex(self._model.index(0))

    def selected(self) -> str:
        """The address of the selected account, "" where there is none."""
        index = self._list.currentIndex()
        return self._model.address(index.row()) if index.isValid() else ""

    def show_problem(self, problem: str) -> None:
        """Show what went wrong and what to do."""
        self._verdict.show_verdict(Icon.WARNING, Role.ERROR, "", problem)
        self._verdict.show()

    def show_success(self, success: str) -> None:
        """Show that it works."""
        self._verdict.show_verdict(Icon.CHECK, Role.READY, "", success)
        self._verdict.show()

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self._asked())

    def _on_folders(self) -> None:
        self.folders_wanted.emit(self._asked())

    def _on_test(self) -> None:
        self.test_wanted.emit(self._asked())

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._asked())

    def _asked(self) -> str:
        self._verdict.hide()
        return self.selected()

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_wanted)
        self._edit.clicked.connect(self._on_edit)
        self._list.activated.connect(self._on_edit)
        self._folders.clicked.connect(self._on_folders)
        self._test.clicked.connect(self._on_test)
        self._remove.clicked.connect(self._on_remove)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self._add, self._edit, self._folders, self._test, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(PADDING)
        lists = QVBoxLayout()
        lists.addWidget(self._list, stretch=1)
        lists.addWidget(self._nothing)
        lists.addStretch(0)
        middle.addLayout(lists, stretch=1)
        middle.addLayout(buttons)
        note = self.tr(
            "Passwords are kept in the keyring of your system. An account or an address with held "
            "replies can be removed only after they are gone or taken back."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING, PADDING * 2, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(Label(self.tr("Accounts"), Type.HEAD, parent=self))
        column.addLayout(middle, stretch=1)
        column.addWidget(self._verdict)
        column.addWidget(Label(note, Type.SMALL, Tone.MUTED, self))
