"""Take pictures of the template window and of the letters that can be put into a reply.

    python -P tests/pictures/templates.py DIR [--language en|ru] [--dark] [--size WxH]
        [--text PERCENT]

Nothing is fetched and nothing is sent.
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
from PySide6.QtWidgets import QWidget
from wishes import preferences_of, sides, wishes_parser

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.compose.own_templates import OwnTemplate
from softanswer.ui.actions import Act
from softanswer.ui.desk import application_of
from softanswer.ui.reply.letter_picker import LetterPicker
from softanswer.ui.templates.template_dialog import TemplateDialog

MINE = {
    "en": (
        "A late parcel, my way",
        "I am sorry for the wait. {% if posted_on %}Your parcel left on {{ posted_on|date }}. "
        "{% endif %}By {{ act_by|by_date }} I will find out where it is.",
    ),
    "ru": (
        "Опоздание, по-моему",
        "Мне жаль, что вам приходится ждать. {% if posted_on %}Посылка ушла {{ posted_on|date }}. "
        "{% endif %}До {{ act_by|by_date }} я узнаю, где она.",
    ),
}


def main() -> int:
    """Take them all."""
    parser = wishes_parser(__doc__, "1024x700")
    parser.add_argument("--text", type=int, default=100)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    preferences = preferences_of(
        options,
        seller_name="Ana Reyes",
    )
    application_of()
    with tempfile.TemporaryDirectory() as folder:
        desk = OrderDesk(Path(folder), preferences)
        desk.desk.theme.set_text_percent(options.text)
        desk.desk.window.resize(*sides(options))
        pause()
        _take(desk, options.folder, options.language)
        desk.close()
    return 0


def _take(desk: OrderDesk, folder: Path, language: str) -> None:
    window = desk.desk.window
    name, body = MINE[language]
    greeting, close = (
        '{% include "parts/greeting.txt.j2" %}',
        '{% include "parts/sign_off.txt.j2" %}',
    )
    own = OwnTemplate(
        "own-1", name, "en", f"{greeting}\n\n{body}\n\n{close}",
        frozenset({CaseKind.LATE, CaseKind.NOT_RECEIVED, CaseKind.QUESTION}),
    )  # fmt: skip
    desk.desk.engine.templates.save(own)
    window.inbox.list.step(1)
    pause(1.5)
    window.acts[Act.TEMPLATES].trigger()
    dialog = window.findChild(TemplateDialog)
    dialog.resize(dialog.size().boundedTo(window.size()))
    pause(1.5)
    _picture(dialog, folder / "1-template.png")
    dialog.parts.editor.setPlainText(own.text + "\n{{ total }} {% for x in y %}")
    pause()
    _picture(dialog, folder / "2-error.png")
    dialog.parts.editor.setPlainText("{{ returned_on|date }}")
    pause()
    _picture(dialog, folder / "3-missing.png")
    dialog.reject()
    dialog.reject()
    window.acts[Act.REPLY].trigger()
    pause(1.0)
    window.acts[Act.TAKE_TEMPLATE].trigger()
    pause()
    _picture(window.findChild(LetterPicker), folder / "4-letters.png")
    window.findChild(LetterPicker).close()
    window.inbox.composer.identity.open_suggestions()
    pause()
    _picture(window, folder / "5-suggestions.png")


def _picture(widget: QWidget, path: Path) -> None:
    widget.grab().save(str(path))


if __name__ == "__main__":
    sys.exit(main())
