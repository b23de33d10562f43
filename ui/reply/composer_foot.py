"""The foot of the composer: the plan in words, and the one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ..theme.buttons import PrimaryButton
from ..theme.icons import Icon
from ..theme.labels import LeadLabel
from ..theme.sizes import PADDING


class ComposerFoot(QWidget):
    """Says what the button will do, or what must be mended first.

    Signals:
        pressed: the button was pressed, whether it is allowed or not.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = LeadLabel(self)
        self.button = PrimaryButton(self.tr("Cool down"), Icon.CLOCK, parent=self)
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        row.setSpacing(PADDING)
        row.addWidget(self._plan, stretch=1)
        row.addWidget(self.button)

    @property
    def text(self) -> str:
        """The sentence beside the button."""
        return self._plan.text()

    def show_plan(self, lead: str, rest: str, *, is_allowed: bool) -> None:
        """Show the plan, or what to mend; the button is dashed where it is not allowed yet."""
        self._plan.set_text(lead, rest)
        self.button.set_allowed(is_allowed, self._plan.text())

    def name_button(self, name: str) -> None:
        """Say on the button what it will do."""
        self.button.setText(name)
