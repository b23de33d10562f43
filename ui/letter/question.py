"""A question before something is opened; the safe answer is the one that Return gives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


class Question(QMessageBox):
    """Asks in plain text whether to go on.

    Signals:
        accepted: she wants to; Qt's own.
    """

    def __init__(self, words: str, detail: str, go_on: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle("Soft Answer")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        self.setInformativeText(detail)
        for label in self.findChildren(QLabel):  # Qt guesses in the informative one
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.addButton(go_on, QMessageBox.ButtonRole.AcceptRole)
        cancel = self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
