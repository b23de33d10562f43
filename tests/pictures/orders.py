"""Take pictures of the facts beside a letter, of the order view and of the import, in every state.

    python -P tests/pictures/orders.py DIR [--language en|ru] [--dark] [--size WxH] [--only NAME]
    python -P tests/pictures/orders.py DIR --all

The second takes the nine states of the facts, at 1024x700, in both languages, light and dark: 36
pictures of the window, and as many of the whole panel with every card unfolded. For the user guide
and for looking at. Nothing is fetched and nothing is sent.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes.order_states import STATES, OrderDesk
from pausing import pause
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from wishes import preferences_of, sides, wishes_parser

from softanswer.ui.desk import application_of
from softanswer.ui.orders.import_report import ImportReport
from softanswer.ui.orders.mapping_dialog import MappingDialog
from softanswer.ui.rail import Place
from softanswer.ui.theme.buttons import PrimaryButton

UNKNOWN = Path(__file__).parents[1] / "data/unknown-orders.csv"


def main() -> int:
    """Take them all."""
    parser = wishes_parser(__doc__, "1024x700")
    parser.add_argument("--only", default="")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.all:
        return _picture_all(options.folder)
    preferences = preferences_of(options)
    application_of()
    with tempfile.TemporaryDirectory() as folder:
        desk = OrderDesk(Path(folder), preferences)
        window = desk.desk.window
        window.resize(*sides(options))
        pause()
        for name in STATES:
            if options.only in ("", "states", name):
                _picture_state(desk, name, options.folder)
        if options.only in ("", "list"):
            _picture_list(desk, options.folder)
        if options.only in ("", "import"):
            _picture_import(desk, options.folder)
        desk.close()
    return 0


def _picture_all(folder: Path) -> int:
    """The states in both languages and both themes, each pair in a process of its own."""
    worst = 0
    for language in ("en", "ru"):
        for colours in ("light", "dark"):
            command = [sys.executable, "-P", __file__, str(folder / f"{language}-{colours}")]
            command += ["--language", language, "--only", "states"]
            command += ["--dark"] if colours == "dark" else []
            worst = max(worst, subprocess.run(command, check=False, timeout=300).returncode)  # noqa: S603
    return worst


def _picture_state(desk: OrderDesk, name: str, folder: Path) -> None:
    """The window with its drawer open, then the whole panel."""
    window = desk.desk.window
    desk.read(name)
    window.inbox.facts_side.set_shown(True)
    pause()
    window.grab().save(str(folder / f"{name}.png"))
    for card in window.inbox.facts.cards:
        card.set_expanded(True)
    pause(0.1)
    window.inbox.facts.widget().grab().save(str(folder / f"{name}-panel.png"))
    for card in window.inbox.facts.cards[4::2]:
        card.set_expanded(False)


def _picture_list(desk: OrderDesk, folder: Path) -> None:
    """The page of all orders, and what it finds."""
    window = desk.desk.window
    desk.desk.wiring.show_place(Place.ORDERS)
    pause(0.8)
    window.orders.table.selectRow(2)
    pause()
    window.grab().save(str(folder / "orders.png"))
    field = window.orders.findChild(QLineEdit)
    for typed, name in (("duluth stone", "orders-found"), ("xyzzy", "orders-none")):
        field.clear()
        QTest.keyClicks(field, typed)
        pause(0.8)
        window.grab().save(str(folder / f"{name}.png"))
    field.clear()
    desk.desk.wiring.show_place(Place.NEEDS_ANSWER)


def _picture_import(desk: OrderDesk, folder: Path) -> None:
    """The dialog for unknown columns, and the report behind it."""
    window = desk.desk.window
    window.inbox.facts_side.set_shown(False)
    desk.desk.wiring.settling.import_files([UNKNOWN])
    pause(1.0)
    dialog = window.findChild(MappingDialog)
    dialog.grab().save(str(folder / "import-columns.png"))
    dialog.findChild(PrimaryButton).click()
    pause(1.0)
    report = window.findChild(ImportReport)
    report.grab().save(str(folder / "import-report.png"))
    report.close()
    pause(0.2)
    window.grab().save(str(folder / "import-done.png"))


if __name__ == "__main__":
    sys.exit(main())
