"""What the recogniser makes of letters: complaint or not, of what kind, how hot."""

from datetime import UTC, datetime

import pytest

from softanswer.mailbox.message import Address, Message
from softanswer.mailbox.mime import parse_message
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.cases.triage import judge, judge_text
from softanswer.ui.demo.shop import load_shop

K = CaseKind


def said(text, subject=""):
    judgement = judge_text(subject, text)
    return judgement.complaint, judgement.kind, judgement.heat


def letter(text, subject="", automatic=""):
    sender = Address("Jane Harwood", "j.harwood@mail.example")
    date = datetime(2026, 11, 22, tzinfo=UTC)
    return Message("<1>", (), (), sender, (), (), (), subject, date, text, automatic=automatic)


@pytest.mark.parametrize(
    ("text", "kind", "heat"),
    [
        ("My book has not come. Could you please look where it is?", K.NOT_RECEIVED, 0),
        ("My book has not come. I am very disappointed.", K.NOT_RECEIVED, 1),
        ("Where is my book??? I am really fed up with waiting.", K.NOT_RECEIVED, 2),
        ("My book has not come, you are crooks!!", K.NOT_RECEIVED, 3),
        ("You sent me the wrong book.", K.WRONG_ITEM, 1),
        ("I sent the book back two weeks ago and have not got my refund.",
         K.REFUND_NOT_RECEIVED, 1),
        ("The book never came. I am opening a chargeback with my bank.",
         K.LEGAL_OR_CHARGEBACK_THREAT, 1),
        ("You idiots.", K.ABUSIVE, 3),
        ("Здравствуйте! Книга до сих пор не пришла. Подскажите, где она.", K.NOT_RECEIVED, 0),
        ("Где моя книга?! Вы мошенники! Немедленно верните деньги!!!", K.NOT_RECEIVED, 3),
        ("Вы прислали не ту книгу.", K.WRONG_ITEM, 0),
        ("Книга так и не пришла. Подам в суд.", K.LEGAL_OR_CHARGEBACK_THREAT, 1),
        ("Идиоты.", K.ABUSIVE, 3),
        ("Хотелось бы вернуть деньги.", K.REFUND_REQUEST, 0),
    ],
)  # fmt: skip
def test_a_complaint_is_known_with_its_kind_and_heat(text, kind, heat):
    assert said(text) == (True, kind, heat)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thank you, the book came today and it is wonderful!", K.PRAISE),
        ("Do you have the second volume too?", K.QUESTION),
        ("If it does not arrive by Friday, what should I do?", K.QUESTION),
        ("If it arrives damaged, can I return it?", K.QUESTION),
        ("Is there any damage to the spine?", K.QUESTION),
        ("In case my book never arrives, will you refund me?", K.QUESTION),
        ("Should the book be damaged, do you take it back?", K.QUESTION),
        ("A friend's copy from another shop arrived damaged. Is yours in good condition?",
         K.QUESTION),
        ("Please cancel my order 14-20731-55812.", K.ORDER_CANCEL),
        ("I would like a refund please.", K.REFUND_REQUEST),
        ("Спасибо большое, книга пришла сегодня, она прекрасна!", K.PRAISE),
        ("Есть ли у вас второй том?", K.QUESTION),
    ],
)  # fmt: skip
def test_what_is_no_complaint_is_of_its_own_kind_and_has_no_heat(text, kind):
    assert said(text) == (False, kind, 0)


@pytest.mark.parametrize(
    "text",
    [
        "If you don't refund me today I will leave you one star.",
        "I will leave negative feedback unless you answer me.",
        "Если не вернёте деньги, оставлю отрицательный отзыв.",
        "Поставлю вам одну звезду, если завтра не ответите.",
    ],
)
def test_who_threatens_with_feedback_is_angry_however_they_put_it(text):
    assert said(text) == (True, CaseKind.FEEDBACK_THREAT, 2)


@pytest.mark.parametrize(
    "text",
    [
        "I will gladly leave you a good review, thank you for the lovely book!",
        "С удовольствием оставлю хороший отзыв, спасибо за прекрасную книгу!",
    ],
)
def test_a_promise_of_good_feedback_is_no_threat(text):
    assert said(text) == (False, CaseKind.PRAISE, 0)


@pytest.mark.parametrize(
    "text",
    [
        "A beautiful book and quick delivery, thank you! Unfortunately page 112 is torn.",
        "A lovely copy, but page 112 is torn.",
        "Прекрасное издание, но страница 112 порвана.",
        "Прекрасное издание, спасибо! К сожалению, страница 112 порвана.",
    ],
)
def test_praise_with_one_defect_is_a_calm_complaint_about_the_defect(text):
    assert said(text) == (True, CaseKind.DAMAGED, 0)


