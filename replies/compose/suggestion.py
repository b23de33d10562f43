"""A suggested reply, as it is offered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ..language.formatting import Money
from .facts import Source


class Stance(StrEnum):
    """How a reply stands to what the customer says (PRODUCT S2-11)."""

    OWN = "own"
    EXPLAIN = "explain"
    FIRM = "firm"
    BOUNDARY = "boundary"
    CELEBRATE = "celebrate"


class Spend(StrEnum):
    """What of the money goes back."""

    NOTHING = "nothing"
    PART = "part"
    POSTAGE = "postage"
    ALL = "all"
    LATER = "later"  # the reply only says by when that is decided


@dataclass(frozen=True, slots=True)
class Cost:
    """What a suggestion costs the seller, for her alone.

    Attributes:
        amount: what goes back, None where the order does not say.
        postage: she pays for a parcel as well: a return label, or a second sending.
        certain: False where it depends on what they choose or on what the carrier finds.
    """

    spend: Spend = Spend.NOTHING
    amount: Money | None = None
    postage: bool = False
    certain: bool = True


class Rule(StrEnum):
    """Which rule of the product asks for a sentence."""

    GREETING = "greeting"  # S2-04
    REGRET = "regret"  # S1-06
    RESPONSIBILITY = "responsibility"  # S1-07
    LATE = "late"  # S1-12
    FACTS = "facts"  # S0-13
    REMEDY = "remedy"  # S1-08
    STEPS = "steps"  # S4-05
    ANSWER = "answer"
    CLOSING = "closing"  # S3-12
    SIGNATURE = "signature"  # S2-22


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact as a sentence states it, and where it was taken from."""

    name: str
    words: str
    source: Source


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a suggestion with what produced it.

    Attributes:
        start, end: where it stands in the body.
        facts: those that it states; a sentence without any rests on its rule alone.
    """

    start: int
    end: int
    rule: Rule
    facts: tuple[StatedFact, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reply that can be taken as it is.

    Attributes:
        template: which one it was made from.
        remedy: what it offers, in a word.
        why: one sentence for the seller, and one for each circumstance that put it forward.
        facts: what it states of the order and the letter, by name, in its own words.
        missing: facts of the order that it would have named and does without, or leaves a gap for.
        cost: what it costs the seller.
        sentences: the body sentence by sentence, each with the facts or the rule behind it.
        own: the name of the seller's own template that it was made from, "" for ours.
        gaps: those of the missing facts in whose place a gap stands in the body.
    """

    template: str
    stance: Stance
    remedy: str
    language: str
    subject: str
    body: str
    why: str
    facts: dict[str, str]
    missing: tuple[str, ...]
    cost: Cost = field(default_factory=Cost)
    sentences: tuple[Sentence, ...] = ()
    own: str = ""
    gaps: tuple[str, ...] = ()

    @property
    def steps(self) -> str:
        """What it asks the customer to do, as the body says it; "" where it asks nothing."""
        places = [(one.start, one.end) for one in self.sentences if one.rule is Rule.STEPS]
        return self.body[places[0][0] : places[-1][1]].strip() if places else ""
