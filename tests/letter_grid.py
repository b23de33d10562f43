"""The grid of facts that every template is put to, and what no letter may have in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise

from softanswer.replies.compose.facts import Correspondence, ReplyFacts, Shop, Situation
from softanswer.replies.language.gender import Gender
from softanswer.replies.orders.delivery import reckon
from softanswer.replies.orders.order import (
    Buyer,
    Marketplace,
    Order,
    OrderFile,
    OrderLine,
    Shipment,
    ShipTo,
)
from softanswer.replies.tone.fault import Fault

NOW = datetime(2026, 11, 20, 15, tzinfo=timezone(timedelta(hours=-5)))
SHOP = Shop("Lantern Lane Books", "Ana Reyes", "US")

NAMES = {  # name it came under, how it is signed
    "latin": ("Jane Harwood", "Jane Harwood"),
    "first": ("Pete Marsh", "Pete"),
    "titled": ("", "Dr. E. de la Cruz"),
    "cyrillic": ("Ирина Ковалёва", "Ирина Сергеевна"),
    "cjk": ("田中太郎", "田中 太郎"),
    "apostrophe": ("Siobhán O’Neill-Grant", "Siobhán O’Neill-Grant"),
    "none": ("", None),
    "user": ("books_4_u@mail.example", None),
}
TITLES = {
    "plain": "The Light at Skerra",
    "quotes": 'The "Little" Book of “Big” Things',
    "russian": "«Записки» старого букиниста",
    "colon": "Proceedings: Volume 168, Numbers 1-4: The Harbour Lights of the North Coast",
    "long": "A True and Faithful Relation of the Voyages " + "and of the Perils " * 14 + "at Sea",
    "question": "Where Did the Herring Go?",
    "stop": "A History of Salt, vol. 2.",
    "dots": "And Then...",
    "excited": "Oh, Calcutta!",
    "braces": "{{ total }} and {% if %} [untitled]",
    "cjk": "吾輩は猫である",
    "spaces": "  Two   Spaces  and a tab\tin it ",
    "brackets": "Tide Tables (Hardcover) [1911]",
    "missing": "",
}
AMOUNTS = {
    "usd": ("21.85", "3.99", "USD"),
    "eur": ("1020.16", "12.00", "EUR"),
    "gbp": ("3.99", "1.00", "GBP"),
    "jpy": ("18500", "500", "JPY"),
    "rub": ("1850.00", "250.50", "RUB"),
    "chf": ("44.10", "7", "CHF"),
    "none": (None, None, None),
}
PARCELS = {  # posted days ago, state; None where nothing was sent
    "not_shipped": (None, None),
    "today": (0, None),
    "first_day": (1, None),
    "inside": (8, None),
    "past": (24, None),
    "claim": (40, None),
    "delivered": (12, "Delivered"),
    "returned": (20, "Returned"),
    "kept": (90, "Delivered"),
}
ITEMS = (1, 2, 5)
SIDES = (None, *(side for side in Fault if side is not Fault.UNCLEAR))
NAMED = (  # what a letter may name in particular
    "Where is it?",
    "It was for her birthday.", "It was for our anniversary.", "The wedding is over.",
    "It was meant for Christmas.", "It was meant for New Year.", "My exam was on Monday.",
    "I needed it for my thesis.", "I wanted it for our holiday.", "It was a present.",
    "The map is missing.", "The dust jacket is missing.", "The CD is not there.",
    "The booklet is missing.", "The slipcase is missing.", "One volume is missing.",
    "It is soaked.", "There is mould on it.", "The spine is broken.", "The cover is torn.",
    "Two pages are torn.", "One corner is smashed.",
    "It is a later printing.", "It has library stamps.", "Somebody wrote notes in it: underlined.",
    "It smells.", "It came without a dust jacket.", "There are stains.",
)  # fmt: skip
GENDERS = (None, Gender.FEMININE, Gender.MASCULINE)
WAITS = ((0, 1), (2, 1), (3, 2), (6, 5), (9, 21))  # days, letters


@dataclass(frozen=True)
class Point:
    """A place in the grid."""

    name: str = "latin"
    title: str = "plain"  # a key of TITLES, or a title
    amount: str = "usd"
    parcel: str = "inside"
    items: int = 1
    tracking: bool = True
    service: str | None = "Media Mail"
    lag: int = 1
    wait: tuple[int, int] = (0, 1)
    condition: str | None = "Very good"
    city: str | None = "Dayton"
    number: str = "14-20731-55812"
    known: bool = True
    case: int | None = 1043
    shop: Shop = SHOP
    sent: int = 0  # letters of ours that they have had
    side: Fault | None = None  # where the seller says that it arose
    text: str = NAMED[0]
    gender: Gender | None = None


def situation_at(point: Point) -> Situation:
    """The letter, the order and its parcel at a place of the grid."""
    shown, signed = NAMES[point.name]
    days, letters = point.wait
    file = file_at(point) if point.known else None
    return Situation(
        letter=Correspondence(
            text=point.text,
            sender_name=shown,
            signed=signed,
            written_at=NOW - timedelta(hours=2),
            waiting_since=NOW - timedelta(days=days, hours=2),
            waiting=letters,
        ),
        shop=replace(point.shop, gender=point.gender),
        now=NOW,
        file=file,
        delivery=reckon(file, NOW.date()) if file else None,
        channel=Marketplace.EBAY,
        case_number=point.case,
        letters_sent=point.sent,
        fault=point.side,
    )


def file_at(point: Point) -> OrderFile:
    """The order and its parcel at a place of the grid."""
    total, postage, currency = AMOUNTS[point.amount]
    posted, state = PARCELS[point.parcel]
    first = OrderLine(TITLES.get(point.title, point.title), condition=point.condition)
    others = tuple(OrderLine(f"Another Book, Part {n}") for n in range(2, point.items + 1))
    ordered = NOW - timedelta(days=(posted if posted is not None else 4) + point.lag)
    order = Order(
        order_id=point.number,
        source="ebay-orders",
        marketplace=Marketplace.EBAY,
        items=(first, *others),
        ordered_at=ordered.date(),
        buyer=Buyer(name=NAMES[point.name][0]),
        ship_to=ShipTo(name=NAMES[point.name][0], city=point.city, country="US"),
        currency=currency,
        shipping=Decimal(postage) if postage else None,
        total=Decimal(total) if total else None,
        service=point.service,
    )
    if posted is None:
        return OrderFile(1, order, ())
    parcel = Shipment(
        source="pirateship",
        order_id=point.number,
        tracking="9400136106193402717374" if point.tracking else None,
        carrier="USPS",
        service=point.service,
        shipped_on=(NOW - timedelta(days=posted)).date(),
        country="US",
        tracking_status=state,
        tracking_date=(NOW - timedelta(days=80 if point.parcel == "kept" else 2)).date()
        if state
        else None,
    )
    return OrderFile(1, order, (parcel,))


# --- what no letter may have in it ---------------------------------------------------------------

_TITLE = "Xtitle"
_NAME = "Xname"
_STEP = re.compile(r"^\d\. ")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”»“]?\s+")
_FLAWS = {
    "placeholder": re.compile(r"\{\{|\{%|%\}|\}\}|\[|\]|<|>|__|\bNone\b|\bUnknown\b|Known\("),
    "double blank": re.compile(r"[ \t\u00a0]{2,}|\n{3,}"),
    "blank at the end of a line": re.compile(r"[ \t\u00a0](?:\n|$)"),
    "blank before a mark": re.compile(r" [,.;:!?](?:\s|$)|\u00a0[,.]"),
    "marks in a row": re.compile(r"[.,;:][.,;:!?]|[!?][.,;:]|\(\s*\)|[“«][”»]"),
    "blank within quotation marks": re.compile(r"[“«„][ \t\n]|[ \t\n][”»]"),
}
_PLURALS = {
    "en": re.compile(
        r"\b(?:1 (?:business )?(?:days|hours|times|weeks|books)"
        r"|(?:0|[2-9]|\d\d+) (?:business )?(?:day|hour|time|week|book))\b"
    ),
    "ru": re.compile(
        r"(?<!\d)(?<!до )(?:\d*(?<!1)1\s(?:дня|дней|раза|рабочих)"
        r"|\d*(?<!1)[234]\s(?:день|дней|раз(?!а)|рабочих\sдней)"
        r"|(?:\d*1[0-9]|\d*[05-9])\s(?:день|дня|раза|рабочих\sдня))\b"
        r"|до (?:\d*(?<!1)1\s(?:день|дней|рабочих)"
        r"|(?:\d*1[0-9]|\d*[02-9])\s(?:день|дня|рабочего))\b"
    ),
    "de": re.compile(r"\b(?:1 (?:Tage|Werktage)|(?:[2-9]|\d\d+) (?:Tag|Werktag))\b"),
    "fr": re.compile(
        r"\b(?:[01]\s(?:jours|jours ouvrés)|(?:[2-9]|\d\d+)\s(?:jour|jours ouvré))\b"
    ),
    "es": re.compile(r"\b(?:1 (?:días|veces)|(?:[2-9]|\d\d+) (?:día|vez))\b"),
}
_OPENERS = "0123456789“«„¿¡—"


def flaws(body: str, facts: ReplyFacts, language: str) -> list[str]:
    """What is wrong with a letter as a piece of text; what the facts hold does not count."""
    text = _masked(body, facts)
    if language == "de":  # where “ closes
        text = text.replace("“", "”")
    found = [f"{name}: {m.group()!r}" for name, flaw in _FLAWS.items() if (m := flaw.search(text))]
    if re.search(r"(?<!\.)\.[”»“’]\.", body):
        found.append("full stop behind a full stop in quotation marks")
    if m := _PLURALS[language].search(text):
        found.append(f"plural: {m.group()!r}")
    paragraphs = text.split("\n\n")
    found += _wrong_paragraphs(paragraphs)
    lines = [_STEP.sub("", line) for p in paragraphs[1:-1] for line in p.split("\n")]
    lines = [s.strip() for line in lines for s in _SENTENCE_END.split(line)]
    found += [f"said twice: {s}" for s in set(lines) if lines.count(s) > 1]
    if language == "de":  # after "Guten Tag ...," a German letter goes on in small letters
        lines[0] = lines[0][:1].upper() + lines[0][1:]
    found += [f"no sentence: {s!r}" for s in lines if not _begins_well(s) or len(s) < len("Yes.")]
    words = re.findall(r"[^\W\d_]+", text)
    found += [
        f"a word twice: {a}" for a, b in pairwise(words) if a == b and a.casefold() not in _TWINS
    ]
    return found


_TWINS = {"sie", "nous", "vous"}  # "damit Sie sie", "nous nous"


def _wrong_paragraphs(paragraphs: list[str]) -> list[str]:
    found = []
    if len(paragraphs) < 4:  # greeting, matter, closing, signature
        found.append("a part of the letter is missing")
    if not re.search(r"[,!:]$", paragraphs[0]):
        found.append(f"greeting: {paragraphs[0]!r}")
    inner = paragraphs[1:-1]
    return found + [f"does not end: {p!r}" for p in inner if not re.search(r"[.!?…]$", p)]


def _begins_well(sentence: str) -> bool:
    return bool(sentence) and (sentence[0] in _OPENERS or sentence[0].isupper())


def _masked(body: str, facts: ReplyFacts) -> str:
    """The letter with its title and names, which may hold anything, as plain words."""
    text = body
    for fact, mask in ((facts.title, _TITLE), (facts.addressee, _NAME)):
        if fact is not None and fact.value:
            for form in _quoted_forms(fact.value):
                text = text.replace(form, mask)
    return text


def _quoted_forms(value: str) -> list[str]:
    """How a title can stand in a letter: with its inner quotation marks as each language's."""
    from softanswer.replies.language.formatting import quoted

    forms = [quoted(value, code)[1:-1] for code in ("en", "ru", "de", "fr", "es")]
    return sorted({*forms, *(form.strip() for form in forms), value}, key=len, reverse=True)


def at(point: Point, **changes: object) -> Point:
    """The same place but for these."""
    return replace(point, **changes)
