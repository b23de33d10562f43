import pytest

from softanswer.replies.orders.order import Marketplace, Order, OrderLine
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.own_heat import own_heat, own_heat_of

FRIENDLY = {
    "en": (
        "Dear Ms Harwood, thank you for your letter.",
        "I am sorry that the book has not reached you.",
        "Thank you so much!",
        "What lovely news! I am so glad that it arrived!",
        "Thank you!! That made my day.",
        "Is it the blue edition? Is the jacket there?",
        "The DVD is in the sleeve.",
        "The ISBN is 9780140449266.",
        "It went by USPS and by DHL, with a CN22 for the EU.",
        "OK, I will post it on Monday.",
        "The CD-ROM and the PDF are both there.",
        "Volume III of the set is with USPS in NY.",
        "I posted “WAR AND PEACE IN ONE VOLUME” today.",
        "My copy of “You Are An Idiot” is still here.",
        "I sent “The Idiot” by Dostoevsky on Monday.",
        "It was stupid of me to trust the old label.",
        "I felt like a fool when I saw the shelf.",
        "The bloody chamber book is “The Bloody Chamber”.",
        "It is a fine* copy, grade A*, on programming in C#.",
        "Please write to ana@lanternlane.example.",
        "The total is US$21.85, which is 50% of the sum.",
        "You did nothing wrong, the mistake is mine.",
        "If the book is damaged, you need not send it back.",
        "You may of course open a claim with PayPal.",
        "I will not fight your claim.",
        "The police novel is packed.",
        "* * *",
        "*****",
        "Hello Ana,\n\nThe parcel left today.\n\nKind regards\nLANTERN LANE BOOKS\n",
        "I am sorry.\n\n> YOU ARE ALL THIEVES AND LIARS!!!\n> Go to hell.\n",
        "On 3 May you wrote:\n> You idiot, give me my money back or I sue you.\n\nI am sorry.",
        "Order: 112-1234567-1234567\nTitle: FUCK YEAH MENSWEAR\nSent: 3 May\n\nIt is on its way.",
        "I am sorry.\n\n-- \nSHUT UP AND READ, the bookshop\n",
        "The book is with the carrier; please give it three days.",
        "The tracking number is RR123456785GB.",
        "Shall I send a second copy, or the money back?",
        "I am truly sorry, this was my mistake alone!",
        "Please keep the book, no photo is needed!",
        "The FAQ in HTML and the EPUB are on the USB stick.",
        "Dear Mr Dick, dear Mrs Cox, the Scunthorpe atlas is here.",
        "It left on 3 May 2026 at 9 AM and should be there by the 20th.",
    ),
    "ru": (
        "Здравствуйте, Мария Ивановна, спасибо за письмо.",
        "Мне жаль, что книга до вас не дошла.",
        "Спасибо вам большое!",
        "Какая радость! Так рада, что книга дошла!",
        "Спасибо!! Вы меня очень порадовали.",
        "Это синее издание? Суперобложка цела?",
        "Диск DVD лежит в конверте.",
        "Номер ISBN 9785170000000.",
        "Посылка ушла через СДЭК, номер в РФ тот же.",
        "ОК, отправлю в понедельник.",
        "Том III издан в СССР.",
        "Отправила «ВОЙНУ И МИР» сегодня.",
        "Роман «Идиот» ещё в наличии.",
        "Роман «Вы идиот» ещё в наличии.",
        "Я сам дурак, что не проверил.",
        "Это была глупая ошибка, и она моя.",
        "Состояние хорошее*, а язык C#.",
        "Пишите на ana@lanternlane.example.",
        "Всего 2185 рублей, это 50% суммы.",
        "Вы ни в чём не виноваты, ошибка моя.",
        "Если книга повреждена, возвращать её не нужно.",
        "Вы вправе открыть спор, если вам так спокойнее.",
        "Поздравляю вас с юбилеем!",
        "Я подала заявление на розыск на почте.",
        "Ищу для вас книгу про хрен и редьку.",
        "* * *",
        "*****",
        "Здравствуйте!\n\nПосылка ушла сегодня.\n\nС уважением,\nКНИЖНАЯ ЛАВКА\n",
        "Мне жаль.\n\n> ВЫ ВСЕ ВОРЫ И ЖУЛИКИ!!!\n> Идите к чёрту.\n",
        "Вы писали:\n> Идиоты, верните деньги, или я подам в суд.\n\nМне очень жаль.",
        "Заказ: 112-1234567\nКнига: Чёрт возьми, мудак\nОтправлено: 3 мая\n\nОна уже в пути.",
        "Книга у перевозчика, дайте ей три дня.",
        "Номер отправления RR123456785RU.",
        "Верну деньги сегодня, а книгу оставьте себе.",
        "Прислать второй экземпляр или вернуть деньги?",
        "Мне очень жаль, это только моя ошибка!",
        "Оставьте книгу себе, фотография не нужна!",
        "Файлы PDF и EPUB лежат на USB.",
        "Небо, хлеб, потребитель и сабля в тексте целы.",
        "Отправлено 3 мая, будет у вас до 20 мая.",
    ),
}

