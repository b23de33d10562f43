"""The source of a letter: its header fields and its body as they came."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ..theme.buttons import ActButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, window_size

_WIDTH: Final = 760
_HEIGHT: Final = 560


class SourceDialog(QDialog):
    """Shows the bytes of a letter as plain text, cut where they are very long.

    Signals:
        whole_wanted: what is on the server only is to be fetched; the dialog closes.
    """

    whole_wanted = Signal()

    def __init__(
        self,
        source: str,
        *,
        is_cut: bool,
        is_whole: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Source of the letter"))
        dress(self, ground=Ground.WINDOW)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setAccessibleName(self.tr("Source of the letter"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlainText(source)
        note = Label(self.tr("Only its beginning is shown here."), Type.SMALL, Tone.MUTED, self)
        note.setVisible(is_cut)
        lacks = Label(
            self.tr("Attachments that are still on the mail server are missing in it."),
            Type.SMALL,
            Tone.WARNING,
            self,
        )
        lacks.setVisible(not is_whole)
        fetch = ActButton(self.tr("Download the whole letter"), Icon.CLOUD, parent=self)
        fetch.setVisible(not is_whole)
        fetch.clicked.connect(self.whole_wanted)
        fetch.clicked.connect(self.close)
        close = ActButton(self.tr("Close"), Icon.CROSS, parent=self)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addWidget(self.text, stretch=1)
        column.addWidget(note)
        column.addWidget(lacks)
        column.addLayout(foot_of(fetch, close))
        self.resize(window_size(self, _WIDTH, _HEIGHT))
