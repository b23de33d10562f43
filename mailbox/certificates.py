"""Who issued a certificate: as much of X.509 as that needs; pure.

The certificate was not accepted, so nothing in it is believed; the name is only shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_COMMON_NAME: Final = bytes((0x55, 0x04, 0x03))  # 2.5.4.3, RFC 5280 appendix A.1
_ORGANIZATION: Final = bytes((0x55, 0x04, 0x0A))  # 2.5.4.10
_VERSION_TAG: Final = 0xA0
_ENCODINGS: Final = {0x1E: "utf-16-be", 0x14: "latin-1"}  # BMPString, TeletexString
_LONG_FORM: Final = 0x80
_LONGEST_NAME: Final = 80


def issuer_of(der: bytes) -> str:
    """The name of who issued a certificate, "" where it can't be read."""
    try:
        certificate = _inner(der)
        fields = [part for part in _parts(_inner(certificate)) if part[0] != _VERSION_TAG]
        issuer = fields[2]  # behind the serial number and the kind of signature
        names = dict(_names(issuer[1]))
    except (IndexError, ValueError):
        return ""
    common, organization = names.get(_COMMON_NAME, ""), names.get(_ORGANIZATION, "")
    return f"{common}, {organization}" if common and organization else common or organization


def _names(name: bytes) -> Iterator[tuple[bytes, str]]:
    for _, relative in _parts(name):
        for _, pair in _parts(relative):
            (_, kind), (tag, value) = list(_parts(pair))[:2]
            text = value.decode(_ENCODINGS.get(tag, "utf-8"), "replace")
            yield kind, "".join(c for c in text if c.isprintable())[:_LONGEST_NAME]


def _inner(der: bytes) -> bytes:
    return next(_parts(der), (0, b""))[1]


def _parts(der: bytes) -> Iterator[tuple[int, bytes]]:
    """The elements of a sequence: tag and content (X.690 section 8.1)."""
    at = 0
    while at < len(der):
        tag, length, start = der[at], der[at + 1], at + 2
        if length >= _LONG_FORM:
            count = length - _LONG_FORM
            length = int.from_bytes(der[start : start + count])
            start += count
        if start + length > len(der):
            raise ValueError
        yield tag, der[start : start + length]
        at = start + length
