"""What paper needs of this computer: where a PDF goes, and a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize
from PySide6.QtWidgets import QFileDialog, QWidget

from ..file_places import usual_folder

_MARGINS_MM: Final = QMarginsF(22, 20, 22, 14)


@dataclass(frozen=True, slots=True)
class PaperDoors:
    """The dialogs of the system.

    Attributes:
        choose_file: asks where a file goes, given a title and a name; "" where she thinks better.
        has_printer: whether one is set up, and this installation can print.
        choose_printer: asks for one, and hands it on once it is chosen.
    """

    choose_file: Callable[[QWidget, str, str], str]
    has_printer: Callable[[], bool]
    choose_printer: Callable[[QWidget, str, Callable[[QPagedPaintDevice], None]], None]


def system_doors() -> PaperDoors:
    """The file dialog and printers of this computer."""
    return PaperDoors(_choose_file, _has_printer, _choose_printer)


def set_page(device: QPagedPaintDevice) -> None:
    """Give a device the paper of this country, upright, with our margins."""
    is_us = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize.PageSizeId.Letter if is_us else QPageSize.PageSizeId.A4
    device.setPageSize(QPageSize(size))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)


def _choose_file(parent: QWidget, title: str, name: str) -> str:
    start = str(Path(usual_folder()) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, "PDF (*.pdf)")
    return chosen


def _has_printer() -> bool:
    try:
        from PySide6.QtPrintSupport import QPrinterInfo
    except ImportError:
        return False
    return bool(QPrinterInfo.availablePrinterNames())


def _choose_printer(
    parent: QWidget, title: str, take: Callable[[QPagedPaintDevice], None]
) -> None:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_page(printer)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    try:
        if dialog.exec():
            take(printer)
    finally:
        dialog.deleteLater()
