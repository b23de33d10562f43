import pytest

from softanswer.replies.tone.letter import Part, read_letter


def parts(text, language="en"):
    letter = read_letter(text, language)
    return [(letter.text[p.start : p.end], p.part) for p in letter.passages]


@pytest.mark.parametrize(
    ("greeting", "language"),
    [
        ("Dear Ms Harwood,", "en"),
        ("Hiya Jane!", "en"),
        ("Good morning!", "en"),
        ("Здравствуйте, Анна!", "ru"),
        ("Ещё раз добрый день!", "ru"),
        ("Уважаемые друзья!", "ru"),
    ],
)
def test_a_greeting_is_no_part_of_the_body(greeting, language):
    found = parts(f"{greeting}\n\nThe book is lost. Книга пропала.", language)
    assert found[0] == (greeting, Part.GREETING)
    assert {part for _, part in found[1:]} == {Part.BODY}


@pytest.mark.parametrize(
    ("closing", "language"),
    [
        ("With kind regards,\nAna Reyes", "en"),
        ("Yours sincerely,\nAna Reyes", "en"),
        ("Best wishes\nAna", "en"),
        ("С уважением,\nАна Рейес", "ru"),
        ("Всего вам самого доброго!\nАна", "ru"),
    ],
)
def test_a_good_bye_is_no_part_of_the_body(closing, language):
    letter = read_letter(f"Dear Jane,\n\nThe book is lost. Книга пропала.\n\n{closing}", language)
    assert letter.says_goodbye
    closed = [letter.text[p.start : p.end] for p in letter.passages if p.part is Part.CLOSING]
    assert closed[0].splitlines()[0] == closing.splitlines()[0]


def test_a_name_alone_closes_a_letter_and_says_no_good_bye():
    letter = read_letter("Dear Jane,\n\nThe book is lost.\n\nAna Reyes", "en")
    assert letter.passages[-1].part is Part.CLOSING
    assert not letter.says_goodbye


def test_labelled_lines_are_the_block_of_the_order():
    text = "Dear Jane,\n\nOrder: 14-20731-55812\nSent: 3 May\n\nThe book is lost."
    assert [part for _, part in parts(text)][1:3] == [Part.BLOCK, Part.BLOCK]
    assert parts(text)[-1] == ("The book is lost.", Part.BODY)
