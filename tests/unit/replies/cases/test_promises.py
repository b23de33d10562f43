"""What a reply promises that we will do, by which day; sentences of both languages, both ways."""

from datetime import date

import pytest

from softanswer.replies.cases.promises import promises_in

THURSDAY = date(2026, 11, 19)
LETTER = """Dear Ms Harwood,

I am sorry. I am sending the full £21.85 back today, and you will see it by Friday 27 November.

There is nothing you need to do, and I will write to you again on Monday.

Order: I will send it tomorrow
Sent: I will send it tomorrow

With kind regards,
Ana Reyes

On 11 Nov 2026 at 09:12, Jane Harwood wrote:
> I will send you a lawyer tomorrow.
"""


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("I will send the full £21.85 back by Friday 27 November.", date(2026, 11, 27)),
        ("I'll post it tomorrow.", date(2026, 11, 20)),
        ("You will hear from me by Tuesday.", date(2026, 11, 24)),
        ("You will have my answer by 27 November, 5 pm.", date(2026, 11, 27)),
        ("It leaves here on Wednesday.", date(2026, 11, 25)),
        ("The order leaves Wednesday.", date(2026, 11, 25)),
        ("We will refund you within two days.", date(2026, 11, 21)),
        ("I will write within 5 business days.", date(2026, 11, 26)),
        ("I will answer within one business day of your reply.", None),
        ("The day the book is back here, I return the full £21.85.", None),
        ("1. I return the full £21.85 by Friday 27 November.", date(2026, 11, 27)),
        ("By Friday I will send you the label.", date(2026, 11, 20)),
        ("Your letter of Monday is here and I will reply tomorrow.", date(2026, 11, 20)),
        ("I will return the money by 10 November.", date(2026, 11, 10)),
        ("I will put the label in the post at once.", date(2026, 11, 19)),
        ("If you send it by Friday, I will refund you.", None),
        ("If it is not with you by 27 November, I return the money that day.", date(2026, 11, 27)),
        (
            "If it is not there, answer “not here”, and I will return £21.85 by 1 December.",
            date(2026, 12, 1),
        ),
        ("I will let you know by the end of the week.", date(2026, 11, 20)),
        ("I'll get back to you next week.", date(2026, 11, 27)),
        ("The refund will be on your card by the 25th.", date(2026, 11, 25)),
        ("Your money will be returned on 25 November 2026.", date(2026, 11, 25)),
        ("Expect my answer by noon on Friday.", date(2026, 11, 20)),
        ("We'll dispatch a replacement on Monday and email you the number.", date(2026, 11, 23)),
        ("I am going to refund you in full.", None),
        ("I promise to write to you by Thursday.", date(2026, 11, 19)),
        (
            "The book will leave here by 2026-11-23, and I will send you the number then.",
            date(2026, 11, 23),
        ),
        ("I am correcting the description today.", date(2026, 11, 19)),
        ("I am sending the money back today.", date(2026, 11, 19)),
        ("I will call you next Tuesday.", date(2026, 11, 24)),
        ("I will ask the carrier within 48 hours.", date(2026, 11, 21)),
        ("You will receive the new file in a week.", date(2026, 11, 26)),
        ("I will use a stronger box from now on.", None),
        ("I will check the shelf on January 4.", date(2027, 1, 4)),
        ("I will write to you in two to three days.", date(2026, 11, 22)),
        ("I will send it the day after tomorrow.", date(2026, 11, 21)),
    ],
)
def test_what_we_will_do_is_a_promise(text, due):
    [promise] = promises_in(text, "en", THURSDAY)
    assert promise.due == due


