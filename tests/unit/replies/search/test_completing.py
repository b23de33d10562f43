"""What is offered while a search is typed."""

from datetime import date

import pytest

from softanswer.replies.search.completing import complete
from softanswer.replies.search.parsing import parse
from softanswer.replies.search.vocabulary import Field, field_name

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("b", ()),
        ("be", ("before:",)),
        ("book ki", ("kind:",)),
        ("-ki", ("kind:",)),
        ("(ha", ("has:",)),
        ("за", ("заказ:",)),
        ("sta", ("state:",)),
        ("book", ()),
        ("kind:dam", ("kind:damaged ",)),
        ("kind:late,dam", ("kind:late,damaged ",)),
        ("kind:damaged", ()),
        ("вид:повр", ("вид:повреждено ",)),
        ("has:", ("has:attachment ", "has:order ", "has:draft ", "has:promise ")),
        ("heat:", ("heat:>=2 ", "heat:0 ", "heat:1 ", "heat:2 ", "heat:3 ")),
        ("due:", ("due:overdue ", "due:today ", "due:tomorrow ", "due:week ")),
        ("срок:про", ("срок:просрочено ",)),
        ("after:last", ("after:last-week ", "after:last-month ")),
        ("from:", ()),
        ("foo:", ()),
        ('"kind:', ("kind:not-received ",)),
        ("", ()),
    ],
)
def test_fields_and_values_are_offered_as_they_are_begun(text, offers):
    found = complete(text, len(text)).offers
    assert found[: len(offers)] == offers
    assert bool(found) is bool(offers)


def test_what_is_offered_takes_the_place_of_the_term_at_the_caret():
    completion = complete("book -ki late", 8)
    assert "book -ki late"[completion.start : completion.end] == "ki"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_everything_that_is_offered_is_understood(language):
    for field in Field:
        name = field_name(field, language)
        for offer in complete(f"{name}:", len(name) + 1).offers:
            parsed = parse(offer, SUNDAY)
            assert parsed.notes == (), offer
            assert not str(parsed.query).startswith(name) or language == "en", offer
