"""Puts the letter that is read, or its conversation, on paper or into a PDF, step by step."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QIODevice, QObject, QSaveFile, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter
from PySide6.QtWidgets import QProgressDialog

from ...mailbox.attachments import file_name
from ..inbox.letter_view import LetterView
from ..inbox.reading import Reading
from ..words import Words
from .doors import PaperDoors, set_page
from .pages import Pages
from .sheets import Paper, paper_of

_STEP_S: Final = 0.015  # of the window's time at once
_SHOWN_AFTER_S: Final = 0.4
_LAYING_OUT: Final = 70  # percent of the work; the rest is painting
_PDF_DPI: Final = 600


class PaperRefusedError(Exception):
    """Nothing can be painted on a device; she is told to look after her printer."""


class Printing(QObject):
    """One document at a time is laid out and painted while the window stays free.

    Signals:
        said: carries a sentence on what was done, or what she has to do.
        ended: the document is done, or given up.
    """

    said = Signal(str)
    ended = Signal()

    def __init__(
        self,
        reading: Reading,
        view: LetterView,
        words: Words,
        doors: PaperDoors,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._view = view
        self._words = words
        self._doors = doors
        self._steps: Iterator[float] | None = None
        self._device: QPagedPaintDevice | None = None
        self._file: QSaveFile | None = None
        self._progress: QProgressDialog | None = None
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_step_due)

    def print_out(self, *, is_whole: bool) -> None:
        """Print the letter, or the whole conversation."""
        paper = self._paper(is_whole=is_whole)
        if paper is None:
            return
        if not self._doors.has_printer():
            self.said.emit(
                self.tr(
                    "No printer is set up on this computer. Set one up in its settings, "
                    "or save the letter as a PDF."
                )
            )
            return
        self._doors.choose_printer(
            self._view.window(), paper.title, lambda printer: self._start(paper, printer)
        )

    def save_pdf(self, *, is_whole: bool) -> None:
        """Save the letter, or the whole conversation, as a PDF where she chooses."""
        paper = self._paper(is_whole=is_whole)
        if paper is None:
            return
        name = f"{file_name(paper.title)}.pdf"
        chosen = self._doors.choose_file(self._view.window(), self.tr("Save as PDF"), name)
        if not chosen:
            return
        path = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
        file = QSaveFile(str(path))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            self._say_not_written(path, file.errorString())
            return
        writer = QPdfWriter(file)
        writer.setResolution(_PDF_DPI)
        writer.setTitle(paper.title)
        set_page(writer)
        self._file = file
        self._start(paper, writer)

    def stop(self) -> None:
        """Give up the document that is being made; what was there before stays as it was."""
        if self._steps is None:
            return
        abort = getattr(self._device, "abort", None)  # a printer's; a PDF is just not kept
        if abort is not None:
            abort()
        self._end()
        self.said.emit(self.tr("Stopped. Nothing was printed or saved."))

    def _paper(self, *, is_whole: bool) -> Paper | None:
        matter = self._reading.matter
        if matter is None or matter.is_begun_here:
            self.said.emit(self.tr("Open a letter first."))
            return None
        if self._steps is not None:
            self.said.emit(self.tr("Another document is still being made. Wait a moment."))
            return None
        return paper_of(
            matter,
            self._words,
            is_whole=is_whole,
            is_revealed=self._view.is_revealed,
            shown=self._view.shown_text(),
        )

    def _start(self, paper: Paper, device: QPagedPaintDevice) -> None:
        self._device = device
        self._steps = _made(paper, device)
        self._began = time.monotonic()
        self._timer.start()

    def _on_step_due(self) -> None:
        if self._steps is None:
            return
        until = time.monotonic() + _STEP_S
        done = 0.0
        try:
            while time.monotonic() < until:
                done = next(self._steps)
        except StopIteration:
            self._finish()
        except PaperRefusedError:
            self._end()
            self.said.emit(
                self.tr("The printer does not answer. Look whether it is on, and try again.")
            )
        else:
            self._show_progress(round(done))

    def _show_progress(self, percent: int) -> None:
        if self._progress is None and time.monotonic() - self._began > _SHOWN_AFTER_S:
            text = self.tr("The pages are being made.")
            self._progress = QProgressDialog(text, self.tr("Stop"), 0, 100, self._view.window())
            self._progress.setMinimumDuration(0)
            self._progress.setAutoClose(False)
            self._progress.setAutoReset(False)
            self._progress.canceled.connect(self.stop)
            self._progress.show()
        if self._progress is not None:
            self._progress.setValue(percent)

    def _finish(self) -> None:
        file = self._file
        if file is None:
            self._end()
            self.said.emit(self.tr("The pages are with the printer."))
            return
        self._file = None
        self._end()
        path = Path(file.fileName())
        if file.commit():
            self.said.emit(self.tr("Saved as {names}.").format(names=path.name))
        else:
            self._say_not_written(path, file.errorString())

    def _say_not_written(self, path: Path, reason: str) -> None:
        self.said.emit(
            self.tr(
                "{name} could not be written: {reason}. Choose another folder, or make room."
            ).format(name=path.name, reason=reason.rstrip("."))
        )

    def _end(self) -> None:
        self._timer.stop()
        steps, self._steps = self._steps, None
        close = getattr(steps, "close", None)  # the painter ends before its device goes
        if close is not None:
            close()
        self._device = None
        if self._file is not None:
            self._file.cancelWriting()
            self._file = None
        if self._progress is not None:
            self._progress.canceled.disconnect(self.stop)
            self._progress.deleteLater()
            self._progress = None
        self.ended.emit()


def _made(paper: Paper, device: QPagedPaintDevice) -> Iterator[float]:
    """Lay a paper out and paint it; gives the percents that are done."""
    pages = Pages(paper, device)
    for share in pages.lay_out():
        yield share * _LAYING_OUT
    painter = QPainter()
    if not painter.begin(device):
        raise PaperRefusedError
    try:
        for number in range(pages.count):
            if number:
                device.newPage()
            pages.paint(painter, number)
            yield _LAYING_OUT + (100 - _LAYING_OUT) * (number + 1) / pages.count
    finally:
        painter.end()
