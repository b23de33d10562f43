"""Which order a letter is about: candidates with a score and the reasons for it.

Never silently the wrong one: a number that is somebody else's order scores low, and says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from enum import Enum
from typing import Final, Protocol

from ...mailbox import quoting
from ...mailbox.message import Address, Message
from ...mailbox.quoting import RegionKind
from ...mailbox.sentence import Sentence
from .isbn import isbn_forms
from .keys import (
    SHORTEST_TITLE_WORD,
    KeyKind,
    WordKind,
    folded_name,
    folded_postal,
    latin_name,
    name_postal,
    name_words,
    title_words,
)
from .mentions import mentioned_amounts, mentioned_isbns, mentioned_order_days
from .merging import moment_key
from .order import Marketplace, OrderFile, ShipTo
from .references import channel_of, find_listings, find_references, folded_number, is_relay
from .titles import ANY_BOOK, is_title_in
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
_NEAR_NUMBER: Final = Sentence(
    "Orders", "the letter names the number {number}, one sign away from that of the order"
)
_OTHER_NUMBER: Final = Sentence(
    "Orders", "the letter names the order number {number}, which no known order has"
)
_ISBN: Final = Sentence("Orders", "the letter names the ISBN {number}")
_AMOUNT: Final = Sentence("Orders", "the letter names the amount {amount}")
_ORDER_DAY: Final = Sentence("Orders", "the letter names the day of the order")
_TITLE_WORD: Final = Sentence("Orders", "the letter names a word of the title: {word}")
_SAME_PERSON: Final = Sentence("Orders", "another order of the same person at the same address")
_POSTAL_CODE: Final = Sentence("Orders", "the letter names the postal code {code}")
_TOWN: Final = Sentence("Orders", "the letter names the town {town}")

_MAX_MATCHES: Final = 5
_MAX_SCORE: Final = 0.99
_STEP: Final = 0.15  # from one order of a customer to the next older one
_LEAST: Final = 0.3
_EACH_MORE: Final = 0.02  # for every further sign that points to the same order
_QUOTED: Final = 0.05  # less, where the number stands only in what they quote
_NAME_RATIO: Final = 88  # of 100: allows a slip of the keyboard, not another person
_ANY_LETTER: Final = frozenset(  # words of titles that letters hold without meaning the title
    "about after again arrived before cover customer delivery first great house last letter"
    " letters life little long love message never night other people postage return seller"
    " shipping story that their there this time tracking waiting week weeks what when where which"
    " white winter without world years your книга книги книгу заказ письмо время после жизнь"
    " история последний первый".split()
)
_ONLY_ORDER: Final = 0.9
_STANDS_OUT: Final = 0.75  # the newest of several orders, long after the others
_ONE_OF_SEVERAL: Final = 0.65
_OTHER_NUMBER_AT_MOST: Final = 0.6
_CURRENT: Final = timedelta(days=365)  # an older order is hardly what a letter is about
_LONG_AFTER: Final = timedelta(days=120)
_CLOSE_BEHIND: Final = 0.1
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
        evidence: those of the reasons that count for it.
    """

    order: OrderFile
    score: float
    reasons: tuple[str, ...]
    evidence: frozenset[str] = frozenset()


class OrderLookup(Protocol):
    """Where known orders are looked up; both ways give some tens at most."""

    def with_key(self, kind: KeyKind, value: str) -> tuple[OrderFile, ...]:
        """The orders that have this key, the newest first."""

    def with_words(
        self, kind: WordKind, words: Collection[str], titled: Collection[str] = ()
    ) -> tuple[OrderFile, ...]:
        """The orders that have most of these words, rare ones counting more, closest first.

        With `titled`, only those that also have one of these words in a title.
        """


def match(message: Message, orders: OrderLookup, own_text: str | None = None) -> tuple[Match, ...]:
    """Find the orders that a letter may be about, the most likely first.

    Args:
        message: the letter.
        orders: the known orders.
        own_text: what the sender wrote; without it, all of the text that is not quoted.
    """
    letter = _Letter.of(message, own_text, orders)
    signs = _Signs()
    _by_number(letter, orders, signs)
    _by_tracking(letter, orders, signs)
    _by_address(letter, orders, signs)
    _by_listing(letter, orders, signs)
    _by_isbn(letter, orders, signs)
    if signs.best() < LIKELY:
        _by_name(letter, orders, signs)
        _by_title(letter, orders, signs)
    return signs.matches()


