"""What of a letter its writer wrote: own words, quoted letters, signatures, boilerplate.

One pass over the lines, each looked at with bounded patterns: linear on any input, and fast
enough for every key press in the editor.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from typing import Final

from . import quoting_phrases as phrases
from .quoting_phrases import Field

_MAX_ATTRIBUTION_LINES: Final = 3
_MAX_ATTRIBUTION_CHARS: Final = 400
_MIN_ATTRIBUTION_CHARS: Final = len("wrote:")
_MAX_HEAD_LINES: Final = 12
_MAX_FOLDED_LINES: Final = 2  # of a long list of recipients
_MAX_BARE_SIGNATURE_LINES: Final = 12
_MAX_CARD_LINES: Final = 10
_MAX_CARD_CHARS: Final = 80
_MIN_SENTENCE_WORDS: Final = 4
_MAX_NAME_CHARS: Final = 40
_MAX_PARAGRAPH_CHARS: Final = 2_000
_LOOK: Final = 300  # characters of a line that patterns see


class RegionKind(Enum):
    """Whose words a stretch of a letter is made of."""

    OWN = "own"
    QUOTED = "quoted"
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the given text, in characters; `end` is behind the last one."""

    kind: RegionKind
    start: int
    end: int


def regions(text: str) -> tuple[Region, ...]:
    """The stretches of a letter with LF line ends, in order and without gaps.

    Quoted are lines behind ">", the line that says who wrote them, and all below the head of a
    forwarded letter. Signatures stand behind "-- ", or are the card below a closing and a name;
    disclaimers are legal paragraphs, the lines of phones and mailers, and what a marketplace
    wraps around a letter. All else, inline answers and closings too, is the writer's own.
    """
    lines = text.split("\n")
    kinds = _Letter(text, lines).kinds()
    found: list[Region] = []
    start = end = 0
    latest = kinds[0]
    for line, kind in zip(lines, kinds, strict=True):
        if kind is not latest:
            found.append(Region(latest, start, end))
            start, latest = end, kind
        end += len(line) + 1
    if start < len(text):
        found.append(Region(latest, start, len(text)))
    return tuple(found)


def own_text(text: str) -> str:
    """The writer's own words, an empty line between stretches that were apart."""
    own = (text[r.start : r.end].strip("\n") for r in regions(text) if r.kind is RegionKind.OWN)
    return "\n\n".join(stretch for stretch in own if stretch.strip())


