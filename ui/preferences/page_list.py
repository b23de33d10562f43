"""The list of pages at the left of Preferences, and rows with room around their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ..theme.focus_ring import WIDTH
from ..theme.icons import Icon, themed_icon
from ..theme.sheet import Ground, dress
from ..theme.sizes import CONTROL_CORNER, GAP, ICON, PADDING, px
from ..theme.tokens import Role, tokens_of

_Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 36


class RoomyRows(QStyledItemDelegate):
    """Paints rows of one line with round corners, a sign where there is one, and the focus."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        height = px(view, _ROW) if isinstance(view, QWidget) else _ROW
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
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens[Role.ACCENT_SOFT])
            painter.drawRoundedRect(box, corner, corner)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens[Role.FOCUS], WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)
        words = option.rect.adjusted(px(view, PADDING), 0, -px(view, GAP), 0)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if icon is not None:
            side = px(view, ICON)
            icon.paint(painter, words.left(), words.center().y() - side // 2, side, side)
            words.setLeft(words.left() + side + px(view, GAP))
        if words.width() < px(view, ICON):  # no room but for the sign
            painter.restore()
            return
        self.paint_words(painter, view, words, index)
        painter.restore()

    def paint_words(self, painter: QPainter, view: QWidget, words: QRect, index: _Index) -> None:
        """Write what a row says into its room."""
        painter.setPen(tokens_of(view.palette())[Role.TEXT])
        text = view.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class PageList(QListView):
    """Names the pages, each with its sign."""

    def __init__(self, pages: Mapping[str, Icon], parent: QWidget) -> None:
        super().__init__(parent)
        model = QStandardItemModel(self)
        for title, icon in pages.items():
            row = QStandardItem(themed_icon(icon), title)
            row.setToolTip(title)
            model.appendRow(row)
        self.setModel(model)
        self.setItemDelegate(RoomyRows(self))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self, ground=Ground.WINDOW)
        self.setAccessibleName(self.tr("Pages"))

    def fit(self, widest: float, *, is_narrow: bool) -> None:
        """Be as wide as the titles need, but no wider (as `px`); narrow, show the signs alone."""
        model = self.model()
        titles = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        words = max(self.fontMetrics().horizontalAdvance(title) for title in titles)
        signs = px(self, PADDING + ICON + GAP) + WIDTH * 2 + self.frameWidth() * 2
        wide = min(px(self, widest), signs + words + px(self, GAP + PADDING))
        self.setFixedWidth(signs + px(self, GAP / 2) if is_narrow else wide)

    def choose(self, row: int) -> None:
        """Select a page."""
        self.setCurrentIndex(self.model().index(row, 0))
