"""Attachments that are still on the server: seen, fetched, called off, in the running window."""

from __future__ import annotations

import threading

import pytest
from fakes.fetching_desk import FetchingDesk
from fakes.imap_server import FakeImapServer
from fakes.large_letters import content, large_letter
from fakes.reading_desk import png
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from softanswer.ui.actions import Act
from softanswer.ui.letter.picture_dialog import PictureDialog
from softanswer.ui.letter.source_dialog import SourceDialog

pytestmark = pytest.mark.slow

PDF = b"%PDF-" + content(1_300_000)
PHOTO = png(300, 200) + content(500_000)  # what stands behind a picture is not looked at
FILES = (
    ("photo.png", "image/png", PHOTO),
    ("note.txt", "text/plain", b"A note."),
    ("scan.pdf", "application/pdf", PDF),
)
LARGE = large_letter(1, FILES)


@pytest.fixture
def desk(qtbot, theme, tmp_path):
    with FakeImapServer() as server:
        desk = FetchingDesk(tmp_path / "profile", server, (LARGE,))
        qtbot.waitUntil(lambda: desk.desk.wiring.opening._opened is not None)
        yield desk
        desk.close()


@pytest.fixture
def running(desk, qtbot):
    desk.start()
    qtbot.waitUntil(lambda: desk.server.count("IDLE") > 0, timeout=15_000)
    return desk


def test_each_chip_says_whether_its_file_is_on_the_server(desk):
    photo, note, scan = desk.names()
    assert (
        photo
        == f"Attachment: photo.png, .png picture, {round(len(PHOTO) / 1024)} kB, on the server"
    )
    assert note == "Attachment: note.txt, .txt, 7 bytes"
    assert scan == "Attachment: scan.pdf, .pdf, 1.2 MB, on the server"
    assert "when you save or open it" in desk.chips[2].toolTip()
    assert "when you save or open it" not in desk.chips[1].toolTip()


def test_saving_fetches_the_file_with_its_progress_and_only_once(running, qtbot, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.part_fetch.PIECE_BYTES", 200_000)
    told = []
    parts = running.desk.wiring.opening.parts
    parts.progressed.connect(lambda _: told.append(running.names()[2]))
    running.choose(2, "Save…")
    assert running.names()[2] == "Attachment: scan.pdf, .pdf, 0% of 1.2 MB fetched"
    qtbot.waitUntil(lambda: running.saved() == {"scan.pdf": PDF}, timeout=10_000)
    assert any("56% of 1.2 MB fetched" in name for name in told), told
    qtbot.waitUntil(lambda: running.names()[2] == "Attachment: scan.pdf, .pdf, 1.2 MB")
    asked = running.server.count("UID FETCH 1 (UID BODY.PEEK")
    running.choose(2, "Save…")
    qtbot.waitUntil(lambda: len(running.saved()) == 2)
    assert running.server.count("UID FETCH 1 (UID BODY.PEEK") == asked


def test_a_file_that_is_here_asks_the_server_nothing(running, qtbot):
    asked = running.server.count("UID FETCH 1 (UID BODY.PEEK")
    running.choose(1, "Save…")
    qtbot.waitUntil(lambda: running.saved() == {"note.txt": b"A note."})
    assert running.server.count("UID FETCH 1 (UID BODY.PEEK") == asked


def test_a_picture_is_fetched_to_be_looked_at(running, qtbot):
    running.choose(0, "Look at it here")
    qtbot.waitUntil(lambda: running.desk.window.findChild(PictureDialog) is not None)
    running.desk.window.findChild(PictureDialog).close()


def test_saving_all_fetches_what_is_missing(running, qtbot):
    running.desk.window.acts[Act.SAVE_FILES].trigger()
    qtbot.waitUntil(lambda: running.saved() == {n: c for n, _, c in FILES}, timeout=10_000)


def test_fetching_can_be_stopped_and_goes_on_where_it_was(running, qtbot, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.part_fetch.PIECE_BYTES", 200_000)
    go_on = threading.Event()
    server = running.server

    def wait_after_two() -> None:
        if server.count("UID FETCH 1 (UID BODY.PEEK[]<") > before + 2:
            go_on.wait(5)

    before = server.count("UID FETCH 1 (UID BODY.PEEK[]<")
    server.habits.before["UID FETCH"] = wait_after_two
    running.choose(2, "Save…")
    qtbot.waitUntil(lambda: "22% of" in running.names()[2])
    assert [a.text() for a in running.chips[2].menu().actions()] == ["Stop fetching it"]
    running.choose(2, "Stop fetching it")
    qtbot.waitUntil(lambda: "on the server" in running.names()[2])
    assert running.saved() == {}
    go_on.set()
    server.habits.before.clear()
    running.choose(2, "Save…")
    qtbot.waitUntil(lambda: running.saved() == {"scan.pdf": PDF}, timeout=10_000)
    pieces = [c for c in server.commands if c.startswith("UID FETCH 1 (UID BODY.PEEK[]<")]
    assert len(pieces) == len(set(pieces))


def test_without_a_sync_the_seller_is_told(desk):
    desk.choose(2, "Save…")
    assert "The account of this letter is not connected" in desk.said()
    assert "on the server" in desk.names()[2]


def test_offline_the_seller_is_told_and_can_try_again(running, qtbot):
    running.server.habits.close_on |= {"LOGIN", "UID FETCH"}
    running.choose(2, "Save…")
    qtbot.waitUntil(lambda: "connection" in running.said())
    qtbot.waitUntil(lambda: "on the server" in running.names()[2])
    running.server.habits.close_on.clear()
    running.choose(2, "Save…")
    qtbot.waitUntil(lambda: running.saved() == {"scan.pdf": PDF}, timeout=10_000)


def test_a_letter_that_is_another_one_on_the_server_is_told(running, qtbot):
    running.server.folders["INBOX"].messages[0].raw = LARGE.replace(b"The end", b"An end!")
    running.choose(2, "Save…")
    qtbot.waitUntil(lambda: "in another form" in running.said())
    assert running.saved() == {}


def test_the_source_says_what_it_lacks_and_brings_it(running, qtbot):
    running.desk.window.acts[Act.SOURCE].trigger()
    dialog = running.desk.window.findChild(SourceDialog)
    assert "Subject: Order 1" in dialog.findChild(QPlainTextEdit).toPlainText()
    (fetch,) = [
        b for b in dialog.findChildren(QPushButton) if b.text() == "Download the whole letter"
    ]
    assert fetch.isVisible()
    fetch.click()
    qtbot.waitUntil(lambda: "The whole letter is here." in running.said(), timeout=10_000)
    opening = running.desk.wiring.opening
    qtbot.waitUntil(lambda: opening._opened.letter.is_whole)
    assert opening._opened.letter.raw == LARGE
    running.desk.window.acts[Act.FETCH_WHOLE].trigger()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not any("on the server" in name for name in running.names()))