class _Letter:
    """The lines of a letter and what was found out about each."""

    def __init__(self, text: str, lines: list[str]) -> None:
        self._text = text
        self._lines = lines
        self._looks = [line[:_LOOK] for line in lines]
        self._kinds: list[RegionKind | None] = [None] * len(lines)
        self._quotes: list[int] = []

    def kinds(self) -> list[RegionKind]:
        """The kind of every line."""
        self._mark_quotes()
        self._mark_boilerplate()
        if self._text.startswith("--") or "\n--" in self._text:
            self._mark_signatures()
        lower = self._text.lower()
        if any(root in lower for root in phrases.LEGAL_ROOTS):
            self._mark_legal_paragraphs()
        self._mark_cards()
        return self._settled()

    def _is_blank(self, number: int) -> bool:
        line = self._lines[number]
        return not line or line.isspace()

    def _mark(self, start: int, end: int, kind: RegionKind) -> None:
        for number in range(start, end):
            if self._kinds[number] is None:
                self._kinds[number] = kind

    # Quoted letters

    def _mark_quotes(self) -> None:
        if ">" in self._text:
            self._quotes = [n for n, look in enumerate(self._looks) if _is_quote(look)]
        for number in self._quotes:
            self._kinds[number] = RegionKind.QUOTED
        for number, look in enumerate(self._looks):
            if self._kinds[number] is not None or not _may_start_letter(look):
                continue
            if _may_end_attribution(look) and self._mark_attribution(number):
                return
            if self._starts_letter(number, look):
                self._mark(self._above_rule(number), len(self._lines), RegionKind.QUOTED)
                return

    def _mark_attribution(self, last: int) -> bool:
        """Mark a line such as "On ... wrote:"; true where all below it is quoted, too."""
        is_followed = self._is_quote_soon(last)
        first = self._attribution_start(last, is_followed=is_followed)
        if first is None:
            return False
        is_tail = not is_followed and bisect_left(self._quotes, last) == len(self._quotes)
        self._mark(first, len(self._lines) if is_tail else last + 1, RegionKind.QUOTED)
        return is_tail

    def _attribution_start(self, last: int, *, is_followed: bool) -> int | None:
        """Where an attribution begins that may be broken over lines; None where it is none."""
        weak = None
        said = ""
        for first in range(last, max(-1, last - _MAX_ATTRIBUTION_LINES), -1):
            if self._kinds[first] is not None or self._is_blank(first):
                break
            said = f"{self._looks[first].strip()} {said}"
            if len(said) > _MAX_ATTRIBUTION_CHARS:
                break
            if _is_mailers_attribution(said):
                return self._opener_above(first)
            if weak is None and is_followed and _is_attribution(said):
                weak = first
        return None if weak is None else self._opener_above(weak)

    def _is_quote_soon(self, number: int) -> bool:
        for following in range(number + 1, min(number + 4, len(self._lines))):
            if not self._is_blank(following):
                return self._kinds[following] is RegionKind.QUOTED
        return False

    def _opener_above(self, first: int) -> int:
        """The line above, where the attribution was broken before what tells it for sure."""
        above = first - 1
        if above < 0 or phrases.ATTRIBUTION_OPENER.match(self._looks[first]):
            return first
        look = self._looks[above].rstrip()
        is_free = self._kinds[above] is None and not look.endswith((".", "!", "?"))
        is_opener = phrases.ATTRIBUTION_OPENER.match(look) and any(map(str.isdigit, look))
        return above if is_free and is_opener else first

    def _starts_letter(self, number: int, look: str) -> bool:
        """A line that begins a quoted or forwarded letter without ">"."""
        if phrases.FORWARD_LINE.match(look):
            return True
        return _field(look) is Field.FROM and self._is_letter_head(number)

    def _is_letter_head(self, first: int) -> bool:
        """The fields that mailers put above a letter: a sender, a date and a subject."""
        found: set[Field] = set()
        strangers = 0
        for number in range(first, min(first + _MAX_HEAD_LINES, len(self._lines))):
            if self._is_blank(number):
                continue
            field = _field(self._looks[number])
            if field:
                found.add(field)
            strangers = 0 if field else strangers + 1
            if strangers > _MAX_FOLDED_LINES:
                break
        return {Field.FROM, Field.DATE, Field.SUBJECT} <= found

    def _above_rule(self, number: int) -> int:
        """The line of dashes above, which belongs to the quoted letter."""
        for above in range(number - 1, max(-1, number - 3), -1):
            if phrases.RULE_LINE.match(self._looks[above]):
                return above
            if not self._is_blank(above):
                break
        return number

    # Signatures and boilerplate

    def _mark_boilerplate(self) -> None:
        for number, look in enumerate(self._looks):
            if self._kinds[number] is not None or not look:
                continue
            if look.startswith("--") and phrases.MESSAGE_BEGINS.match(look):
                self._mark(0, number + 1, RegionKind.DISCLAIMER)
            elif look.startswith("--") and phrases.MESSAGE_ENDS.match(look):
                self._mark(number, len(self._lines), RegionKind.DISCLAIMER)
            elif _is_boilerplate(look):
                self._kinds[number] = RegionKind.DISCLAIMER

    def _mark_signatures(self) -> None:
        quoted = [n for n, kind in enumerate(self._kinds) if kind is RegionKind.QUOTED]
        for number, line in enumerate(self._lines):
            if not line.startswith("--") or self._kinds[number] is not None:
                continue
            place = bisect_left(quoted, number)
            end = quoted[place] if place < len(quoted) else len(self._lines)
            is_short = line == "--" and end - number <= _MAX_BARE_SIGNATURE_LINES
            if line == "-- " or is_short:
                self._mark(number, end, RegionKind.SIGNATURE)

    def _mark_legal_paragraphs(self) -> None:
        start = 0
        for number in range(len(self._lines) + 1):
            is_open = (
                number < len(self._lines)
                and self._kinds[number] is None
                and not self._is_blank(number)
            )
            if is_open:
                continue
            if number > start and _is_legal("\n".join(self._looks[start:number])):
                self._mark(start, number, RegionKind.DISCLAIMER)
            start = number + 1

    def _mark_cards(self) -> None:
        """Mark the lines of a business card below a closing and a name."""
        end = len(self._lines)
        while end > 0:
            start = end
            while start > 0 and self._kinds[start - 1] is None:
                start -= 1
            self._mark_card_in(max(start, end - 2 * _MAX_CARD_LINES), end)
            end = min(start, end - 1)

    def _mark_card_in(self, start: int, end: int) -> None:
        for number in range(start, end):
            look = self._looks[number]
            if len(look) <= _MAX_NAME_CHARS and phrases.CLOSING.match(look):
                card = self._below_name(number + 1, end)
                if self._is_card(card, end):
                    self._mark(card, end, RegionKind.SIGNATURE)
                    return

    def _below_name(self, start: int, end: int) -> int:
        """The line below the name that follows a closing."""
        number = start
        while number < end and self._is_blank(number):
            number += 1
        return min(number + 1, end)

    def _is_card(self, start: int, end: int) -> bool:
        lines = [look for look in self._looks[start:end] if look and not look.isspace()]
        return (
            0 < len(lines) <= _MAX_CARD_LINES
            and any(phrases.CARD_LINE.match(line) for line in lines)
            and not any(
                len(line) > _MAX_CARD_CHARS
                or phrases.ORDER_LINE.search(line)
                or _is_sentence(line)
                for line in lines
            )
        )

    def _settled(self) -> list[RegionKind]:
        """Every line with a kind: blank lines go with what stands above them."""
        settled: list[RegionKind] = []
        latest = None
        for line, kind in zip(self._lines, self._kinds, strict=True):
            if kind is not None or (line and not line.isspace()):
                latest = kind or RegionKind.OWN
            settled.append(latest or RegionKind.OWN)
        return settled


