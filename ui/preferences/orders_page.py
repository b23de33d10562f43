"""Orders: the folder whose order files are imported by themselves, and kinds of files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView, QWidget

from ...replies.orders.importing.mapped import ColumnMapping, Table
from ..file_places import usual_folder
from ..orders.mapping_dialog import MappingDialog
from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.roomy_rows import RoomyRows
from ..theme.sheet import Tone
from ..theme.sizes import PADDING, px
from ..words import visible
from .page import Page

_LIST_HEIGHT = 120


class OrdersPage(Page):
    """Asks for the watched folder, and lets what was said of columns be changed or forgotten.

    Nothing of it counts before the settings are kept.
    """

    def __init__(self, folder: str, parent: QWidget) -> None:
        super().__init__(
            self.tr("Orders"),
            self.tr(
                "Order files that come into this folder are imported by themselves while the "
                "window is open, each content once. The files stay as they are."
            ),
            parent,
        )
        self._kept: tuple[ColumnMapping, ...] = ()
        self._mappings: dict[str, ColumnMapping] = {}
        self._folder = QLineEdit(folder, self)
        self._folder.setReadOnly(True)
        self._folder.setPlaceholderText(self.tr("None: files are imported by hand"))
        self._choose = ActButton(self.tr("Choose a folder…"), Icon.PAGE, parent=self)
        self._leave = ActButton(self.tr("Watch none"), Icon.CROSS, parent=self)
        self._leave.setEnabled(bool(folder))
        self._names = QStringListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._names)
        self._list.setItemDelegate(RoomyRows(self._list))
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setFixedHeight(px(self, _LIST_HEIGHT))
        self._change = ActButton(self.tr("Change…"), Icon.PENCIL, parent=self)
        self._forget = ActButton(self.tr("Forget"), Icon.TRASH, parent=self)
        self._choose.clicked.connect(self._on_choose)
        self._leave.clicked.connect(self._on_leave)
        self._change.clicked.connect(self._on_change)
        self._list.activated.connect(self._on_change)
        self._forget.clicked.connect(self._on_forget)
        self.add_field(self.tr("Watched folder"), self._folder)
        self.add_row(self._choose, self._leave)
        self._column.addSpacing(PADDING)
        self.add_field(self.tr("Kinds of files whose columns you named"), self._list)
        none = self.tr("None yet: a file of an unknown kind asks for its columns when it comes.")
        self._none = Label(none, tone=Tone.MUTED, parent=self)
        self._column.addWidget(self._none)
        self.add_row(self._change, self._forget)
        self.setFocusProxy(self._choose)
        self.end()
        self._show("")

    def watched_folder(self) -> str:
        """The folder that is chosen, "" for none."""
        return self._folder.text()

    def set_folder(self, folder: str) -> None:
        """Show a folder as chosen."""
        self._folder.setText(folder)
        self._leave.setEnabled(bool(folder))

    def set_mappings(self, mappings: Sequence[ColumnMapping]) -> None:
        """Begin with these kinds of files."""
        self._kept = tuple(mappings)
        self._mappings = {one.signature: one for one in mappings}
        self._show("")

    def changed_mappings(self) -> tuple[ColumnMapping, ...]:
        """Those that were changed."""
        return tuple(one for one in self._mappings.values() if one not in self._kept)

    def forgotten_mappings(self) -> tuple[str, ...]:
        """The signatures of those that are to be forgotten."""
        return tuple(one.signature for one in self._kept if one.signature not in self._mappings)

    def _show(self, signature: str) -> None:
        self._names.setStringList([visible(one.name) for one in self._mappings.values()])
        for part in (self._list, self._change, self._forget):
            part.setVisible(bool(self._mappings))
        self._none.setVisible(not self._mappings)
        order = list(self._mappings)
        row = order.index(signature) if signature in order else 0
        self._list.setCurrentIndex(self._names.index(row))

    def _selected(self) -> ColumnMapping:
        return list(self._mappings.values())[self._list.currentIndex().row()]

    def _on_choose(self) -> None:
        title = self.tr("Folder of order files")
        start = self.watched_folder() or usual_folder()
        if folder := QFileDialog.getExistingDirectory(self, title, start):
            self.set_folder(folder)

    def _on_leave(self) -> None:
        self.set_folder("")
        self._choose.setFocus()

    def _on_change(self) -> None:
        mapping = self._selected()
        table = Table(mapping.name, mapping.header, ())
        dialog = MappingDialog(table, self.window(), mapping)
        dialog.mapping_given.connect(self._on_given)
        dialog.open()

    def _on_given(self, mapping: ColumnMapping) -> None:
        self._mappings[mapping.signature] = mapping
        self._show(mapping.signature)

    def _on_forget(self) -> None:
        del self._mappings[self._selected().signature]
        self._show("")
        if not self._mappings:
            self._choose.setFocus()
