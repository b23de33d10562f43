"""The rail: the places of the program and the saved searches, with how much waits in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QButtonGroup, QToolTip, QVBoxLayout, QWidget

from ..replies.inbox import Shelf, ShelfCounts
from .inbox.letter_drag import letters_in
from .rail_item import Count, DropMark, RailItem
from .saved_rail import SavedRail
from .theme.icons import Icon
from .theme.labels import safe_tip
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

Judge = Callable[[Place | None, Sequence[int]], str]
"""Why a place, or a saved search for None, takes no letters; "" where it takes them."""


class Rail(QWidget):
    """A column of places, the saved searches below; narrow with their signs and counts alone.

    Signals:
        place_chosen: carries the Place that the seller went to.
        marked: another place or saved search is marked as the one that is shown.
        letters_dropped: carries the Place and the conversations that were dropped on it.
        refusal_shown: carries why letters can't be dropped where they are dragged now, or "".

    Attributes:
        saved: the saved searches.
    """

    place_chosen = Signal(object)
    marked = Signal()
    letters_dropped = Signal(object, object)
    refusal_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Places"))
        self.setAcceptDrops(True)
        self._judge: Judge = _nothing_is_taken
        self._refusals: dict[Place | None, str] = {}  # of what is dragged now
        self._refusal = ""
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

    def wide_width(self) -> int:
        """How wide it is with all names, also while it is narrow."""
        return max(item.wide_width() for item in self._items.values()) + GAP * 2

    def focus_place(self) -> None:
        """Give the keyboard to the place, or the saved search, that is shown."""
        marked = self._group.checkedButton() or self._items[self._place]
        marked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_judge(self, judge: Judge) -> None:
        """Ask this why a place takes no letters that are dragged on it."""
        self._judge = judge

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Follow letters wherever they go in the rail; files are for the window."""
        letters = letters_in(event.mimeData())
        if not letters:
            event.ignore()
            return
        self._refusals = {place: self._judge(place, letters) for place in (*self._items, None)}
        for place, item in self._items.items():
            item.set_drop(DropMark.NONE if self._refusals[place] else DropMark.POSSIBLE)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self._item_at(event.position().toPoint())
        why = self._refusals.get(self._place_of(item), "") if item is not None else ""
        self._show_drop(item, why)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(item is not None and not why)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What was said last stays to be read: over a refusing place a drop ends here too."""
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        self._end_drag()
        letters = letters_in(event.mimeData())
        item = self._item_at(event.position().toPoint())
        place = None if item is None else self._place_of(item)
        if not letters or place is None or self._judge(place, letters):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.letters_dropped.emit(place, letters)

    def _show_drop(self, over: RailItem | None, why: str) -> None:
        """Mark the item that the letters are over, or say why it takes none."""
        for item in self._items.values():
            if item.drop is not DropMark.NONE:
                item.set_drop(DropMark.HERE if item is over else DropMark.POSSIBLE)
        if why == self._refusal:
            return
        self._refusal = why
        self.refusal_shown.emit(why)
        if over is not None and why:
            QToolTip.showText(over.mapToGlobal(QPoint(over.width(), 0)), safe_tip(why), over)
        else:
            QToolTip.hideText()

    def _end_drag(self) -> None:
        self._refusal = ""
        QToolTip.hideText()
        for item in self._items.values():
            item.set_drop(DropMark.NONE)

    def _item_at(self, at: QPoint) -> RailItem | None:
        under: QWidget | None = self.childAt(at)
        while under is not None and under is not self and not isinstance(under, RailItem):
            under = under.parentWidget()
        return under if isinstance(under, RailItem) else None

    def _place_of(self, wanted: RailItem) -> Place | None:
        """The place of an item, None for a saved search."""
        return next((place for place, item in self._items.items() if item is wanted), None)

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


def _nothing_is_taken(_place: Place | None, _letters: Sequence[int]) -> str:
    return "-"
