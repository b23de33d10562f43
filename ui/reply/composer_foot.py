"""The foot of the composer: the plan in words, and the one button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ..theme.buttons import PrimaryButton
from ..theme.icons import Icon
from ..theme.labels import Label, LeadLabel
from ..theme.marks import HeatMark
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type


class ComposerFoot(QWidget):
    """Says what the button will do, or what must be mended first.

    Signals:
        pressed: the button was pressed, whether it is allowed or not.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ("", "")
        self._is_compact = False
        self._own_heat = _OwnHeat(self)
        self._own_heat.hide()
        self._plan = LeadLabel(self)
        self.button = PrimaryButton(self.tr("Cool down"), Icon.CLOCK, parent=self)
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        row.setSpacing(PADDING)
        row.addWidget(self._own_heat)
        row.addWidget(self._plan, stretch=1)
        row.addWidget(self.button)

    @property
    def text(self) -> str:
        """The sentences beside the button, those too for which there is no room."""
        return " ".join(part for part in self._said if part)

    def show_plan(self, lead: str, rest: str, *, is_allowed: bool) -> None:
        """Show the plan, or what to mend; the button is dashed where it is not allowed yet."""
        self._said = (lead, rest)
        self._show()
        self.button.set_allowed(is_allowed, self.text)

    def show_own_heat(self, heat: int, said: str) -> None:
        """Show how hotly the reply was written, beside what the plan says of it; "" for not."""
        self._own_heat.show_heat(heat, said)
        self._own_heat.setVisible(bool(said))

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Keep to the first sentence, where the window is low."""
        self._is_compact = is_compact
        self._show()

    def _show(self) -> None:
        lead, rest = self._said
        self._plan.set_text(lead, "" if self._is_compact and lead else rest)

    def name_button(self, name: str) -> None:
        """Say on the button what it will do."""
        self.button.setText(name)


class _OwnHeat(QWidget):
    """The dots of the seller's own heat, and their word under them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = HeatMark(self)
        self._said = Label("", Type.SMALL, Tone.MUTED, self)
        self._said.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 4)
        column.addStretch(1)
        for part in (self._mark, self._said):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_heat(self, heat: int, said: str) -> None:
        self._mark.set_heat(heat, said)
        self._said.setText(said)
