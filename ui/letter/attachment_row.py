"""The files that came with a letter, as chips: real ending, kind and size in view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ...mailbox.attachments import Danger, FileLook, look_at_name
from ...mailbox.message import Attachment
from ..languages import spoken
from ..theme.buttons import ActButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon, themed_icon
from ..theme.labels import ElidedLabel, safe_tip
from ..theme.sheet import Look, Tone
from ..theme.sizes import GAP, Type
from ..theme.tokens import Role
from ..words import Words, visible


class AttachmentRow(QWidget):
    """Offers to save, look at or open each file; nothing happens by itself.

    Signals:
        save_wanted, look_wanted, open_wanted: each carries the number of a file, from 0.
    """

    save_wanted = Signal(int)
    look_wanted = Signal(int)
    open_wanted = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._chips: list[_Chip] = []
        self._flow = FlowLayout(self, GAP, GAP)

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self._chips)

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show these files."""
        while (item := self._flow.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self._chips = [_Chip(self._words, number, f, self) for number, f in enumerate(files)]
        for chip in self._chips:
            chip.save_wanted.connect(self.save_wanted)
            chip.look_wanted.connect(self.look_wanted)
            chip.open_wanted.connect(self.open_wanted)
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(files))

    def focus_first(self) -> None:
        """Give the keyboard to the first file."""
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Chip(QWidget):
    save_wanted = Signal(int)
    look_wanted = Signal(int)
    open_wanted = Signal(int)

    def __init__(self, words: Words, number: int, file: Attachment, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        name = visible(file.filename) or self.tr("Attachment without a name")
        look = look_at_name(file.filename)
        kind = self._kind(look)
        size = words.size(file.size_bytes)
        icon = (
            themed_icon(Icon.WARNING, Role.WARNING)
            if look.danger is Danger.HIGH
            else themed_icon(Icon.CLIP)
        )
        self._button = ActButton("", None, Look.PLAIN, self)
        self._button.setIcon(icon)
        self._button.setMenu(self._menu(look))
        self._button.setAccessibleName(
            self.tr("Attachment: {name}").format(name=f"{name}, {kind}, {size}")
        )
        self._button.setAccessibleDescription(spoken(look.reason))
        self._button.setToolTip(safe_tip(f"{name}\n{spoken(look.reason)}".strip()))
        self.setFocusProxy(self._button)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(name, Type.BODY, parent=self))
        texts.addWidget(ElidedLabel(f"{kind} · {size}", Type.SMALL, _tone(look), self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GAP, 0)
        row.setSpacing(GAP)
        row.addWidget(self._button)
        row.addLayout(texts)

    def _kind(self, look: FileLook) -> str:
        ending = f".{look.ending}" if look.ending else self.tr("no ending")
        if look.danger is Danger.HIGH:
            return self.tr("{ending}, save only").format(ending=ending)
        if look.is_picture:
            return self.tr("{ending} picture").format(ending=ending)
        return ending

    def _menu(self, look: FileLook) -> QMenu:
        menu = QMenu(self)
        if look.is_picture:
            menu.addAction(self.tr("Look at it here"), partial(self._emit, "look"))
        menu.addAction(self.tr("Save…"), partial(self._emit, "save"))
        if look.opens:
            menu.addAction(self.tr("Open…"), partial(self._emit, "open"))
        return menu

    def _emit(self, what: str) -> None:
        signals = {"look": self.look_wanted, "save": self.save_wanted, "open": self.open_wanted}
        signals[what].emit(self._number)


def _tone(look: FileLook) -> Tone:
    return Tone.WARNING if look.danger is Danger.HIGH else Tone.MUTED
