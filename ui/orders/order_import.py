"""The import of order files: read, ask for unknown columns, store, report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from ...replies.errors import ImportCancelledError
from ...replies.order_intake import save_export
from ..case.sources import export_name
from ..engine import Engine
from ..file_places import FilePlaces
from ..languages import spoken
from ..words import visible

if TYPE_CHECKING:
    from ...mailbox.store.writer import Transaction
    from ...replies.orders.importing.imported import ImportedFile, RejectedRow
    from ...replies.orders.importing.importer import OrderExport
    from ...replies.orders.importing.layouts import Layout
    from ...replies.orders.importing.mapped import ColumnMapping, Table
    from ...replies.outbox.outbox import Outbox
    from .import_report import FileReport

_IMPORT: Final = "import orders"
_NAMING: Final = "name columns"
_LINES_TOLD: Final = 3
_SHOWN_AFTER_MS: Final = 600  # a small file is in before anything needs to be shown
_STEP_MS: Final = 100
_FEWEST_COLUMNS: Final = 3  # what has fewer is no table of orders


class Watch:
    """How far an import is, asked by the window and told by the writer; it can be broken off.

    Attributes:
        whole: how many rows there are, about; 0 while that is not known.
        done: how many were stored.
    """

    def __init__(self, whole: int = 0) -> None:
        self.whole = whole
        self.done = 0
        self._before = 0
        self._is_cancelled = Event()

    def cancel(self) -> None:
        """Break it off at the next part."""
        self._is_cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether the seller broke it off."""
        return self._is_cancelled.is_set()

    def tell(self, rows: int) -> None:
        """Take the number of rows that were read of the file that is being stored."""
        self.done = self._before + rows

    def end_file(self) -> None:
        """Go on to the next file."""
        self._before = self.done


