"""Attaching files in the real window: given, shown, taken off, held, taken back, kept."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from fakes.writing_desk import CLEAN, WritingDesk, open_desk
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QPlainTextEdit

from softanswer.mailbox.enclosure import filled
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.ui.actions import Act
from softanswer.ui.letter.picture_dialog import PictureDialog
from softanswer.ui.reply.enclosure_preview import MOST_LINES, TextPreview

PDF = b"%PDF-1.7 a return label"


@pytest.fixture
def desk(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def label(tmp_path):
    path = tmp_path / "label.pdf"
    path.write_bytes(PDF)
    return path


def drop(desk: WritingDesk, *paths: Path) -> Qt.DropAction:
    """Drag files onto the composer; the result is what the file manager is told."""
    composer, mime = desk.composer, QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    at, keys = QPointF(9, 9), Qt.KeyboardModifier.NoModifier
    composer.dragEnterEvent(
        QDragEnterEvent(at.toPoint(), both, mime, Qt.MouseButton.LeftButton, keys)
    )
    event = QDropEvent(at, both, mime, Qt.MouseButton.LeftButton, keys)
    event.setDropAction(Qt.DropAction.MoveAction)
    composer.dropEvent(event)
    return event.dropAction()


def files(desk: WritingDesk) -> list[str]:
    return [one.name for one in desk.desk.wiring.writing._enclosing.enclosures]


def attached(qtbot, desk: WritingDesk, *paths: Path) -> None:
    before = len(files(desk))
    drop(desk, *paths)
    qtbot.waitUntil(lambda: len(files(desk)) == before + len(paths))


def chip(desk: WritingDesk, name: str) -> QAbstractButton:
    row = desk.composer._enclosures
    return next(b for b in row.findChildren(QAbstractButton) if name in b.accessibleName())


def kept(desk: WritingDesk, conversation_id: int) -> list[str]:
    draft = desk.draft_of(conversation_id)
    return [one.name for one in draft.enclosures] if draft else []


def test_a_file_is_dropped_held_approved_and_taken_back_with_the_reply(qtbot, desk, label):
    desk.write_to(desk.complaint)
    desk.type(CLEAN)
    assert drop(desk, label) is Qt.DropAction.CopyAction  # a move would delete hers
    qtbot.waitUntil(lambda: files(desk) == ["label.pdf"])
    label.write_bytes(b"%PDF-1.7 another one")

    reply = desk.hold()
    assert [one.name for one in reply.draft.enclosures] == ["label.pdf"]

    engine = desk.desk.engine
    engine.outbox.clock.pass_time(reply.plan.length)
    desk.desk.wiring.holding.open_gate(engine.writer.call(engine.outbox.release_due)[0].id)
    texts = [part.text() for part in desk.desk.window.gate.findChildren(QLabel)]
    assert "With it: label.pdf (23 bytes)" in texts
    approved = engine.writer.call(lambda tx: engine.outbox.approve(tx, reply.id))
    content = engine.outbox.contents(approved).__getitem__
    assert b"JVBERi0xLjcgYSByZXR1cm4gbGFiZWw=" in filled(approved.raw, content)

    desk.take_back(reply)
    assert files(desk) == ["label.pdf"]


def test_a_draft_in_the_store_has_its_files(qtbot, desk, label):
    desk.write_to(desk.complaint)
    attached(qtbot, desk, label)
    qtbot.waitUntil(lambda: kept(desk, desk.complaint) == ["label.pdf"])
    writing = desk.desk.wiring.writing
    writing.leave()
    assert files(desk) == []
    writing._last_saves.clear()  # what a new program knows

    desk.write_to(desk.complaint)
    assert files(desk) == ["label.pdf"]
    (kept_file,) = desk.desk.engine.outbox.enclosures.files()
    assert kept_file.read_bytes() == PDF


def test_delete_takes_a_file_off_and_undo_brings_it_back(qtbot, desk, label):
    desk.write_to(desk.complaint)
    attached(qtbot, desk, label)
    button = chip(desk, "Attachment: label.pdf, 23 bytes")
    qtbot.keyClick(button, Qt.Key.Key_Delete)
    assert files(desk) == []
    assert "label.pdf" in desk.desk.window.clock_strip._status.text()

    desk.desk.window.acts[Act.UNDO].trigger()
    assert files(desk) == ["label.pdf"]

    qtbot.mouseClick(chip(desk, "Remove label.pdf"), Qt.MouseButton.LeftButton)
    assert files(desk) == []
    qtbot.waitUntil(lambda: kept(desk, desk.complaint) == [])


def test_the_action_asks_for_files(qtbot, desk, label, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(label)], ""))
    assert not desk.desk.window.acts[Act.ATTACH].isEnabled()
    desk.write_to(desk.complaint)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(desk.editor, Qt.Key.Key_A, keys)
    qtbot.waitUntil(lambda: files(desk) == ["label.pdf"])


def test_what_can_not_be_sent_is_said_and_left_out(qtbot, desk, label, tmp_path):
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    desk.write_to(desk.complaint)
    with qtbot.waitSignal(desk.desk.wiring.writing.refused) as said:
        drop(desk, label, program)
    assert "“setup.exe” can't be attached" in said.args[0]
    assert files(desk) == ["label.pdf"]


def test_a_text_that_speaks_of_a_file_waits_for_one(qtbot, desk, label):
    desk.write_to(desk.complaint)
    desk.type(CLEAN.replace("Thank you", "I enclose the label. Thank you"))
    desk.checked()
    assert [f.rule for f in desk.composer._readiness.blockers] == ["attachment.missing"]
    attached(qtbot, desk, label)
    desk.checked()
    assert desk.composer._readiness.blockers == ()


def test_a_file_that_is_ready_too_late_goes_to_the_draft_it_was_meant_for(qtbot, desk, label):
    desk.write_to(desk.complaint)
    drop(desk, label)
    desk.desk.wiring.writing.leave()
    qtbot.waitUntil(lambda: kept(desk, desk.complaint) == ["label.pdf"])


@pytest.mark.parametrize("is_saved", [True, False])
def test_a_file_for_a_draft_that_is_reopened_at_once_is_kept_on_a_slow_disk(
    qtbot, desk, label, is_saved
):
    writing, writer = desk.desk.wiring.writing, desk.desk.engine.writer
    disk_answers = threading.Event()
    desk.write_to(desk.complaint)
    desk.type("Dear Mr Vale")
    if is_saved:
        writing.save()
        qtbot.waitUntil(lambda: desk.draft_of(desk.complaint) is not None)
        writing._last_saves.clear()
    writer.submit(lambda _tx: disk_answers.wait())
    try:
        drop(desk, label)
        with qtbot.waitSignal(writing._enclosing.meant_for_other):
            (writing._end if is_saved else writing.leave)()
        assert kept(desk, desk.complaint) == []

        desk.write_to(desk.complaint)
        assert files(desk) == ["label.pdf"]
        assert desk.composer.body() == "Dear Mr Vale"
        desk.type(" and thank you")
    finally:
        disk_answers.set()
    writing.leave()
    qtbot.waitUntil(lambda: "thank you" in str(desk.draft_of(desk.complaint)))
    assert kept(desk, desk.complaint) == ["label.pdf"]


def test_a_lost_file_keeps_the_reply_back_at_the_gate(qtbot, desk, label):
    desk.write_to(desk.complaint)
    desk.type(CLEAN)
    attached(qtbot, desk, label)
    reply = desk.hold()
    engine = desk.desk.engine
    for path in engine.outbox.enclosures.files():
        path.unlink()
    engine.outbox.clock.pass_time(reply.plan.length)
    with qtbot.waitSignal(desk.desk.wiring.holding.said) as said:
        desk.desk.wiring.holding.send(reply.id)
    assert "“label.pdf” is not in the profile folder any more" in said.args[0]
    now = engine.writer.call(lambda tx: held.load(tx.db, reply.id))
    assert (now.state, now.paused_by) == (OutboxState.PAUSED, PausedBy.FILE_LOST)


def looked_at(qtbot, desk, path, kind):
    """Attach a file, press Enter on its chip, and give back the window that opens."""
    desk.write_to(desk.complaint)
    attached(qtbot, desk, path)
    chip(desk, path.name).setFocus()
    qtbot.keyClick(chip(desk, path.name), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.desk.window.findChild(kind) is not None)
    return desk.desk.window.findChild(kind)


def test_enter_shows_a_picture_no_larger_than_the_window(qtbot, desk, tmp_path):
    image = QImage(3000, 2000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    path = tmp_path / "spine.png"
    image.save(str(path))
    shown = looked_at(qtbot, desk, path, PictureDialog)
    assert shown.windowTitle() == "spine.png"
    picture = next(one for one in shown.findChildren(QLabel) if one.pixmap())
    assert picture.pixmap().toImage().pixelColor(5, 5) == QColor(Qt.GlobalColor.darkGreen)
    window = desk.desk.window
    assert shown.width() <= window.width()
    assert shown.height() <= window.height()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert files(desk) == ["spine.png"]


@pytest.mark.parametrize("head", [b"", b"\xff\xfe"])
def test_enter_shows_the_first_lines_of_a_text(qtbot, desk, tmp_path, head):
    lines = "\n".join(f"строка {n}\x07" for n in range(MOST_LINES + 1))
    path = tmp_path / "list.txt"
    path.write_bytes(head + lines.encode("utf-16-le" if head else "utf-8"))
    shown = looked_at(qtbot, desk, path, TextPreview)
    text = shown.findChild(QPlainTextEdit).toPlainText()
    assert text.split("\n") == [f"строка {n}" for n in range(MOST_LINES)]
    assert "Only its beginning is shown here." in [
        one.text() for one in shown.findChildren(QLabel)
    ]


HUGE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\6\0\0\0" + bytes(4)


@pytest.mark.parametrize("content", [HUGE, b"\x89PNG\r\n\x1a\n broken", PDF, b""])
def test_what_can_not_be_shown_is_said_and_stays(qtbot, desk, tmp_path, content):
    path = tmp_path / "odd.png"
    path.write_bytes(content or b"x")
    desk.write_to(desk.complaint)
    attached(qtbot, desk, path)
    with qtbot.waitSignal(desk.desk.wiring.writing.refused) as refused:
        qtbot.keyClick(chip(desk, "odd.png"), Qt.Key.Key_Return)
    assert refused.args[0] == "“odd.png” can't be shown here. It goes with the reply as it is."
    assert files(desk) == ["odd.png"]


def test_a_file_that_is_lost_says_so_when_it_is_looked_at(qtbot, desk, label):
    desk.write_to(desk.complaint)
    attached(qtbot, desk, label)
    desk.desk.engine.outbox.enclosures.files()[0].unlink()
    with qtbot.waitSignal(desk.desk.wiring.writing.refused) as refused:
        qtbot.keyClick(chip(desk, "label.pdf"), Qt.Key.Key_Return)
    assert "not in the profile folder any more" in refused.args[0]
