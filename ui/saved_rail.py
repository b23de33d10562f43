"""The saved searches in the rail, below the places: they scroll where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..replies.search.saved import SavedSearch
from .rail_item import Count, RailItem
from .theme.buttons import IconButton
from .theme.icons import Icon
from .theme.labels import ElidedLabel
from .theme.sheet import Ground, Tone, dress
from .theme.sizes import GAP, PADDING, Type

_SEARCH_ID: Final = "search_id"
_SEEN: Final = 2
_RING: Final = 4  # what a ring of the focus reaches beyond its line


class SavedRail(QWidget):
    """A heading with a way to save one more, and a line for each saved search.

    Signals:
        chosen: carries the id of the search that the seller opened.
        save_wanted: another search is to be saved.
        menu_wanted: carries where on the screen the menu of the marked search is to open.
        stepped: an arrow key wants the next line of the rail, or the one before: 1 or -1.
    """

    chosen = Signal(int)
    save_wanted = Signal()
    menu_wanted = Signal(QPoint)
    stepped = Signal(int)

    def __init__(self, group: QButtonGroup, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = group
        self._items: list[RailItem] = []
        self._is_narrow = False
        self._title = ElidedLabel(self.tr("Saved searches"), Type.SMALL, Tone.MUTED, self)
        self._add = IconButton(Icon.PLUS, self.tr("Save a search"), parent=self)
        self._add.clicked.connect(self.save_wanted)
        head = self._head = QHBoxLayout()
        head.setSpacing(0)
        head.addSpacing(PADDING // 2)
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._add)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.tr("Saved searches"))
        holder = QWidget(self._area)
        dress(holder, ground=Ground.WINDOW)
        self._lines = QVBoxLayout(holder)
        self._lines.setSpacing(0)
        self._lines.addStretch(1)
        self._area.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, stretch=1)

    @property
    def marked(self) -> int | None:
        """The id of the search that is shown, None where it is a place."""
        return next((_id_of(item) for item in self._items if item.isChecked()), None)

    def items(self) -> Sequence[RailItem]:
        """The lines, from the top."""
        return self._items

    def show_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Show these, in their order; the lines of those that stay keep mark, focus and count."""
        before = {_id_of(item): item for item in self._items}
        self._items = []
        for place, search in enumerate(searches):
            item = before.pop(search.id, None) or self._made(search)
            item.set_name(search.name)
            self._items.append(item)
            self._lines.insertWidget(place, item)
        for item in before.values():
            self._group.removeButton(item)
            self._lines.removeWidget(item)
            item.hide()
            item.deleteLater()
        for earlier, later in zip(self._items, self._items[1:], strict=False):
            QWidget.setTabOrder(earlier, later)
        self._keep_room()

    def mark(self, search_id: int) -> None:
        """Mark a search as the one that is shown."""
        for item in self._items:
            if _id_of(item) == search_id:
                item.setChecked(True)
                self._area.ensureWidgetVisible(item, 0, _RING)

    def set_count(self, search_id: int, count: Count) -> None:
        """Show how much a search finds now."""
        for item in self._items:
            if _id_of(item) == search_id:
                item.set_count(count)

    def set_narrow(self, margin: int, *, is_narrow: bool) -> None:
        """Show the first letters of each name, or the names; the rings of the focus need room."""
        self._is_narrow = is_narrow
        self._head.setContentsMargins(margin, GAP, margin, 0)
        self._lines.setContentsMargins(margin, _RING, margin, _RING)
        self._title.setVisible(not is_narrow)
        bars = Qt.ScrollBarPolicy
        bar = bars.ScrollBarAlwaysOff if is_narrow else bars.ScrollBarAsNeeded
        self._area.setVerticalScrollBarPolicy(bar)  # keys and wheel scroll without one
        for item in self._items:
            item.set_narrow(is_narrow=is_narrow)
        self._head.invalidate()  # or it keeps the width of the words until it is shown
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        """Keep some lines in view in a low window: the places can be lower than they like."""
        some = self._items[:_SEEN]
        lines = sum(item.sizeHint().height() for item in some)
        self._area.setMinimumHeight(lines + _RING * 2 if some else 0)

    def _made(self, search: SavedSearch) -> RailItem:
        item = RailItem(Icon.SEARCH, search.name, self, is_own=True)
        item.setProperty(_SEARCH_ID, search.id)
        item.set_narrow(is_narrow=self._is_narrow)
        item.clicked.connect(self._on_clicked)
        item.stepped.connect(self.stepped)
        item.menu_wanted.connect(self._on_menu_wanted)
        self._group.addButton(item)
        return item

    def _on_clicked(self) -> None:
        if (search_id := self.marked) is not None:
            self.mark(search_id)
            self.chosen.emit(search_id)

    def _on_menu_wanted(self, at: QPoint) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            if not item.isChecked():
                item.click()
            self.menu_wanted.emit(at)


def _id_of(item: RailItem) -> int:
    return int(item.property(_SEARCH_ID))
