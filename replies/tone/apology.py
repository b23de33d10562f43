"""The three R's of an apology, and what a letter lacks as a whole (S1-05 to S1-08, S4-05)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from .context import CheckContext, Fault
from .finding import Apology, Finding, Lack, Look, Span
from .letter import Letter, Passage

TOO_LONG: Final = 200  # words; TONE section 1: 50 to 125 are best
_OWN_WISHES: Final = frozenset({"return_change_of_mind", "order_cancel"})
_WEAKENED: Final = frozenset({"conditional_apology", "hedged_or_weak_apology"})


def apology_of(letter: Letter, findings: tuple[Finding, ...]) -> Apology:
    """The sentence that earns each R; an apology that hangs on an "if" earns none."""
    weak = [f.span for f in findings if f.span is not None and f.category in _WEAKENED]
    return Apology(
        regret=_first(letter, lambda p: p.does("regret") and not _is_weakened(p, weak)),
        responsibility=_first(letter, lambda p: p.does("own", "outcome")),
        remedy=_first(letter, _is_firm_remedy),
    )


def _first(letter: Letter, earns: Callable[[Passage], bool]) -> Span | None:
    for passage in letter.body:
        if earns(passage):
            return Span(passage.start, passage.end)
    return None


def _is_weakened(passage: Passage, weak: list[Span]) -> bool:
    return any(passage.start < span.end and span.start < passage.end for span in weak)


def _is_firm_remedy(passage: Passage) -> bool:
    if passage.does("remedy"):
        return True
    return passage.does("contact", "promise") and passage.does("date", "event")


def lacks_of(letter: Letter, context: CheckContext) -> tuple[Lack, ...]:
    """What the letter as a whole lacks or has too much of."""
    found: list[Lack] = []
    if letter.word_count() > TOO_LONG:
        found.append(Lack("length.too-long", "too_long"))
    if not context.complaint or context.at_fault is Fault.NONE or not letter.body:
        return tuple(found)
    body = letter.body
    if not _owes_no_regret(context) and not any(p.does("regret") for p in letter.passages):
        found.append(Lack("apology.no-regret", "missing_regret"))
    if context.fault is Fault.SELLER and not any(p.does("own") for p in body):
        found.append(Lack("apology.no-responsibility", "missing_responsibility"))
    if not any(_is_firm_remedy(p) for p in body):
        found.append(Lack("apology.no-remedy", "missing_remedy"))
    if _lacks_steps(body):
        found.append(Lack("apology.no-steps", "missing_steps"))
    return tuple(found)


def _owes_no_regret(context: CheckContext) -> bool:
    """Whether the customer merely asks for what the shop has not failed at."""
    return context.kind in _OWN_WISHES and context.fault in {Fault.BUYER, Fault.NONE}


def _lacks_steps(body: tuple[Passage, ...]) -> bool:
    """The customer is asked to act and nothing says how or where."""
    return any(p.does("ask") for p in body) and not any(p.does("step") for p in body)


def undated_promises(letter: Letter) -> Iterator[Look]:
    """Promises with neither date nor event in their sentence or the ones beside it (S1-08)."""
    body = letter.body
    for index, passage in enumerate(body):
        beside = body[max(0, index - 1) : index + 2]
        if passage.does("promise") and not any(p.does("date", "event", "choice") for p in beside):
            first = passage.acts["promise"][0]
            yield Look("promise.undated", "vague_promise", Span(*first.marked))
