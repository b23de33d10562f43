"""The bar at the top: search, how the mail stands, whose it is, and the stop of all outgoing."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QWidget,
)

from ..replies.search.completing import complete
from .theme.buttons import ActButton, IconButton
from .theme.find_field import FindField
from .theme.icons import Icon
from .theme.labels import ElidedLabel, KeyHint, Sign, safe_tip
from .theme.sheet import Ground, Tone, dress
from .theme.sizes import GAP, ICON, PADDING, Type, dense, px
from .theme.tokens import Role

_HEIGHT: Final = 52
_COMPACT_HEIGHT: Final = 42
_FIELD_WIDTH: Final = 380
_OFFERS_WIDTH: Final = 220


class SyncSign(Enum):
    """How the connection stands, for the sign before its words."""

    UP_TO_DATE = "up_to_date"
    WORKING = "working"
    OFFLINE = "offline"
    PROBLEM = "problem"


_SIGNS: Final = {
    SyncSign.UP_TO_DATE: (Icon.CHECK, Role.READY),
    SyncSign.WORKING: (Icon.REFRESH, Role.MUTED),
    SyncSign.OFFLINE: (Icon.OFFLINE, Role.WARNING),
    SyncSign.PROBLEM: (Icon.WARNING, Role.WARNING),
}


class SearchField(FindField):
    """The field that searches the mail, with the key of the palette at its end.

    While a field of the search is typed, its name and its values are offered in a list below: Down
    and Up choose, Enter takes, Esc closes the list.

    Signals:
        left: Esc was pressed in the empty field, or Down: the list wants the keyboard.
        palette_wanted: the key hint was clicked.
        save_wanted: what stands in the field is to be kept as a search.
    """

    left = Signal()
    palette_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Search mail and orders"))
        self.show_note("")
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._popup.setSpacing(GAP // 4)
        self._popup.setAccessibleName(self.tr("Fields and values of a search"))
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)
        self.textEdited.connect(self._offer)
        self._hint = _KeyButton(self)
        self._hint.pressed.connect(self.palette_wanted)
        self._save = IconButton(Icon.PLUS, self.tr("Save this search"), parent=self)
        self._save.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys it is an action
        self._save.clicked.connect(self.save_wanted)
        self.textChanged.connect(self._fit)
        self._fit()

    def set_palette_key(self, keys: str) -> None:
        """Show the key that opens the palette."""
        self._hint.setText(keys)
        self._hint.setVisible(bool(keys))
        self._fit()

    def show_text(self, text: str) -> None:
        """Let a text stand in the field; nobody is told, and nothing is searched."""
        if text != self.text():
            self.blockSignals(True)  # noqa: FBT003 - Qt's
            self.setText(text)
            self.blockSignals(False)  # noqa: FBT003 - Qt's
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(self, _FIELD_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self, _FIELD_WIDTH // 3), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.offers():
            self._popup.hide()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_note(self, note: str) -> None:
        """Say on request what of the search was not understood; "" says what can be typed."""
        tip = note or self.tr(
            "Words, “phrases”, -without, OR, and fields: from: to: subject: order: kind: heat:"
            " due: state: has: is: after: before:"
        )
        self.setToolTip(safe_tip(tip))
        self.setAccessibleDescription(tip)

    def offers(self) -> list[str]:
        """What is offered now, from the top."""
        return self._offers.stringList() if self._popup.isVisible() else []

    def _offer(self) -> None:
        completion = complete(self.text(), self.cursorPosition())
        self._offers.setStringList(completion.offers)
        if not completion.offers:
            self._popup.hide()
            return
        below = self.cursorRect()
        below.setWidth(px(self, _OFFERS_WIDTH))
        self._completer.complete(below)

    def _take(self, offer: str) -> None:
        completion = complete(self.text(), self.cursorPosition())
        self.setSelection(completion.start, completion.end - completion.start)
        self.insert(offer)
        self._offer()

    def _fit(self) -> None:
        hint, is_typed = self._hint.sizeHint(), bool(self.text())
        is_room = not is_typed and bool(self._hint.text()) and self.width() > hint.width() * 4
        self._hint.setVisible(is_room)
        top = (self.height() - hint.height()) // 2
        self._hint.setGeometry(self.width() - hint.width() - GAP, top, hint.width(), hint.height())
        side = self.height() - GAP // 2
        self._save.setVisible(is_typed)
        self._save.setGeometry(self.width() - side - GAP // 4, GAP // 4, side, side)
        right = hint.width() + GAP if is_room else side if is_typed else 0
        self.keep_free(right)
        room = self.width() - right - px(self, ICON + GAP * 4)
        is_wide = room > self.fontMetrics().horizontalAdvance(self.accessibleName())
        self.setPlaceholderText(self.accessibleName() if is_wide else self.tr("Search"))


class _KeyButton(KeyHint):
    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class TopBar(QFrame):
    """Search field, state of the mail in words, account, and "Stop all".

    Signals:
        search_changed: carries what stands in the search field.
        search_left: the seller is done with the field; the list wants the keyboard.
        sync_wanted: the state of the mail was clicked: look again now.
        stop_all_toggled: carries whether everything outgoing is to stand still.
        menu_wanted: show the menu of all actions below `menu_button`.

    Attributes:
        menu_button: opens the menu of all actions.
    """

    search_changed = Signal(str)
    search_left = Signal()
    sync_wanted = Signal()
    stop_all_toggled = Signal(bool)
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.BAR)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._logo = Sign(Icon.LOGO, Role.ACCENT, 22, self)
        self._title = ElidedLabel("Soft Answer", Type.STRONG, parent=self)
        self.search = SearchField(self)
        self._state_sign = Sign(Icon.CHECK, parent=self)
        self._state = ElidedLabel("", Type.BODY, Tone.MUTED, self)
        self._again = IconButton(Icon.REFRESH, self.tr("Fetch mail now"), parent=self)
        self._account = ElidedLabel("", Type.BODY, parent=self)
        self._stop = ActButton("", Icon.STOP, parent=self)
        self._stop.setCheckable(True)
        self._name_stop(is_stopped=False)
        self.menu_button = IconButton(Icon.CHEVRON_DOWN, self.tr("All actions"), parent=self)
        self.menu_button.clicked.connect(self.menu_wanted)
        self.search.textChanged.connect(self.search_changed)
        self.search.left.connect(self.search_left)
        self._again.clicked.connect(self.sync_wanted)
        self._stop.clicked.connect(self._on_stop_clicked)
        self._lay_out()

    @property
    def is_stopped(self) -> bool:
        """Whether everything outgoing is shown as standing still."""
        return self._stop.isChecked()

    def set_narrow(self, is_narrow: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Leave the name of the program out, for a narrow window."""
        self._logo.setVisible(not is_narrow)
        self._title.setVisible(not is_narrow)

    def sync_words(self) -> str:
        """How the mail stands, as it is shown."""
        return self._state.text()

    def show_sync(self, sign: SyncSign, words: str) -> None:
        """Show how the mail stands."""
        self._state_sign.set_icon(*_SIGNS[sign])
        self._state.setText(words)
        self._state.setAccessibleName(words)

    def show_account(self, name: str) -> None:
        """Show whose mail it is."""
        self._account.setText(name)
        self._account.setVisible(bool(name))

    def show_stopped(self, is_stopped: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show whether everything outgoing stands still; tells nobody."""
        self._stop.setChecked(is_stopped)
        self._name_stop(is_stopped=is_stopped)

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), px(self, dense(_HEIGHT, _COMPACT_HEIGHT))))

    def _on_stop_clicked(self, is_stopped: bool) -> None:  # noqa: FBT001 - a slot of clicked
        self._name_stop(is_stopped=is_stopped)
        self.stop_all_toggled.emit(is_stopped)

    def _name_stop(self, *, is_stopped: bool) -> None:
        self._stop.setText(self.tr("All stopped") if is_stopped else self.tr("Stop all"))
        tip = (
            self.tr("Nothing goes out. Press to let ready replies go again.")
            if is_stopped
            else self.tr("Let nothing go out until you press it again.")
        )
        self._stop.setToolTip(tip)
        self._stop.setAccessibleDescription(tip)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, GAP, PADDING, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._logo)
        row.addWidget(self._title)
        row.addSpacing(PADDING)
        row.addWidget(self.search, stretch=2)
        row.addStretch(1)
        for part in (self._state_sign, self._state, self._again, self._account, self._stop):
            row.addWidget(part)
        row.addWidget(self.menu_button)
