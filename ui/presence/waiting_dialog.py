"""What is shown while something without a window still works on the profile."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ..theme.buttons import ActButton
from ..theme.labels import Label
from ..theme.sheet import Ground, dress
from ..theme.sizes import PADDING, Type, px

_WIDTH: Final = 520


class WaitingDialog(QDialog):
    """Says what is waited for; rejected when the seller does not want to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Soft Answer")
        dress(self, ground=Ground.WINDOW)
        head = Label(self.tr("Soft Answer is at work without a window."), Type.HEAD, parent=self)
        rest = Label(
            self.tr(
                "It finishes what it has begun, such as a letter that it hands over. This window "
                "opens by itself then."
            ),
            parent=self,
        )
        leave = ActButton(self.tr("Don't wait"), parent=self)
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING * 2, PADDING * 2, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(head)
        column.addWidget(rest)
        column.addWidget(leave, alignment=Qt.AlignmentFlag.AlignRight)
        width = px(self, _WIDTH)
        self.setFixedWidth(width)
        self.setFixedHeight(column.heightForWidth(width))
