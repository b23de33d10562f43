"""The call card: the number in large digits, the facts, the three R's to talk about (S1-01)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...replies.calling import CallSheet
from ..case.fact_rows import Fact, FactRows
from ..delivery_words import DeliveryWords
from ..reply.focus_pane import FocusPane, Hairline
from ..theme.buttons import ActButton, PrimaryButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.marks import CheckDisc
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type, font_for, px
from ..theme.tokens import Role
from ..words import Words, visible
from .gate_letters import ReadingArea

_DIGITS: Final = 2.2  # times the base size
_NARROW: Final = 560  # below it facts and talking points stand one above the other
_TOP: Final = Qt.AlignmentFlag.AlignTop


class CallCard(FocusPane):
    """Shows what a call needs, and takes down what came of it.

    Signals:
        talked: she spoke with the customer; the reply is to be a draft again.
        nobody_answered: she called in vain.
        left: she goes back to both letters.
    """

    talked = Signal()
    nobody_answered = Signal()
    left = Signal()

    def __init__(self, words: Words, delivery: DeliveryWords, parent: QWidget) -> None:
        super().__init__(Role.RAISED, Role.BORDER, parent)
        self._words = words
        self._delivery = delivery
        self._title = Label(kind=Type.HEAD, parent=self)
        self._number = QLabel(self)
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = ActButton(self.tr("Copy the number"), Icon.COPY, parent=self)
        self._area = ReadingArea(self.tr("What to have at hand for the call"), self)
        self._facts = FactRows(self._area)
        self._points = QWidget(self._area)
        self._regret = _Point(self.tr("Regret"), self._points)
        self._responsibility = _Point(self.tr("Responsibility"), self._points)
        self._remedy = _Point(self.tr("Remedy"), self._points)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._back = ActButton(self.tr("Back to both letters"), Icon.ARROW_LEFT, parent=self)
        self._nobody = ActButton(self.tr("Nobody answered"), Icon.CROSS, parent=self)
        self._talked = PrimaryButton(
            self.tr("We talked: take the reply back"), Icon.PHONE, parent=self
        )
        self.watch(self._area)
        self._connect()
        self._lay_out()
        self._set_digits()

    def show_sheet(self, sheet: CallSheet, now: datetime) -> None:
        """Show what a call needs; the keyboard is with it, for reading."""
        name = self._words.name(sheet.customer)
        self._title.setText(self.tr("Call {name}").format(name=name))
        self._number.setText(visible(sheet.number))
        self._number.setAccessibleName(self.tr("Number: {number}").format(number=sheet.number))
        self._facts.show_facts(self._fact_rows(sheet, self._words.today(now)))
        otherwise = self.tr("Not in your letter. Say it in your own words.")
        for point, said in (
            (self._regret, sheet.regret),
            (self._responsibility, sheet.responsibility),
            (self._remedy, sheet.remedy),
        ):
            point.show_words(said, otherwise)
        self._area.verticalScrollBar().setValue(0)

    def focus_text(self) -> None:
        """Give the keyboard to the card, for reading."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        is_narrow = self.width() < px(self, _NARROW)
        self._halves.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_digits()

    def _set_digits(self) -> None:
        font = font_for(self.font(), Type.STRONG, tabular=True)
        font.setPointSizeF(self.font().pointSizeF() * _DIGITS)
        self._number.setFont(font)

    def _fact_rows(self, sheet: CallSheet, today: date) -> tuple[Fact, ...]:
        at, delivery = sheet.their_time, sheet.delivery
        verdict = str(self._delivery.verdict(delivery)) if delivery else ""
        return (
            Fact(self.tr("Book"), "\n".join(visible(title) for title in sheet.titles)),
            Fact(self.tr("Order"), sheet.order_number, is_number=True),
            Fact(
                self.tr("Posted"),
                self._words.long_day(sheet.posted_on, today) if sheet.posted_on else "",
            ),
            Fact(self.tr("Parcel"), verdict),
            Fact(self.tr("Their time"), f"{at:%H:%M}" if at else ""),
        )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number.text())

    def _connect(self) -> None:
        self._copy.clicked.connect(self._on_copy)
        self._back.clicked.connect(self.left)
        self._nobody.clicked.connect(self.nobody_answered)
        self._talked.confirmed.connect(self.talked)

    def _lay_out(self) -> None:
        top = QWidget(self)
        line = FlowLayout(top, PADDING + GAP, GAP)
        line.addWidget(self._number)
        line.addWidget(self._copy)
        points = QVBoxLayout(self._points)
        points.setContentsMargins(0, 0, 0, 0)
        points.setSpacing(PADDING)
        points.addWidget(Label(self.tr("To talk about"), Type.STRONG, Tone.MUTED, self._points))
        for point in (self._regret, self._responsibility, self._remedy):
            points.addWidget(point)
        points.addStretch(1)
        halves = QWidget(self._area)
        halves.setLayout(self._halves)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(PADDING * 2)
        self._halves.addWidget(self._facts, stretch=1, alignment=_TOP)
        self._halves.addWidget(self._points, stretch=1)
        self._area.fill(halves)
        foot = QHBoxLayout()
        others = QWidget(self)
        flow = FlowLayout(others, GAP, GAP)
        for button in (self._back, self._nobody):
            flow.addWidget(button)
        foot.addWidget(others, stretch=1)
        foot.addWidget(self._talked)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING + GAP, PADDING * 2, PADDING + GAP)
        column.setSpacing(PADDING)
        column.addWidget(self._title)
        column.addWidget(top)
        column.addWidget(Hairline(parent=self))
        column.addWidget(self._area, stretch=1)
        column.addLayout(foot)


class _Point(QWidget):
    """One of the three R's with the sentence of the letter that says it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._disc = CheckDisc(self)
        self._words = Label(kind=Type.LETTER, parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._disc, 0, 0, _TOP)
        grid.addWidget(Label(name, Type.STRONG, parent=self), 0, 1)
        grid.addWidget(self._words, 1, 1)

    def show_words(self, said: str, otherwise: str) -> None:
        """Show the sentence, or what to do where there is none."""
        self._words.setText(said or otherwise)
        self._disc.set_earned(bool(said), f"{self._name}: {said or otherwise}")

    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text()
