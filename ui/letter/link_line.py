"""Where a link leads, in plain words, before anything is opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QWidget

from ...mailbox.links import LinkTarget
from ..languages import spoken
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, Label, Sign
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, ICON, PADDING, Type
from ..theme.tokens import Role
from .question import Question


class LinkLine(QWidget):
    """Shows the target of the link that is pointed at, and in words what is odd about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign(Icon.LINK, Role.MUTED, ICON - 2, self)
        self._target = ElidedLabel("", Type.SMALL, parent=self)
        self._warning = Label("", Type.SMALL, Tone.WARNING, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, GAP // 2, PADDING, GAP // 2)
        row.setSpacing(GAP)
        row.addWidget(self._sign)
        row.addWidget(self._target, stretch=1)
        row.addWidget(self._warning, stretch=1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(self.sizePolicy().Policy.Preferred, self.sizePolicy().Policy.Fixed)
        dress(self, ground=Ground.FOOT)
        self.show_target(None)

    def show_target(self, target: LinkTarget | None) -> None:
        """Show where a link leads; None leaves the line empty, in its place."""
        words = "" if target is None else target.shown
        warning = "" if target is None else " ".join(map(spoken, target.warnings))
        self._target.setText(words)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        icon, role = (Icon.WARNING, Role.WARNING) if warning else (Icon.LINK, Role.MUTED)
        self._sign.set_icon(icon, role)
        self._sign.setVisible(target is not None)
        self.setAccessibleName(f"{words} {warning}".strip())


def link_question(target: LinkTarget, parent: QWidget) -> QMessageBox:
    """Asks whether a link that looks odd is to be opened; one that never opens is only told."""
    translate = QCoreApplication.translate
    why = "\n".join(map(spoken, target.warnings))
    if target.opens:
        words = translate("LinkQuestion", "This link may not be what it seems. Open it anyway?")
        return Question(
            words, f"{target.shown}\n\n{why}", translate("LinkQuestion", "Open it"), parent
        )
    box = Question(translate("LinkQuestion", "This link stays closed."), why, "", parent)
    for button in box.buttons():
        if box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole:
            box.removeButton(button)
    return box
