"""Corrections: what the recogniser has learnt from the seller, to be looked at and forgotten."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView, QWidget

from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.roomy_rows import RoomyRows
from ..theme.sheet import Tone
from ..theme.sizes import px
from .page import Page

_LIST_HEIGHT = 220


class LessonsPage(Page):
    """Lists the corrections that teach. Nothing is forgotten before the settings are kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            self.tr("Corrections"),
            self.tr(
                "Where you said otherwise than a letter was read, later letters that are alike "
                "follow you: by one step at most, from three corrections on, and each says so. "
                "Your word on the letters themselves stays when you forget this."
            ),
            parent,
        )
        self._kept: dict[int, str] = {}
        self._lessons: dict[int, str] = {}
        self._lines = QStringListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._lines)
        self._list.setItemDelegate(RoomyRows(self._list))
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(px(self, _LIST_HEIGHT))
        self._forget = ActButton(self.tr("Forget"), Icon.TRASH, parent=self)
        self._forget_all = ActButton(self.tr("Forget all"), Icon.TRASH, parent=self)
        self._forget.clicked.connect(self._on_forget)
        self._forget_all.clicked.connect(self._on_forget_all)
        self.add_field(self.tr("Letters that you corrected"), self._list)
        self._none = Label(self.tr("None yet."), tone=Tone.MUTED, parent=self)
        self._column.addWidget(self._none)
        self.add_row(self._forget, self._forget_all)
        self.end()
        self._show(0)

    def set_lessons(self, lessons: Mapping[int, str]) -> None:
        """Begin with these, each as a line by the number of its conversation."""
        self._kept, self._lessons = dict(lessons), dict(lessons)
        self._show(0)

    def forgotten(self) -> tuple[int, ...]:
        """The conversations that are to teach nothing more."""
        return tuple(number for number in self._kept if number not in self._lessons)

    def _show(self, row: int) -> None:
        self._lines.setStringList(list(self._lessons.values()))
        for part in (self._list, self._forget, self._forget_all):
            part.setVisible(bool(self._lessons))
        self._none.setVisible(not self._lessons)
        last = max(0, len(self._lessons) - 1)
        self._list.setCurrentIndex(self._lines.index(min(row, last)))

    def _on_forget(self) -> None:
        row = self._list.currentIndex().row()
        del self._lessons[list(self._lessons)[row]]
        self._show(row)

    def _on_forget_all(self) -> None:
        self._lessons.clear()
        self._show(0)
