"""Mail that no customer wrote: automatic answers, notices of carriers and marketplaces, spam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..language.phrases import phrases
from ..language.tokens import sentences_of
from .case import CaseKind
from .cues import Family, hits_in

_KINDS: Final = (
    CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.RETURN_CHANGE_OF_MIND,
    CaseKind.NOT_AS_DESCRIBED, CaseKind.WRONG_ITEM, CaseKind.DAMAGED, CaseKind.MISSING_PART,
    CaseKind.NOT_RECEIVED, CaseKind.ORDER_CANCEL,
)  # fmt: skip
_NOTICE_LENGTH: Final = 4_000  # characters in which a notice says what it is
_ROUTINE_LENGTH: Final = 6_000  # the same of other mail that no customer wrote
_SUBJECT_COUNTS: Final = 2  # times a sentence
_OPENED: Final = 1.2  # what the notice of a case adds to the score of a complaint
_OPENED_FOR_NOTHING_NAMED: Final = 0.8
_NO_FAULT: Final = frozenset({CaseKind.RETURN_CHANGE_OF_MIND, CaseKind.ORDER_CANCEL})
_PERSONAL: Final = frozenset({Family.TROUBLE, Family.WISH, Family.QUESTION})


@dataclass(frozen=True, slots=True)
class Notice:
    """A marketplace's notice that a customer has opened a case.

    Attributes:
        weight: what it adds to the score of a complaint; 0 where the shop has not failed.
    """

    kind: CaseKind | None
    weight: float


def wrapped_notice(subject: str, text: str) -> Notice | None:
    """The notice of an opened case that a message is, None where it is none."""
    both = f"{subject}\n{text[:_NOTICE_LENGTH]}"
    if not _tells_of_a_case(both) or not phrases("notice.third-person").search(text):
        return None
    for kind in _KINDS:
        if phrases(f"notice.{kind.value}").search(both):
            return Notice(kind, 0.0 if kind in _NO_FAULT else _OPENED)
    return Notice(None, _OPENED_FOR_NOTHING_NAMED)


def _tells_of_a_case(text: str) -> bool:
    """Whether a marketplace says that a case was opened, and not that one is over."""
    if phrases("notice.closed").search(text):
        return False
    return all(phrases(name).search(text) for name in ("notice.market", "notice.opened"))


def is_routine(subject: str, text: str, language: str) -> bool:
    """Whether the text shows that no customer of the shop wrote it as a letter."""
    routine = personal = 0.0
    for part in (subject, text[:_ROUTINE_LENGTH]):
        for sentence in sentences_of(part):
            hits = hits_in(sentence, frozenset(), language)
            shown = max(
                (h.cue.weight for h in hits if h.cue.family is Family.ROUTINE), default=0.0
            )
            routine += shown * (_SUBJECT_COUNTS if part is subject else 1)
            personal += not shown and any(h.cue.family in _PERSONAL for h in hits)
    return routine > personal