@pytest.mark.parametrize(
    "text",
    [
        "I will try to send it by Friday.",
        "I hope to send it by Friday.",
        "Please send it back by Friday.",
        "You will have to send it back by Friday.",
        "I would like to answer it with care.",
        "I sent it on Friday.",
        "Shall I send it on Friday?",
        "I have flagged your order for Friday.",
        "I could post it tomorrow.",
        "I can send you a photo tomorrow.",
        "I might be able to return it by Friday.",
        "We are looking into it.",
        "I will do my best.",
        "We will see.",
        "I will be away until Monday.",
        "The carrier will deliver it by Friday.",
        "It should be with you by Friday.",
        "You will find the label attached.",
        "I will keep the book here for you.",
        "It would help if you could reply by Friday.",
        "I will need your address by Friday.",
        "I will ask you to send a photo by Friday.",
        "I would be glad to send you another copy.",
        "I hope the book will reach you by Friday.",
        "I am sorry that I did not write on Friday.",
        "You will receive no further letters.",
        "Thank you for ordering on Monday.",
        "Would it help if I sent it tomorrow?",
        "I will never sell your address.",
        "I always send books within two days.",
        "I was going to send it on Friday.",
        "Let me look into it.",
        "I will not send it before Friday.",
        "You may return it until 27 November.",
        "If one answer would settle it, reply with one line, and I will begin there.",
        "If there is something else, add it, and I will look at that at the same time.",
        "I will gladly answer every line about the book.",
    ],
)
def test_wishes_offers_questions_and_their_own_steps_are_none(text):
    assert promises_in(text, "en", THURSDAY) == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Отправлю вам второй экземпляр завтра.", date(2026, 11, 20)),
        ("Я верну вам все 1 850 ₽ до пятницы, 27 ноября.", date(2026, 11, 27)),
        ("Деньги вернутся на карту в течение пяти рабочих дней.", date(2026, 11, 26)),
        ("Мой ответ вы получите до 25 ноября.", date(2026, 11, 25)),
        ("Завтра же позвоню вам.", date(2026, 11, 20)),
        ("Напишу вам послезавтра.", date(2026, 11, 21)),
        ("Мы заменим книгу и вышлем её в понедельник.", date(2026, 11, 23)),
        ("Книга уйдёт во вторник.", date(2026, 11, 24)),
        ("Посылка отправится к вам 24 ноября.", date(2026, 11, 24)),
        ("Через два дня я проверю, где посылка, и напишу вам.", date(2026, 11, 21)),
        ("В течение двух дней мы вернём вам деньги.", date(2026, 11, 21)),
        ("К среде я узнаю, где посылка.", date(2026, 11, 25)),
        ("До конца недели я отвечу на каждый ваш вопрос.", date(2026, 11, 20)),
        ("На следующей неделе перезвоню вам.", date(2026, 11, 27)),
        ("Сегодня возвращаю вам всю сумму.", date(2026, 11, 19)),
        ("Я отменю заказ и верну деньги не позднее 23.11.2026.", date(2026, 11, 23)),
        ("Обещаю прислать номер до четверга.", date(2026, 11, 19)),
        ("Я приму книгу обратно за мой счёт.", None),
        ("Буду держать вас в курсе.", None),
        ("Мы свяжемся с вами до вечера.", date(2026, 11, 19)),
        ("Деньги будут у вас в среду.", date(2026, 11, 25)),
        ("Возврат будет отправлен в течение двух недель.", date(2026, 12, 3)),
        ("К 25 числу исправлю описание.", date(2026, 11, 25)),
        ("Выясню это и сообщу вам в пятницу.", date(2026, 11, 20)),
        ("Новый файл пришлю сегодня.", date(2026, 11, 19)),
        ("Компенсация поступит до конца месяца.", date(2026, 11, 30)),
        ("Узнаю на почте и в тот же день напишу вам.", None),
        ("Письмо с номером уйдёт завтра.", date(2026, 11, 20)),
        ("Подам заявление на розыск завтра утром.", date(2026, 11, 20)),
        ("Я передам перевозчику верный адрес до понедельника.", date(2026, 11, 23)),
        ("В течение недели мы оформим возврат.", date(2026, 11, 26)),
        ("Если до 27 ноября посылки не будет, я в тот же день верну деньги.", date(2026, 11, 27)),
        (
            "Если её не будет, ответьте «не пришла», и не позднее пятницы я всё улажу.",
            date(2026, 11, 20),
        ),
        ("В день, когда книга будет у меня, я верну деньги.", None),
        ("Я отвечу в течение одного рабочего дня после вашего письма.", None),
    ],
)
def test_what_we_will_do_is_a_promise_in_russian(text, due):
    [promise] = promises_in(text, "ru", THURSDAY)
    assert promise.due == due