def linked(matches: Sequence[Match]) -> Match | None:
    """The order that a letter can be linked with by itself; None where the seller is to be asked.

    Asked she is where no order is likely, and where another one is close behind for which
    something speaks that does not speak for the first.
    """
    if not matches or matches[0].score < LIKELY:
        return None
    best = matches[0]
    rivals = [m for m in matches[1:] if m.score > best.score - _CLOSE_BEHIND]
    return best if all(m.evidence < best.evidence for m in rivals) else None


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter as the matching reads it.

    Attributes:
        missing: the order numbers that it names, where no known order has any of them.
    """

    message: Message
    addresses: frozenset[str]
    name: str
    signed: str
    own: str
    quoted: str
    folded: str = field(repr=False)
    isbns: frozenset[str]
    amounts: frozenset[Decimal | None]
    order_days: frozenset[tuple[int, int]]
    missing: tuple[str, ...]

    @classmethod
    def of(cls, message: Message, own_text: str | None, orders: OrderLookup) -> _Letter:
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
            isbns=frozenset(mentioned_isbns(own)),
            amounts=mentioned_amounts(own),
            order_days=mentioned_order_days(own),
            missing=_missing_numbers(own, orders),
        )


def _missing_numbers(own: str, orders: OrderLookup) -> tuple[str, ...]:
    """The order numbers in a text, if no known order has any of them."""
    numbers = tuple(r.number for r in find_references(own) if r.certain)
    known = any(orders.with_key(KeyKind.NUMBER, folded_number(n)) for n in numbers)
    return () if known else numbers


class _Signs:
    """Collects what points to which order."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[OrderFile, dict[str, float]]] = {}

    def add(self, file: OrderFile, score: float, *reasons: str) -> None:
        """Note that something points to an order, with this score."""
        _, reasons_of = self._found.setdefault(_key(file), (file, {}))
        for reason in reasons:
            reasons_of[reason] = max(score, reasons_of.get(reason, 0.0))

    def doubt(self, files: Iterable[OrderFile], reason: str) -> None:
        """Note that a letter speaks of another order: these are no more than candidates."""
        for file in files:
            _, reasons = self._found[_key(file)]
            if not any(score >= _LEAST_OF_A_NUMBER for score in reasons.values()):
                for known in reasons:
                    reasons[known] = min(reasons[known], _OTHER_NUMBER_AT_MOST)
                reasons[reason] = 0.0

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
            evidence = frozenset(r for r, weight in reasons.items() if weight >= _LEAST)
            found.append(Match(file, round(score, 2), tuple(reasons), evidence))
        found.sort(key=lambda m: moment_key(m.order.order.ordered_at), reverse=True)
        return tuple(sorted(found, key=lambda m: -m.score)[:_MAX_MATCHES])


def _key(file: OrderFile) -> str:
    return f"{file.order.marketplace.value} {file.order.order_id}"


