"""Letters on paper: saved as PDF and printed, in the running window."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from fakes.reading_desk import ReadingDesk, letter
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from softanswer.ui.actions import Act
from softanswer.ui.paper.doors import PaperDoors
from softanswer.ui.paper.pages import Pages
from softanswer.ui.paper.sheets import PaperLetter, Paragraph, paper_of

ANGRY = "You idiot, where is my book?\n\nOn Monday Ana wrote:\n> It goes out today.\n"
COVER = "\u00a0"


class Doors:
    """Where a PDF goes, and the printers; what was asked for is noted."""

    def __init__(self, path):
        self.path = path
        self.printers = []
        self.names = []

    def made(self):
        return PaperDoors(self._file, lambda: bool(self.printers), self._printer)

    def _file(self, _parent, _title, name):
        self.names.append(name)
        return str(self.path)

    def _printer(self, _parent, _title, take):
        take(self.printers[0])


@pytest.fixture
def printed(qtbot, theme, tmp_path):
    raw = letter(
        plain=ANGRY,
        subject="You idiot, my order",
        files=[("cover.jpg", "image/jpeg", b"x" * 5_000)],
    )
    desk = ReadingDesk(tmp_path / "profile", [raw])
    doors = Doors(tmp_path / "letter.pdf")
    desk.desk.wiring.printing._doors = doors.made()
    qtbot.waitUntil(lambda: desk.desk.wiring.opening._opened is not None)
    yield desk, doors
    desk.close()


def do(qtbot, desk, act):
    with qtbot.waitSignal(desk.desk.wiring.printing.said, timeout=20_000) as said:
        desk.desk.window.acts[act].trigger()
    return said.args[0]


def pages_in(path):
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def sheet_of(desk, *, is_whole=False, is_revealed=False):
    wiring = desk.desk.wiring
    return paper_of(
        wiring.reading.matter, wiring._words, is_whole=is_whole, is_revealed=is_revealed, shown={}
    )


def test_a_letter_is_saved_as_pdf_under_a_name_without_its_words(qtbot, printed):
    desk, doors = printed
    assert do(qtbot, desk, Act.SAVE_PDF) == "Saved as letter.pdf."
    assert doors.names == ["Letter from Tom Vale.pdf"]
    assert doors.path.read_bytes().startswith(b"%PDF-")
    assert pages_in(doors.path) == 1


def test_paper_says_what_the_letter_says_and_covers_what_the_window_covers(printed):
    desk, _ = printed
    (sheet,) = sheet_of(desk).letters
    assert "idiot" not in sheet.text
    assert f"You {COVER * 5}, where is my book?" in sheet.text
    assert "> It goes out today." in sheet.text
    assert sheet.subject.text == f"You {COVER * 5}, my order"
    rows = dict(sheet.rows)
    assert rows["From"] == "Tom Vale <tom.vale@mail.example>"
    assert rows["To"] == "ana@lanternlane.example"
    assert "Order" not in rows
    assert sheet.files == ("cover.jpg · 5 kB",)
    (revealed,) = sheet_of(desk, is_revealed=True).letters
    assert "You idiot, where" in revealed.text
    assert revealed.subject.text == "You idiot, my order"


def test_where_no_printer_is_she_is_told_and_a_printer_gets_the_pages(qtbot, printed, tmp_path):
    desk, doors = printed
    assert "No printer is set up" in do(qtbot, desk, Act.PRINT)
    out = tmp_path / "printed.pdf"
    doors.printers.append(QPdfWriter(str(out)))
    assert do(qtbot, desk, Act.PRINT_ALL) == "The pages are with the printer."
    assert pages_in(out) == 1


def test_a_place_that_cannot_be_written_is_named(qtbot, printed, tmp_path):
    desk, doors = printed
    doors.path = tmp_path / "nowhere" / "letter.pdf"
    assert "letter.pdf could not be written" in do(qtbot, desk, Act.SAVE_PDF_ALL)


def test_a_stopped_document_leaves_the_older_file_as_it_was(qtbot, printed):
    desk, doors = printed
    doors.path.write_bytes(b"older")
    printing = desk.desk.wiring.printing
    printing.save_pdf(is_whole=False)
    with qtbot.waitSignal(printing.said) as said:
        printing.stop()
    assert said.args == ["Stopped. Nothing was printed or saved."]
    assert doors.path.read_bytes() == b"older"
    assert do(qtbot, desk, Act.SAVE_PDF) == "Saved as letter.pdf."
    assert pages_in(doors.path) == 1


def test_every_line_of_a_long_letter_is_on_a_page_black_on_white(printed):
    desk, _ = printed
    paper = sheet_of(desk)
    lines = "\n".join(f"Line {number}." for number in range(120))
    long = PaperLetter(Paragraph("Long"), (), lines, files=("a.txt · 1 kB",))
    sheet = QImage(700, 900, QImage.Format.Format_RGB32)
    pages = Pages(replace(paper, letters=(*paper.letters, long)), sheet)
    shares = list(pages.lay_out())
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    laid = [mark for page in pages._pages for mark in page if hasattr(mark, "layout")]
    assert [m.layout.text() for m in laid if m.layout.text().startswith("Line")] == (
        lines.split("\n")
    )
    ends = [
        mark.layout.lineAt(mark.number).y() + mark.layout.lineAt(mark.number).height()
        for mark in laid
    ]
    assert max(ends) <= pages._bottom
    assert pages.count > 1
    desk.desk.theme.set_scheme(type(desk.desk.theme.scheme).DARK)
    QApplication.processEvents()
    sheet.fill(0xFFFFFFFF)
    painter = QPainter(sheet)
    pages.paint(painter, 0)
    painter.end()
    assert sheet.pixelColor(0, sheet.height() - 1).name() == "#ffffff"
    darkest = min(sheet.pixelColor(x, y).lightness() for x in range(300) for y in range(40))
    assert darkest < 30
