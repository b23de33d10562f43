import re
import tomllib
from importlib.resources import files

import pytest

from softanswer.replies.language.phrases import phrases, shaped

TONE = files("softanswer.resources") / "tone"
BOOKS = {
    language: tomllib.loads((TONE / language / "phrases.toml").read_text("utf-8"))
    for language in ("en", "ru")
}
NAMES = sorted(
    {f"{table}.{key}" for book in BOOKS.values() for table in book for key in book[table]}
)


def test_a_phrase_is_found_in_every_language_and_case():
    assert phrases("facts.whole").search("I return the FULL sum")
    assert phrases("facts.whole").search("Верну деньги Полностью")


def test_words_are_found_whole_only():
    assert phrases("facts.partial").search("half of it")
    assert not phrases("facts.partial").search("behalf")


def test_parts_of_words_are_found_inside():
    assert phrases("facts.partial").search("наполовину")


def test_a_shape_takes_the_phrases_in_place_of_their_names():
    found = shaped(r"<letter.greeting>,? (?P<name>\w+)").match("Dear Jane")
    assert found["name"] == "Jane"


def test_a_shape_may_heed_case():
    assert not shaped("<letter.greeting>", re.NOFLAG).match("DEAR")


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError, match=r"facts\.nothing"):
        phrases("facts.nothing")


@pytest.mark.parametrize("name", NAMES)
def test_every_list_of_phrases_compiles_and_holds_words_or_parts(name):
    table, _, key = name.partition(".")
    for book in BOOKS.values():
        listed = book.get(table, {}).get(key, {"words": [""]})
        assert listed
        assert listed.keys() <= {"words", "anywhere"}
        assert all(listed.values())
    assert phrases(name).groups == 0
