"""Rows of a list with room around their words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from .focus_ring import WIDTH
from .sizes import CONTROL_CORNER, GAP, ICON, PADDING, dense, px
from .tokens import Role, tokens_of

_Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 36
_COMPACT_ROW: Final = 28


class RoomyRows(QStyledItemDelegate):
    """Paints rows of one line with round corners, a sign where there is one, and the focus."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        row = dense(_ROW, _COMPACT_ROW)
        height = px(view, row) if isinstance(view, QWidget) else round(row)
        return QSize(super().sizeHint(option, index).width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = self.parent()
        if not isinstance(view, QWidget):
            return
        tokens = tokens_of(view.palette())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)
        corner = px(view, CONTROL_CORNER)
        if option.state & QStyle.StateFlag.State_Selected:
            is_outlined = tokens.is_high_contrast
            painter.setPen(QPen(tokens[Role.ACCENT], 1) if is_outlined else Qt.PenStyle.NoPen)
            painter.setBrush(tokens[Role.ACCENT_SOFT])
            painter.drawRoundedRect(box, corner, corner)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens[Role.FOCUS], tokens.focus_width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)
        words = option.rect.adjusted(px(view, PADDING), 0, -px(view, GAP), 0)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if icon is not None:
            side = px(view, ICON)
            icon.paint(painter, words.left(), words.center().y() - side // 2, side, side)
            words.setLeft(words.left() + side + px(view, GAP))
        if words.width() >= px(view, ICON):  # else there is no room but for the sign
            self.paint_words(painter, view, words, index)
        painter.restore()

    def paint_words(self, painter: QPainter, view: QWidget, words: QRect, index: _Index) -> None:
        """Write what a row says into its room."""
        painter.setPen(tokens_of(view.palette())[Role.TEXT])
        text = view.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
