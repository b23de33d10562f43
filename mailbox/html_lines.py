"""Lines of text behind their quote marks, as the reader of an HTML letter writes them."""

from __future__ import annotations

import re
from typing import Final

MAX_WORD_CHARS: Final = 1_980  # Qt lays out longer words in quadratic time
MAX_LINE_CHARS: Final = 19_900
_BLANKS: Final = re.compile("[ \t\r\n\f]+")
_WHITE: Final = " \t\r\n\f"
_LONG_WORD: Final = re.compile(rf"[^ \t\n]{{{MAX_WORD_CHARS}}}(?=[^ \t\n])")

Place = tuple[int, int]  # a line, counted as they are written, and a character of it


class Lines:
    """Takes text and breaks, and gives whole lines.

    Attributes:
        bullet: what the next text starts with, when it is the first of a list item.
        bullets: where each one came to stand.
        quotes_of: how many quote marks each line begins with; kept with the places.
    """

    def __init__(self, *, keeps_places: bool = False) -> None:
        self.bullet = ""
        self.bullets: list[tuple[Place, str]] = []
        self.quotes_of: list[int] = []
        self._done: list[str] = []
        self._pieces: list[str] = []
        self._quotes = 0
        self._last_quotes = 0
        self._wants_gap = False
        self._keeps_places = keeps_places
        self._length = 0
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._counted = 0
        self._column = 0

    def write(self, text: str, quotes: int) -> None:
        """Add text to the line; runs of blanks and line ends are one blank."""
        words = text.strip(_WHITE)
        pieces = self._pieces
        if not words:
            if text and pieces and pieces[-1][-1:] != " ":
                pieces.append(" ")
            return
        if "\n" in words or "  " in words or not words.isprintable():
            words = _BLANKS.sub(" ", words)
        if text[-1] in _WHITE:
            words += " "
        if not pieces:
            self._quotes = quotes
            if self.bullet:
                self._add_bullet()
        elif text[0] in _WHITE and pieces[-1][-1:] != " ":
            words = " " + words
        pieces.append(words)

    def write_kept(self, text: str, quotes: int) -> None:
        """Add text to the line as it stands; line ends are line ends."""
        first, *others = text.replace("\r\n", "\n").split("\n")
        self._add(first, quotes)
        for line in others:
            self.new_line(quotes)
            self._add(line, quotes)

    def _add(self, text: str, quotes: int) -> None:
        if not text:
            return
        if not self._pieces:
            self._quotes = quotes
            if self.bullet:
                self._add_bullet()
        self._pieces.append(text)

    def _add_bullet(self) -> None:
        self.bullets.append(((len(self._starts), 0), self.bullet))
        self._pieces.append(self.bullet)
        self.bullet = ""

    def new_line(self, quotes: int) -> None:
        """End the line, an empty one too."""
        if not self._pieces:
            self._quotes = quotes
            self._put("")
        else:
            self.end_line()

    def end_line(self) -> None:
        """End the line if there is one."""
        if self._pieces:
            line = "".join(self._pieces).rstrip()
            self._pieces = []
            self._counted = self._column = 0
            if len(line) > MAX_WORD_CHARS:
                self._put_cut(line)
            else:
                self._put(line)

    def end_paragraph(self) -> None:
        """End the line, and leave an empty one before the next."""
        if self._pieces:
            self.end_line()
        self._wants_gap = True

    def _put(self, line: str) -> None:
        done = self._done
        is_behind_text = bool(done) and done[-1].strip("> ") != ""
        if self._wants_gap and is_behind_text:
            self._append(min(self._quotes, self._last_quotes), "")
            is_behind_text = False
        self._wants_gap = False
        if line or is_behind_text or not done:
            self._append(self._quotes, line)
            self._last_quotes = self._quotes
        if self._keeps_places:
            self._ends.append(max(self._length - 1, 0))
            self._starts.append(self._ends[-1] - len(line))

    def _append(self, quotes: int, line: str) -> None:
        whole = ("> " * quotes + line).rstrip(" ") if quotes else line
        self._done.append(whole)
        if self._keeps_places:
            self._length += len(whole) + 1
            self.quotes_of.append(quotes)

    def _put_cut(self, line: str) -> None:
        """Put a line in pieces that Qt lays out in time; places in it count from its first."""
        rest = _LONG_WORD.sub(r"\g<0>\n", line)
        for word in rest.split("\n"):
            rest = word
            while len(rest) > MAX_LINE_CHARS:
                end = rest.rfind(" ", 1, MAX_LINE_CHARS)
                end = MAX_LINE_CHARS if end < 0 else end
                self._put(rest[:end])
                rest = rest[end:].removeprefix(" ")
            self._put(rest)

    def place(self) -> Place:
        """Where the next text will stand; see `found`."""
        pieces = self._pieces
        self._column += sum(map(len, pieces[self._counted :]))
        self._counted = len(pieces)
        return len(self._starts), self._column

    def found(self, place: Place) -> int:
        """Where a place came to stand in the text, once all lines are done.

        A place in a line that was cut is in the first piece of it.
        """
        number, column = place
        if number >= len(self._starts):
            return max(self._length - 1, 0)
        return min(self._starts[number] + column, self._ends[number])

    def end_of(self, number: int) -> int:
        """Where a line that was written ended, once all lines are done."""
        return self._ends[number] if number < len(self._ends) else max(self._length - 1, 0)

    def result(self) -> str:
        """All lines; empty ones at the beginning are left out."""
        self.end_line()
        return "\n".join(self._done).strip("\n")

    def leading(self) -> int:
        """How many empty lines `result` left out at the beginning."""
        number = 0
        while number < len(self._done) and not self._done[number]:
            number += 1
        return number
