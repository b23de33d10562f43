"""Open the window on a real screen and a real bus, and write down what assistive programs see.

    dbus-run-session -- python -P tests/fakes/spoken_window.py FOLDER STATE...

Writes one JSON file for each state into FOLDER: the accessible tree as AT-SPI hands it out, each
node with its depth, role and name. Needs an X server, dbus and at-spi2-core.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"

from fakes.window_states import WindowStates
from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtWidgets import QApplication

_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_SHOWING = 1 << 25  # ATSPI_STATE_SHOWING
_ROWS_READ = 30
_PATIENCE_S = 20.0


class Screen:
    """An assistive program that reads the tree of one program from the accessibility bus."""

    def __init__(self) -> None:
        session = open_dbus_connection(bus="SESSION")
        asked = new_method_call(
            DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
        )
        (address,) = session.send_and_get_reply(asked, timeout=_PATIENCE_S).body
        session.close()
        self._bus: DBusConnection = open_dbus_connection(bus=address)

    def program(self) -> tuple[str, str]:
        """The only program on the bus that has a window."""
        end = time.monotonic() + _PATIENCE_S
        while time.monotonic() < end:
            for name, path in self._children("org.a11y.atspi.Registry", _ROOT):
                if self._children(name, path):
                    return name, path
            time.sleep(0.2)
        raise TimeoutError("no program came to the accessibility bus")

    def tree(self, name: str, path: str, depth: int = 0) -> Iterator[dict[str, object]]:
        """What is showing below a node, in the order of reading."""
        states = self._call(name, path, "GetState")
        if depth and not states[0] & _SHOWING:
            return
        role = self._call(name, path, "GetRoleName")
        yield {
            "depth": depth,
            "role": role,
            "name": self._property(name, path, "Name"),
            "description": self._property(name, path, "Description"),
        }
        if role in {"combo box", "spin button", "scroll bar"}:
            return
        for child_name, child_path in self._children(name, path)[:_ROWS_READ]:
            yield from self.tree(child_name, child_path, depth + 1)

    def _children(self, name: str, path: str) -> list[tuple[str, str]]:
        return self._call(name, path, "GetChildren")

    def _call(self, name: str, path: str, method: str):
        address = DBusAddress(path, bus_name=name, interface=_ACCESSIBLE)
        asked = new_method_call(address, method)
        return self._bus.send_and_get_reply(asked, timeout=_PATIENCE_S).body[0]

    def _property(self, name: str, path: str, which: str) -> str:
        address = DBusAddress(path, bus_name=name, interface=_ACCESSIBLE)
        asked = Properties(address).get(which)
        return self._bus.send_and_get_reply(asked, timeout=_PATIENCE_S).body[0][1]


def main() -> int:
    """Write the trees of all states that are asked for."""
    folder, wanted = Path(sys.argv[1]), sys.argv[2:]
    with tempfile.TemporaryDirectory() as profile:
        states = WindowStates(Path(profile))
        screen = Screen()
        for name, _shown in states.walk(*wanted):
            read: list[dict[str, object]] = []
            reader = threading.Thread(
                target=lambda read=read: read.extend(screen.tree(*screen.program()))
            )
            reader.start()
            while reader.is_alive():
                QApplication.processEvents()
            (folder / f"{name}.json").write_text(json.dumps(read, ensure_ascii=False, indent=1))
        states.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
