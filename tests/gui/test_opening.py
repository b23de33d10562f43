"""What belongs to a letter, in the running window: forms, links, files, pictures, finding."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from fakes.reading_desk import ReadingDesk, letter, png
from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)

from softanswer.mailbox.remote_pictures import PictureDoor
from softanswer.mailbox.store.picture_senders import shows_pictures
from softanswer.replies.preferences import Preferences, RemotePictures
from softanswer.ui.actions import Act
from softanswer.ui.inbox.letter_body import FoldedText
from softanswer.ui.letter import pictures
from softanswer.ui.letter.form_row import FormRow
from softanswer.ui.letter.link_line import LinkLine
from softanswer.ui.letter.opening import _read_files
from softanswer.ui.letter.picture_dialog import PictureDialog
from softanswer.ui.letter.pictures import decoded, decoded_all
from softanswer.ui.letter.source_dialog import SourceDialog
from softanswer.ui.theme.theme import Scheme

pytestmark = pytest.mark.slow

HTML = (
    "<p>Dear Ana,</p><p>do you have the <b>second</b> volume? See "
    '<a href="https://shop.example/2">shop.example</a> or '
    '<a href="https://evil.example/">www.bank.example</a> or <a href="file:///etc/passwd">this</a>.'
    '</p><img src="https://img.example/logo.png" alt="logo" width="60" height="30">'
    '<img src="cid:cover"><blockquote>Dear customer, the second one?</blockquote>'
)
COMPLAINT = (
    "<p>Where is my book? Three weeks, and you are <b>crooks</b>!! I want my money back NOW!!!</p>"
    '<img src="https://img.example/spy.png" width="60" height="40">'
)
FILES = [
    ("photo.png", "image/png", png(300, 200)),
    ("notes.txt", "text/plain", b"A note."),
    ("invoice.pdf.exe", "application/octet-stream", b"MZ"),
    ("fake.pdf", "application/pdf", b"MZ"),
]


ONCE, ALWAYS = False, True


class CountingDoor(PictureDoor):
    """Gives a picture for every address, and counts."""

    def __init__(self):
        super().__init__(resolve=lambda _host, _port: [])
        object.__setattr__(self, "asked", [])
        object.__setattr__(self, "threads", set())

    def fetch(self, sources, is_wanted=lambda: True):
        self.threads.add(threading.get_ident())
        self.asked.extend(sources)
        return dict.fromkeys(sources, png(50, 20, "#00f"))

    __slots__ = ("asked", "threads")


@pytest.fixture
def open_desk(qtbot, theme, tmp_path):
    desks = []

    def open_desk(*raw, preferences=None, door=None):
        desk = ReadingDesk(tmp_path / f"profile{len(desks)}", raw, preferences, door)
        desk.watched.folder = tmp_path / "saved"
        desk.watched.folder.mkdir(exist_ok=True)
        desks.append(desk)
        qtbot.waitUntil(lambda: desk.desk.wiring.opening._opened is not None)
        QApplication.processEvents()
        return desk

    yield open_desk
    for desk in desks:
        desk.close()


def act(desk, wanted):
    desk.desk.window.acts[wanted].trigger()
    QApplication.processEvents()


def status(desk):
    return desk.desk.window.clock_strip.findChildren(QLabel)


def said(desk):
    return " ".join(label.text() for label in status(desk))


def question():
    boxes = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
    ]
    assert len(boxes) <= 1
    return boxes[0] if boxes else None


def press(box, role):
    (button,) = [b for b in box.buttons() if box.buttonRole(b) == role]
    button.click()
    QApplication.processEvents()


ACCEPT, REJECT = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole


def test_a_letter_of_html_alone_is_shown_as_it_was_sent(open_desk):
    desk = open_desk(letter(HTML))
    assert "<b>" not in desk.shown()
    assert desk.view._page.is_as_sent
    formats = desk.texts()[0].document()
    cursor = formats.find("second")
    assert cursor.charFormat().fontWeight() > 500


def test_a_letter_with_a_plain_form_is_shown_calmly_and_the_other_is_one_key_away(open_desk):
    desk = open_desk(letter(HTML, plain="Dear Ana,\n\nplain words here.\n"))
    assert "plain words here" in desk.shown()
    act(desk, Act.FORM)
    assert "do you have the second volume" in desk.shown()
    assert "plain words here" not in desk.shown()
    act(desk, Act.FORM)
    assert "plain words here" in desk.shown()


def test_forms_that_say_different_things_are_told_so(open_desk):
    desk = open_desk(
        letter("<p>Send the money to another account.", plain="Do you have the second volume?\n")
    )
    row = desk.view.findChild(FormRow)
    notes = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert any("does not say the same" in note for note in notes)


def test_a_plain_letter_offers_no_other_form(open_desk):
    desk = open_desk(letter(plain="Only words.\n"))
    assert not desk.view.findChild(FormRow).isVisible()
    act(desk, Act.FORM)
    assert desk.shown().strip() == "Only words."


@pytest.mark.parametrize(
    "plain", ["", "Do you?\n\nOn Monday, Shop wrote:\n> Dear customer, the second one?\n"]
)
def test_quoted_history_is_folded_in_both_forms(open_desk, plain):
    desk = open_desk(letter(HTML, plain=plain))
    for _ in range(2):
        assert "Dear customer" not in desk.shown()
        (fold,) = [f for f in desk.view._page.findChildren(FoldedText) if f.isVisible()]
        fold.set_unfolded(True)
        assert "Dear customer" in desk.shown()
        fold.set_unfolded(False)
        act(desk, Act.FORM)


def test_abuse_is_covered_in_the_sent_form_too(open_desk):
    desk = open_desk(letter(COMPLAINT))
    assert desk.view._page.is_as_sent
    assert "crooks" not in desk.shown()
    act(desk, Act.REVEAL)
    assert "crooks" in desk.shown()
    act(desk, Act.FORM)
    act(desk, Act.REVEAL)
    assert "crooks" not in desk.shown()


def test_the_letter_is_readable_in_both_schemes(open_desk, theme, qtbot):
    html = '<body bgcolor="#000"><p style="color:#fff">white</p><font color="#000">black</font>'
    desk = open_desk(letter(html))
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        qtbot.wait(20)
        theme.set_scheme(scheme)
        qtbot.wait(50)
        (text,) = desk.texts()
        page = text.grab().toImage()
        colours = {
            page.pixelColor(x, y).lightness() for x in range(0, 120, 1) for y in range(0, 30, 2)
        }
        assert max(colours) - min(colours) > 120
        for word in ("white", "black"):
            ink = text.document().find(word).charFormat().foreground()
            assert ink.style() is Qt.BrushStyle.NoBrush  # that of the palette


def test_the_target_of_a_link_is_shown_as_plain_text(open_desk):
    desk = open_desk(letter(HTML))
    line = desk.view.findChild(LinkLine)
    desk.texts()[0].highlighted.emit(QUrl("link:0"))
    assert "https://shop.example/2" in line.accessibleName()
    desk.texts()[0].highlighted.emit(QUrl("link:1"))
    assert "It says www.bank.example, but leads to evil.example." in line.accessibleName()
    desk.texts()[0].highlighted.emit(QUrl(""))
    assert line.accessibleName() == ""


def test_an_ordinary_link_opens_and_an_odd_one_asks(open_desk):
    desk = open_desk(letter(HTML))
    text = desk.texts()[0]
    text.anchorClicked.emit(QUrl("link:0"))
    assert desk.watched.opened == ["https://shop.example/2"]
    text.anchorClicked.emit(QUrl("link:1"))
    assert len(desk.watched.opened) == 1
    box = question()
    assert "https://evil.example/" in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    press(box, REJECT)
    assert len(desk.watched.opened) == 1
    text.anchorClicked.emit(QUrl("link:1"))
    press(question(), ACCEPT)
    assert desk.watched.opened[1:] == ["https://evil.example/"]


def test_a_link_to_a_file_stays_closed(open_desk):
    desk = open_desk(letter(HTML))
    desk.texts()[0].anchorClicked.emit(QUrl("link:2"))
    box = question()
    assert [box.buttonRole(button) for button in box.buttons()] == [REJECT]
    press(box, REJECT)
    for other in ("https://evil.example/", "file:///etc/passwd", "link:99", "link:x"):
        desk.texts()[0].anchorClicked.emit(QUrl(other))
    assert question() is None
    assert desk.watched.opened == []


def test_links_are_reached_and_opened_by_keyboard(open_desk, qtbot):
    desk = open_desk(letter('<p>See <a href="https://shop.example/2">shop.example</a>.</p>'))
    desk.desk.window.activateWindow()
    act(desk, Act.FOCUS_LETTER)
    text = desk.texts()[0]
    qtbot.waitUntil(text.hasFocus)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert "shop.example/2" in desk.view.findChild(LinkLine).accessibleName()
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert desk.watched.opened == ["https://shop.example/2"]


def test_finding_counts_steps_and_goes_away(open_desk, qtbot):
    desk = open_desk(letter(plain="one two one\n" + "filler\n" * 80 + "One\n"))
    desk.desk.window.activateWindow()
    act(desk, Act.FOCUS_LETTER)
    act(desk, Act.FIND)
    bar = desk.view._find_bar
    qtbot.waitUntil(bar.field.hasFocus)
    QTest.keyClicks(bar.field, "one")
    qtbot.waitUntil(lambda: bar._count.text() == "1 of 3")
    area = desk.view._area.verticalScrollBar()
    before = area.value()
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar._count.text() == "3 of 3"
    assert area.value() > before
    act(desk, Act.FIND_NEXT)
    assert bar._count.text() == "1 of 3"
    assert len(desk.texts()[0].extraSelections()) == 3
    bar.field.setText("nowhere")
    qtbot.waitUntil(lambda: bar._count.text() == "not found")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.texts()[0].extraSelections() == []
    assert desk.texts()[0].hasFocus()


def test_finding_works_in_the_sent_form(open_desk, qtbot):
    desk = open_desk(letter(HTML))
    act(desk, Act.FIND)
    desk.view._find_bar.field.setText("volume")
    qtbot.waitUntil(lambda: desk.view._find_bar._count.text() == "1 of 1")


def test_the_source_is_shown_as_it_came(open_desk):
    desk = open_desk(letter(HTML))
    act(desk, Act.SOURCE)
    dialog = desk.desk.window.findChild(SourceDialog)
    shown = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "Subject: About my order" in shown
    assert "<b>second</b>" in shown.replace("=\n", "")
    dialog.close()


def test_files_are_saved_by_a_key_and_nothing_is_overwritten(open_desk, qtbot):
    desk = open_desk(letter(plain="See.\n", files=FILES))
    folder = desk.watched.folder
    for count in (4, 8):
        act(desk, Act.SAVE_FILES)
        qtbot.waitUntil(lambda count=count: len(list(folder.iterdir())) == count)
    assert (folder / "notes.txt").read_bytes() == b"A note."
    assert (folder / "notes (2).txt").read_bytes() == b"A note."
    qtbot.waitUntil(lambda: "Saved as" in said(desk))


def test_saving_can_be_called_off(open_desk, qtbot):
    desk = open_desk(letter(plain="See.\n", files=FILES))
    desk.watched.folder = None
    desk.view.save_wanted.emit(1)
    qtbot.wait(100)
    assert "Saved" not in said(desk)


def chips(desk):
    return [b for b in desk.view._page.attachments.findChildren(QPushButton) if b.menu()]


def test_each_file_offers_only_what_is_safe(open_desk):
    desk = open_desk(letter(plain="See.\n", files=FILES))
    offered = [[action.text() for action in chip.menu().actions()] for chip in chips(desk)]
    assert offered == [["Look at it here", "Save…", "Open…"], ["Save…", "Open…"], ["Save…"],
                       ["Save…", "Open…"]]  # fmt: skip
    assert "is a .exe file" in chips(desk)[2].accessibleDescription()
    act(desk, Act.FILES)
    assert chips(desk)[0].hasFocus() or not desk.desk.window.isActiveWindow()


def test_a_picture_is_looked_at_in_the_window(open_desk, qtbot):
    desk = open_desk(letter(plain="See.\n", files=FILES))
    desk.view.look_wanted.emit(0)
    qtbot.waitUntil(lambda: desk.desk.window.findChild(PictureDialog) is not None)
    dialog = desk.desk.window.findChild(PictureDialog)
    assert dialog.windowTitle() == "photo.png"
    dialog.close()
    assert desk.watched.opened == []


def test_a_file_opens_after_a_question_as_a_private_copy(open_desk, qtbot):
    desk = open_desk(letter(plain="See.\n", files=FILES))
    desk.view.open_wanted.emit(1)
    qtbot.waitUntil(lambda: question() is not None)
    assert "notes.txt" in question().text()
    press(question(), REJECT)
    assert desk.watched.opened == []
    desk.view.open_wanted.emit(1)
    qtbot.waitUntil(lambda: question() is not None)
    press(question(), ACCEPT)
    (address,) = desk.watched.opened
    place = QUrl(address).toLocalFile()
    assert place.endswith("/notes.txt")
    assert "/opened/" in place


@pytest.mark.parametrize("number", [2, 3])
def test_a_program_is_never_opened_whatever_it_is_called(open_desk, qtbot, number):
    desk = open_desk(letter(plain="See.\n", files=FILES))
    desk.view.open_wanted.emit(number)
    qtbot.waitUntil(lambda: "Save it" in said(desk))
    assert question() is None
    assert desk.watched.opened == []


def test_the_letter_s_own_picture_is_shown_and_others_are_frames(open_desk):
    desk = open_desk(letter(HTML, pictures={"cover": png(80, 60, "#f00")}))
    shown = desk.view._page._sent.pictures
    assert shown(1).pixelColor(70, 5) == QColor("#f00")
    assert shown(0).size().width() == 60
    assert shown(7).size() == QSize(1, 1)


def test_pictures_are_fetched_only_when_asked_for(open_desk, qtbot):
    door = CountingDoor()
    desk = open_desk(letter(HTML), door=door)
    qtbot.wait(100)
    assert door.asked == []
    desk.view.pictures_wanted.emit(ONCE)
    qtbot.waitUntil(lambda: desk.view._page._sent.missing == 0)
    assert door.asked == ["https://img.example/logo.png"]
    assert door.threads.isdisjoint({threading.get_ident()})
    assert desk.view._page._sent.pictures(0).pixelColor(40, 2) == QColor("#00f")
    assert not shows_pictures(desk.desk.engine.reader, "tom.vale@mail.example")


def test_always_is_remembered_for_the_sender_alone(open_desk, qtbot):
    door = CountingDoor()
    other = letter(HTML, subject="Another", sender="Eva Roe <eva@mail.example>")
    again = letter(HTML + "again", subject="Again")
    desk = open_desk(again, other, letter(HTML), door=door)
    desk.read("About my order")
    desk.view.pictures_wanted.emit(ALWAYS)
    qtbot.waitUntil(lambda: shows_pictures(desk.desk.engine.reader, "tom.vale@mail.example"))
    qtbot.waitUntil(lambda: len(door.asked) == 1)
    desk.read("Another")
    qtbot.wait(100)
    assert len(door.asked) == 1
    desk.read("Again")
    qtbot.waitUntil(lambda: len(door.asked) == 2)


def test_a_complaint_of_somebody_unknown_asks_each_time(open_desk, qtbot):
    door = CountingDoor()
    desk = open_desk(letter(COMPLAINT), door=door)
    assert desk.desk.wiring.reading.matter.complaint
    desk.view.pictures_wanted.emit(ALWAYS)
    assert "no order here" in question().text()
    press(question(), REJECT)
    assert door.asked == []
    desk.view.pictures_wanted.emit(ALWAYS)
    press(question(), ACCEPT)
    qtbot.waitUntil(lambda: len(door.asked) == 1)
    assert not shows_pictures(desk.desk.engine.reader, "tom.vale@mail.example")


def test_never_offers_and_fetches_nothing(open_desk, qtbot):
    door = CountingDoor()
    never = Preferences(remote_pictures=RemotePictures.NEVER)
    desk = open_desk(letter(HTML), preferences=never, door=door)
    buttons = [
        b.text() for b in desk.view.findChild(FormRow).findChildren(QPushButton) if b.isVisible()
    ]
    assert buttons == ["Show as text"]
    desk.view.pictures_wanted.emit(ALWAYS)
    qtbot.wait(100)
    assert door.asked == []


def test_a_large_letter_is_opened_in_another_thread(open_desk):
    desk = open_desk(letter("<p>" + "many <b>words</b> " * 12_000))
    assert desk.view._page.is_as_sent
    assert "many words" in desk.shown()


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [(40, 30, (40, 30)), (2_000, 1_000, (600, 300)), (100, 4_000, (20, 800))],
)
def test_pictures_are_made_to_fit(qapp, width, height, shown):
    image = decoded(png(width, height))
    assert (image.width(), image.height()) == shown


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
     b"P6 1 1 255 abc", b"BM" + b"\0" * 60, b"%PDF-1.7"],
)  # fmt: skip
def test_what_is_no_picture_is_not_decoded(qapp, content):
    assert decoded(content) is None


def test_a_picture_too_large_to_be_read_is_not_read(qapp, monkeypatch):
    bomb = bytearray(png(10, 10))
    bomb[16:24] = (30_000).to_bytes(4, "big") * 2
    assert decoded(bytes(bomb)) is None
    monkeypatch.setattr(pictures, "MOST_PIXELS", 99)
    assert decoded(png(10, 10)) is None
    monkeypatch.setattr(pictures, "MOST_PIXELS", 100)
    assert isinstance(decoded(png(10, 10)), QImage)


def test_the_pictures_of_one_letter_have_a_limit_together(qapp, monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS_ALL", 250)
    contents = {str(n): png(10, 10) for n in range(4)}
    assert list(decoded_all({"none": b"x", **contents})) == ["0", "1"]


def test_a_file_that_is_not_there_is_told(open_desk, qtbot):
    desk = open_desk(letter(plain="x\n", files=FILES[:1]))
    opening = desk.desk.wiring.opening
    with qtbot.waitSignal(opening.failed) as failed:
        desk.desk.engine.look_up("file", partial(_read_files, 1, "save", [(7, "x.txt")]))
    assert "x.txt can't be found in the letter" in str(failed.args[0])


def test_tool_tips_of_a_letter_are_plain(open_desk):
    desk = open_desk(letter(plain="x\n", files=[("<img src=x>.txt", "text/plain", b"x")]))
    (chip,) = chips(desk)
    assert "<img" not in chip.toolTip()
    assert chip.mapTo(desk.desk.window, QPoint()).y() > 0
