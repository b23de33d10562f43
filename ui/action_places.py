"""What an action is: its name and keys, where it works, and under which heading it stands."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from .theme.icons import Icon


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself; lupdate finds it by the name of this function."""
    return text


class Context(Enum):
    """Where an action works: in the whole window, or while one part of it has the focus."""

    ANYWHERE = "anywhere"
    RAIL = "rail"
    LIST = "list"
    READER = "reader"
    FACTS = "facts"
    COMPOSER = "composer"
    OUTBOX = "outbox"
    GATE = "gate"
    ORDERS = "orders"


class Group(Enum):
    """Under which heading an action stands in menus and in the overview."""

    GO = QT_TRANSLATE_NOOP("Group", "Go")
    LETTER = QT_TRANSLATE_NOOP("Group", "Letter")
    REPLY = QT_TRANSLATE_NOOP("Group", "Reply")
    HOLD = QT_TRANSLATE_NOOP("Group", "Cooling")
    SAVED = QT_TRANSLATE_NOOP("Group", "Saved searches")
    VIEW = QT_TRANSLATE_NOOP("Group", "View")
    PROGRAM = QT_TRANSLATE_NOOP("Group", "Program")

    @property
    def title(self) -> str:
        """The heading in the window's language."""
        return QCoreApplication.translate("Group", self.value)


class Deed(Enum):
    """A row of a table of actions.

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
