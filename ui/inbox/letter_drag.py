"""Letters that are dragged: what the drag carries, and the little picture beside the pointer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ..theme.sizes import CONTROL_CORNER, GAP, PADDING, px
from ..theme.tokens import Role, tokens_of

LETTERS: Final = "application/x-softanswer-letters"
"""The kind of data of dragged letters; which they are, the list says, where they are chosen."""


def letters_data() -> QMimeData:
    """What a drag of the chosen letters carries: no text, so that no field takes it."""
    data = QMimeData()
    data.setData(LETTERS, QByteArray(b"chosen"))
    return data


def drag_picture(words: str, view: QWidget) -> QPixmap:
    """The words on a small card, in the window's colours."""
    tokens = tokens_of(view.palette())
    metrics = view.fontMetrics()
    room = QSize(
        metrics.horizontalAdvance(words) + px(view, 2 * PADDING),
        metrics.height() + px(view, 2 * GAP),
    )
    ratio = view.devicePixelRatioF()
    picture = QPixmap(room * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens[Role.ACCENT], 1))
    painter.setBrush(tokens[Role.RAISED])
    corner = px(view, CONTROL_CORNER)
    box = QRectF(0.5, 0.5, room.width() - 1, room.height() - 1)
    painter.drawRoundedRect(box, corner, corner)
    painter.setFont(view.font())
    painter.setPen(tokens[Role.TEXT])
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
