"""What the seller's corrections teach: later letters that are alike move by one step. Pure.

A lesson has traits: who wrote, and which cues the recogniser saw. For each trait it is counted how
often she moved what was read, and which way; two letters that she let stand are added to each
count, so that a few corrections move nothing. The trait that pulls most moves a letter by one
step of heat, over the line between complaint and none where that was in doubt, or to the kind
that she called such letters. Insults, threats and automatic mail are never moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from .case import MAX_HEAT, CaseKind, Correction, Judgement

LEAST: Final = 3  # lessons that agree before anything is moved
_LET_STAND: Final = 2  # letters that are added to each count
_PULL: Final = 0.5  # of them all, the share that has to agree
_SURE: Final = 0.85  # of a yes or no that no lesson turns
_STEADY: Final = frozenset(
    {CaseKind.ABUSIVE, CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.FEEDBACK_THREAT}
)
_ANGRY: Final = 2  # a letter so hot is never called no complaint


class Moved(Enum):
    """What a lesson moves."""

    COMPLAINT = "complaint"
    KIND = "kind"
    HEAT = "heat"


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was moved in a judgement, and by how many lessons.

    Attributes:
        was: what was read: "0" or "1" of a complaint, the kind, the heat.
        now: what it is since.
        sender: the lessons are on letters of the same sender; else on letters that say the same.
    """

    moved: Moved
    was: str
    now: str
    count: int
    sender: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the seller said of one conversation, and what was read in it."""

    conversation_id: int
    sender: str
    read: Judgement
    said: Correction


def taught(
    judgement: Judgement, sender: str, lessons: Sequence[Lesson]
) -> tuple[Judgement, tuple[Learnt, ...]]:
    """The judgement as the lessons move it, and what they moved."""
    if not lessons or judgement.automatic or judgement.kind in _STEADY:
        return judgement, ()
    known = [(_traits(one.read, one.sender), one) for one in lessons]
    shared = [
        (trait == _sender_trait(sender), [one for traits, one in known if trait in traits])
        for trait in sorted(_traits(judgement, sender))
    ]
    moved: list[Learnt] = []
    for step in (_complaint, _kind, _heat):
        learnt = step(judgement, shared)
        if learnt is not None:
            moved.append(learnt)
            judgement = _with(judgement, learnt)
    return judgement, tuple(moved)


def as_read(judgement: Judgement, moved: Iterable[Learnt]) -> Judgement:
    """The judgement as it was before lessons moved it."""
    for learnt in moved:
        judgement = _with(judgement, replace(learnt, now=learnt.was))
    return judgement


def _traits(judgement: Judgement, sender: str) -> frozenset[str]:
    """What a letter and a lesson may share."""
    return frozenset({_sender_trait(sender), *("says " + r.why for r in judgement.reasons)})


def _sender_trait(sender: str) -> str:
    return "from " + sender.lower()


def _with(judgement: Judgement, learnt: Learnt) -> Judgement:
    match learnt.moved:
        case Moved.COMPLAINT:
            return replace(judgement, complaint=learnt.now == "1")
        case Moved.KIND:
            return replace(judgement, kind=CaseKind(learnt.now))
        case Moved.HEAT:
            return replace(judgement, heat=int(learnt.now))


_Shared = Sequence[tuple[bool, Sequence[Lesson]]]


def _complaint(judgement: Judgement, shared: _Shared) -> Learnt | None:
    if judgement.confidence >= _SURE or judgement.heat >= _ANGRY:
        return None

    def says(lesson: Lesson) -> str | None:
        said, read = lesson.said.complaint, lesson.read.complaint
        return None if said is None or said == read else str(int(said))

    other = str(int(not judgement.complaint))
    return _pulled(Moved.COMPLAINT, str(int(judgement.complaint)), shared, says, {other: other})


def _kind(judgement: Judgement, shared: _Shared) -> Learnt | None:
    def says(lesson: Lesson) -> str | None:
        if lesson.said.kind is None or lesson.read.kind is not judgement.kind:
            return None
        return lesson.said.kind.value

    others = {
        kind.value: kind.value for kind in CaseKind if kind not in {judgement.kind, *_STEADY}
    }
    return _pulled(Moved.KIND, judgement.kind.value, shared, says, others)


def _heat(judgement: Judgement, shared: _Shared) -> Learnt | None:
    def says(lesson: Lesson) -> str | None:
        said, read = lesson.said.heat, lesson.read.heat
        return None if said is None or said == read else "hotter" if said > read else "calmer"

    heat = judgement.heat
    steps = {"hotter": str(min(MAX_HEAT, heat + 1)), "calmer": str(max(0, heat - 1))}
    if not judgement.complaint:
        return None
    return _pulled(Moved.HEAT, str(heat), shared, says, steps)


def _pulled(
    moved: Moved,
    was: str,
    shared: _Shared,
    says: Callable[[Lesson], str | None],
    steps: dict[str, str],
) -> Learnt | None:
    """The step that the strongest trait asks for; None where none is strong enough."""
    found: list[tuple[float, int, bool, str]] = []
    for is_sender, lessons in shared:
        votes = Counter(vote for one in lessons if (vote := says(one)) in steps)
        for vote, count in votes.most_common(1):
            pull = count / (len(lessons) + _LET_STAND)
            if count >= LEAST and pull >= _PULL and steps[vote or ""] != was:
                found.append((pull, count, is_sender, steps[vote or ""]))
    if not found:
        return None
    _, count, is_sender, now = max(found)
    return Learnt(moved, was, now, count, is_sender)
