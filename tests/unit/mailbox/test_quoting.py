"""Own words are told from quoted letters, signatures and boilerplate."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.quoting import RegionKind, own_text, regions

OWN, QUOTED = RegionKind.OWN, RegionKind.QUOTED
SIGNATURE, DISCLAIMER = RegionKind.SIGNATURE, RegionKind.DISCLAIMER

ANSWER = "No, it did not come.\n\nI want my money back."

ATTRIBUTIONS = [
    "On Mon, Nov 3, 2025 at 10:15 AM Lantern Books <ana@books.example> wrote:",
    "On Mon, Nov 3, 2025 at 10:15 AM Lantern Lane Books and Maps\n<ana@books.example> wrote:",
    "On Monday, 3 November\n2025 at 10:15:00 GMT, Lantern Books <ana@books.example>\nwrote:",
    "On 3 Nov 2025, at 10:15, Lantern Books <ana@books.example> wrote:",
    "    On Monday, 3 November 2025 at 10:15:00 GMT, Ana <ana@books.example> wrote:  ",
    "On 11/3/25 10:15, Lantern Books wrote:",
    "Am Mo., 3. Nov. 2025 um 10:15 Uhr schrieb Lantern <ana@books.example>:",
    "Am 03.11.25 um 10:15 schrieb Lantern Books:",
    "Le lun. 3 nov. 2025 à 10:15, Lantern Books <ana@books.example> a écrit :",
    "El lun, 3 nov 2025 a las 10:15, Lantern (<ana@books.example>) escribió:",
    "Il giorno lun 3 nov 2025 alle ore 10:15 Lantern <ana@books.example> ha scritto:",
    "Em seg., 3 de nov. de 2025 às 10:15, Lantern <ana@books.example> escreveu:",
    "Op ma 3 nov 2025 om 10:15 schreef Lantern <ana@books.example>:",
    "3 нояб. 2025 г., в 10:15, Lantern Books <ana@books.example> написал(а):",
    "пн, 3 нояб. 2025 г. в 10:15, Lantern Books <ana@books.example>:",
    "Понедельник, 3 ноября 2025, 10:15 +03:00 от Lantern <ana@books.example>:",
    '03.11.2025, 10:15, "Lantern Books" <ana@books.example>:',
    "03.11.2025 10:15, Lantern Books пишет:",
    "2025年11月3日(月) 10:15 Lantern <ana@books.example>:",
    "Lantern <ana@books.example> 于2025年11月3日周一 10:15写道：",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_the_line_that_says_who_wrote_is_quoted_with_what_it_names(attribution):
    quoted = f"{attribution}\n\n> Did it come?\n>\n> Ana\n"
    assert own_text(f"{ANSWER}\n\n{quoted}") == ANSWER
    assert regions(f"{ANSWER}\n\n{quoted}")[1].start == len(ANSWER) + 2


@pytest.mark.parametrize("attribution", [a for a in ATTRIBUTIONS if "@" in a])
def test_with_an_address_it_quotes_all_below_even_without_quote_marks(attribution):
    assert own_text(f"{ANSWER}\n\n{attribution}\n\nDid it come?\n\nAna\n") == ANSWER


@pytest.mark.parametrize(
    "attribution",
    ["Ana wrote:", "Вы писали 3 ноября 2025 г., 10:15:20:", "ana@books.example said:"],
)
def test_a_vague_attribution_counts_only_above_quote_marks(attribution):
    assert own_text(f"{ANSWER}\n\n{attribution}\n> Did it come?") == ANSWER
    assert own_text(f"Hello,\n{attribution}\nDid it come?").endswith("Did it come?")


@pytest.mark.parametrize(
    "head",
    [
        "From: Ana <ana@books.example>\nSent: Monday, November 3, 2025\nTo: Jane\nSubject: RE",
        "________________________________\nFrom: Ana\nSent: Monday\nTo: Jane\nSubject: Order",
        "*From:* Ana\n*Sent:* Monday\n*To:* Jane\n*Subject:* Order",
        "From: Ana\n\nSent: Monday\n\nTo: Jane\n\nSubject: Order",
        "From: Ana\nTo: Jane; Paul Reed; Grace;\n  Henry\nDate: Monday\nSubject: Order",
        "От: Ana\nОтправлено: 3 ноября 2025 г. 10:15\nКому: Jane\nТема: Заказ",
        "От: Ana\nДата: 3 ноября 2025\nКому: Jane\nТема: Заказ",
        "Von: Ana\nGesendet: Montag, 3. November 2025 10:15\nAn: Jane\nBetreff: AW",
        "De : Ana\nEnvoyé : lundi 3 novembre 2025 10:15\nÀ : Jane\nObjet : RE",
        "De: Ana\nEnviado el: lunes, 3 de noviembre de 2025\nPara: Jane\nAsunto: RE",
        "-----Original Message-----\nFrom: Ana",
        "-----Ursprüngliche Nachricht-----\nVon: Ana",
        "-------- Исходное сообщение --------\nОт: Ana",
        "-------- Пересылаемое сообщение --------",
        "---------- Forwarded message ---------\nFrom: Ana",
        "Begin forwarded message:\n\nFrom: Ana",
        "##- Please type your reply above this line -##",
    ],
)
def test_all_below_the_head_of_another_letter_is_quoted(head):
    assert own_text(f"{ANSWER}\n\n{head}\n\nDear Jane,\ndid it come?\n") == ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "Hello,\nFrom: what I see, it is wrong.\nTo: be honest, I am sad.\nBye",
        "From: Jane\nSubject: Book\nMessage: where is it?",
        "On 3 May 2025 at 10:15 you wrote:\nI will refund.\nBut nothing came.",
        "I wrote on Monday at 10:15:\nno answer.",
        "It was sent from the shop on 5 May.\nSent from Berlin, it never arrived.",
        "Отправлено из Москвы 5 мая, трека нет.",
        "I am not the intended recipient of this book. I paid in error.",
        "My list:\n- one\n- two\n----\nDone",
        "On 3 Nov 2025 at 10:15 the carrier wrote:\nNobody was at home.\nThat was wrong.",
        "Sent: 3 November 2025\nFrom: Portland\nTo: Jane Doe, Leeds\n\nIt is on its way.",
        "From: Portland\nTo: Leeds\nDate: 3 November 2025\n\nIt is on its way.",
        ">From the start it was wrong.",
    ],
)
def test_plain_sentences_stay_the_writers_own(text):
    assert own_text(text) == text


def kinds(text: str) -> list[tuple[RegionKind, str]]:
    return [(r.kind, text[r.start : r.end]) for r in regions(text)]


def test_answers_between_quotes_are_own():
    text = "> Did it come?\n\nNo.\n\n> And the refund?\nNeither.\n\n-- \nJane\n"
    assert kinds(text) == [
        (QUOTED, "> Did it come?\n\n"),
        (OWN, "No.\n\n"),
        (QUOTED, "> And the refund?\n"),
        (OWN, "Neither.\n\n"),
        (SIGNATURE, "-- \nJane\n"),
    ]


def test_an_answer_below_the_quote_is_own():
    text = "On 11/3/25 10:15, Shop wrote:\n> Dear Jane\n> text\n\nThis is my answer.\n"
    assert own_text(text) == "This is my answer."


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Text\n\n-- \nJane\n+1 555 0100", "Text"),
        ("Text\n--\nJane", "Text"),
        ("Text\n-- \nJane\n\nOn 3 Nov 2025 at 10:15 S <s@b.example> wrote:\n> q", "Text"),
        ("Text\n\nBest regards,\nJane Smith", "Text\n\nBest regards,\nJane Smith"),
        (
            "Text\n\nBest regards,\nJane\nSmith Ltd\nTel: +44 20 7946 0000\nwww.smith.example",
            "Text\n\nBest regards,\nJane",
        ),
        ("С уважением,\nАнна\n\nООО Ромашка\nтел. 495 000", "С уважением,\nАнна"),
        ("Thanks\nJane\nOrder 114-1234567-1234567", "Thanks\nJane\nOrder 114-1234567-1234567"),
        ("Thanks\nJane\nPS: ring +44 20 7946 0000!", "Thanks\nJane\nPS: ring +44 20 7946 0000!"),
        ("Thanks\nJane\nTel: 555 0100\nPlease send it there.",
         "Thanks\nJane\nTel: 555 0100\nPlease send it there."),
    ],
)  # fmt: skip
def test_a_closing_is_own_and_what_stands_below_the_name_is_not(text, own):
    assert own_text(text) == own


def test_a_line_of_two_dashes_in_a_long_letter_is_no_signature():
    text = "Text\n--\n" + "More text.\n" * 20
    assert own_text(text) == text.strip("\n")


@pytest.mark.parametrize(
    "footer",
    [
        "Sent from my iPhone",
        "Sent from my Samsung Galaxy smartphone.",
        "Sent from Yahoo Mail on Android",
        "Sent from Mail for Windows",
        "Get Outlook for iOS<https://outlook.example>",
        "Von meinem iPhone gesendet",
        "Gesendet von Mail für Windows",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Отправлено с iPhone",
        "Отправлено из Яндекс.Почты",
        "Отправлено из мобильной Почты Mail.ru",
        "This e-mail and any attachments are confidential and intended solely for the addressee.",
        "CONFIDENTIALITY NOTICE: do not read this.",
        "If you have received this message in error, please notify us and delete it.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Это сообщение может содержать конфиденциальную информацию.",
        "Please consider the environment before printing this e-mail.",
        "[commMgrTok:A2Z7XQ4]",
        "Email reference id: [#a05-abcdefgh#]",
        "This message was sent through AbeBooks on behalf of a buyer.",
    ],
)
def test_footers_and_wrappers_are_boilerplate(footer):
    assert kinds(f"{ANSWER}\n\n{footer}\n") == [
        (OWN, f"{ANSWER}\n\n"),
        (DISCLAIMER, f"{footer}\n"),
    ]


def test_a_marketplace_message_is_only_what_stands_between_its_marks():
    text = (
        "You have received a message.\n\nOrder 114\n\n---------- Begin message ----------\n\n"
        "Where is my book?\n\n------------- End message -------------\n\nFor Your Information\n"
    )
    assert own_text(text) == "Where is my book?"


LINES = st.sampled_from(
    ["", "Text here.", "> q", "-- ", "--", "Ana wrote:", "From: a", "Sent: b", "To: c", "Regards,",
     "Tel: +44 20 7946 0000", "Sent from my iPhone", "------ Begin message ------",
     "On 3 Nov 2025 at 10:15 A <a@b.example> wrote:", "this e-mail is confidential", " "]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=30), max_size=15))
def test_regions_cover_the_text_in_order_without_gaps(lines):
    text = "\n".join(lines)
    found = regions(text)
    assert "".join(text[r.start : r.end] for r in found) == text
    assert all(r.start < r.end for r in found)
    assert all(a.kind is not b.kind for a, b in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    ["On x x ...\n", "On Mon, Nov 3, 2025 at 10:15 wrote:\n", "From: a\n", "--\n", "-- \n",
     "> a\nb\n", "Ana wrote:\n", "Regards\nJane\ntel 5\n", "this e-mail ", "_____\n", "\n", "a",
     "This e-mail is confidential\n\n", "2025 10:15 a@b.example:\n"],
)  # fmt: skip
def test_any_repeated_line_is_read_in_linear_time(unit):
    begin = time.process_time()
    regions(unit * (400_000 // len(unit)))
    assert time.process_time() - begin < 4  # 0.1 to 1 s; what is quadratic takes minutes


def test_a_draft_is_read_within_a_key_press():
    text = (
        "Dear Jane,\n\n" + "I am sorry that your book has not come yet. " * 20 + "\n\nRegards,\nA"
    )
    best = min(_seconds(text) for _ in range(20))
    assert best < 0.001  # measured: 0.04 ms


def _seconds(text: str) -> float:
    begin = time.perf_counter()
    regions(text)
    return time.perf_counter() - begin
