"""Where a link of a letter really leads, and what about it should make the seller look twice."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from .mail_link import one_line, read_mail_link
from .sentence import Sentence

MAX_URL_CHARS: Final = 2_000
_UNSEEN: Final = re.compile(
    "[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+"
)
_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_NAMED_HOST: Final = re.compile(
    r"(?:https?://|(?<![\w@.-]))((?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24})(?![\w@-])", re.IGNORECASE
)
_FILE_ENDINGS: Final = frozenset(
    "aspx csv doc docx exe gif htm html jpeg jpg js json pdf php png py txt xls xlsx xml "
    "zip".split()
)
_LONG_SUFFIX: Final = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})  # "co.uk"
_COUNTRY_CHARS: Final = 2


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """A link as it is shown before it is opened.

    Attributes:
        url: what is handed to the browser or the mail program; "" where nothing may be.
        shown: the whole target as plain text in one line.
        host: the server that it leads to, in its ASCII form where letters could deceive.
        warnings: what should make her look twice; with one the link asks before it opens.
    """

    url: str
    shown: str
    host: str
    warnings: tuple[Sentence, ...] = ()

    @property
    def opens(self) -> bool:
        """Whether it may be opened at all."""
        return bool(self.url)


def look_at(href: str, text: str) -> LinkTarget:
    """Look at a link before it is opened; never raises.

    Args:
        href: where it leads, as the letter wrote it.
        text: the words that it stands under.
    """
    written = _UNSEEN.sub("", href)
    if written.startswith("//"):
        written = "https:" + written
    found = _SCHEME.match(written)
    scheme = found[1].lower() if found else ""
    if scheme == "mailto":
        return _mail(written)
    if scheme in {"http", "https"}:
        return _page(written, text)
    return _closed(
        written,
        Sentence("Letter", "It leads to no page and to no address, so it is not opened."),
    )


def _closed(shown: str, why: Sentence) -> LinkTarget:
    return LinkTarget("", one_line(shown), "", (why,))


def _page(written: str, text: str) -> LinkTarget:
    address = written.replace("\\", "/")  # as browsers read it
    scheme, _, rest = address.partition(":")
    address = f"{scheme}://{rest.lstrip('/')}"
    if len(address) > MAX_URL_CHARS:
        return _closed(
            address[:200] + "…",
            Sentence("Letter", "Its address is too long to be looked at, so it is not opened."),
        )
    try:
        parts = urlsplit(address)
        host, port = _ascii_host(parts.hostname or ""), parts.port
    except (ValueError, UnicodeError):
        host, port = "", None
    if not host:
        return _closed(
            address, Sentence("Letter", "Its address can't be read, so it is not opened.")
        )
    place = f"[{host}]" if ":" in host else host
    path = quote(f"{parts.path}", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe=_QUERY)}" if parts.query else ""
    fragment = f"#{quote(parts.fragment, safe=_QUERY)}" if parts.fragment else ""
    number = f":{port}" if port is not None else ""
    url = f"{parts.scheme.lower()}://{place}{number}{path}{query}{fragment}"
    warnings = [*_warnings_of_host(host), *_warnings_of_text(host, text)]
    if parts.username is not None or parts.password is not None:
        warnings.insert(
            0,
            Sentence(
                "Letter", "What stands before the @ only looks like a server; it leads to {host}."
            ).format(host=host),
        )
    return LinkTarget(url, one_line(url), host, tuple(warnings))


_QUERY: Final = "/?%:@!$&'()*+,;=~-._"


def _ascii_host(host: str) -> str:
    """The host as servers are asked for it; ASCII as it stands (RFC 5891)."""
    plain = unicodedata.normalize("NFKC", host).rstrip(".").lower()
    if plain.isascii():
        return plain if re.fullmatch(r"[a-z0-9._:-]+", plain) else ""
    return plain.encode("idna").decode("ascii")


def _warnings_of_host(host: str) -> list[Sentence]:
    if "xn--" in host:
        try:
            seen = host.encode("ascii").decode("idna")
        except UnicodeError:
            seen = host
        return [
            Sentence(
                "Letter",
                "Its server is written with letters that can look like others: {seen} is {host}.",
            ).format(seen=one_line(seen), host=host)
        ]
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return []
    return [
        Sentence("Letter", "Its server has only a number, {host}, and no name.").format(host=host)
    ]


def _warnings_of_text(host: str, text: str) -> list[Sentence]:
    """The words of a link must not name another server than the one that it leads to."""
    for found in _NAMED_HOST.finditer(text[:MAX_URL_CHARS]):
        named = found[1].lower()
        if named.rpartition(".")[2] in _FILE_ENDINGS:
            continue
        try:
            named = _ascii_host(named)
        except UnicodeError:
            continue
        if named and _domain(named) != _domain(host):
            return [
                Sentence("Letter", "It says {named}, but leads to {host}.").format(
                    named=one_line(found[1]), host=host
                )
            ]
    return []


def _domain(host: str) -> str:
    """The part of a host that one owner has, nearly: "shop.co.uk" of "www.shop.co.uk"."""
    labels = host.split(".")
    is_long = len(labels) > 2 and labels[-2] in _LONG_SUFFIX and len(labels[-1]) == _COUNTRY_CHARS  # noqa: PLR2004
    return ".".join(labels[-3 if is_long else -2 :])


def _mail(written: str) -> LinkTarget:
    link = read_mail_link(written)
    if "@" not in link.to:
        return _closed(
            written, Sentence("Letter", "It names no mail address, so it is not opened.")
        )
    warnings = (
        (Sentence("Letter", "It wants to set more than the text of a letter; that is left out."),)
        if link.wants_more
        else ()
    )
    host = link.to.rpartition("@")[2].lower()
    return LinkTarget(link.url, one_line(unquote(link.url)), host, warnings)