@pytest.mark.parametrize(
    ("text", "complaint", "kind"),
    [
        ("The book arrived at last, but the cover is torn.", True, CaseKind.DAMAGED),
        ("Книга наконец пришла, но обложка порвана.", True, CaseKind.DAMAGED),
        ("It finally came, the cover is torn.", True, CaseKind.DAMAGED),
        ("Книга наконец пришла с порванной обложкой.", True, CaseKind.DAMAGED),
        ("It took six weeks, but the book has arrived and it is wonderful, thank you!",
         False, CaseKind.PRAISE),
        ("Книга наконец пришла, спасибо! Она прекрасна.", False, CaseKind.PRAISE),
        ("My book had not come, but it has now arrived.", False, CaseKind.PRAISE),
        ("Книга не приходила, но сегодня пришла.", False, CaseKind.PRAISE),
    ],
)  # fmt: skip
def test_that_it_came_at_last_settles_the_delay_and_nothing_else(text, complaint, kind):
    assert said(text)[:2] == (complaint, kind)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("The parcel was lost but has turned up.", False),
        ("The refund had not arrived, but it has come through now.", False),
        ("It had not come. Today it has turned up, thank you.", False),
        ("I could not open the file yesterday, but it works now. Thanks.", False),
        ("Посылка пропала, но, слава богу, нашлась.", False),
        ("Деньги не приходили, но сегодня поступили.", False),
        ("Книга не приходила. Сегодня нашлась, спасибо.", False),
        ("Вчера файл не открывался, сегодня всё работает. Спасибо.", False),
        ("My parcel was lost and has not turned up.", True),
        ("My book never came. I have now received your reply. It does not help.", True),
        ("I ordered two books. The first never came. The second has arrived.", True),
        ("It is lost. It left Leipzig and arrived in Leeds on the 3rd, and that was all.", True),
        ("Посылка потерялась и не нашлась.", True),
        ("Книга не пришла. Наконец получила ваш ответ. Он ничего не объясняет.", True),
        ("Заказала две книги. Первая так и не пришла. Вторая пришла сегодня.", True),
    ],
)
def test_what_was_missing_and_is_here_now_is_no_complaint(text, complaint):
    assert said(text)[0] is complaint


@pytest.mark.parametrize(
    "text",
    [
        "You sent me the wrong volume in May, and you put it right within two days. Thank you.",
        "В мае вы прислали не тот том и за два дня всё исправили. Спасибо.",
    ],
)
def test_a_fault_that_the_shop_has_made_good_is_no_complaint(text):
    assert said(text) == (False, CaseKind.PRAISE, 0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It has turned up at last, with its spine torn.", K.DAMAGED),
        ("The refund came through, but it is ten pounds short.", K.REFUND_NOT_RECEIVED),
        ("Наконец-то нашлась, но корешок порван.", K.DAMAGED),
        ("Деньги пришли, но на триста рублей меньше.", K.REFUND_NOT_RECEIVED),
    ],
)
def test_what_came_and_is_not_right_is_a_complaint(text, kind):
    assert said(text)[:2] == (True, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Lovely copy, thank you. Only the dust jacket has a small tear that you did not mention.",
        "There is a stain on the cover which your description does not mention.",
        "Your photographs did not show the hole in the board.",
        "Прекрасный экземпляр, спасибо. Только на суперобложке небольшой надрыв, о котором вы не"
        " упомянули.",
        "На обложке пятно, о котором в описании ни слова.",
    ],
)
def test_a_defect_that_was_not_told_of_is_a_calm_complaint_however_kind_the_words(text):
    complaint, kind, heat = said(text)
    assert complaint
    assert heat <= 1
    assert kind in {CaseKind.NOT_AS_DESCRIBED, CaseKind.DAMAGED}


@pytest.mark.parametrize(
    "text",
    [
        "I hope it does not get lost.",
        "I hope the parcel won't get lost in the Christmas post. Thank you!",
        "Thank you, you are not a crook.",
        "I am rubbish at computers, forgive the typos. Do you still have the Hardy?",
        "The box was a joke, but the book inside is perfect. Thank you!",
        "The novel is garbage, but your copy is as clean as a whistle.",
        "What a lovely book. It is a shame I did not buy the second volume too.",
        "I felt like a thief at that price. Thank you!",
        "Have you got any books on pirates, or on famous liars?",
        "My son's joke book came today, he is thrilled.",
        "I have never seen a used book wrapped like that, thank you!",
        "Надеюсь, посылка не потеряется.",
        "Надеюсь, книга не пропадёт в предновогодней почте. Спасибо!",
        "Спасибо, вы не жулики, теперь я это знаю.",
        "Роман — дрянь, зато экземпляр ваш чистенький, спасибо.",
        "Есть ли у вас книги про пиратов и разбойников?",
        "Стыдно признаться, но я потеряла открытку с номером заказа. Можно узнать его ещё раз?",
    ],
)
def test_words_of_worry_and_scorn_that_are_not_for_the_shop_are_no_complaint(text):
    complaint, kind, heat = said(text)
    assert (complaint, heat) == (False, 0)
    assert kind is not CaseKind.ABUSIVE


