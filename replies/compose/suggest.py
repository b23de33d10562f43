"""Suggested replies: the templates that fit a letter, filled in with facts, the best first.

Pure: the time is a part of the inputs. What a letter needs and nobody knows is asked for in the
reply, never invented (PRODUCT D9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..cases.case import CaseKind
from ..errors import MissingFactError
from ..orders.delivery import Band
from .catalogue import Catalogue, Entry, catalogue
from .facts import ReplyFacts, Situation, gather_facts
from .suggestion import Stance, Suggestion
from .template import prepare, render, render_text

TEMPLATE_LANGUAGES: Final = ("en", "ru")
MAX_SUGGESTIONS: Final = 3  # beside the holding reply
HOLDING: Final = "holding"
"""The template of the reply that says only by when an answer comes; "holding_plain" for ordinary
mail."""

_BY_FAULT_FIRST: Final = frozenset({CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.FEEDBACK_THREAT})
_WORTH_KNOWING: Final = frozenset(
    {"order_number", "title", "total", "posted_on", "service", "latest", "ordered_on", "condition"}
)


@dataclass(frozen=True, slots=True)
class SuggestionInputs:
    """What the suggestions follow from.

    Attributes:
        subject: of the reply, "Re: ..." as it will be sent.
        language: of the letter; one without templates is answered in English.
        kind, complaint: the seller's word where she has given it, else the recogniser's.
        issues: every kind of trouble that the letter names.
        automatic: no person wrote the letter, so that nothing is suggested.
        stance: those that stand so are offered first.
        seller_language: of the sentences that say why.
    """

    situation: Situation
    subject: str
    language: str
    kind: CaseKind
    complaint: bool
    issues: tuple[CaseKind, ...] = ()
    automatic: bool = False
    stance: Stance | None = None
    seller_language: str = "en"


def warm_up() -> None:
    """Load and compile all templates, so that the first suggestions are as quick as the others."""
    shelf = catalogue()
    for entry in (*shelf.entries, shelf.holding_complaint, shelf.holding_ordinary):
        for language in TEMPLATE_LANGUAGES:
            prepare(entry.template, language)


def suggest(inputs: SuggestionInputs) -> tuple[Suggestion, ...]:
    """The replies to offer for a letter, best first; none for what no person wrote.

    The last one is the holding reply, for every letter but praise.

    Raises:
        TemplateError: a template of ours is damaged.
    """
    if inputs.automatic:
        return ()
    language = inputs.language if inputs.language in TEMPLATE_LANGUAGES else TEMPLATE_LANGUAGES[0]
    facts = gather_facts(inputs.situation, language)
    offered: list[Suggestion] = []
    for entry in _ranked(inputs, catalogue(), facts):
        suggestion = _filled(entry, inputs, language, facts)
        if suggestion is not None:
            offered.append(suggestion)
        if len(offered) == MAX_SUGGESTIONS:
            break
    holding = _filled(_holding(inputs), inputs, language, facts)
    if holding is not None and inputs.kind is not CaseKind.PRAISE:
        offered.append(holding)
    return tuple(offered)


def _ranked(inputs: SuggestionInputs, shelf: Catalogue, facts: ReplyFacts) -> Iterator[Entry]:
    """The entries that fit, each template once: by stance, by kind, as the catalogue has them."""
    fitting: dict[str, Entry] = {}
    known = facts.known().keys()
    for kind in _kinds(inputs):
        for entry in shelf.entries:
            if _fits(entry, kind, inputs) and entry.needs <= known:
                fitting.setdefault(entry.template, entry)
    wanted = [entry for entry in fitting.values() if entry.stance is inputs.stance]
    yield from wanted
    yield from (entry for entry in fitting.values() if entry not in wanted)


def _kinds(inputs: SuggestionInputs) -> tuple[CaseKind, ...]:
    """The kinds of trouble to answer, the most pressing first.

    Who threatens is answered on the fault itself; insults are met first, and the fault after.
    """
    others = tuple(kind for kind in inputs.issues if kind is not inputs.kind)
    if inputs.kind in _BY_FAULT_FIRST:
        return (*others, inputs.kind)
    return (inputs.kind, *others)


def _fits(entry: Entry, kind: CaseKind, inputs: SuggestionInputs) -> bool:
    situation = inputs.situation
    is_general = not entry.kinds
    band = situation.delivery.band if situation.delivery else Band.UNKNOWN
    return (
        ((is_general and kind is _kinds(inputs)[-1]) or kind in entry.kinds)
        and (not entry.bands or band in entry.bands)
        and entry.complaint in {None, inputs.complaint}
        and entry.order_known in {None, situation.file is not None}
        and _mentions(entry, inputs)
    )


def _mentions(entry: Entry, inputs: SuggestionInputs) -> bool:
    starts = entry.mentions.get(inputs.language) or entry.mentions.get("en")
    if not starts:
        return True
    text = f"{inputs.subject}\n{inputs.situation.letter.text}"
    return _starting_with(starts).search(text) is not None


@lru_cache(maxsize=32)
def _starting_with(starts: tuple[str, ...]) -> re.Pattern[str]:
    words = (r"\s+".join(re.escape(word) for word in start.split()) for start in starts)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)


def _holding(inputs: SuggestionInputs) -> Entry:
    shelf = catalogue()
    return shelf.holding_complaint if inputs.complaint else shelf.holding_ordinary


def _filled(
    entry: Entry, inputs: SuggestionInputs, language: str, facts: ReplyFacts
) -> Suggestion | None:
    """The entry's template with its facts, None where one is not known after all."""
    told_in = inputs.seller_language if inputs.seller_language in entry.why else language
    try:
        letter = render(entry.template, language, facts)
        why = render_text(
            entry.why[told_in], f"catalogue.toml, {entry.template}, why", told_in, facts
        )
    except MissingFactError:
        return None
    return Suggestion(
        template=entry.template,
        stance=entry.stance,
        remedy=entry.remedy,
        language=language,
        subject=inputs.subject,
        body=letter.text,
        why=why.text,
        facts=dict(letter.cited),
        missing=tuple(name for name in letter.lacking if name in _WORTH_KNOWING),
    )
