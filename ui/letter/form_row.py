"""The quiet line under a letter that was sent in HTML: its form, and pictures from elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ..theme.buttons import ActButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import KeyHint, Label
from ..theme.sheet import Look, Tone, dress
from ..theme.sizes import GAP, Type
from ..words import Words


class FormRow(QWidget):
    """Offers the other form of the letter and, where some are missing, its pictures.

    Signals:
        form_pressed: the letter is to be shown as text, or as it was sent.
        pictures_wanted: carries whether those of this sender are to be shown from now on.
    """

    form_pressed = Signal()
    pictures_wanted = Signal(bool)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._form = ActButton("", Icon.PAGE, Look.QUIET, self)
        self._form_key = KeyHint("", self)
        self._pictures = ActButton("", Icon.EYE, Look.QUIET, self)
        self._pictures_key = KeyHint("", self)
        self._note = Label("", Type.SMALL, Tone.WARNING, self)
        for button in (self._form, self._pictures):
            dress(button, kind=Type.SMALL)
        self._menu = QMenu(self)
        self._once = QAction(self.tr("Once"), self)
        self._each = QAction(self.tr("Always from this sender"), self)
        self._menu.addActions([self._once, self._each])
        self._once.triggered.connect(self._on_once)
        self._each.triggered.connect(self._on_always)
        self._pictures.setMenu(self._menu)
        self._form.clicked.connect(self.form_pressed)
        parts = QWidget(self)
        flow = FlowLayout(parts, GAP, GAP // 2)
        for pair in ((self._form, self._form_key), (self._pictures, self._pictures_key)):
            holder = QWidget(parts)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(GAP // 2)
            for part in pair:
                row.addWidget(part)
            flow.addWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self._note)
        column.addWidget(parts)
        self.hide()

    def set_keys(self, form: str, pictures: str) -> None:
        """Name the keys of both."""
        self._form_key.setText(form)
        self._form_key.setVisible(bool(form))
        self._pictures_key.setText(pictures)
        self._pictures_key.setVisible(bool(pictures))

    def show_form(self, *, is_as_sent: bool, differs: bool) -> None:
        """Say which form the button leads to, and whether the two say different things."""
        self.show_switched(is_as_sent=is_as_sent)
        self._note.setText(
            self.tr(
                "The formatted form of this letter does not say the same as its text. What was "
                "understood, and what is quoted, is the text."
            )
            if differs
            else ""
        )
        self._note.setVisible(differs)
        self.show()

    def show_switched(self, *, is_as_sent: bool) -> None:
        """Say which form the button leads to."""
        self._form.setText(self.tr("Show as text") if is_as_sent else self.tr("Show as sent"))

    def show_missing(self, count: int) -> None:
        """Offer pictures that lie elsewhere; 0 offers none."""
        holder = self._pictures.parentWidget()
        if holder is not None:
            holder.setVisible(count > 0)
        self._pictures.setText(self._words.pictures_elsewhere(count))

    def open_menu(self) -> None:
        """Ask how often, as a press of the button does."""
        if self._pictures.isVisible():
            self._pictures.showMenu()

    def _on_once(self) -> None:
        self.pictures_wanted.emit(False)  # noqa: FBT003 - a signal's value

    def _on_always(self) -> None:
        self.pictures_wanted.emit(True)  # noqa: FBT003 - a signal's value
