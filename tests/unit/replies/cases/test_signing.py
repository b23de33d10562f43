"""How a customer signed, which decides how she is addressed."""

import pytest

from softanswer.replies.cases.signing import signed_as


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Where is it?\n\nKind regards,\nJane Harwood\n", "Jane Harwood"),
        ("Where is it?\n\nBest,\nJ. Harwood", "J. Harwood"),
        ("Where is it?\n\nYours sincerely\nDr. Eleanor Roe", "Dr. Eleanor Roe"),
        ("Where is it?\n\nThanks,\njane", "jane"),
        ("Where is it?\n\nRegards,\nJane\n\nSent from my iPhone", "Jane"),
        ("Where is it? Thanks, Jane", "Jane"),
        ("Where is my book?\n\nTom Vale\n", "Tom Vale"),
        ("Where is it? - Tom", "Tom"),
        ("Где книга?\n\nС уважением,\nАнна Сергеевна", "Анна Сергеевна"),
        ("Где книга?\n\nС уважением, Анна", "Анна"),
        ("Где книга?\n\nЗаранее спасибо,\nг-жа Петрова", "г-жа Петрова"),
    ],
)
def test_the_name_under_a_letter_is_found(text, name):
    assert signed_as(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Where is my book?",
        "Where is my book?\n\nKind regards,\n",
        "Where is my book?\n\nPlease Answer!",
        "Where is it?\n\nI want my money back by Friday or else.",
        "Где моя книга?\n\nСпасибо\n",
    ],
)
def test_no_name_is_made_up(text):
    assert signed_as(text) == ""
