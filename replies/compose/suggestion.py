"""A suggested reply, as it is offered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stance(StrEnum):
    """How a reply stands to what the customer says (PRODUCT S2-11)."""

    OWN = "own"
    EXPLAIN = "explain"
    FIRM = "firm"
    BOUNDARY = "boundary"
    CELEBRATE = "celebrate"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reply that can be taken as it is.

    Attributes:
        template: which one it was made from.
        remedy: what it offers, in a word.
        why: one sentence for the seller.
        facts: what it states of the order and the letter, by name, in its own words.
        missing: facts of the order that it would have named and does without.
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
