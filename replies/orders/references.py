"""Order numbers in a text, and which marketplace a number or an address belongs to.

No pattern uses the word boundary of `re`: beside Chinese or Japanese letters it does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .order import Marketplace

_DASH: Final = "[-\u2010\u2011\u2012\u2013\u2212]"  # hyphens and dashes that mail programs put in
_DASHES: Final = re.compile(_DASH)
_APART: Final = r"(?<![0-9A-Za-z\-\u2010-\u2013\u2212])"
_END: Final = r"(?![0-9A-Za-z\-\u2010-\u2013\u2212])"

_TO_FOLD: Final = re.compile(r"[\s#\x1c-\x1f]")

_AMAZON: Final = re.compile(rf"{_APART}(?:\d{{3}}|[DS]\d{{2}}){_DASH}\d{{7}}{_DASH}\d{{7}}{_END}")
_SPACED_AMAZON: Final = re.compile(rf"{_APART}(\d{{3}})[ .]?(\d{{7}})[ .]?(\d{{7}}){_END}")
_SPACED_EBAY: Final = re.compile(rf"{_APART}(\d{{2}})[ .](\d{{5}})[ .](\d{{5}}){_END}")
_EBAY: Final = re.compile(rf"{_APART}\d{{2}}{_DASH}\d{{5}}{_DASH}\d{{5}}{_END}")
_NINE_DIGITS: Final = re.compile(rf"{_APART}\d{{9}}{_END}")
_OWN: Final = re.compile(rf"{_APART}SA{_DASH}\d{{3,8}}{_END}", re.IGNORECASE)
_HASH: Final = re.compile(r"(?<![0-9A-Za-z#&/=_])[#№] ?(\d{3,6})(?![0-9A-Za-z\-]|[.,]\d)")
_BARE: Final = re.compile(rf"{_APART}\d{{4,6}}(?![0-9A-Za-z\-]|[.,:]\d)")

_NO_LETTER: Final = r"(?<![^\W\d_])"
_NUMBER_SIGN: Final = r"(?:[ \t]+(?:no|nr|num|number|id|номер[а-я]*|за))?[\s:.#№(]{0,4}$"
_ORDER_WORD: Final = re.compile(
    rf"(?:order|заказ[а-я]*|bestell(?:ung|nummer)|commande|pedido|ordine){_NUMBER_SIGN}",
    re.IGNORECASE,
)
_PURCHASE_ORDER: Final = re.compile(
    rf"{_NO_LETTER}(?:p\.?o\.?|purchase order){_NUMBER_SIGN}", re.IGNORECASE
)
_OTHER_NUMBER: Final = re.compile(
    rf"{_NO_LETTER}(?:tracking|invoice|parcel|customs|case|ticket|claim|item|isbn|ref|tel|phone"
    r"|fax|vat|account|apt|unit|suite|ste|room|box|vol|volume|page|lot|copy"
    r"|накладн[а-я]*|трек[а-я-]*|сч[её]т[а-я]*|квартира|кв|тел|телефон[а-я]*|том|стр)"
    rf"{_NUMBER_SIGN}",
    re.IGNORECASE,
)
_ABEBOOKS_WORD: Final = re.compile(r"abe ?books|zvab", re.IGNORECASE)
_BEFORE: Final = 32  # characters before a number in which its kind may be named
_PLAIN_HASH_DIGITS: Final = 4  # "#123" may number anything
_ABEBOOKS_REACH: Final = 80  # characters around a number in which AbeBooks may be named

_AMAZON_TLD: Final = (
    r"(?:com|ca|com\.mx|com\.br|co\.uk|de|fr|it|es|nl|se|pl|ie|com\.be|co\.jp|in|com\.au|sg|ae"
    r"|sa|eg|com\.tr|co\.za)"
)
_EBAY_TLD: Final = r"(?:com|co\.uk|de|fr|it|es|ca|com\.au|ie|at|ch|nl|be|pl)"
_RELAYS: Final = (
    (
        Marketplace.AMAZON,
        re.compile(rf"[a-z0-9]{{10,20}}(?:\+[\w.-]+)?@marketplace\.amazon\.{_AMAZON_TLD}"),
    ),
    (Marketplace.EBAY, re.compile(rf"[0-9a-z_.*-]+@members\.ebay\.{_EBAY_TLD}")),
)
_DOMAINS: Final = (
    (Marketplace.AMAZON, re.compile(rf"(?:[\w-]+\.)*amazon\.{_AMAZON_TLD}")),
    (Marketplace.EBAY, re.compile(rf"(?:[\w-]+\.)*ebay\.{_EBAY_TLD}")),
    (
        Marketplace.ABEBOOKS,
        re.compile(r"(?:[\w-]+\.)*(?:abebooks\.(?:com|co\.uk|de|fr|it)|iberlibro\.com|zvab\.com)"),
    ),
)
_LISTING: Final = re.compile(r"(?:item|artikel|лот)\W{0,4}(\d{12})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """An order number in a text.

    Attributes:
        number: with plain hyphens, as a file of the marketplace writes it.
        certain: its shape or the words beside it leave no doubt; otherwise it counts only when
            the store knows the number.
    """

    marketplace: Marketplace
    number: str
    start: int
    end: int
    certain: bool


def find_references(text: str) -> tuple[Reference, ...]:
    """Find the order numbers in a text, in the order they stand there.

    A tracking number, an invoice number and the buyer's own purchase order number are none.
    """
    found: list[Reference] = []
    taken: set[int] = set()
    for reference in (
        *_plain(text, _AMAZON, Marketplace.AMAZON),
        *_plain(text, _EBAY, Marketplace.EBAY),
        *_plain(text, _OWN, Marketplace.OWN),
        *_spaced(text, _SPACED_AMAZON, Marketplace.AMAZON),
        *_spaced(text, _SPACED_EBAY, Marketplace.EBAY),
        *_abebooks(text),
        *_own_short(text),
    ):
        if reference.start not in taken:
            found.append(reference)
            taken.update(range(reference.start, reference.end))
    return tuple(sorted(found, key=lambda r: r.start))


def find_listings(text: str) -> tuple[str, ...]:
    """The 12-digit numbers of eBay listings that a text names after the word "item"."""
    return tuple(dict.fromkeys(_LISTING.findall(text)))


def marketplace_of_number(number: str) -> Marketplace | None:
    """The marketplace that writes its order numbers like this one, None where it is no shape."""
    for pattern, marketplace in (
        (_AMAZON, Marketplace.AMAZON),
        (_EBAY, Marketplace.EBAY),
        (_NINE_DIGITS, Marketplace.ABEBOOKS),
    ):
        if pattern.fullmatch(number.strip()):
            return marketplace
    return None


def channel_of(address: str) -> Marketplace:
    """The channel that a letter from or to this address runs over: OWN for a private address."""
    folded = address.strip().lower()
    domain = folded.rpartition("@")[2]
    for marketplace, pattern in _DOMAINS:
        if pattern.fullmatch(domain):
            return marketplace
    return Marketplace.OWN


def is_relay(address: str) -> bool:
    """Tell whether an address is the alias of one buyer, kept by Amazon or eBay."""
    folded = address.strip().lower()
    return any(pattern.fullmatch(folded) for _, pattern in _RELAYS)


def folded_number(number: str) -> str:
    """The form by which order numbers are compared: trimmed, without "#", hyphens made plain."""
    if number.isascii() and not _TO_FOLD.search(number):
        return number.lower()
    plain = _DASHES.sub("-", "".join(number.split()))
    return plain.lstrip("#№").casefold()


def folded_numbers(numbers: Sequence[str]) -> list[str]:
    """Many numbers in that form; most have nothing to fold."""
    text = "".join(numbers)
    if text.isascii() and not _TO_FOLD.search(text):
        return list(map(str.lower, numbers))
    return list(map(folded_number, numbers))


def _plain(text: str, pattern: re.Pattern[str], marketplace: Marketplace) -> Iterator[Reference]:
    for hit in pattern.finditer(text):
        number = _DASHES.sub("-", hit.group()).upper()
        # Amazon's S01- and D01- forms were never seen in a file, so the store has to know them.
        certain = marketplace is not Marketplace.AMAZON or number[0].isdigit()
        yield Reference(marketplace, number, hit.start(), hit.end(), certain)


def _spaced(text: str, pattern: re.Pattern[str], marketplace: Marketplace) -> Iterator[Reference]:
    """Numbers typed with blanks or nothing for the hyphens: the store has to know them."""
    for hit in pattern.finditer(text):
        yield Reference(marketplace, "-".join(hit.groups()), *hit.span(), certain=False)


def _abebooks(text: str) -> Iterator[Reference]:
    for hit in _NINE_DIGITS.finditer(text):
        before = text[max(0, hit.start() - _BEFORE) : hit.start()]
        around = text[max(0, hit.start() - _ABEBOOKS_REACH) : hit.end() + _ABEBOOKS_REACH]
        near_its_name = _ABEBOOKS_WORD.search(around) is not None
        if _OTHER_NUMBER.search(before):
            continue
        # The buyer's own purchase order number is none, but AbeBooks calls its orders so too.
        ordered = _ORDER_WORD.search(before) and not _PURCHASE_ORDER.search(before)
        if near_its_name or ordered:
            yield Reference(Marketplace.ABEBOOKS, hit.group(), *hit.span(), certain=True)


def _own_short(text: str) -> Iterator[Reference]:
    for hit in _HASH.finditer(text):
        before = text[max(0, hit.start() - _BEFORE) : hit.start()]
        if not _numbers_something_else(before):
            certain = len(hit[1]) >= _PLAIN_HASH_DIGITS or _ORDER_WORD.search(before) is not None
            yield Reference(Marketplace.OWN, f"#{hit[1]}", *hit.span(), certain)
    for hit in _BARE.finditer(text):
        before = text[max(0, hit.start() - _BEFORE) : hit.start()]
        if _ORDER_WORD.search(before) and not _numbers_something_else(before):
            yield Reference(Marketplace.OWN, hit.group(), *hit.span(), certain=False)


def _numbers_something_else(before: str) -> bool:
    return bool(_OTHER_NUMBER.search(before) or _PURCHASE_ORDER.search(before))
