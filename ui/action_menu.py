"""Menus made of the table of actions: all of them, or those of a letter in the list."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from .action_places import Context, Group
from .action_set import ActionSet
from .actions import Act


class ActionMenu(QMenu):
    """Every action under its heading, with its keys; an impossible one says why in a tip."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setToolTipsVisible(True)
        for group in Group:
            part = self.addMenu(group.title)
            part.setToolTipsVisible(True)
            for act in Act:
                if act.group is group and not act.is_twin:
                    part.addAction(actions[act])
        self.aboutToShow.connect(self._say_why_not)

    def entries(self) -> list[QAction]:
        """The actions of the table that stand in it."""
        return [
            action
            for part in self.findChildren(QMenu)
            for action in part.actions()
            if action.menu() is None
        ]

    def _say_why_not(self) -> None:
        for act in Act:
            name = self._actions.name(act)
            self._actions[act].setToolTip(self._actions.why_not(act) or name)


class LetterMenu(QMenu):
    """What can be done with the letter that is marked in the list."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        for group in (Group.REPLY, Group.LETTER):
            for act in Act:
                if act.group is group and Context.LIST in act.contexts and not act.is_twin:
                    self.addAction(actions[act])
            self.addSeparator()


class SavedMenu(QMenu):
    """What can be done with a saved search of the rail."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        super().__init__(parent)
        for act in (Act.EDIT_SEARCH, Act.SEARCH_UP, Act.SEARCH_DOWN, Act.DELETE_SEARCH):
            self.addAction(actions[act])
