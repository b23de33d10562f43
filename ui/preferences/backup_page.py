"""Backup: the settings written into a file, and taken from one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import VerdictLine
from ..theme.tokens import Role
from .page import Page


class BackupPage(Page):
    """Offers to write the settings into a file and to take them from one.

    Signals:
        export_wanted: write them.
        import_wanted: take them.
    """

    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            self.tr("Backup of the settings"),
            self.tr(
                "All that these pages ask for, in a file that you can read: for another computer, "
                "or before you try something. It holds no passwords, no accounts, no letters and "
                "no orders, and neither your dictionary nor your figures of carriers."
            ),
            parent,
        )
        self._export = ActButton(self.tr("Export…"), Icon.PAGE, parent=self)
        self._import = ActButton(self.tr("Import…"), Icon.REFUND, parent=self)
        self._export.clicked.connect(self.export_wanted)
        self._import.clicked.connect(self.import_wanted)
        self.add_row(self._export, self._import)
        self._verdict = VerdictLine(self)
        self._verdict.hide()
        self._column.addWidget(self._verdict)
        self.setFocusProxy(self._export)
        self.end()

    def show_problem(self, problem: str) -> None:
        """Show what went wrong and what to do."""
        self._verdict.show_verdict(Icon.WARNING, Role.ERROR, "", problem)
        self._verdict.show()

    def show_success(self, success: str) -> None:
        """Show that it is done."""
        self._verdict.show_verdict(Icon.CHECK, Role.READY, "", success)
        self._verdict.show()

    def verdict(self) -> str:
        """What is shown of the last try, "" for nothing."""
        return "" if self._verdict.isHidden() else self._verdict.text()
