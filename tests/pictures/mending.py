"""Take pictures of the editor: underlines, the three lights, the card of a repair, its days.

python -P tests/pictures/mending.py DIR [--language en|ru] [--dark] [--size WxH] [--text P]
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hold import Pictures, main

from softanswer.ui.rail import Place

_TEXTS = {
    "en": "I am sorry for the wait. You should have checked the description before you ordered. "
    "I'll get back to you soon.\n",
    "ru": "Простите за ожидание. Вам следовало внимательнее читать описание. "
    "Деньги вернём в ближайшее время.\n",
}


class Mending(Pictures):
    """Writes a reply with faults and goes from one card to the next."""

    def take(self) -> None:
        """Take all pictures."""
        self._desk.open()
        total = sum(letter.folder == "INBOX" for letter in self._shop.sample.letters)
        self._wait_until(lambda: self._stored() >= total)
        matter = self._first_complaint()
        composer = self._desk.window.inbox.composer
        self._desk.wiring.show_place(Place.NEEDS_ANSWER)
        self._desk.wiring.reading.go_to(matter.conversation_id)
        self._desk.wiring.writing.reply(matter, with_suggestion=False)
        composer.editor.replace_all(_TEXTS[self._language])
        self._settle(1500)
        for name in ("blame", "promise", "lack", "further"):
            composer.next_finding()
            self._settle(600)
            self._whole(name)
        composer.previous_finding()
        composer.previous_finding()
        composer.apply_repair()
        self._settle(1200)
        self._whole("mended")


if __name__ == "__main__":
    raise SystemExit(main(Mending, __doc__))
