"""Suggestions for a letter of the store, and for one that only the command line has seen."""

from dataclasses import replace

import pytest
from letters import HOUR, NOW, matter, message, order_file

from softanswer.replies.answering import check_context
from softanswer.replies.background import CustomerHistory
from softanswer.replies.cases.case import CaseKind, Correction
from softanswer.replies.compose.suggest import suggest
from softanswer.replies.compose.suggestion import Stance
from softanswer.replies.language.detect import language_of
from softanswer.replies.language.gender import WritesAs
from softanswer.replies.preferences import Preferences
from softanswer.replies.suggesting import (
    facts_stated,
    inputs_of,
    suggestions,
    suggestions_for_message,
)
from softanswer.replies.tone.fault import Fault
from softanswer.replies.tone.finding import Severity
from softanswer.replies.warm_up import warm_up

SHOP = Preferences(shop_name="Lantern Lane Books", seller_name="Ana Reyes")
RUSSIAN = "Здравствуйте! Книга до сих пор не пришла. Где она?\n\nАнна Сергеевна\n"


def for_text(text, **options):
    return suggestions_for_message(message(3, text).message, order_file(), NOW, **options)


def test_a_suggestion_is_signed_and_addressed_as_the_customer_signed():
    for suggestion in suggestions(matter(), SHOP, NOW):
        assert suggestion.body.startswith("Dear J. Harwood,")
        assert "Ana Reyes" in suggestion.body
        assert suggestion.subject == "Re: Where is my book"


def test_the_order_is_cited_only_where_it_is_known():
    known = suggestions(matter(), SHOP, NOW)[0]
    unknown = suggestions(matter(order=None), SHOP, NOW)[0]
    assert "The Light at Skerra" in known.body
    assert "The Light at Skerra" not in unknown.body


def test_the_sellers_word_on_the_kind_decides_what_is_offered():
    said = Correction(kind=CaseKind.DAMAGED)
    offered = [s.template for s in suggestions(matter(correction=said), SHOP, NOW)]
    assert any(name.startswith("damaged") for name in offered)
    assert not any(name.startswith("damaged") for name in _templates(matter()))


def test_the_side_that_the_seller_names_decides_how_it_is_owned():
    kind = CaseKind.DAMAGED
    plain, carrier = (
        {one.template: one.body for one in suggestions(matter(correction=said), SHOP, NOW)}
        for said in (Correction(kind=kind), Correction(kind=kind, fault=Fault.CARRIER))
    )
    assert "my packing should have been stronger" in plain["damaged_choice"]
    assert "my packing" not in carrier["damaged_choice"]
    assert "mine to answer for" in carrier["damaged_choice"]
    no_complaint = Correction(complaint=False, kind=kind, fault=Fault.CARRIER)
    assert inputs_of(matter(correction=no_complaint), SHOP, NOW).situation.fault is None


def test_the_tone_check_is_told_whose_side_it_was():
    for fault in (None, *Fault):
        said = matter(correction=Correction(fault=fault))
        assert check_context(said, NOW).at_fault is fault


@pytest.mark.parametrize(
    ("name", "chosen", "words"),
    [
        ("Анна Рейес", WritesAs.BY_NAME, "надёжнее, виновата я."),
        ("Сергей Рейес", WritesAs.BY_NAME, "надёжнее, виноват я."),
        ("Ana Reyes", WritesAs.BY_NAME, "надёжнее, это моя вина."),
        ("Ana Reyes", WritesAs.FEMININE, "надёжнее, виновата я."),
        ("Анна Рейес", WritesAs.NEITHER, "надёжнее, это моя вина."),
    ],
)
def test_a_russian_letter_speaks_of_the_seller_as_she_wishes(name, chosen, words):
    shop = replace(SHOP, seller_name=name, writes_as=chosen)
    given = inputs_of(matter(correction=Correction(kind=CaseKind.DAMAGED)), shop, NOW)
    letters = {s.template: s.body for s in suggest(replace(given, language="ru"))}
    assert words in letters["damaged_choice"]


def test_what_they_name_in_their_language_is_taken_up_in_any():
    text = "Здравствуйте! Складной карты в книге нет.\n\nАнна Сергеевна\n"
    russian, english = (for_text(text, language=code)[0][0].body for code in ("ru", "en"))
    assert "без карты." in russian
    assert "the map was not in your parcel" in english


def _templates(one):
    return [s.template for s in suggestions(one, SHOP, NOW)]


def test_the_case_number_is_told_to_the_customer():
    assert any("1043" in s.body for s in suggestions(matter(), SHOP, NOW))
    assert not any("1043" in s.body for s in suggestions(matter(case=None), SHOP, NOW))


