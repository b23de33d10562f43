"""Buttons: the one primary button of a screen, and the quiet ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from .icons import Icon, paint_icon, themed_icon
from .sheet import Look, dress
from .sizes import (
    CHIP_CORNER,
    COMPACT_PRIMARY_HEIGHT,
    CONTROL_CORNER,
    GAP,
    ICON,
    PADDING,
    PRIMARY_HEIGHT,
    TARGET,
    Type,
    dense,
    font_for,
    px,
)
from .tokens import Role, Tokens, tokens_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _keeps(event: QEvent) -> bool:
    """Keep Enter for the button that has the focus, where an action around it has that key."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    event.accept()
    return True


def _is_pressed_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button by Enter; a dialog would press its default button instead."""
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def foot_of(*buttons: QWidget, before: Sequence[QWidget] = ()) -> QHBoxLayout:
    """The last row of a dialog: its buttons at the right, and some before them at the left."""
    foot = QHBoxLayout()
    foot.setSpacing(GAP)
    for button in before:
        foot.addWidget(button)
    foot.addStretch(1)
    for button in buttons:
        foot.addWidget(button)
    return foot


class PrimaryButton(QPushButton):
    """The button that says what will happen; dashed, with a lock, while it may not happen yet.

    It keeps the focus and its place in the Tab order while it is not allowed, so that a screen
    reader can tell why.

    Signals:
        confirmed: it was pressed and may be.
        refused: it was pressed and may not be yet; lead to what must be mended first.
    """

    confirmed = Signal()
    refused = Signal()

    def __init__(
        self, text: str, icon: Icon, keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._keys = keys
        self._is_allowed = True
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.clicked.connect(self._on_clicked)

    @property
    def is_allowed(self) -> bool:
        """Whether pressing it does what it says."""
        return self._is_allowed

    def set_allowed(self, is_allowed: bool, why_not: str = "") -> None:  # noqa: FBT001 - as Qt's
        """Allow it, or not yet; `why_not` is the sentence that says what to mend first."""
        self._is_allowed = is_allowed
        self.setAccessibleDescription("" if is_allowed else why_not)
        self.update()

    def set_keys(self, keys: str) -> None:
        """Show a key behind the text."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def _on_clicked(self) -> None:
        if self._is_allowed:
            self.confirmed.emit()
        else:
            self.refused.emit()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self._strong()).horizontalAdvance(self.text()) + px(self, ICON)
        width += px(self, GAP) + px(self, PADDING) * 2 + self._keys_width()
        wanted = dense(PRIMARY_HEIGHT, COMPACT_PRIMARY_HEIGHT)
        height = max(px(self, wanted), self.fontMetrics().height() + px(self, GAP))
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        return _keeps(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_pressed_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        ink = self._paint_ground(painter, tokens)
        row = self.rect().adjusted(px(self, PADDING), 0, -px(self, PADDING), 0)
        side = px(self, ICON)
        icon = self._icon if self._is_allowed else Icon.LOCK
        box = QRectF(row.left(), (self.height() - side) / 2, side, side)
        paint_icon(painter, icon, box, ink)
        painter.setPen(ink)
        painter.setFont(self._strong())
        text = row.adjusted(side + px(self, GAP), 0, -self._keys_width(), 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._keys:
            self._paint_keys(painter, ink)

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> QColor:
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        corner = px(self, CONTROL_CORNER)
        if not (self._is_allowed and self.isEnabled()):
            painter.setPen(QPen(tokens[Role.LINE], 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, corner, corner)
            return tokens[Role.MUTED]
        is_lit = self.isDown() or self.underMouse()
        painter.setPen(QPen(tokens[Role.TEXT if is_lit else Role.ACCENT], 1.5))
        painter.setBrush(tokens[Role.ACCENT])
        painter.drawRoundedRect(box, corner, corner)
        return tokens[Role.ON_ACCENT]

    def _paint_keys(self, painter: QPainter, ink: QColor) -> None:
        painter.setFont(font_for(self.font(), Type.SMALL))
        height = painter.fontMetrics().height() + px(self, 2)
        width = self._keys_width() - px(self, GAP)
        left = self.width() - px(self, PADDING) - width
        box = QRectF(left, (self.height() - height) / 2, width, height)
        painter.setPen(ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = px(self, CHIP_CORNER - 2)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._keys)

    def _keys_width(self) -> int:
        if not self._keys:
            return 0
        metrics = QFontMetrics(font_for(self.font(), Type.SMALL))
        return metrics.horizontalAdvance(self._keys) + px(self, GAP) * 2

    def _strong(self) -> QFont:
        return font_for(self.font(), Type.STRONG)


class ActButton(QPushButton):
    """An ordinary button with a sign."""

    def __init__(
        self,
        text: str,
        icon: Icon | None = None,
        look: Look = Look.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)
        if icon is not None:
            self.setIcon(themed_icon(icon))
        self._fit_icon()
        dress(self, look=look)

    def event(self, event: QEvent) -> bool:
        return _keeps(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_pressed_by(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_icon()

    def _fit_icon(self) -> None:
        side = px(self, ICON - 2)
        self.setIconSize(QSize(side + px(self, GAP / 2), side))


class IconButton(QToolButton):
    """A sign that can be pressed; its name is read out and shown as a tip."""

    def __init__(
        self,
        icon: Icon,
        name: str,
        look: Look = Look.QUIET,
        role: Role | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setIcon(themed_icon(icon, role))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fit_icon()
        dress(self, look=look)

    def event(self, event: QEvent) -> bool:
        return _keeps(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_pressed_by(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_icon()

    def _fit_icon(self) -> None:
        side = px(self, ICON - 2)
        self.setIconSize(QSize(side, side))
        self.setMinimumSize(px(self, TARGET), px(self, TARGET))
