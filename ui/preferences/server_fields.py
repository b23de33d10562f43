"""The fields of one server: its name, its port, its protection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from ...mailbox.account import Endpoint, Security, is_loopback
from ..theme.fields import NumberBox
from ..theme.labels import Label
from ..theme.sheet import Tone
from ..theme.sizes import GAP, Type
from .account_entry import ServerEntry

_LAST_PORT: Final = 65_535


class ServerFields(QWidget):
    """Asks for a server. No protection can be chosen only for a server on this computer."""

    def __init__(self, title: str, ports: Mapping[Security, int], parent: QWidget) -> None:
        super().__init__(parent)
        self._ports = ports
        self._is_typed = False
        self.host = QLineEdit(self)
        self.host.setAccessibleName(self.tr("{title}: server").format(title=title))
        self.port = NumberBox(self)
        self.port.setRange(1, _LAST_PORT)
        self.port.setAccessibleName(self.tr("{title}: port").format(title=title))
        self.security = QComboBox(self)
        self.security.setAccessibleName(self.tr("{title}: protection").format(title=title))
        for security, name in self._names().items():
            self.security.addItem(name, security)
        self.port.setValue(ports[Security.TLS])
        self.host.textEdited.connect(self._on_typed)
        self.host.textChanged.connect(self._on_host_changed)
        self.port.valueChanged.connect(self._on_typed)
        self.security.activated.connect(self._on_security_chosen)
        self._origin = Label(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._origin.hide()
        self._lay_out(title)
        self._on_host_changed("")
        self._is_typed = False

    def entry(self) -> ServerEntry:
        """The server as typed."""
        return ServerEntry(self.host.text(), self.port.value(), self._chosen())

    def fill(self, endpoint: Endpoint) -> None:
        """Show a server that is to stay unless she types another."""
        self._show(endpoint)
        self._is_typed = True

    def propose(self, endpoint: Endpoint) -> None:
        """Show a server, unless one was typed already."""
        if not self._is_typed:
            self._show(endpoint)
            self._is_typed = False
            self._origin.hide()

    def show_found(self, endpoint: Endpoint, origin: str) -> None:
        """Show a server that was found when she asked, and who named it."""
        self._show(endpoint)
        self._is_typed = True
        self._origin.setText(origin)
        self._origin.show()

    def _show(self, endpoint: Endpoint) -> None:
        self.host.setText(endpoint.host)
        self.security.setCurrentIndex(self.security.findData(endpoint.security))
        self.port.setValue(endpoint.port)

    def _chosen(self) -> Security:
        chosen: Security = self.security.currentData()
        return chosen

    def origin(self) -> str:
        """Who named the server, "" where she typed it or nobody was asked."""
        return self._origin.text() if self._origin.isVisibleTo(self) else ""

    def _on_typed(self) -> None:
        self._is_typed = True
        self._origin.hide()

    def _on_host_changed(self, host: str) -> None:
        is_near = is_loopback(host.strip())
        model = self.security.model()
        if isinstance(model, QStandardItemModel):
            model.item(self.security.findData(Security.NONE)).setEnabled(is_near)
        if self._chosen() is Security.NONE and not is_near:
            self.security.setCurrentIndex(self.security.findData(Security.TLS))
            self._fit_port()

    def _on_security_chosen(self) -> None:
        self._on_typed()
        self._fit_port()

    def _fit_port(self) -> None:
        """Follow the protection with the port, where the port is one of the usual ones."""
        if self.port.value() in self._ports.values():
            self.port.setValue(self._ports[self._chosen()])

    def _names(self) -> dict[Security, str]:
        return {
            Security.TLS: self.tr("TLS"),
            Security.STARTTLS: self.tr("STARTTLS"),
            Security.NONE: self.tr("None (this computer only)"),
        }

    def _lay_out(self, title: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP // 2)
        grid.addWidget(Label(title, Type.STRONG, parent=self), 0, 0, 1, 3)
        captions = (self.tr("Server"), self.tr("Port"), self.tr("Protection"))
        for column, (caption, field) in enumerate(
            zip(captions, (self.host, self.port, self.security), strict=True)
        ):
            label = Label(caption, Type.SMALL, Tone.MUTED, self)
            label.setBuddy(field)
            grid.addWidget(label, 1, column)
            grid.addWidget(field, 2, column)
        grid.addWidget(self._origin, 3, 0, 1, 3)
        grid.setColumnStretch(0, 1)
