"""Small pictures in the row of attached files, in the real window."""

import pytest
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton

from softanswer.mailbox.enclosure import describe
from softanswer.mailbox.enclosure_folder import EnclosureFolder
from softanswer.ui.reply.thumbnail import thumbnail

GREEN, RED = Qt.GlobalColor.darkGreen, Qt.GlobalColor.darkRed
HUGE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\6\0\0\0" + bytes(4)


@pytest.fixture
def desk(qtbot, tmp_path, theme):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


def picture(path, width=300, height=200, colour=GREEN):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(colour)
    image.save(str(path))
    return path


def attach(qtbot, desk, *paths):
    enclosing = desk.desk.wiring.writing._enclosing
    count = len(enclosing.enclosures) + len(paths)
    enclosing.add_files(list(paths))
    qtbot.waitUntil(lambda: len(enclosing.enclosures) == count)


def chip(desk, name):
    row = desk.composer._enclosures
    return next(b for b in row.findChildren(QAbstractButton) if name in b.accessibleName())


def middle(button):
    shown = button.icon().pixmap(button.iconSize()).toImage()
    return shown.pixelColor(shown.width() // 2, shown.height() // 2).getRgb()[:3]


def rgb(colour):
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image.pixelColor(0, 0).getRgb()[:3]


def seen(desk):
    """The files whose thumbnail was made, or found to be none."""
    return len(desk.composer._enclosures._thumbnails)


def test_a_picture_is_shown_small_and_another_file_by_its_sign(qtbot, desk, tmp_path):
    label = tmp_path / "label.pdf"
    label.write_bytes(b"%PDF-1.7 a return label")
    desk.write_to(desk.complaint)
    attach(qtbot, desk, picture(tmp_path / "spine.png"), label)
    qtbot.waitUntil(lambda: middle(chip(desk, "spine.png")) == rgb(GREEN))

    size = chip(desk, "spine.png").iconSize()
    assert size.width() == size.height() <= chip(desk, "spine.png").height()
    assert chip(desk, "label.pdf").iconSize() != size
    assert middle(chip(desk, "label.pdf")) != rgb(GREEN)
    assert chip(desk, "spine.png").accessibleName().startswith("Attachment: spine.png, ")


def test_each_file_keeps_its_own_picture_when_one_is_taken_off_and_back(qtbot, desk, tmp_path):
    first = picture(tmp_path / "spine.png")
    second = picture(tmp_path / "board.png", colour=RED)
    desk.write_to(desk.complaint)
    attach(qtbot, desk, first, second)
    qtbot.waitUntil(lambda: seen(desk) == 2)

    chip(desk, "spine.png").setFocus()
    qtbot.keyClick(chip(desk, "spine.png"), Qt.Key.Key_Delete)
    assert seen(desk) == 1
    assert middle(chip(desk, "board.png")) == rgb(RED)

    qtbot.keyClick(chip(desk, "board.png"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: seen(desk) == 2)
    assert middle(chip(desk, "spine.png")) == rgb(GREEN)
    assert middle(chip(desk, "board.png")) == rgb(RED)


def test_a_draft_that_is_opened_again_shows_its_pictures(qtbot, desk, tmp_path):
    desk.write_to(desk.complaint)
    attach(qtbot, desk, picture(tmp_path / "spine.png"))
    desk.write_to(desk.question)
    assert seen(desk) == 0

    desk.write_to(desk.complaint)
    qtbot.waitUntil(lambda: middle(chip(desk, "spine.png")) == rgb(GREEN))


@pytest.mark.parametrize("content", [HUGE, b"\x89PNG\r\n\x1a\n broken"])
def test_what_is_no_sound_picture_keeps_the_sign_without_a_word(qtbot, desk, tmp_path, content):
    odd = tmp_path / "odd.png"
    odd.write_bytes(content)
    desk.write_to(desk.complaint)
    with qtbot.assertNotEmitted(desk.desk.wiring.writing.refused):
        attach(qtbot, desk, odd)
        qtbot.waitUntil(lambda: seen(desk) == 1)
    assert chip(desk, "odd.png").iconSize().height() < 20


@pytest.mark.parametrize(("width", "height"), [(300, 200), (20, 900), (4, 4), (1000, 10)])
def test_it_is_a_square_of_the_wanted_size_whatever_the_picture(tmp_path, width, height):
    folder = EnclosureFolder(tmp_path / "enclosures")
    content = picture(tmp_path / "one.png", width, height).read_bytes()
    folder.put(content)

    made = thumbnail(folder, describe("one.png", content), 26)

    assert (made.image.width(), made.image.height()) == (26, 26)
    assert made.image.pixelColor(13, 13).getRgb()[:3] == rgb(GREEN)


def test_a_lost_file_has_none(tmp_path):
    folder = EnclosureFolder(tmp_path / "enclosures")

    assert thumbnail(folder, describe("one.png", HUGE), 26).image is None
