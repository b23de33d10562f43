"""Rows of facts in a card: a label, a value, and a mark that copies the value.

A value goes into the reply by a double click, by its menu, or by the key of the action while its
mark has the focus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QGuiApplication,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from ..theme.buttons import IconButton
from ..theme.icons import Icon
from ..theme.labels import Label, LeadLabel, safe_tip
from ..theme.sheet import Tone
from ..theme.sizes import GAP, TARGET, Type, px
from ..theme.tokens import Role

_USUAL_ROWS: Final = 5  # made with the window, so that the first letter stalls nothing
LABEL_WIDTH: Final = 88
_LONG_NUMBER: Final = 16
_MAY_BREAK: Final = "\u200b"  # ZERO WIDTH SPACE
_TOP: Final = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: what it is, what it says; a row without a value is not shown.

    Attributes:
        is_number: its copy mark is always to be seen; those of others only under the mouse.
        is_wide: the value stands without its label, across the row.
        source: where it comes from, for the tool tip and the screen reader.
        for_reply: the words in which it goes into the reply; "" where it has no place there.
    """

    label: str
    value: str | None
    is_strong: bool = False
    is_number: bool = False
    is_wide: bool = False
    source: str = ""
    for_reply: str = ""


class FactRows(QWidget):
    """A column of facts; the widgets of the rows stay and are filled anew.

    Signals:
        copied: carries the value that was put on the clipboard.
        insert_wanted: carries the words that are to stand in the reply.
    """

    copied = Signal(str)
    insert_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._is_citable = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._make_rows(_USUAL_ROWS)
        self._fit()
        self.show_facts(())

    def set_citable(self, is_citable: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Let the facts shown from now on go into a reply, or none of them."""
        self._is_citable = is_citable

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show these facts instead of what stood here."""
        known = [fact for fact in facts if fact.value]
        if not self._is_citable:
            known = [replace(fact, for_reply="") for fact in known]
        self._make_rows(len(known))
        for place, row in enumerate(self._rows):
            row.show_fact(known[place] if place < len(known) else None)

    def _make_rows(self, count: int) -> None:
        while len(self._rows) < count:
            self._rows.append(_Row(self, self._grid, len(self._rows)))  # fitted by itself

    def focused_fact(self) -> Fact | None:
        """The fact whose mark has the keyboard."""
        return next((row.mark.fact for row in self._rows if row.mark.hasFocus()), None)

    def copy_focused(self) -> None:
        """Copy the fact whose mark has the keyboard."""
        for row in self._rows:
            if row.mark.hasFocus():
                row.mark.click()

    def texts(self) -> list[str]:
        """The facts that are shown, each as "label: value"."""
        return [row.value.accessibleName() for row in self._rows if not row.value.isHidden()]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._light_marks(are_lit=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light_marks(are_lit=False)

    def _light_marks(self, *, are_lit: bool) -> None:
        for row in self._rows:
            row.mark.is_lit = are_lit
            row.mark.update()

    def _fit(self) -> None:
        self._grid.setColumnMinimumWidth(0, px(self, LABEL_WIDTH))
        for row in self._rows:
            row.fit()


def _grouped(number: str) -> str:
    """A number that can be read and wrapped: long digits in fours, others after their hyphens."""
    if number.isdigit() and len(number) >= _LONG_NUMBER:
        return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return re.sub(r"(?<=[-@])|(?=\.)", _MAY_BREAK, number)


class _Row:
    def __init__(self, parent: FactRows, grid: QGridLayout, place: int) -> None:
        self._grid = grid
        self._place = place
        self._is_wide = False
        self.label = Label("", Type.BODY, Tone.MUTED, parent)
        self.label.setWordWrap(False)
        self.value = _Value(parent)
        self.value.insert_wanted.connect(parent.insert_wanted)
        self.mark = _CopyMark(parent)
        self.mark.copied.connect(parent.copied)
        self.value.copy_wanted.connect(self.mark.click)
        grid.addWidget(self.label, place, 0, _TOP)
        grid.addWidget(self.value, place, 1)
        grid.addWidget(self.mark, place, 2, _TOP)
        self.fit()

    def fit(self) -> None:
        """Let the first line of the value stand beside the middle of the mark."""
        spare = max(0, px(self.value, TARGET) - self.value.fontMetrics().height()) // 2
        self.label.setContentsMargins(0, spare, GAP, 0)
        self.value.setContentsMargins(0, spare, 0, spare)

    def show_fact(self, fact: Fact | None) -> None:
        """Fill the row, or hide it."""
        for part in (self.value, self.mark):
            part.setVisible(fact is not None)
        self.label.setVisible(fact is not None and not fact.is_wide)
        if fact is None or fact.value is None:
            return
        if fact.is_wide is not self._is_wide:
            self._is_wide = fact.is_wide
            self._grid.removeWidget(self.value)
            column, span = (0, 2) if fact.is_wide else (1, 1)
            self._grid.addWidget(self.value, self._place, column, 1, span)
        self.label.setText(fact.label)
        shown = _grouped(fact.value) if fact.is_number else fact.value
        self.value.set_text(*((shown, "") if fact.is_strong else ("", shown)))
        self.value.offer(fact)
        self.mark.offer(fact)


class _Value(LeadLabel):
    copy_wanted = Signal()
    insert_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact = Fact("", "")

    def offer(self, fact: Fact) -> None:
        self._fact = fact
        self.setAccessibleName(f"{fact.label}: {fact.value}")
        self.setAccessibleDescription(fact.source)
        self.setToolTip(safe_tip(fact.source))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fact.for_reply and event.button() is Qt.MouseButton.LeftButton:
            self._insert()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy")).triggered.connect(self.copy_wanted)
        into = menu.addAction(self.tr("Put it into the reply"))
        into.setEnabled(bool(self._fact.for_reply))
        into.triggered.connect(self._insert)
        menu.popup(event.globalPos())

    def _insert(self) -> None:
        self.insert_wanted.emit(self._fact.for_reply)


class _CopyMark(IconButton):
    copied = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Icon.COPY, "", role=Role.MUTED, parent=parent)
        self.is_lit = False
        self.fact = Fact("", "")
        self.clicked.connect(self._on_clicked)

    def offer(self, fact: Fact) -> None:
        self.fact = fact
        name = self.tr("Copy: {label}").format(label=fact.label)
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{fact.value}. {fact.source}".rstrip(". "))
        self.setToolTip(safe_tip(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fact.is_number or self.is_lit or self.hasFocus():
            super().paintEvent(event)

    def _on_clicked(self) -> None:
        value = self.fact.value or ""
        QGuiApplication.clipboard().setText(value)
        self.copied.emit(value)
