"""The patterns of a language as one graph of the words that may follow each other.

Patterns that begin alike share their way. Which of them a sentence can match at all is told by
pattern_needs, so that only their nodes are passed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, KeysView, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, Final

from .pattern_needs import QUESTION, START, NeedIndex, Needs, first_names, needs_of
from .pattern_rows import Group, Item, PatternError, row_of, words_named
from .word_stream import WordStream

_NONE: Final[dict[Any, Any]] = {}  # what nodes without edges share


@dataclass(frozen=True, slots=True)
class Ending:
    """What a pattern belongs to, and its own repair, None where it has none."""

    owner: str
    repair: str | None


@dataclass(slots=True, eq=False)
class Node:
    """What may follow behind the steps that lead here."""

    edges: dict[str, Sequence[Node]] = field(default_factory=dict)
    others: Sequence[tuple[frozenset[str], Node]] = ()
    anchors: Sequence[tuple[str, Node]] = ()
    finals: Sequence[Ending] = ()
    skips: Sequence[tuple[int, int, Node]] = ()  # length, kind of its end
    wanted: KeysView[str] | None = None  # where words alone lead on: one of these

    def follow(self, step: Item | Group, way: set[Node], made: _Made) -> Node:
        """The node behind a step; patterns that begin alike share their way.

        All nodes that the step may pass are added to `way`, a new one to those that are made.
        """
        child = made.get((self, step))
        is_new = child is None
        if child is None:
            child = made[self, step] = Node()
        if isinstance(step, Group):
            self._branch(step, child, way, made, is_new=is_new)
        elif is_new:
            self._lead_to(child, step)
        way.add(child)
        return child

    def _lead_to(self, child: Node, step: Item) -> None:
        if step.gap:
            self.skips = (*self.skips, (step.gap, _kind_of(step), child))
        elif step.anchor:
            self.anchors = (*self.anchors, (step.anchor, child))
        elif step.is_not:
            self.others = (*self.others, (frozenset(step.keys), child))
        else:
            for key in dict.fromkeys(step.keys):
                self.edges[key] = (*self.edges.get(key, ()), child)

    def _branch(
        self, group: Group, joined: Node, way: set[Node], made: _Made, *, is_new: bool
    ) -> None:
        for choice in group.choices:
            node = self
            for step in choice:
                node = node.follow(step, way, made)
            if is_new:
                node.anchors = (*node.anchors, ("", joined))
        if is_new and group.is_optional:
            self.anchors = (*self.anchors, ("", joined))


_Made = dict[tuple[Node, Item | Group], Node]  # by the node before and the step from it


@dataclass(frozen=True, slots=True)
class Graph:
    """Patterns in one graph.

    Attributes:
        ways: the nodes that each pattern may pass.
        firsts: the names of which the first word of each has one; None for any word.
        needs: which patterns a sentence can match; None tries all of them.
    """

    root: Node
    ways: tuple[tuple[Node, ...], ...]
    firsts: tuple[tuple[str, ...] | None, ...]
    needs: NeedIndex | None

    def worth_walking(self, stream: WordStream) -> tuple[Collection[int], AbstractSet[Node]]:
        """The words from which matches may start, and the nodes that may lead to one."""
        starts = range(len(stream.words))
        if self.needs is None:
            return starts, _every(self.ways)
        names = set().union(*stream.names)
        if stream.is_question:
            names.add(QUESTION)
        possible = list(self.needs.possible(names))
        nodes = _every(self.ways[number] for number in possible)
        firsts: set[str] = set()
        for number in possible:
            first = self.firsts[number]
            if first is None:
                return starts, nodes
            firsts.update(first)
        at_start = START in firsts
        return [
            at for at in starts if (at_start and not at) or not firsts.isdisjoint(stream.names[at])
        ], nodes


def _every(ways: Iterable[tuple[Node, ...]]) -> AbstractSet[Node]:
    return frozenset().union(*ways)


def graph_of(
    patterns: Iterable[tuple[str, str]], language: str, known: set[str], *, indexed: bool
) -> Graph:
    """The graph of patterns as (owner, pattern), whose classes are among the `known`.

    Raises:
        PatternError: a pattern is not well formed or names a class that there is not.
    """
    root = Node()
    made: _Made = {}
    ways: list[tuple[Node, ...]] = []
    firsts: list[tuple[str, ...] | None] = []
    needs: list[Needs] = []
    alike: dict[tuple[str, ...] | None, tuple[str, ...] | None] = {}
    for owner, source in patterns:
        pattern, arrow, repair = source.partition("=>")
        row = row_of(pattern, language)
        for key in words_named(row):
            if key[0] == "$" and key not in known:
                raise PatternError(f"There is no class {key}: {source!r} of {owner}")
        node = root
        way: set[Node] = set()
        for step in row:
            node = node.follow(step, way, made)
        ending = Ending(owner, " ".join(repair.split()) if arrow else None)
        node.finals = (*node.finals, ending)
        ways.append(tuple(way))
        first = first_names(row)
        firsts.append(alike.setdefault(first, first))
        needs.append(needs_of(row))
    _settle([root, *made.values()])
    return Graph(root, tuple(ways), tuple(firsts), NeedIndex(needs) if indexed else None)


def _settle(nodes: Iterable[Node]) -> None:
    """Note what each node waits for.

    Most paths end because the next word is another one. What is alike is kept once: a language
    has ten thousand nodes, and the fewer places of memory a walk touches, the quicker it is.
    """
    known: dict[object, Any] = {}
    for node in nodes:
        if node.edges and not (node.others or node.skips or node.anchors or node.finals):
            node.wanted = node.edges.keys()
        if not node.edges:
            node.edges = _NONE
            continue
        for key, children in node.edges.items():
            node.edges[key] = known.setdefault(tuple(map(id, children)), children)


def _kind_of(gap: Item) -> int:
    """Where a gap ends at the latest: 0 with the sentence, 1 at a stop, 2 before it."""
    if gap.crosses:
        return 0
    return 1 if gap.is_last else 2
