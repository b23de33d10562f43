"""The files that came with a letter, as chips: real ending, kind and size in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

    A file that is on the server only says so, and is fetched for whatever is done with it.

    Signals:
        save_wanted, look_wanted, open_wanted: each carries the number of a file, from 0.
        stop_wanted: carries the number of a file that is to be fetched no further.
    """

    save_wanted = Signal(int)
    look_wanted = Signal(int)
    open_wanted = Signal(int)
    stop_wanted = Signal(int)

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
            chip.stop_wanted.connect(self.stop_wanted)
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(files))

    def show_fetched(self, percents: Mapping[int, int]) -> None:
        """Show how much is here of the files that are being fetched, by their numbers."""
        for number, chip in enumerate(self._chips):
            chip.show_fetched(percents.get(number))

    def focus_first(self) -> None:
        """Give the keyboard to the first file."""
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Chip(QWidget):
    save_wanted = Signal(int)
    look_wanted = Signal(int)
    open_wanted = Signal(int)
    stop_wanted = Signal(int)

    def __init__(self, words: Words, number: int, file: Attachment, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._file = file
        self._name = visible(file.filename) or self.tr("Attachment without a name")
        self._look = look = look_at_name(file.filename)
        self._size = words.size(file.size_bytes)
        self._is_fetched = False
        icon = (
            themed_icon(Icon.WARNING, Role.WARNING)
            if look.danger is Danger.HIGH
            else themed_icon(Icon.CLIP if file.is_here else Icon.CLOUD)
        )
        self._button = ActButton("", None, Look.PLAIN, self)
        self._button.setIcon(icon)
        self._button.setMenu(self._menu())
        self._button.setAccessibleDescription(spoken(look.reason))
        self.setFocusProxy(self._button)
        self._facts = ElidedLabel("", Type.SMALL, _tone(look), self)
        self._show_facts(None)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(ElidedLabel(self._name, Type.BODY, parent=self))
        texts.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GAP, 0)
        row.setSpacing(GAP)
        row.addWidget(self._button)
        row.addLayout(texts)

    def show_fetched(self, percent: int | None) -> None:
        """Show how much of the file is here, None where it is not being fetched."""
        if (percent is not None) is not self._is_fetched:
            self._is_fetched = percent is not None
            self._button.menu().deleteLater()
            self._button.setMenu(self._menu())
        self._show_facts(percent)

    def _show_facts(self, percent: int | None) -> None:
        kind, size = self._kind(self._look), self._size
        facts = f"{kind} · {size}"
        tip = [self._name, spoken(self._look.reason)]
        if percent is not None:
            told = self.tr("{kind} · {percent}% of {size} fetched")
            facts = told.format(kind=kind, percent=percent, size=size)
        elif not self._file.is_here:
            facts = self.tr("{kind} · {size}, on the server").format(kind=kind, size=size)
            tip.append(self.tr("It is fetched from the mail server when you save or open it."))
        self._facts.setText(facts)
        self._facts.updateGeometry()
        told = self.tr("Attachment: {name}")
        said = facts.replace(" · ", ", ")
        self._button.setAccessibleName(told.format(name=f"{self._name}, {said}"))
        self._button.setToolTip(safe_tip("\n".join(filter(None, tip))))

    def _kind(self, look: FileLook) -> str:
        ending = f".{look.ending}" if look.ending else self.tr("no ending")
        if look.danger is Danger.HIGH:
            return self.tr("{ending}, save only").format(ending=ending)
        if look.is_picture:
            return self.tr("{ending} picture").format(ending=ending)
        return ending

    def _menu(self) -> QMenu:
        menu, look = QMenu(self), self._look
        if self._is_fetched:
            menu.addAction(self.tr("Stop fetching it"), partial(self._emit, "stop"))
            return menu
        if look.is_picture:
            menu.addAction(self.tr("Look at it here"), partial(self._emit, "look"))
        menu.addAction(self.tr("Save…"), partial(self._emit, "save"))
        if look.opens:
            menu.addAction(self.tr("Open…"), partial(self._emit, "open"))
        return menu

    def _emit(self, what: str) -> None:
        signals = {
            "look": self.look_wanted,
            "save": self.save_wanted,
            "open": self.open_wanted,
            "stop": self.stop_wanted,
        }
        signals[what].emit(self._number)


def _tone(look: FileLook) -> Tone:
    return Tone.WARNING if look.danger is Danger.HIGH else Tone.MUTED
