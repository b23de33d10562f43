"""Take pictures of the pages that a conversation is printed on.

    python -P tests/pictures/paper.py DIR [--language en|ru] [--dark]

For looking at. Nothing is printed, fetched or sent.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes.reading_desk import ReadingDesk, letter
from pausing import pause
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from wishes import preferences_of, wishes_parser

from softanswer.ui.desk import application_of
from softanswer.ui.paper.pages import Pages
from softanswer.ui.paper.sheets import paper_of

DPI = 110
A4 = (8.27, 11.69)  # inches
MARGIN = 0.85
TEXT = (
    "Hello,\n\nyou idiot promised it for Monday. My parcel has not arrived and I am really "
    "annoyed; the tracking page has said the same for nine days now, and I need the book.\n\n"
    "\u7530\u4e2d\u592a\u90ce\n\nOn Monday Ana wrote:\n> Dear Mr Vale, thank you for your order.\n"
    "> It goes out today.\n"
)


def main() -> int:
    """Take them all."""
    options = wishes_parser(__doc__, "1240x860").parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    application_of()
    raw = letter(
        plain=TEXT + "\n" + "The second volume was bound in green cloth, with a map. " * 120,
        subject="Where is my book?",
        sender="\u7530\u4e2d\u592a\u90ce <tanaka@mail.example>",
        files=[("\u8868\u7d19.jpg", "image/jpeg", b"\xff\xd8\xff" + b"x" * 90_000)],
    )
    with tempfile.TemporaryDirectory() as folder:
        reading = ReadingDesk(Path(folder), [raw], preferences_of(options))
        pause()
        wiring = reading.desk.wiring
        matter = wiring.reading.matter
        paper = paper_of(matter, wiring._words, is_whole=True, is_revealed=False, shown={})
        sheet = blank(round((A4[0] - 2 * MARGIN) * DPI), round((A4[1] - 2 * MARGIN) * DPI))
        pages = Pages(paper, sheet)
        list(pages.lay_out())
        for number in range(pages.count):
            sheet.fill(Qt.GlobalColor.white)
            painter = QPainter(sheet)
            pages.paint(painter, number)
            painter.end()
            page = blank(round(A4[0] * DPI), round(A4[1] * DPI))
            painter = QPainter(page)
            painter.drawImage(QPoint(round(MARGIN * DPI), round(MARGIN * DPI)), sheet)
            painter.end()
            page.save(str(options.folder / f"page-{number + 1}.png"))
        reading.close()
    return 0


def blank(width: int, height: int) -> QImage:
    """White paper."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    image.fill(Qt.GlobalColor.white)
    return image


if __name__ == "__main__":
    sys.exit(main())
