"""Asks under which name a search is kept; some useful ones are offered ready-made."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from ...replies.errors import PreferenceError
from ...replies.search.parsing import parse
from ...replies.search.saved import (
    LONGEST_NAME,
    LONGEST_SEARCH,
    Searches,
    keep,
    named,
)
from ..languages import said, spoken
from ..theme.buttons import ActButton, PrimaryButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, window_size
from ..theme.tokens import Role

_WIDTH: Final = 440
_LEAST_HEIGHT: Final = 240


class SavedDialog(QDialog):
    """Asks for a name and a search; what cannot be is said, and nothing is kept of it.

    Signals:
        search_given: carries the name and what is to be searched for.
    """

    search_given = Signal(str, str)

    def __init__(
        self, searches: Searches, name: str, typed: str, parent: QWidget, *, is_new: bool
    ) -> None:
        """Lay the fields out.

        Args:
            searches: those that are kept.
            name: the name to begin with.
            typed: the search to begin with.
            parent: the window.
            is_new: another one is to be kept; else that of this name is changed.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            self.tr("Save a search") if is_new else self.tr("Change the saved search")
        )
        dress(self, ground=Ground.WINDOW)
        self._searches = searches
        self._changed = None if is_new else named(searches, name)
        self._needed = 0  # the height; it grows with what is said, and stays
        self._ready = QComboBox(self)
        self._name = QLineEdit(name, self)
        self._name.setMaxLength(LONGEST_NAME)
        self._typed = QLineEdit(typed, self)
        self._typed.setMaxLength(LONGEST_SEARCH)
        self._note = VerdictLine(self)
        self._cancel = ActButton(self.tr("Cancel"), parent=self)
        self._keep = PrimaryButton(self.tr("Keep the search"), Icon.CHECK, parent=self)
        self._keep.setDefault(True)
        self._fill_ready()
        self._lay_out(is_new=is_new)
        self._ready.activated.connect(self._on_ready_chosen)
        self._name.textChanged.connect(self._show_note)
        self._typed.textChanged.connect(self._show_note)
        self._cancel.clicked.connect(self.reject)
        self._keep.confirmed.connect(self._on_keep)
        self._show_note()
        self._name.setFocus()

    def note(self) -> str:
        """What is said of the fields as they stand, "" for nothing."""
        return self._note.text() if self._note.isVisibleTo(self) else ""

    def ready_made(self) -> dict[str, str]:
        """Searches that are of use to most, by their names."""
        return {
            self.tr("Due today"): self.tr("due:today"),
            self.tr("Overdue"): self.tr("due:overdue"),
            self.tr("Angry letters"): self.tr("heat:2..3 state:needs-answer"),
            self.tr("Money asked back"): self.tr("kind:refund-request state:needs-answer"),
            self.tr("Promised"): self.tr("has:promise"),
            self.tr("Unread"): self.tr("is:unread"),
        }

    def _fill_ready(self) -> None:
        self._ready.addItem(self.tr("What stands below"), "")
        for name, typed in self.ready_made().items():
            if named(self._searches, name) is None:
                self._ready.addItem(name, typed)

    def _on_ready_chosen(self) -> None:
        if typed := self._ready.currentData():
            self._name.setText(self._ready.currentText())
            self._typed.setText(typed)

    def _show_note(self) -> None:
        """Say before it is kept what would come of it."""
        same = named(self._searches, self._name.text())
        notes = parse(self._typed.text(), datetime.now(UTC).astimezone().date()).notes
        said_now = [spoken(note.said) for note in notes]
        if same is not None and same != self._changed:
            said_now.append(self.tr("A search of this name is there: this one takes its place."))
        self._note.show_verdict(Icon.INFO, Role.ADVICE, "", " ".join(said_now))
        self._note.setVisible(bool(said_now))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is said needs."""
        layout = self.layout()
        size = window_size(self, _WIDTH, _LEAST_HEIGHT)
        if layout is not None:
            layout.activate()
            self._needed = max(layout.totalHeightForWidth(size.width()), self._needed)
        self.resize(size.width(), max(size.height(), self._needed))

    def _on_keep(self) -> None:
        name, typed = self._name.text(), self._typed.text()
        changed = self._changed.id if self._changed is not None else None
        try:
            keep(self._searches, name, typed, changed)
        except PreferenceError as error:
            self._note.show_verdict(Icon.WARNING, Role.ERROR, "", said(error))
            self._note.show()
            self._fit()
            return
        self.search_given.emit(name, typed)
        self.accept()

    def _lay_out(self, *, is_new: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING * 2, PADDING * 2, PADDING)
        column.setSpacing(GAP)
        fields: list[tuple[str, QWidget]] = [
            (self.tr("Begin with"), self._ready),
            (self.tr("Name"), self._name),
            (self.tr("Search"), self._typed),
        ]
        for caption, field in fields if is_new else fields[1:]:
            label = Label(caption, Type.STRONG, parent=self)
            label.setBuddy(field)
            field.setAccessibleName(caption)
            column.addWidget(label)
            column.addWidget(field)
        self._ready.setVisible(is_new)
        intro = self.tr(
            "It stands in the rail with the number of letters that it finds. “Today” and "
            "“overdue” are reckoned anew each day."
        )
        column.addWidget(Label(intro, Type.SMALL, Tone.MUTED, self))
        column.addWidget(self._note)
        column.addStretch(1)
        column.addLayout(foot_of(self._cancel, self._keep))
