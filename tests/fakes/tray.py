"""A desktop with a tray, or one without, and the notices that it was given."""

from __future__ import annotations

from PySide6.QtCore import QObject

from softanswer.ui.action_set import ActionSet
from softanswer.ui.presence.tray_icon import TrayIcon


class FakeTray(TrayIcon):
    """A sign in a tray that nobody sees."""

    def __init__(self, acts: ActionSet, parent: QObject) -> None:
        super().__init__(acts, parent)
        self.exists = True
        self.told: list[str] = []

    def is_there(self) -> bool:
        return self.exists

    def show(self) -> None:
        """The offscreen platform has nothing to show it in."""

    def showMessage(self, title, text, icon) -> None:  # noqa: N802 - Qt's
        assert title == "Soft Answer"
        self.told.append(text)
