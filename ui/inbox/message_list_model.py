"""The rows of the inbox as a model: one column, one row for each conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ...replies.inbox import InboxRow
from ..words import Urgency, Words, urgency
from .letter_drag import FilesOf, LetterMime

_Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
FACE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ID_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_TOP: Final = QModelIndex()
_BEFORE_ALL: Final = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class RowFace:
    """What a row shows, in words; the delegate paints it without further questions."""

    name: str
    short_name: str
    summary: str
    kind: str
    mark: str
    title: str
    number: str
    state: str
    clock: str
    short_clock: str
    urgency: Urgency | None


class MessageListModel(QAbstractTableModel):
    """Shows inbox rows in the order in which they are given.

    Signals:
        more_wanted: the end of the list came into view, and there are more rows.
    """

    more_wanted = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._now = _BEFORE_ALL
        self._rows: list[InboxRow] = []
        self._faces: dict[int, RowFace] = {}
        self._has_more = False
        self._files_of: FilesOf | None = None

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == FACE_ROLE:
            return self._face(row)
        if role == ID_ROLE:
            return row.conversation_id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words.row(row, self._now)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def supportedDragActions(self) -> Qt.DropAction:
        """Copies only: another program would delete the file that it was given to move."""
        return Qt.DropAction.CopyAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        letters = [self._rows[row].conversation_id for row in rows]
        is_begun = any(self._rows[row].is_begun_here for row in rows)
        return LetterMime(letters, None if is_begun else self._files_of)

    def set_files_of(self, files_of: FilesOf) -> None:
        """Offer dragged letters to other programs as the files that this makes of them."""
        self._files_of = files_of

    def row(self, conversation_id: int) -> InboxRow | None:
        """The row of a conversation, None where it is not in the list."""
        rows = (row for row in self._rows if row.conversation_id == conversation_id)
        return next(rows, None)

    def dragged_words(self, count: int) -> str:
        """How many letters are dragged."""
        return self._words.found(count)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Letter")
        return super().headerData(section, orientation, role)

    def row_of(self, conversation_id: int) -> int:
        """The place of a conversation in the list, -1 where it is not in it."""
        places = (i for i, row in enumerate(self._rows) if row.conversation_id == conversation_id)
        return next(places, -1)

    def set_rows(self, rows: Sequence[InboxRow], now: datetime, *, has_more: bool = False) -> None:
        """Show these rows; what stays is kept in place, so that the selection stays with it.

        Args:
            has_more: there are rows behind the last one, for `more_wanted`.
        """
        self._has_more = has_more
        self.set_now(now)
        wanted = {row.conversation_id for row in rows}
        if not any(row.conversation_id in wanted for row in self._rows):
            self._replace_all(rows)
            return
        self._drop_others(wanted)
        self._arrange(rows)

    def canFetchMore(self, parent: _Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: _Index) -> None:
        self._has_more = False
        self.more_wanted.emit()

    def set_now(self, now: datetime) -> None:
        """Count the clocks from this moment on."""
        if now == self._now:
            return
        self._now = now
        self._faces.clear()
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last)

    def _replace_all(self, rows: Sequence[InboxRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._faces.clear()
        self.endResetModel()

    def _drop_others(self, wanted: set[int]) -> None:
        end = len(self._rows)
        while end:
            start = end
            while start and self._rows[start - 1].conversation_id not in wanted:
                start -= 1
            if start < end:
                self.beginRemoveRows(_TOP, start, end - 1)
                del self._rows[start:end]
                self.endRemoveRows()
            end = start - 1 if start else 0

    def _arrange(self, rows: Sequence[InboxRow]) -> None:
        known = {row.conversation_id for row in self._rows}
        place = 0
        while place < len(rows):
            row = rows[place]
            if row.conversation_id in known:
                self._bring(row, place)
                place += 1
            else:
                place = self._insert_run(rows, place, known)

    def _bring(self, row: InboxRow, place: int) -> None:
        source = place
        while self._rows[source].conversation_id != row.conversation_id:
            source += 1
        if source != place:
            self.beginMoveRows(_TOP, source, source, _TOP, place)
            self._rows.insert(place, self._rows.pop(source))
            self.endMoveRows()
        if self._rows[place] != row:
            self._rows[place] = row
            self._faces.pop(row.conversation_id, None)
            index = self.index(place, 0)
            self.dataChanged.emit(index, index)

    def _insert_run(self, rows: Sequence[InboxRow], place: int, known: set[int]) -> int:
        end = place
        while end < len(rows) and rows[end].conversation_id not in known:
            end += 1
        self.beginInsertRows(_TOP, place, end - 1)
        self._rows[place:place] = rows[place:end]
        self.endInsertRows()
        return end

    def _face(self, row: InboxRow) -> RowFace:
        face = self._faces.get(row.conversation_id)
        if face is None:
            face = self._faces[row.conversation_id] = self._made_face(row)
        return face

    def _made_face(self, row: InboxRow) -> RowFace:
        words, now = self._words, self._now
        mark, title, number = words.order_mark(row)
        return RowFace(
            name=words.name(row.customer),
            short_name=words.short_name(row.customer),
            summary=words.row_summary(row),
            kind=words.row_kind(row),
            mark=mark,
            title=title,
            number=number,
            state=words.state(row, now),
            clock=words.clock(row.due, now) if row.due else "",
            short_clock=words.short_clock(row.due, now) if row.due else "",
            urgency=urgency(row.due, now) if row.due else None,
        )
