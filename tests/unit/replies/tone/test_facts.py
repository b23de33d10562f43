from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from softanswer.replies.orders.order import Marketplace, Order, OrderLine
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.facts import conflicts
from softanswer.replies.tone.letter import read_letter

ORDER = Order(
    order_id="14-20731-55812",
    source="ebay-orders",
    marketplace=Marketplace.EBAY,
    items=(OrderLine("The Light at Skerra", amount=Decimal("18.50")),),
    ordered_at=date(2026, 11, 10),
    shipped_at=date(2026, 11, 12),
    currency="GBP",
    shipping=Decimal("3.35"),
    total=Decimal("21.85"),
    service="USPS Media Mail",
)


def conflicting(text, language, order=ORDER):
    letter = read_letter(f"{text}\n\nKind regards,\nAna Reyes", language)
    found = conflicts(letter, CheckContext(language=language, order=order))
    return [(look.rule, letter.text[look.span.start : look.span.end]) for look in found]


@pytest.mark.parametrize(
    ("text", "language", "conflict"),
    [
        ("Your book was posted on 20 November.", "en", ("fact.date", "20 November")),
        ("You ordered it on November 2nd, 2026.", "en", ("fact.date", "November 2nd, 2026")),
        ("Книга отправлена вам 20 ноября.", "ru", ("fact.date", "20 ноября")),
        ("Я послала ваш заказ 3 января.", "ru", ("fact.date", "3 января")),
        ("Вы заказали её 02.11.2026.", "ru", ("fact.date", "02.11.2026")),
        ("I return the full sum, £25.00.", "en", ("fact.amount", "£25.00")),
        ("Верну вам всю сумму, 25,00 £.", "ru", ("fact.amount", "25,00 £")),
        ("You paid for Priority Mail.", "en", ("fact.service", "Priority Mail")),
        ("Вы оплатили ускоренную доставку.", "ru", ("fact.service", "ускоренн")),
        ("Your copy of “Winter in Madrid” is lost.", "en", ("fact.title", "Winter in Madrid")),
        ("Ваша книга «Зима в Мадриде» пропала.", "ru", ("fact.title", "Зима в Мадриде")),
        ("Your order 27-11111-22222 is here.", "en", ("fact.order-number", "27-11111-22222")),
    ],
)
def test_what_contradicts_the_order_is_found(text, language, conflict):
    assert conflicting(text, language) == [conflict]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Your book was posted on 12 November.", "en"),
        ("Your book was posted on 13 November.", "en"),  # UTC and the local day
        ("I will send another copy, and it was sent on 20 November.", "en"),
        ("Thank you for your letter of 20 November, you ordered it.", "en"),
        ("Книга отправлена вам 12 ноября.", "ru"),
        ("I return the full sum, £21.85.", "en"),
        ("I return the full price without postage, £18.00.", "en"),
        ("Верну половину всей суммы, 10,00 £.", "ru"),
        ("You paid for Media Mail.", "en"),
        ("Your copy of “The Light at Skerra” is lost.", "en"),
        ("Your order 14-20731-55812 is here.", "en"),
    ],
)
def test_what_agrees_with_the_order_or_is_not_about_it_may_stand(text, language):
    assert conflicting(text, language) == []


def test_without_an_order_nothing_is_contradicted():
    assert conflicting("Your book was posted on 20 November.", "en", order=None) == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("I posted your order on 3 January.", True),
        ("I posted your order on 30 December.", False),
        ("I posted your order on 2 January.", False),  # of the year that begins two days later
        ("I posted your order on 2 January 2026.", True),
    ],
)
def test_days_of_the_labels_count_too(text, is_wrong):
    order = replace(ORDER, ordered_at=date(2026, 12, 28), shipped_at=None)
    sent = frozenset({date(2026, 12, 30), date(2027, 1, 1)})
    letter = read_letter(text, "en")
    context = CheckContext(language="en", order=order, sent_on=sent)
    assert bool(list(conflicts(letter, context))) is is_wrong
