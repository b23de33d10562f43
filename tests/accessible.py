"""The window as a screen reader is told of it, read from Qt without a bus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_Role = QAccessible.Role
CONTROLS = frozenset(
    {
        _Role.Button,
        _Role.ButtonMenu,
        _Role.CheckBox,
        _Role.ComboBox,
        _Role.Dialog,
        _Role.EditableText,
        _Role.Link,
        _Role.List,
        _Role.MenuItem,
        _Role.PageTab,
        _Role.RadioButton,
        _Role.Slider,
        _Role.SpinBox,
        _Role.Table,
        _Role.Tree,
        _Role.Window,
    }
)
_PARTS_OF_ONE = frozenset({_Role.ComboBox, _Role.SpinBox, _Role.ScrollBar})
_ROWS_READ = 30  # of a list; the others are read in the same way


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that a screen reader comes to."""

    depth: int
    role: QAccessible.Role
    name: str
    description: str
    kind: str

    @property
    def is_nameless_control(self) -> bool:
        """Whether it can be used, but nobody hears what it is."""
        return self.role in CONTROLS and not self.name.strip()

    def __str__(self) -> str:
        return f"{'  ' * self.depth}{self.role.name} {self.name!r} ({self.kind})"


def nodes_of(window: QWidget) -> list[Node]:
    """The tree of a window, in the order in which it is gone through; hidden parts left out."""
    top = QAccessible.queryAccessibleInterface(window)
    assert top is not None
    return list(_walk(top, 0))


def _walk(one: QAccessibleInterface, depth: int) -> Iterator[Node]:
    if not one.isValid() or one.state().invisible:
        return
    role = one.role()
    part = one.object()
    yield Node(
        depth,
        role,
        one.text(QAccessible.Text.Name),
        one.text(QAccessible.Text.Description),
        type(part).__name__ if part is not None else "",
    )
    if role in _PARTS_OF_ONE:
        return  # its field and its list have its name
    for place in range(min(one.childCount(), _ROWS_READ)):
        child = one.child(place)
        if child is not None:
            yield from _walk(child, depth + 1)
