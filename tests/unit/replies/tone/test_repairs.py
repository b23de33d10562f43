"""Repairs read well: what goes takes its stop along, what stays begins with a capital."""

import pytest

from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext


def mended(text, rule, language):
    """The text with the repair of the rule's first finding put in; None where it offers none."""
    findings = check(text, CheckContext(language=language)).findings
    finding = next(found for found in findings if found.rule == rule)
    if finding.repair is None:
        return None
    return text[: finding.span.start] + finding.repair + text[finding.span.end :]


@pytest.mark.parametrize(
    ("language", "rule", "text", "better"),
    [
        (
            "en",
            "conditional.if",
            "We are sorry if there was any damage.",
            "We are sorry for the damage.",
        ),
        ("en", "conditional.if", "If you were upset, I am sorry.", "I am sorry."),
        (
            "en",
            "conditional.if",
            "We apologise in case it upset you.",
            "We apologise that it upset you.",
        ),
        ("en", "excuse.sorry-but", "I am sorry, but we have been very busy.", "I am sorry."),
        ("en", "hedged.own", "Sorry, I suppose.", "Sorry."),
        (
            "en",
            "cliche.inconvenience",
            "We apologise for the inconvenience.",
            "We apologise for the trouble this gave you.",
        ),
        (
            "en",
            "cliche.form-letter",
            "Please do not hesitate to write to me.",
            "Please write to me.",
        ),
        (
            "en",
            "shouting.capitals",
            "PLEASE READ THE LISTING AGAIN.",
            "Please read the listing again.",
        ),
        ("ru", "conditional.if", "Извините, если вас это огорчило.", "Извините."),
        ("ru", "conditional.if", "Если мы ошиблись, приносим извинения.", "Приносим извинения."),
        ("ru", "conditional.if", "Простите за возможные повреждения.", "Простите за повреждения."),
        (
            "ru",
            "excuse.sorry-but",
            "Жаль, что так вышло, но у нас сейчас аврал.",
            "Жаль, что так вышло.",
        ),
        ("ru", "hedged.own", "Возможно, мы перепутали книги.", "Мы перепутали книги."),
        ("ru", "hedged.own", "Это, возможно, наша ошибка.", "Это наша ошибка."),
        (
            "ru",
            "shouting.capitals",
            "ЧИТАЙТЕ ВСЕГДА ОПИСАНИЕ ВНИМАТЕЛЬНО.",
            "Читайте всегда описание внимательно.",
        ),
    ],
)
def test_a_rewording_keeps_what_is_said_and_reads_well(language, rule, text, better):
    assert mended(text, rule, language) == better


@pytest.mark.parametrize(
    ("language", "rule", "hurts"),
    [
        ("en", "hedged.played-down", "It's only a book after all."),
        ("en", "defensive.record", "Nobody else noticed any smell."),
        ("ru", "hedged.played-down", "Ну бывает."),
        ("ru", "defensive.record", "Больше никто не жаловался."),
    ],
)
def test_a_sentence_that_does_nothing_but_hurt_is_left_out(language, rule, hurts):
    kept = "The refund is on its way today." if language == "en" else "Деньги верну сегодня."
    assert mended(f"{hurts} {kept}", rule, language) == f" {kept}"


@pytest.mark.parametrize(
    ("language", "rule", "text"),
    [
        ("en", "hedged.played-down", "It's only a book."),  # the letter would be empty
        ("en", "defensive.record", "Nobody else complained in 2024. The refund left today."),
        ("en", "defensive.record", "Nobody else noticed, and I refund you today. Yours, Ann"),
        ("ru", "defensive.record", "Больше никто не жаловался с 2019 года. Деньги верну сегодня."),
    ],
)
def test_a_sentence_that_says_more_stays(language, rule, text):
    assert mended(text, rule, language) is None
