"""Take pictures of a reply with files, of its card and of the gate, in the sample shop.

python -P tests/pictures/attaching.py DIR [--language en|ru] [--dark] [--size WxH] [--text P]
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hold import Pictures, main

from softanswer.ui.rail import Place

_FILES = {
    "en": ("spine and front board.jpg", "return label.pdf", "from the telephone.heic"),
    "ru": ("корешок и передняя крышка.jpg", "наклейка для возврата.pdf", "с телефона.heic"),
}
_HEADS = (b"\xff\xd8\xff\xe1", b"%PDF-1.7", b"\x00\x00\x00\x18ftypheic")


class Attaching(Pictures):
    """Attaches files to a reply, holds it, and opens the gate."""

    def take(self) -> None:
        """Take all pictures."""
        self._desk.open()
        total = sum(letter.folder == "INBOX" for letter in self._shop.sample.letters)
        self._wait_until(lambda: self._stored() >= total)
        matter = self._first_complaint()
        writing, window = self._desk.wiring.writing, self._desk.window
        self._desk.wiring.show_place(Place.NEEDS_ANSWER)
        self._desk.wiring.reading.go_to(matter.conversation_id)
        writing.reply(matter, with_suggestion=True)
        paths = []
        for number, (name, head) in enumerate(zip(_FILES[self._language], _HEADS, strict=True)):
            path = self._folder / name
            path.write_bytes(head + b"x" * 340_000 * (number + 1))
            paths.append(path)
        writing._enclosing.add_files(paths)
        self._wait_until(lambda: not writing._enclosing.is_busy)
        self._settle(1500)
        self._whole("composer")
        window.inbox.composer.grab().save(str(self._folder / "composer-alone.png"))
        window.inbox.composer.hold()
        self._wait_until(lambda: not writing.is_writing)
        reply = self._held()
        self._clock.moved = reply.plan.length + timedelta(seconds=10)
        self._engine.writer.call(self._engine.outbox.release_due)
        self._desk.wiring.show_place(Place.COOLING)
        self._settle(1000)
        self._whole("outbox")
        self._desk.wiring.holding.open_gate(reply.id)
        self._settle(1000)
        self._whole("gate")
        self._engine.outbox.enclosures.files()[0].unlink()
        self._desk.wiring.holding.send(reply.id)
        self._settle(1500)
        self._whole("lost")

    def _held(self):
        from softanswer.replies.outbox import store

        (reply,) = store.load_in(self._engine.reader)
        return reply


if __name__ == "__main__":
    raise SystemExit(main(Attaching, __doc__))
