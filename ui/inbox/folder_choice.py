"""The choice of a folder of the server that a letter is moved to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget


class FolderChoice(QInputDialog):
    """A list of folders; typing goes to a name. `textValueSelected` carries the chosen one."""

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Move to a folder"))
        self.setLabelText(self.tr("To which folder?"))
        self.setOkButtonText(self.tr("Move"))
        self.setCancelButtonText(self.tr("Cancel"))
        self.setOption(QInputDialog.InputDialogOption.UseListViewForComboBoxItems)
        self.setComboBoxItems(list(names))
