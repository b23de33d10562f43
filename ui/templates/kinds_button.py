"""The button on which the seller ticks for which letters a template is offered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ...replies.cases.case import CaseKind
from ..words import Words

_MOST_NAMED = 2


class KindsButton(QPushButton):
    """Says the kinds of letters, and opens the list of all.

    Signals:
        kinds_changed: she ticked or unticked one.
    """

    kinds_changed = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._menu = QMenu(self)
        self._actions: dict[CaseKind, QAction] = {}
        for kind in CaseKind:
            action = QAction(words.kind(kind), self)
            self._menu.addAction(action)
            action.setCheckable(True)
            action.toggled.connect(self._on_toggled)
            self._actions[kind] = action
        self.setMenu(self._menu)
        self._say()

    def kinds(self) -> frozenset[CaseKind]:
        """The kinds that are ticked; none stands for all letters."""
        return frozenset(kind for kind, action in self._actions.items() if action.isChecked())

    def set_kinds(self, kinds: Iterable[CaseKind]) -> None:
        """Tick these and no others."""
        wanted = frozenset(kinds)
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        for kind, action in self._actions.items():
            action.setChecked(kind in wanted)
        self.blockSignals(False)  # noqa: FBT003 - Qt's
        self._say()

    def _on_toggled(self) -> None:
        self._say()
        self.kinds_changed.emit()

    def _say(self) -> None:
        names = [self._words.kind(kind) for kind in CaseKind if kind in self.kinds()]
        text = ", ".join(names[:_MOST_NAMED]) if names else self.tr("all letters")
        if len(names) > _MOST_NAMED:
            text = self.tr("{kinds} and {count} more").format(
                kinds=text, count=len(names) - _MOST_NAMED
            )
        self.setText(text)
        self.setToolTip(", ".join(names))
        self.setAccessibleName(self.tr("Offered for: {kinds}").format(kinds=text))
