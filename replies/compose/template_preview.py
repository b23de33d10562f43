"""What a template gives for a letter while it is written, and what may stand in it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ..errors import MissingFactError, TemplateError
from ..language.formatting import Money
from .facts import FACT_KINDS, FactValue, Situation, gather_facts
from .own_templates import OwnTemplate, checked_template
from .template import part_names, render_text

_FILTERS: Final[dict[type[FactValue], str]] = {date: "|date", Money: "|money"}
_OWN_FILTERS: Final = {
    "title": "|quoted",
    "waited_days": "|days",
    "lag_days": "|days",
    "kept_days": "|days",
    "act_by": "|by_date",
    "settle_by": "|by_date",
    "lost_by": "|by_date",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """A template as it would be in a letter.

    Attributes:
        text: "" where there is no letter to fill it for, or it can't be filled.
        problem: why it can't be used; the place in it where it has one.
        missing: the fact that it compares and that is not known here, "" for none.
        gaps: the facts that it states, that are not known here, and are left to fill in.
    """

    text: str = ""
    problem: TemplateError | None = None
    missing: str = ""
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AllowedName:
    """Something that may stand in a template.

    Attributes:
        name: of the fact, or of the part of ours.
        written: how it stands in the template.
        words: what it gives for this letter, "" where that is not known.
        is_part: it is a part of ours.
    """

    name: str
    written: str
    words: str
    is_part: bool = False


def preview(
    own: OwnTemplate, situation: Situation | None, gap_words: Mapping[str, str] | None = None
) -> Preview:
    """What a template gives for a letter; without one, whether it can be used.

    Args:
        gap_words: what stands in brackets where it states a fact that is not known.
    """
    try:
        checked = checked_template(own)
        if situation is None:
            return Preview()
        facts = gather_facts(situation, checked.language)
        words = gap_words or {}
        letter = render_text(checked.text, checked.name, checked.language, facts, words)
    except TemplateError as error:
        return Preview(problem=error)
    except MissingFactError as error:
        return Preview(missing=error.name)
    return Preview(letter.text, gaps=letter.gaps)


def allowed_names(language: str, situation: Situation | None) -> tuple[AllowedName, ...]:
    """Every fact and every part that a template in a language may hold."""
    facts = [
        AllowedName(name, written, _words(written, language, situation))
        for name, written in _facts_as_written()
    ]
    parts = [
        AllowedName(
            name=part.removeprefix("parts/").removesuffix(".txt.j2"),
            written=f'{{% include "{part}" %}}',
            words=_words(f'{{% include "{part}" %}}', language, situation),
            is_part=True,
        )
        for part in part_names(language)
        if "/issue" not in part  # they only fit a letter of several matters
    ]
    return (*facts, *parts)


def _facts_as_written() -> list[tuple[str, str]]:
    written: list[tuple[str, str]] = []
    for name, kind in FACT_KINDS.items():
        if kind is datetime:
            text = f"{{{{ {name}|by_date }}}}, {{{{ {name}|time }}}}"
        else:
            text = f"{{{{ {name}{_OWN_FILTERS.get(name, _FILTERS.get(kind, ''))} }}}}"
        written.append((name, text))
    return written


def _words(written: str, language: str, situation: Situation | None) -> str:
    if situation is None:
        return ""
    try:
        return render_text(written, written, language, gather_facts(situation, language)).text
    except (MissingFactError, TemplateError):
        return ""
