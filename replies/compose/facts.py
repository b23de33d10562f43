"""What a reply may state: each fact with the place it was taken from, nothing else (PRODUCT D9).

A fact that no file and no letter holds is None. Dates that the seller promises something for are
facts too: they are reckoned here, so that no template does sums.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Final, Generic, TypeAlias, TypeVar, overload

from ..cases.case import ANSWER_WITHIN
from ..language.formatting import Money
from ..language.gender import Gender
from ..orders.business_days import DeliveryCalendar, add_delivery_days
from ..orders.delivery import Delivery
from ..orders.order import Marketplace, Order, OrderFile, OrderLine
from ..orders.services import Unit
from ..tone.fault import Fault
from .particulars import particulars
from .salutation import addressee

END_OF_DAY: Final = time(17)  # when a promised answer is due
_TITLE_CHARS: Final = 120
_WORD_CHARS: Final = 80  # of any other fact that a file gives as text
_IN_BRACKETS: Final = re.compile(r"\s*[(\[{][^)\]}]*[)\]}]")
_SUBTITLE: Final = re.compile(r"\s*(?::| [-–—/|] ).*")
_LAST_STOP: Final = re.compile(r"(?<!\.)\.$")  # the sentence that names the title has its own
_LONG_TITLE: Final = 40  # characters, from which a subtitle is left out
_NO_LETTERS: Final = re.compile(r"[\W_]+")

_RETURNS_TAKEN_DAYS: Final = 60  # eBay's longest return time; Amazon and AbeBooks give 30

FactValue: TypeAlias = str | int | date | datetime | Money
T = TypeVar("T", bound=FactValue)


class Source(Enum):
    """Where a fact was taken from."""

    ORDER = "order"
    PARCEL = "parcel"
    LETTER = "letter"
    CASE = "case"
    SHOP = "shop"
    CALENDAR = "calendar"  # reckoned from today, for what the seller promises


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A value and where it was taken from."""

    value: T
    source: Source