HEATED = {
    "en": (
        ("I am SORRY about it.", 1),
        ("I did NOT send the wrong book.", 1),
        ("PLEASE read the listing.", 1),
        ("Congratulations on your reading skills.", 1),
        ("Thank you so much for the lovely lecture.", 1),
        ("Sorry, I left my crystal ball at home.", 1),
        ("You did not read the listing!", 1),
        ("You should have checked your address!!", 1),
        ("You claim that the book was damaged!", 1),
        ("As I already told you, it is on its way!", 1),
        ("Are you sure you did not drop it yourself?!", 1),
        ("Sent to SPRINGFIELD, ILLINOIS, LARKSPUR LANE.", 1),
        ("THIS IS NOT MY FAULT.", 2),
        ("I SENT THE BOOK ON MONDAY AND YOU KNOW IT", 2),
        ("READ the listing, it is NOT new and NEVER was.", 2),
        ("You are an idiot.", 2),
        ("What an imbecile.", 2),
        ("This is damn rude.", 2),
        ("People like you ruin our day.", 2),
        ("Your letter is ridiculous.", 2),
        ("You are rude.", 2),
        ("Shame on you.", 2),
        ("This is cr*p.", 2),
        ("What the @#$%!", 2),
        ("You d@mn well know it.", 2),
        ("Just get lost.", 2),
        ("You Stupid woman.", 2),
        ("You stupid idiot.", 2),
        ("You stupid, stupid man.", 2),
        ("Are you blind?", 2),
        ("This is fucking unfair.", 3),
        ("What the f*** do you want.", 3),
        ("F#CK your book.", 3),
        ("You b*tch.", 3),
        ("You c**t.", 3),
        ("You idiot. Go to hell.", 3),
        ("Damn it, you moron, this is your own fault.", 3),
        ("You will regret this.", 3),
        ("I will sue you.", 3),
        ("I know where you live.", 3),
        ("If you leave negative feedback, we will block you.", 3),
        ("Remove your review first, then I refund you.", 3),
        ("You are rude, and I will report you to Amazon.", 3),
    ),
    "ru": (
        ("Мне ОЧЕНЬ жаль.", 1),
        ("Я НИКОГДА не отправляла эту книгу.", 1),
        ("ВНИМАТЕЛЬНО прочтите описание.", 1),
        ("Поздравляю с открытием.", 1),
        ("Спасибо за лекцию.", 1),
        ("Хрустальный шар у нас сломался.", 1),
        ("Вы не прочитали описание!", 1),
        ("Вы сами указали неверный адрес!!", 1),
        ("Надо было читать описание внимательно!", 1),
        ("Отправлено: ЛЕНИНГРАДСКАЯ УЛИЦА, ТВЕРЬ.", 1),
        ("ЭТО НЕ МОЯ ВИНА.", 2),
        ("Я ОТПРАВИЛА КНИГУ В ПОНЕДЕЛЬНИК И ВЫ ЭТО ЗНАЕТЕ", 2),
        ("Вы идиот.", 2),
        ("Какой бред вы несёте.", 2),
        ("С такими людьми, как вы, невозможно работать.", 2),
        ("Какая наглость.", 2),
        ("Вы хам.", 2),
        ("Как вам не стыдно.", 2),
        ("Это г*вно, а не письмо.", 2),
        ("Это г**но, а не письмо.", 2),
        ("Что за @#$%!", 2),
        ("Читать не умеете?", 2),
        ("Идите вы лесом.", 2),
        ("Мне плевать.", 2),
        ("Вы бесите.", 2),
        ("Вы тупой идиот.", 2),
        ("Ваше хамство неуместно.", 2),
        ("Полный бред.", 2),
        ("Да пошли вы на х**!", 3),
        ("Это пиздец.", 3),
        ("Это п#здец.", 3),
        ("Ну вы и м@дак.", 3),
        ("Заебали.", 3),
        ("Мне похуй.", 3),
        ("БЛЯДЬ, как вы мне надоели.", 3),
        ("Вы идиот. Проваливайте.", 3),
        ("Мы подадим на вас в суд.", 3),
        ("Вы об этом пожалеете.", 3),
        ("Если оставите плохой отзыв, мы вас заблокируем.", 3),
        ("Сначала удалите отзыв, потом деньги.", 3),
        ("Знаю, где вы живёте.", 3),
        ("Вы хам, и я пожалуюсь на вас администрации.", 3),
    ),
}
_FRIENDLY_LINES = [(language, text) for language, texts in FRIENDLY.items() for text in texts]
_HEATED_LINES = [(language, *line) for language, lines in HEATED.items() for line in lines]


