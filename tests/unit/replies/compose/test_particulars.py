"""What a letter names in particular, and that its answer takes it up."""

import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from letter_grid import Point, at, situation_at

from softanswer.replies.compose.facts import gather_facts
from softanswer.replies.compose.particulars import particulars
from softanswer.replies.compose.template import render
from softanswer.replies.tone.fault import Fault

PLACE = files("softanswer.resources") / "templates"
TABLES = tomllib.loads((PLACE / "particulars.toml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "ru", "de", "fr", "es")
FACTS = ("occasion", "missing_part", "damage", "defect")


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "The wedding was on the Saturday before.", {"occasion": "wedding"}),
        ("en", "The folding map that belongs in the pocket isn't there.", {"missing_part": "map"}),
        ("en", "The cover is torn and the pages are damp.", {"damage": "cover_torn wet"}),
        ("en", "It stinks of cigarettes.", {"defect": "smell"}),
        ("ru", "Юбилей, к которому я её заказывала, уже был.", {"occasion": "anniversary"}),
        ("ru", "Складной карты, что должна лежать сзади, в ней нет.", {"missing_part": "map"}),
        ("ru", "Корешок треснул в двух местах.", {"damage": "spine"}),
        ("ru", "На каждой странице библиотечный штамп.", {"defect": "stamps"}),
        ("de", "Bei dem Lehrbuch fehlt die CD.", {"missing_part": "disc"}),
        ("de", "Es sollte ein Geschenk sein.", {"occasion": "gift"}),
        ("fr", "La couverture est déchirée.", {"damage": "cover_torn"}),
        ("en", "The cover is torn and creased.", {"damage": "cover_torn"}),
        ("ru", "Штампы, пометки и запах табака.", {"defect": "stamps notes smell"}),
        ("fr", "Le livre est plein d'annotations.", {"defect": "notes"}),
        ("es", "Falta el mapa.", {"missing_part": "map"}),
        ("es", "Las páginas llegaron mojadas.", {"damage": "wet"}),
    ],
)
def test_what_a_letter_names_is_found(language, text, named):
    assert particulars(text, language) == named


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The cover is not torn, and nothing is wet."),
        ("en", "It does not smell at all."),
        ("en", "The map is lovely. The parcel was missing a note."),
        ("en", "The cover came off the bed; my trousers are torn."),
        ("ru", "Обложка не порвана, страницы не мокрые."),
        ("ru", "Карта на месте, спасибо."),
        ("ru", "Книга без запаха и без пятен."),
        ("de", "Der Umschlag ist nicht zerrissen."),
        ("fr", "La couverture n'est pas déchirée."),
        ("es", "No huele."),
        ("zh", "封面破了。"),
        ("en", ""),
    ],
)
def test_what_is_denied_or_far_apart_is_not_taken_up(language, text):
    assert particulars(text, language) == {}


def test_words_of_a_title_or_in_quotation_marks_do_not_count():
    text = "Where is A Birthday for Nan? I also asked for “Wet Weather”."
    assert particulars(text, "en", ("A Birthday for Nan",)) == {}
    assert particulars(text, "en") == {"occasion": "birthday"}


def test_of_two_parts_the_one_that_is_missing_is_named():
    text = "The map is in its pocket, but the dust jacket is missing."
    assert particulars(text, "en")["missing_part"] == "jacket"


def test_a_long_letter_of_short_words_is_read_at_once():
    assert particulars("карта обложка " * 50_000, "ru") == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", FACTS)
def test_every_particular_has_words_in_every_language(fact, language):
    assert TABLES["denials"][language]
    assert all(words[language] for words in TABLES[fact].values())


TOLD = {  # a template that takes the fact up, and a letter about each
    "occasion": ("not_received_inside", "inside"),
    "missing_part": ("missing_part_send", "delivered"),
    "damage": ("damaged_choice", "delivered"),
    "defect": ("described_choice", "delivered"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", FACTS)
def test_the_answer_says_each_in_words_of_its_own(fact, language):
    """No two keys of a fact read alike, and all differ from the letter that names none."""
    template, parcel = TOLD[fact]
    situation = situation_at(Point(parcel=parcel))
    bodies = set()
    for key in (None, *TABLES[fact]):
        facts = gather_facts(situation, language)
        named = None if key is None else replace(facts.channel, value=key)
        bodies.add(render(template, language, replace(facts, **{fact: named})).text)
    assert len(bodies) == len(TABLES[fact]) + 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "soaked, with the cover torn and with its pages stuck together"),
        ("ru", "пришла к вам промокшей, с порванной обложкой и со слипшимися страницами"),
        ("de", "durchnässt, mit eingerissenem Einband und mit verklebten Seiten"),
        ("fr", "trempé, avec la couverture déchirée et avec les pages collées"),
        ("es", "mojado, con la cubierta rota y con las páginas pegadas"),
    ],
)
def test_all_that_is_damaged_is_taken_up(language, words):
    text = "The envelope was soaked, the cover is torn, and the pages are stuck together."
    point = at(Point(parcel="delivered"), text=text)
    facts = gather_facts(situation_at(point), language)
    assert words in render("damaged_choice", language, facts).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_description_is_not_blamed_where_the_fault_is_not_the_sellers(language):
    def answer(text, side):
        point = at(Point(parcel="delivered", side=side), text=text)
        facts = gather_facts(situation_at(point), language)
        return render("described_choice", language, facts).text

    named, unnamed = "It has library stamps.", "It is not what I ordered."
    assert answer(named, Fault.SELLER) != answer(unnamed, Fault.SELLER)
    assert answer(named, Fault.BUYER) == answer(unnamed, Fault.BUYER)


def test_the_answer_in_another_language_takes_up_the_same():
    point = at(Point(parcel="delivered"), text="The folding map is not there.")
    said = {
        language: render(
            "missing_part_send", language, gather_facts(situation_at(point), language)
        ).text
        for language in LANGUAGES
    }
    words = {"en": "the map", "ru": "карты", "de": "die Karte", "fr": "la carte", "es": "el mapa"}
    assert all(words[language] in said[language] for language in LANGUAGES)
