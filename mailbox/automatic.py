"""Who wrote a message: a person, or a program that must not be answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from .headers import Headers

_BUYER_ALIAS: Final = re.compile(
    r"[^@\s]+@(?:marketplace\.amazon|members\.ebay)\.[a-z]{2,6}(?:\.[a-z]{2})?", re.IGNORECASE
)
_NO_REPLY: Final = re.compile(
    r"(?:^|[._+-])(?:no|do[._-]?not|nicht|ne[._-]?pas)[._-]?(?:reply|respond|response|antworten|"
    r"repondre)(?:$|[._+\d-])|^(?:mailer-daemon|postmaster|bounces?|auto-?reply)(?:$|[._+-])",
    re.IGNORECASE,
)
_DAEMON: Final = re.compile(r"(?:mailer-daemon|postmaster)(?:$|[@.+-])", re.IGNORECASE)
_AUTO_REPLY_PRECEDENCE: Final = frozenset({"auto_reply", "auto-reply"})
_LIST_PRECEDENCE: Final = frozenset({"bulk", "list", "junk"})
_MARKS: Final = frozenset(
    "auto-submitted x-autoreply x-autorespond precedence list-id list-unsubscribe".split()
)
_RECEIPT: Final = "disposition-notification"


def is_buyer_alias(addr_spec: str) -> bool:
    """Tell whether a marketplace relays letters of a buyer from this address."""
    return _BUYER_ALIAS.fullmatch(addr_spec) is not None and not is_no_reply(addr_spec)


def is_no_reply(addr_spec: str) -> bool:
    """Tell whether the address itself says that nobody reads what is sent to it."""
    return _NO_REPLY.search(addr_spec.rpartition("@")[0] or addr_spec) is not None


def why_automatic(
    headers: Headers, sender: str, content_type: str, parameters: Mapping[str, str]
) -> str:
    """The reason why no person wrote a message: "bounce", "auto-reply", "list"; else ""."""
    if is_buyer_alias(sender):
        return ""
    if content_type == "multipart/report":
        return "auto-reply" if parameters.get("report-type", "").lower() == _RECEIPT else "bounce"
    if _DAEMON.match(sender):
        return "bounce"
    is_marked = headers.has_any(_MARKS)
    if is_marked and _replies_by_itself(headers):
        return "auto-reply"
    if headers.text("return-path").strip() == "<>":
        return "bounce"
    is_list = "list-id" in headers or "list-unsubscribe" in headers
    is_list = is_marked and (is_list or headers.token("precedence") in _LIST_PRECEDENCE)
    return "list" if is_list else ""


def _replies_by_itself(headers: Headers) -> bool:
    """RFC 3834 section 5, and what stood for it before."""
    submitted = headers.token("auto-submitted").partition(";")[0].strip()
    return (
        submitted not in {"", "no"}
        or headers.token("x-autoreply") not in {"", "no"}
        or headers.token("x-autorespond") not in {"", "no"}
        or headers.token("precedence") in _AUTO_REPLY_PRECEDENCE
    )
