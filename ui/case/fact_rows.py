"""Rows of facts in a card: a label, a value, and a mark that copies the value.

A value goes into the reply by a double click, by its menu, or by the key of the action while its
mark has the focus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QMargins, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ..theme.icons import Icon, paint_icon
from ..theme.labels import LeadLabel, safe_tip
from ..theme.sizes import CONTROL_CORNER, GAP, ICON, TARGET, px
from ..theme.tokens import Role, tokens_of

_USUAL_ROWS: Final = 5  # made with the window, so that the first letter stalls nothing
LABEL_WIDTH: Final = 88
_LONG_NUMBER: Final = 16
_BREAKS: Final = re.compile(r"(?<=[-@])|(?=\.)")
_MAY_BREAK: Final = "\u200b"  # ZERO WIDTH SPACE
_LEAST_VALUE: Final = 10  # average letters


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


_NOTHING: Final = Fact("", "")


def spoken_fact(fact: Fact) -> str:
    """A fact as a screen reader says it: "label: value"."""
    return f"{fact.label}: {fact.value}"


class FactRows(QWidget):
    """A column of facts; the widgets of the rows stay and are filled anew.

    It lays its rows out itself: two widgets a row, and no grid, which would ask each of them many
    times over.

    Signals:
        copied: carries the value that was put on the clipboard.
        insert_wanted: carries the words that are to stand in the reply.
    """

    copied = Signal(str)
    insert_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: list[Fact] = []
        self._rows: list[_Row] = []
        self._count = 0  # of the rows that are shown
        self._labels_width = 0
        self._heights: dict[int, list[int]] = {}  # of the rows, by width: layouts ask again
        self._is_citable = True
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._make_rows(_USUAL_ROWS)
        self._fit()

    def set_citable(self, is_citable: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Let the facts shown from now on go into a reply, or none of them."""
        self._is_citable = is_citable

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show these facts instead of what stood here."""
        known = [fact for fact in facts if fact.value]
        if not self._is_citable:
            known = [replace(fact, for_reply="") for fact in known]
        self._facts = known
        parent = self.parentWidget()
        is_folded = parent is not None and parent.isHidden()
        self._fill([] if is_folded else known)  # the rest when it is unfolded

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill(self._facts)

    def _fill(self, known: list[Fact]) -> None:
        if known == [row.fact for row in self._shown()]:
            return
        self._make_rows(len(known))
        for row, fact in zip(self._rows, known, strict=False):
            row.offer(fact)
        self._count = len(known)
        self._fit()
        for place, row in enumerate(self._rows):  # last: what is shown needs its place already
            row.set_visible(is_visible=place < self._count)

    def _make_rows(self, count: int) -> None:
        while len(self._rows) < count:
            self._rows.append(_Row(self))

    def focused_fact(self) -> Fact | None:
        """The fact whose mark has the keyboard."""
        return next((row.fact for row in self._shown() if row.mark.hasFocus()), None)

    def copy_focused(self) -> None:
        """Copy the fact whose mark has the keyboard."""
        for row in self._shown():
            if row.mark.hasFocus():
                row.mark.click()

    def texts(self) -> list[str]:
        """The facts that are shown, each as "label: value"."""
        return [spoken_fact(fact) for fact in self._facts]

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights_at(width))

    def sizeHint(self) -> QSize:
        widest = max((row.value.natural_width() for row in self._shown()), default=0)
        width = self._labels_width + widest + px(self, TARGET)
        return QSize(width, px(self, TARGET) * self._count)

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * _LEAST_VALUE
        width = self._labels_width + least + px(self, TARGET)
        return QSize(width if self._count else 0, px(self, TARGET) * self._count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

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

    def _shown(self) -> list[_Row]:
        return self._rows[: self._count]

    def _fit(self) -> None:
        """Reckon with what stands in the rows now, or with another font."""
        named = [row for row in self._shown() if not row.fact.is_wide]
        widest = max((row.value.label_width() for row in named), default=0)
        self._labels_width = max(px(self, LABEL_WIDTH), widest + px(self, GAP))
        spare = max(0, px(self, TARGET) - self.fontMetrics().height()) // 2
        for row in self._shown():
            row.value.fit(self._labels_width, spare)
        self._heights.clear()
        self.updateGeometry()
        self._place()

    def _heights_at(self, width: int) -> list[int]:
        if width not in self._heights:
            target = px(self, TARGET)
            inner = width - target
            self._heights[width] = [
                max(row.value.heightForWidth(inner), target) for row in self._shown()
            ]
        return self._heights[width]

    def _place(self) -> None:
        """Put the rows below each other, each mark beside the first line of its value."""
        target, width = px(self, TARGET), self.width()
        top = 0
        for row, height in zip(self._shown(), self._heights_at(width), strict=True):
            row.value.setGeometry(0, top, max(width - target, 0), height)
            row.mark.setGeometry(width - target, top, target, target)
            top += height


def _grouped(number: str) -> str:
    """A number that can be read and wrapped: long digits in fours, others after their hyphens."""
    if number.isdigit() and len(number) >= _LONG_NUMBER:
        return " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return _BREAKS.sub(_MAY_BREAK, number)


class _Row:
    def __init__(self, parent: FactRows) -> None:
        self.fact = _NOTHING
        self.is_visible = False
        self.value = _Value(parent)
        self.value.insert_wanted.connect(parent.insert_wanted)
        self.mark = CopyMark(parent)
        self.mark.copied.connect(parent.copied)
        self.value.copy_wanted.connect(self.mark.click)
        self.value.hide()
        self.mark.hide()

    def offer(self, fact: Fact) -> None:
        """Fill the row."""
        if fact != self.fact:
            self.value.offer(fact)
            self.mark.offer(fact)
        self.fact = fact

    def set_visible(self, *, is_visible: bool) -> None:
        """Show the row, or hide it."""
        if is_visible is not self.is_visible:
            self.is_visible = is_visible
            self.value.setVisible(is_visible)
            self.mark.setVisible(is_visible)


class _Value(LeadLabel):
    """A value, its label at its left."""

    copy_wanted = Signal()
    insert_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact = _NOTHING
        self._margins = QMargins()

    def offer(self, fact: Fact) -> None:
        value = fact.value or ""
        shown = _grouped(value) if fact.is_number else value
        self._fact = fact
        self.set_text(*((shown, "") if fact.is_strong else ("", shown)))
        self.setAccessibleName(spoken_fact(fact))
        self.setAccessibleDescription(fact.source)
        self.setToolTip(safe_tip(fact.source))
        self.update()

    def label_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._fact.label)

    def fit(self, labels_width: int, spare: int) -> None:
        """Leave room for the labels, and `spare` above and below the text."""
        self._margins = QMargins(0 if self._fact.is_wide else labels_width, spare, 0, spare)
        self.update()

    def margins(self) -> QMargins:
        # QFrame forgets its contents margins whenever a style sheet is applied.
        return self._margins

    def paint_text(self, painter: QPainter) -> None:
        super().paint_text(painter)
        left = self._margins.left()
        if left:
            box = QRect(0, self._margins.top(), left, self.height())
            painter.setFont(self.font())
            painter.setPen(tokens_of(self.palette())[Role.MUTED])
            painter.drawText(box, Qt.AlignmentFlag.AlignTop, self._fact.label)

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


class CopyMark(QAbstractButton):
    """Puts the value of a row on the clipboard. It always has its place, and shows when wanted.

    Signals:
        copied: carries the value.
    """

    copied = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_lit = False
        self.fact = _NOTHING
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._on_clicked)

    def offer(self, fact: Fact) -> None:
        """Stand for this fact from now on."""
        if fact.label != self.fact.label:
            name = self.tr("Copy: {label}").format(label=fact.label)
            self.setAccessibleName(name)
            self.setToolTip(safe_tip(name))
        self.setAccessibleDescription(f"{fact.value}. {fact.source}".rstrip(". "))
        self.fact = fact
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self, TARGET), px(self, TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.fact.is_number or self.is_lit or self.hasFocus()):
            return
        painter, tokens = QPainter(self), tokens_of(self.palette())
        if self.underMouse() or self.isDown():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens[Role.ACCENT_SOFT])
            corner = px(self, CONTROL_CORNER)
            painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        side = px(self, ICON - 2)
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        paint_icon(painter, Icon.COPY, QRectF(left, top, side, side), tokens[Role.MUTED])

    def _on_clicked(self) -> None:
        value = self.fact.value or ""
        QGuiApplication.clipboard().setText(value)
        self.copied.emit(value)
