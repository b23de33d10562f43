"""The carrier services: how long parcels travel, by the program's figures or by the seller's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from ...replies.orders.own_services import OwnService, in_force, own_of
from ...replies.orders.services import Service, Unit, known_services
from ..case import sources
from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.roomy_rows import RoomyRows
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from .service_dialog import ServiceDialog

_Index = QModelIndex | QPersistentModelIndex
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class ServiceListModel(QAbstractListModel):
    """The services by their names, each with its window and whether the figures are hers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._services: tuple[Service, ...] = ()
        self._own: frozenset[str] = frozenset()

    def set_services(self, own: Sequence[OwnService]) -> None:
        """Show the services that count with these figures."""
        self.beginResetModel()
        self._services = tuple(sorted(in_force(own), key=lambda one: one.name.casefold()))
        self._own = frozenset(one.id for one in own)
        self.endResetModel()

    def service(self, row: int) -> Service:
        """The service in a row."""
        return self._services[row]

    def row_of(self, service_id: str) -> int:
        """The row of a service; the first one where it is gone."""
        ids = [one.id for one in self._services]
        return ids.index(service_id) if service_id in ids else 0

    def names(self) -> list[str]:
        """The names of all."""
        return [one.name for one in self._services]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._services)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in _TEXT_ROLES:
            return None
        one = self._services[index.row()]
        text = self.tr("{name} · {first}–{last} days")
        if one.unit is Unit.DELIVERY_DAYS:
            text = self.tr("{name} · {first}–{last} business days")
        shown = text.format(name=one.name, first=one.earliest, last=one.latest)
        return self.tr("{service} · yours").format(service=shown) if one.id in self._own else shown


class ServicesPage(QWidget):
    """Lists the services and lets the seller set figures; none counts before it is kept."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._own: dict[str, OwnService] = {}
        self._today = today
        self._model = ServiceListModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(RoomyRows(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setAccessibleName(self.tr("Delivery services"))
        self._detail = Label("", Type.SMALL, Tone.MUTED, self)
        self._change = ActButton(self.tr("Change…"), Icon.PENCIL, parent=self)
        self._add = ActButton(self.tr("Add…"), Icon.PLUS, parent=self)
        self._reset = ActButton(self.tr("Back to ours"), Icon.REFRESH, parent=self)
        self._remove = ActButton(self.tr("Remove"), Icon.TRASH, parent=self)
        self._lay_out()
        self._connect()
        self._show("")
        self.setFocusProxy(self._list)

    def set_own_services(self, own: Sequence[OwnService]) -> None:
        """Begin with these figures of hers."""
        self._own = {one.id: one for one in own}
        self._show("")

    def own_services(self) -> tuple[OwnService, ...]:
        """The seller's figures as they stand."""
        return tuple(self._own[key] for key in sorted(self._own))

    def _selected(self) -> Service:
        return self._model.service(self._list.currentIndex().row())

    def _show(self, service_id: str) -> None:
        self._model.set_services(self.own_services())
        self._list.setCurrentIndex(self._model.index(self._model.row_of(service_id)))

    def _on_selected(self) -> None:
        if not self._list.currentIndex().isValid():
            return
        service = self._selected()
        is_ours = service.id in {one.id for one in known_services()}
        self._reset.setEnabled(is_ours and service.id in self._own)
        self._remove.setEnabled(not is_ours)
        lost = self.tr("It never counts as lost by itself.")
        if service.lost_after is not None:
            lost = self.tr("Counts as lost after so many days: {days}.").format(
                days=service.lost_after
            )
        source = self.tr("Source: {source}.").format(source=sources.from_service(service))
        shown = self._list.currentIndex().data()
        self._detail.setText(f"{shown}. {lost} {source}")

    def _on_change(self) -> None:
        service = self._selected()
        is_ours = service.id in {one.id for one in known_services()}
        own = self._own.get(service.id) or own_of(service)
        self._ask(own, [n for n in self._model.names() if n != service.name], is_ours=is_ours)

    def _on_add(self) -> None:
        number = 1
        while f"own-{number}" in self._own:
            number += 1
        fresh = OwnService(f"own-{number}", "", 2, 8, Unit.DELIVERY_DAYS, None, "", self._today)
        self._ask(fresh, self._model.names(), is_ours=False)

    def _on_reset(self) -> None:
        service_id = self._selected().id
        self._own.pop(service_id, None)
        self._show(service_id)

    def _ask(self, own: OwnService, others: Sequence[str], *, is_ours: bool) -> None:
        dialog = ServiceDialog(own, others, self._today, self, is_ours=is_ours)
        dialog.service_given.connect(self._on_given)
        dialog.open()

    def _on_given(self, own: OwnService) -> None:
        self._own[own.id] = own
        self._show(own.id)

    def _connect(self) -> None:
        self._list.selectionModel().currentChanged.connect(self._on_selected)
        self._list.activated.connect(self._on_change)
        self._change.clicked.connect(self._on_change)
        self._add.clicked.connect(self._on_add)
        self._reset.clicked.connect(self._on_reset)
        self._remove.clicked.connect(self._on_reset)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self._change, self._add, self._reset, self._remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(PADDING)
        middle.addWidget(self._list, stretch=1)
        middle.addLayout(buttons)
        intro = self.tr(
            "How long parcels travel. All figures are estimates; set your own, and every window "
            "is reckoned by them as soon as you keep these settings."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING, PADDING * 2, PADDING)
        column.setSpacing(GAP)
        column.addWidget(Label(self.tr("Delivery services"), Type.HEAD, parent=self))
        column.addWidget(Label(intro, tone=Tone.MUTED, parent=self))
        column.addLayout(middle, stretch=1)
        column.addWidget(self._detail)
