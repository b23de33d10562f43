"""What of letters stands on paper: headings, text with its covered words, files. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication

from ...mailbox.message import Address, StoredMessage
from ...replies.cases.masking import masked_spans
from ...replies.inbox import Matter
from ..words import Words, visible

translate = QCoreApplication.translate
Spans = Sequence[tuple[int, int]]

LONGEST: Final = 2_000  # characters laid out in one step; a longer paragraph is cut at a blank
_COVER: Final = "\u00a0"
_NOT_A_LINE_END: Final = re.compile(r"[^\n]")
_NO_YEAR: Final = date.min  # against this day a date is always said with its year


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without a line end; what is covered is blanks of the same length."""

    text: str
    covered: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperLetter:
    """One letter on paper.

    Attributes:
        rows: the lines under the subject, each a name and what it says.
        text: the whole text, covered words blanked.
        covered: where in it the blanks stand for words.
        files: each attachment with its name and size.
    """

    subject: Paragraph
    rows: tuple[tuple[str, str], ...]
    text: str
    covered: tuple[tuple[int, int], ...] = ()
    files: tuple[str, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """The text in pieces that are laid out one at a time."""
        ends = self.covered
        at = first = 0
        for line in self.text.split("\n"):
            for start, end in pairwise(_cuts(line)):
                while first < len(ends) and ends[first][1] <= at + start:
                    first += 1
                inside = _clipped(ends[first:], at + start, at + end)
                yield Paragraph(line[start:end], inside)
            at += len(line) + 1


@dataclass(frozen=True, slots=True)
class Paper:
    """What is put on paper at once: a letter, or a conversation from its beginning.

    Attributes:
        title: the name of the document, free of anything that the letters say.
    """

    title: str
    letters: tuple[PaperLetter, ...]

    @property
    def length(self) -> int:
        """How many characters the letters have."""
        return sum(len(letter.text) for letter in self.letters)


def paper_of(
    matter: Matter,
    words: Words,
    *,
    is_whole: bool,
    is_revealed: bool,
    shown: Mapping[int, tuple[str, Spans]],
) -> Paper:
    """A matter's letter, or all of its conversation, as it stands on paper.

    Args:
        is_revealed: the seller has chosen to see what is covered.
        shown: the text and its covered stretches of letters that are shown in another form than
            that of the store, by their ids.
    """
    name = words.name(matter.letter.message.sender)
    messages = matter.messages if is_whole else (matter.letter,)
    letters = []
    for message in messages:
        text, spans = shown.get(
            message.id,
            (
                message.message.text,
                [(span.start, span.end) for span in matter.masks.get(message.id, ())],
            ),
        )
        if not message.is_here:
            text, spans = translate("Paper", "This letter has not been downloaded yet."), ()
        letters.append(_letter(matter, message, words, text, () if is_revealed else spans))
        if not is_revealed:
            letters[-1] = _subject_covered(letters[-1], matter)
    title = (
        translate("Paper", "Conversation with {name}")
        if is_whole
        else translate("Paper", "Letter from {name}")
    )
    return Paper(title.format(name=name), tuple(letters))


def _letter(
    matter: Matter, message: StoredMessage, words: Words, text: str, spans: Spans
) -> PaperLetter:
    letter = message.message
    at = letter.date or message.internal_date
    day = words.long_day(words.today(at), _NO_YEAR)
    rows = [
        (translate("Paper", "From"), _people([letter.sender])),
        (translate("Paper", "To"), _people(letter.to)),
        (translate("Paper", "Copy to"), _people(letter.cc)),
        (translate("Paper", "Date"), f"{day}, {words.moment(at, at)}"),
        (translate("Paper", "Order"), visible(_order(matter, words))),
    ]
    stripped = text.rstrip()
    nameless = translate("Paper", "Attachment without a name")
    covered = tuple(_joined(spans, len(stripped)))
    files = tuple(
        f"{visible(file.filename) or nameless} · {words.size(file.size_bytes)}"
        for file in letter.attachments
    )
    subject = visible(letter.subject) or translate("Paper", "No subject")
    kept = tuple((label, value) for label, value in rows if value)
    return PaperLetter(Paragraph(subject), kept, _blanked(stripped, covered), covered, files)


def _subject_covered(letter: PaperLetter, matter: Matter) -> PaperLetter:
    found = masked_spans(letter.subject.text, matter.judgement.language)
    spans = tuple(_joined([(s.start, s.end) for s in found], len(letter.subject.text)))
    return replace(letter, subject=Paragraph(_blanked(letter.subject.text, spans), spans))


def _people(addresses: Sequence[Address]) -> str:
    return ", ".join(visible(str(address)) for address in addresses)


def _order(matter: Matter, words: Words) -> str:
    if matter.order is None or not matter.order.order.order_id:
        return ""
    order = matter.order.order
    return f"{words.marketplace(order.marketplace)} {order.order_id}"


def _joined(spans: Spans, length: int) -> Iterator[tuple[int, int]]:
    """Spans in their order, none beyond the text, and none over another."""
    behind = 0
    for start, end in sorted(spans):
        first, last = max(start, behind), min(end, length)
        if first < last:
            yield first, last
            behind = last


def _blanked(text: str, spans: Spans) -> str:
    made, at = [], 0
    for start, end in spans:
        made += [text[at:start], _NOT_A_LINE_END.sub(_COVER, text[start:end])]
        at = end
    return "".join([*made, text[at:]])


def _cuts(line: str) -> list[int]:
    """Where a line is cut: its beginning, its end, and blanks between where it is very long."""
    cuts = [0]
    while len(line) - cuts[-1] > LONGEST:
        blank = line.rfind(" ", cuts[-1] + LONGEST // 2, cuts[-1] + LONGEST)
        cuts.append(blank + 1 if blank >= 0 else cuts[-1] + LONGEST)
    return [*cuts, len(line)]


def _clipped(spans: Spans, start: int, end: int) -> tuple[tuple[int, int], ...]:
    inside = []
    for first, last in spans:
        if first >= end:
            break
        inside.append((max(first, start) - start, min(last, end) - start))
    return tuple(inside)
