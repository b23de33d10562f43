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


@dataclass(slots=True)
class _Node:
    edges: dict[str, list[_Node]] = field(default_factory=dict)
    others: list[tuple[frozenset[str], _Node]] = field(default_factory=list)
    gaps: list[tuple[Item, _Node]] = field(default_factory=list)
    anchors: list[tuple[str, _Node]] = field(default_factory=list)
    finals: list[Ending] = field(default_factory=list)
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


class _Path(NamedTuple):
    """How a walk came here: the word it stands before, the mark it passed, the steps behind."""

    at: int
    mark: str
    before: _Path | None


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
                stream.add(final.owner, _start(path), path.at)
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
        node.finals.append(Ending(owner, repair.strip() if arrow else None))
    _note_wanted(root)
    return root


def _note_wanted(root: _Node) -> None:
    """Note what each node waits for: most paths end because the next word is another one."""
    nodes, seen = [root], {id(root)}
    while nodes:
        node = nodes.pop()
        if node.edges and not (node.others or node.gaps or node.anchors or node.finals):
            node.wanted = frozenset(node.edges)
        for child in node.by_step.values():
            if id(child) not in seen:
                seen.add(id(child))
                nodes.append(child)


def _walk(root: _Node, stream: WordStream) -> list[tuple[_Path, Ending]]:
    """Every way through the graph that the words of the stream allow."""
    found: list[tuple[_Path, Ending]] = []
    for start in range(len(stream.words)):
        stack: list[tuple[_Node, _Path]] = [(root, _Path(start, "", None))]
        seen: set[tuple[int, int]] = set()
        while stack:
            node, path = stack.pop()
            if (id(node), path.at) in seen:
                continue
            seen.add((id(node), path.at))
            if node.finals:
                found.extend((path, final) for final in node.finals)
            if node.anchors:
                _pass_anchors(node, path, stream, stack)
            for gap, child in node.gaps:
                _skip(gap, child, path, stream, stack)
            if path.at < len(stream.words):
                _take_word(node, path, stream, stack)
    return found


def _pass_anchors(
    node: _Node, path: _Path, stream: WordStream, stack: list[tuple[_Node, _Path]]
) -> None:
    at = path.at
    names = stream.names[at]
    for anchor, child in node.anchors:
        if child.wanted is not None and child.wanted.isdisjoint(names):
            continue
        if not anchor:
            stack.append((child, path))
        elif _holds(anchor, at, stream):
            stack.append((child, _Path(at, anchor, path)))


def _take_word(
    node: _Node, path: _Path, stream: WordStream, stack: list[tuple[_Node, _Path]]
) -> None:
    at, edges = path.at, node.edges
    if edges:
        for key, length in stream.keys[at]:
            if key in edges:
                _lead_on(edges[key], at + length, path, stream, stack)
    if node.others:
        plain = stream.plain[at]
        children = [child for barred, child in node.others if barred.isdisjoint(plain)]
        _lead_on(children, at + 1, path, stream, stack)


def _lead_on(
    children: list[_Node],
    reached: int,
    path: _Path,
    stream: WordStream,
    stack: list[tuple[_Node, _Path]],
) -> None:
    names = stream.names[reached]
    behind = _Path(reached, "", path)
    stack.extend(
        [
            (child, behind)
            for child in children
            if child.wanted is None or not child.wanted.isdisjoint(names)
        ]
    )


def _skip(
    gap: Item, child: _Node, path: _Path, stream: WordStream, stack: list[tuple[_Node, _Path]]
) -> None:
    at, words, wanted = path.at, len(stream.words), child.wanted
    for reached in range(at, min(at + gap.gap, words) + 1):
        if reached > at and not gap.crosses and _is_stopped(stream, reached, gap):
            break
        if wanted is None or not wanted.isdisjoint(stream.names[reached]):
            stack.append((child, _Path(reached, "", path)))


def _is_stopped(stream: WordStream, reached: int, gap: Item) -> bool:
    """Whether a soft stop stands before the word just skipped, or before the one now reached."""
    if stream.stops[reached - 1]:
        return True
    return not gap.is_last and reached < len(stream.words) and stream.stops[reached]


def _holds(anchor: str, at: int, stream: WordStream) -> bool:
    if anchor == "<s>":
        return at == 0
    if anchor == ",":
        return at < len(stream.words) and stream.stops[at]
    if anchor in {"</s>", "<?>"}:
        return at == len(stream.words) and (anchor == "</s>" or stream.is_question)
    return True


def _start(path: _Path) -> int:
    while path.before is not None:
        path = path.before
    return path.at


def _match(path: _Path, final: Ending, stream: WordStream) -> Match:
    marks: dict[str, int] = {}
    step: _Path | None = path
    first = path.at
    while step is not None:
        if step.mark:
            marks.setdefault(step.mark, step.at)
        first, step = step.at, step.before

    def span(begin: int, end: int) -> tuple[int, int]:
        words = stream.words
        begin = min(begin, len(words) - 1)
        return words[begin].start, words[max(end, begin + 1) - 1].end

    captured = tuple(
        (mark[:-1], *span(at, marks[mark[:-1] + ">"]))
        for mark, at in marks.items()
        if mark.endswith("<") and len(mark) > 1
    )
    marked = span(marks.get("{", first), marks.get("}", path.at))
    return Match(final.owner, span(first, path.at), marked, captured, final.repair)
