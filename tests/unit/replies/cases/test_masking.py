"""Which words of a letter are covered: abuse and swearing, and nothing that only looks like it."""

import time
from itertools import pairwise

import pytest

from softanswer.replies.cases.masking import masked_spans


def covered(text, language="en"):
    return [text[start:end] for start, end in masked_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "What took you so long, you idiots!", ["idiots"]),
        ("en", "You are liars. I want my book, you crooks.", ["You are liars", "you crooks"]),
        ("ru", "Вы идиоты, верните деньги.", ["идиоты"]),
        ("ru", "Мошенники! Где моя книга?", ["Мошенники"]),
        ("de", "You idiot.", ["idiot"]),
    ],
)
def test_insults_are_covered(language, text, words):
    assert covered(text, language) == words


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "This is sh*t and f*** you.", ["sh*t", "f***"]),
        ("en", "What a b@$tard, sh@t!", ["b@$tard", "sh@t"]),
        ("en", "You @#$%! Where is it?", ["@#$%!"]),
        ("en", "A c**p-peddling shop.", ["c**p-peddling"]),
        ("ru", "Это г**но, а не книга.", ["г**но"]),
    ],
)
def test_words_with_signs_for_letters_are_covered(language, text, words):
    assert covered(text, language) == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Where is my book? It is three weeks late."),
        ("en", "It cost US$12, A$50 or 20% more, and 5** is no grade."),
        ("en", "I paid in A$ or US$."),
        ("en", "See *below* and **here**."),
        ("en", "Order #1041, 100% of C$40."),
        ("en", "I am an idiot, sorry: I gave the wrong address."),
        ("en", "The jacket is fine*, see the note* below; A* for the C# primer."),
        ("en", "**See me** about *this book*, please."),
        ("en", "Write to ana@shop.example."),
        ("ru", "Здравствуйте! Книга не пришла."),
        ("ru", "Состояние хорошее*, язык C#, оценка A*."),
    ],
)
def test_what_is_no_abuse_stays_open(language, text):
    assert covered(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "I ordered “The Idiot” by Dostoevsky.", []),
        ("en", "Have you got “You Are All Liars”?", []),
        ("en", "I ordered The Idiot by Dostoevsky, you idiot.", ["idiot"]),
        ("ru", "Есть ли у вас «Вы мошенники»?", []),
        ("ru", "Я заказывал «Идиот» Достоевского.", []),
    ],
)
def test_a_title_is_no_insult(language, text, words):
    assert covered(text, language) == words


def test_stretches_are_in_order_and_apart():
    text = "You f*** idiots. You @#$% crooks and liars, you stupid, stupid people! Sh*t."
    spans = masked_spans(text, "en")
    assert len(spans) > 2
    assert all(before.end < after.start for before, after in pairwise(spans))


def test_a_disguised_word_inside_of_an_insult_is_one_stretch_with_it():
    assert covered("I say you are f***ing liars.") == ["you are f***ing liars"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "You rotten, sh*tty crook.", ["You rotten, sh*tty crook"]),
        ("en", "This sh*t again, from a bloody liar.", ["sh*t", "bloody liar"]),
        ("en", "You are a bloody liar and a f***ing crook.",
         ["You are a bloody liar", "f***ing crook"]),
        ("en", "A b*stard, a rotten old crook.", ["b*stard", "rotten old crook"]),
        ("ru", "Подлый х**в жулик!", ["Подлый х**в жулик"]),
        ("ru", "Вы проклятый лжец и г**но.", ["Вы проклятый лжец", "г**но"]),
    ],
)  # fmt: skip
def test_an_insult_beside_a_disguised_word_is_covered_with_it(language, text, words):
    assert covered(text, language) == words


@pytest.mark.parametrize(("before", "words"), [(29_990, ["idiots"]), (30_000, [])])
def test_a_very_long_letter_is_read_to_its_thirty_thousandth_character(before, words):
    assert covered("." * (before - 2) + "\n\nidiots") == words


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("You #@$%! man", ["#@$%!"]),
        ("You a#@$%! man", ["@$%!"]),
        ("You #@$%!a man", ["#@$%"]),
        ("What?!!!!! No!!!!", []),
        ("It is #1, @home", []),
    ],
)
def test_signs_in_place_of_a_word_are_covered(text, covered):
    shown = [text[span.start : span.end] for span in masked_spans(text, "en")]
    assert shown == covered


def test_a_letter_of_nothing_but_signs_is_read_at_once():
    begin = time.process_time()
    masked_spans("!" * 29_000, "en")
    assert time.process_time() - begin < 0.5  # a run was once looked at from each of its signs
