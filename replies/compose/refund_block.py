"""A refund as it was worked out, line by line, for the reply (S4-02). Pure.

It tells sums, in kind words for what is kept; that anything was paid, it never says.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from ..language import formatting
from ..language.formatting import Money
from ..orders.refunds import Part, Refund, RefundLine

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "head": "This is how the refund is made up:",
        "total": "Together: {sum}",
        Part.BOOK.value: "{title}",
        "book_part": "{title}, {percent} % of the price",
        Part.POSTAGE.value: "postage",
        Part.TAX.value: "tax",
        Part.WAY_BACK.value: "your postage for the way back",
        Part.RESTOCKING.value: "less {percent} % for taking the book back",
        Part.CARD_COST.value: "less {percent} % that the card company keeps",
        Part.CAP.value: "less what you have back already",
    },
    "ru": {
        "head": "Вот из чего складывается возврат:",
        "total": "Всего: {sum}",
        Part.BOOK.value: "{title}",
        "book_part": "{title}, {percent} % цены",
        Part.POSTAGE.value: "доставка",
        Part.TAX.value: "налог",
        Part.WAY_BACK.value: "ваши расходы на обратную пересылку",
        Part.RESTOCKING.value: "за вычетом {percent} % за приём книги обратно",
        Part.CARD_COST.value: "за вычетом {percent} % комиссии за оплату картой",
        Part.CAP.value: "за вычетом уже возвращённого",
    },
}


def refund_block(refund: Refund, language: str) -> str:
    """The block in a language, one line for each part; "" where nothing goes back."""
    if not refund.lines or not refund.total:
        return ""
    words = _WORDS.get(language, _WORDS["en"])
    total = words["total"].format(sum=_sum(refund.total, refund.currency, language))
    lines = [f"- {refund_line(line, refund.currency, language)}" for line in refund.lines]
    return "\n".join([words["head"], *lines, total]) + "\n"


def refund_line(line: RefundLine, currency: str, language: str) -> str:
    """One line: "postage: $4.25"."""
    words = _WORDS.get(language, _WORDS["en"])
    is_part = line.part is Part.BOOK and line.percent is not None
    text = words["book_part" if is_part else line.part.value]
    percent = f"{line.percent.normalize():f}" if line.percent is not None else ""
    title = formatting.quoted(line.title, language) if line.title else ""
    said = text.format(title=title, percent=percent)
    return f"{said}: {_sum(line.amount, currency, language)}"


def _sum(amount: Decimal, currency: str, language: str) -> str:
    return formatting.money(Money(amount, currency), language).replace("-", "\N{MINUS SIGN}")
