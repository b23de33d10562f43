"""Lays out at once what Qt would lay out one level of nesting at a time."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_ROUNDS: Final = 2  # the first gives widths, the second the heights that follow from them


def settle(area: QScrollArea) -> None:
    """Bring the content of a scroll area into its final place before the next frame.

    A change of height deep inside climbs one level with each round of events, and every round
    may be painted: the parts would be seen to overlap for a moment.
    """
    content = area.widget()
    if content is None or not area.isVisible():
        return
    for _ in range(_ROUNDS):
        _activate(content)
        QApplication.sendEvent(content, QEvent(QEvent.Type.LayoutRequest))


def _activate(widget: QWidget) -> None:
    """Lay out a widget and what its layout holds; what has none lays itself out."""
    layout = widget.layout()
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        child = item.widget() if item is not None else None
        if child is not None and not child.isHidden():
            _activate(child)
    layout.activate()
