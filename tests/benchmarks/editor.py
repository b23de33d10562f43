"""How long a key takes in the editor at 2,000 words, and a suggestion after its letter is chosen.

    python -P tests/benchmarks/editor.py [--words 2000] [--keys 120]

Times are of the processor, in the thread of the window, unless it says "wall": the tone check runs
beside it in a thread of its own, and its share is told apart. Goals: 16 ms a key, 100 ms until a
suggestion is ready.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fakes.order_states import STATES, OrderDesk
from fakes.writing_desk import type_into
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from softanswer.replies import answering, inbox_store, suggesting
from softanswer.replies.background_store import load_background
from softanswer.replies.inbox import Shelf
from softanswer.replies.preferences import Preferences
from softanswer.replies.warm_up import warm_up
from softanswer.ui.desk import application_of

KEY_GOAL_MS = 16
SUGGESTION_GOAL_MS = 100
_PARAGRAPH = (
    "I am sorry that your parcel has not reached you after all this waiting. The book left here "
    "on 13 November by Media Mail, and I should have written to you before you had to ask. "
)


def main() -> None:
    """Measure both and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=2_000)
    parser.add_argument("--keys", type=int, default=120)
    options = parser.parse_args()
    application_of()
    warm_up()
    with tempfile.TemporaryDirectory() as folder:
        desk = OrderDesk(Path(folder), Preferences(seller_name="Ana Reyes"))
        desk.desk.window.resize(1240, 860)
        _settle(0.5)
        _suggestions(desk)
        _keys(desk, options.words, options.keys)
        desk.close()


def _suggestions(desk: OrderDesk) -> None:
    """From the choice of a letter to its suggestions, and to a reply that can be written."""
    db, writing = desk.desk.engine.reader, desk.desk.wiring.writing
    now = desk.desk.engine.outbox.clock.read().wall.astimezone()
    alone, whole = [], []
    for _ in range(3):
        for row in inbox_store.rows(db, Shelf.ALL, now, len(STATES)):
            desk.desk.wiring.reading.go_to(row.conversation_id)
            _settle(0.1)
            began = time.thread_time()
            matter = inbox_store.load_matter(db, row.conversation_id)
            history = load_background(db, matter, now.date()).history
            suggesting.suggestions(
                matter, desk.desk.engine.preferences, now, history=history,
                own=desk.desk.engine.templates.load(),
            )  # fmt: skip
            alone.append(time.thread_time() - began)
            began = time.thread_time()
            writing.reply(matter, with_suggestion=True)
            QApplication.processEvents()
            whole.append(time.thread_time() - began)
            writing.leave()
    _say("suggestions of a letter, from the store", alone, SUGGESTION_GOAL_MS)
    _say("reply with the suggestion on screen", whole, SUGGESTION_GOAL_MS)


def _keys(desk: OrderDesk, words: int, keys: int) -> None:
    """Each key with all that follows from it in the thread of the window, at the end of a text."""
    engine, writing = desk.desk.engine, desk.desk.wiring.writing
    (row, *_) = inbox_store.rows(engine.reader, Shelf.ALL, engine.outbox.clock.read().wall, 1)
    desk.desk.wiring.reading.go_to(row.conversation_id)  # another letter would end the reply
    _settle(0.5)
    matter = inbox_store.load_matter(engine.reader, row.conversation_id)
    writing.reply(matter)
    editor = desk.desk.window.inbox.composer.editor
    count = len(_PARAGRAPH.split())
    editor.setPlainText("\n\n".join([_PARAGRAPH.strip()] * -(-words // count)))
    _settle(3.0)
    for name, place in (
        ("a key at the end", QTextCursor.MoveOperation.End),
        ("a key in the middle", QTextCursor.MoveOperation.Start),
    ):
        editor.moveCursor(place)
        if place is QTextCursor.MoveOperation.Start:
            cursor = editor.textCursor()
            cursor.setPosition(editor.document().characterCount() // 2)
            editor.setTextCursor(cursor)
        spent, walls = [], []
        for number in range(keys):
            began, wall = time.thread_time(), time.perf_counter()
            type_into(editor, "and a word "[number % 11])
            QApplication.processEvents()
            spent.append(time.thread_time() - began)
            walls.append(time.perf_counter() - wall)
            _settle(0.04)
        assert writing.is_writing
        _say(f"{name} of {words} words", spent, KEY_GOAL_MS)
        _say(f"{name}, wall, with the check beside it", walls, KEY_GOAL_MS)
    body = editor.body()
    context = answering.check_context(matter, engine.outbox.clock.read().wall)
    answering.review(body, context)
    began = time.thread_time()
    answering.review(body + " ", context)
    _say("the tone check of the whole text (its own thread)", [time.thread_time() - began], 0)


def _settle(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.002)


def _say(what: str, seconds: list[float], goal_ms: float) -> None:
    ordered = sorted(seconds)
    worst = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)] * 1_000
    goal = f", goal {goal_ms:.0f} ms" if goal_ms else ""
    print(f"{what}: median {statistics.median(ordered) * 1_000:.1f} ms, p95 {worst:.1f} ms{goal}")


if __name__ == "__main__":
    main()
