"""Suggested replies: the templates that fit a letter, filled in with facts, the best first.

Pure: the time is a part of the inputs. What a letter needs and nobody knows is asked for in the
reply, never invented (PRODUCT D9).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from ..cases.case import CaseKind
from ..errors import MissingFactError, TemplateError
from ..orders.delivery import Band
from .catalogue import Catalogue, Entry, catalogue
from .circumstances import NOTHING_BEFORE, Circumstance, Past, circumstances
from .facts import ReplyFacts, Situation, gather_facts
from .origins import sentences_of
from .own_templates import NO_OWN_TEMPLATES, OwnTemplate, OwnTemplates
from .several import SEVERAL, matters_of, source_of
from .suggestion import Cost, Spend, Stance, Suggestion
from .template import Rendered, is_written, prepare, render, render_text

TEMPLATE_LANGUAGES: Final = ("en", "ru")
"""In which every letter is written; of other languages those letters that the folders hold."""

MAX_SUGGESTIONS: Final = 3  # beside the holding reply
HOLDING: Final = "holding"
"""The template of the reply that says only by when an answer comes; "holding_plain" for ordinary
mail."""

_BY_FAULT_FIRST: Final = frozenset({CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.FEEDBACK_THREAT})
_ON_ITS_WAY: Final = frozenset({CaseKind.NOT_RECEIVED, CaseKind.LATE})
_ONCE_IT_IS_THERE: Final = frozenset(
    {CaseKind.DAMAGED, CaseKind.WRONG_ITEM, CaseKind.NOT_AS_DESCRIBED, CaseKind.MISSING_PART}
)
_WORTH_KNOWING: Final = frozenset(
    {"order_number", "title", "total", "posted_on", "service", "latest", "ordered_on", "condition"}
)
_PLACES: Final = 1.5  # that a circumstance moves an entry past
_SAME_LETTER: Final = 0.6  # of the words, from which a letter counts as sent before
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class SuggestionInputs:
    """What the suggestions follow from.

    Attributes:
        subject: of the reply, "Re: ..." as it will be sent.
        language: of the letter; what is not written in it is written in English.
        kind, complaint: the seller's word where she has given it, else the recogniser's.
        issues: every kind of trouble that the letter names.
        automatic: no person wrote the letter, so that nothing is suggested.
        stance: those that stand so are offered first.
        seller_language: of the sentences that say why.
        heat: 0 to 3, the higher of recognised and corrected.
        past: what is known of the customer before this letter.
        own: the seller's templates, and ours in her wording.
        gap_words: what stands in brackets where a template of hers states an unknown fact.
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
    heat: int = 0
    past: Past = NOTHING_BEFORE
    own: OwnTemplates = NO_OWN_TEMPLATES
    gap_words: Mapping[str, str] = field(default_factory=dict)


def warm_up() -> None:
    """Load and compile all templates, so that the first suggestions are as quick as the others."""
    shelf = catalogue()
    for entry in (*shelf.entries, shelf.holding_complaint, shelf.holding_ordinary):
        for language in TEMPLATE_LANGUAGES:
            prepare(entry.template, language)


def suggest(inputs: SuggestionInputs) -> tuple[Suggestion, ...]:
    """The replies to offer for a letter, best first; none for what no person wrote.

    They differ in what they offer where the letter leaves a choice. Letters of hers for this kind
    stand before ours, those for all kinds, and those with a gap, behind them. The last one is the
    holding reply, for every letter but praise.

    Raises:
        TemplateError: a template of ours is damaged.
    """
    if inputs.automatic:
        return ()
    shelf = catalogue()
    facts = gather_facts(inputs.situation, inputs.language)
    present = circumstances(facts, inputs.heat, inputs.situation.fault, inputs.past)
    filled = (_filled(entry, inputs, present) for entry in _ranked(inputs, shelf, facts, present))
    found = [suggestion for suggestion in filled if suggestion is not None]
    own = own_letters(inputs)
    offered = [
        *(letter for letter, is_for_kind in own if is_for_kind and not letter.gaps),
        *_different(_unsent_first(found, inputs.past, inputs.stance)),
        *(letter for letter, is_for_kind in own if letter.gaps or not is_for_kind),
    ]
    holding = _filled(_holding(inputs), inputs, present)
    if holding is not None and inputs.kind is not CaseKind.PRAISE:
        offered.append(holding)
    return tuple(offered)


def every_letter(inputs: SuggestionInputs) -> tuple[Suggestion, ...]:
    """What can be put into a reply to a letter: what is offered, then all others of its language.

    Raises:
        TemplateError: a template of ours is damaged.
    """
    shelf = catalogue()
    facts = gather_facts(inputs.situation, inputs.language)
    present = circumstances(facts, inputs.heat, inputs.situation.fault, inputs.past)
    offered = [*suggest(inputs), *(letter for letter, _ in own_letters(inputs, every_kind=True))]
    entries = (*shelf.entries, shelf.holding_complaint, shelf.holding_ordinary)
    filled = (
        _filled(entry, inputs, present)
        for entry in entries
        if entry.needs <= facts.known().keys() and _language(entry, inputs) == inputs.language
    )
    found: dict[tuple[str, str], Suggestion] = {}
    for letter in (*offered, *filled):
        if letter is not None:
            found.setdefault((letter.template, letter.own), letter)
    return tuple(found.values())


