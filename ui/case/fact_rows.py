"""Rows of facts in a card: a label, a value, and a mark that copies the value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ..theme.buttons import IconButton
from ..theme.icons import Icon
from ..theme.labels import Label, LeadLabel
from ..theme.sheet import Tone
from ..theme.sizes import GAP, TARGET, Type, px
from ..theme.tokens import Role

_USUAL_ROWS: Final = 5  # made with the window, so that the first letter stalls nothing
LABEL_WIDTH: Final = 88
_TOP: Final = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: what it is, what it says; a row without a value is not shown.

    Attributes:
        is_number: its copy mark is always to be seen; those of others only under the mouse.
    """

    label: str
    value: str | None
    is_strong: bool = False
    is_number: bool = False


class FactRows(QWidget):
    """A column of facts; the widgets of the rows stay and are filled anew.

    Signals:
        copied: carries the value that was put on the clipboard.
    """

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._make_rows(_USUAL_ROWS)
        self.show_facts(())

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show these facts instead of what stood here."""
        known = [fact for fact in facts if fact.value]
        self._make_rows(len(known))
        for place, row in enumerate(self._rows):
            row.show_fact(known[place] if place < len(known) else None)

    def _make_rows(self, count: int) -> None:
        while len(self._rows) < count:
            self._rows.append(_Row(self, self._grid, len(self._rows)))
        self._fit()

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


class _Row:
    def __init__(self, parent: FactRows, grid: QGridLayout, place: int) -> None:
        self.label = Label("", Type.BODY, Tone.MUTED, parent)
        self.label.setWordWrap(False)
        self.value = LeadLabel(parent)
        self.mark = _CopyMark(parent)
        self.mark.copied.connect(parent.copied)
        grid.addWidget(self.label, place, 0, _TOP)
        grid.addWidget(self.value, place, 1)
        grid.addWidget(self.mark, place, 2, _TOP)
        self.fit()

    def fit(self) -> None:
        """Let the first line of the value stand beside the middle of the mark."""
        spare = max(0, px(self.value, TARGET) - self.value.fontMetrics().height()) // 2
        self.label.setContentsMargins(0, spare, 0, 0)
        self.value.setContentsMargins(0, spare, 0, spare)

    def show_fact(self, fact: Fact | None) -> None:
        """Fill the row, or hide it."""
        for part in (self.label, self.value, self.mark):
            part.setVisible(fact is not None)
        if fact is None or fact.value is None:
            return
        self.label.setText(fact.label)
        self.value.set_text(*((fact.value, "") if fact.is_strong else ("", fact.value)))
        self.value.setAccessibleName(f"{fact.label}: {fact.value}")
        self.mark.offer(fact)


class _CopyMark(IconButton):
    copied = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Icon.COPY, "", role=Role.MUTED, parent=parent)
        self.is_lit = False
        self._fact = Fact("", "")
        self.clicked.connect(self._on_clicked)

    def offer(self, fact: Fact) -> None:
        self._fact = fact
        name = self.tr("Copy: {label}").format(label=fact.label)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._fact.is_number or self.is_lit or self.hasFocus():
            super().paintEvent(event)

    def _on_clicked(self) -> None:
        value = self._fact.value or ""
        QGuiApplication.clipboard().setText(value)
        self.copied.emit(value)
