"""Which order a letter is about: candidates with a score and the reasons for it.

Never silently the wrong one: a number that is somebody else's order scores low, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import Final, Protocol

from ...mailbox import quoting
from ...mailbox.message import Address, Message
from ...mailbox.quoting import RegionKind
from ...mailbox.sentence import Sentence
from .keys import KeyKind, WordKind, folded_name, folded_postal, name_words, title_words
from .merging import moment_key
from .order import Marketplace, OrderFile, ShipTo
from .references import channel_of, find_listings, find_references, folded_number, is_relay
from .tracking_numbers import find_tracking_numbers

SURE: Final = 0.95
"""From this score on, the order can stand beside the letter without a question."""
LIKELY: Final = 0.7
"""From this score on, it can be shown as the probable order; below, only as a candidate."""

_OWN_NUMBER: Final = Sentence("Orders", "the letter names the order number {number}")
_QUOTED_NUMBER: Final = Sentence("Orders", "the quoted text names the order number {number}")
_NOT_THE_SENDER: Final = Sentence("Orders", "the number fits, the sender does not")
_TRACKING: Final = Sentence("Orders", "the letter names the tracking number {number}")
_NOT_THE_SENDER_OF_IT: Final = Sentence("Orders", "the tracking number fits, the sender does not")
_NAMELESS: Final = Sentence("Orders", "nothing shows who the sender is")
_SAME_NAME: Final = Sentence("Orders", "the name is that of the customer")
_SAME_FIRST_NAME: Final = Sentence("Orders", "the first name is that of the customer")
_ADDRESS: Final = Sentence("Orders", "the letter comes from the address of the order")
_ALIAS: Final = Sentence("Orders", "the letter comes from the marketplace's alias of the buyer")
_NEWEST: Final = Sentence("Orders", "the newest of {count} orders of this customer")
_TITLE: Final = Sentence("Orders", "the letter names the title {title}")
_ITEM: Final = Sentence("Orders", "the letter names the item number {number}")
_BUYER: Final = Sentence("Orders", "the letter names the buyer {name}")
_POSTAL_CODE: Final = Sentence("Orders", "the letter names the postal code {code}")
_TOWN: Final = Sentence("Orders", "the letter names the town {town}")

_MAX_MATCHES: Final = 5
_MAX_SCORE: Final = 0.99
_STEP: Final = 0.15  # from one order of a customer to the next older one
_LEAST: Final = 0.3
_EACH_MORE: Final = 0.02  # for every further sign that points to the same order
_QUOTED: Final = 0.05  # less, where the number stands only in what they quote
_NAME_RATIO: Final = 88  # of 100: allows a slip of the keyboard, not another person
_TITLE_RATIO: Final = 90
_SUBTITLE: Final = re.compile(r"(?<=\w)\W*(?:[\[(:;/,]| [-–—] )")  # what ends the main title
_ANY_BOOK: Final = frozenset({"book", "books", "edition", "volume", "order", "copy", "with"})
_TELLING_WORDS: Final = 2
_DISTINCT_WORDS: Final = 3
_LONG_WORD: Final = 6
_READ_CHARS: Final = 20_000
_CLOCKS: Final = timedelta(days=1)  # between the zones of a letter and of a file


class SenderFit(Enum):
    """How the sender of a letter fits the customer of an order."""

    ADDRESS = "address"
    NAME = "name"
    FIRST_NAME = "first_name"
    MACHINE = "machine"  # the marketplace itself writes, or the order has nothing to compare
    NAMELESS = "nameless"  # no name is shown, and the order has only an alias to compare
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Match:
    """An order that a letter may be about.

    Attributes:
        score: 0 to 1; see `SURE` and `LIKELY`.
        reasons: what speaks for it, and against it, in words.
    """

    order: OrderFile
    score: float
    reasons: tuple[str, ...]


class OrderLookup(Protocol):
    """Where known orders are looked up; both ways give some tens at most."""

    def with_key(self, kind: KeyKind, value: str) -> tuple[OrderFile, ...]:
        """The orders that have this key, the newest first."""

    def with_words(self, kind: WordKind, words: Collection[str]) -> tuple[OrderFile, ...]:
        """The orders that have most of these words, rare ones counting more, closest first."""


def match(message: Message, orders: OrderLookup, own_text: str | None = None) -> tuple[Match, ...]:
    """Find the orders that a letter may be about, the most likely first.

    Args:
        message: the letter.
        orders: the known orders.
        own_text: what the sender wrote; without it, all of the text that is not quoted.
    """
    letter = _Letter.of(message, own_text)
    signs = _Signs()
    _by_number(letter, orders, signs)
    _by_tracking(letter, orders, signs)
    _by_address(letter, orders, signs)
    _by_listing(letter, orders, signs)
    if signs.best() < LIKELY:
        _by_name(letter, orders, signs)
        _by_title(letter, orders, signs)
    return signs.matches()


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter as the matching reads it."""

    message: Message
    addresses: frozenset[str]
    name: str
    signed: str
    own: str
    quoted: str
    folded: str = field(repr=False)

    @classmethod
    def of(cls, message: Message, own_text: str | None) -> _Letter:
        text = message.text[:_READ_CHARS]
        if own_text is None:
            stretches = quoting.regions(text)
            written = (text[r.start : r.end] for r in stretches if r.kind is not RegionKind.QUOTED)
            own = f"{message.subject}\n{''.join(written)}"
            own_text = quoting.own_text(text)
        else:
            own = f"{message.subject}\n{own_text[:_READ_CHARS]}"
        senders = (message.sender, *message.reply_to)
        return cls(
            message=message,
            addresses=frozenset(a.addr_spec.casefold() for a in senders if a.addr_spec),
            name=_shown_name(message.sender),
            signed=folded_name(own_text.rstrip().rpartition("\n")[2]),
            own=own,
            quoted=text,
            folded=f" {folded_name(own)} ",
        )


