"""What a marketplace forbids in letters to its buyers (PRODUCT D11, ECOSYSTEM section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..language.phrases import shaped
from ..language.tokens import MAIL_ADDRESS
from ..orders.order import Marketplace
from .finding import Look, Span
from .letter import Letter

# Amazon: no links to outside, no address, no phone, no marketing, no incentive (Seller Central).
_FORBIDDEN: Final = {
    Marketplace.AMAZON: (
        (
            "channel.link",
            r"https?://\S+|www\.\S+"
            r"|(?<![\w@.])[\w-]{2,40}\.(?:com|net|org|shop|co\.uk|ru|de|io)(?:/\S*)?(?![\w@])",
        ),
        ("channel.address", MAIL_ADDRESS),
        (
            "channel.phone",
            r"(?<![\w-])(?:\+\d{1,3}[ .-]?)?\(?\d{2,5}\)?(?:[ .-]\d{2,4}){2,4}(?![\w-])",
        ),
        ("channel.incentive", r"<channel.incentive>"),
    ),
}
_TRACKING_DIGITS: Final = 12


def forbidden(letter: Letter, channel: Marketplace | None) -> Iterator[Look]:
    """Every stretch that the marketplace of this letter forbids."""
    taken: list[tuple[int, int]] = []
    for rule, shape in _FORBIDDEN.get(channel, ()) if channel else ():
        for start, end in letter.own:
            for match in shaped(shape).finditer(letter.text, start, end):
                if any(a < match.end() and match.start() < b for a, b in taken):
                    continue
                if rule == "channel.phone" and not _is_phone(match.group()):
                    continue
                taken.append(match.span())
                yield Look(rule, "channel_rule", Span(*match.span()))


def _is_phone(found: str) -> bool:
    """Whether a row of digits is no order number, date or tracking number."""
    digits = re.sub(r"\D", "", found)
    if re.fullmatch(
        r"\d{3}-\d{7}-\d{7}|\d{2}-\d{5}-\d{5}|\d{4}-\d{2}-\d{2}|\d{1,2}[.-]\d{1,2}[.-]\d{2,4}",
        found,
    ):
        return False
    return 7 <= len(digits) <= _TRACKING_DIGITS  # noqa: PLR2004 - the shortest local number
