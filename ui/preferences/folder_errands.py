"""What a folders dialog wants from the world: the server's list, and its choice kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from ...mailbox.account import Account
from ...mailbox.folder_choice import ServerFolder, list_folders
from ...mailbox.sign_in.logins import login_of
from ...mailbox.store.chosen_folders import chosen_folders, count_letters
from ...mailbox.wake_up import WakeUp
from .. import operations
from ..engine import Engine
from ..languages import said
from .folders_dialog import FoldersDialog

_LIST = "list folders"
_KEEP = "keep folders"


class FolderErrands(QObject):
    """Runs the errands of one dialog, and lives as long as it."""

    def __init__(self, engine: Engine, account: Account, dialog: FoldersDialog) -> None:
        super().__init__(dialog)
        self._engine = engine
        self._account = account
        self._dialog = dialog
        dialog.list_wanted.connect(self._on_list_wanted)
        dialog.save_wanted.connect(self._on_save_wanted)
        dialog.called_off.connect(engine.errands.call_off)
        for workers in (engine.errands, engine.background):
            workers.finished.connect(self._on_finished)
            workers.failed.connect(self._on_failed)

    def _on_list_wanted(self) -> None:
        profile, account = self._engine.profile, self._account
        chosen = chosen_folders(self._engine.reader, account.id)

        def ask(cancel: WakeUp) -> tuple[ServerFolder, ...]:
            login = login_of(account, profile.secrets, profile.tls_context, cancel)
            return list_folders(
                account, login, chosen, tls_context=profile.tls_context, cancel=cancel
            )

        self._engine.errands.start(_LIST, ask)

    def _on_save_wanted(self, names: Sequence[str]) -> None:
        now = self._engine.outbox.clock.read().wall
        keep = partial(
            operations.choose_folders, self._engine.writer, self._account.id, names, now
        )
        self._engine.background.start(_KEEP, keep)

    def _on_finished(self, name: str, result: object) -> None:
        if name == _LIST and isinstance(result, tuple):
            db, account_id = self._engine.reader, self._account.id
            letters = {
                folder.name: count_letters(db, account_id, [folder.name])
                for folder in result
                if folder.is_choosable and folder.is_followed
            }
            self._dialog.show_folders(result, letters)
        elif name == _KEEP:
            self._dialog.accept()
            self._engine.sync_now()

    def _on_failed(self, name: str, error: Exception) -> None:
        if name in {_LIST, _KEEP}:
            self._dialog.show_problem(said(error))