@pytest.mark.parametrize(
    "text",
    [
        "Я отправил книгу в пятницу.",
        "Пришлите, пожалуйста, фотографию до пятницы.",
        "Могу отправить второй экземпляр завтра.",
        "Хочу вернуть вам деньги.",
        "Готова вернуть деньги до пятницы.",
        "Я не стану ждать до пятницы.",
        "Не отправлю книгу, пока не получу адрес.",
        "Вам нужно будет отправить книгу до пятницы.",
        "Надеюсь, книга дойдёт до пятницы.",
        "Посылка должна прийти до 25 ноября.",
        "Почта доставит её завтра.",
        "Отправить вам книгу завтра?",
        "Буду рада вашему ответу до пятницы.",
        "Книга уже отправлена.",
        "Деньги возвращены вчера.",
        "Постараюсь отправить завтра.",
        "Мне хотелось бы ответить вам завтра.",
        "Если вы получите книгу завтра, напишите мне.",
        "Когда вы вернёте книгу, всё станет ясно.",
        "Спасибо, что написали в понедельник.",
        "Вы можете вернуть книгу до пятницы.",
        "Жаль, что я не написала вам в среду.",
        "Срок доставки кончается 25 ноября.",
        "Мы никогда не передадим ваш адрес.",
        "Обычно я отправляю книги в течение двух дней.",
        "Желаю вам хорошей недели.",
        "Я бы отправила её завтра.",
        "Распечатайте бланк и сдайте посылку завтра.",
        "Сегодня пятый день из четырнадцати.",
        "Почему бы мне не отправить её завтра?",
        "Вы заказали книгу 3 ноября.",
        "Если хотите узнать что-нибудь ещё, допишите это, и я посмотрю заодно.",
        "Ответьте одной строкой, и я начну с него.",
    ],
)
def test_wishes_offers_questions_and_their_own_steps_are_none_in_russian(text):
    assert promises_in(text, "ru", THURSDAY) == ()


def test_a_letter_keeps_each_promise_with_its_own_day():
    assert [(p.sentence, p.due) for p in promises_in(LETTER, "en", THURSDAY)] == [
        ("I am sending the full £21.85 back today", THURSDAY),
        ("You will see it by Friday 27 November.", date(2026, 11, 27)),
        ("I will write to you again on Monday.", date(2026, 11, 23)),
    ]


def test_the_words_are_kept_whole_where_a_condition_stands_before_them():
    text = "If it is lost, I will return the money\nby Friday."
    [promise] = promises_in(text, "en", THURSDAY)
    assert promise.sentence == "If it is lost, I will return the money by Friday."


@pytest.mark.parametrize(
    ("sent_on", "due"),
    [
        (date(2026, 11, 19), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 20)),  # held overnight, it still means the same day
        (date(2026, 11, 21), date(2026, 11, 27)),
    ],
)
def test_a_weekday_counts_from_the_day_of_sending(sent_on, due):
    [promise] = promises_in("I will send it by Friday.", "en", sent_on)
    assert promise.due == due


def test_a_date_without_its_year_is_the_nearest_one():
    [promise] = promises_in("I will send it by 3 January.", "en", date(2026, 12, 30))
    assert promise.due == date(2027, 1, 3)


def test_a_language_without_rules_is_read_as_english():
    assert promises_in("Ich schicke es morgen.", "de", THURSDAY) == ()


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "Please choose what suits you better and answer with 1 or 2:\n"
            "1. I will return the full £12.\n2. I will send another copy.\n\n"
            "I will write to you tomorrow.\n",
            ["I will write to you tomorrow."],
        ),
        (
            "ru",
            "Выберите, пожалуйста, что вам удобнее, и ответьте цифрой 1 или 2:\n"
            "1. Я верну все деньги.\n2. Я отправлю другой экземпляр.\n\n"
            "Завтра я напишу вам.\n",
            ["Завтра я напишу вам."],
        ),
        (
            "en",
            "This is what I do:\n1. I will return the full £12.\n2. I will write tomorrow.\n",
            ["I will return the full £12.", "I will write tomorrow."],
        ),
    ],
)
def test_what_the_customer_chooses_among_is_not_promised(language, text, told):
    found = [promise.sentence for promise in promises_in(text, language, THURSDAY)]
    assert [one.removeprefix("1. ").removeprefix("2. ") for one in found] == told
