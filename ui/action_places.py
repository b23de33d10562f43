"""Where an action works, and under which heading it stands."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication


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
