"""What a template may hold: the check that stands before the sandbox.

Jinja2's sandbox bounds ranges, not memory: `{{ 'a' * 10**9 }}` took 3.8 GB in it (ECOSYSTEM
finding 6). So a template is read first, and refused unless it holds nothing but text, facts,
`if`, `set`, our filters, and the parts of ours. Nothing in that list can loop or grow, and
`template_scan` has bounded how much of it there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from ...mailbox.sentence import Sentence
from ..errors import TemplateError
from .cited import FILTER_TAKES, FILTERS
from .facts import FACT_KINDS, FACT_NAMES
from .particulars import NAMED_FACTS
from .template_scan import Piece, plain_line_ends, scan, unread, wrong

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

_MAX_DEPTH: Final = 24  # of tags and expressions inside of each other
_FORMS: Final = (2, 3)  # of a word behind |plural
_PART: Final = re.compile(r"parts/[a-z_]+\.txt\.j2")

_PLAIN_NODES: Final = frozenset({"Template", "TemplateData", "If", "And", "Or", "Not", "Operand"})
_ORDERS: Final = frozenset({"eq", "ne", "lt", "lteq", "gt", "gteq"})


def checked_tree(
    environment: Environment,
    source: str,
    name: str,
    has_part: Callable[[str], bool] = lambda _: True,
) -> nodes.Template:
    """The syntax tree of a template that holds nothing that is not allowed.

    Args:
        environment: whose syntax it is written in.
        source: the template.
        name: what it is called in messages, "en/late.txt.j2"; one of ours in "parts/" may not
            include others.
        has_part: whether there is a part of ours of a name.

    Raises:
        TemplateError: it is too long, cannot be read, or holds something that is not allowed.
    """
    from jinja2 import TemplateSyntaxError

    source = plain_line_ends(source)
    check = _Check(scan(environment, source, name), source, name, has_part)
    try:
        tree = environment.parse(source, name)
    except TemplateSyntaxError as error:
        raise check.unreadable(error.lineno, error.message or "") from error
    except (RecursionError, ValueError) as error:
        raise check.unreadable(1, "") from error
    check.run(tree)
    return tree


class _Check:
    """Walks a tree once and stops at the first thing that is not allowed."""

    def __init__(
        self, pieces: tuple[Piece, ...], source: str, name: str, has_part: Callable[[str], bool]
    ) -> None:
        self._pieces = pieces
        self._source = source
        self._name = name
        self._has_part = has_part
        self._own_names: set[str] = set()

    def run(self, tree: nodes.Template) -> None:
        waiting: list[tuple[nodes.Node, int]] = [(tree, 1)]
        while waiting:
            node, depth = waiting.pop()
            if depth > _MAX_DEPTH:
                why = Sentence("Templates", "Too many tags stand inside of each other.")
                raise self._refused(node, "", why)
            waiting.extend((child, depth + 1) for child in reversed(self._children(node)))

    def unreadable(self, line: int, message: str) -> TemplateError:
        """The error for what the parser can't read; the line is where it noticed."""
        names = re.findall(r"'([^']{1,40})'", message)
        here = [piece for piece in self._pieces if piece.line == line]
        if "end of template" in message:  # the innermost tag is named last
            here = [piece for piece in self._pieces if piece.text in names[-1:]][-1:]
        place = next((p for p in here if p.text in names[:1]), here[0] if here else None)
        if place is None and self._pieces:
            before = [piece for piece in self._pieces if piece.line <= line]
            place = (before or self._pieces)[-1]
        why = unread(message)
        return wrong(self._name, *((place.line, place.column) if place else (line, 1)), why)

    def _children(self, node: nodes.Node) -> list[nodes.Node]:
        """The nodes below an allowed one that are still to be looked at."""
        kind = type(node).__name__
        look = getattr(self, f"_look_at_{kind.lower()}", None)
        if look is not None:
            return list(look(node))
        if kind not in _PLAIN_NODES:
            why = Sentence("Templates", "A template may not hold {thing}.").format(
                thing=_CALLED.get(kind, f"“{_written(node)}”")
            )
            raise self._refused(node, _written(node), why)
        return list(node.iter_child_nodes())

    def _look_at_output(self, node: nodes.Output) -> Iterator[nodes.Node]:
        from jinja2 import nodes

        for child in node.nodes:
            kind = FACT_KINDS.get(child.name) if isinstance(child, nodes.Name) else None
            if isinstance(child, nodes.Name) and kind not in (None, str, int):
                fitting = "|".join(f for f, takes in FILTER_TAKES.items() if _goes(kind, takes))
                why = Sentence(
                    "Templates", "The fact “{fact}” needs one of these behind it: |{filters}."
                ).format(fact=child.name, filters=fitting.replace("|", ", |"))
                raise self._refused(child, child.name, why)
            yield child

    def _look_at_name(self, node: nodes.Name) -> Iterator[nodes.Node]:
        if node.name not in FACT_NAMES and node.name not in self._own_names:
            why = Sentence("Templates", "There is no fact called “{name}”.")
            raise self._refused(node, node.name, why.format(name=node.name))
        return iter(())

    def _look_at_const(self, node: nodes.Const) -> Iterator[nodes.Node]:
        if not isinstance(node.value, str | int):
            why = Sentence("Templates", "“{value}” is no text and no whole number.")
            raise self._refused(node, str(node.value), why.format(value=node.value))
        return iter(())

    def _look_at_condexpr(self, node: nodes.CondExpr) -> Iterator[nodes.Node]:
        if node.expr2 is None:
            why = Sentence("Templates", "An “if” inside of a tag needs an “else”.")
            raise self._refused(node, "if", why)
        return node.iter_child_nodes()

    def _look_at_compare(self, node: nodes.Compare) -> Iterator[nodes.Node]:
        first = self._kind(node.expr)
        for operand in node.ops:
            other = self._kind(operand.expr)
            if operand.op not in _ORDERS:
                why = Sentence("Templates", "“in” can't be used here; compare with == instead.")
                raise self._refused(node, "in", why)
            if first and other and not (_goes(first, other) or _goes(other, first)):
                why = Sentence("Templates", "These two can't be compared: they differ in kind.")
                raise self._refused(node, _SIGNS[operand.op], why)
        return node.iter_child_nodes()

    def _kind(self, node: nodes.Expr) -> type | None:
        from jinja2 import nodes

        if isinstance(node, nodes.Const):
            return type(node.value)
        is_fact = isinstance(node, nodes.Name) and node.name not in self._own_names
        return FACT_KINDS.get(node.name) if is_fact and isinstance(node, nodes.Name) else None

    def _look_at_assign(self, node: nodes.Assign) -> Iterator[nodes.Node]:
        from jinja2 import nodes

        target = node.target
        if not isinstance(target, nodes.Name) or target.name in FACT_NAMES:
            why = Sentence("Templates", "A fact can't be set, and only one name at a time can.")
            raise self._refused(node, "set", why)
        self._own_names.add(target.name)
        yield node.node

    def _look_at_filter(self, node: nodes.Filter) -> Iterator[nodes.Node]:
        from jinja2 import nodes

        if node.name not in FILTERS:
            why = Sentence("Templates", "There is no filter called “{name}”.")
            raise self._refused(node, node.name, why.format(name=node.name))
        if not isinstance(node.node, nodes.Name):
            why = Sentence("Templates", "“{name}” can only stand behind a fact.")
            raise self._refused(node, node.name, why.format(name=node.name))
        kind = self._kind(node.node)
        fits = _goes(kind, FILTER_TAKES[node.name]) and (
            node.name != "named" or node.node.name in NAMED_FACTS
        )
        if kind and not fits:
            why = Sentence("Templates", "“{name}” does not go with the fact “{fact}”.").format(
                name=node.name, fact=node.node.name
            )
            raise self._refused(node, node.name, why, node.node.name)
        words = [arg for arg in node.args if isinstance(arg, nodes.Const)]
        is_plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        wanted = _FORMS if node.name == "plural" else (0,)
        if not is_plain or len(words) != len(node.args) or len(words) not in wanted:
            why = Sentence(
                "Templates",
                "Only “plural” takes words in brackets: two forms of a word, in Russian three.",
            )
            raise self._refused(node, node.name, why)
        yield node.node
        yield from node.args

    def _look_at_include(self, node: nodes.Include) -> Iterator[nodes.Node]:
        from jinja2 import nodes

        part = node.template.value if isinstance(node.template, nodes.Const) else None
        is_part = "parts/" in self._name
        if is_part or not isinstance(part, str) or not _PART.fullmatch(part):
            why = Sentence("Templates", "Only parts of ours can be included, by their names.")
            raise self._refused(node, "include", why)
        if not self._has_part(part):
            why = Sentence("Templates", "There is no part called “{name}” in this language.")
            raise self._refused(node, "include", why.format(name=part))
        return iter(())

    def _refused(self, node: nodes.Node, word: str, why: str, after: str = "") -> TemplateError:
        """The error at the piece that stands for a node, else at the first one of its line.

        Args:
            after: a name that stands before it.
        """
        behind = [piece for piece in self._pieces if piece.line >= node.lineno]
        names = [place for place, piece in enumerate(behind) if piece.text == after]
        behind = behind[names[0] :] if names else behind
        found = next((piece for piece in behind if piece.text.strip("'\"") == word), None)
        if found is None and behind:
            found = behind[0]
        line, column = (found.line, found.column) if found else (node.lineno, 1)
        return wrong(self._name, line, column, why)


def _goes(kind: type | None, takes: type) -> bool:
    """Whether a value of one kind can stand where another is wanted; a moment is a day, too."""
    return kind is not None and (kind is takes or (takes is date and issubclass(kind, date)))


_CALLED: Final = {
    "For": Sentence("Templates", "a loop"),
    "Call": Sentence("Templates", "a call"),
    "Getattr": Sentence("Templates", "a dot behind a name"),
    "Getitem": Sentence("Templates", "square brackets"),
    "List": Sentence("Templates", "square brackets"),
    "Macro": Sentence("Templates", "a macro"),
    "Import": Sentence("Templates", "an import"),
    "FromImport": Sentence("Templates", "an import"),
}
_OPERATORS: Final = {
    "Add": "+", "Sub": "-", "Mul": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**",
    "Neg": "-", "Pos": "+", "Concat": "~", "For": "for", "Getitem": "[", "Getattr": ".",
    "Call": "(", "List": "[", "Dict": "{", "Tuple": ",", "Macro": "macro", "Test": "is",
    "FromImport": "from",
}  # fmt: skip
_SIGNS: Final = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}


def _written(node: nodes.Node) -> str:
    return _OPERATORS.get(type(node).__name__, type(node).__name__.lower())