@dataclass(frozen=True, slots=True)
class Shop:
    """Who answers.

    Attributes:
        name: of the shop, "" where it has none.
        seller: the name that stands under a letter.
        country: ISO 3166 code whose public holidays are no business days; "" for none.
        gender: in which the seller writes of herself; None where letters avoid it.
    """

    name: str
    seller: str
    country: str = ""
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What the letter and its conversation say.

    Attributes:
        text: the customer's own words, without what they quote.
        sender_name: the name the letter came under, "" for none.
        signed: how they signed, None where they did not.
        written_at: when they wrote it; None where it is not known.
        waiting_since: when the oldest letter that has no answer came.
        waiting: how many of their letters have no answer.
        names_order: the one order number that stands in the letter, "" for none or several.
        language: it is written in.
    """

    text: str
    sender_name: str = ""
    signed: str | None = None
    written_at: datetime | None = None
    waiting_since: datetime | None = None
    waiting: int = 1
    names_order: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Situation:
    """What bears on the answer to one letter.

    Attributes:
        file: the order it is about, None where none is known.
        delivery: where that order's delivery stands today.
        now: the time, in the seller's zone.
        channel: the marketplace the letter came through.
        case_number: of the complaint, None for ordinary mail.
        letters_sent: how many of our letters they have had in this conversation.
        fault: on whose side the trouble arose, where the seller has said so.
    """

    letter: Correspondence
    shop: Shop
    now: datetime
    file: OrderFile | None = None
    delivery: Delivery | None = None
    channel: Marketplace = Marketplace.OWN
    case_number: int | None = None
    letters_sent: int = 0
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class ReplyFacts:
    """Everything that a template may cite; None is not known.

    Attributes:
        addressee: what stands behind "Dear"; None asks for a neutral greeting.
        channel: the marketplace whose rules the reply follows.
        side: on whose side the trouble arose, as the seller says: the value of a `Fault`.
        self_gender: "feminine" or "masculine", where letters speak of the seller in a gender.
        occasion, missing_part, damage, defect: what the letter names, as `particulars` calls it.
        letter_on, first_letter_on: the day of their letter, and of the oldest without an answer.
        waiting: how many of their letters have no answer.
        letters_sent: how many of ours they have had, once there is one; the next is worded
            differently (repetition guard, S1-06).
        waited_days: days since the oldest of them came, once that is more than 24 hours (S1-12).
        named_order: the number that the letter gives, where no order is known.
        title: of the book it is about, without subtitle and remarks.
        books: how many copies the order has.
        condition: the grade it was sold as.
        total, postage: as the order has them; no sums of ours.
        posted_on, service, tracking: of the parcel.
        lag_days: days from the order to the sending (S0-03).
        earliest, latest, day, days: the delivery window; see `Delivery`.
        counting: "business" or "calendar": the days that `day` and `days` count.
        act_by: the next business day, for what the seller does first.
        answer_by: when she answers at the latest.
        settle_by: the business day after the window, for what she does when nothing has come.
        lost_by: the business day from which the parcel counts as lost.
        kept_days: days since the delivery, once they are more than the longest time that a
            marketplace gives for a return.
    """

    today: Fact[date]
    act_by: Fact[date]
    answer_by: Fact[datetime]
    channel: Fact[str]
    seller: Fact[str] | None = None
    shop: Fact[str] | None = None
    addressee: Fact[str] | None = None
    case_number: Fact[int] | None = None
    letters_sent: Fact[int] | None = None
    side: Fact[str] | None = None
    self_gender: Fact[str] | None = None
    occasion: Fact[str] | None = None
    missing_part: Fact[str] | None = None
    damage: Fact[str] | None = None
    defect: Fact[str] | None = None
    letter_on: Fact[date] | None = None
    first_letter_on: Fact[date] | None = None
    waiting: Fact[int] | None = None
    waited_days: Fact[int] | None = None
    order_number: Fact[str] | None = None
    named_order: Fact[str] | None = None
    title: Fact[str] | None = None
    books: Fact[int] | None = None
    condition: Fact[str] | None = None
    city: Fact[str] | None = None
    ordered_on: Fact[date] | None = None
    total: Fact[Money] | None = None
    postage: Fact[Money] | None = None
    posted_on: Fact[date] | None = None
    service: Fact[str] | None = None
    tracking: Fact[str] | None = None
    lag_days: Fact[int] | None = None
    earliest: Fact[date] | None = None
    latest: Fact[date] | None = None
    counting: Fact[str] | None = None
    day: Fact[int] | None = None
    days: Fact[int] | None = None
    settle_by: Fact[date] | None = None
    lost_by: Fact[date] | None = None
    delivered_on: Fact[date] | None = None
    kept_days: Fact[int] | None = None
    returned_on: Fact[date] | None = None

    def known(self) -> dict[str, Fact[FactValue]]:
        """The facts that are known, by their names."""
        pairs = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: fact for name, fact in pairs if fact is not None}


FACT_NAMES: Final = frozenset(f.name for f in fields(ReplyFacts))

_KINDS: Final[dict[str, type[FactValue]]] = {
    "str": str, "int": int, "date": date, "datetime": datetime, "Money": Money,
}  # fmt: skip
FACT_KINDS: Final = {
    f.name: _KINDS[str(f.type).removeprefix("Fact[").split("]")[0]] for f in fields(ReplyFacts)
}
"""What kind of value each fact is, in the order in which they stand above."""


def gather_facts(situation: Situation, language: str) -> ReplyFacts:
    """Everything that is known for an answer in a language.

    Of an order that mail alone knows nothing is: it is not confirmed (S0-32).
    """
    now, shop, file = situation.now, situation.shop, situation.file
    letter, delivery = situation.letter, situation.delivery
    if file is not None and not file.is_confirmed:
        file = delivery = None
    calendar = DeliveryCalendar(country=shop.country)
    act_by = add_delivery_days(now.date(), 1, calendar)
    shown = (letter.sender_name, (file.order.buyer.name if file else None) or "")
    facts = ReplyFacts(
        today=Fact(now.date(), Source.CALENDAR),
        act_by=Fact(act_by, Source.CALENDAR),
        answer_by=Fact(datetime.combine(act_by, END_OF_DAY, now.tzinfo), Source.CALENDAR),
        channel=Fact(situation.channel.value, Source.LETTER),
        seller=_text(shop.seller if shop.seller != shop.name else None, Source.SHOP),
        shop=_text(shop.name, Source.SHOP),
        addressee=_text(addressee(language, letter.signed, *shown), Source.LETTER),
        case_number=_fact(situation.case_number, Source.CASE),
        letters_sent=_fact(situation.letters_sent or None, Source.CASE),
        side=_fact(_side(situation.fault), Source.CASE),
        self_gender=_fact(shop.gender.value if shop.gender else None, Source.SHOP),
    )
    titles = tuple(item.title for item in file.order.items) if file is not None else ()
    facts = _with_letter(facts, letter, titles, now)
    if file is None:
        facts = replace(facts, named_order=_text(letter.names_order, Source.LETTER))
    else:
        facts = _with_order(facts, file.order, letter.text, now)
    if delivery is not None:
        facts = _with_parcel(facts, delivery, calendar)
    return facts


def _side(fault: Fault | None) -> str | None:
    return None if fault in {None, Fault.UNCLEAR} else fault.value


def main_title(title: str) -> str:
    """A title without remarks in brackets and, where it is long, without its subtitle."""
    plain = " ".join(_IN_BRACKETS.sub("", title).split()).strip(" ,;:-–—") or title.strip()
    if len(plain) > _LONG_TITLE:
        plain = _SUBTITLE.sub("", plain) or plain
    return _LAST_STOP.sub("", plain[:_TITLE_CHARS].rstrip()) or plain


def _with_letter(
    facts: ReplyFacts, letter: Correspondence, titles: tuple[str, ...], now: datetime
) -> ReplyFacts:
    since = letter.waiting_since
    first_on = _day(since, now) if since else None
    waited = since is not None and now - since > ANSWER_WITHIN
    named = particulars(letter.text, letter.language, titles)
    return replace(
        facts,
        occasion=_text(named.get("occasion"), Source.LETTER),
        missing_part=_text(named.get("missing_part"), Source.LETTER),
        damage=_text(named.get("damage"), Source.LETTER),
        defect=_text(named.get("defect"), Source.LETTER),
        waiting=Fact(letter.waiting, Source.LETTER),
        letter_on=_fact(_day(letter.written_at, now), Source.LETTER),
        first_letter_on=_fact(first_on, Source.LETTER),
        waited_days=_fact(
            (now.date() - first_on).days if first_on and waited else None, Source.LETTER
        ),
    )


def _with_order(facts: ReplyFacts, order: Order, text: str, now: datetime) -> ReplyFacts:
    line = _line_in_question(order.items, text)
    title = main_title(line.title) if line and line.title.strip() else None
    return replace(
        facts,
        order_number=_text(order.order_id, Source.ORDER),
        title=_fact(title, Source.ORDER),
        books=_fact(sum(item.qty for item in order.items) or None, Source.ORDER),
        condition=_text(line.condition if line else None, Source.ORDER),
        city=_text(order.ship_to.city, Source.ORDER),
        ordered_on=_fact(_day(order.ordered_at, now), Source.ORDER),
        total=_fact(_money(order.total, order.currency), Source.ORDER),
        postage=_fact(_money(order.shipping, order.currency), Source.ORDER),
    )


def _with_parcel(facts: ReplyFacts, delivery: Delivery, calendar: DeliveryCalendar) -> ReplyFacts:
    latest = delivery.latest
    settle_by = lost_by = None
    if latest is not None:
        settle_by = add_delivery_days(max(latest, delivery.today), 1, calendar)
    if delivery.claim_on is not None:
        eve = delivery.claim_on - timedelta(days=1)
        lost_by = add_delivery_days(max(eve, delivery.today), 1, calendar)
    return replace(
        facts,
        posted_on=_fact(delivery.shipped_on, Source.PARCEL),
        service=_text(delivery.service.name if delivery.service else None, Source.PARCEL),
        tracking=_text(delivery.tracking, Source.PARCEL),
        lag_days=_fact(delivery.lag_days, Source.PARCEL),
        earliest=_fact(delivery.earliest, Source.PARCEL),
        latest=_fact(latest, Source.PARCEL),
        counting=_counting(delivery),
        day=_fact(delivery.day, Source.PARCEL),
        days=_fact(delivery.days, Source.PARCEL),
        settle_by=_fact(settle_by, Source.CALENDAR),
        lost_by=_fact(lost_by, Source.CALENDAR),
        delivered_on=_fact(delivery.delivered_on, Source.PARCEL),
        kept_days=_fact(_kept_days(delivery), Source.PARCEL),
        returned_on=_fact(delivery.returned_on, Source.PARCEL),
    )


def _kept_days(delivery: Delivery) -> int | None:
    if delivery.delivered_on is None:
        return None
    days = (delivery.today - delivery.delivered_on).days
    return days if days > _RETURNS_TAKEN_DAYS else None


def _counting(delivery: Delivery) -> Fact[str] | None:
    if delivery.service is None:
        return None
    is_business = delivery.service.unit is Unit.DELIVERY_DAYS
    return Fact("business" if is_business else "calendar", Source.PARCEL)


def _line_in_question(lines: tuple[OrderLine, ...], text: str) -> OrderLine | None:
    """The line that the letter is about: the only one, or the only one that it names."""
    if len(lines) == 1:
        return lines[0]
    words = f" {_NO_LETTERS.sub(' ', text.casefold())} "
    named = [
        line
        for line in lines
        if f" {_NO_LETTERS.sub(' ', main_title(line.title).casefold()).strip()} " in words
    ]
    return named[0] if len(named) == 1 else None


@overload
def _day(moment: date | datetime, now: datetime) -> date: ...


@overload
def _day(moment: date | datetime | None, now: datetime) -> date | None: ...


def _day(moment: date | datetime | None, now: datetime) -> date | None:
    """The day of a moment in the seller's zone."""
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(now.tzinfo) if moment.tzinfo and now.tzinfo else moment).date()


def _money(amount: Decimal | None, currency: str | None) -> Money | None:
    return Money(amount, currency) if amount and amount > 0 and currency else None


def _words(value: str | None) -> str | None:
    """A text of a file on one line, None where it is empty or too long to be cited."""
    plain = " ".join((value or "").split())
    return plain if 0 < len(plain) <= _WORD_CHARS else None


def _text(value: str | None, source: Source) -> Fact[str] | None:
    return _fact(_words(value), source)


def _fact(value: T | None, source: Source) -> Fact[T] | None:
    return None if value is None else Fact(value, source)