@dataclass(frozen=True, slots=True)
class _Read:
    """What reading gave: files of known kinds, and those whose columns must be asked for."""

    watch: Watch
    known: tuple[tuple[str, OrderExport], ...]
    unknown: tuple[tuple[Path, Table], ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """A file whose columns are to be named."""

    table: Table


def _read_table(path: Path) -> _Named:
    from ...replies.orders.importing.mapped import read_table

    return _Named(read_table(path.read_bytes(), path.name))


def _read_files(paths: Sequence[Path], layouts: Sequence[Layout], watch: Watch) -> _Read:
    from ...replies.errors import UnknownLayoutError
    from ...replies.orders.importing.importer import order_export
    from ...replies.orders.importing.mapped import read_table

    known: list[tuple[str, OrderExport]] = []
    unknown: list[tuple[Path, Table]] = []
    for path in paths:
        if watch.is_cancelled():
            break
        try:
            known.append((path.name, order_export(path, layouts)))
        except UnknownLayoutError:
            table = read_table(path.read_bytes(), path.name)
            if sum(bool(column) for column in table.columns) < _FEWEST_COLUMNS or not table.rows:
                raise
            unknown.append((path, table))
    return _Read(watch, tuple(known), tuple(unknown))


def store_files(
    tx: Transaction, outbox: Outbox, files: Sequence[tuple[str, OrderExport]], watch: Watch
) -> list[FileReport]:
    """Store the files part by part; one that is broken off leaves nothing of any."""
    from ...replies.orders.importing.progress import ROWS_AT_ONCE, watched
    from .import_report import FileReport

    reports = []
    for name, export in files:
        rejected: list[RejectedRow] = []

        def noted(parts: Iterable[ImportedFile], bad: list[RejectedRow]) -> Iterator[ImportedFile]:
            for part in parts:
                bad.extend(part.rejected)
                yield part

        parts = watched(export.parts(ROWS_AT_ONCE), watch.tell, watch.is_cancelled)
        saved = save_export(tx, outbox, noted(parts, rejected))
        watch.end_file()
        bad = tuple(sorted(rejected, key=lambda row: row.line))
        reports.append(FileReport(name, export_name(export.format), saved, bad))
    return reports


class OrderImport(QObject):
    """Imports the files that the seller chooses or drops on the window, one set at a time.

    Signals:
        said: carries a short line on what was done.
        failed: carries an exception for the seller to read.
        lines_left_out: carries which lines of imported files could not be read, and why.
        mapping_kept: the columns of another kind of file are known.
    """

    said = Signal(str)
    failed = Signal(object)
    lines_left_out = Signal(str)
    mapping_kept = Signal()

    def __init__(self, engine: Engine, window: QWidget) -> None:
        super().__init__(window)
        self._engine = engine
        self._window = window
        self._watch = Watch()
        self._read: list[tuple[str, OrderExport]] = []
        self._asked: list[tuple[Path, Table]] = []
        self._was_asked = False
        self._progress: QProgressDialog | None = None
        self._stepping = QTimer(self)
        self._stepping.setInterval(_STEP_MS)
        self._stepping.timeout.connect(self._show_progress)
        engine.background.finished.connect(self._on_finished)
        engine.background.failed.connect(self._on_failed)

    def choose_files(self) -> None:
        """Let the seller choose order files, and import them."""
        places = FilePlaces(self._engine.profile.folder)
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import orders"),
            places.start(),
            self.tr("Order files (*.csv *.txt *.tsv *.sta);;All files (*)"),
        )
        if names:
            places.note(Path(names[0]))
            self.import_files([Path(name) for name in names])

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import order files; what cannot be read of them is said line by line."""
        self._read, self._asked, self._was_asked = [], [], False
        self._begin_reading(paths)

    def name_columns(self, path: Path) -> None:
        """Let the seller say what the columns of a file are; it is not imported by this."""
        self._engine.background.start(_NAMING, partial(_read_table, path))

    def _begin_reading(self, paths: Sequence[Path]) -> None:
        from ...replies.orders.importing.mapped import layout_of
        from ...replies.orders.importing.store import load_mappings

        layouts = [layout_of(mapping) for mapping in load_mappings(self._engine.reader)]
        watch = self._watch = Watch()
        names = ", ".join(visible(path.name) for path in paths)
        self._open_progress(self.tr("Reading {files}…").format(files=names))
        self._engine.background.start(_IMPORT, lambda: _read_files(paths, layouts, watch))

    def _on_finished(self, name: str, result: object) -> None:
        if name == _NAMING and isinstance(result, _Named):
            self._ask_for_columns(result.table)
        if name != _IMPORT or not isinstance(result, _Read) or result.watch is not self._watch:
            return
        self._close_progress()
        if self._watch.is_cancelled():
            self.said.emit(self.tr("The import was broken off. Nothing of it was kept."))
            return
        self._read.extend(result.known)
        self._asked.extend(result.unknown)
        self._go_on()

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == _IMPORT:
            self._close_progress()
        if name in {_IMPORT, _NAMING}:
            self.failed.emit(error)

    def _ask_for_columns(self, table: Table) -> None:
        from .mapping_dialog import MappingDialog

        dialog = MappingDialog(table, self._window)
        dialog.mapping_given.connect(self._on_columns_named)
        dialog.open()

    def _on_columns_named(self, mapping: ColumnMapping) -> None:
        from ...replies.orders.importing.store import save_mapping

        future = self._engine.writer.submit(lambda tx: save_mapping(tx, mapping))
        self._engine.follow(future, lambda _: self.mapping_kept.emit())

    def _go_on(self) -> None:
        """Ask for the columns of the next unknown file; keep all when none is left."""
        if not self._asked:
            self._keep()
            return
        from .mapping_dialog import MappingDialog

        dialog = MappingDialog(self._asked[0][1], self._window)
        dialog.mapping_given.connect(self._on_mapping_given)
        dialog.rejected.connect(self._on_left_out)
        dialog.open()

    def _on_mapping_given(self, mapping: ColumnMapping) -> None:
        from ...replies.orders.importing.store import save_mapping

        self._was_asked = True
        path, _ = self._asked.pop(0)
        # Files of the same columns, chosen together, are known by this mapping too.
        paths = [path, *(other for other, _ in self._asked)]
        self._asked = []
        future = self._engine.writer.submit(lambda tx: save_mapping(tx, mapping))
        self._engine.follow(future, lambda _: self._on_mapping_kept(paths))

    def _on_mapping_kept(self, paths: Sequence[Path]) -> None:
        self._begin_reading(paths)
        self.mapping_kept.emit()

    def _on_left_out(self) -> None:
        path, _ = self._asked.pop(0)
        if self._asked or self._read:
            self._go_on()
        else:
            text = self.tr("{file} was left out.")
            self.said.emit(text.format(file=visible(path.name)))

    def _keep(self) -> None:
        files = tuple(self._read)
        watch = self._watch = Watch(sum(export.line_count for _, export in files))
        self._open_progress(self.tr("Storing the orders…"))
        future = self._engine.writer.submit(
            lambda tx: store_files(tx, self._engine.outbox, files, watch)
        )
        self._engine.follow(future, self._report, self._on_not_kept)

    def _on_not_kept(self, error: Exception) -> None:
        self._close_progress()
        if isinstance(error, ImportCancelledError):
            self.said.emit(self.tr("The import was broken off. Nothing of it was kept."))
        else:
            self.failed.emit(error)

    def _report(self, reports: Sequence[FileReport]) -> None:
        from .import_report import ImportReport

        self._close_progress()
        bad = sum(len(report.rejected) for report in reports)
        text = self.tr("{new} orders imported, {changed} updated, {bad} lines left out.")
        new = sum(report.saved.imported for report in reports)
        changed = sum(report.saved.updated for report in reports)
        self.said.emit(text.format(new=new, changed=changed, bad=bad))
        if bad:
            self.tell_left_out(reports)
        if bad or self._was_asked:
            ImportReport(reports, self._window).open()

    def tell_left_out(self, reports: Sequence[FileReport]) -> None:
        """Say which lines could not be read, and why, the first few of them."""
        text = self.tr("{file}, line {line}: {why}.")
        rejected = [(report.name, row) for report in reports for row in report.rejected]
        told = [
            text.format(file=visible(name), line=row.line, why=spoken(row.why))
            for name, row in rejected[:_LINES_TOLD]
        ]
        if more := len(rejected) - len(told):
            told.append(self.tr("And %n more.", "", more))
        self.lines_left_out.emit(" ".join(told))

    def _open_progress(self, text: str) -> None:
        self._close_progress()
        progress = QProgressDialog(text, self.tr("Stop"), 0, 0, self._window)
        progress.setWindowTitle(self.tr("Import orders"))
        progress.setAutoReset(False)
        progress.setMinimumDuration(_SHOWN_AFTER_MS)
        progress.canceled.connect(self._watch.cancel)
        self._progress = progress
        self._stepping.start()

    def _show_progress(self) -> None:
        if self._progress is None or self._watch.is_cancelled():
            return
        self._progress.setMaximum(self._watch.whole)
        self._progress.setValue(min(self._watch.done, self._watch.whole))

    def _close_progress(self) -> None:
        self._stepping.stop()
        if self._progress is not None:
            self._progress.canceled.disconnect(self._watch.cancel)
            self._progress.reset()
            self._progress.deleteLater()
            self._progress = None
