"""The values that stand behind labels in the text of a notice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from .senders import NoticeForm, NoticeSender, folded_label
from .values import MAX_CHARS, line_of

_READ_CHARS: Final = 15_000
_MAX_LINES: Final = 400
_MAX_LABEL_CHARS: Final = 40
_MAX_LABEL_WORDS: Final = 4
_MAX_ITEMS: Final = 40
_MAX_BLOCK: Final = 8
_COLON: Final = re.compile(r"[:：]")
_VALUE_BEGINS: Final = re.compile(r"[\d#№$£€]|(?:USD|EUR|GBP|CAD|AUD|US) ?[$\d]")
_ADDRESS: Final = "ship_to"
_OF_ITEM: Final = frozenset({"qty", "price", "sku", "isbn", "listing", "condition"})
_RULE: Final = re.compile(r"[-=_*•·\s]{3,}")


@dataclass(slots=True)
class LabelledText:
    """What stands behind the labels of a notice.

    Attributes:
        fields: the first value of each field.
        items: for each book, its own fields; "item" is the title.
        address: the lines under the label of the address.
    """

    fields: dict[str, str] = field(default_factory=dict)
    items: list[dict[str, str]] = field(default_factory=list)
    address: list[str] = field(default_factory=list)


def read_labels(subject: str, text: str, sender: NoticeSender, form: NoticeForm) -> LabelledText:
    """Read the labelled lines of a notice, its subject and its sentences."""
    found = LabelledText()
    lines = [line_of(line) for line in text[:_READ_CHARS].split("\n")[:_MAX_LINES]]
    own = _without_buyers_words(lines, sender.stops)
    _read_lines(own, sender.labels, found)
    titles: dict[str, str] = {}
    for pattern, searched in (
        *((p, line_of(subject)) for p in form.subjects),
        *((p, "\n".join(own)) for p in form.sentences),
    ):
        hit = pattern.search(searched)
        for name, value in (hit.groupdict() if hit else {}).items():
            if value and value.strip():
                titles.setdefault(name, line_of(value))
    for name, value in titles.items():
        if name in _OF_ITEM or name == "item":
            _fill_only_item(found.items, name, value)
        else:
            found.fields.setdefault(name, value)
    return found


def _without_buyers_words(lines: Sequence[str], stops: Sequence[str]) -> list[str]:
    """The lines up to where the buyer speaks, whose words could name anything."""
    for place, line in enumerate(lines):
        folded = folded_label(line[:MAX_CHARS])
        label = folded_label(_COLON.split(line, maxsplit=1)[0])
        if any(label == stop or (":" in line and folded.startswith(f"{stop} ")) for stop in stops):
            return list(lines[:place])
    return list(lines)


def _read_lines(lines: Sequence[str], labels: Mapping[str, str], found: LabelledText) -> None:
    place = 0
    while place < len(lines):
        name, value = _labelled(lines[place], labels)
        place += 1
        if not name:
            continue
        if name == _ADDRESS:
            block, place = _block(lines, place, labels)
            if not found.address:
                found.address = ([value] if value else []) + block
            continue
        if not value:
            after = _next_filled(lines, place)
            if after is None or _labelled(lines[after], labels)[0]:
                continue
            value, place = lines[after], after + 1
        _keep(name, value, found)


def _keep(name: str, value: str, found: LabelledText) -> None:
    if name == "item":
        if len(found.items) < _MAX_ITEMS:
            found.items.append({"item": value})
    elif name in _OF_ITEM and found.items:
        found.items[-1].setdefault(name, value)
    else:
        found.fields.setdefault(name, value)


def _labelled(line: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """The field of a line's label and what stands behind it, ("", "") for a line without one."""
    label, colon, value = line.partition(":")
    if not colon:
        label, colon, value = line.partition("：")
    if len(label) <= _MAX_LABEL_CHARS and (name := labels.get(folded_label(label), "")):
        return name, value.strip()
    words = line.split(" ", _MAX_LABEL_WORDS)
    for count in range(min(_MAX_LABEL_WORDS, len(words) - 1), 0, -1):
        name = labels.get(folded_label(" ".join(words[:count])), "")
        rest = line.split(" ", count)[count]
        if name and _VALUE_BEGINS.match(rest):
            return name, rest
    return "", ""


def _block(lines: Sequence[str], place: int, labels: Mapping[str, str]) -> tuple[list[str], int]:
    """The lines of an address: up to an empty line, a rule or the next label.

    Where an empty line stands right behind the first, each is a paragraph, and two end it.
    """
    block: list[str] = []
    blanks, most_blanks = 0, 0
    while place < len(lines) and len(block) < _MAX_BLOCK:
        line = lines[place]
        if line and (_RULE.fullmatch(line) or _labelled(line, labels)[0]):
            break
        blanks = 0 if line else blanks + 1
        if len(block) == 1 and blanks == 1:
            most_blanks = 1
        if block and blanks > most_blanks:
            break
        if line:
            block.append(line)
        place += 1
    return block, place


def _next_filled(lines: Sequence[str], place: int) -> int | None:
    following = range(place, min(place + 2, len(lines)))
    return next((number for number in following if lines[number]), None)


def _fill_only_item(items: list[dict[str, str]], name: str, value: str) -> None:
    """What the subject says of the book, where the notice is about one."""
    if not items and name == "item":
        items.append({"item": value})
    elif len(items) == 1:
        items[0].setdefault(name, value)