def _may_start_letter(look: str) -> bool:
    return ":" in look or look.lstrip().startswith("--") or "：" in look or "above this" in look


def _may_end_attribution(look: str) -> bool:
    said = look.strip(" \t*\xa0")
    return said.endswith((":", "：")) and len(said) >= _MIN_ATTRIBUTION_CHARS


def _is_quote(look: str) -> bool:
    stripped = look.lstrip(" \t\xa0")
    return stripped.startswith(">") and not stripped.startswith(">From ")


def _is_boilerplate(look: str) -> bool:
    opener = look.split(maxsplit=1)[:1]
    if not opener or not (
        opener[0].startswith("[")
        or opener[0].strip("©(:,.*").lower() in phrases.BOILERPLATE_OPENERS
    ):
        return False
    return (phrases.DEVICE_LINE.match(look) or phrases.WRAPPER_LINE.match(look)) is not None


def _field(look: str) -> Field | None:
    if ":" not in look[:30] and "：" not in look[:30]:
        return None
    line = phrases.FIELD_LINE.match(look)
    return phrases.FIELD_OF_WORD.get(line[1].lower()) if line else None


def _is_mailers_attribution(said: str) -> bool:
    """A line that only a mail program writes: who by name and address, when, and that he wrote.

    Nothing less may quote all that follows: in the seller's own draft it would go unjudged.
    """
    if not phrases.DATE.search(said) or phrases.WROTE_BY_PRONOUN.search(said):
        return False
    if phrases.WROTE.search(said):
        return phrases.ADDRESS.search(said) is not None
    last_word = said.rstrip(" *:：").rpartition(" ")[2].strip("<>()")
    has_time = phrases.TIME.search(said) is not None
    return has_time and phrases.ADDRESS.fullmatch(last_word) is not None


def _is_attribution(said: str) -> bool:
    """A line that quoted lines follow and that says whose they are."""
    if "!" in said or "?" in said:
        return False
    has_clock = phrases.DATE.search(said) and phrases.TIME.search(said)
    return bool(has_clock or phrases.WROTE.search(said) or phrases.ADDRESS.search(said))


def _is_sentence(line: str) -> bool:
    said = line.rstrip()
    return said.endswith(("!", "?")) or (
        said.endswith(".") and len(said.split()) >= _MIN_SENTENCE_WORDS
    )


def _is_legal(paragraph: str) -> bool:
    return phrases.LEGAL_PARAGRAPH.search(paragraph[:_MAX_PARAGRAPH_CHARS]) is not None
