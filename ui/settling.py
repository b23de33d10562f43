"""What is set up rather than done: accounts, passwords, preferences, imported orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from ..mailbox.account import Account
from ..mailbox.credentials import SessionSecrets
from ..mailbox.errors import KeyringError
from ..mailbox.sentence import Sentence
from ..mailbox.sign_in.logins import GivenSecrets, login_of
from ..mailbox.store.accounts import load_account
from ..replies.orders.own_services import OwnService
from ..replies.orders.service_store import load_own_services, save_own_services
from ..replies.outbox.clock import to_timedelta
from ..replies.outbox.policy import steady_when_settled
from ..replies.outbox.store import load_policies
from ..replies.own_words import OwnWords
from ..replies.preference_file import Change, changes_between, taken_back
from ..replies.preferences import SYSTEM_TEXT, Preferences, stepped_text
from . import operations
from .engine import Engine
from .inbox.handling import Done
from .languages import said
from .orders.order_import import OrderImport
from .theme.theme import Scheme, Theme
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from ..mailbox.store.writer import Transaction
    from ..replies.orders.importing.mapped import ColumnMapping
    from .orders.import_report import FileReport
    from .preferences.account_dialog import AccountDialog
    from .preferences.preferences_dialog import PreferencesDialog

_TEST: Final = "test account"
_KEEP: Final = "keep account"


class Settling(QObject):
    """Opens the dialogs and keeps what is set in them.

    Signals:
        preferences_changed: new preferences are kept and in use.
        said: carries a short line on what was done.
        done: carries a Done: what was done, and how it is taken back.
        failed: carries an exception for the seller to read.
        lines_left_out: carries which lines of imported files could not be read, and why.
        mapping_kept: the columns of another kind of order file are known.
    """

    preferences_changed = Signal()
    said = Signal(str)
    done = Signal(object)
    failed = Signal(object)
    lines_left_out = Signal(str)
    mapping_kept = Signal()

    def __init__(
        self, engine: Engine, theme: Theme, vocabulary: Vocabulary, window: QWidget
    ) -> None:
        super().__init__(window)
        self._engine = engine
        self._theme = theme
        self._vocabulary = vocabulary
        self._window = window
        self._account_dialog: AccountDialog | None = None
        self._given = ""  # the address of the account whose password is being kept
        self._preferences_dialog: PreferencesDialog | None = None
        self._orders = OrderImport(engine, window)
        self._orders.said.connect(self.said)
        self._orders.failed.connect(self.failed)
        self._orders.lines_left_out.connect(self.lines_left_out)
        self._orders.mapping_kept.connect(self.mapping_kept)
        engine.background.finished.connect(self._on_finished)
        engine.background.failed.connect(self._on_failed)

    def welcome(self) -> None:
        """Ask for the first account, where there is none yet."""
        if self._account_dialog is None:
            self.add_account()

    def add_account(self) -> None:
        """Open the dialog for a new account."""
        self._open_account(None)

    def ask_password(self, account_id: int) -> None:
        """Ask for the password or the sign-in that a sync lacks.

        Without a keyring it is kept in memory.
        """
        account = load_account(self._engine.reader, account_id)
        if account.oauth is not None:
            self._open_account(account)
            return
        password, is_given = QInputDialog.getText(
            self._window,
            self.tr("Password"),
            self.tr("Password for {address}:").format(address=account.address),
            QLineEdit.EchoMode.Password,
        )
        if is_given and password:
            keep = partial(self._engine.profile.secrets.set, account.address, password)
            self._engine.background.start(_KEEP, keep)

    def open_preferences(self) -> None:
        """Open Preferences, the cool-down first."""
        if self._preferences_dialog is not None:
            self._preferences_dialog.raise_()
            return
        from ..replies.cases.lesson_store import load_lessons
        from ..replies.orders.importing.store import load_mappings
        from .preferences.preferences_dialog import PreferencesDialog
        from .preferences.spelling_state import spelling_state

        outbox, db = self._engine.outbox, self._engine.reader
        dialog = PreferencesDialog(
            self._engine.preferences,
            self._engine.accounts(),
            outbox.policy(db),
            self._settled_at(),
            self._window,
            now=outbox.clock.read().wall,
            words=self._vocabulary.hold,
        )
        dialog.set_own_services(load_own_services(db))
        dialog.orders.set_mappings(load_mappings(db))
        words = self._vocabulary.hold.words
        dialog.lessons.set_lessons(
            {one.conversation_id: words.lesson(one) for one in load_lessons(db)}
        )
        dialog.lessons_forgotten.connect(self._on_lessons_forgotten)
        dialog.writing.show_state(spelling_state(self._engine.profile.speller))
        dialog.writing.set_words(self._own_words())
        dialog.own_words_changed.connect(self._on_own_words_changed)
        dialog.mappings_changed.connect(self._on_mappings_changed)
        dialog.services_changed.connect(self._on_services_changed)
        dialog.preferences_changed.connect(self._on_preferences_changed)
        dialog.preferences_imported.connect(self._on_preferences_imported)
        dialog.text_tried.connect(self._theme.set_text_percent)
        dialog.density_tried.connect(self._theme.set_density)
        dialog.account_add_wanted.connect(self.add_account)
        dialog.account_edit_wanted.connect(self._on_account_edit_wanted)
        dialog.account_folders_wanted.connect(self._on_account_folders_wanted)
        dialog.account_remove_wanted.connect(self._on_account_remove_wanted)
        dialog.account_test_wanted.connect(self._on_kept_account_test_wanted)
        dialog.finished.connect(self._on_preferences_closed)
        self._preferences_dialog = dialog
        dialog.open()

    def _own_words(self) -> tuple[str, ...]:
        try:
            return OwnWords(self._engine.profile.folder).load()
        except OSError as error:
            self.failed.emit(error)
            return ()

    def _on_own_words_changed(self, words: Sequence[str]) -> None:
        try:
            OwnWords(self._engine.profile.folder).save(words)
        except OSError as error:
            self.failed.emit(error)
            return
        self.preferences_changed.emit()

    def step_text(self, by: int) -> None:
        """Show all text larger (1), smaller (-1), or in the system's size (0), and remember it."""
        before = self._engine.preferences
        percent = stepped_text(before.text_percent, by) if by else SYSTEM_TEXT
        if percent != before.text_percent:
            self._on_preferences_changed(replace(before, text_percent=percent))
        shown = self._engine.preferences.text_percent
        self.said.emit(self.tr("Text at {percent}%.").format(percent=shown))

    def import_orders(self) -> None:
        """Let the seller choose order files, and import them."""
        self._orders.choose_files()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import order files; what cannot be read of them is said line by line."""
        self._orders.import_files(paths)

    def tell_left_out(self, reports: Sequence[FileReport]) -> None:
        """Say which lines of imported files could not be read, and why."""
        self._orders.tell_left_out(reports)

    def name_columns(self, path: Path) -> None:
        """Let the seller say what the columns of an order file are."""
        self._orders.name_columns(path)

    def _settled_at(self) -> datetime | None:
        """From when the last change of the hold counts, None where it counts already."""
        policies = load_policies(self._engine.reader)
        mark = self._engine.outbox.now(self._engine.reader)
        left_ns = steady_when_settled(policies) - mark.steady_ns if policies else 0
        return mark.reading.wall + to_timedelta(left_ns) if left_ns > 0 else None

    def _on_preferences_changed(self, preferences: Preferences) -> None:
        try:
            self._engine.change_preferences(preferences)
        except OSError as error:
            self.failed.emit(error)
            return
        self._theme.set_scheme(Scheme(preferences.colour_scheme.value))
        self._theme.set_text_percent(preferences.text_percent)
        self._theme.set_density(preferences.density)
        self.preferences_changed.emit()

    def _on_preferences_imported(self, preferences: Preferences) -> None:
        changes = changes_between(self._engine.preferences, preferences)
        self._on_preferences_changed(preferences)
        if self._engine.preferences == preferences:
            taken = self.tr("Settings taken from the file. Undo with {keys}.")
            self.done.emit(Done(partial(self._take_back, changes), taken))

    def _take_back(self, changes: Sequence[Change]) -> None:
        """Set what an import changed as it was; a hold that gets shorter by it waits (D2)."""
        self._on_preferences_changed(taken_back(self._engine.preferences, changes))

    def _on_services_changed(self, own: Sequence[OwnService]) -> None:
        """Keep the figures; whatever shows an order follows the change of orders."""
        self._engine.follow(self._engine.writer.submit(lambda tx: save_own_services(tx, own)))

    def _on_lessons_forgotten(self, conversation_ids: Sequence[int]) -> None:
        from ..replies.cases.lesson_store import forget_lessons

        forget = partial(forget_lessons, conversation_ids=conversation_ids)
        self._engine.follow(self._engine.writer.submit(forget))

    def _on_mappings_changed(
        self, changed: Sequence[ColumnMapping], forgotten: Sequence[str]
    ) -> None:
        """Keep what was said of columns; a watched folder is looked at by it."""
        from ..replies.orders.importing.store import forget_mapping, save_mapping

        def keep(tx: Transaction) -> None:
            for signature in forgotten:
                forget_mapping(tx, signature)
            for mapping in changed:
                save_mapping(tx, mapping)

        future = self._engine.writer.submit(keep)
        self._engine.follow(future, lambda _: self.mapping_kept.emit())

    def _on_preferences_closed(self) -> None:
        kept = self._engine.preferences  # others may have been tried
        self._theme.set_text_percent(kept.text_percent)
        self._theme.set_density(kept.density)
        self._preferences_dialog = None

    def _open_account(self, account: Account | None) -> None:
        from .preferences.account_dialog import AccountDialog
        from .preferences.account_errands import AccountErrands

        dialog = AccountDialog(account, self._window)
        dialog.test_wanted.connect(self._on_test_wanted)
        dialog.save_wanted.connect(self._on_save_wanted)
        dialog.finished.connect(self._on_account_closed)
        AccountErrands(self._engine, dialog)
        self._account_dialog = dialog
        dialog.open()

    def _on_account_edit_wanted(self, address: str) -> None:
        accounts = {account.address: account for account in self._engine.accounts()}
        self._open_account(accounts.get(address))

    def _on_account_folders_wanted(self, address: str) -> None:
        from .preferences.folder_errands import FolderErrands
        from .preferences.folders_dialog import FoldersDialog

        accounts = {account.address: account for account in self._engine.accounts()}
        if address in accounts:
            dialog = FoldersDialog(address, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            FolderErrands(self._engine, accounts[address], dialog)
            dialog.open()
            dialog.ask()

    def _on_account_remove_wanted(self, address: str) -> None:
        remove = partial(
            operations.remove_account,
            self._engine.writer,
            self._engine.profile.secrets,
            address,
            self._engine.profile.tls_context,
        )
        self._engine.background.start(_KEEP, remove)

    def _on_kept_account_test_wanted(self, address: str) -> None:
        accounts = {account.address: account for account in self._engine.accounts()}
        if address in accounts:
            self._on_test_wanted(accounts[address], "")

    def _on_account_closed(self) -> None:
        self._account_dialog = None

    def _on_test_wanted(self, account: Account, password: str) -> None:
        from ..mailbox.sync import test_account

        if self._account_dialog is not None:
            self._account_dialog.set_testing(True)
        profile = self._engine.profile
        secrets = GivenSecrets({account.address: password}) if password else profile.secrets

        def test() -> None:
            login = login_of(account, secrets, profile.tls_context)
            test_account(account, login, profile.tls_context)

        self._engine.background.start(_TEST, test)

    def _on_save_wanted(self, account: Account, password: str) -> None:
        self._given = account.address if password else ""
        save = partial(
            operations.save_account,
            self._engine.writer,
            self._engine.profile.secrets,
            account,
            password,
        )
        self._engine.background.start(_KEEP, save)

    def _on_finished(self, name: str, _result: object) -> None:
        dialog = self._account_dialog
        if name == _TEST:
            if dialog is not None:
                dialog.set_testing(False)
            self._report_success(self.tr("Both servers let us in."))
        elif name == _KEEP:
            if dialog is not None:
                dialog.accept()
            if self._preferences_dialog is not None:
                self._preferences_dialog.set_accounts(self._engine.accounts())
            self._tell_forgetful(self._given)
            self._given = ""
            self._engine.sync_now()

    def _tell_forgetful(self, address: str) -> None:
        """Say at once where no keyring keeps what was just given (PRODUCT D13)."""
        secrets = self._engine.profile.secrets
        if address and isinstance(secrets, SessionSecrets) and not secrets.lasts(address):
            self.failed.emit(
                KeyringError(
                    Sentence(
                        "Mail",
                        "No keyring of this computer keeps the password of {address}: it is in "
                        "memory only, and each start asks for it.",
                    ).format(address=address)
                )
            )

    def _on_failed(self, name: str, error: Exception) -> None:
        dialog = self._account_dialog
        if name in {_TEST, _KEEP} and dialog is not None:
            dialog.set_testing(False)
            dialog.show_problem(said(error))
        elif name in {_TEST, _KEEP} and self._preferences_dialog is not None:
            self._preferences_dialog.accounts.show_problem(said(error))
        elif name in {_TEST, _KEEP}:
            self.failed.emit(error)

    def _report_success(self, text: str) -> None:
        if self._account_dialog is not None:
            self._account_dialog.show_success(text)
        elif self._preferences_dialog is not None:
            self._preferences_dialog.accounts.show_success(text)
