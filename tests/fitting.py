"""What of a window does not fit: texts that are cut off or shortened, parts that overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from painted import Painted, parts_of, texts_of
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from softanswer.ui.rail_item import RailItem
from softanswer.ui.theme.labels import ElidedLabel

_SLACK = 2.5  # of what a letter leans over its own box
_NOTHING = 2
_WORDED = (QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTabBar)
_FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox)  # their texts move under the cursor


def misfits(window: QWidget) -> Iterator[str]:
    """Each text and part of a window that does not have the room it needs."""
    for part in window.findChildren(QWidget):
        is_worded = isinstance(part, QLabel | QAbstractButton) and bool(_own_text(part))
        if is_worded and part.isVisible() and min(part.width(), part.height()) <= _NOTHING:
            yield f"{_name(part)} has no room at all"
    for part in parts_of(window):
        if isinstance(part, _WORDED):
            yield from _cut_part(window, part)
            yield from (str(text) for text in texts_of(part) if not _fits(text))
        yield from _overlaps(part)


def _fits(text: Painted) -> bool:
    part, box = text.part, text.box
    if "…" in text.text and "…" not in _own_text(part):
        has_tip = isinstance(part, RailItem) and bool(part.toolTip())
        return isinstance(part, ElidedLabel) or has_tip  # which has it whole
    if isinstance(part, QComboBox) and not part.isEditable():
        return box.width() <= _room_for_choice(part) + _SLACK
    if isinstance(part, _FIELDS) and not _is_placeholder(text):
        return True
    return (
        box.left() >= -_SLACK
        and box.right() <= part.width() + _SLACK
        and box.top() >= -_SLACK
        and box.bottom() <= part.height() + _SLACK
    )


def _room_for_choice(box: QComboBox) -> int:
    """How much of what is chosen a box shows; its style cuts the rest off."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(control, option, field, box).width()


def _is_placeholder(text: Painted) -> bool:
    return isinstance(text.part, QLineEdit) and not text.part.text()


def _own_text(part: QWidget) -> str:
    if isinstance(part, QLabel | QAbstractButton | QLineEdit):
        return part.text() + (part.placeholderText() if isinstance(part, QLineEdit) else "")
    return ""


def _cut_part(window: QWidget, part: QWidget) -> Iterator[str]:
    """A part that reaches beyond what it lies on, where that can't be scrolled."""
    box = QRect(QPoint(), part.size())
    above = part
    while above is not window:
        box.translate(above.pos())
        above = above.parentWidget()
        area = above.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and above is area.viewport()
        room = above.rect()
        is_cut = box.left() < room.left() - 1 or box.right() > room.right() + 1
        if is_cut and not (scrolls and area.horizontalScrollBar().isVisible()):
            yield f"{_name(part)} reaches beyond {type(above).__name__} sideways"
            return
        if scrolls or isinstance(above, QAbstractItemView):
            return
        if box.top() < room.top() - 1 or box.bottom() > room.bottom() + 1:
            yield f"{_name(part)} reaches beyond {type(above).__name__} below or above"
            return


def _overlaps(part: QWidget) -> Iterator[str]:
    """Parts of a layout that lie upon each other; what floats on purpose is in no layout."""
    layout = part.layout()
    if layout is None:
        return
    laid = [w for w in _widgets(layout) if w.isVisible() and w.width() and w.height()]
    for one, other in combinations(laid, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > 1 and common.height() > 1:
            yield f"{_name(one)} and {_name(other)} overlap by {common.width()}x{common.height()}"


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from _widgets(item.layout())


def _name(part: QWidget) -> str:
    said = _own_text(part) or part.accessibleName()
    return f"{type(part).__name__} {said[:40]!r}"
