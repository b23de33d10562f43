"""What became of imported files: counts, and each line that was left out with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ...replies.orders.importing.imported import RejectedRow
from ...replies.orders.store import SaveReport
from ..languages import spoken
from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type, window_size
from ..words import visible
from .text_table import TextTableModel, fit_columns, plain_table

_SIZE: Final = (640, 420)
_LINES_AT_MOST: Final = 5_000


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file; `kind` is what it was read as."""

    name: str
    kind: str
    saved: SaveReport
    rejected: tuple[RejectedRow, ...]


class ImportReport(QDialog):
    """Tells of each file what is new, updated and as it was, and lists what was left out."""

    def __init__(self, files: Sequence[FileReport], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Imported orders"))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        for file in files:
            column.addWidget(Label(visible(file.name), Type.STRONG, parent=self))
            column.addWidget(Label(self._counts(file), parent=self))
        rows = [
            (visible(file.name), str(row.line), spoken(row.why))
            for file in files
            for row in file.rejected
        ]
        if rows:
            self._list_lines(rows, column)
        else:
            column.addStretch(1)
        close = ActButton(self.tr("Close"), Icon.CROSS, parent=self)
        close.clicked.connect(self.close)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(window_size(self, _SIZE[0], _SIZE[1] if rows else _SIZE[1] // 2))

    def _counts(self, file: FileReport) -> str:
        text = self.tr(
            "Read as: {kind}. New: {new}. Updated: {changed}. As they were: {same}. "
            "Lines left out: {bad}."
        )
        return text.format(
            kind=file.kind,
            new=file.saved.imported,
            changed=file.saved.updated,
            same=file.saved.unchanged,
            bad=len(file.rejected),
        )

    def _list_lines(self, rows: Sequence[tuple[str, str, str]], column: QVBoxLayout) -> None:
        text = self.tr("These lines were left out. Mend them in the file and import it again.")
        column.addWidget(Label(text, Type.BODY, Tone.MUTED, self))
        names = (self.tr("File"), self.tr("Line"), self.tr("Why"))
        table = plain_table(self.tr("Lines left out"), self)
        table.setModel(TextTableModel(names, rows[:_LINES_AT_MOST], table))
        fit_columns(table)
        table.horizontalHeader().setStretchLastSection(True)
        column.addWidget(table, stretch=1)
