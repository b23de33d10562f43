"""What the seller may say against the recogniser: kind, heat, complaint or not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ...replies.cases.case import MAX_HEAT, CaseKind, Correction
from ...replies.inbox import Matter
from ..theme.buttons import ActButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon, themed_icon
from ..theme.sheet import Look, dress
from ..theme.sizes import GAP, Type
from ..words import Words


class CorrectionBar(QWidget):
    """Three small menus; what the seller chose bears a pencil.

    Signals:
        correction_wanted: carries the whole Correction as it is to be from now on.
    """

    correction_wanted = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._correction = Correction()
        self._kind = _ChoiceMenu(self)
        self._heat = _ChoiceMenu(self)
        self._complaint = _ChoiceMenu(self)
        for kind in CaseKind:
            self._kind.offer(kind, words.kind(kind))
        for heat in range(MAX_HEAT + 1):
            self._heat.offer(heat, words.heat(heat))
        self._complaint.offer(value=True, name=self.tr("complaint"))
        self._complaint.offer(value=False, name=self.tr("no complaint"))
        self._kind.chosen.connect(self._on_kind_chosen)
        self._heat.chosen.connect(self._on_heat_chosen)
        self._complaint.chosen.connect(self._on_complaint_chosen)
        flow = FlowLayout(self, gap=GAP // 2)
        for menu in (self._complaint, self._kind, self._heat):
            flow.addWidget(menu)

    def show_matter(self, matter: Matter) -> None:
        """Show what counts for a letter, and who said it."""
        said, read = matter.correction, matter.judgement
        self._correction = said
        complaint = self.tr("complaint") if read.complaint else self.tr("no complaint")
        self._kind.show_choice(self.tr("Kind"), said.kind, self._words.kind(read.kind))
        self._heat.show_choice(self.tr("Heat"), said.heat, self._words.heat(read.heat))
        self._complaint.show_choice(self.tr("Complaint or not"), said.complaint, complaint)

    def _on_kind_chosen(self, kind: CaseKind | None) -> None:
        self.correction_wanted.emit(replace(self._correction, kind=kind))

    def _on_heat_chosen(self, heat: int | None) -> None:
        self.correction_wanted.emit(replace(self._correction, heat=heat))

    def _on_complaint_chosen(self, complaint: bool | None) -> None:  # noqa: FBT001 - a slot
        self.correction_wanted.emit(replace(self._correction, complaint=complaint))


class _ChoiceMenu(ActButton):
    """A button whose menu holds the possible values, and "as read" for none of them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", Icon.CHEVRON_DOWN, Look.CHIP, parent)
        dress(self, kind=Type.SMALL)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._as_read = self._add(None, "")
        self._menu.addSeparator()
        self._menu.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)

    def offer(self, value: object, name: str) -> None:
        """Add a value to the menu."""
        self._add(value, name)

    def show_choice(self, title: str, said: object, read: str) -> None:
        """Mark the value that the seller said, or that she left it as it was read."""
        self._as_read.setText(self.tr("As read: {value}").format(value=read))
        chosen = next(a for a in self._group.actions() if a.data() == said)
        with QSignalBlocker(self._menu):
            chosen.setChecked(True)
        is_hers = said is not None
        word = chosen.text() if is_hers else read
        self.setText(word)
        self.setIcon(themed_icon(Icon.PENCIL if is_hers else Icon.CHEVRON_DOWN))
        whose = self.tr("your word") if is_hers else self.tr("as read")
        self.setAccessibleName(f"{title}: {word}, {whose}")
        self.setToolTip(f"{title}: {whose}")

    def _add(self, value: object, name: str) -> QAction:
        action = QAction(name, self)  # what QMenu makes is deleted behind its signal
        action.setCheckable(True)
        action.setData(value)
        self._group.addAction(action)
        self._menu.addAction(action)
        return action

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
