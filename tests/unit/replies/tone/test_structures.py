"""Faults in words that no rule lists, by how the sentence is built; kind ones beside them."""

import pytest

from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.finding import Severity


def categories(text, language):
    findings = check(text, CheckContext(language=language)).findings
    return {f.category for f in findings if f.span and f.severity is not Severity.ADVICE}


@pytest.mark.parametrize(
    ("language", "category", "text"),
    [
        ("en", "sarcasm", "Splendid, yet another message about a crease."),
        ("en", "sarcasm", "Do you believe we bind these ourselves, or did you expect me to?"),
        ("en", "sarcasm", "We are delighted that a scratch spoiled your year."),
        ("en", "excuse", "It went out late since our printer had jammed."),
        ("en", "excuse", "Anybody might miss a torn endpaper."),
        ("en", "displaced_responsibility", "The depot must have soaked it."),
        ("en", "displaced_responsibility", "The courier decides the hour, not us."),
        ("en", "blame_customer", "You never mentioned the second flat."),
        ("en", "blame_customer", "No one forced you to buy it."),
        ("ru", "sarcasm", "Замечательно, очередная претензия к уголку."),
        ("ru", "sarcasm", "Вы считаете, что мы делаем их сами?"),
        ("ru", "excuse", "Ушла поздно, поскольку сломалась машина."),
        ("ru", "excuse", "Каждый мог бы пропустить такой лист."),
        ("ru", "displaced_responsibility", "Это на складе её порвали."),
        ("ru", "displaced_responsibility", "Решает почта, а не мы."),
        ("ru", "blame_customer", "Вы не сообщили про второй подъезд."),
        ("ru", "blame_customer", "Никто не заставлял вас её брать."),
    ],
)
def test_the_build_of_a_sentence_tells_the_fault(language, category, text):
    assert category in categories(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lovely, thank you for the photo."),
        ("en", "Do you think Friday would suit you?"),
        ("en", "Did you want me to send another copy?"),
        ("en", "I am delighted that it came before the birthday."),
        ("en", "The parcel is late because I wrote the wrong house number."),
        ("en", "I will ask the people at the depot today."),
        ("en", "It was you who found the slip, thank you."),
        ("en", "You did not do anything wrong."),
        ("en", "You never have to pay for the return."),
        ("ru", "Прекрасно, спасибо за фото."),
        ("ru", "Может, мне ещё раз написать на почту?"),
        ("ru", "Вы не должны были ждать, писать надо было мне сразу."),
        ("ru", "Вы не указали, какой из двух прислать: напишите «1» или «2»."),
        ("ru", "Поставщик пришлёт мне новый экземпляр во вторник."),
        ("ru", "Не могли бы вы прислать фото?"),
    ],
)
def test_a_kind_sentence_of_a_like_build_is_left_alone(language, text):
    assert categories(text, language) == set()
