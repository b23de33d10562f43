"""Take pictures of spelling: words that are marked, the menu of one, the page in Preferences.

    python -P tests/pictures/spelling.py DIR [--language en|ru] [--dark] [--size WxH]

With the dictionaries of this computer, where the extra `spell` is installed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes.order_states import OrderDesk
from pausing import pause
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication
from wishes import preferences_of, sides, wishes_parser

from softanswer.replies.own_words import OwnWords
from softanswer.ui.actions import Act
from softanswer.ui.desk import application_of
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog

TEXT = (
    "Dear Derek Vance,\n\nI am truely sorry that your book has not been recieved. I will look "
    "into it as soon as possible. You should have told me. Извинте, пожалуста: I will write to "
    "you agian on Tuesday.\n\n> I never recieved it\n\nKind regards,\nAna Reyes"
)


def main() -> int:
    """Take them all."""
    options = wishes_parser(__doc__, "1024x700").parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    application_of()
    with tempfile.TemporaryDirectory() as folder:
        desk = OrderDesk(Path(folder), preferences_of(options, seller_name="Ana Reyes"))
        OwnWords(Path(folder)).save(["foxing", "octavo", "форзац"])
        desk.desk.window.resize(*sides(options))
        pause()
        _take(desk, options.folder)
        desk.close()
    return 0


def _take(desk: OrderDesk, folder: Path) -> None:
    window = desk.desk.window
    window.inbox.list.step(1)
    pause(1.5)
    window.acts[Act.REPLY].trigger()
    window.inbox.composer.take_text(TEXT)
    pause(2.0)
    window.grab().save(str(folder / "1-marked.png"))
    for _ in range(2):
        window.acts[Act.NEXT_MISSPELT].trigger()
    window.acts[Act.MISSPELT_WORD].trigger()
    pause(1.0)
    shown, menu = window.grab(), QApplication.activePopupWidget()
    if menu is not None:
        painter = QPainter(shown)
        painter.drawPixmap(window.mapFromGlobal(menu.pos()), menu.grab())
        painter.end()
        menu.close()
    shown.save(str(folder / "2-menu.png"))
    desk.desk.wiring.settling.open_preferences()
    dialog = window.findChild(PreferencesDialog)
    dialog.show_page(dialog.writing)
    pause(1.0)
    dialog.grab().save(str(folder / "3-preferences.png"))
    dialog.reject()


if __name__ == "__main__":
    sys.exit(main())
