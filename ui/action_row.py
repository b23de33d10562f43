"""A row of the table of actions; the rows themselves are in `actions`."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from .action_places import Context, Group
from .theme.icons import Icon


class ActionRow(Enum):
    """What the columns of the table mean.

    Attributes:
        source: the English source of the name.
        keys: the default shortcuts; those of a sequence are joined by a comma, as in "G,C".
        own_keys: keys that the part with the focus answers by itself, for the overview only.
        is_twin: it repeats another action for one place and is not listed on its own.
    """

    def __init__(
        self,
        source: str,
        group: Group,
        contexts: tuple[Context, ...],
        keys: str = "",
        icon: Icon | None = None,
        own_keys: str = "",
        is_twin: bool = False,  # noqa: FBT001, FBT002 - a column of the table
    ) -> None:
        self.source = source
        self.group = group
        self.contexts = contexts
        self.keys = tuple(keys.split())
        self.icon = icon
        self.own_keys = tuple(own_keys.split())
        self.is_twin = is_twin

    @property
    def text(self) -> str:
        """The name in the window's language."""
        return QCoreApplication.translate("Act", self.source)
