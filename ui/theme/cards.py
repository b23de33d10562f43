"""Cards: a heading with a sign, and a body that folds away under it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from .icons import Icon, paint_icon
from .sheet import Ground, dress
from .sizes import GAP, ICON, PADDING, TARGET, Type, font_for, px
from .tokens import Role, tokens_of

_BODY_GAP: Final = 6


class Card(QFrame):
    """A titled card whose body can be folded.

    Signals:
        expanded_changed: carries whether the body is now shown.

    Attributes:
        body: the layout to put the content into.
    """

    expanded_changed = Signal(bool)

    def __init__(
        self,
        title: str,
        icon: Icon | None = None,
        ground: Ground = Ground.CARD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        dress(self, ground=ground)
        self._heading = _Heading(title, icon, self)
        self._heading.toggled.connect(self._on_toggled)
        self._content = QWidget(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(PADDING, 0, PADDING, PADDING)
        self.body.setSpacing(_BODY_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._content)

    @property
    def is_expanded(self) -> bool:
        """Whether the body is shown."""
        return self._heading.isChecked()

    def set_expanded(self, is_expanded: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show or fold the body."""
        self._heading.setChecked(is_expanded)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._heading.setText(title)
        self._heading.update()

    def set_note(self, note: str) -> None:
        """Show a word at the right of the title."""
        self._heading.set_note(note)

    def _on_toggled(self, is_expanded: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self._content.setVisible(is_expanded)
        self.expanded_changed.emit(is_expanded)


class _Heading(QAbstractButton):
    def __init__(self, title: str, icon: Icon | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self._note = ""
        self.setText(title)
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_note(self, note: str) -> None:
        self._note = note
        self.setAccessibleDescription(note)
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(font_for(self.font(), Type.STRONG))
        height = max(px(self, TARGET), text.height()) + px(self, GAP) * 2
        width = text.horizontalAdvance(self.text()) + px(self, ICON * 2 + PADDING * 4)
        return QSize(width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        side = px(self, ICON)
        pad = px(self, PADDING)
        top = (self.height() - side) / 2
        left = pad
        if self._icon is not None:
            paint_icon(painter, self._icon, QRectF(left, top, side, side), tokens[Role.ACCENT])
            left += side + px(self, GAP)
        chevron = Icon.CHEVRON_DOWN if self.isChecked() else Icon.CHEVRON_RIGHT
        right = self.width() - pad - side
        paint_icon(painter, chevron, QRectF(right, top, side, side), tokens[Role.MUTED])
        painter.setPen(tokens[Role.TEXT])
        painter.setFont(font_for(self.font(), Type.STRONG))
        middle = Qt.AlignmentFlag.AlignVCenter
        room = right - left - px(self, GAP)
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, 0, room, self.height(), middle, title)
        room -= painter.fontMetrics().horizontalAdvance(title) + px(self, GAP)
        if self._note and room > 0:
            painter.setFont(font_for(self.font(), Type.SMALL))
            painter.setPen(tokens[Role.MUTED])
            note = painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, room)
            start = right - px(self, GAP) - room
            painter.drawText(
                start, 0, room, self.height(), middle | Qt.AlignmentFlag.AlignRight, note
            )