@pytest.mark.parametrize(
    "text",
    [
        "Crooks.",
        "Liars!",
        "Thieves, the lot of you.",
        "Get lost, you and your shop.",
        "You are not a bookseller, you are a crook.",
        "Мошенники!",
        "Жулики.",
        "Воры, все до одного.",
        "Проваливайте вместе со своей лавкой.",
        "Вы не магазин, а жулики.",
    ],
)
def test_who_only_insults_the_shop_is_abusive(text):
    assert said(text) == (True, CaseKind.ABUSIVE, 3)


@pytest.mark.parametrize("text", ["The packing was pathetic and the corners are bumped.",
                                  "Упаковка жалкая, углы разбиты."])  # fmt: skip
def test_scorn_for_the_packing_is_no_insult(text):
    complaint, kind, heat = said(text)
    assert (complaint, kind) == (True, CaseKind.DAMAGED)
    assert heat < 3


@pytest.mark.parametrize(
    "text",
    [
        "This is my second reminder. Nine days ago you told me the refund would go out that week."
        " I have looked at my card statement this morning and there is still nothing there.",
        "Напоминаю второй раз. Девять дней назад вы написали, что деньги уйдут на этой неделе."
        " Сегодня утром смотрела выписку по карте: там по-прежнему пусто.",
    ],
)
def test_a_refund_that_was_promised_and_is_not_there_is_one_not_received(text):
    assert said(text) == (True, CaseKind.REFUND_NOT_RECEIVED, 1)


@pytest.mark.parametrize(
    "text",
    [
        "I am not saying that you are crooks, but the book has not come.",
        "Я не говорю, что вы жулики, но книга не пришла.",
    ],
)
def test_an_insult_that_is_denied_does_not_heat_a_complaint(text):
    complaint, kind, heat = said(text)
    assert (complaint, kind) == (True, CaseKind.NOT_RECEIVED)
    assert heat <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The delivery date is long past. I will not wait any longer, send my money back.",
        "Срок доставки давно прошёл. Ждать дальше я не намерен, верните деньги.",
    ],
)
def test_who_will_wait_no_longer_has_not_received_it(text):
    assert said(text)[:2] == (True, CaseKind.NOT_RECEIVED)


@pytest.mark.parametrize(
    "text",
    [
        "My mistake entirely: I forgot we moved and gave the old address. Please send it there.",
        "Моя ошибка: мы переехали. Отправьте, пожалуйста, на новый адрес.",
    ],
)
def test_a_wish_after_their_own_mistake_is_a_wish_and_no_praise(text):
    assert said(text) == (False, CaseKind.ADDRESS_PROBLEM, 0)


DEMO = load_shop(datetime(2026, 11, 22, 15, tzinfo=UTC))


@pytest.mark.parametrize(
    "sample",
    [
        pytest.param(letter, id=letter.name)
        for letter in (*DEMO.letters, DEMO.late_letter)
        if letter.expected is not None
    ],
)
def test_every_letter_of_the_sample_shop_is_read_as_a_careful_reader_reads_it(sample):
    judgement = judge(parse_message(sample.raw))
    read = (judgement.complaint, judgement.kind, judgement.heat)
    assert read == (sample.expected.complaint, sample.expected.kind, sample.expected.heat)


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        (
            "The book never came. I want my money back, or I will leave one star.",
            (K.FEEDBACK_THREAT, K.NOT_RECEIVED, K.REFUND_REQUEST),
        ),
        ("You sent me the wrong book.", (K.WRONG_ITEM,)),
        ("Do you have the second volume too?", ()),
    ],
)
def test_every_trouble_is_listed_and_the_main_one_comes_first(text, issues):
    assert judge_text("", text).issues == issues


