"""Mail that no customer wrote: automatic answers, notices of carriers and marketplaces, spam."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..language.tokens import sentences_of
from ..tone.rules import RULE_LANGUAGES
from .case import CaseKind
from .cues import Family, cue_book

_OPENED: Final = re.compile(
    r"(?:case|claim|dispute|chargeback|return|request|refund request|inquiry|complaint)s?\b.{0,60}\b(?:opened|open|filed|requested|started|initiated|received|raised|submitted)"
    r"|(?:opened|filed|started|initiated|raised|submitted|requested|reported) (?:a|an|the|this|their)?.{0,25}\b(?:case|claim|dispute|chargeback|return|refund|inquiry|item not received|not as described)"
    r"|buyer (?:says|reported|reports|claims|states|has told us|let us know|wants|is asking)"
    r"|a-to-z (?:guarantee )?claim|please respond now|открыл\w* (?:спор|дело|претензи\w*|заявк\w*)|(?:спор|претензи\w|возврат).{0,30}открыт",
    re.IGNORECASE,
)
_MARKET: Final = re.compile(
    r"ebay|amazon|abebooks|paypal|etsy|alibris|biblio|zvab|visa|mastercard|resolution|marketplace",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(
    r"(?:case|claim|dispute|return|request|chargeback)\b.{0,40}\b(?:closed|withdrawn|resolved|cancelled|canceled|won|decided in your favou?r|denied|закрыт)|verify your|log ?in (?:here|below)|click (?:here|below|the link|on the link)",
    re.IGNORECASE,
)
_NOTICE_KINDS: Final = (
    (CaseKind.LEGAL_OR_CHARGEBACK_THREAT, re.compile(r"charge-?back|чарджбэк", re.IGNORECASE)),
    (CaseKind.RETURN_CHANGE_OF_MIND, re.compile(
        r"changed? (?:my|their|his|her) mind|no longer (?:need|want)|ordered (?:by mistake|accidentally)|bought by mistake|found (?:a )?better price|doesn'?t fit|buyer'?s remorse|unwanted|передумал", re.IGNORECASE)),
    (CaseKind.NOT_AS_DESCRIBED, re.compile(
        r"not as described|doesn'?t match|significantly not|different from (?:the )?(?:listing|description)|inad\b|не соответств", re.IGNORECASE)),
    (CaseKind.WRONG_ITEM, re.compile(r"wrong item|wrong book|different item", re.IGNORECASE)),
    (CaseKind.DAMAGED, re.compile(r"damaged|defective|arrived broken|поврежд", re.IGNORECASE)),
    (CaseKind.MISSING_PART, re.compile(r"missing (?:parts?|pieces?)|incomplete", re.IGNORECASE)),
    (CaseKind.NOT_RECEIVED, re.compile(
        r"not (?:been )?received|item not received|hasn'?t (?:received|arrived)|has not (?:received|arrived)|did(?: not|n'?t) (?:receive|arrive)|never arrived|non-?receipt|не получ", re.IGNORECASE)),
    (CaseKind.ORDER_CANCEL, re.compile(r"cancel", re.IGNORECASE)),
)  # fmt: skip
_SUBJECT_COUNTS: Final = 2  # times a sentence


@dataclass(frozen=True, slots=True)
class Notice:
    """A marketplace's notice that a customer has opened a case.

    Attributes:
        weight: what it adds to the score of a complaint; 0 where the shop has not failed.
    """

    kind: CaseKind | None
    weight: float
    is_automatic: bool = True


def wrapped_notice(subject: str, text: str) -> Notice | None:
    """The notice of an opened case that a message is, None where it is none."""
    both = f"{subject}\n{text[:4000]}"
    if not _MARKET.search(both) or not _OPENED.search(both) or _CLOSED.search(both):
        return None
    if not _is_from_market(text):
        return None
    for kind, pattern in _NOTICE_KINDS:
        if pattern.search(both):
            no_fault = kind in {CaseKind.RETURN_CHANGE_OF_MIND, CaseKind.ORDER_CANCEL}
            return Notice(kind, 0.0 if no_fault else 1.2)
    return Notice(None, 0.8)


_THIRD_PERSON: Final = re.compile(
    r"\b(?:the|your|a) (?:buyer|customer)\b|buyer'?s|\b(?:order|item|case|transaction|claim) (?:id|number|details|#)|покупател\w",
    re.IGNORECASE,
)


def _is_from_market(text: str) -> bool:
    """Whether the text speaks of the buyer from outside, as marketplaces do."""
    return _THIRD_PERSON.search(text) is not None


_PERSONAL: Final = frozenset({Family.TROUBLE, Family.WISH, Family.QUESTION})


def is_routine(subject: str, text: str, language: str) -> bool:
    """Whether the text shows that no customer of the shop wrote it as a letter."""
    code = language if language in RULE_LANGUAGES else RULE_LANGUAGES[0]
    book = cue_book(code)
    routine = personal = 0.0
    for part in (subject, text[:6000]):
        for sentence in sentences_of(part):
            hits = book.find(sentence, frozenset())
            shown = max((h.cue.weight for h in hits if h.cue.family is Family.ROUTINE), default=0.0)
            routine += shown * (_SUBJECT_COUNTS if part is subject else 1)
            personal += not shown and any(h.cue.family in _PERSONAL for h in hits)
    return routine > personal
