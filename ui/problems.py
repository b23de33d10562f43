"""The problem bar: one line on what happened and what to do; never a dialog in the way."""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from .theme.buttons import ActButton, IconButton
from .theme.icons import Icon
from .theme.labels import KeyHint, LeadLabel, Sign
from .theme.sheet import Ground, dress
from .theme.sizes import GAP, PADDING
from .theme.tokens import Role


@dataclass(frozen=True, slots=True)
class Problem:
    """Something failed, or needs the seller.

    Attributes:
        key: which problem it is; a newer one with the same key takes its place.
        what: what happened, in one sentence.
        advice: what to do next, in one sentence.
        button: the text of the button that does it, "" where there is none.
    """

    key: str
    what: str
    advice: str
    button: str = ""


class ProblemBar(QFrame):
    """Shows the newest problem that is not solved, and how many there are besides.

    Signals:
        button_pressed: carries the key of the problem whose button was pressed.
        closed: carries the key of the problem that the seller put away.
    """

    button_pressed = Signal(str)
    closed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.WARNING)
        self._problems: dict[str, Problem] = {}
        self._before: QWidget | None = None  # where the keyboard was before it came here
        self._text = LeadLabel(self)
        self._count = KeyHint("", self)
        self._button = ActButton("", parent=self)
        self._close = IconButton(Icon.CROSS, self.tr("Put this away"), parent=self)
        self._button.clicked.connect(self._on_button_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, GAP // 2, PADDING, GAP // 2)
        row.setSpacing(GAP)
        row.addWidget(Sign(Icon.WARNING, Role.WARNING, parent=self))
        row.addWidget(self._text, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        for part in (self._count, self._button, self._close):
            row.addWidget(part)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self._renew()

    @property
    def current(self) -> Problem | None:
        """The problem that is shown, None where there is none."""
        return next(reversed(self._problems.values()), None)

    def show_problem(self, problem: Problem) -> None:
        """Show a problem; it stays until it is solved or put away."""
        self._problems.pop(problem.key, None)
        self._problems[problem.key] = problem
        self._renew()

    def solve(self, key: str) -> None:
        """Take a problem away, because it is over."""
        if self._problems.pop(key, None) is not None:
            self._renew()

    def _on_button_clicked(self) -> None:
        if self.current is not None:
            self.button_pressed.emit(self.current.key)

    def _on_close_clicked(self) -> None:
        if self.current is not None:
            key = self.current.key
            self.solve(key)
            self.closed.emit(key)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new) and not self.isAncestorOf(old or self):
            self._before = old

    def _give_keyboard_back(self) -> None:
        """Else Qt gives it to whatever comes next by Tab."""
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus()

    def _renew(self) -> None:
        problem = self.current
        if problem is None:
            self._give_keyboard_back()
        self.setVisible(problem is not None)
        if problem is None:
            return
        self._text.set_text(problem.what, problem.advice)
        self.setAccessibleName(self._text.text())
        self._button.setText(problem.button)
        self._button.setVisible(bool(problem.button))
        others = len(self._problems) - 1
        self._count.setText(f"+{others}")
        self._count.setVisible(others > 0)