def test_several_letters_that_wait_are_owned_to():
    letters = tuple(message(n, "Where is it?", NOW - n * HOUR) for n in (50, 40, 30))
    for since, owned in ((50, "3 times since 17 November"), (40, "twice since 17 November")):
        waiting = matter(messages=letters, letter=letters[-1], waiting_since=NOW - since * HOUR)
        assert owned in suggestions(waiting, SHOP, NOW)[0].body


def test_nothing_is_suggested_for_what_no_person_wrote():
    automatic = replace(matter().judgement, automatic=True)
    assert suggestions(matter(judgement=automatic), SHOP, NOW) == ()


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [("Where is my book?", None, "en"), (RUSSIAN, None, "ru"), (RUSSIAN, "en", "en")],
)
def test_a_letter_is_answered_in_its_language_unless_another_is_asked_for(
    text, language, expected
):
    for suggestion, report in for_text(text, language=language):
        assert suggestion.language == report.language == expected
        assert language_of(suggestion.body) == expected


def test_what_is_suggested_passes_its_own_check():
    offered = for_text("My book has not come. Where is it?\n\nJane Harwood\n")
    assert offered
    for _, report in offered:
        assert not [f for f in report.findings if f.severity is not Severity.ADVICE]


@pytest.mark.parametrize("stance", list(Stance))
def test_a_stance_that_is_asked_for_comes_first(stance):
    offered = [s.stance for s, _ in for_text("My book has not come. Where is it?", stance=stance)]
    assert stance not in offered or offered[0] is stance


def test_the_facts_that_a_reply_states_are_named():
    body = "Dear J. Harwood, your book The Light at Skerra left here on 3 November."
    assert dict(facts_stated(body, matter(), SHOP, NOW))["title"] == "The Light at Skerra"
    assert facts_stated("I am sorry.", matter(), SHOP, NOW) == ()


def test_a_title_with_a_comma_is_named_whole():
    title = "Collected Letters, Volume 1"
    file = order_file()
    lines = (replace(file.order.items[0], title=title),)
    about = matter(order=replace(file, order=replace(file.order, items=lines)))
    stated = dict(facts_stated(f"You ordered {title} on a Monday.", about, SHOP, NOW))
    assert stated["title"] == title


def test_a_fact_inside_of_another_word_or_number_is_not_stated():
    body = "Your book left here on 13 November, and 333 people know."
    stated = dict(facts_stated(body, matter(), SHOP, NOW))
    assert "3" not in stated.values()
    assert "3 November" not in stated.values()


def test_warming_up_changes_no_answer():
    before = suggestions(matter(), SHOP, NOW)
    warm_up()
    assert suggestions(matter(), SHOP, NOW) == before


def in_turn(*letters):
    """A conversation of (is ours, text), an hour between one and the next."""
    made = [
        replace(message(n, text, NOW - (30 - n) * HOUR), is_outgoing=ours)
        for n, (ours, text) in enumerate(letters)
    ]
    return matter(messages=tuple(made), letter=made[-1], waiting_since=made[-1].internal_date)


def test_a_second_letter_says_that_they_write_again():
    asked = (False, "Where is my book? It has not arrived.")
    again = in_turn(asked, (True, "I am looking for it."), asked)
    assert "had to write to me again" in suggestions(again, SHOP, NOW)[0].body


def test_a_note_of_ours_that_they_answer_for_the_first_time_is_no_answer():
    first = in_turn((True, "Your order was posted."), (False, "It has not arrived."))
    assert "again" not in suggestions(first, SHOP, NOW)[0].body


def test_the_history_of_a_customer_holds_back_what_costs_most():
    def first(**past):
        return suggestions(matter(), SHOP, NOW, history=CustomerHistory(**past))[0].template

    assert first() == first(refunded=1)
    assert first(refunded=4) != "not_received_lost"


def asking_for_the_order(text):
    """The letter that asks which order it is, where none is known."""
    one = matter(order=None)
    letter = replace(one.letter, message=replace(one.letter.message, text=text, subject="Help"))
    found = suggestions(replace(one, letter=letter, messages=(letter,)), SHOP, NOW)
    return next(s.body for s in found if s.template == "ask_order")


@pytest.mark.parametrize(
    "text",
    [
        "Order ID: 113-4471093-2207714\nMessage:\nThis is a disgrace. Where is my book?\n",
        "Order 113-4471093-2207714 has not come. Where is my book?\n",
    ],
)
def test_a_number_that_the_letter_gives_is_not_asked_for(text):
    body = asking_for_the_order(text)
    assert "Thank you for giving me the number 113-4471093-2207714" in body
    assert "order number" not in body
    assert "1. The title of the book.\n2. The name and the town" in body


def test_of_two_numbers_none_is_taken_for_the_right_one():
    body = asking_for_the_order("Neither 113-4471093-2207714 nor 113-4471093-2207715 has come.\n")
    assert "1. The order number" in body
