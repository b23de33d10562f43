import pytest

from softanswer.replies.tone.address_form import first_names
from softanswer.replies.tone.letter import read_letter


def called(text, signed, language):
    found = first_names(read_letter(text, language), signed)
    return [text[look.span.start : look.span.end] for look in found]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Dear Jane,\n\nI am sorry.", "en", ["Jane"]),
        ("Jane,\n\nI am sorry.", "en", ["Jane"]),
        ("Jane, thank you for writing.", "en", ["Jane"]),
        ("Dear Ms Harwood,\n\nI am sorry.", "en", []),
        ("Dear Customer,\n\nI am sorry.", "en", []),
        ("Здравствуйте, Анна!\n\nПростите меня.", "ru", ["Анна"]),
        ("Анна, здравствуйте!\n\nПростите меня.", "ru", ["Анна"]),
        ("Здравствуйте, г-жа Петрова!\n\nПростите меня.", "ru", []),
        ("Здравствуйте! Прости, что книга опоздала к тебе.", "ru", ["тебе"]),
    ],
)
def test_a_first_name_is_found_where_they_signed_formally(text, language, names):
    assert called(text, "Ms J. Harwood", language) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Здравствуйте!\n\nМне очень жаль.", "ru"),
        ("Здравствуйте,\n\nСпасибо, что написали.", "ru"),
        ("Приветствую!\n\nМне очень жаль.", "ru"),
        ("Hello,\n\nSorry, the book is late.", "en"),
        ("Greetings,\n\nThe book is late.", "en"),
        ("Hiya!\n\nThe book is late.", "en"),
    ],
)
def test_a_greeting_without_a_name_calls_nobody_by_name(text, language):
    assert called(text, "J. Harwood", language) == []


@pytest.mark.parametrize("signed", [None, "Jane Harwood"])
def test_a_first_name_may_stand_for_one_who_signed_with_it(signed):
    text = "Dear Jane Harwood,\n\nI am sorry."
    assert called(text, signed, "en") == []
