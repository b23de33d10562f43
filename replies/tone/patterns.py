"""All phrase patterns of a language in one graph, walked once from every word of a sentence.

Patterns that begin alike share their way, and no node is visited twice from one word, so time is
linear in the words. The grammar of a pattern stands in pattern_rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ..language.tokens import Sentence
from .pattern_rows import Group, Item, PatternError, row_of, words_named
from .word_stream import WordStream

_BUILT_IN: Final = frozenset({"$TITLE", "$MONEY"})
_CLASS_NAME: Final = re.compile(r"\$([A-Z_]+)")


@dataclass(frozen=True, slots=True)
class Ending:
    """What a pattern belongs to, and its own repair, None where it has none."""

    owner: str
    repair: str | None


class Match(NamedTuple):
    """Where a pattern was found, by characters of the text.

    Attributes:
        whole: start and end of all that matched; `marked` of the part to mark.
        captured: the named items as (name, start, end).
    """

    owner: str
    whole: tuple[int, int]
    marked: tuple[int, int]
    captured: tuple[tuple[str, int, int], ...]
    repair: str | None


@dataclass(slots=True, eq=False)
class _Node:
    edges: dict[str, list[_Node]] = field(default_factory=dict)
    others: list[tuple[frozenset[str], _Node]] = field(default_factory=list)
    gaps: list[tuple[Item, _Node]] = field(default_factory=list)
    anchors: list[tuple[str, _Node]] = field(default_factory=list)
    finals: list[Ending] = field(default_factory=list)
    skips: list[tuple[int, int, _Node]] = field(default_factory=list)  # length, kind of its end
    wanted: frozenset[str] | None = None  # where words alone lead on: one of these
    by_step: dict[Item | Group, _Node] = field(default_factory=dict)

    def follow(self, step: Item | Group) -> _Node:
        """The node behind a step; patterns that begin alike share their way."""
        child = self.by_step.get(step)
        if child is None:
            child = self.by_step[step] = _Node()
            if isinstance(step, Group):
                self._branch(step, child)
            elif step.gap:
                self.gaps.append((step, child))
            elif step.anchor:
                self.anchors.append((step.anchor, child))
            elif step.is_not:
                self.others.append((frozenset(step.keys), child))
            else:
                for key in dict.fromkeys(step.keys):
                    self.edges.setdefault(key, []).append(child)
        return child

    def _branch(self, group: Group, joined: _Node) -> None:
        for choice in group.choices:
            node = self
            for step in choice:
                node = node.follow(step)
            node.anchors.append(("", joined))
        if group.is_optional:
            self.anchors.append(("", joined))


# How a walk came here: the word it stands before, the mark it passed, the steps behind. A plain
# tuple, as a reply makes thousands.
_Path = tuple[int, str, "_Path | None"]


class Phrases:
    """All patterns of a language, found in one pass over a sentence."""

    def __init__(
        self, language: str, classes: dict[str, list[str]], patterns: Iterable[tuple[str, str]]
    ) -> None:
        """Take the patterns as (owner, pattern), and what is needed of the classes by name.

        Raises:
            PatternError: a pattern is not well formed or names a class that there is not.
        """
        self._language = language
        patterns = tuple(patterns)
        classes = _named(classes, (pattern for _, pattern in patterns))
        known = {*_BUILT_IN, *("$" + name for name in classes)}
        self._layers = [
            _graph([("$" + name, p) for name in layer for p in classes[name]], language, known)
            for layer in _class_layers(classes)
        ]
        self._root = _graph(patterns, language, known)

    def find(self, sentence: Sentence, masked: frozenset[int] = frozenset()) -> list[Match]:
        """Every match in the sentence; words that start at `masked` count as a title."""
        stream = WordStream(sentence, masked, self._language)
        for layer in self._layers:
            for path, final in _walk(layer, stream):
                stream.add(final.owner, _start(path), path[0])
        found: dict[tuple[str, tuple[int, int]], Match] = {}
        for path, final in _walk(self._root, stream):
            match = _match(path, final, stream)
            known = found.get((match.owner, match.marked))
            if known is None or (known.repair is None and match.repair is not None):
                found[match.owner, match.marked] = match
        return list(found.values())


def _named(classes: dict[str, list[str]], patterns: Iterable[str]) -> dict[str, list[str]]:
    """The classes that are named by patterns, or by classes that these name."""
    found: dict[str, list[str]] = {}
    sources = list(patterns)
    while sources:
        for name in _CLASS_NAME.findall(sources.pop()):
            if name in classes and name not in found:
                found[name] = classes[name]
                sources.extend(classes[name])
    return found


def _class_layers(classes: dict[str, list[str]]) -> list[list[str]]:
    """The classes in layers, so that each names only classes of the layers before."""
    needs = {
        name: {word for p in patterns for word in _CLASS_NAME.findall(p)} - {"MONEY", "TITLE"}
        for name, patterns in classes.items()
    }
    layers: list[list[str]] = []
    done: set[str] = set()
    while len(done) < len(classes):
        layer = [name for name in classes if name not in done and needs[name] <= done]
        if not layer:
            missing = sorted(set(classes) - done)
            raise PatternError(f"Classes name each other or are missing: {missing}")
        layers.append(layer)
        done.update(layer)
    return layers


def _graph(patterns: Iterable[tuple[str, str]], language: str, known: set[str]) -> _Node:
    root = _Node()
    for owner, source in patterns:
        pattern, arrow, repair = source.partition("=>")
        row = row_of(pattern, language)
        for key in words_named(row):
            if key[0] == "$" and key not in known:
                raise PatternError(f"There is no class {key}: {source!r} of {owner}")
        node = root
        for step in row:
            node = node.follow(step)
        node.finals.append(Ending(owner, " ".join(repair.split()) if arrow else None))
    _note_wanted(root)
    return root


def _note_wanted(root: _Node) -> None:
    """Note what each node waits for: most paths end because the next word is another one."""
    nodes, seen = [root], {id(root)}
    while nodes:
        node = nodes.pop()
        node.skips = [(gap.gap, _kind_of(gap), child) for gap, child in node.gaps]
        if node.edges and not (node.others or node.gaps or node.anchors or node.finals):
            node.wanted = frozenset(node.edges)
        for child in node.by_step.values():
            if id(child) not in seen:
                seen.add(id(child))
                nodes.append(child)


def _kind_of(gap: Item) -> int:
    """Where a gap ends at the latest: 0 with the sentence, 1 at a stop, 2 before it."""
    if gap.crosses:
        return 0
    return 1 if gap.is_last else 2


def _walk(root: _Node, stream: WordStream) -> list[tuple[_Path, Ending]]:
    """Every way through the graph that the words of the stream allow."""
    found: list[tuple[_Path, Ending]] = []
    words = len(stream.words)
    for start in range(words):
        stack: list[tuple[_Node, _Path]] = [(root, (start, "", None))]
        seen: set[tuple[_Node, int]] = set()
        while stack:
            node, path = stack.pop()
            at = path[0]
            if (node, at) in seen:
                continue
            seen.add((node, at))
            if node.finals:
                found.extend([(path, final) for final in node.finals])
            if node.anchors:
                _pass_anchors(node, path, stream, stack)
            if node.skips:
                _skip(node, path, stream, stack)
            if at == words:
                continue
            if node.edges:
                _take_word(node, path, stream, stack)
            if node.others:
                _take_other(node, path, stream, stack)
    return found


def _pass_anchors(
    node: _Node, path: _Path, stream: WordStream, stack: list[tuple[_Node, _Path]]
) -> None:
    at = path[0]
    names = stream.names[at]
    for anchor, child in node.anchors:
        if child.wanted is not None and child.wanted.isdisjoint(names):
            continue
        if not anchor:
            stack.append((child, path))
        elif _holds(anchor, at, stream):
            stack.append((child, (at, anchor, path)))


def _take_word(
    node: _Node, path: _Path, stream: WordStream, stack: list[tuple[_Node, _Path]]
) -> None:
    at, edges = path[0], node.edges
    for key, length in stream.keys[at]:
        children = edges.get(key)
        if children is not None:
            behind = (at + length, "", path)
            there = stream.names[at + length]
            stack += [
                (child, behind)
                for child in children
                if child.wanted is None or not child.wanted.isdisjoint(there)
            ]


def _take_other(
    node: _Node, path: _Path, stream: WordStream, stack: list[tuple[_Node, _Path]]
) -> None:
    at = path[0]
    plain, names = stream.plain[at], stream.names[at + 1]
    for barred, child in node.others:
        if barred.isdisjoint(plain) and (
            child.wanted is None or not child.wanted.isdisjoint(names)
        ):
            stack.append((child, (at + 1, "", path)))


def _skip(node: _Node, path: _Path, stream: WordStream, stack: list[tuple[_Node, _Path]]) -> None:
    """Go on behind each of the words that a gap may pass over."""
    at = path[0]
    names = stream.names
    ends = (len(stream.words), *stream.reach_of(at))
    for length, kind, child in node.skips:
        wanted = child.wanted
        last = min(at + length, ends[kind])
        stack += [
            (child, (reached, "", path))
            for reached in range(at, last + 1)
            if wanted is None or not wanted.isdisjoint(names[reached])
        ]


def _holds(anchor: str, at: int, stream: WordStream) -> bool:
    if anchor == "<s>":
        return at == 0
    if anchor == ",":
        return at < len(stream.words) and stream.stops[at]
    if anchor in {"</s>", "<?>"}:
        return at == len(stream.words) and (anchor == "</s>" or stream.is_question)
    return True


def _start(path: _Path) -> int:
    while path[2] is not None:
        path = path[2]
    return path[0]


def _match(path: _Path, final: Ending, stream: WordStream) -> Match:
    marks: dict[str, int] = {}
    step: _Path | None = path
    first = path[0]
    while step is not None:
        first, mark, step_before = step
        if mark:
            marks.setdefault(mark, first)
        step = step_before

    def span(begin: int, end: int) -> tuple[int, int]:
        words = stream.words
        begin = min(begin, len(words) - 1)
        return words[begin].start, words[max(end, begin + 1) - 1].end

    captured = tuple(
        (mark[:-1], *span(at, marks[mark[:-1] + ">"]))
        for mark, at in marks.items()
        if mark.endswith("<") and len(mark) > 1
    )
    marked = span(marks.get("{", first), marks.get("}", path[0]))
    return Match(final.owner, span(first, path[0]), marked, captured, final.repair)
