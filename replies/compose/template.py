"""Templates of replies: sandboxed Jinja2 that can cite facts and do nothing else.

A template asks `{% if total %}` whether a fact is known and cites it with `{{ total|money }}`.
What it cites is written down, so that a reply can say where each of its facts comes from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from ...mailbox.sentence import Sentence
from ..errors import TemplateError
from .cited import FILTERS, Ledger, cited_plainly, values_of
from .facts import ReplyFacts
from .template_rules import checked_tree

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_STEP: Final = re.compile(r"\d{1,2}\. ")
_ONLY_TAGS: Final = re.compile(r"\s*(?:\{%(?! include)[^%]*%\}\s*)+")
_GAPS: Final = re.compile(" {2,}")
_STRAY_BLANK: Final = re.compile(r" +(?=[,.;])")
_BLANK_LINES: Final = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A template with its facts filled in.

    Attributes:
        text: one line a paragraph, as mail programs wrap it; blank lines between.
        cited: the facts it states, by name, in the words it states them with.
        lacking: the facts that it asked for and that are not known.
        stated: each statement in its order: (name of the fact, the words that stand there).
        gaps: the facts in whose place a gap stands, "[day of posting]".
    """

    text: str
    cited: Mapping[str, str]
    lacking: tuple[str, ...]
    stated: tuple[tuple[str, str], ...] = ()
    gaps: tuple[str, ...] = ()


def render(name: str, language: str, facts: ReplyFacts) -> Rendered:
    """Fill in a template of ours: resources/templates/<language>/<name>.txt.j2.

    Raises:
        TemplateError: it is wrong; the message names file, line and column.
        MissingFactError: it cites a fact that is not known.
    """
    return _rendered(_template(name, language), language, facts)


def render_text(
    source: str,
    name: str,
    language: str,
    facts: ReplyFacts,
    gap_words: Mapping[str, str] | None = None,
) -> Rendered:
    """Fill in a template that is given as text; `name` is what messages call it.

    Args:
        gap_words: what stands, in brackets, in the place of a fact that is not known.

    Raises:
        TemplateError: it is wrong; the message names file, line and column.
        MissingFactError: it cites a fact that is not known, and no gap may be left, or it compares
            one.
    """
    return _rendered(_compiled(source, name, language), language, facts, gap_words)


@lru_cache(maxsize=512)
def is_written(name: str, language: str) -> bool:
    """Whether a template of ours is there in a language."""
    place = files("softanswer.resources") / "templates" / language / f"{name}.txt.j2"
    return place.is_file()


def source_of(name: str, language: str) -> str:
    """A template of ours as it is written.

    Raises:
        TemplateError: there is none of this name in the language.
    """
    return _source(f"{name}.txt.j2", language)


def part_names(language: str) -> tuple[str, ...]:
    """The parts of ours that a template may include, as it names them."""
    place = files("softanswer.resources") / "templates" / language / "parts"
    found = sorted(part.name for part in place.iterdir()) if place.is_dir() else []
    return tuple(f"parts/{name}" for name in found if name.endswith(".txt.j2"))


def check_text(source: str, name: str, language: str) -> None:
    """Look whether a template that is given as text is allowed.

    Raises:
        TemplateError: it is not; the message names file, line and column.
    """
    _compiled(source, name, language)


def prepare(name: str, language: str) -> None:
    """Compile a template of ours ahead of its first use: some milliseconds.

    Raises:
        TemplateError: it is wrong; the message names file, line and column.
    """
    _template(name, language)


def _rendered(
    template: Template,
    language: str,
    facts: ReplyFacts,
    gap_words: Mapping[str, str] | None = None,
) -> Rendered:
    from jinja2 import UndefinedError

    ledger = Ledger(language, facts.today.value, gap_words=gap_words)
    try:
        text = template.render(values_of(facts, ledger))
    except (TypeError, ValueError, UndefinedError) as error:
        unset = Sentence(
            "Templates", "{name}: a name is used where nothing was set for it: {error}."
        )
        raise TemplateError(unset.format(name=template.name, error=f"{error}")) from error
    lacking = tuple(sorted(ledger.lacking))
    stated, gaps = tuple(ledger.stated), tuple(ledger.gaps)
    return Rendered(_laid_out(text), dict(ledger.cited), lacking, stated, gaps)


def _laid_out(text: str) -> str:
    """The text with its paragraphs on one line each.

    Steps, and the lines of the last paragraph, which is the signature, keep lines of their own.
    """
    paragraphs = [
        [line.strip() for line in paragraph.splitlines() if line.strip()]
        for paragraph in _BLANK_LINES.split(text.strip())
    ]
    paragraphs = [lines for lines in paragraphs if lines]
    joined = [_joined(lines) for lines in paragraphs[:-1]]
    return "\n\n".join([*joined, *("\n".join(lines) for lines in paragraphs[-1:])])


def _joined(lines: list[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text += ("\n" if _STEP.match(line) else " ") + line
    return _STRAY_BLANK.sub("", _GAPS.sub(" ", text))


def _prepared(source: str) -> str:
    """The source with its line ends kept behind tags that stand in a line of text.

    Jinja2 takes the line end behind every tag away, which is right only for lines of tags alone.
    """
    return "\n".join(
        line + " " if line.endswith("%}") and not _ONLY_TAGS.fullmatch(line) else line
        for line in source.split("\n")
    )


@lru_cache(maxsize=8)
def _environment(language: str) -> Environment:
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        autoescape=False,  # a letter is plain text
        undefined=StrictUndefined,
        loader=FunctionLoader(partial(_checked_part, language)),
        finalize=cited_plainly,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=(),
    )
    environment.globals.clear()
    environment.tests.clear()
    environment.filters.clear()
    environment.filters.update(FILTERS)
    return environment


@lru_cache(maxsize=256)
def _template(name: str, language: str) -> Template:
    return _compiled(_source(f"{name}.txt.j2", language), f"{language}/{name}.txt.j2", language)


@lru_cache(maxsize=256)
def _compiled(source: str, name: str, language: str) -> Template:
    environment = _environment(language)
    tree = checked_tree(environment, _prepared(source), name, partial(_has_part, language))
    code = environment.compile(tree, name, name)
    return environment.template_class.from_code(environment, code, environment.globals, None)


def _has_part(language: str, part: str) -> bool:
    return is_written(part.removesuffix(".txt.j2"), language)


def _checked_part(language: str, name: str) -> str:
    source = _prepared(_source(name, language))
    checked_tree(_environment(language), source, f"{language}/{name}")
    return source


def _source(name: str, language: str) -> str:
    place = files("softanswer.resources") / "templates" / language / name
    try:
        return place.read_text(encoding="utf-8")
    except OSError as error:
        none = Sentence("Templates", "There is no template {name}.")
        raise TemplateError(none.format(name=f"{language}/{name}")) from error
