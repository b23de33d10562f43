"""The small card at the place of a finding: what it is, why, and the two ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...replies.tone.finding import Finding, Severity
from ...replies.tone.gatekeeping import may_be_dismissed
from ..theme.buttons import ActButton, IconButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, KeyHint, Label, Sign
from ..theme.sheet import Ground, Look, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px
from .floating import cast_shadow
from .severity_sign import SEVERITY_ICONS, SEVERITY_TONES
from .tone_highlighter import SEVERITY_ROLES

_WIDTH: Final = 396
_LONGEST_REPAIR: Final = 26  # letters of a repair that its button shows; more stand above it
_LONGEST_REASON: Final = 200


@dataclass(frozen=True, slots=True)
class FindingKeys:
    """The keys that the card names, as the seller's keyboard is labelled."""

    repair: str = "Alt Enter"
    dismiss: str = "Ctrl F8"
    following: str = "F8"


class FindingCard(QFrame):
    """Says what is wrong at a place and offers the repair, or to leave it with a reason.

    Signals:
        repair_wanted: put the repair in, that with this number.
        dismissed: carries the reason why it may stay.
        closed: nothing was decided.
    """

    repair_wanted = Signal(int)
    dismissed = Signal(str)
    closed = Signal()

    def __init__(self, keys: FindingKeys, parent: QWidget) -> None:
        super().__init__(parent)
        self._following = keys.following
        dress(self, ground=Ground.FLOATING)
        cast_shadow(self)
        self._sign = Sign(Icon.INFO, parent=self)
        self._title = Label(kind=Type.STRONG, parent=self)
        self._close = IconButton(Icon.CROSS, self.tr("Close"), parent=self)
        self._why = Label(parent=self)
        self._proposal = Label(parent=self)
        self._repair = ActButton("", parent=self)
        self._days = QWidget(self)
        self._day_row = FlowLayout(self._days)
        self._day_buttons: list[_DayButton] = []
        self._repair_key = KeyHint(keys.repair, self)
        self._dismiss = ActButton(self.tr("Leave it…"), look=Look.QUIET, parent=self)
        self._dismiss_key = KeyHint(keys.dismiss, self)
        self._place = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._reason = QLineEdit(self)
        self._keep = ActButton(self.tr("Leave it"), parent=self)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        self._ways = QStackedWidget(self)
        self._choices = QWidget(self._ways)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self._repair.clicked.connect(self._on_repair_pressed)
        self._dismiss.clicked.connect(self.ask_for_reason)
        self._keep.clicked.connect(self._on_reason_given)
        self._reason.textChanged.connect(self._on_reason_changed)
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether the reason is being typed."""
        return self._ways.currentIndex() == 1

    def show_finding(
        self,
        finding: Finding,
        title: str,
        place: str,
        *,
        has_next: bool = True,
        other_days: Sequence[str] = (),
    ) -> None:
        """Show a finding under its title; `place` says which it is of how many.

        Args:
            other_days: by which the repair could promise what it promises, each a further repair.
        """
        self._sign.set_icon(SEVERITY_ICONS[finding.severity], SEVERITY_ROLES[finding.severity][0])
        self._title.setText(title)
        dress(self._title, tone=SEVERITY_TONES[finding.severity])
        self._why.setText(finding.message)
        has_repair = finding.repair is not None
        self._repair.setText(self._repair_text(finding))
        self._show_proposal(finding.repair or "")
        self._show_days(other_days)
        self._repair.setVisible(has_repair)
        self._repair_key.setVisible(has_repair)
        has_choice = may_be_dismissed(finding)
        self._dismiss.setVisible(has_choice)
        self._dismiss_key.setVisible(has_choice)
        self._place.setText(self._place_text(finding, place, has_next=has_next))
        self._rows[has_choice].addWidget(self._place, stretch=1)
        self._reason.clear()
        self._ways.setCurrentIndex(0)
        self.setAccessibleName(title)
        self.setAccessibleDescription(finding.message)
        self.show()
        self.raise_()

    def ask_for_reason(self) -> None:
        """Ask why the words may stay; without a reason nothing is set aside."""
        if self._dismiss.isVisibleTo(self):
            self._ways.setCurrentIndex(1)
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit(self, width: int, height: int) -> QSize:
        """The size that the card takes where this much room is free.

        In a low sheet it is as wide as it may be, then leaves out the further days, then the
        reason: its title stays, and so do the words that would be put in.
        """
        self._days.setVisible(bool(self._day_buttons))
        self._why.show()
        wanted = min(width, px(self, _WIDTH))
        if self.heightForWidth(wanted) > height:
            wanted = width
        for part in (self._days, self._why):
            if self._height_for(wanted) > height:
                part.hide()
        return QSize(wanted, self._height_for(wanted))

    def _height_for(self, width: int) -> int:
        for widget in (self._choices, self._ways, self):  # each tells the one that it lies in
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        return self.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_asking:
            if not event.isAutoRepeat():
                self._on_reason_given()
        else:
            super().keyPressEvent(event)

    def move_to(self, corner: QPoint, size: QSize) -> None:
        """Stand there."""
        self.setGeometry(corner.x(), corner.y(), size.width(), size.height())

    def _show_proposal(self, repair: str) -> None:
        """Words that no button holds stand above it, to be read before they are put in."""
        line = " ".join(repair.split())
        self._proposal.setText(self.tr("“{text}”").format(text=line))
        self._proposal.setVisible(len(line) > _LONGEST_REPAIR)

    def _show_days(self, days: Sequence[str]) -> None:
        for old in self._day_buttons:
            self._day_row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._day_buttons = [_DayButton(n, day, self._days) for n, day in enumerate(days, 1)]
        for button, day in zip(self._day_buttons, days, strict=True):
            button.setAccessibleName(self.tr("By {day} instead").format(day=day))
            button.chosen.connect(self.repair_wanted)
            self._day_row.addWidget(button)
        self._days.setVisible(bool(days))

    def _on_repair_pressed(self) -> None:
        self.repair_wanted.emit(0)

    def _on_reason_changed(self, reason: str) -> None:
        self._keep.setEnabled(bool(reason.strip()))

    def _on_reason_given(self) -> None:
        if reason := self._reason.text().strip():
            self.dismissed.emit(reason)

    def _repair_text(self, finding: Finding) -> str:
        if not finding.repair:
            return self.tr("Take it out")
        line = " ".join(finding.repair.split())
        if len(line) > _LONGEST_REPAIR:
            return self.tr("Put the repair in")
        return self.tr("Put “{text}”").format(text=line).replace("&", "&&")

    def _place_text(self, finding: Finding, place: str, *, has_next: bool) -> str:
        if finding.severity is Severity.ADVICE:
            place = self.tr("advice, {place}").format(place=place)
        if not (self._following and has_next):
            return place
        return self.tr("{place}, {key} next").format(place=place, key=self._following)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._sign)
        head.addWidget(self._title, stretch=1)
        head.addWidget(self._close)
        ways = QVBoxLayout(self._choices)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(GAP // 2)
        for row in self._rows:
            row.setSpacing(GAP)
            ways.addLayout(row)
        ways.insertWidget(1, self._days)
        _fill(self._rows[0], self._repair, self._repair_key)
        _fill(self._rows[1], self._dismiss, self._dismiss_key)
        self._reason.setPlaceholderText(self.tr("Why may it stay?"))
        self._reason.setAccessibleName(self.tr("Why may it stay?"))
        self._reason.setMaxLength(_LONGEST_REASON)
        self._keep.setEnabled(False)
        asking = QWidget(self)
        field = QHBoxLayout(asking)
        field.setContentsMargins(0, 0, 0, 0)
        field.setSpacing(GAP)
        field.addWidget(self._reason, stretch=1)
        field.addWidget(self._keep)
        self._ways.addWidget(self._choices)
        self._ways.addWidget(asking)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._why)
        column.addWidget(self._proposal)
        column.addWidget(self._ways)


class _DayButton(ActButton):
    """Another day by which the repair may promise something.

    Signals:
        chosen: carries the number of the repair.
    """

    chosen = Signal(int)

    def __init__(self, number: int, day: str, parent: QWidget) -> None:
        super().__init__(day, parent=parent)
        self._number = number
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._number)


def _fill(row: QHBoxLayout, *parts: QWidget) -> None:
    for part in parts:
        part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(part)
    row.addStretch(0)
