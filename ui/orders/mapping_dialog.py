"""What the columns of an unknown file are: asked once, with the first rows in view."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...replies.orders.importing.layouts import folded
from ...replies.orders.importing.mapped import (
    NEEDED,
    ColumnMapping,
    Field,
    Table,
    guess_columns,
    guess_day_first,
    lacks_currency,
)
from ...replies.orders.order import Marketplace
from ..theme.buttons import ActButton, PrimaryButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px, window_size
from ..words import MARKETPLACES, visible
from .text_table import TextTableModel, fit_columns, plain_table

_SIZE: Final = (880, 620)
_PREVIEW: Final = 188
_SAMPLE_CHARS: Final = 24
_COMBO_CHARS: Final = 18
_FIELD_COLUMNS: Final = 2


class MappingDialog(QDialog):
    """Asks for the column of each field, with a good guess in every list.

    With a mapping that is remembered, it changes that one.

    Signals:
        mapping_given: carries the ColumnMapping.
    """

    mapping_given = Signal(object)

    def __init__(
        self, table: Table, parent: QWidget | None = None, known: ColumnMapping | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What are these columns?"))
        self._table = table
        self._lists: dict[Field, QComboBox] = {}
        self._name = QLineEdit(Path(table.name).stem, self)
        self._marketplace = QComboBox(self)
        self._dates = QComboBox(self)
        self._problem = Label("", Type.BODY, Tone.WARNING, self)
        done = self.tr("Import") if known is None else self.tr("Keep")
        leave = self.tr("Leave this file out") if known is None else self.tr("Cancel")
        self._import = PrimaryButton(done, Icon.CHECK, parent=self)
        self._cancel = ActButton(leave, Icon.CROSS, parent=self)
        self._import.confirmed.connect(self._on_confirmed)
        self._import.refused.connect(self._lead_to_problem)
        self._fill_choices()
        self._lay_out()
        self._check()
        parts = (*self._lists.values(), self._name, self._marketplace, self._dates)
        for one, other in pairwise((*parts, self._cancel, self._import)):
            self.setTabOrder(one, other)
        parts[0].setFocus()
        self.resize(window_size(self, *_SIZE))

    def mapping(self) -> ColumnMapping:
        """What is chosen now."""
        return ColumnMapping(
            name=visible(self._name.text()) or Path(self._table.name).stem,
            header=self._table.columns,
            columns=self._columns(),
            marketplace=Marketplace(self._marketplace.currentData()),
            day_first=bool(self._dates.currentData()),
        )

    def _columns(self) -> dict[Field, str]:
        return {
            field: str(box.currentData())
            for field, box in self._lists.items()
            if box.currentData()
        }

    def _fill_choices(self) -> None:
        self._name.setAccessibleName(self.tr("Name of this kind of file"))
        self._marketplace.setAccessibleName(self.tr("Where the orders were placed"))
        self._dates.setAccessibleName(self.tr("How days are written"))
        self._marketplace.addItem(self.tr("Your own shop"), Marketplace.OWN.value)
        for marketplace, name in MARKETPLACES.items():
            self._marketplace.addItem(name, marketplace.value)
        self._dates.addItem(self.tr("Month first: 11/3/2026"), False)  # noqa: FBT003 - Qt's
        self._dates.addItem(self.tr("Day first: 3/11/2026"), True)  # noqa: FBT003 - Qt's
        is_day_first = guess_day_first(self._table.rows, self._table.columns)
        if self._known is not None:
            is_day_first = self._known.day_first
            place = self._marketplace.findData(self._known.marketplace.value)
            self._marketplace.setCurrentIndex(max(place, 0))
        self._dates.setCurrentIndex(int(bool(is_day_first)))

    def _lay_out(self) -> None:
        text = self.tr(
            "{file} is of a kind that is not known yet. Say what its columns are; files with the "
            "same columns are then read by themselves."
        )
        if self._known is not None:
            text = self.tr(
                "What the columns of {file} are. Files that are imported from now on are read so; "
                "import one again to mend its orders."
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(Label(text.format(file=visible(self._table.name)), parent=self))
        if self._table.rows:
            column.addWidget(self._made_preview())
        column.addWidget(self._made_fields(), stretch=1)
        column.addLayout(self._made_settings())
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        self._cancel.clicked.connect(self.reject)
        foot.addWidget(self._problem, stretch=1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._import)
        column.addLayout(foot)

    def _made_preview(self) -> QWidget:
        preview = plain_table(self.tr("The first rows of the file"), self)
        preview.setModel(TextTableModel(self._table.columns, self._table.rows, preview))
        fit_columns(preview)
        preview.setFixedHeight(px(self, _PREVIEW))
        return preview

    def _made_fields(self) -> QWidget:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fields = QWidget(area)
        dress(fields, ground=Ground.WINDOW)
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setHorizontalSpacing(PADDING)
        grid.setVerticalSpacing(GAP // 2)
        guessed = guess_columns(self._table.columns)
        if self._known is not None:
            spelt = {folded(name): name for name in self._table.columns}
            said = self._known.columns.items()
            guessed = {of: spelt.get(folded(name), name) for of, name in said}
        names = self._names()
        half = -(-len(names) // _FIELD_COLUMNS)
        for place, (field, name) in enumerate(names.items()):
            line, side = place % half, place // half * 2
            shown = self.tr("{field} (needed)").format(field=name) if field in NEEDED else name
            label = Label(shown, Type.BODY, None if field in NEEDED else Tone.MUTED, fields)
            box = self._made_list(name, guessed.get(field), fields)
            label.setBuddy(box)
            self._lists[field] = box
            grid.addWidget(label, line, side)
            grid.addWidget(box, line, side + 1)
            grid.setColumnStretch(side + 1, 1)
        area.setWidget(fields)
        return area

    def _made_list(self, name: str, guess: str | None, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        box.setAccessibleName(name)
        box.setMinimumContentsLength(_COMBO_CHARS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.addItem(self.tr("not in this file"), "")
        for place, column in enumerate(self._table.columns):
            if not column:
                continue
            cells = (row[place] for row in self._table.rows if place < len(row))
            sample = visible(next((cell for cell in cells if cell), ""))[:_SAMPLE_CHARS]
            box.addItem(f"{visible(column)}: {sample}" if sample else visible(column), column)
        box.setCurrentIndex(max(box.findData(guess or ""), 0))
        box.currentIndexChanged.connect(self._check)
        return box

    def _made_settings(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for text, part in (
            (self.tr("Call it"), self._name),
            (self.tr("Placed at"), self._marketplace),
            (self.tr("Dates"), self._dates),
        ):
            label = Label(text, Type.BODY, Tone.MUTED, self)
            label.setWordWrap(False)
            row.addWidget(label)
            row.addWidget(part, stretch=1)
        return row

    def _check(self) -> None:
        names = self._names()
        lacking = [names[field] for field in NEEDED if not self._lists[field].currentData()]
        problem = ""
        if lacking:
            problem = self.tr("Choose the column of: {field}.").format(field=lacking[0])
        elif twice := self._given_twice():
            problem = self.tr("{column} is chosen twice.").format(column=visible(twice))
        self._problem.setText(problem or self._doubt())
        self._import.set_allowed(not problem, problem)

    def _doubt(self) -> str:
        """What the orders will lack, where that is easily overlooked."""
        if lacks_currency(self._table, self._columns()):
            return self.tr(
                "Nothing names the currency: sums are shown without one, and no refund can be "
                "worked out."
            )
        return ""

    def _given_twice(self) -> str:
        chosen = [str(box.currentData()) for box in self._lists.values() if box.currentData()]
        return next((column for column in chosen if chosen.count(column) > 1), "")

    def _lead_to_problem(self) -> None:
        twice = self._given_twice()
        wrong = [
            box
            for field, box in self._lists.items()
            if (field in NEEDED and not box.currentData())
            or (twice and box.currentData() == twice)
        ]
        wrong[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_confirmed(self) -> None:
        self.mapping_given.emit(self.mapping())
        self.accept()

    def _names(self) -> dict[Field, str]:
        return {
            Field.ORDER_ID: self.tr("Order number"),
            Field.ORDERED_AT: self.tr("Bought on"),
            Field.TITLE: self.tr("Title"),
            Field.AMOUNT: self.tr("Price of the line"),
            Field.QTY: self.tr("Copies"),
            Field.CONDITION: self.tr("Condition"),
            Field.ISBN: self.tr("ISBN"),
            Field.SKU: self.tr("SKU"),
            Field.SHIPPING: self.tr("Postage paid"),
            Field.TAX: self.tr("Tax"),
            Field.TOTAL: self.tr("Total paid"),
            Field.CURRENCY: self.tr("Currency"),
            Field.REFUNDED: self.tr("Paid back"),
            Field.STATUS: self.tr("Status"),
            Field.BUYER: self.tr("Buyer"),
            Field.EMAIL: self.tr("Buyer's mail"),
            Field.USERNAME: self.tr("User name"),
            Field.RECIPIENT: self.tr("Recipient"),
            Field.STREET1: self.tr("Street"),
            Field.STREET2: self.tr("Street, second line"),
            Field.CITY: self.tr("Town"),
            Field.REGION: self.tr("State or county"),
            Field.POSTAL: self.tr("Postal code"),
            Field.COUNTRY: self.tr("Country"),
            Field.SERVICE: self.tr("Service paid for"),
            Field.SHIP_BY: self.tr("To be posted by"),
            Field.SHIPPED_AT: self.tr("Posted on"),
            Field.TRACKING: self.tr("Tracking number"),
        }
