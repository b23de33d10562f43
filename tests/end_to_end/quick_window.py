"""The window with a quick clock, worked by its keys: a letter is answered and held.

    python quick_window.py ORIGIN_NS PROFILE

It prints "cooling" as soon as the window says that the reply is held.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fakes.clock import QuickClock
from fakes.command_line import MemorySecrets
from fakes.shop import ADDRESS, ANSWER
from fakes.smtp_server import PASSWORD
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from softanswer.replies.outbox.held_reply import HeldReply
from softanswer.ui.desk import Desk
from softanswer.ui.profile import Profile


def main() -> None:
    """Work the window until the reply is held."""
    origin_ns, folder = sys.argv[1:]
    secrets = MemorySecrets({ADDRESS: PASSWORD})
    desk = Desk(Profile(Path(folder), QuickClock(int(origin_ns)), secrets))
    held: list[HeldReply] = []
    desk.wiring.writing.held.connect(held.append)
    desk.wiring.writing.held.connect(lambda _: os.write(sys.stdout.fileno(), b"cooling\n"))
    desk.open()
    try:
        _answer(desk)
        _until(lambda: bool(held))
    finally:
        desk.close()


def _answer(desk: Desk) -> None:
    inbox = desk.window.inbox
    _until(lambda: desk.window.isActiveWindow() and inbox.model.rowCount() == 1)
    inbox.list.setFocus()
    QTest.keyClick(inbox.list, Qt.Key.Key_J)
    QTest.keyClick(inbox.list, Qt.Key.Key_R)
    _until(lambda: desk.wiring.writing.is_writing)
    inbox.composer.editor.setPlainText(ANSWER)
    _until(lambda: inbox.composer.may_be_held)
    QTest.keyClick(inbox.composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError
        loop = QEventLoop()  # QTest.qWait would keep Python's other threads from running
        QTimer.singleShot(10, loop.quit)
        loop.exec()


if __name__ == "__main__":
    main()