def in_language(letter: Suggestion, inputs: SuggestionInputs, language: str) -> Suggestion | None:
    """The same letter in another language, from the same facts; None where it is not written so.

    Raises:
        TemplateError: a template of ours is damaged.
    """
    shelf = catalogue()
    entries = (*shelf.entries, shelf.several, shelf.holding_complaint, shelf.holding_ordinary)
    entry = next((one for one in entries if one.template == letter.template), None)
    is_there = entry is not None and (
        language in TEMPLATE_LANGUAGES or is_written(entry.template, language)
    )
    if entry is None or letter.own or letter.language == language or not is_there:
        return None
    there = replace(inputs, language=language)
    facts = gather_facts(there.situation, language)
    present = circumstances(facts, inputs.heat, inputs.situation.fault, inputs.past)
    return _filled(entry, there, present)


def own_letters(
    inputs: SuggestionInputs, *, every_kind: bool = False
) -> tuple[tuple[Suggestion, bool], ...]:
    """Her own letters that fit, each with whether it is for this kind.

    Args:
        every_kind: those for other kinds, too.
    """
    kinds = set(_kinds(inputs))
    fitting = (
        own
        for own in inputs.own.letters(inputs.language)
        if every_kind or not own.kinds or own.kinds & kinds
    )
    filled = ((_own_filled(own, inputs), bool(own.kinds & kinds)) for own in fitting)
    return tuple((letter, is_for_kind) for letter, is_for_kind in filled if letter is not None)


def _own_filled(own: OwnTemplate, inputs: SuggestionInputs) -> Suggestion | None:
    """Her letter with its facts and gaps; None where it compares one that is not known."""
    facts = gather_facts(inputs.situation, own.language)
    try:
        letter = render_text(own.text, own.name, own.language, facts, inputs.gap_words)
    except (MissingFactError, TemplateError):
        return None
    said = catalogue().own
    return Suggestion(
        template=own.id,
        stance=Stance.OWN,
        remedy="own",
        language=own.language,
        subject=inputs.subject,
        body=letter.text,
        why=said.get(inputs.seller_language, said["en"]),
        facts=dict(letter.cited),
        missing=_missing(letter),
        cost=Cost(certain=False),
        sentences=sentences_of(letter.text, letter.stated, facts, complaint=inputs.complaint),
        own=own.name,
        gaps=letter.gaps,
    )


def _missing(letter: Rendered) -> tuple[str, ...]:
    """The gaps, and what is worth knowing of what the letter does without."""
    others = (name for name in letter.lacking if name in _WORTH_KNOWING - {*letter.gaps})
    return (*letter.gaps, *others)


def _different(found: list[Suggestion]) -> list[Suggestion]:
    """The best ones that differ in what they offer, and what is left where those are too few."""
    remedies: set[str] = set()
    chosen: list[Suggestion] = []
    rest: list[Suggestion] = []
    for suggestion in found:
        (rest if suggestion.remedy in remedies else chosen).append(suggestion)
        remedies.add(suggestion.remedy)
    return [*chosen, *rest][:MAX_SUGGESTIONS]


def _unsent_first(found: list[Suggestion], past: Past, stance: Stance | None) -> list[Suggestion]:
    """What they had as a letter of ours already, behind what they had not."""
    sent = [_words(letter) for letter in past.letters]

    def key(suggestion: Suggestion) -> tuple[bool, bool]:
        own = _words(suggestion.body)
        is_sent = any(len(own & words) >= _SAME_LETTER * len(own | words) for words in sent)
        return suggestion.stance is not stance and stance is not None, is_sent

    return sorted(found, key=key) if sent else found


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _ranked(
    inputs: SuggestionInputs,
    shelf: Catalogue,
    facts: ReplyFacts,
    present: frozenset[Circumstance],
) -> Iterator[Entry]:
    """The entries that fit, each template once, the best first.

    By stance, by kind, as the catalogue has them, moved up and down by the circumstances; before
    them all the letter that answers several matters, where several are raised.
    """
    fitting: dict[str, Entry] = {}
    known = facts.known().keys()
    for kind in _kinds(inputs):
        for entry in shelf.entries:
            if _fits(entry, kind, inputs) and entry.needs <= known:
                fitting.setdefault(entry.template, entry)
    places = {
        entry.template: place + _PLACES * (len(entry.sinks & present) - len(entry.rises & present))
        for place, entry in enumerate(fitting.values())
    }
    entries = sorted(fitting.values(), key=lambda entry: places[entry.template])
    if inputs.complaint and _matters(inputs):
        first = 1 if inputs.kind is CaseKind.ABUSIVE else 0
        entries.insert(first, shelf.several)
    further = inputs.language not in TEMPLATE_LANGUAGES
    entries.sort(
        key=lambda entry: (
            inputs.stance is not None and entry.stance is not inputs.stance,
            further and not is_written(entry.template, inputs.language),
        )
    )
    yield from entries