class _Signs:
    """Collects what points to which order."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[OrderFile, dict[str, float]]] = {}

    def add(self, file: OrderFile, score: float, *reasons: str) -> None:
        """Note that something points to an order, with this score."""
        key = f"{file.order.marketplace.value} {file.order.order_id}"
        _, reasons_of = self._found.setdefault(key, (file, {}))
        for reason in reasons:
            reasons_of[reason] = max(score, reasons_of.get(reason, 0.0))

    def best(self) -> float:
        """The highest score so far."""
        return max((max(r.values()) for _, r in self._found.values()), default=0.0)

    def matches(self) -> tuple[Match, ...]:
        """The orders with their scores, best first, the newest first among equals."""
        found = []
        for file, reasons in self._found.values():
            top = max(reasons.values())
            strong = sum(score >= _LEAST for score in reasons.values()) - 1
            score = top if top < LIKELY else max(top, min(_MAX_SCORE, top + _EACH_MORE * strong))
            found.append(Match(file, round(score, 2), tuple(reasons)))
        found.sort(key=lambda m: moment_key(m.order.order.ordered_at), reverse=True)
        return tuple(sorted(found, key=lambda m: -m.score)[:_MAX_MATCHES])


_NUMBER_SCORES: Final = {
    SenderFit.ADDRESS: 0.99,
    SenderFit.NAME: 0.98,
    SenderFit.FIRST_NAME: 0.9,
    SenderFit.MACHINE: 0.98,
    SenderFit.NAMELESS: 0.8,
    SenderFit.OTHER: 0.6,
}
_TRACKING_SCORES: Final = {
    SenderFit.ADDRESS: 0.97,
    SenderFit.NAME: 0.96,
    SenderFit.FIRST_NAME: 0.87,
    SenderFit.MACHINE: 0.93,
    SenderFit.NAMELESS: 0.78,
    SenderFit.OTHER: 0.55,
}


def _by_number(letter: _Letter, orders: OrderLookup, signs: _Signs) -> None:
    own = {folded_number(r.number): r.number for r in find_references(letter.own)}
    quoted = {folded_number(r.number): r.number for r in find_references(letter.quoted)}
    for key, number in (own | quoted).items():
        for file in orders.with_key(KeyKind.NUMBER, key):
            fit = _sender_fit(letter, file)
            if key in own:
                reason, score = _OWN_NUMBER.format(number=number), 0.0
            else:
                reason, score = _QUOTED_NUMBER.format(number=number), -_QUOTED
            score += _NUMBER_SCORES[fit]
            signs.add(file, score, reason)
            _say_fit(signs, file, fit, _NOT_THE_SENDER)


def _by_tracking(letter: _Letter, orders: OrderLookup, signs: _Signs) -> None:
    for found in find_tracking_numbers(letter.own):
        for file in orders.with_key(KeyKind.TRACKING, found.number):
            fit = _sender_fit(letter, file)
            reason = _TRACKING.format(number=found.number)
            signs.add(file, _TRACKING_SCORES[fit], reason)
            _say_fit(signs, file, fit, _NOT_THE_SENDER_OF_IT)


def _say_fit(signs: _Signs, file: OrderFile, fit: SenderFit, against: str) -> None:
    if fit is SenderFit.OTHER:
        signs.add(file, 0.0, against)
    elif fit is SenderFit.NAMELESS:
        signs.add(file, 0.0, _NAMELESS)
    elif fit is SenderFit.NAME:
        signs.add(file, 0.0, _SAME_NAME)
    elif fit is SenderFit.FIRST_NAME:
        signs.add(file, 0.0, _SAME_FIRST_NAME)


def _by_address(letter: _Letter, orders: OrderLookup, signs: _Signs) -> None:
    for address in sorted(letter.addresses):
        found = [
            file for file in orders.with_key(KeyKind.EMAIL, address) if _was_placed(file, letter)
        ]
        reason = _ADDRESS
        if is_relay(address):
            reason = _ALIAS
        top = 0.9 if len(found) == 1 else 0.75
        for place, file in enumerate(found):
            signs.add(file, max(_LEAST, top - _STEP * place), reason)
            if len(found) > 1 and place == 0:
                signs.add(file, 0.0, _NEWEST.format(count=len(found)))
            if title := _named_title(letter, file):
                signs.add(file, 0.93, _TITLE.format(title=title))


def _by_listing(letter: _Letter, orders: OrderLookup, signs: _Signs) -> None:
    for listing in find_listings(letter.own):
        found = orders.with_key(KeyKind.LISTING, listing)
        for file in found:
            user = (file.order.buyer.username or "").casefold()
            reason = _ITEM.format(number=listing)
            if user and user in letter.own.casefold():
                signs.add(file, 0.94, reason, _BUYER.format(name=user))
            else:
                signs.add(file, 0.6 if len(found) == 1 else 0.4, reason)


def _by_name(letter: _Letter, orders: OrderLookup, signs: _Signs) -> None:
    words = name_words(letter.name)
    if not words:
        return
    fitting = [
        file
        for file in orders.with_words(WordKind.NAME, words)
        if _was_placed(file, letter) and _sender_fit(letter, file) is SenderFit.NAME
    ]
    fitting.sort(key=lambda file: moment_key(file.order.ordered_at), reverse=True)
    for place, file in enumerate(fitting):
        less = _STEP * place
        signs.add(file, max(_LEAST, 0.4 - less), _SAME_NAME)
        for score, reason in _named_place(letter, file.order.ship_to):
            signs.add(file, max(_LEAST, score - less), reason)
        if title := _named_title(letter, file):
            signs.add(file, 0.65, _TITLE.format(title=title))


def _named_place(letter: _Letter, to: ShipTo) -> Iterator[tuple[float, str]]:
    if to.postal and f" {folded_name(folded_postal(to.postal))} " in letter.folded:
        yield 0.7, _POSTAL_CODE.format(code=to.postal)
    elif to.city and f" {folded_name(to.city)} " in letter.folded:
        yield 0.6, _TOWN.format(town=to.city)


def _by_title(letter: _Letter, orders: OrderLookup, signs: _Signs) -> None:
    words = title_words(letter.own)
    if not words:
        return
    for file in orders.with_words(WordKind.TITLE, words):
        title = _named_title(letter, file)
        if title and _was_placed(file, letter):
            signs.add(file, 0.35, _TITLE.format(title=title))


def _sender_fit(letter: _Letter, file: OrderFile) -> SenderFit:
    order = file.order
    emails = {e.casefold() for e in (order.buyer.email, *(s.email for s in file.shipments)) if e}
    if letter.addresses & emails:
        return SenderFit.ADDRESS
    called = (order.ship_to.name, order.buyer.name, *(s.recipient for s in file.shipments))
    names = {folded_name(name) for name in called if name}
    address = letter.message.sender.addr_spec
    if _is_named(letter, names):
        return SenderFit.NAME
    if any(_is_first_name(c, name) for c in (letter.name, letter.signed) for name in names):
        return SenderFit.FIRST_NAME
    by_marketplace = not is_relay(address) and channel_of(address) is order.marketplace
    if not (names or emails) or (by_marketplace and order.marketplace is not Marketplace.OWN):
        return SenderFit.MACHINE
    if not letter.message.sender.name and all(is_relay(email) for email in emails):
        return SenderFit.NAMELESS
    return SenderFit.OTHER


def _is_named(letter: _Letter, names: Collection[str]) -> bool:
    """Whether the sender's name, or a name in the letter, is that of the customer."""
    from rapidfuzz import fuzz  # loaded with the first letter, not with the program

    return any(
        f" {name} " in letter.folded
        or (" " in letter.name and fuzz.token_sort_ratio(letter.name, name) >= _NAME_RATIO)
        for name in names
        if " " in name
    )


