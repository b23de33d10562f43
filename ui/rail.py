"""The rail: the places of the program and the saved searches, with how much waits in each."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ..replies.inbox import Shelf, ShelfCounts
from .rail_item import Count, RailItem
from .saved_rail import SavedRail
from .theme.icons import Icon
from .theme.sheet import Ground, dress
from .theme.sizes import GAP


class Place(Enum):
    """A place of the rail."""

    NEEDS_ANSWER = "needs_answer"
    COOLING = "cooling"
    WAITING = "waiting"
    PUT_OFF = "put_off"
    PRAISE = "praise"
    STARRED = "starred"
    ALL = "all"
    ORDERS = "orders"


SHELVES: Final = {
    Place.NEEDS_ANSWER: Shelf.NEEDS_ANSWER,
    Place.WAITING: Shelf.WAITING,
    Place.PUT_OFF: Shelf.PUT_OFF,
    Place.PRAISE: Shelf.PRAISE,
    Place.STARRED: Shelf.STARRED,
    Place.ALL: Shelf.ALL,
}
"""The shelf of each place that holds letters; Cooling holds replies, Orders what was sold."""

_ICONS: Final = {
    Place.NEEDS_ANSWER: Icon.INBOX,
    Place.COOLING: Icon.CLOCK,
    Place.WAITING: Icon.HOURGLASS,
    Place.PUT_OFF: Icon.MOON,
    Place.PRAISE: Icon.LEAF,
    Place.STARRED: Icon.STAR,
    Place.ALL: Icon.MAILS,
    Place.ORDERS: Icon.BOOK,
}


class Rail(QWidget):
    """A column of places, the saved searches below; narrow with their signs and counts alone.

    Signals:
        place_chosen: carries the Place that the seller went to.
        marked: another place or saved search is marked as the one that is shown.

    Attributes:
        saved: the saved searches.
    """

    place_chosen = Signal(object)
    marked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Places"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, ground=Ground.WINDOW)
        self._group = QButtonGroup(self)
        self._items: dict[Place, RailItem] = {}
        self._place = Place.NEEDS_ANSWER
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(0)
        self._places = QVBoxLayout()
        self._places.setSpacing(0)
        column.addLayout(self._places)
        for place, name in self._names().items():
            item = self._items[place] = RailItem(_ICONS[place], name, self)
            item.clicked.connect(self._on_clicked)
            item.stepped.connect(self._on_stepped)
            self._group.addButton(item)
            self._places.addWidget(item)
        self.saved = SavedRail(self._group, self)
        self.saved.stepped.connect(self._on_stepped)
        column.addWidget(self.saved, stretch=1)
        self._items[self._place].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)
        self.set_narrow(False)

    @property
    def place(self) -> Place:
        """The place that is shown, or that was before a saved search was opened."""
        return self._place

    def name_of(self, place: Place) -> str:
        """A place by its name."""
        return self._items[place].text()

    def set_place(self, place: Place) -> None:
        """Mark a place as the one that is shown."""
        self._place = place
        self._items[place].setChecked(True)

    def set_counts(self, counts: ShelfCounts) -> None:
        """Show how much waits in each place."""
        self._items[Place.NEEDS_ANSWER].set_count(Count(counts.needs_answer))
        self._items[Place.COOLING].set_count(Count(counts.held))
        self._items[Place.WAITING].set_count(Count(counts.waiting))
        self._items[Place.PUT_OFF].set_count(Count(counts.put_off))
        self._items[Place.PRAISE].set_count(Count(counts.praise))

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show signs and counts alone, or the names too."""
        margin = GAP if not is_narrow else GAP // 2
        self._places.setContentsMargins(margin, 0, margin, 0)
        for item in self._items.values():
            item.set_narrow(is_narrow=is_narrow)
        self.saved.set_narrow(margin, is_narrow=is_narrow)

    def focus_place(self) -> None:
        """Give the keyboard to the place, or the saved search, that is shown."""
        marked = self._group.checkedButton() or self._items[self._place]
        marked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_clicked(self) -> None:
        self._place = next(at for at, item in self._items.items() if item.isChecked())
        self.place_chosen.emit(self._place)

    def _on_stepped(self, by: int) -> None:
        items = [*self._items.values(), *self.saved.items()]
        marked = self._group.checkedButton()
        here = next((at for at, item in enumerate(items) if item is marked), 0)
        item = items[(here + by) % len(items)]
        item.setFocus(Qt.FocusReason.TabFocusReason)
        item.click()

    def _on_toggled(self, _item: RailItem, is_marked: bool) -> None:  # noqa: FBT001 - a slot
        if is_marked:
            self.marked.emit()

    def _names(self) -> dict[Place, str]:
        return {
            Place.NEEDS_ANSWER: self.tr("Needs answer"),
            Place.COOLING: self.tr("Cooling"),
            Place.WAITING: self.tr("Waiting"),
            Place.PUT_OFF: self.tr("Put off"),
            Place.PRAISE: self.tr("Praise"),
            Place.STARRED: self.tr("Starred"),
            Place.ALL: self.tr("All mail"),
            Place.ORDERS: self.tr("Orders"),
        }
