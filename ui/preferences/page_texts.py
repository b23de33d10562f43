"""What the pages of Preferences say: each setting with its caption, its choices and its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ..theme.fields import CheckBox
from ..theme.labels import Label
from ..theme.sizes import Type
from .setting_words import all_stand_in, spans_in

_LEAVES = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    Label,
    QLineEdit,
    QPlainTextEdit,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting of a page: the parts that belong together, as they are read."""

    parts: tuple[QWidget, ...]

    def has(self, words: Sequence[str]) -> bool:
        """Whether all of these words stand in its texts."""
        return all_stand_in(words, (text for part in self.parts for text in texts_of(part)))

    def field(self, words: Sequence[str]) -> QWidget | None:
        """The field that the first of the words belongs to, None where there is none to use."""
        at = next(
            (
                place
                for place, part in enumerate(self.parts)
                if any(spans_in(words, text) for text in texts_of(part))
            ),
            0,
        )
        in_turn = (*self.parts[at:], *reversed(self.parts[:at]))
        return next((part for part in in_turn if _takes_keys(part)), None)


def entries_of(page: QWidget) -> tuple[Entry, ...]:
    """The settings of a page from the top; what is not shown is left out."""
    groups: list[list[QWidget]] = []
    for part in _parts_of(page.layout()):
        if not part.isVisibleTo(page):
            continue
        if _begins(part) or not groups:
            groups.append([])
        groups[-1].append(part)
    return tuple(Entry(tuple(group)) for group in groups)


def texts_of(part: QWidget) -> tuple[str, ...]:
    """What a part says of itself; what the seller put into it is left out."""
    if isinstance(part, QComboBox):
        return tuple(part.itemText(place) for place in range(part.count()))
    if isinstance(part, CheckBox):
        return (part.words,)
    if isinstance(part, Label | QAbstractButton):
        return (part.text(),)
    own = part.placeholderText() if isinstance(part, QLineEdit) else ""
    own = part.specialValueText() if isinstance(part, QAbstractSpinBox) else own
    return (own, part.accessibleName())


def _begins(part: QWidget) -> bool:
    """Whether a setting begins with it: a heading, the caption of a field, or a box to tick."""
    if isinstance(part, Label):
        return part.buddy() is not None or part.property("type") == Type.HEAD.name
    return isinstance(part, CheckBox)


def _takes_keys(part: QWidget) -> bool:
    return part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _parts_of(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if isinstance(widget, _LEAVES):
            yield widget
        elif widget is not None:
            yield from _parts_of(widget.layout())
        elif inner is not None:
            yield from _parts_of(inner)
