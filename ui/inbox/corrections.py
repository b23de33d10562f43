"""What the seller may say of a letter: kind, heat, complaint or not, and whose side it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ...replies.cases.case import MAX_HEAT, CaseKind, Correction
from ...replies.inbox import Matter
from ...replies.tone.fault import Fault
from ..theme.buttons import ActButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon, themed_icon
from ..theme.sheet import Look, dress
from ..theme.sizes import GAP, Type
from ..words import Words

_SIDES: Final = tuple(fault for fault in Fault if fault is not Fault.UNCLEAR)


class CorrectionBar(QWidget):
    """Small menus; what the seller chose bears a pencil. A complaint has one for its side, too.

    Signals:
        correction_wanted: carries the whole Correction as it is to be from now on.
        sides_closed: the menu of the sides was closed.
    """

    correction_wanted = Signal(object)
    sides_closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._correction = Correction()
        self._kind = _ChoiceMenu(self)
        self._heat = _ChoiceMenu(self)
        self._complaint = _ChoiceMenu(self)
        self._fault = _ChoiceMenu(self)
        for kind in CaseKind:
            self._kind.offer(kind, words.kind(kind))
        for heat in range(MAX_HEAT + 1):
            self._heat.offer(heat, words.heat(heat))
        self._complaint.offer(value=True, name=self.tr("complaint"))
        self._complaint.offer(value=False, name=self.tr("no complaint"))
        for fault in _SIDES:
            self._fault.offer(fault, words.fault(fault))
        self._kind.chosen.connect(self._on_kind_chosen)
        self._heat.chosen.connect(self._on_heat_chosen)
        self._complaint.chosen.connect(self._on_complaint_chosen)
        self._fault.chosen.connect(self._on_fault_chosen)
        self._fault.menu().aboutToHide.connect(self.sides_closed)
        flow = FlowLayout(self, gap=GAP // 2)
        for menu in (self._complaint, self._kind, self._heat, self._fault):
            flow.addWidget(menu)

    def show_matter(self, matter: Matter) -> None:
        """Show what counts for a letter, and who said it."""
        said, read = matter.correction, matter.judgement
        self._correction = said
        complaint = self.tr("complaint") if read.complaint else self.tr("no complaint")
        self._kind.show_choice(self.tr("Kind"), said.kind, self._words.kind(read.kind))
        self._heat.show_choice(self.tr("Heat"), said.heat, self._words.heat(read.heat))
        self._complaint.show_choice(self.tr("Complaint or not"), said.complaint, complaint)
        self._fault.show_said(self.tr("Whose side"), said.fault, self.tr("whose side?"))
        self._fault.setVisible(matter.complaint)
        self.setVisible(not matter.is_back)

    @property
    def fault_button(self) -> QWidget | None:
        """What opens the menu of the sides; None where nothing is complained of."""
        return None if self._fault.isHidden() else self._fault

    def ask_for_fault(self) -> None:
        """Open the menu of the sides on which it may have arisen."""
        self._fault.open_menu()

    def _on_kind_chosen(self, kind: CaseKind | None) -> None:
        self.correction_wanted.emit(replace(self._correction, kind=kind))

    def _on_heat_chosen(self, heat: int | None) -> None:
        self.correction_wanted.emit(replace(self._correction, heat=heat))

    def _on_complaint_chosen(self, complaint: bool | None) -> None:  # noqa: FBT001 - a slot
        self.correction_wanted.emit(replace(self._correction, complaint=complaint))

    def _on_fault_chosen(self, fault: Fault | None) -> None:
        self.correction_wanted.emit(replace(self._correction, fault=fault))


class _ChoiceMenu(ActButton):
    """A button whose menu holds the possible values, and one that takes her word back."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", Icon.CHEVRON_DOWN, Look.CHIP, parent)
        dress(self, kind=Type.SMALL)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._unsaid = self._add(None, "")
        self._menu.addSeparator()
        self._menu.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)

    def offer(self, value: object, name: str) -> None:
        """Add a value to the menu."""
        self._add(value, name)

    def show_choice(self, title: str, said: object, read: str) -> None:
        """Mark the value that the seller said, or that she left it as it was read."""
        self._unsaid.setText(self.tr("As read: {value}").format(value=read))
        self._show(title, said, read, f"{read}, {self.tr('as read')}", self.tr("as read"))

    def show_said(self, title: str, said: object, asked: str) -> None:
        """Mark the value that the seller said of what nobody reads, or that she said none.

        Args:
            asked: stands on the button until she does.
        """
        unsaid = self.tr("not said")
        self._unsaid.setText(unsaid)
        self._show(title, said, asked, unsaid, unsaid)

    def open_menu(self) -> None:
        """Open the menu below the button, what was chosen ready to be changed by keys."""
        self._menu.setActiveAction(self._group.checkedAction())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _show(self, title: str, said: object, unsaid: str, spoken: str, whose: str) -> None:
        """Show her word; without one, `unsaid` on the button, to be spoken as `spoken`."""
        chosen = next(a for a in self._group.actions() if a.data() == said)
        with QSignalBlocker(self._menu):
            chosen.setChecked(True)
        is_hers = said is not None
        word, hers = chosen.text(), self.tr("your word")
        self.setText(word if is_hers else unsaid)
        self.setIcon(themed_icon(Icon.PENCIL if is_hers else Icon.CHEVRON_DOWN))
        self.setAccessibleName(f"{title}: {f'{word}, {hers}' if is_hers else spoken}")
        self.setToolTip(f"{title}: {hers if is_hers else whose}")

    def _add(self, value: object, name: str) -> QAction:
        action = QAction(name, self)  # what QMenu makes is deleted behind its signal
        action.setCheckable(True)
        action.setData(value)
        self._group.addAction(action)
        self._menu.addAction(action)
        return action

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
