"""Which patterns a sentence can match at all, told by the words that each cannot do without.

Most rules speak of words that a sentence does not have. What each pattern needs is known when it
is read, so that a sentence asks once, with all its words, which patterns are worth a walk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from .pattern_rows import Group, Row

QUESTION: Final = "<?>"  # the name by which a sentence says that it ends with a question mark
START: Final = "<s>"  # what the first word of a sentence is called beside its names

Needs = Sequence[tuple[str, ...]]


def needs_of(row: Row) -> Needs:
    """Lists of names of which a sentence must have one each, or the pattern cannot match."""
    return tuple(dict.fromkeys(_needs(row)))


def _needs(row: Row) -> Iterator[tuple[str, ...]]:
    for step in row:
        if isinstance(step, Group):
            yield from _needs_of_group(step)
        elif step.keys and not step.is_not:
            yield step.keys
        elif step.anchor == QUESTION:
            yield (QUESTION,)


def _needs_of_group(group: Group) -> Iterator[tuple[str, ...]]:
    """One list for the group: of each choice the shortest; none where a choice needs none."""
    needs = [needs_of(choice) for choice in group.choices]
    if not group.is_optional and all(needs):
        yield tuple([name for listed in needs for name in min(listed, key=len)])


def first_names(row: Row) -> tuple[str, ...] | None:
    """The names of which the first word of a match has one; None where it may be any word."""
    found: list[str] = []
    for step in row:
        if isinstance(step, Group):
            choices = [first_names(choice) for choice in step.choices]
            found += [name for choice in choices for name in choice or ()]
            if None in choices:
                return None
            if not step.is_optional:
                return tuple(dict.fromkeys(found))
        elif step.gap or step.is_not:
            return None
        elif step.anchor == START:
            return tuple(dict.fromkeys([*found, START]))
        elif step.keys:
            return tuple(dict.fromkeys([*found, *step.keys]))
    return None


class NeedIndex:
    """Finds the patterns of which a sentence has all that they need.

    The patterns are the bits of large numbers: each name has a number for the first need of the
    patterns, one for the second, and so on; what the names of a sentence have together is the
    patterns whose needs it meets.
    """

    def __init__(self, needs: Sequence[Needs]) -> None:
        """Take what each pattern needs, in the order in which they are numbered."""
        self._depth = max(map(len, needs), default=0)
        masks: dict[str, dict[int, int]] = {}
        self._met = [0] * self._depth  # patterns without a need so deep
        for number, sets in enumerate(needs):
            bit = 1 << number
            for depth in range(self._depth):
                if depth >= len(sets):
                    self._met[depth] |= bit
                    continue
                for name in sets[depth]:
                    of_name = masks.setdefault(name, {})
                    of_name[depth] = of_name.get(depth, 0) | bit
        alike: dict[object, Any] = {}  # words of one choice ask for the same patterns
        self._masks: dict[str, tuple[tuple[int, int], ...]] = {}
        for name, of_name in masks.items():
            kept = tuple((depth, alike.setdefault(m, m)) for depth, m in of_name.items())
            self._masks[name] = alike.setdefault(kept, kept)
        self._all = (1 << len(needs)) - 1

    def possible(self, names: Iterable[str]) -> Iterator[int]:
        """The numbers of the patterns that a sentence with these names may match."""
        met = list(self._met)
        for name in names:
            for depth, mask in self._masks.get(name, ()):
                met[depth] |= mask
        left = self._all
        for mask in met:
            left &= mask
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest
