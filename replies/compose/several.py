"""The letter that answers each matter of a letter that raises several (S0-11, S2-19)."""

from __future__ import annotations

from typing import Final

from ..cases.case import CaseKind
from ..orders.delivery import Band

SEVERAL: Final = "issue_by_issue"
MATTERS: Final = (
    CaseKind.WRONG_ITEM, CaseKind.DAMAGED, CaseKind.NOT_AS_DESCRIBED, CaseKind.MISSING_PART,
    CaseKind.LATE, CaseKind.CUSTOMS_OR_FEES, CaseKind.ADDRESS_PROBLEM,
    CaseKind.REFUND_NOT_RECEIVED,
)  # fmt: skip
"""What a letter of several answers can answer, in the order in which it does."""

_AT_LEAST: Final = 2
_AT_MOST: Final = 4  # S4-05: no more than five things at once


def matters_of(kind: CaseKind, issues: tuple[CaseKind, ...], band: Band) -> tuple[CaseKind, ...]:
    """The matters to answer one by one; none where the letter raises only one.

    A book that is not there is neither torn nor late yet, so where the letter seems to say both
    its matters are not sure enough. The wrong book and one that was described wrongly are two
    names of one trouble: the kind of the letter decides.
    """
    raised = {kind, *issues}
    if CaseKind.NOT_RECEIVED in raised:
        return ()
    if band is not Band.DELIVERED:
        raised.discard(CaseKind.LATE)
    if kind is not CaseKind.WRONG_ITEM:
        raised.discard(CaseKind.WRONG_ITEM)
    else:
        raised.discard(CaseKind.NOT_AS_DESCRIBED)
    found = tuple(matter for matter in MATTERS if matter in raised)[:_AT_MOST]
    return found if len(found) >= _AT_LEAST else ()


def source_of(matters: tuple[CaseKind, ...]) -> str:
    """The template of the letter, put together from a part for each matter."""
    answers = "\n".join(
        f'{number}. {{% include "parts/issue_{matter.value}.txt.j2" %}}'
        for number, matter in enumerate(matters, 1)
    )
    wait, lead = _part("wait"), _part("issues_lead")
    paragraphs = (
        _part("greeting"),
        f"{_part('issues_open')} {{% if side %}}{_part('whose')}{{% endif %}} {wait}",
        f"{lead}\n{answers}",
        _part("issues_close"),
        _part("sign_off"),
    )
    return "\n\n".join(paragraphs)


def _part(name: str) -> str:
    return f'{{% include "parts/{name}.txt.j2" %}}'
