"""Saves the case that is read as a folder of evidence, where the seller chooses."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ...replies.evidence import gather_evidence, write_evidence
from ..engine import Engine
from ..file_places import usual_folder
from ..inbox.reading import Reading
from ..languages import said, spoken

_WORK: Final = "evidence"
ChooseFolder = Callable[[QWidget, str], str]


class EvidenceFolder(QObject):
    """Writes letters, order and course of a case, beside the window.

    Signals:
        said: carries a sentence on what was done, or what she has to do.
    """

    said = Signal(str)

    def __init__(
        self, engine: Engine, reading: Reading, window: QWidget, choose: ChooseFolder | None = None
    ) -> None:
        super().__init__(window)
        self._engine = engine
        self._reading = reading
        self._window = window
        self.choose = choose or _choose_folder
        engine.lookups.finished.connect(self._on_written)
        engine.lookups.failed.connect(self._on_failed)

    def save(self) -> None:
        """Ask for a place, and write a new folder there."""
        matter = self._reading.matter
        if matter is None or matter.case is None:
            self.said.emit(self.tr("Open a complaint first: only complaints have a case."))
            return
        chosen = self.choose(self._window, self.tr("Save the case in this folder"))
        if not chosen:
            return
        now = self._reading.now().astimezone()
        name = self.tr("Case {number}, {day}").format(
            number=matter.case.number, day=f"{now:%Y-%m-%d %H.%M}"
        )
        self._engine.look_up(_WORK, partial(_written, Path(chosen) / name, matter.case.id, now))

    def _on_written(self, name: str, place: object) -> None:
        if name == _WORK and isinstance(place, Path):
            done = self.tr("The case is saved as the folder “{name}”.")
            self.said.emit(done.format(name=place.name))

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == _WORK:
            self.said.emit(said(error))


def _written(place: Path, case_id: int, now: datetime, db: sqlite3.Connection) -> Path:
    write_evidence(gather_evidence(db, case_id), place, now, spoken)
    return place


def _choose_folder(window: QWidget, title: str) -> str:
    return QFileDialog.getExistingDirectory(window, title, usual_folder())
