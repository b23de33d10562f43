"""The field for quiet hours: whether, from when to when, and by whose clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Final

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QComboBox, QTimeEdit, QVBoxLayout, QWidget

from ...replies.errors import PreferenceError
from ...replies.outbox.quiet_hours import QuietHours, Whose
from ..languages import said
from ..theme.fields import CheckBox
from ..theme.flow import FlowLayout
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, Type, px

_USUAL: Final = QuietHours(time(22), time(7))


class QuietField(QWidget):
    """Quiet hours, or none; where two times make no night it says so and keeps the last ones.

    Signals:
        changed: something else stands in it.
    """

    changed = Signal()

    def __init__(self, quiet: Sequence[QuietHours], parent: QWidget) -> None:
        super().__init__(parent)
        self._good = quiet[0] if quiet else _USUAL
        self._is_on = CheckBox(self.tr("Nothing leaves at night"), self)
        self._is_on.setChecked(bool(quiet))
        self._begin = _TimeBox(self._good.begin, self.tr("From"), self)
        self._end = _TimeBox(self._good.end, self.tr("To"), self)
        self._whose = QComboBox(self)
        self._whose.setAccessibleName(self.tr("By whose clock"))
        self._whose.addItem(self.tr("by my clock"), Whose.SELLER)
        self._whose.addItem(self.tr("by the customer's clock"), Whose.CUSTOMER)
        self._whose.setCurrentIndex(self._whose.findData(self._good.whose))
        self._problem = Label(kind=Type.SMALL, tone=Tone.WARNING, parent=self)
        self._lay_out()
        self._is_on.toggled.connect(self._on_changed)
        self._begin.timeChanged.connect(self._on_changed)
        self._end.timeChanged.connect(self._on_changed)
        self._whose.currentIndexChanged.connect(self._on_changed)
        self.setFocusProxy(self._is_on)
        self._renew()

    def quiet(self) -> tuple[QuietHours, ...]:
        """The quiet hours as they stand; the last good ones where the times make none."""
        return (self._good,) if self._is_on.isChecked() else ()

    def _on_changed(self) -> None:
        self._renew()
        self.changed.emit()

    def _renew(self) -> None:
        problem = ""
        try:
            self._good = QuietHours(
                self._begin.moment(), self._end.moment(), self._whose.currentData()
            )
        except PreferenceError as error:
            problem = said(error)
        is_on = self._is_on.isChecked()
        for part in (self._begin, self._end, self._whose):
            part.setEnabled(is_on)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem) and is_on)

    def _lay_out(self) -> None:
        row = FlowLayout(gap=GAP, line_gap=GAP)
        dash = Label("–", parent=self)
        dash.setMinimumHeight(self._begin.sizeHint().height())
        for part in (self._begin, dash, self._end, self._whose):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._is_on)
        column.addLayout(row)
        column.addWidget(self._problem)


class _TimeBox(QTimeEdit):
    def __init__(self, moment: time, name: str, parent: QWidget) -> None:
        super().__init__(QTime(moment.hour, moment.minute), parent)
        self.setDisplayFormat("HH:mm")
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(px(self, GAP), 0, 0, 0)

    def moment(self) -> time:
        """The time of day that stands in it."""
        shown = self.time()
        return time(shown.hour(), shown.minute())
