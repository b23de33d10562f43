"""The search in Preferences: it lists the pages that hold the words, and marks where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QComboBox, QWidget

from ..theme.fields import CheckBox
from ..theme.labels import Label
from ..theme.sizes import GAP, PADDING, px
from ..theme.tokens import Role, tokens_of
from .page_area import PageArea
from .page_list import PageList
from .page_texts import Entry, entries_of
from .search_line import SearchLine
from .setting_words import all_stand_in, spans_in, words_of

_BAR: Final = 3


class PageSearch(QObject):
    """Follows the words that are typed; the page that is shown stays where it has them."""

    def __init__(
        self,
        line: SearchLine,
        nothing: Label,
        titles: PageList,
        pages: Sequence[QWidget],
        areas: Sequence[PageArea],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._line, self._nothing, self._titles = line, nothing, titles
        self._pages, self._areas = pages, areas
        self._bars = tuple(_Bars(page) for page in pages)
        self._words: tuple[str, ...] = ()
        self._found: dict[int, tuple[Entry, ...]] = {}
        line.textChanged.connect(self._on_typed)
        line.entered.connect(self._on_entered)
        line.left.connect(titles.setFocus)
        titles.selectionModel().currentChanged.connect(self._reveal)

    @property
    def is_on(self) -> bool:
        """Whether something is looked for."""
        return bool(self._line.text())

    def begin(self) -> None:
        """Go to the field, ready for other words."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def end(self) -> None:
        """Look for nothing: all pages are listed again."""
        self._line.clear()

    def _on_typed(self, typed: str) -> None:
        self._words = words_of(typed)
        self._found = {}
        for row, page in enumerate(self._pages):
            found = tuple(one for one in entries_of(page) if one.has(self._words))
            if found or all_stand_in(self._words, [self._titles.name_of(row)]):
                self._found[row] = found
            self._mark(row, entries_of(page), found)
        listed = self._found if self._words else range(len(self._pages))
        self._titles.show_only(listed)
        self._nothing.setVisible(not listed)
        self._reveal()
        if self._words:
            names = ", ".join(self._titles.name_of(row) for row in listed)
            self._announce(names or self._nothing.text())

    def _on_entered(self) -> None:
        row = self._titles.currentIndex().row()
        if row not in self._found:
            return
        fields = (entry.field(self._words) for entry in self._found[row])
        field = next((one for one in fields if one is not None), self._pages[row])
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _reveal(self) -> None:
        row = self._titles.currentIndex().row()
        if found := self._found.get(row):
            for part in reversed(found[0].parts):  # the caption last, where all has no room
                self._areas[row].reveal(part)

    def _mark(self, row: int, entries: Sequence[Entry], found: Sequence[Entry]) -> None:
        for entry in entries:
            words = self._words if entry in found else ()
            for part in entry.parts:
                if isinstance(part, Label):
                    part.set_found(spans_in(words, part.text()))
                elif isinstance(part, CheckBox):
                    part.set_found(spans_in(words, part.words))
                elif isinstance(part, QComboBox):
                    _mark_choices(part, words)
        self._bars[row].show_beside(found)

    def _announce(self, told: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, told))


def _mark_choices(box: QComboBox, words: Sequence[str]) -> None:
    """Set the choices that hold one of the words in bold."""
    for place in range(box.count()):
        font = QFont(box.font())
        font.setBold(True)
        is_found = bool(spans_in(words, box.itemText(place)))
        box.setItemData(place, font if is_found else None, Qt.ItemDataRole.FontRole)


class _Bars(QWidget):
    """Bars at the left edge of a page, one beside each setting that was found."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lower()
        self.hide()
        self._entries: tuple[Entry, ...] = ()
        page.installEventFilter(self)

    def show_beside(self, entries: Sequence[Entry]) -> None:
        """Mark these settings and no others."""
        self._entries = tuple(entries)
        self.setGeometry(self._page.rect())
        self.setVisible(bool(entries))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        elif event.type() is QEvent.Type.LayoutRequest:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = tokens_of(self.palette())[Role.ACCENT]
        for entry in self._entries:
            box = self._around(entry)
            bar = QRectF(PADDING * 2 - GAP - _BAR, box.top(), px(self, _BAR), box.height())
            painter.fillRect(bar, colour)

    def _around(self, entry: Entry) -> QRect:
        box = QRect()
        for part in entry.parts:
            box = box.united(QRect(part.mapTo(self._page, QPoint()), part.size()))
        return box