_LEAST_OF_A_NUMBER: Final = 0.92  # a number that fits, or an ISBN or a title of the customer's
_LONG_NUMBER: Final = 14  # below it, numbers are given out one after the other
_ISBN_SCORES: Final = {
    SenderFit.ADDRESS: 0.95,
    SenderFit.NAME: 0.86,
    SenderFit.FIRST_NAME: 0.72,
    SenderFit.OTHER: 0.4,
}
_NUMBER_AND_TITLE: Final = 0.9
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
            title = _named_title(letter, file)
            # A stranger who names both the number and the book has them before her.
            score += max(_NUMBER_SCORES[fit], _NUMBER_AND_TITLE if title else 0.0)
            signs.add(file, score, reason)
            if title:
                signs.add(file, 0.35, _TITLE.format(title=title))
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
        found = [f for f in orders.with_key(KeyKind.EMAIL, address) if _was_placed(f, letter)]
        reason = _ALIAS if is_relay(address) else _ADDRESS
        known = {file.id for file in found}
        others = [f for f in _of_same_people(found, letter, orders) if f.id not in known]
        # An alias is one of its marketplace: orders from elsewhere are hardly meant.
        rivals = found if is_relay(address) else found + others
        rivals.sort(key=lambda file: moment_key(file.order.ordered_at), reverse=True)
        person = rivals + (others if is_relay(address) else [])
        top = _top_of_customer(letter, rivals)
        told = _telling_words(letter) if len(person) > 1 else frozenset()
        for place, file in enumerate(person):
            why = reason if file.id in known else _SAME_PERSON
            less = _STEP * place if file in rivals else 1.0
            signs.add(file, max(_LEAST, top - less), why)
            if len(rivals) > 1 and place == 0:
                signs.add(file, 0.0, _NEWEST.format(count=len(rivals)))
            for score, detail in _details(letter, file, _CUSTOMER_SCORES):
                signs.add(file, score, detail)
            if word := _telling_word(told, file, person):
                signs.add(file, _STANDS_OUT, _TITLE_WORD.format(word=word))
        if person and (number := _unknown_number(letter, person)):
            signs.doubt(person, _OTHER_NUMBER.format(number=number))


def _of_same_people(
    found: Collection[OrderFile], letter: _Letter, orders: OrderLookup
) -> Iterator[OrderFile]:
    """The orders that went to the same people at the same places, under whatever address."""
    places = {name_postal(f.order.ship_to.name, f.order.ship_to.postal) for f in found} - {""}
    for place in sorted(places):
        for file in orders.with_key(KeyKind.NAME_POSTAL, place):
            if _was_placed(file, letter):
                yield file


def _top_of_customer(letter: _Letter, files: Sequence[OrderFile]) -> float:
    """How likely the newest of a customer's orders is meant, where nothing else tells."""
    if not files or _age(letter, files[0]) > _CURRENT:
        return _ONE_OF_SEVERAL
    if len(files) == 1:
        return _ONLY_ORDER
    apart = _age(letter, files[1]) - _age(letter, files[0])
    return _STANDS_OUT if apart > _LONG_AFTER else _ONE_OF_SEVERAL


def _age(letter: _Letter, file: OrderFile) -> timedelta:
    ordered, written = file.order.ordered_at, letter.message.date
    if ordered is None or written is None:
        return timedelta(0)
    return moment_key(written) - moment_key(ordered)


def _unknown_number(letter: _Letter, files: Collection[OrderFile]) -> str | None:
    """The order number that a letter is about when it is none of the known ones, nor near one."""
    for number in letter.missing:
        key = folded_number(number)
        if any(_is_one_off(key, folded_number(file.order.order_id)) for file in files):
            return None
    return letter.missing[0] if letter.missing else None


_CUSTOMER_SCORES: Final = {"isbn": 0.95, "title": 0.93, "number": 0.92, "amount": 0.9, "day": 0.88}
_NAME_SCORES: Final = {"isbn": 0.86, "title": 0.82, "number": 0.88, "amount": 0.76, "day": 0.72}


def _details(
    letter: _Letter, file: OrderFile, scores: Mapping[str, float]
) -> Iterator[tuple[float, str]]:
    """What a letter of the customer tells of an order: which book, which sum, which day."""
    order = file.order
    if title := _named_title(letter, file):
        yield scores["title"], _TITLE.format(title=title)
    for line in order.items:
        for form in isbn_forms(line.isbn or "")[:1]:
            if form in letter.isbns:
                yield scores["isbn"], _ISBN.format(number=form)
    own = folded_number(order.order_id)
    for number in letter.missing:
        if _is_one_off(folded_number(number), own):
            yield scores["number"], _NEAR_NUMBER.format(number=number)
    for amount in {order.total, *(line.amount for line in order.items)} & letter.amounts:
        yield scores["amount"], _AMOUNT.format(amount=amount)
    if order.ordered_at and (order.ordered_at.month, order.ordered_at.day) in letter.order_days:
        yield scores["day"], _ORDER_DAY