@pytest.mark.parametrize(("language", "text"), _FRIENDLY_LINES)
def test_what_is_written_kindly_is_calm(language, text):
    assert own_heat(text, language) == 0


@pytest.mark.parametrize(("language", "text", "heat"), _HEATED_LINES)
def test_what_is_written_in_heat_has_its_heat(language, text, heat):
    assert own_heat(text, language) == heat


def test_each_language_has_at_least_forty_lines_on_both_sides():
    assert {len(FRIENDLY[language]) >= 40 for language in ("en", "ru")} == {True}
    assert {len(HEATED[language]) >= 40 for language in ("en", "ru")} == {True}


@pytest.mark.parametrize(("language", "text", "heat"), _HEATED_LINES)
def test_what_they_wrote_is_not_hers(language, text, heat):
    greeting = {"en": "I am sorry.", "ru": "Мне очень жаль."}[language]
    quoted = "\n".join(f"> {line}" for line in text.splitlines())
    assert own_heat(f"{greeting}\n\n{quoted}\n", language) == 0


def test_the_hottest_place_counts():
    assert own_heat("I am SORRY. You idiot. I am so glad that it arrived!", "en") == 2


def test_the_language_is_found_out():
    assert own_heat("Как вам не стыдно.") == 2
    assert own_heat("Shame on you.") == 2


def test_a_language_without_rules_is_calm():
    assert own_heat("Sie sind ein Idiot, und das ist nicht meine Schuld.", "de") == 0


def test_a_title_of_the_order_is_not_hers():
    order = Order(
        order_id="1",
        source="sample",
        marketplace=Marketplace.EBAY,
        items=(OrderLine("GO THE FUCK TO SLEEP AND READ"),),
    )
    text = "The book Go the Fuck to Sleep and Read left today."
    assert own_heat(text, "en") == 3
    assert own_heat_of(check(text, CheckContext(language="en", order=order)), text) == 0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You f#ck."),
        ("en", "What the @#$% is this."),
        ("ru", "Это п#здец."),
        ("ru", "Что за @#$%!"),
    ],
)
def test_a_disguised_swear_word_blocks_a_reply_as_the_word_itself_does(language, text):
    assert check(text, CheckContext(language=language)).is_blocked


@pytest.mark.parametrize("text", ["Rated *****", "$$$", "A & B & C", "#1, 50% & more!"])
def test_signs_that_stand_for_no_word_are_let_be(text):
    assert "insult.signs" not in {f.rule for f in check(text, CheckContext("en")).findings}
