"""Fills the page of all orders from the store, beside the window, and writes them to a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies.orders.exporting import csv_lines
from ...replies.orders.list_store import (
    OrderWish,
    conversation_of_order,
    count_orders,
    each_order,
    list_orders,
)
from ...replies.orders.order import OrderFile
from ..engine import Engine
from ..file_places import usual_folder
from ..words import Words, visible
from .orders_view import OrdersView

_LIST: Final = "orders"
_EXPORT: Final = "export orders"
_PAGE: Final = 200
_TYPED_MS: Final = 120  # behind the last key
_FILE_NAME: Final = "orders.csv"


@dataclass(frozen=True, slots=True)
class _Listed:
    wish: OrderWish
    files: tuple[OrderFile, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Written:
    path: Path


def _read(wish: OrderWish, limit: int, db: sqlite3.Connection) -> _Listed:
    return _Listed(wish, list_orders(db, wish, limit), count_orders(db, wish))


def _write(path: Path, wish: OrderWish, today: date, db: sqlite3.Connection) -> _Written:
    """Write the orders to a file; one that is there is replaced when all is written."""
    part = path.with_name(f"{path.name}.part")
    try:
        # The byte order mark tells spreadsheets that it is UTF-8.
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            file.writelines(csv_lines(each_order(db, wish), today))
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    return _Written(path)


def _chosen_path(view: OrdersView, title: str, kinds: str) -> str:
    name, _ = QFileDialog.getSaveFileName(
        view, title, str(Path(usual_folder()) / _FILE_NAME), kinds
    )
    return name


class OrderBrowser(QObject):
    """Keeps the page as the store has it while it is looked at.

    Signals:
        conversation_wanted: carries the id of the conversation about an order.
        said: carries a short line on what was done.
    """

    conversation_wanted = Signal(int)
    said = Signal(str)

    def __init__(
        self,
        engine: Engine,
        view: OrdersView,
        words: Words,
        parent: QObject,
        choose_path: Callable[[OrdersView, str, str], str] = _chosen_path,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._view = view
        self._words = words
        self._choose_path = choose_path
        self._limit = _PAGE
        self._count = 0
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPED_MS)
        self._typing.timeout.connect(self.refresh)
        view.wish_changed.connect(self._on_wish_changed)
        view.more_wanted.connect(self._on_more_wanted)
        view.order_opened.connect(self._on_order_opened)
        view.export_wanted.connect(self._export)
        engine.changed.connect(self._on_changed)
        engine.lookups.finished.connect(self._on_looked_up)
        engine.lookups.failed.connect(self._on_failed)

    def refresh(self) -> None:
        """Read again what is shown."""
        self._engine.look_up(_LIST, partial(_read, self._view.wish, self._limit))

    def _on_wish_changed(self) -> None:
        self._limit = _PAGE
        self._view.to_top()
        self._typing.start()

    def _on_more_wanted(self) -> None:
        if self._view.model.rowCount() == self._limit < self._count:
            self._limit += _PAGE
            self.refresh()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.ORDER) and self._view.isVisible():
            self._typing.start()

    def _on_looked_up(self, name: str, result: object) -> None:
        if name == _LIST and isinstance(result, _Listed) and result.wish == self._view.wish:
            self._count = result.count
            self._view.show_orders(result.files, result.count, self._today())
        elif name == _EXPORT and isinstance(result, _Written):
            text = self.tr("The orders are in {file}.")
            self.said.emit(text.format(file=visible(result.path.name)))

    def _on_failed(self, name: str, error: Exception) -> None:
        if name in {_LIST, _EXPORT}:
            self._engine.failed.emit(error)

    def _on_order_opened(self, order_row: int) -> None:
        conversation_id = conversation_of_order(self._engine.reader, order_row)
        if conversation_id is None:
            self.said.emit(self.tr("No letter is about this order."))
        else:
            self.conversation_wanted.emit(conversation_id)

    def _export(self) -> None:
        title, kinds = self.tr("Export the orders"), self.tr("Table (*.csv)")
        name = self._choose_path(self._view, title, kinds)
        if name:
            write = partial(_write, Path(name), self._view.wish, self._today())
            self._engine.look_up(_EXPORT, write)

    def _today(self) -> date:
        return self._words.today(self._engine.profile.clock.read().wall)
