"""Which folders of an account are followed besides INBOX and Sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from ...mailbox.folder_choice import FolderKind, ServerFolder
from ..theme.buttons import ActButton, PrimaryButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import PADDING, Type, window_size
from ..theme.tokens import Role

_Index = QModelIndex | QPersistentModelIndex
_WIDTH: Final = 480
_HEIGHT: Final = 520


class FolderListModel(QAbstractListModel):
    """Folders with check boxes, where the seller may choose.

    Signals:
        chosen: another folder was checked, or one no more.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._folders: tuple[ServerFolder, ...] = ()
        self._checked: set[str] = set()

    def set_folders(self, folders: Sequence[ServerFolder]) -> None:
        """Show these folders, those checked that are followed."""
        self.beginResetModel()
        self._folders = tuple(folders)
        self._checked = {folder.name for folder in folders if folder.is_followed}
        self.endResetModel()

    def chosen_names(self) -> tuple[str, ...]:
        """The checked folders that the seller decides about."""
        return tuple(
            folder.name
            for folder in self._folders
            if folder.is_choosable and folder.name in self._checked
        )

    def left_names(self) -> tuple[str, ...]:
        """Those that were followed and are checked no more."""
        return tuple(
            folder.name
            for folder in self._folders
            if folder.is_followed and folder.name not in self._checked
        )

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._folders)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        folder = self._folders[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            is_checked = folder.name in self._checked
            return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            mark = self._mark(folder.kind)
            return f"{folder.name} · {mark}" if mark else folder.name
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        folder = self._folders[index.row()]
        if not folder.is_choosable:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._checked.add(folder.name)
        else:
            self._checked.discard(folder.name)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.chosen.emit()
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._folders[index.row()].is_choosable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _mark(self, kind: FolderKind) -> str:
        return {
            FolderKind.PLAIN: "",
            FolderKind.INBOX: self.tr("always followed"),
            FolderKind.SENT: self.tr("sent mail, always followed"),
            FolderKind.ARCHIVE: self.tr("archive, not followed"),
            FolderKind.TRASH: self.tr("trash, not followed"),
            FolderKind.JUNK: self.tr("junk, not followed"),
            FolderKind.DRAFTS: self.tr("drafts, not followed"),
            FolderKind.VIEW: self.tr("only shows other folders"),
        }[kind]


class FoldersDialog(QDialog):
    """Lets the seller choose folders; it asks no server and keeps nothing itself.

    Answer with `show_folders` or `show_problem`.

    Signals:
        list_wanted: the server is to be asked.
        save_wanted: carries the names to follow besides INBOX and Sent; close the dialog with
            `accept` when they are kept, or answer with `show_problem`.
        called_off: she waits no longer.
    """

    list_wanted = Signal()
    save_wanted = Signal(object)
    called_off = Signal()

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters: Mapping[str, int] = {}
        self.setWindowTitle(self.tr("Folders of {address}").format(address=address))
        dress(self, ground=Ground.WINDOW)
        self._model = FolderListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setAccessibleName(self.tr("Folders"))
        self._verdict = VerdictLine(self)
        self._again = ActButton(self.tr("Ask again"), Icon.REFRESH, parent=self)
        self._cancel = ActButton(self.tr("Cancel"), parent=self)
        self._save = PrimaryButton(self.tr("Follow these folders"), Icon.CHECK, parent=self)
        self._save.setDefault(True)
        self._lay_out()
        self._model.chosen.connect(self._on_chosen)
        self._again.clicked.connect(self.ask)
        self._cancel.clicked.connect(self.reject)
        self._save.confirmed.connect(self._on_save)
        self.rejected.connect(self.called_off)
        self.resize(window_size(self, _WIDTH, _HEIGHT))

    def ask(self) -> None:
        """Have the server asked, and say so."""
        self._save.setEnabled(False)
        self._again.hide()
        self._show(Icon.HOURGLASS, Role.MUTED, self.tr("The server is asked for its folders."))
        self.list_wanted.emit()

    def show_folders(self, folders: Sequence[ServerFolder], letters: Mapping[str, int]) -> None:
        """Show what the server has; `letters` counts what is here of each folder."""
        self._letters = letters
        self._model.set_folders(folders)
        self._save.setEnabled(True)
        self._verdict.hide()
        self._list.setCurrentIndex(self._model.index(0))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: str) -> None:
        """Show what went wrong and what to do."""
        self._save.setEnabled(self._model.rowCount() > 0)
        self._again.show()
        self._show(Icon.WARNING, Role.ERROR, problem)

    def verdict(self) -> str:
        """The sentence above the buttons, "" where there is none."""
        return self._verdict.text() if self._verdict.isVisibleTo(self) else ""

    def _on_chosen(self) -> None:
        count = sum(self._letters.get(name, 0) for name in self._model.left_names())
        self._verdict.setVisible(count > 0)
        self._save.setText(
            self.tr("Follow these, let go of %n letters", "", count)
            if count
            else self.tr("Follow these folders")
        )
        if count:
            text = self.tr(
                "%n letters of the folders that you follow no more will not be kept here. They "
                "stay on the server. What has a case, a held reply or a draft is kept.",
                "",
                count,
            )
            self._show(Icon.WARNING, Role.ERROR, text)

    def _on_save(self) -> None:
        self._save.setEnabled(False)
        self.save_wanted.emit(self._model.chosen_names())

    def _show(self, icon: Icon, role: Role, text: str) -> None:
        self._verdict.show_verdict(icon, role, "", text)
        self._verdict.show()

    def _lay_out(self) -> None:
        note = self.tr(
            "Letters in a followed folder are fetched, judged and searched as those in INBOX. "
            "What you archive or throw away is put out of your lists, so those folders are not "
            "followed."
        )
        foot = foot_of(self._cancel, self._save, before=(self._again,))
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(self._list, stretch=1)
        column.addWidget(self._verdict)
        column.addWidget(Label(note, Type.SMALL, Tone.MUTED, self))
        column.addLayout(foot)