def _is_one_off(number: str, other: str) -> bool:
    """Whether two long numbers differ by one slip of the keyboard, and are not the same."""
    from rapidfuzz.distance import OSA  # loaded with the first letter, not with the program

    if number == other or min(len(number), len(other)) < _LONG_NUMBER:
        return False
    return OSA.distance(number, other, score_cutoff=1) == 1


def _telling_words(letter: _Letter) -> frozenset[str]:
    """The words of a letter that may tell one title from another."""
    words = title_words(letter.own) - ANY_BOOK - _ANY_LETTER
    return frozenset(word for word in words if len(word) > SHORTEST_TITLE_WORD)


def _telling_word(told: frozenset[str], file: OrderFile, files: Sequence[OrderFile]) -> str:
    """A word of the title that the letter holds, and no title of the customer's other orders."""
    found = told & _words_of_titles(file) if told else told
    for other in files if found else ():
        if other.id != file.id:
            found -= _words_of_titles(other)
    return max(found, key=len, default="")


def _words_of_titles(file: OrderFile) -> frozenset[str]:
    return frozenset().union(*(title_words(line.title) for line in file.order.items))


def _by_isbn(letter: _Letter, orders: OrderLookup, signs: _Signs) -> None:
    for isbn in sorted(letter.isbns):
        found = [f for f in orders.with_key(KeyKind.ISBN, isbn) if _was_placed(f, letter)]
        for file in found:
            fit = _sender_fit(letter, file)
            signs.add(file, _ISBN_SCORES.get(fit, _LEAST), _ISBN.format(number=isbn))
            _say_fit(signs, file, fit, _NOT_THE_SENDER)


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
    words = name_words(letter.name) | name_words(latin_name(letter.name))
    if not words:
        return
    found = {file.id: file for file in orders.with_words(WordKind.NAME, words)}
    # Of many namesakes those first whose books the letter may name.
    titled = title_words(letter.own) - ANY_BOOK - words
    if titled and len(found) > _MAX_MATCHES:
        found |= {f.id: f for f in orders.with_words(WordKind.NAME, words, titled)}
    fitting = [
        file
        for file in found.values()
        if _was_placed(file, letter) and _sender_fit(letter, file) is SenderFit.NAME
    ]
    fitting.sort(key=lambda file: moment_key(file.order.ordered_at), reverse=True)
    people = [name_postal(f.order.ship_to.name, f.order.ship_to.postal) for f in fitting]
    for place, file in enumerate(fitting):
        less = _STEP * place
        signs.add(file, max(_LEAST, 0.4 - less), _SAME_NAME)
        is_only = people.count(people[place]) == 1 and _age(letter, file) <= _CURRENT
        for score, reason in _named_place(letter, file.order.ship_to):
            older = people[:place].count(people[place])
            signs.add(file, score if is_only else max(_LEAST, 0.6 - _STEP * older), reason)
        for score, reason in _details(letter, file, _NAME_SCORES):
            signs.add(file, score, reason)
    if fitting and (number := _unknown_number(letter, fitting)):
        signs.doubt(fitting, _OTHER_NUMBER.format(number=number))


def _named_place(letter: _Letter, to: ShipTo) -> Iterator[tuple[float, str]]:
    codes = {folded_name(to.postal), folded_postal(to.postal).casefold()} if to.postal else set()
    if any(f" {code} " in letter.folded for code in codes):
        yield 0.84, _POSTAL_CODE.format(code=to.postal)
    elif to.city and f" {folded_name(to.city)} " in letter.folded:
        yield 0.76, _TOWN.format(town=to.city)


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
    names = {latin_name(folded_name(name)) for name in called if name}
    address = letter.message.sender.addr_spec
    if _is_named(letter, names):
        return SenderFit.NAME
    told = (latin_name(letter.name), latin_name(letter.signed))
    if any(_is_first_name(who, name) for who in told for name in names):
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

    shown = latin_name(letter.name)
    return any(
        f" {name} " in letter.folded
        or (" " in shown and fuzz.token_sort_ratio(shown, name) >= _NAME_RATIO)
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
    return next(
        (line.title for line in file.order.items if is_title_in(letter.folded, line.title)), ""
    )
