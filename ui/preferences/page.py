"""A page of settings: a heading, a sentence, and fields under their captions."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ..theme.fields import may_shrink
from ..theme.flow import FlowLayout
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type


class Page(QWidget):
    """Sets fields below each other."""

    def __init__(self, title: str, intro: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PADDING * 2, PADDING, PADDING * 2, PADDING)
        self._column.setSpacing(GAP)
        self._column.addWidget(Label(title, Type.HEAD, parent=self))
        self._column.addWidget(Label(intro, tone=Tone.MUTED, parent=self))
        self._column.addSpacing(GAP)

    def add_field(self, caption: str, field: QWidget) -> None:
        """Set a field under its caption."""
        label = Label(caption, Type.STRONG, parent=self)
        label.setBuddy(field)
        field.setAccessibleName(caption)
        if isinstance(field, QComboBox):
            may_shrink(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._column.addSpacing(GAP)
        if self.focusProxy() is None:
            self.setFocusProxy(field)

    def add_choice(self, choice: QWidget, note: str) -> Label:
        """Set a choice that says itself what it is, and under it a note, which is returned."""
        label = Label(note, Type.SMALL, Tone.MUTED, self)
        self._column.addWidget(choice)
        self._column.addWidget(label)
        if self.focusProxy() is None:
            self.setFocusProxy(choice)
        return label

    def add_row(self, *buttons: QWidget) -> None:
        """Set buttons side by side, or in lines where there is little room."""
        row = FlowLayout(gap=GAP, line_gap=GAP)
        for button in buttons:
            row.addWidget(button)
        self._column.addLayout(row)

    def end(self) -> None:
        """Leave the rest of the page free."""
        self._column.addStretch(1)
