"""All phrase patterns of a language in one graph, walked once from every word of a sentence.

Patterns that begin alike share their way, and no node is visited twice from one word, so time is
linear in the words. Only the ways of patterns that the sentence can match are gone, which
pattern_needs tells. The grammar of a pattern stands in pattern_rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from ..language.tokens import Sentence, Token
from .pattern_graph import Ending, Graph, Node, graph_of
from .pattern_rows import PatternError
from .word_stream import WordStream

_BUILT_IN: Final = frozenset({"$TITLE", "$MONEY"})
_CLASS_NAME: Final = re.compile(r"\$([A-Z_]+)")


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


# How a walk came here: the word it stands before, the mark it passed, the steps behind. A plain
# tuple, as a reply makes thousands.
_Path = tuple[int, str, "_Path | None"]


class Phrases:
    """All patterns of a language, found in one pass over a sentence."""

    def __init__(
        self,
        language: str,
        classes: dict[str, list[str]],
        patterns: Iterable[tuple[str, str]],
        *,
        indexed: bool = True,
    ) -> None:
        """Take the patterns as (owner, pattern), and what is needed of the classes by name.

        Without the index every pattern is tried in every sentence, which finds the same.

        Raises:
            PatternError: a pattern is not well formed or names a class that there is not.
        """
        self._language = language
        patterns = tuple(patterns)
        classes = _named(classes, (pattern for _, pattern in patterns))
        known = {*_BUILT_IN, *("$" + name for name in classes)}
        self._layers = [
            graph_of(
                [("$" + name, p) for name in layer for p in classes[name]],
                language,
                known,
                indexed=indexed,
            )
            for layer in _class_layers(classes)
        ]
        self._graph = graph_of(patterns, language, known, indexed=indexed)

    def find(self, sentence: Sentence, masked: frozenset[int] = frozenset()) -> list[Match]:
        """Every match in the sentence; words that start at `masked` count as a title."""
        stream = WordStream(sentence, masked, self._language)
        for layer in self._layers:
            for path, final in _walk(layer, stream):
                stream.add(final.owner, _start(path), path[0])
        found: dict[tuple[str, tuple[int, int]], Match] = {}
        for path, final in _walk(self._graph, stream):
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


def _walk(graph: Graph, stream: WordStream) -> list[tuple[_Path, Ending]]:
    """Every way through the graph that the words of the stream allow."""
    found: list[tuple[_Path, Ending]] = []
    starts, alive = graph.worth_walking(stream)
    for start in starts:
        _walk_from((start, "", None), graph.root, stream, alive, found)
    return found


def _walk_from(  # noqa: C901, PLR0912 - most of the check's time; calls for each step double it
    path: _Path,
    node: Node,
    stream: WordStream,
    alive: AbstractSet[Node],
    found: list[tuple[_Path, Ending]],
) -> None:
    """Note the ways that begin at one word; where several lead to a place, the first is kept."""
    keys, names, end = stream.keys, stream.names, len(stream.words)
    stack: list[tuple[Node, _Path]] = [(node, path)]
    seen: set[tuple[Node, int]] = set()
    while stack:
        node, path = step = stack.pop()
        at = path[0]
        if (node, at) in seen:
            continue
        seen.add((node, at))
        if node.finals:
            found.extend([(path, final) for final in node.finals])
        for anchor, child in node.anchors:
            if child in alive and (not child.wanted or not child.wanted.isdisjoint(names[at])):
                if not anchor:
                    stack.append((child, path))
                elif _holds(anchor, at, stream):
                    stack.append((child, (at, anchor, path)))
        if node.skips:
            _skip(step, stream, stack, alive)
        if at == end:
            continue
        if node.edges:
            edges = node.edges
            for key, length in keys[at]:
                for child in edges.get(key, ()):
                    if child in alive:
                        behind = at + length
                        if not child.wanted or not child.wanted.isdisjoint(names[behind]):
                            stack.append((child, (behind, "", path)))
        for barred, child in node.others:
            if (
                child in alive
                and barred.isdisjoint(stream.plain[at])
                and (not child.wanted or not child.wanted.isdisjoint(names[at + 1]))
            ):
                stack.append((child, (at + 1, "", path)))


def _skip(
    step: tuple[Node, _Path],
    stream: WordStream,
    stack: list[tuple[Node, _Path]],
    alive: AbstractSet[Node],
) -> None:
    """Go on behind each of the words that a gap may pass over."""
    node, path = step
    at = path[0]
    names = stream.names
    ends = (len(stream.words), *stream.reach_of(at, is_past_stop=_is_past_stop(path)))
    for length, kind, child in node.skips:
        if child not in alive:
            continue
        wanted = child.wanted
        last = min(at + length, ends[kind])
        stack += [
            (child, (reached, "", path))
            for reached in range(at, last + 1)
            if wanted is None or not wanted.isdisjoint(names[reached])
        ]


def _is_past_stop(path: _Path) -> bool:
    """Whether the pattern has named the stop before the word that it stands at."""
    at = path[0]
    step: _Path | None = path
    while step is not None and step[0] == at:
        if step[1] == ",":
            return True
        step = step[2]
    return False


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
    whole = _span(first, path[0], stream.words)
    if not marks:
        return Match(final.owner, whole, whole, (), final.repair)
    captured = tuple(
        (mark[:-1], *_span(at, marks[mark[:-1] + ">"], stream.words))
        for mark, at in marks.items()
        if mark.endswith("<") and len(mark) > 1
    )
    marked = _span(marks.get("{", first), marks.get("}", path[0]), stream.words)
    return Match(final.owner, whole, marked, captured, final.repair)


def _span(begin: int, end: int, words: list[Token]) -> tuple[int, int]:
    begin = min(begin, len(words) - 1)
    return words[begin].start, words[max(end, begin + 1) - 1].end
