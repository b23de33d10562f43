"""The three R's of an apology, and what a letter lacks as a whole (S1-05 to S1-08, S4-05)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from .context import CheckContext
from .fault import FAULT_BY_KIND, Fault
from .finding import Apology, Finding, Lack, Look, Severity, Span
from .letter import Letter, Passage

TOO_LONG: Final = 200  # words; TONE section 1: 50 to 125 are best
_OWN_WISHES: Final = frozenset({"return_change_of_mind", "order_cancel"})
_WEAKENED: Final = frozenset({"conditional_apology", "hedged_or_weak_apology"})
_TURNED_AWAY: Final = frozenset(
    {
        "blame_customer",
        "condescension",
        "defensive",
        "displaced_responsibility",
        "excuse",
        "imply_customer_lies",
        "insult_or_profanity",
        "policy_hiding",
        "sarcasm",
        "threat",
    }
)  # a sentence that does one of these owns nothing by telling what was done
_SENTENCE_WORDS: Final = 3  # fewer tell of nothing that was done
_SCORNFUL: Final = frozenset({"sarcasm", "insult_or_profanity"})


def apology_of(letter: Letter, findings: tuple[Finding, ...]) -> Apology:
    """The sentence that earns each R; an apology that hangs on an "if" earns none."""
    weak, away = _spans(findings, _WEAKENED), _spans(findings, _TURNED_AWAY)
    return Apology(
        regret=_first(letter, lambda p: p.does("regret") and not _overlaps(p, weak)),
        responsibility=_first(letter, lambda p: p.does("outcome") or _owns(p, away)),
        remedy=_first(letter, _is_firm_remedy),
    )


def _first(letter: Letter, earns: Callable[[Passage], bool]) -> Span | None:
    for passage in letter.body:
        if earns(passage):
            return passage.span
    return None


def _spans(findings: Sequence[Finding], categories: frozenset[str]) -> list[Span]:
    return [f.span for f in findings if f.span is not None and f.category in categories]


def _overlaps(passage: Passage, spans: list[Span]) -> bool:
    return any(passage.span.overlaps(span) for span in spans)


def _owns(passage: Passage, turned_away: list[Span]) -> bool:
    """Whether the sentence says what the shop itself did or left undone."""
    if passage.does("own"):
        return True
    is_only_told = passage.does("did") and not passage.does("remedy", "contact")
    return is_only_told and not _overlaps(passage, turned_away)


def _is_firm_remedy(passage: Passage) -> bool:
    if passage.does("remedy"):
        return True
    return passage.does("contact", "promise") and passage.does("date", "event")


def lacks_of(
    letter: Letter, context: CheckContext, findings: tuple[Finding, ...] = ()
) -> tuple[Lack, ...]:
    """What the letter as a whole lacks or has too much of; `findings` are those with a place."""
    found: list[Lack] = []
    if letter.word_count() > TOO_LONG:
        found.append(Lack("length.too-long", "too_long"))
    if not context.complaint or not letter.body:
        return tuple(found)
    body = letter.body
    scorn, away = _spans(findings, _SCORNFUL), _spans(findings, _TURNED_AWAY)
    mocking = _spans(findings, frozenset({"sarcasm"}))
    regrets = any(p.does("regret") and not _overlaps(p, scorn) for p in letter.passages)
    owns = any(_owns(p, away) for p in body)
    mends = any(_is_firm_remedy(p) and not _overlaps(p, mocking) for p in body)
    is_calm = all(f.severity is Severity.ADVICE for f in findings)
    is_unsure = bool(regrets or owns or mends) and _holds_unread(body)
    if not regrets and not _owes_no_regret(context):
        is_little = is_unsure or context.fault is Fault.BUYER
        found.append(_lack("regret", is_mild=is_calm and is_little))
    if not owns and _owes_responsibility(body, context):
        is_little = is_unsure or (regrets and mends and context.at_fault is None)
        found.append(_lack("responsibility", is_mild=is_calm and is_little))
    if not mends:
        found.append(_lack("remedy", is_mild=is_calm and is_unsure))
    if _lacks_steps(body, away):
        found.append(Lack("apology.no-steps", "missing_steps"))
    return tuple(found)


def _lack(what: str, *, is_mild: bool) -> Lack:
    """One of the three R's that is not earned; advice where the letter is kind without it."""
    severity = Severity.ADVICE if is_mild else Severity.WARNING
    return Lack(f"apology.no-{what}", f"missing_{what}", severity)


def _holds_unread(body: tuple[Passage, ...]) -> bool:
    """Whether a sentence does none of the acts that are known, and may do the one that lacks."""
    return any(not p.acts and p.words >= _SENTENCE_WORDS for p in body)


def _owes_responsibility(body: tuple[Passage, ...], context: CheckContext) -> bool:
    """Whether somebody has to own this: what she says of the fault takes nothing off her (S1-14).

    Where she says that it was not hers, owning the outcome is enough.
    """
    if context.fault in {Fault.SELLER, Fault.UNCLEAR}:
        return context.fault is Fault.SELLER
    is_hers_by_kind = FAULT_BY_KIND.get(context.kind) is Fault.SELLER
    return is_hers_by_kind and not any(p.does("outcome") for p in body)


def _owes_no_regret(context: CheckContext) -> bool:
    """Whether the customer merely asks for what the shop has not failed at."""
    return context.kind in _OWN_WISHES and context.fault in {Fault.BUYER, Fault.NONE}


def _lacks_steps(body: tuple[Passage, ...], turned_away: list[Span]) -> bool:
    """The customer is asked to act, not just sent away, and nothing says how or where."""
    asks = any(p.does("ask") and not _overlaps(p, turned_away) for p in body)
    return asks and not any(p.does("step") for p in body)


def undated_promises(letter: Letter) -> Iterator[Look]:
    """Promises with neither date nor event in their sentence or in a deed beside it (S1-08)."""
    body = letter.body
    for index, passage in enumerate(body):
        if not passage.does("promise"):
            continue
        beside = [p for p in body[max(0, index - 1) : index + 2] if p is passage or _looks_on(p)]
        if not any(p.does("date", "event", "choice") for p in beside):
            first = passage.acts["promise"][0]
            yield Look("promise.undated", "vague_promise", Span(*first.marked))


def _looks_on(passage: Passage) -> bool:
    """Whether a date in the sentence may be that of a promise beside it, and not of the past."""
    return passage.does("promise", "contact", "remedy", "choice", "ask")
