"""The buyer's own words inside what a marketplace wraps around them, and without what is quoted."""

from __future__ import annotations

import re
from typing import Final

from ...mailbox.quoting import RegionKind, regions

_OPENS: Final = re.compile(
    r"^[ \t>*-]*(?:(?:begin |original |new |buyer'?s? |customer'?s? |their )*(?:message|comments?|note|question|reason given|details)"
    r"(?: (?:from|by) (?:the )?(?:buyer|customer|\S{1,40}))?\s*:|-{3,}\s*begin message\s*-{3,}"
    r"|(?:the )?(?:buyer|customer) (?:wrote|writes|says|said|has sent (?:you )?(?:the following|this) message|left (?:the following|this) (?:message|comment))\s*:?"
    r"|(?:сообщение|комментарий|вопрос)(?: от)? (?:покупателя|клиента)?\s*:|покупатель (?:пишет|написал\w*)\s*:)[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSES: Final = re.compile(
    r"^[ \t>*-]*(?:-{3,}\s*end message|end message|\[commmgrtok|to (?:view|reply|respond)|reply (?:now|to this)|respond (?:now|to)"
    r"|view (?:order|message|case|details|the)|important:|was this email helpful|this (?:message|email) was sent|mark as no response"
    r"|for your (?:information|protection|security)|we (?:want|hope|remind)|please (?:respond|reply|note) |ebay (?:marketplace|inc)|amazon(?:\.\w+)? (?:marketplace|seller|services)"
    r"|copyright|©|learn more|if you have (?:any )?questions|only purchases on|sent from ebay|чтобы ответить|ответить покупателю|это сообщение отправлено)",
    re.IGNORECASE | re.MULTILINE,
)
_IS_WRAPPER: Final = re.compile(
    r"amazon|ebay|abebooks|etsy|paypal|zvab|alibris|biblio|marketplace|avito|ozon|alib",
    re.IGNORECASE,
)


def own_words(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of the buyer's words, without quotes, signatures and wrappers."""
    start, end = 0, len(text)
    if _IS_WRAPPER.search(text):
        opened = _OPENS.search(text)
        start = opened.end() if opened else 0
        closed = _CLOSES.search(text, start)
        if closed and text[start : closed.start()].strip():
            end = closed.start()
    own = [
        (max(region.start, start), min(region.end, end))
        for region in regions(text)
        if region.kind is RegionKind.OWN
    ]
    found = tuple((a, b) for a, b in own if text[a:b].strip())
    return found or ((start, end),)
