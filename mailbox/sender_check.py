"""Whether the server that took a letter in found that it comes from the domain it names.

Servers say so in Authentication-Results (RFC 8601), which any sender can forge as well. A server
puts its own field above all that came with the letter, so only the topmost one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final

_MAX_HEADER_BYTES: Final = 65_536
_MAX_FIELD_CHARS: Final = 8_000
_HEADER_END: Final = re.compile(rb"\r?\n\r?\n")
_FIELD: Final = re.compile(
    r"^(from|received|authentication-results)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)", re.I | re.M
)
_COMMENT: Final = re.compile(r"\([^()]*\)")
_COMMENTS_NEST: Final = 3
_RESULT: Final = re.compile(r"\s*(dkim|spf|dmarc)(?:/\d+)?\s*=\s*([a-z]+)", re.I)
_DOMAIN: Final = re.compile(
    r"\b(?:header\.d|header\.i|smtp\.mailfrom|smtp\.mail|header\.from)\s*=\s*\"?([^\s;\"]+)", re.I
)


class SenderCheck(Enum):
    """What the server that took a letter in says of the domain in From."""

    PASSED = "passed"
    SILENT = "silent"  # it did not look, or does not tell
    FAILED = "failed"


def check_sender(raw: bytes, domain: str) -> SenderCheck:
    """What is known of a letter that claims to come from a domain, in lower case.

    A letter with several From fields, or none, counts as failed.
    """
    fields = list(_fields(raw))
    if sum(name == "from" for name, _ in fields) != 1:
        return SenderCheck.FAILED
    results = list(_results(_own(fields)))
    if not results:
        return SenderCheck.SILENT
    said: dict[str, bool] = {}
    first: dict[str, int] = {}
    for place, method, verdict, identity in results:
        if first.setdefault(method, place) != place:
            continue  # a field further down may have come with the letter
        is_about = method == "dmarc" or _is_aligned(identity, domain)
        said[method] = said.get(method, False) or (is_about and verdict == "pass")
    proofs = [said[method] for method in ("dkim", "spf") if method in said]
    if said.get("dmarc") is False:
        return SenderCheck.FAILED
    if any(proofs) or (said.get("dmarc") and not proofs):
        return SenderCheck.PASSED
    return SenderCheck.FAILED


def _fields(raw: bytes) -> Iterator[tuple[str, str]]:
    """The fields that matter, in their order, unfolded."""
    block = raw[:_MAX_HEADER_BYTES].lstrip(b"\r\n")
    end = _HEADER_END.search(block)
    text = block[: end.start() if end else None].decode("latin-1").replace("\r\n", "\n")
    for found in _FIELD.finditer(text):
        yield found[1].lower(), " ".join(found[2][:_MAX_FIELD_CHARS].split())


def _own(fields: list[tuple[str, str]]) -> Iterator[str]:
    """The topmost result, and those of the same server that stand right with it."""
    server = None
    for name, value in fields:
        if name == "received" and server is not None:
            return
        if name == "authentication-results":
            plain = _without_comments(value)
            names = plain.partition(";")[0].split(" ")[0].lower()
            if server is None:
                server = names
            if names == server:
                yield plain


def _results(values: Iterator[str]) -> Iterator[tuple[int, str, str, str]]:
    """The place of the field, method, verdict and the domain that it is about."""
    for place, value in enumerate(values):
        for part in value.split(";"):
            if found := _RESULT.match(part):
                named = _DOMAIN.search(part)
                identity = named[1].rpartition("@")[2].lower().rstrip(".>") if named else ""
                yield place, found[1].lower(), found[2].lower(), identity


def _without_comments(value: str) -> str:
    for _ in range(_COMMENTS_NEST):
        value = _COMMENT.sub(" ", value)
    return value


def _is_aligned(identity: str, domain: str) -> bool:
    """Whether two names are of one organisation, as DMARC's relaxed mode has it (RFC 7489)."""
    if "." not in identity or "." not in domain:
        return False
    return identity == domain or identity.endswith(f".{domain}") or domain.endswith(f".{identity}")
