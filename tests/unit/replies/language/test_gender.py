"""In which gender the seller's letters speak of her."""

import pytest

from softanswer.replies.language.gender import Gender, WritesAs, gender_of, is_given_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Анна Рейес", Gender.FEMININE),
        ("Мария Соболева", Gender.FEMININE),
        ("Соболева М.", Gender.FEMININE),
        ("Елена Викторовна", Gender.FEMININE),
        ("Сергей", Gender.MASCULINE),
        ("Никита Лось", Gender.MASCULINE),
        ("А. П. Витковский", Gender.MASCULINE),
        ("Пётр Ильич", Gender.MASCULINE),
        ("Ана Рейес", None),  # no Russian name
        ("Саша Бек", None),
        ("Ana Reyes", None),
        ("Никитина Никита", None),  # it says two things
        ("Магазин", None),
        ("", None),
    ],
)
def test_a_name_says_its_gender_only_where_it_is_plain(name, gender):
    assert gender_of(name) is gender


def test_what_she_chose_wins_over_her_name():
    assert WritesAs.BY_NAME.gender("Мария Соболева") is Gender.FEMININE
    assert WritesAs.MASCULINE.gender("Мария Соболева") is Gender.MASCULINE
    assert WritesAs.FEMININE.gender("Ana Reyes") is Gender.FEMININE
    assert WritesAs.NEITHER.gender("Мария Соболева") is None


def test_given_names_are_told_from_family_names():
    assert is_given_name("Мария")
    assert is_given_name("СЕРГЕЙ")
    assert not is_given_name("Волков")
    assert not is_given_name("Никитина")
