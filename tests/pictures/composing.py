"""Take pictures of the composer: a suggestion, a gap to fill in, earlier texts, the second
language, a template, the post test.

    python -P tests/pictures/composing.py DIR [--language en|ru] [--dark] [--size WxH]
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
from softanswer.replies.compose.suggest import every_letter
from softanswer.ui.actions import Act
from softanswer.ui.desk import application_of
from softanswer.ui.letter.picture_dialog import PictureDialog
from softanswer.ui.reply.enclosure_preview import TextPreview
from softanswer.ui.reply.post_view import PostView
from softanswer.ui.reply.version_list import VersionList
from softanswer.ui.templates.template_dialog import TemplateDialog

CLOSE = '{% include "parts/sign_off.txt.j2" %}'
GREETING = '{% include "parts/greeting.txt.j2" %}'
GAPS = (
    "I am sorry about this. Your parcel came back to me on {{ returned_on|date }}, and the money, "
    "{{ total|money }}, goes back by {{ act_by|by_date }}."
)
CONTRADICTION = "I posted your order on 3 January, and you paid $999.99 in total.\n\n"

ROUGH = (
    "I am sorry if this caused any trouble, but you should have read the description. You can "
    "write to ana@shop.example or ring +1 503 555 0142. The refund leaves today."
)
KIND = "I am sorry: I packed it badly. I have refunded the whole price today; keep the book."


def main() -> int:
    """Take them all."""
    parser = wishes_parser(__doc__, "1024x700")
    parser.add_argument("--text", type=int, default=100)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    preferences = preferences_of(options, seller_name="Ana Reyes")
    application_of()
    with tempfile.TemporaryDirectory() as folder:
        desk = OrderDesk(Path(folder), preferences)
        desk.desk.theme.set_text_percent(options.text)
        desk.desk.window.resize(*sides(options))
        pause()
        _take(desk, options.folder)
        desk.close()
    return 0


def _take(desk: OrderDesk, folder: Path) -> None:
    window, writing = desk.desk.window, desk.desk.wiring.writing
    composer = window.inbox.composer
    own = OwnTemplate(
        "own-1", "A parcel that came back", "en", f"{GREETING}\n\n{GAPS}\n\n{CLOSE}",
        frozenset(CaseKind),
    )  # fmt: skip
    desk.desk.engine.templates.save(own)
    window.inbox.list.step(1)
    pause(1.5)
    window.acts[Act.SUGGESTED_REPLY].trigger()
    pause(1.5)
    _picture(window, folder / "1-suggestion.png")
    matter = desk.desk.wiring.reading.matter
    letters = every_letter(writing._inputs(matter))
    writing.save()
    composer.take_text(next(one.body for one in letters if one.own))
    pause(1.5)
    _picture(window, folder / "2-gap.png")
    composer.next_finding()
    pause()
    _picture(window, folder / "3-gap-led-to.png")
    greeting, rest = letters[0].body.split("\n\n", 1)
    composer.take_text(f"{greeting}\n\n{CONTRADICTION}{rest}")
    pause(1.5)
    composer.next_finding()
    pause()
    _picture(window, folder / "4-contradiction.png")
    composer.choose_suggestion(0)
    if composer.twin.isHidden():
        window.acts[Act.SECOND_LANGUAGE].trigger()
    pause(1.5)
    _picture(window, folder / "7-second-language.png")
    body = composer.body()
    composer.editor.replace_all(body.replace("$22.75", "$25.22"))
    composer.editor.go_to(body.index("$22.75"))
    pause(1.5)
    _picture(window, folder / "8-second-language-differs.png")
    for tried in (
        "Dear Derek Vance,\n\nI am sorry, and I will look into it today, as I should have done.",
        "Dear Derek Vance,\n\nYour money goes back today. Keep the book, if it comes after all.",
        "Dear Derek Vance,\n\nI have no words for how sorry I am.",
    ):
        composer.take_text(tried)
        pause(1.0)
    window.acts[Act.EARLIER_TEXTS].trigger()
    pause(1.0)
    _picture(window.findChild(VersionList), folder / "5-earlier-texts.png")
    window.findChild(VersionList).reject()
    window.acts[Act.TEMPLATES].trigger()
    dialog = window.findChild(TemplateDialog)
    dialog.resize(dialog.size().boundedTo(window.size()))
    pause(1.5)
    _picture(dialog, folder / "6-template.png")
    dialog.reject()
    _post(desk, folder)
    _look_at_files(desk, folder)


def _post(desk: OrderDesk, folder: Path) -> None:
    """The post test of a reply that should not be posted, and of a kind one."""
    window = desk.desk.window
    for number, text in ((10, ROUGH), (11, KIND)):
        window.inbox.composer.take_text(f"Dear Derek Vance,\n\n{text}\n\nKind regards,\nAna")
        pause(1.5)
        window.acts[Act.POST_TEST].trigger()
        pause(1.5)
        shown = window.findChild(PostView)
        _picture(shown, folder / f"{number}-post-test.png")
        shown.reject()
        pause()
    window.acts[Act.PREVIEW].trigger()
    pause()
    preview = window.findChild(TextPreview)
    _picture(preview, folder / "12-preview.png")
    preview.close()


def _look_at_files(desk: OrderDesk, folder: Path) -> None:
    """Attach a picture and a text, and look at both."""
    window, writing = desk.desk.window, desk.desk.wiring.writing
    page = folder / "spine and front board.png"
    window.grab().save(str(page))
    lines = folder / "defects.txt"
    lines.write_text("Spine sunned\nFront board: corner bumped\nP. 12: pencil\n", "utf-8")
    writing._enclosing.add_files([page, lines])
    pause(1.5)
    for number, (kind, name) in enumerate(((PictureDialog, "picture"), (TextPreview, "text"))):
        window.inbox.composer.preview_wanted.emit(number)
        pause(1.5)
        shown = window.findChild(kind)
        _picture(shown, folder / f"9-file-{name}.png")
        shown.close()
    _picture(window, folder / "9-files.png")


def _picture(widget: QWidget, path: Path) -> None:
    widget.grab().save(str(path))


if __name__ == "__main__":
    sys.exit(main())
