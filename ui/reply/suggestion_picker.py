"""The suggested replies, each with its reason, under the button that opens them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...replies.compose.suggestion import Suggestion
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import CONTROL_CORNER, GAP, HAIRLINE, PADDING, Type, px
from ..theme.tokens import Role, tokens_of
from .floating import cast_shadow
from .reply_words import ReplyWords

_WIDTH: Final = 392


class SuggestionPicker(QFrame):
    """A card that opens over the window; Up, Down and Enter choose, Esc or a look away closes it.

    Signals:
        chosen: carries the number of the suggestion, counted from 0.
    """

    chosen = Signal(int)

    def __init__(self, words: ReplyWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._choices: list[_Choice] = []
        self._button: QWidget | None = None
        dress(self, ground=Ground.FLOATING)
        cast_shadow(self)
        self.setAccessibleName(self.tr("Suggestions"))
        self._list = QWidget(self)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(GAP, GAP, GAP, GAP)
        self._column.setSpacing(2)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._list)
        for ground in (scroll.viewport(), self._list):
            ground.setAutoFillBackground(False)
        self._scroll = scroll
        column = QVBoxLayout(self)
        column.setContentsMargins(HAIRLINE, HAIRLINE, HAIRLINE, HAIRLINE)
        column.addWidget(scroll)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def set_suggestions(self, suggestions: Sequence[Suggestion], chosen: int | None) -> None:
        """Offer these, best first; the chosen one is marked."""
        for choice in self._choices:
            self._column.removeWidget(choice)
            choice.deleteLater()
        self._choices = []
        for number, suggestion in enumerate(suggestions):
            choice = _Choice(suggestion, self._words, is_chosen=number == chosen, parent=self)
            choice.clicked.connect(self._on_clicked)
            self._column.addWidget(choice)
            self._choices.append(choice)

    def open_under(self, button: QWidget) -> None:
        """Open below a button of the same window, its right edge under the button's."""
        self._button = button
        window = button.window()
        self.setParent(window)
        self.show()
        width = min(px(self, _WIDTH), window.width() - 2 * GAP)
        inner = width - 2 * HAIRLINE
        wanted = max(self._list.heightForWidth(inner), self._list.sizeHint().height())
        height = min(wanted + 2 * HAIRLINE, window.height() - 2 * GAP)
        corner = button.mapTo(window, QPoint(button.width() - width, button.height() + GAP // 2))
        left = min(max(corner.x(), GAP), window.width() - width - GAP)
        top = min(corner.y(), window.height() - height - GAP)
        self.setGeometry(left, top, width, height)
        self.raise_()
        self._focus(next((i for i, c in enumerate(self._choices) if c.is_chosen), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in steps and isinstance(focused, _Choice):
            place = self._choices.index(focused) + steps[Qt.Key(event.key())]
            self._focus(place % len(self._choices))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, _Choice):
            if not event.isAutoRepeat():
                focused.click()
        else:
            super().keyPressEvent(event)

    def _focus(self, number: int) -> None:
        self._choices[number].setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(self._choices[number])

    def _close(self) -> None:
        self.hide()
        if self._button is not None:
            self._button.setFocus()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _Choice):
            self._close()
            self.chosen.emit(self._choices.index(pressed))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and (new is None or not self.isAncestorOf(new)):
            self.hide()


class _Choice(QAbstractButton):
    def __init__(
        self, suggestion: Suggestion, words: ReplyWords, *, is_chosen: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.is_chosen = is_chosen
        title = words.suggestion(suggestion)
        labels = [
            Label(title, Type.STRONG, parent=self),
            Label(suggestion.why, Type.SMALL, Tone.MUTED, self),
        ]
        if not suggestion.own:  # what her own letter promises only she knows
            labels.append(Label(words.cost(suggestion.cost), Type.SMALL, Tone.MUTED, self))
        if suggestion.missing:
            missing = words.missing(suggestion.missing)
            labels.append(Label(missing, Type.SMALL, Tone.MUTED, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP, PADDING, GAP)
        column.setSpacing(2)
        for label in labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(" · ".join(label.text() for label in labels))
        origins = words.origins(suggestion)
        self.setToolTip(origins)
        self.setAccessibleDescription(origins)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.hasFocus() or self.underMouse() or self.is_chosen):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens_of(self.palette())[Role.ACCENT_SOFT])
        corner = px(self, CONTROL_CORNER)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
