"""Writes the settings of Preferences into a file, and takes them from one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ...replies.errors import PreferenceError
from ...replies.outbox.policy import HoldPolicy, shortens
from ...replies.preference_file import changes_between, read_preferences
from ...replies.preferences import Preferences, save_preferences
from ..file_places import usual_folder
from ..languages import said
from ..outbox_words import HoldWords
from .backup_page import BackupPage
from .change_words import ChangeWords
from .import_dialog import ImportDialog

_NAME: Final = "softanswer-preferences.toml"


class PreferenceTransfer(QObject):
    """Serves the page for backups.

    Signals:
        confirmed: carries the Preferences that the seller takes from a file.
    """

    confirmed = Signal(object)

    def __init__(
        self,
        page: BackupPage,
        kept: Preferences,
        shown: Callable[[], Preferences],
        in_force: HoldPolicy,
        words: HoldWords,
        now: datetime,
        parent: QWidget,
    ) -> None:
        """Listen to the page.

        Args:
            page: where it is asked for.
            kept: the preferences as they are kept.
            shown: gives them as they stand in the fields.
            in_force: the policy that a reply held now falls under.
            words: the words of the window's language.
            now: UTC.
            parent: Preferences.
        """
        super().__init__(parent)
        self._page, self._kept, self._shown = page, kept, shown
        self._in_force, self._words, self._now = in_force, words, now
        self._window = parent
        self._read: Preferences | None = None
        page.export_wanted.connect(self._on_export_wanted)
        page.import_wanted.connect(self._on_import_wanted)

    def write(self, path: Path) -> None:
        """Write what stands in the fields into a file, and say so."""
        comment = self.tr("Settings of Soft Answer. No passwords, accounts, letters or orders.")
        try:
            save_preferences(path, self._shown(), comment)
        except OSError as error:
            problem = self.tr("{name} can't be written ({error}). Choose another folder.")
            reason = error.strerror or str(error)
            self._page.show_problem(problem.format(name=path.name, error=reason))
            return
        self._page.show_success(self.tr("Written: {path}").format(path=path))

    def read(self, path: Path) -> None:
        """Show what a file would change; what can't be set is said, and nothing is taken."""
        try:
            self._read = read_preferences(path, self._shown())
        except PreferenceError as error:
            self._page.show_problem(said(error))
            return
        changes = changes_between(self._kept, self._read)
        if not changes:
            self._page.show_success(self.tr("All is set already as the file says."))
            return
        later = ""
        if shortens(self._read.hold, self._in_force):
            base = self._in_force.base
            later = self._words.counts_later(self._now + base, base, self._now)
        dialog = ImportDialog(changes, later, ChangeWords(self._words), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._on_confirmed)
        dialog.open()

    def _on_confirmed(self) -> None:
        self.confirmed.emit(self._read)

    def _on_export_wanted(self) -> None:
        start = str(Path(usual_folder()) / _NAME)
        title, kinds = self.tr("Export settings"), "TOML (*.toml)"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix else path.with_suffix(".toml"))

    def _on_import_wanted(self) -> None:
        title, kinds = self.tr("Import settings"), "TOML (*.toml)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, usual_folder(), kinds)
        if chosen:
            self.read(Path(chosen))
