"""A sheet of paper that shows by its own edge that the text on it has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ..theme.sizes import CARD_CORNER, HAIRLINE, px
from ..theme.tokens import Role, tokens_of


class FocusPane(QWidget):
    """A ground with round corners; its edge is the focus ring while its text has the focus."""

    def __init__(
        self,
        ground: Role = Role.RAISED,
        edge: Role = Role.LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._edge = edge
        self._is_ringed = False

    def watch(self, text: QWidget) -> None:
        """Show the ring while this child has the focus."""
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._is_ringed = event.type() is QEvent.Type.FocusIn
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        width = tokens.focus_width if self._is_ringed else HAIRLINE
        painter.setPen(QPen(tokens[Role.FOCUS if self._is_ringed else self._edge], width))
        painter.setBrush(tokens[self._ground])
        inset = width / 2
        corner = px(self, CARD_CORNER)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, corner, corner)


class Hairline(QWidget):
    """A thin line between two areas."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(HAIRLINE)
        else:
            self.setFixedWidth(HAIRLINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens_of(self.palette())[Role.BORDER])
