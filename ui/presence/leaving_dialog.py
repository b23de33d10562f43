"""The question before the program is closed with replies on their way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ..theme.buttons import ActButton, PrimaryButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import Label, Sign
from ..theme.marks import RING_SIGNS, RingMark
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, PADDING, Type, px
from .presence_words import ClosingWords
from .standing import Stage

_WIDTH: Final = 520


_SIGNS: Final = {
    Stage.COOLING: RingMark.COOLING,
    Stage.GOES_BY_ITSELF: RingMark.COOLING,
    Stage.TO_READ: RingMark.READY,
    Stage.APPROVED: RingMark.SENDING,
    Stage.LEAVING: RingMark.SENDING,
    Stage.PAUSED: RingMark.PAUSED,
    Stage.FAILED: RingMark.FAILED,
    Stage.UNCERTAIN: RingMark.UNCERTAIN,
}


class LeavingDialog(QDialog):
    """Says what becomes of the held replies; accepted when the program is to be closed."""

    def __init__(self, words: ClosingWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Close Soft Answer?"))
        dress(self, ground=Ground.WINDOW)
        self._words = words
        self.setAccessibleDescription(self.text())
        self._close = ActButton(self.tr("Close it"), parent=self)
        self._stay = PrimaryButton(self.tr("Keep it open"), Icon.CLOCK, parent=self)
        self._stay.setDefault(True)
        self._close.clicked.connect(self.accept)
        self._stay.confirmed.connect(self.reject)
        self._lay_out()
        self._stay.setFocus()

    def text(self) -> str:
        """All that is said, a line each."""
        return "\n".join((self._words.head, *(line for _, line in self._words.lines)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING * 2, PADDING * 2, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(Label(self._words.head, Type.HEAD, parent=self))
        for stage, line in self._words.lines:
            row = QHBoxLayout()
            row.setSpacing(GAP)
            role, icon = RING_SIGNS[_SIGNS[stage]]
            sign = Sign(icon, role, parent=self)
            row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(line, parent=self), stretch=1)
            column.addLayout(row)
        foot = foot_of(self._close, self._stay)
        foot.setContentsMargins(0, PADDING, 0, 0)
        column.addLayout(foot)
        width = px(self, _WIDTH)
        self.setFixedWidth(width)
        self.setFixedHeight(column.heightForWidth(width))
