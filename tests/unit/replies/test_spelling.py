"""Which words of a reply are looked up, where, and which of them are not in the dictionaries."""

from __future__ import annotations

import pytest
from fakes.tiny_speller import TinySpeller

from softanswer.replies.spelling import (
    Allowed,
    SpellCheck,
    capitalised_words,
    dictionary_of,
    words_of,
    words_of_names,
)


def looked_up(text, titles=()):
    return [word.text for word in words_of(text, titles)]


def misspelt(text, allowed=Allowed(), speller=None):  # noqa: B008 - frozen
    check = SpellCheck(speller or TinySpeller())
    return [word.text for word in check.misspelt(text, allowed)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I am sorry, truly.", ["am", "sorry", "truly"]),
        ("don't, it’s well-known", ["don't", "it’s", "well-known"]),
        ("and/or; one—two", ["and", "or", "one", "two"]),
        ("the end.Then more", ["the", "end", "Then", "more"]),
        ("ISBN 978-0-306-40615-7 and 12 of them", ["and", "of", "them"]),
        ("order AB-12-xyz, the 13th, p14, №7a", ["order", "the"]),
        ("see https://shop.example/teh?x=y, or www.teh.example/a now", ["see", "or", "now"]),
        ("write to teh.lne@shop.example or teh.example soon", ["write", "to", "or", "soon"]),
        ("by USPS, DHL or СДЭК", ["by", "or"]),
        ("on eBay, by McGrath", ["on", "by"]),
        ("a file called teh_lne.pdf here", ["file", "called", "here"]),
        ("т.е. так, и т.д.", ["так"]),
        ("по-русски, кто-то", ["по-русски", "кто-то"]),
    ],
)
def test_only_words_are_looked_up(text, words):
    assert looked_up(text) == words


def test_a_word_has_its_place_in_the_whole_text():
    text = "Dear Eva,\n\nit is teh book."
    places = {word.text: (word.start, word.end) for word in words_of(text)}
    assert {text[start:end] for start, end in places.values()} == set(places)
    assert places["teh"] == (17, 20)


def test_quotes_and_signatures_are_left_alone():
    text = "My wrods.\n\n> teh quoted lne\n\nMore of mien.\n-- \nSigature of Ana"
    assert looked_up(text) == ["My", "wrods", "More", "of", "mien"]


def test_titles_are_left_alone_in_quotation_marks_and_of_the_order():
    quoted = "I sent “The Grimshaw Chroncles” and «Мастир и Маргарита» today"
    assert looked_up(quoted) == ["sent", "and", "today"]
    named = "I sent Teh lost lne to you"
    assert looked_up(named, ("Teh Lost Lne",)) == ["sent", "to", "you"]


@pytest.mark.parametrize(
    ("word", "language", "dictionary"),
    [
        ("посылка", "en", "ru"),
        ("parcel", "ru", "en"),
        ("parcel", "en", "en"),
        ("Paket", "de", None),
        ("посылка", "de", "ru"),
        ("cыр", "ru", None),  # the first letter is a Latin one
        ("小包", "en", None),
    ],
)
def test_its_letters_say_in_which_dictionary_a_word_is_looked_up(word, language, dictionary):
    assert dictionary_of(word, language) == dictionary


def test_both_languages_of_a_text_are_checked():
    text = (
        "I am sorry that your book has not reached you, recieve it. Извинте, отправил ещё вчера."
    )
    assert misspelt(text) == ["recieve", "Извинте"]


def test_a_language_without_a_dictionary_is_left_alone():
    speller = TinySpeller({"en": {"sorry"}})
    assert misspelt("sorry, sory. Извинте", speller=speller) == ["sory"]


def test_names_of_the_letter_are_right_with_a_capital_and_in_their_cases():
    allowed = Allowed(
        words_of_names(["Harwood Quillfeather", "Мария Иванова", "Anne-Kat Roe", None])
    )
    right = "Harwood Harwood's Quillfeather’s Kat-Anne Марии Ивановой Иванову"
    assert misspelt(f"I am sorry, {right}", allowed) == []
    assert misspelt("I am sorry, harwood, Harwod, Ивлнова", allowed) == [
        "harwood", "Harwod", "Ивлнова",
    ]  # fmt: skip


def test_words_of_her_own_dictionary_are_right_however_they_are_written():
    allowed = Allowed(own=frozenset({"grimoire", "ex-libris"}))
    assert misspelt("my grimoire, Grimoire's, Ex-libris, grimore", allowed) == ["grimore"]


def test_capitalised_words_are_those_that_may_be_names():
    assert list(capitalised_words("Where is it, Quillfeather? ask Ева")) == [
        "Where", "Quillfeather", "Ева",
    ]  # fmt: skip


def test_a_word_is_looked_up_once():
    speller = TinySpeller()
    check = SpellCheck(speller)
    check.misspelt("my book, my recieve", Allowed())
    check.misspelt("my book, my recieve, my parcel", Allowed())
    assert sorted(speller.asked) == ["book", "my", "parcel", "recieve"]


def test_at_most_five_suggestions_are_made_with_the_apostrophe_of_the_word():
    check = SpellCheck(TinySpeller())
    assert check.suggestions("recieve") == ("receive", "relieve")
    assert check.suggestions("teh") == ("teh0", "teh1", "teh2", "teh3", "teh4")
    assert check.suggestions("dno’t")[0] == "dno’t0"
    assert check.suggestions("小包") == ()
