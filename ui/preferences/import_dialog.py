"""What a file of settings would change, shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ...replies.preference_file import Change
from ..theme.buttons import ActButton, PrimaryButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, window_size
from ..theme.tokens import Role
from .change_words import ChangeWords
from .page_area import PageArea

_WIDTH: Final = 560
_HEIGHT: Final = 460
_STEPS: Final = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class ImportDialog(QDialog):
    """Lists each setting that would change, the old value and the new one.

    Signals:
        confirmed: take them.
    """

    confirmed = Signal()

    def __init__(
        self, changes: Sequence[Change], later: str, words: ChangeWords, parent: QWidget
    ) -> None:
        """List the changes.

        Args:
            changes: at least one.
            later: from when what shortens holds would count, in two lines; "" where nothing does.
            words: what settings and values are called.
            parent: Preferences.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import settings"))
        dress(self, ground=Ground.WINDOW)
        self._lines = tuple(
            (
                words.name(one.key),
                f"{words.value(one.key, one.before)} → {words.value(one.key, one.after)}",
            )
            for one in changes
        )
        self._verdict = VerdictLine(self)
        lead, _, rest = later.partition("\n")
        self._verdict.show_verdict(Icon.HOURGLASS, Role.COOLING, lead, rest)
        self._verdict.setVisible(bool(later))
        cancel = ActButton(self.tr("Cancel"), parent=self)
        cancel.clicked.connect(self.reject)
        take = PrimaryButton(self.tr("Take these settings"), Icon.CHECK, parent=self)
        take.setDefault(True)
        take.confirmed.connect(self._on_confirmed)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        self._area = PageArea(self._listed(), self)
        column.addWidget(self._area, stretch=1)
        column.addWidget(self._verdict)
        column.addLayout(foot_of(cancel, take))
        take.setFocus()
        self.resize(window_size(self, _WIDTH, _HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self._area.page_down(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each setting with its old and its new value."""
        return self._lines

    def later(self) -> str:
        """From when the shorter hold would count, "" where nothing waits."""
        return "" if self._verdict.isHidden() else self._verdict.text()

    def _on_confirmed(self) -> None:
        self.accept()
        self.confirmed.emit()

    def _listed(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(PADDING * 2, PADDING, PADDING * 2, PADDING)
        column.setSpacing(GAP)
        column.addWidget(Label(self.tr("This would change"), Type.HEAD, parent=page))
        intro = self.tr("Nothing has changed yet; afterwards one click takes all of it back.")
        column.addWidget(Label(intro, tone=Tone.MUTED, parent=page))
        for name, change in self._lines:
            column.addSpacing(GAP)
            column.addWidget(Label(name, Type.STRONG, parent=page))
            column.addWidget(Label(change, parent=page))
        column.addStretch(1)
        return page
