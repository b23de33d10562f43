"""The watched folder: order files that come into it are imported by themselves, quietly."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ...replies.errors import OrderFileError
from ..engine import Engine
from ..languages import said
from ..problems import Problem, ProblemBar
from ..words import visible
from .order_import import Watch, store_files

if TYPE_CHECKING:
    from ...mailbox.store.writer import Transaction
    from ...replies.orders.importing.watched_folder import FoundFile, Look, Stamp
    from .import_report import FileReport

_LOOK: Final = "watched folder"
_GONE: Final = "watched folder is gone"
_UNKNOWN: Final = "unknown file of the watched folder"
_POLL_MS: Final = 30_000  # folders of a network tell nothing by themselves
_SETTLE_MS: Final = 2_000  # a file that is the same after so long is whole


def _look(
    folder: Path, before: Mapping[Path, Stamp], done: Mapping[Path, Stamp], db: sqlite3.Connection
) -> Look | OrderFileError:
    from ...replies.orders.importing.mapped import layout_of
    from ...replies.orders.importing.store import load_mappings, load_watched
    from ...replies.orders.importing.watched_folder import look_into

    layouts = [layout_of(mapping) for mapping in load_mappings(db)]
    try:
        return look_into(folder, before, done, load_watched(db), layouts)
    except OrderFileError as error:
        return error


class FolderWatch(QObject):
    """Looks into the folder that Preferences name, and imports what is new and whole.

    Signals:
        said: carries a short line on what was imported.
        failed: carries an exception for the seller to read.
        lines_left_out: carries the FileReports of files of which lines could not be read.
        mapping_wanted: carries the path of a file whose columns the seller will name.
    """

    said = Signal(str)
    failed = Signal(object)
    lines_left_out = Signal(object)
    mapping_wanted = Signal(object)

    def __init__(self, engine: Engine, problems: ProblemBar, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._problems = problems
        self._folder: Path | None = None
        self._before: dict[Path, Stamp] = {}
        self._done: dict[Path, Stamp] = {}
        self._unknown: Path | None = None
        self._told: set[str] = set()  # digests; two looks may find a file before it is noted
        self._files = QFileSystemWatcher(self)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._settle = QTimer(self)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.setSingleShot(True)
        self._files.directoryChanged.connect(self._settle.start)
        self._poll.timeout.connect(self.look)
        self._settle.timeout.connect(self.look)
        engine.lookups.finished.connect(self._on_looked)
        engine.lookups.failed.connect(self._on_look_failed)
        problems.button_pressed.connect(self._on_button_pressed)

    def follow(self) -> None:
        """Watch the folder of the preferences; none where they name none."""
        named = self._engine.preferences.watched_folder
        folder = Path(named) if named else None
        if folder == self._folder:
            return
        if watched := self._files.directories():
            self._files.removePaths(watched)
        self._folder, self._before, self._done = folder, {}, {}
        self._told = set()
        self._problems.solve(_GONE)
        self._problems.solve(_UNKNOWN)
        self._settle.stop()
        if folder is None:
            self._poll.stop()
            return
        self._poll.start()
        self.look()

    def look(self) -> None:
        """Look into the folder now."""
        if self._folder is not None:
            if not self._files.directories():
                self._files.addPath(str(self._folder))
            look = partial(_look, self._folder, dict(self._before), dict(self._done))
            self._engine.look_up(_LOOK, look)

    def look_anew(self) -> None:
        """Look again at what was of an unknown kind."""
        self._done = {}
        self.look()

    def _on_looked(self, name: str, result: object) -> None:
        if name != _LOOK or self._folder is None:
            return
        from ...replies.orders.importing.watched_folder import Look

        if isinstance(result, OrderFileError):
            self._show_gone(result)
        elif isinstance(result, Look):
            self._problems.solve(_GONE)
            self._take(result)

    def _take(self, look: Look) -> None:
        if any(path.parent != self._folder for path in look.stamps):
            return  # of a folder that was left meanwhile
        if not look.is_quiet(self._before):
            self._settle.start()
        self._before = dict(look.stamps)
        for file in look.found:
            if file.path in look.stamps:
                self._done[file.path] = look.stamps[file.path]
            if file.export is not None:
                self._import(file)
            elif file.problem is not None:
                self._tell_unknown(file)

    def _on_look_failed(self, name: str, error: Exception) -> None:
        if name == _LOOK:
            self.failed.emit(error)

    def _import(self, file: FoundFile) -> None:
        from ...replies.orders.importing.store import note_watched

        export = file.export
        if export is None:
            return
        seen_at = self._engine.outbox.clock.read().wall

        def keep(tx: Transaction) -> list[FileReport]:
            reports = store_files(tx, self._engine.outbox, [(file.path.name, export)], Watch())
            note_watched(tx, file.digest, file.path.name, seen_at, was_imported=True)
            return reports

        self._engine.follow(self._engine.writer.submit(keep), self._report, self.failed.emit)

    def _report(self, reports: list[FileReport]) -> None:
        text = self.tr("{file}: {new} new, {changed} updated, {bad} lines left out.")
        for report in reports:
            line = text.format(
                file=visible(report.name),
                new=report.saved.imported,
                changed=report.saved.updated,
                bad=len(report.rejected),
            )
            self.said.emit(line)
            if self._unknown is not None and self._unknown.name == report.name:
                self._problems.solve(_UNKNOWN)
        if any(report.rejected for report in reports):
            self.lines_left_out.emit(reports)

    def _tell_unknown(self, file: FoundFile) -> None:
        """Say once that a file is of no known kind, with the way to name its columns."""
        from ...replies.orders.importing.store import load_watched, note_watched

        if file.digest in self._told or file.digest in load_watched(self._engine.reader):
            return
        self._unknown = file.path if file.may_be_mapped else None
        what = self.tr("{file} in the watched folder is of a kind that is not known.")
        advice = self.tr("Say once what its columns are; the next file of that kind is read.")
        if file.may_be_mapped:
            button = self.tr("Name the columns…")
            problem = Problem(_UNKNOWN, what.format(file=visible(file.path.name)), advice, button)
        else:
            problem = Problem(_UNKNOWN, said(file.problem or OrderFileError("")), "")
        self._problems.show_problem(problem)
        if file.digest:
            self._told.add(file.digest)
            seen_at = self._engine.outbox.clock.read().wall
            noted = partial(
                note_watched,
                digest=file.digest,
                name=file.path.name,
                seen_at=seen_at,
                was_imported=False,
            )
            self._engine.follow(self._engine.writer.submit(noted))

    def _show_gone(self, error: OrderFileError) -> None:
        self._before = {}
        if watched := self._files.directories():
            self._files.removePaths(watched)
        advice = self.tr("It is looked for again and again; or choose another in Preferences.")
        self._problems.show_problem(Problem(_GONE, said(error), advice))

    def _on_button_pressed(self, key: str) -> None:
        if key == _UNKNOWN and self._unknown is not None:
            self._problems.solve(_UNKNOWN)
            self.mapping_wanted.emit(self._unknown)