def _is_first_name(called: str, name: str) -> bool:
    """Whether somebody called "Ann" or "Ann W" may be the customer of this name."""
    words, full = called.split(), name.split()
    if not words or not full or words[0] != full[0] or len(words[0]) == 1:
        return False
    initials = words[1:]
    return not initials or (len(full) > 1 and initials == [full[-1][0]])


def _shown_name(sender: Address) -> str:
    """The name that a sender shows, folded; that of "ann.whitlock@..." where there is none."""
    if sender.name:
        return folded_name(sender.name.partition(" - Amazon Marketplace")[0])
    return "" if is_relay(sender.addr_spec) else folded_name(sender.addr_spec.partition("@")[0])


def _was_placed(file: OrderFile, letter: _Letter) -> bool:
    """Whether the order is older than the letter, as far as both dates are known."""
    ordered, written = file.order.ordered_at, letter.message.date
    if ordered is None or written is None:
        return True
    return moment_key(ordered) <= moment_key(written) + _CLOCKS


def _named_title(letter: _Letter, file: OrderFile) -> str:
    """The title of the order that the letter names, "" where it names none."""
    return next((line.title for line in file.order.items if _is_title_in(letter, line.title)), "")


def _is_title_in(letter: _Letter, title: str) -> bool:
    from rapidfuzz import fuzz  # loaded with the first letter, not with the program

    main = folded_name(_SUBTITLE.split(title.strip(), maxsplit=1)[0])
    telling = title_words(main) - _ANY_BOOK
    if not telling or len(main) > len(letter.folded):
        return False
    if len(telling) >= _TELLING_WORDS:
        return fuzz.partial_ratio(main, letter.folded, score_cutoff=_TITLE_RATIO) > 0
    # One telling word: only the exact title counts, and none that any letter may hold.
    distinct = len(main.split()) >= _DISTINCT_WORDS or len(max(telling, key=len)) >= _LONG_WORD
    return " " in main and distinct and f" {main} " in letter.folded
