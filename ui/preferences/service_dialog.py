"""The figures of one carrier service: the window, the claim line, and where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...replies.errors import PreferenceError
from ...replies.orders.own_services import LONGEST_TEXT, MOST_DAYS, OwnService, checked_service
from ...replies.orders.services import Unit, known_calendars
from ..languages import said
from ..theme.buttons import ActButton, PrimaryButton, foot_of
from ..theme.fields import NumberBox
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px
from ..theme.tokens import Role

_WIDTH: Final = 460


class ServiceDialog(QDialog):
    """Asks for the figures of a service; what cannot be is said, and nothing is kept of it.

    Signals:
        service_given: carries the OwnService.
    """

    service_given = Signal(object)

    def __init__(
        self,
        own: OwnService,
        others: Sequence[str],
        today: date,
        parent: QWidget | None = None,
        *,
        is_ours: bool,
    ) -> None:
        """Lay the fields out.

        Args:
            own: the figures to begin with; without a name for another service.
            others: the names of all other services.
            today: the day on which the figures are looked at.
            parent: the page.
            is_ours: it is a service of the program, whose name and calendar stay.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._own, self._others, self._today, self._is_ours = own, others, today, is_ours
        self.setWindowTitle(
            self.tr("Figures of {service}").format(service=own.name)
            if own.name
            else self.tr("Another service")
        )
        dress(self, ground=Ground.WINDOW)
        self._name = QLineEdit(own.name, self)
        self._name.setMaxLength(LONGEST_TEXT)
        self._earliest, self._latest = NumberBox(self), NumberBox(self)
        self._lost = NumberBox(self)
        for box, value in (
            (self._earliest, own.earliest),
            (self._latest, own.latest),
            (self._lost, own.lost_after or 0),
        ):
            box.setRange(0, MOST_DAYS)
            box.setValue(value)
        self._lost.setSpecialValueText(self.tr("never"))
        self._unit = QComboBox(self)
        self._unit.addItem(self.tr("business days"), Unit.DELIVERY_DAYS)
        self._unit.addItem(self.tr("days"), Unit.CALENDAR_DAYS)
        self._unit.setCurrentIndex(self._unit.findData(own.unit))
        self._calendar = QComboBox(self)
        self._fill_calendars()
        self._source = QLineEdit("" if is_ours and not own.source else own.source, self)
        self._source.setMaxLength(LONGEST_TEXT)
        self._problem = VerdictLine(self)
        self._problem.hide()
        self._cancel = ActButton(self.tr("Cancel"), parent=self)
        self._keep = PrimaryButton(self.tr("Use these figures"), Icon.CHECK, parent=self)
        self._keep.setDefault(True)
        self._lay_out()
        self._cancel.clicked.connect(self.reject)
        self._keep.confirmed.connect(self._on_keep)

    def problem(self) -> str:
        """What stands against the figures, "" where nothing does."""
        return self._problem.text() if self._problem.isVisibleTo(self) else ""

    def _given(self) -> OwnService:
        return replace(
            self._own,
            name=self._own.name if self._is_ours else self._name.text(),
            earliest=self._earliest.value(),
            latest=self._latest.value(),
            unit=self._unit.currentData(),
            lost_after=self._lost.value() or None,
            source=self._source.text(),
            checked=self._today,
            calendar=self._own.calendar if self._is_ours else self._calendar.currentData(),
        )

    def _on_keep(self) -> None:
        try:
            given = checked_service(self._given(), self._others)
        except PreferenceError as error:
            self._problem.show_verdict(Icon.WARNING, Role.ERROR, "", said(error))
            self._problem.show()
            self.adjustSize()
            return
        self.service_given.emit(given)
        self.accept()

    def _fill_calendars(self) -> None:
        names = {
            "usps": self.tr("USA, Saturdays count (USPS)"),
            "weekdays-us": self.tr("USA, Monday to Friday"),
            "ups": self.tr("USA, Monday to Friday, few holidays (UPS)"),
            "royal-mail": self.tr("United Kingdom, Monday to Friday"),
            "deutsche-post": self.tr("Germany, Saturdays count"),
        }
        for name in known_calendars():
            self._calendar.addItem(names.get(name, name), name)
        self._calendar.addItem(self.tr("Monday to Friday, without holidays"), "")
        self._calendar.setCurrentIndex(max(0, self._calendar.findData(self._own.calendar)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING, PADDING * 2, PADDING)
        column.setSpacing(GAP)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._earliest)
        row.addWidget(Label(self.tr("to"), parent=self))
        row.addWidget(self._latest)
        row.addWidget(self._unit)
        row.addStretch(1)
        self._earliest.setAccessibleName(self.tr("First day of the window"))
        self._latest.setAccessibleName(self.tr("Last day of the window"))
        self._unit.setAccessibleName(self.tr("What the window counts"))
        fields: list[tuple[str, QWidget]] = [
            (self.tr("The parcel arrives within"), self._earliest),
            (self.tr("Counts as lost after so many days"), self._lost),
            (self.tr("Where you have this from"), self._source),
        ]
        if self._is_ours:
            self._name.hide()
            self._calendar.hide()
        else:
            fields.insert(0, (self.tr("Name, as your order files write it"), self._name))
            fields.insert(2, (self.tr("Days on which it delivers"), self._calendar))
        for caption, field in fields:
            label = Label(caption, Type.STRONG, parent=self)
            label.setBuddy(field)
            column.addWidget(label)
            if field is self._earliest:
                column.addLayout(row)
            else:
                field.setAccessibleName(caption)
                column.addWidget(field)
        note = self.tr(
            "Days are counted from the day after posting. Today is noted as the day on which you "
            "checked these figures."
        )
        column.addWidget(Label(note, Type.SMALL, Tone.MUTED, self))
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addLayout(foot_of(self._cancel, self._keep))
        self.setMinimumWidth(px(self, _WIDTH))
        (self._earliest if self._is_ours else self._name).setFocus()
