"""The vent pad: a sheet for what must be said and never sent (PRODUCT 2, number 20)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from .reply.airy_layout import AiryLayout
from .reply.focus_pane import FocusPane
from .theme.buttons import PrimaryButton
from .theme.focus_ring import WIDTH
from .theme.icons import Icon
from .theme.labels import Label
from .theme.sheet import Tone
from .theme.sizes import GAP, PADDING, Type, font_for, px

_WIDTH: Final = 620
_HEIGHT: Final = 440
_MARGIN: Final = 48  # of the window that stays in view around the pad
_BLANK: Final = "\u00b7"
_NO_FRAME: Final = "VentEditor { border: none; background: transparent; }"
# Klipper and the managers that follow it leave out what bears this type.
_SECRET: Final = ("x-kde-passwordManagerHint", b"secret")


class VentPad(QDialog):
    """An editor without recipient and without Send. Nothing of its text outlives it.

    It knows no letter, no draft and no store. Closing it asks nothing.

    Signals:
        shredded: the pad is closed and its text is gone.
    """

    shredded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Let it out"))
        self._editor = VentEditor(self)
        self._editor.setAccessibleName(self.tr("What you want to say"))
        self._editor.setPlaceholderText(self.tr("Say it as it is."))
        self._close = PrimaryButton(self.tr("Close and forget"), Icon.CHECK, parent=self)
        self._close.set_keys(QKeySequence("Esc").toString(QKeySequence.SequenceFormat.NativeText))
        self._close.clicked.connect(self.reject)
        self._lay_out()

    def open_over(self, window: QWidget) -> None:
        """Show the pad in the middle of a window, or bring it to the front."""
        if not self.isVisible():
            width = min(px(self, _WIDTH), window.width() - 2 * _MARGIN)
            height = min(px(self, _HEIGHT), window.height() - 2 * _MARGIN)
            box = QRect(0, 0, width, height)
            box.moveCenter(window.mapToGlobal(window.rect().center()))
            self.setGeometry(box)
        self.show()
        self.raise_()
        self.activateWindow()
        self._editor.setFocus()

    def done(self, result: int) -> None:
        self._editor.shred()
        super().done(result)
        self.shredded.emit()

    def _lay_out(self) -> None:
        sheet = FocusPane(parent=self)
        sheet.watch(self._editor)
        paper = QVBoxLayout(sheet)
        paper.setContentsMargins(WIDTH, WIDTH, WIDTH, WIDTH)
        paper.addWidget(self._editor)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING * 2, PADDING * 2, PADDING * 2)
        column.setSpacing(GAP)
        column.addWidget(Label(self.tr("Let it out"), Type.HEAD, parent=self))
        promise = self.tr("Nobody will read this. It is gone when you close it.")
        column.addWidget(Label(promise, Type.BODY, Tone.MUTED, self))
        column.addSpacing(GAP)
        column.addWidget(sheet, stretch=1)
        column.addSpacing(GAP)
        column.addLayout(foot)


class VentEditor(QPlainTextEdit):
    """Plain text that leaves only by the seller's own Copy or Cut.

    Under X11 Qt hands every selection to the clipboard managers; here it hands them nothing.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_copying = False
        self.setStyleSheet(_NO_FRAME)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhMultiLine
        )
        document = QTextDocument(self)
        document.setDocumentLayout(AiryLayout(document))
        document.setDefaultFont(font_for(self.font(), Type.LETTER))
        document.setDocumentMargin(px(self, PADDING))
        self.setDocument(document)

    def shred(self) -> None:
        """Forget every step back, write over the text, and clear it.

        That is as much as Qt allows: where its memory held the text before is not in our hands.
        """
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(_BLANK * document.characterCount())
        self.clear()

    def createMimeDataFromSelection(self) -> QMimeData:
        if not self._is_copying:
            return QMimeData()
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        data.setData(*_SECRET)
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
        self._is_copying = any(event.matches(key) for key in keys)
        super().keyPressEvent(event)
        self._is_copying = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        self._is_copying = True
        menu.exec(event.globalPos())
        self._is_copying = False
        menu.deleteLater()
