"""Fields for lengths of time and factors, in which nothing out of range can stand."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from ...replies.outbox.policy import MAX_BASE, MAX_FACTOR, MIN_BASE
from ..theme.fields import NumberBox
from ..theme.labels import Label
from ..theme.sizes import GAP, px

_HOUR: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)
_MOST_HOURS: Final = MAX_BASE // _HOUR
_LEAST_MINUTES: Final = MIN_BASE // _MINUTE
_LAST_MINUTE: Final = 59


class LengthField(QWidget):
    """A length in hours and minutes, from 1 minute to 48 hours; zero cannot be typed.

    Signals:
        changed: another length stands in it.
    """

    changed = Signal()

    def __init__(self, length: timedelta, parent: QWidget) -> None:
        super().__init__(parent)
        self._given = length
        minutes = max(_LEAST_MINUTES, -(-length // _MINUTE))
        self._hours = NumberBox(self)
        self._hours.setRange(0, _MOST_HOURS)
        self._hours.setValue(minutes // 60)
        self._minutes = NumberBox(self)
        self._minutes.setRange(0, _LAST_MINUTE)
        self._minutes.setValue(minutes % 60)
        self._hours.setAccessibleName(self.tr("Hours"))
        self._minutes.setAccessibleName(self.tr("Minutes"))
        self._first_shown = self._shown()
        self._limit()
        self._hours.valueChanged.connect(self._on_changed)
        self._minutes.valueChanged.connect(self._on_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for field, unit in ((self._hours, self.tr("h")), (self._minutes, self.tr("min"))):
            row.addWidget(field)
            row.addWidget(Label(unit, parent=self))
        row.addStretch(1)
        self.setFocusProxy(self._minutes)

    def length(self) -> timedelta:
        """The length as it stands; untouched, it is the given one to the second."""
        return self._given if self._shown() == self._first_shown else self._shown()

    def set_length(self, length: timedelta) -> None:
        """Show another length, in whole minutes."""
        minutes = -(-length // _MINUTE)
        self._hours.setValue(minutes // 60)
        self._limit()
        self._minutes.setValue(minutes % 60)

    def _shown(self) -> timedelta:
        return timedelta(hours=self._hours.value(), minutes=self._minutes.value())

    def _on_changed(self) -> None:
        self._limit()
        self.changed.emit()

    def _limit(self) -> None:
        """Keep the minutes such that the whole is neither zero nor more than the longest hold."""
        hours = self._hours.value()
        lowest = 0 if hours else _LEAST_MINUTES
        highest = 0 if hours == _MOST_HOURS else _LAST_MINUTE
        self._minutes.setRange(lowest, highest)


class FactorBox(QDoubleSpinBox):
    """A factor from 1 upwards, written without needless zeros."""

    def __init__(self, factor: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(1, MAX_FACTOR)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setPrefix("× ")
        self.setValue(factor)
        self._indent()

    def textFromValue(self, value: float) -> str:
        locale = QLocale(self.locale())
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(value, "g", 4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._indent()

    def _indent(self) -> None:
        self.lineEdit().setTextMargins(px(self, GAP), 0, 0, 0)
