"""The lists of the template window: hers and ours, and the names that may stand in one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ...replies.compose.own_templates import OwnTemplate
from ...replies.compose.template_preview import AllowedName
from ..words import visible
from .fact_words import FactWords

_Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_TEXT_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class Row:
    """A template in the list.

    Attributes:
        own: hers; or ours, in her wording or as it is.
        is_kept: the folder holds it.
        is_changed: what is written is not kept yet.
    """

    own: OwnTemplate
    is_kept: bool
    is_changed: bool = False


class TemplateListModel(QAbstractListModel):
    """Her templates of a language, and behind them ours."""

    def __init__(self, name_of: Callable[[OwnTemplate], str], parent: QObject) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def mark_changed(self, own: OwnTemplate, *, is_changed: bool) -> None:
        """Show one as it is written now, and whether that is not kept yet."""
        rows = list(self._rows)
        place = self.place_of(own.id)
        rows[place] = Row(own, rows[place].is_kept, is_changed)
        self._rows = tuple(rows)
        self.dataChanged.emit(self.index(place), self.index(place))

    def row(self, place: int) -> Row:
        """The template in a row."""
        return self._rows[place]

    def place_of(self, id_: str) -> int:
        """The row of a template, the first one where it is gone."""
        ids = [row.own.id for row in self._rows]
        return ids.index(id_) if id_ in ids else 0

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (*_TEXT_ROLES, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self._rows[index.row()]
        text = visible(self._name_of(row.own))
        if row.is_changed:
            return self.tr("{name} · not kept yet").format(name=text)
        if row.own.replaces and row.is_kept:
            return self.tr("{name} · your wording").format(name=text)
        return text if row.own.replaces else self.tr("{name} · yours").format(name=text)


class AllowedNamesModel(QAbstractListModel):
    """What may stand in a template: its meaning, and what it gives for the letter."""

    def __init__(self, words: FactWords, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._all: tuple[AllowedName, ...] = ()
        self._shown: tuple[AllowedName, ...] = ()
        self._typed = ""

    def set_names(self, names: Sequence[AllowedName]) -> None:
        """Show these."""
        self._all = tuple(names)
        self.search(self._typed)

    def search(self, typed: str) -> None:
        """Show those whose name, meaning or words hold what was typed."""
        self.beginResetModel()
        self._typed = typed
        wanted = typed.casefold().split()
        self._shown = tuple(
            one
            for one in self._all
            if all(word in f"{one.name} {self.line(one)}".casefold() for word in wanted)
        )
        self.endResetModel()

    def name_at(self, place: int) -> AllowedName:
        """The name in a row."""
        return self._shown[place]

    def line(self, one: AllowedName) -> str:
        """A name as its row says it."""
        meaning = self._words.meaning(one.name, is_part=one.is_part)
        words = " ".join(one.words.split())
        if not words:
            return self.tr("{meaning} · not known here").format(meaning=meaning)
        return self.tr("{meaning}: {words}").format(meaning=meaning, words=words)

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        texts: Mapping[int, str] = {
            Qt.ItemDataRole.DisplayRole: self.line(one),
            Qt.ItemDataRole.AccessibleTextRole: f"{self.line(one)}, {one.written}",
            Qt.ItemDataRole.ToolTipRole: one.written,
        }
        return texts.get(role)
