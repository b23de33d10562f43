"""The overview of all keys, those of the part with the focus first."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from .action_places import Context
from .action_set import ActionSet
from .actions import Act
from .theme.buttons import ActButton
from .theme.icons import Icon
from .theme.labels import KeyHint, Label
from .theme.sheet import Ground, Tone, dress
from .theme.sizes import GAP, PADDING, Type, window_size

_WIDTH: Final = 620
_HEIGHT: Final = 560


class KeyOverview(QDialog):
    """Lists what every key does, by the part of the window in which it works."""

    def __init__(self, actions: ActionSet, here: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self._actions = actions
        self._column = QWidget(self)
        dress(self._column, ground=Ground.WINDOW)
        lines = QVBoxLayout(self._column)
        lines.setSpacing(PADDING)
        lines.setContentsMargins(0, 0, GAP, 0)
        names = self._names()
        for context in sorted(Context, key=lambda each: (each is not here, each is not _GLOBAL)):
            lines.addWidget(self._section(names[context], context))
        lines.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._column)
        close = ActButton(self.tr("Close"), Icon.CROSS, parent=self)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.addWidget(area)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(window_size(self, _WIDTH, _HEIGHT))

    def _section(self, title: str, context: Context) -> QWidget:
        card = QFrame(self._column)
        dress(card, ground=Ground.CARD)
        grid = QGridLayout(card)
        grid.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(title, Type.STRONG, parent=card), 0, 0, 1, 2)
        acts = [act for act in Act if context in act.contexts and self._actions.keys(act)]
        for row, act in enumerate(acts, start=1):
            grid.addWidget(Label(self._actions.name(act), parent=card), row, 0)
            grid.addWidget(self._keys(act, card), row, 1)
        if not acts:
            grid.addWidget(Label(self.tr("No keys."), Type.BODY, Tone.MUTED, card), 1, 0)
        return card

    def _keys(self, act: Act, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addStretch(1)
        for keys in self._actions.keys(act):
            row.addWidget(KeyHint(keys, holder))
        holder.setAccessibleName(
            f"{self._actions.name(act)}: {', '.join(self._actions.keys(act))}"
        )
        return holder

    def _names(self) -> dict[Context, str]:
        return {
            Context.ANYWHERE: self.tr("Anywhere"),
            Context.RAIL: self.tr("In the places"),
            Context.LIST: self.tr("In the list"),
            Context.READER: self.tr("In the letter"),
            Context.FACTS: self.tr("In the order"),
            Context.COMPOSER: self.tr("While you write"),
            Context.OUTBOX: self.tr("In Cooling"),
            Context.ORDERS: self.tr("In the orders"),
            Context.GATE: self.tr("While you read both letters again"),
        }


_GLOBAL: Final = Context.ANYWHERE
