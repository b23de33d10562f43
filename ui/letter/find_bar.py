"""Finding words in the letter that is read."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ..theme.buttons import IconButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, px

_WIDTH: Final = 240
_SETTLE_MS: Final = 120


class FindBar(QWidget):
    """A line to type what is sought, the count, and steps between the places.

    Signals:
        sought: carries what was typed; "" when the bar goes away.
        stepped: carries 1 for the next place, -1 for the one before.
        left: the bar went away.
    """

    sought = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _Field(self)
        self.field.setPlaceholderText(self.tr("Find in this letter"))
        self.field.setAccessibleName(self.tr("Find in this letter"))
        self.field.setClearButtonEnabled(True)
        self._count = Label("", Type.SMALL, Tone.MUTED, self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_SETTLE_MS)
        self._typing.timeout.connect(self._on_typed)
        back = IconButton(Icon.CHEVRON_LEFT, self.tr("Previous place"), parent=self)
        on = IconButton(Icon.CHEVRON_RIGHT, self.tr("Next place"), parent=self)
        away = IconButton(Icon.CROSS, self.tr("Stop finding"), parent=self)
        back.clicked.connect(self._on_back)
        on.clicked.connect(self._on_next)
        away.clicked.connect(self.leave)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.entered.connect(self.step)
        self.field.escaped.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, GAP // 2, PADDING, GAP // 2)
        row.setSpacing(GAP)
        self.field.setMaximumWidth(px(self, _WIDTH) * 2)
        row.addWidget(self.field, stretch=1)
        for part in (self._count, back, on, away):
            row.addWidget(part)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, ground=Ground.FOOT)
        self.hide()

    def open(self) -> None:
        """Show the bar and take the keyboard."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._on_typed()

    def leave(self) -> None:
        """Go away, and give the letter back as it was."""
        if self.isVisible():
            self._typing.stop()
            self.hide()
            self.sought.emit("")
            self.left.emit()

    def step(self, by: int) -> None:
        """Go to the next place, or the one before."""
        if self._typing.isActive():
            self._typing.stop()
            self._on_typed()
        else:
            self.stepped.emit(by)

    def show_count(self, place: int, count: int) -> None:
        """Say which of the places is shown, from 1; 0 of 0 where there is none."""
        if not self.field.text():
            self._count.setText("")
        elif count:
            self._count.setText(self.tr("{place} of {count}").format(place=place, count=count))
        else:
            self._count.setText(self.tr("not found"))

    def _on_text_changed(self) -> None:
        self._typing.start()

    def _on_typed(self) -> None:
        self.sought.emit(self.field.text())

    def _on_next(self) -> None:
        self.step(1)

    def _on_back(self) -> None:
        self.step(-1)


class _Field(QLineEdit):
    """Takes Return and Esc before the actions of the window do.

    Signals:
        entered: carries 1, or -1 with Shift.
        escaped: Esc was pressed.
    """

    entered = Signal(int)
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in _OWN_KEYS:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.entered.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)


_OWN_KEYS: Final = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})
