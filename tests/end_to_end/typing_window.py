"""The window in which a script types a reply until it is killed.

    python typing_window.py PROFILE CONVERSATION TEXT

For each key it prints how many were typed and when, in nanoseconds of the monotonic clock.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from builders import HandClock
from fakes.command_line import MemorySecrets
from fakes.writing_desk import type_into
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from softanswer.replies.inbox_store import load_matter
from softanswer.ui.desk import Desk, application_of
from softanswer.ui.profile import Profile

_KEY_EVERY_MS = 25  # a very quick typist: no pause in which a draft could be kept


def main() -> None:
    """Type for ever."""
    folder, conversation, text = sys.argv[1:]
    application_of()
    desk = Desk(Profile(Path(folder), HandClock(), MemorySecrets()))
    desk.wiring.open()
    desk.wiring.reading.go_to(int(conversation))
    desk.wiring.writing.reply(load_matter(desk.engine.reader, int(conversation)))
    editor = desk.window.inbox.composer.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    typed = 0

    def press() -> None:
        nonlocal typed
        type_into(editor, text[typed % len(text)])
        typed += 1
        os.write(sys.stdout.fileno(), f"{typed} {time.monotonic_ns()}\n".encode())

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(_KEY_EVERY_MS)
    QApplication.exec()


if __name__ == "__main__":
    main()
