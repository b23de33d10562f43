"""Orders: the folder whose order files are imported by themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ..theme.buttons import ActButton
from ..theme.icons import Icon
from .page import Page


class OrdersPage(Page):
    """Asks for the watched folder."""

    def __init__(self, folder: str, parent: QWidget) -> None:
        super().__init__(
            self.tr("Orders"),
            self.tr(
                "Order files that come into this folder are imported by themselves while the "
                "window is open, each content once. The files stay as they are."
            ),
            parent,
        )
        self._folder = QLineEdit(folder, self)
        self._folder.setReadOnly(True)
        self._folder.setPlaceholderText(self.tr("None: files are imported by hand"))
        self._choose = ActButton(self.tr("Choose a folder…"), Icon.PAGE, parent=self)
        self._leave = ActButton(self.tr("Watch none"), Icon.CROSS, parent=self)
        self._leave.setEnabled(bool(folder))
        self._choose.clicked.connect(self._on_choose)
        self._leave.clicked.connect(self._on_leave)
        self.add_field(self.tr("Watched folder"), self._folder)
        self.add_row(self._choose, self._leave)
        self.setFocusProxy(self._choose)
        self.end()

    def watched_folder(self) -> str:
        """The folder that is chosen, "" for none."""
        return self._folder.text()

    def set_folder(self, folder: str) -> None:
        """Show a folder as chosen."""
        self._folder.setText(folder)
        self._leave.setEnabled(bool(folder))

    def _on_choose(self) -> None:
        title = self.tr("Folder of order files")
        if folder := QFileDialog.getExistingDirectory(self, title, self.watched_folder()):
            self.set_folder(folder)

    def _on_leave(self) -> None:
        self.set_folder("")
        self._choose.setFocus()
