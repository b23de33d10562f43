import pytest

from softanswer.replies.compose.salutation import addressee


@pytest.mark.parametrize(
    ("signed", "shown", "expected"),
    [
        ("Jane", "Jane Harwood", "Jane"),
        ("JANE", "", "Jane"),
        ("Pete", "Peter Sandoval", "Pete"),
        ("J. Harwood", "Jane Harwood", "J. Harwood"),
        ("Jane Harwood", "", "Jane Harwood"),
        ("Mrs. P. Harwood", "", "Mrs Harwood"),
        ("Dr de la Cruz", "", "Dr de la Cruz"),
        ("Prof. Anna Lind", "", "Professor Lind"),
        ("Ludwig van Beek", "", "Ludwig van Beek"),
        ("P. K. Osei, PhD", "", "P. K. Osei"),
        (None, "HARWOOD, JANE", "Jane Harwood"),
        (None, "Jane Harwood - Amazon Marketplace", "Jane Harwood"),
        (None, "jane harwood", "Jane Harwood"),
        (None, "Mary-Ann O'Neil", "Mary-Ann O'Neil"),
    ],
)
def test_an_english_customer_is_addressed_as_she_signed_else_by_her_full_name(
    signed, shown, expected
):
    assert addressee("en", signed, shown) == expected


@pytest.mark.parametrize(
    ("signed", "shown"),
    [
        ("Harwood", "Jane Harwood"),
        ("Department", "Jane Harwood"),
        ("J.H.", "Jane Harwood"),
    ],
)
def test_a_signature_that_is_no_first_name_gives_way_to_the_full_name(signed, shown):
    assert addressee("en", signed, shown) == "Jane Harwood"


@pytest.mark.parametrize(
    ("signed", "shown"),
    [
        (None, ""),
        (None, "Jane"),
        (None, "booklover_88"),
        (None, "Amazon Marketplace"),
        (None, "jane@mail.example"),
        (None, "A very long list of words that is no name of any person at all"),
        ("J.", ""),
        ("Sam & Lee", ""),
        ("Ольга", "Ольга Ким"),
    ],
)
def test_an_english_greeting_is_neutral_where_no_name_is_safe(signed, shown):
    assert addressee("en", signed, shown) is None


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("Елена Викторовна", "Елена Викторовна"),
        ("Соболева Елена Викторовна", "Елена Викторовна"),
        ("Пётр Ильич", "Пётр Ильич"),
        ("Игорь Кузьмич Лось", "Игорь Кузьмич"),
        ("Мария", "Мария"),
        ("Ирина", "Ирина"),
        ("Яков", "Яков"),
        ("Мария Соболева", "Мария"),
        ("Волков Сергей", "Сергей"),
    ],
)
def test_a_russian_customer_is_addressed_only_as_signed(signed, expected):
    assert addressee("ru", signed, "Кто-то Другой") == expected


@pytest.mark.parametrize(
    "signed",
    [
        None,
        "",
        "Соболева",
        "Никитина",
        "М. Соболева",
        "Златогора Соболева",
        "Викторовна",
        "Elena",
        "К.",
    ],
)
def test_a_russian_greeting_is_neutral_where_no_given_name_was_signed(signed):
    assert addressee("ru", signed, "Мария Соболева") is None


def test_the_name_on_the_order_serves_where_the_letter_shows_an_alias():
    assert addressee("en", None, "skerra_reader", "Jane Harwood") == "Jane Harwood"
    assert addressee("en", "Jane", "skerra_reader", "Jane Harwood") == "Jane"
    assert addressee("en", "J. Harwood", "skerra_reader", "Jane Harwood") == "J. Harwood"


@pytest.mark.parametrize(
    ("language", "signed", "shown", "expected"),
    [
        ("de", "Frau Müller", "", "Frau Müller"),
        ("de", "Herr Dr. Weber", "", "Herr Weber"),
        ("de", "Mr Weber", "", "Herr Weber"),
        ("de", "Anna", "Anna Müller", "Anna"),
        ("de", "Anna Müller", "", "Frau Müller"),
        ("de", "Herr Dr. von der Heide", "", "Herr von der Heide"),
        ("de", "Dev Patel", "", "Dev Patel"),
        ("de", "Anna", "", None),
        ("de", "Dr. K. Weber", "", "Dr. Weber"),
        ("fr", "Mme Dupont", "", "Madame Dupont"),
        ("fr", "Dr Dupont", "Luc Dupont", None),
        ("fr", "Luc Dupont", "", "Monsieur Dupont"),
        ("fr", "Dominique Petit", "", None),
        ("fr", "Dominique Petit", "Luc Dupont", None),
        ("fr", None, "Luc Dupont", "Monsieur Dupont"),
        ("fr", "Dev", "Dev Patel", "Dev"),
        ("fr", "D.", "Dev Patel", None),
        ("es", "Sra. García", "", "señora García"),
        ("es", "Sra. García López", "", "señora García"),
        ("es", "María García López", "", "señora García"),
        ("es", "José Luis de la Cruz", "", "señor de la Cruz"),
        ("es", "Ирина", "", None),
    ],
)
def test_german_french_and_spanish_letters_greet_by_title_unless_a_first_name_was_signed(
    language, signed, shown, expected
):
    assert addressee(language, signed, shown) == expected