def _matters(inputs: SuggestionInputs) -> tuple[CaseKind, ...]:
    return matters_of(_kind(inputs), inputs.issues, _band(inputs))


def _band(inputs: SuggestionInputs) -> Band:
    delivery = inputs.situation.delivery
    return delivery.band if delivery else Band.UNKNOWN


def _kind(inputs: SuggestionInputs) -> CaseKind:
    """The kind, as far as it can be true: what was not posted is not torn, and not sent back."""
    if _band(inputs) is not Band.NOT_SHIPPED:
        return inputs.kind
    if inputs.kind in _ONCE_IT_IS_THERE:
        return CaseKind.NOT_RECEIVED
    is_return = inputs.kind is CaseKind.RETURN_CHANGE_OF_MIND
    return CaseKind.ORDER_CANCEL if is_return else inputs.kind


def _kinds(inputs: SuggestionInputs) -> tuple[CaseKind, ...]:
    """The kinds of trouble to answer, the most pressing first.

    Who threatens is answered on the fault itself; insults are met first, and the fault after. Who
    wants the money back while the parcel is on its way is answered on the money.
    """
    kind = _kind(inputs)
    others = tuple(issue for issue in inputs.issues if issue not in {kind, inputs.kind})
    if kind in _BY_FAULT_FIRST:
        return (*others, kind)
    asks_money = CaseKind.REFUND_REQUEST in others and kind in _ON_ITS_WAY
    if asks_money and _band(inputs) is Band.INSIDE:
        return (CaseKind.REFUND_REQUEST, kind, *others)
    return (kind, *others)


def _fits(entry: Entry, kind: CaseKind, inputs: SuggestionInputs) -> bool:
    situation = inputs.situation
    is_general = not entry.kinds
    band = _band(inputs)
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
    entry: Entry, inputs: SuggestionInputs, present: frozenset[Circumstance]
) -> Suggestion | None:
    """The entry's template with its facts, None where one is not known after all."""
    language = _language(entry, inputs)
    facts = gather_facts(inputs.situation, language)
    try:
        letter = _letter(entry, inputs, language, facts)
        why = _why(entry, inputs, facts, present)
    except MissingFactError:
        return None
    return Suggestion(
        template=entry.template,
        stance=entry.stance,
        remedy=entry.remedy,
        language=language,
        subject=inputs.subject,
        body=letter.text,
        why=why,
        facts=dict(letter.cited),
        missing=_missing(letter),
        cost=_cost(entry, letter, facts),
        sentences=sentences_of(letter.text, letter.stated, facts, complaint=inputs.complaint),
        gaps=letter.gaps,
    )


def _language(entry: Entry, inputs: SuggestionInputs) -> str:
    """The letter's own, where the entry is written in it, else English."""
    if inputs.language in TEMPLATE_LANGUAGES or is_written(entry.template, inputs.language):
        return inputs.language
    return TEMPLATE_LANGUAGES[0]


def _letter(entry: Entry, inputs: SuggestionInputs, language: str, facts: ReplyFacts) -> Rendered:
    wording = inputs.own.wording_of(entry.template, language)
    if wording is not None:
        try:
            return render_text(wording.text, wording.name, language, facts, inputs.gap_words)
        except (MissingFactError, TemplateError):
            pass  # ours is there instead
    if entry.template != SEVERAL:
        return render(entry.template, language, facts)
    source = source_of(_matters(inputs))
    return render_text(source, f"{language}/{SEVERAL}", language, facts)


def _why(
    entry: Entry, inputs: SuggestionInputs, facts: ReplyFacts, present: Iterable[Circumstance]
) -> str:
    """Why this one, for the seller, with what put it forward."""
    told_in = inputs.seller_language if inputs.seller_language in entry.why else "en"
    place = f"catalogue.toml, {entry.template}, why"
    said = render_text(entry.why[told_in], place, told_in, facts).text
    shelf = catalogue()
    moved = sorted(entry.rises.intersection(present))
    told = [said, *(shelf.reasons[one][told_in] for one in moved if one in shelf.reasons)]
    if inputs.own.wording_of(entry.template, _language(entry, inputs)) is not None:
        told.append(shelf.own_wording[told_in])
    if _language(entry, inputs) not in TEMPLATE_LANGUAGES:
        told.append(shelf.unchecked[told_in])
    return " ".join(told)


def _cost(entry: Entry, letter: Rendered, facts: ReplyFacts) -> Cost:
    """What it costs her; a sum only where the letter promises one that the order gives."""
    sums = {Spend.ALL: facts.total, Spend.POSTAGE: facts.postage}
    names = {Spend.ALL: "total", Spend.POSTAGE: "postage"}
    fact = sums.get(entry.spend)
    is_named = names.get(entry.spend) in letter.cited
    amount = fact.value if fact is not None and is_named else None
    return Cost(entry.spend, amount, entry.postage, entry.certain)
