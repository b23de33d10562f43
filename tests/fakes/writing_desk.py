"""The real window on a profile with one letter in it, and no server behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builders import HandClock
from fakes.command_line import MemorySecrets
from fakes.letterbox import Letterbox
from fakes.shop import COMPLAINT, QUESTION
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from softanswer.mailbox.message import StoredMessage
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.replies.compose.store import StoredDraft, load_draft
from softanswer.replies.inbox import Matter
from softanswer.replies.inbox_store import load_matter
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import HeldReply
from softanswer.ui.desk import Desk
from softanswer.ui.profile import Profile
from softanswer.ui.reply.composer import Composer
from softanswer.ui.reply.reply_editor import ReplyEditor

CLEAN = """Dear Mr Vale,

I am truly sorry that your book has not reached you after all this waiting. That is my mistake: \
I posted it too late. I will send a second copy tomorrow by Priority Mail, and I will write to \
you on Tuesday with its tracking number. Thank you for your patience.

Ana Reyes
"""


class WritingDesk:
    """The window, with a complaint and a question to answer; it is noon."""

    def __init__(self, qtbot: QtBot, folder: Path, **outside: object) -> None:
        """Open it; `outside` is what else comes from outside of a `Profile`."""
        self._qtbot = qtbot
        self.folder = folder
        profile = Profile(folder, HandClock(), MemorySecrets(), **outside)
        with profile.writing() as writer:
            self.complaint, self.question = _letters(folder, writer)
        self.desk = Desk(profile)
        self.desk.wiring.open()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    @property
    def composer(self) -> Composer:
        return self.desk.window.inbox.composer

    @property
    def editor(self) -> ReplyEditor:
        return self.composer.editor

    def matter(self, conversation_id: int) -> Matter:
        return load_matter(self.desk.engine.reader, conversation_id)

    def write_to(self, conversation_id: int, *, with_suggestion: bool = False) -> None:
        """Open the composer for a letter."""
        self.desk.wiring.reading.go_to(conversation_id)
        matter = self.matter(conversation_id)
        self.desk.wiring.writing.reply(matter, with_suggestion=with_suggestion)
        self.checked()

    def type(self, text: str) -> None:
        """Type into the reply, by key events."""
        type_into(self.editor, text)

    def erase(self) -> None:
        """Take the whole text out."""
        self._qtbot.keyClick(self.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.keyClick(self.editor, Qt.Key.Key_Delete)

    def checked(self) -> None:
        """Wait until the text as it stands was checked."""
        self._qtbot.waitUntil(lambda: self.composer._readiness.is_checked, timeout=20_000)

    def hold(self) -> HeldReply:
        """Hold the reply as it stands."""
        self.checked()
        with self._qtbot.waitSignal(self.desk.wiring.writing.held, timeout=20_000) as held_now:
            self._qtbot.keyClick(
                self.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
            )
        (reply,) = held_now.args
        return reply

    def take_back(self, reply: HeldReply) -> None:
        """Take a held reply back and go on writing it."""
        with self._qtbot.waitSignal(self.desk.wiring.writing.began, timeout=20_000):
            self.desk.wiring.holding.edit(reply.id)
        self.checked()

    def held_replies(self) -> tuple[HeldReply, ...]:
        return held.load_in(self.desk.engine.reader)

    def draft_of(self, conversation_id: int) -> StoredDraft | None:
        return load_draft(self.desk.engine.reader, conversation_id)

    def foot(self) -> str:
        return self.composer._foot.text


def type_into(field: QWidget, text: str) -> None:
    """Type a text by key events; unlike QTest it knows letters beyond ASCII and line ends."""
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\n" else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)


@contextmanager
def open_desk(qtbot: QtBot, folder: Path, **outside: object) -> Iterator[WritingDesk]:
    """Open the window, and close it with everything behind it."""
    made = WritingDesk(qtbot, folder, **outside)
    try:
        yield made
    finally:
        made.desk.close()


def _letters(folder: Path, writer: StoreWriter) -> tuple[int, int]:
    box = Letterbox(folder, writer)

    def conversation(letter: StoredMessage) -> int:
        return box.matter(letter).conversation_id

    complaint = box.receive("Where is my book", COMPLAINT)
    question = box.receive("Second volume", QUESTION, sender="Eva Roe <eva@mail.example>")
    return conversation(complaint), conversation(question)