def test_the_reasons_are_stretches_of_the_text_in_order():
    text = "Hello,\n\nmy book has not come. I am really fed up, you liars!\n"
    reasons = judge_text("Order", text).reasons
    assert [text[r.start : r.end] for r in reasons] == [r.text for r in reasons]
    assert {"not come", "you liars"} <= {r.text for r in reasons}
    assert [r.start for r in reasons] == sorted(r.start for r in reasons)
    assert all(r.why for r in reasons)


def test_at_most_eight_reasons_are_given():
    text = (
        "Where is my book? It never came. You sent the wrong one. The cover is torn. Pages are"
        " missing. You idiots, crooks, liars! I am furious. I want my money back. I am fed up."
    )
    assert len(judge_text("", text).reasons) == 8


def test_a_subject_alone_can_say_it():
    assert said("See above.", "My book never arrived")[:2] == (True, CaseKind.NOT_RECEIVED)
    assert judge_text("My book never arrived", "See above.").reasons == ()


def test_what_is_quoted_is_not_what_the_customer_says():
    text = (
        "Thank you!\n\nOn 11 Nov 2026 at 09:12, Books wrote:\n> I am sorry that it never came.\n"
    )
    assert said(text)[0] is False


def test_a_title_is_no_trouble():
    assert said("Do you have “Never Received: The Wrong Book”?") == (False, CaseKind.QUESTION, 0)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Where is my book?", "en"), ("Где моя книга?", "ru"), ("> quoted\n\nГде книга?", "ru")],
)
def test_the_language_is_that_of_the_customers_own_words(text, language):
    assert judge_text("", text).language == language


def test_order_numbers_of_subject_and_text_are_told_once():
    judgement = judge_text("Order 14-20731-55812", "My order 14-20731-55812 and SA-1041.")
    assert judgement.order_refs == ("14-20731-55812", "SA-1041")


@pytest.mark.parametrize("length", [29_900, 30_000])
def test_a_very_long_letter_is_read_to_its_thirty_thousandth_character(length):
    text = "." * (length - 2) + "\n\nThe book never came."
    assert judge_text("", text).complaint is (length < 30_000)


def test_the_surer_the_plainer():
    plain = judge_text("", "My book never came. Where is my book? You sent nothing, you liars!")
    faint = judge_text("", "You sent me the wrong book.")
    assert 0.5 <= faint.confidence < plain.confidence <= 1


# What no person wrote.


def test_mail_that_its_headers_call_automatic_is_no_complaint():
    text = "Your message about order 14-20731-55812 could not be delivered. It never arrived."
    judgement = judge(letter(text, "Failure", automatic="bounce"))
    assert (judgement.complaint, judgement.kind, judgement.heat) == (False, CaseKind.OTHER, 0)
    assert judgement.automatic
    assert judgement.order_refs == ("14-20731-55812",)


def test_the_same_words_of_a_person_are_a_complaint():
    assert judge(letter("My book never came.")).complaint
    assert not judge(letter("My book never came.")).automatic


@pytest.mark.parametrize(
    "text",
    [
        "I am out of the office until Monday and will answer then. This is an automatic reply.",
        "Я в отпуске до понедельника. Это автоматический ответ.",
    ],
)
def test_an_automatic_answer_is_known_by_its_words(text):
    judgement = judge_text("Out of office", text)
    assert (judgement.automatic, judgement.complaint) == (True, False)


OPENED = (
    "eBay\n\nThe buyer opened a case: item not received.\nOrder number: 14-20731-55812\n"
    "Please respond by 25 November.\n"
)


@pytest.mark.parametrize("automatic", ["", "list"])
def test_a_marketplaces_notice_of_a_case_is_a_complaint_although_no_person_wrote_it(automatic):
    judgement = judge(letter(OPENED, "A case was opened", automatic=automatic))
    assert (judgement.complaint, judgement.kind) == (True, CaseKind.NOT_RECEIVED)
    assert judgement.automatic


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (OPENED.replace("opened a case", "wants to return it, changed my mind")
         .replace("item not received", "return requested"), False),
        (OPENED + "The case was closed.\n", False),
    ],
)  # fmt: skip
def test_a_notice_without_a_fault_of_the_shop_is_no_complaint(text, complaint):
    assert judge(letter(text, "eBay", automatic="list")).complaint is complaint


@pytest.mark.parametrize(("words", "complaint"), [(990, True), (1_000, False)])
def test_a_letter_is_read_to_its_thousandth_word(words, complaint):
    text = "x " * (words - 2) + ". You are crooks!!"
    assert judge_text("", text).complaint is complaint


def test_of_a_subject_only_the_beginning_is_read():
    assert judge_text("x" * 900 + ". You crooks!", "").complaint
    assert not judge_text("x" * 1_000 + ". You crooks!", "").complaint
