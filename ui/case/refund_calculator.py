"""The refund calculator of the money card: a few choices, and what comes of them at once.

It works sums out; nothing is paid or sent by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from ...replies.compose.refund_block import refund_block, refund_line
from ...replies.orders.refunds import (
    CameBack,
    Part,
    Refund,
    RefundLine,
    RefundWish,
    ReturnPolicy,
    can_reckon,
    work_out,
)
from ..theme.buttons import ActButton
from ..theme.fields import NumberBox, SumBox
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictColumn
from ..theme.sheet import Tone
from ..theme.sizes import GAP, Type, px
from ..words import visible
from . import sources
from .fact_rows import LABEL_WIDTH, Fact, FactRows
from .money_words import money
from .order_view import OrderView
from .refund_words import back_names, cause_names, cause_of, line_name, note_of

_MOST_PERCENT: Final = 100
_ALL: Final = -1
_SHORTEST: Final = 10  # letters that a list shows at least


class RefundCalculator(QWidget):
    """Works a refund out while its fields are changed; folded until it is wanted.

    Signals:
        copied: carries what was put on the clipboard.
        insert_wanted: carries the words that are to stand in the reply.
        folded: the form was opened or put away.
    """

    copied = Signal(str)
    insert_wanted = Signal(str)
    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: OrderView | None = None
        self._policy = ReturnPolicy()
        self._refund: Refund | None = None
        self._open = ActButton(self.tr("Work out a refund"), Icon.COIN, parent=self)
        self._open.setCheckable(True)
        self._form = QWidget(self)
        self._fields()
        self.result = FactRows(self._form)
        self.result.copied.connect(self.copied)
        self.result.insert_wanted.connect(self.insert_wanted)
        self._notes = VerdictColumn(self._form)
        self._insert = ActButton(self.tr("Put it into the reply"), Icon.PENCIL, parent=self._form)
        self._copy = ActButton(self.tr("Copy"), Icon.COPY, parent=self._form)
        self._lay_out()
        self._connect()
        self._form.hide()

    @property
    def refund(self) -> Refund | None:
        """What was worked out, None while the form is folded."""
        return self._refund if self._open.isChecked() else None

    @property
    def block(self) -> str:
        """The breakdown in the language of the letter, "" where there is none.

        Nothing of an order that is not confirmed goes into a reply.
        """
        if self.refund is None or self._view is None or not self._view.file.is_confirmed:
            return ""
        return refund_block(self.refund, self._view.language)

    def set_policy(self, policy: ReturnPolicy) -> None:
        """Reckon by these terms of the seller's."""
        self._policy = policy
        self._fee.setValue(policy.restocking)
        self._renew()

    def show_order(self, view: OrderView) -> None:
        """Reckon for an order; for another one than before, its letter says how to begin."""
        is_other = self._view is None or self._view.file.id != view.file.id
        self._view = view
        self.setVisible(_may_reckon(view))
        if is_other:
            self._begin(view)
        self._renew()

    def unfold(self) -> None:
        """Open the form and put the cursor into it."""
        self._open.setChecked(True)
        self._cause.setFocus()

    def _begin(self, view: OrderView) -> None:
        self._open.setChecked(False)
        self.result.show_facts(())
        self._cause.setCurrentIndex(self._cause.findData(cause_of(view.kind)))
        self._back.setCurrentIndex(0)
        self._part.setValue(_MOST_PERCENT)
        self._fee.setValue(self._policy.restocking)
        self._paid.set_currency(view.order.currency or "")
        self._paid.setValue(0)
        self._books.clear()
        self._books.addItem(self.tr("The whole order"), _ALL)
        for place, line in enumerate(view.order.items):
            self._books.addItem(visible(line.title), place)
        self._show_row(self._books, is_shown=len(view.order.items) > 1)

    def _renew(self) -> None:
        view = self._view
        if view is not None and not view.file.is_confirmed:
            self._refund = None
            self.result.show_facts(())
        if view is None or not self._open.isChecked() or not _may_reckon(view):
            return
        has_come = self._back.currentData() is not CameBack.NOTHING
        book = self._books.currentData()
        self._show_row(self._paid, is_shown=has_come)
        self._show_row(self._fee, is_shown=has_come)
        wish = RefundWish(
            cause=self._cause.currentData(),
            back=self._back.currentData(),
            books=None if book == _ALL else (book,),
            part=Decimal(self._part.value()),
            way_back=self._paid.amount(),
            fee=Decimal(self._fee.value()),
        )
        self._refund = work_out(view.order, wish, self._policy)
        self.result.show_facts(self._facts(view, self._refund))
        self._notes.show_lines(
            [
                (icon, role, "", text)
                for icon, role, text in (
                    note_of(note, self._refund) for note in self._refund.notes
                )
            ]
        )
        for button in (self._insert, self._copy):
            button.setEnabled(bool(self.block))

    def _facts(self, view: OrderView, refund: Refund) -> Iterable[Fact]:
        is_one = len(view.order.items) == 1
        number = 0
        for line in refund.lines:
            number += line.part is Part.BOOK
            place = 0 if is_one else self._number(line, number)
            yield Fact(
                line_name(line, place),
                self._sum(line, refund.currency),
                source=self._source(line, view, refund),
                for_reply=refund_line(line, refund.currency, view.language),
            )
        yield Fact(
            self.tr("Together"),
            money(refund.total, refund.currency),
            is_strong=True,
            is_number=True,
            source=sources.from_rule(refund.rule),
            for_reply=self.block,
        )

    def _number(self, line: RefundLine, number: int) -> int:
        """The number of a book among the order's."""
        chosen: int = self._books.currentData()
        return number if line.part is not Part.BOOK or chosen == _ALL else chosen + 1

    def _sum(self, line: RefundLine, currency: str) -> str:
        shown = money(abs(line.amount), currency)
        shown = f"\N{MINUS SIGN}{shown}" if line.amount < 0 else shown
        if line.percent is None:
            return shown
        percent = f"{line.percent.normalize():f}"
        return f"{shown} ({percent} %)"

    def _source(self, line: RefundLine, view: OrderView, refund: Refund) -> str:
        if line.part is Part.CARD_COST:
            return self.tr("From your own terms in Preferences")
        if line.is_ruled:
            return sources.from_rule(refund.rule)
        return sources.from_order(view.order)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self._form.setVisible(is_open)
        self._renew()
        self.folded.emit()

    def _on_insert(self) -> None:
        if self.block:
            self.insert_wanted.emit(self.block)

    def _on_copy(self) -> None:
        if self.block:
            QGuiApplication.clipboard().setText(self.block)
            self.copied.emit(self.block)

    def _fields(self) -> None:
        form = self._form
        self._cause, self._back, self._books = QComboBox(form), QComboBox(form), QComboBox(form)
        for combo, names in ((self._cause, cause_names()), (self._back, back_names())):
            for value, name in names.items():
                combo.addItem(name, value)
        for combo in (self._cause, self._back, self._books):
            combo.setMinimumContentsLength(_SHORTEST)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._part, self._fee = NumberBox(form), NumberBox(form)
        self._part.setRange(1, _MOST_PERCENT)
        self._fee.setRange(0, _MOST_PERCENT)
        for box in (self._part, self._fee):
            box.setSuffix(" %")
        self._paid = SumBox(form)
        for field in (self._part, self._fee, self._paid):
            field.setMinimumWidth(1)  # else the widest number decides how wide the panel is

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Cause"), self._cause),
            (self.tr("Came back"), self._back),
            (self.tr("Which"), self._books),
            (self.tr("Part of price"), self._part),
            (self.tr("Fee"), self._fee),
            (self.tr("Way back"), self._paid),
        )
        for place, (caption, field) in enumerate(rows):
            label = Label(caption, Type.BODY, Tone.MUTED, self._form)
            label.setMinimumWidth(px(self, LABEL_WIDTH))
            label.setBuddy(field)
            field.setAccessibleName(caption)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        note = self.tr("A reckoning only: nothing is paid or sent by it.")
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(*(GAP // 2,) * 4)  # room for the focus ring
        inner.setSpacing(GAP)
        inner.addLayout(grid)
        inner.addWidget(self.result)
        inner.addWidget(self._notes)
        inner.addWidget(self._insert)
        inner.addWidget(self._copy)
        inner.addWidget(Label(note, Type.SMALL, Tone.MUTED, self._form))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._open)
        column.addWidget(self._form)

    def _show_row(self, field: QWidget, *, is_shown: bool) -> None:
        row = self._grid.getItemPosition(self._grid.indexOf(field))[0]  # type: ignore[index]
        for column in (0, 1):
            item = self._grid.itemAtPosition(row, column)
            if item is not None and (part := item.widget()) is not None:
                part.setVisible(is_shown)

    def _connect(self) -> None:
        self._open.toggled.connect(self._on_toggled)
        for combo in (self._cause, self._back, self._books):
            combo.currentIndexChanged.connect(self._renew)
        for box in (self._part, self._fee):
            box.valueChanged.connect(self._renew)
        self._paid.valueChanged.connect(self._renew)
        self._insert.clicked.connect(self._on_insert)
        self._copy.clicked.connect(self._on_copy)


def _may_reckon(view: OrderView) -> bool:
    """Whether a refund can be worked out: nothing is, while mail alone knows the order (S0-32)."""
    return view.file.is_confirmed and can_reckon(view.order)
