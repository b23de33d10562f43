"""What a template may hold: the check that stands before the sandbox.

Jinja2's sandbox bounds ranges, not memory: `{{ 'a' * 10**9 }}` took 3.8 GB in it (ECOSYSTEM
finding 6). So a template is read first, and refused unless it holds nothing but text, facts,
`if`, `set`, our filters, and the parts of ours. Nothing in that list can loop or grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ..errors import TemplateError
from .cited import FILTERS
from .facts import FACT_NAMES

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

MAX_SOURCE_CHARS: Final = 20_000
_MAX_DEPTH: Final = 24  # of tags and expressions inside of each other
_PART: Final = re.compile(r"parts/[a-z_]+\.txt\.j2")
_TAG: Final = re.compile(r"\{[{%#]")

_PLAIN_NODES: Final = frozenset(
    {"Template", "Output", "TemplateData", "If", "CondExpr", "And", "Or", "Not", "Compare",
     "Operand"}
)  # fmt: skip


def checked_tree(environment: Environment, source: str, name: str) -> nodes.Template:
    """The syntax tree of a template that holds nothing that is not allowed.

    Args:
        environment: whose syntax it is written in.
        source: the template.
        name: what it is called in messages, "en/late.txt.j2"; one of ours in "parts/" may not
            include others.

    Raises:
        TemplateError: it is too long, cannot be read, or holds something that is not allowed.
    """
    from jinja2 import TemplateSyntaxError

    if len(source) > MAX_SOURCE_CHARS:
        raise TemplateError(f"{name}: the template is longer than {MAX_SOURCE_CHARS} characters.")
    try:
        tree = environment.parse(source, name)
    except TemplateSyntaxError as error:
        raise _wrong(name, source, error.lineno, "", f"{error.message}") from error
    except RecursionError as error:
        raise TemplateError(f"{name}: the template is nested too deeply.") from error
    _Check(source, name).run(tree)
    return tree


class _Check:
    """Walks a tree once and stops at the first thing that is not allowed."""

    def __init__(self, source: str, name: str) -> None:
        self._source = source
        self._name = name
        self._own_names: set[str] = set()

    def run(self, tree: nodes.Template) -> None:
        waiting: list[tuple[nodes.Node, int]] = [(tree, 1)]
        while waiting:
            node, depth = waiting.pop()
            if depth > _MAX_DEPTH:
                raise self._refused(node, "", "it is nested too deeply")
            waiting.extend((child, depth + 1) for child in reversed(self._children(node)))

    def _children(self, node: nodes.Node) -> list[nodes.Node]:
        """The nodes below an allowed one that are still to be looked at."""
        kind = type(node).__name__
        look = getattr(self, f"_look_at_{kind.lower()}", None)
        if look is not None:
            return list(look(node))
        if kind not in _PLAIN_NODES:
            raise self._refused(node, _written(node), f"a template may not hold {_called(node)}")
        return list(node.iter_child_nodes())

    def _look_at_name(self, node: nodes.Name) -> Iterator[nodes.Node]:
        if node.name not in FACT_NAMES and node.name not in self._own_names:
            raise self._refused(node, node.name, f"there is no fact called '{node.name}'")
        return iter(())

    def _look_at_const(self, node: nodes.Const) -> Iterator[nodes.Node]:
        if not isinstance(node.value, str | int):
            raise self._refused(node, str(node.value), f"'{node.value}' is no text and no number")
        return iter(())

    def _look_at_assign(self, node: nodes.Assign) -> Iterator[nodes.Node]:
        from jinja2 import nodes

        target = node.target
        if not isinstance(target, nodes.Name) or target.name in FACT_NAMES:
            raise self._refused(node, "set", "a fact cannot be set, and only one name at a time")
        self._own_names.add(target.name)
        yield node.node

    def _look_at_filter(self, node: nodes.Filter) -> Iterator[nodes.Node]:
        from jinja2 import nodes

        if node.name not in FILTERS:
            raise self._refused(node, node.name, f"there is no filter called '{node.name}'")
        if not isinstance(node.node, nodes.Name):
            raise self._refused(node, node.name, f"the filter '{node.name}' stands behind a fact")
        if node.kwargs or node.dyn_args or node.dyn_kwargs:
            raise self._refused(node, node.name, f"'{node.name}' takes plain values only")
        yield node.node
        yield from node.args

    def _look_at_include(self, node: nodes.Include) -> Iterator[nodes.Node]:
        from jinja2 import nodes

        part = node.template.value if isinstance(node.template, nodes.Const) else None
        is_part = "parts/" in self._name
        if is_part or not isinstance(part, str) or not _PART.fullmatch(part):
            raise self._refused(node, "include", "only parts of ours can be included, by name")
        return iter(())

    def _refused(self, node: nodes.Node, word: str, why: str) -> TemplateError:
        return _wrong(self._name, self._source, node.lineno, word, why)


def _wrong(name: str, source: str, line: int, word: str, why: str) -> TemplateError:
    lines = source.splitlines() or [""]
    text = lines[min(line, len(lines)) - 1]
    at = text.find(word) if word else -1
    if at < 0:
        tag = _TAG.search(text)
        at = tag.start() if tag else 0
    return TemplateError(f"{name}, line {line}, column {at + 1}: {why.rstrip('.')}.")


_CALLED: Final = {
    "For": "a loop", "Call": "a call", "Getattr": "a dot", "Getitem": "square brackets",
    "Macro": "a macro", "Import": "an import", "FromImport": "an import",
    "Extends": "'extends'", "Block": "a block", "Test": "'is'", "Concat": "'~'",
}  # fmt: skip
_OPERATORS: Final = {
    "Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
    "Neg": "-", "Pos": "+", "Concat": "~", "For": "for", "Getitem": "[", "Getattr": ".",
    "Call": "(", "List": "[", "Dict": "{", "Tuple": ",", "Macro": "macro", "Test": " is ",
}  # fmt: skip


def _called(node: nodes.Node) -> str:
    kind = type(node).__name__
    if kind in _CALLED:
        return _CALLED[kind]
    return f"'{_OPERATORS[kind]}'" if kind in _OPERATORS else f"'{kind.lower()}'"


def _written(node: nodes.Node) -> str:
    return _OPERATORS.get(type(node).__name__, type(node).__name__.lower())
