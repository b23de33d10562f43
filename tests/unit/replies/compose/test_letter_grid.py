"""Every template against a grid of facts: no letter may look as if a machine had filled it in."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letter_grid import (
    AMOUNTS,
    ITEMS,
    NAMES,
    PARCELS,
    SHOP,
    TITLES,
    WAITS,
    Point,
    flaws,
    situation_at,
)

from softanswer.replies.compose.catalogue import catalogue
from softanswer.replies.compose.facts import Shop, gather_facts
from softanswer.replies.compose.template import render
from softanswer.replies.errors import MissingFactError

PLACE = files("softanswer.resources") / "templates"
LETTERS = sorted(
    (folder.name, file.name.removesuffix(".txt.j2"))
    for folder in PLACE.iterdir()
    if folder.is_dir()
    for file in folder.iterdir()
    if file.name.endswith(".txt.j2")
)
SHELF = catalogue()
NEEDS = {
    e.template: e.needs for e in (*SHELF.entries, SHELF.holding_complaint, SHELF.holding_ordinary)
}
GOLDEN = Path(__file__).parents[3] / "data" / "letters" / "golden"

POINTS = st.builds(
    Point,
    name=st.sampled_from(sorted(NAMES)),
    title=st.sampled_from(sorted(TITLES)),
    amount=st.sampled_from(sorted(AMOUNTS)),
    parcel=st.sampled_from(sorted(PARCELS)),
    items=st.sampled_from(ITEMS),
    tracking=st.booleans(),
    service=st.sampled_from(["Media Mail", "Priority Mail", None]),
    lag=st.sampled_from([0, 1, 4, 5, 11, 21, 22]),
    wait=st.sampled_from(WAITS),
    condition=st.sampled_from(["Very good", "Good.", None]),
    city=st.sampled_from(["Dayton", "Санкт-Петербург", None]),
    known=st.sampled_from([True, True, True, False]),
    case=st.sampled_from([1043, None]),
    shop=st.sampled_from([SHOP, Shop("", ""), Shop("Nordlicht Antiquariat", "", "DE")]),
)


def letter_at(language, template, point):
    """The letter and its facts, None where it is not offered for want of a fact."""
    facts = gather_facts(situation_at(point), language)
    if not NEEDS[template] <= facts.known().keys():
        return None
    try:
        return render(template, language, facts).text, facts
    except MissingFactError:
        return None


@pytest.mark.parametrize(("language", "template"), LETTERS)
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much],
)
@given(point=POINTS)
def test_a_letter_is_whole_wherever_it_stands_in_the_grid(language, template, point):
    found = letter_at(language, template, point)
    if found is None:
        return
    body, facts = found
    assert flaws(body, facts, language) == [], body


@pytest.mark.parametrize(("language", "template"), LETTERS)
@pytest.mark.parametrize(
    ("axis", "values"),
    [
        ("name", sorted(NAMES)),
        ("title", sorted(TITLES)),
        ("amount", sorted(AMOUNTS)),
        ("items", ITEMS),
        ("parcel", sorted(PARCELS)),
        ("wait", WAITS),
        ("lag", range(30)),
    ],
)
def test_each_axis_of_the_grid_is_walked(language, template, axis, values):
    seen = 0
    for value in values:
        point = replace(Point(parcel=fitting(template)), **{axis: value})
        found = letter_at(language, template, point)
        if found is not None:
            assert flaws(*found, language) == [], found[0]
            seen += 1
    assert seen >= (1 if axis == "parcel" else len(list(values)))


def fitting(template):
    """Where the parcel is when the template is offered."""
    bands = {band.value for e in SHELF.entries if e.template == template for band in e.bands}
    return next((p for p in FITTING if p in bands), "delivered")


@pytest.mark.parametrize(("language", "template"), LETTERS)
def test_owning_the_wait_breaks_no_paragraph(language, template):
    point = Point(parcel=fitting(template))
    for wait in WAITS[1:]:
        timely, late = (
            letter_at(language, template, p)[0] for p in (point, replace(point, wait=wait))
        )
        assert late.count("\n\n") == timely.count("\n\n")


@pytest.mark.parametrize(("language", "template"), LETTERS)
def test_the_whole_sum_is_not_promised_for_one_book_of_five(language, template):
    """What is wrong with one book costs the price of one; what did not come costs all."""
    wrong = {"damaged", "described", "wrong", "missing"}
    body, _ = letter_at(language, template, Point(parcel=fitting(template), items=5))
    if template.split("_")[0] in wrong:
        assert "21.85" not in body
        assert "21,85" not in body


# --- golden letters, each of which was read by eye ---------------------------------------------

READ = {
    "one book": Point(),
    "little is known": Point(
        name="none", title="missing", amount="none", tracking=False, service=None, lag=0,
        condition=None, city=None, case=None, shop=Shop("", ""),
    ),
    "five books, a late answer": Point(
        name="cyrillic", items=5, amount="rub", lag=6, wait=(6, 2), tracking=False
    ),
    "an odd title": Point(name="cjk", title="quotes", amount="jpy", lag=22, wait=(2, 1)),
}  # fmt: skip
FITTING = ("inside", "past", "claim", "delivered", "returned", "not_shipped")


def golden(language, template):
    """The letters at the places that are read, one under another."""
    parcel = fitting(template)
    written = []
    for name, point in READ.items():
        found = letter_at(language, template, replace(point, parcel=parcel))
        if found is not None:
            written.append(f"=== {name}, {parcel}\n\n{found[0]}\n")
    return "\n".join(written)


@pytest.mark.parametrize(("language", "template"), LETTERS)
def test_a_letter_reads_as_it_did_when_it_was_read_by_eye(language, template, request):
    """To renew them: pytest --golden, then read what git says has changed."""
    path = GOLDEN / language / f"{template}.txt"
    now = golden(language, template)
    assert now
    if request.config.getoption("--golden"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == now


@pytest.mark.parametrize(
    ("spoiled", "flaw"),
    [
        ("It is  here.", "double blank"),
        ("It is {{ title }}.", "placeholder"),
        ("It came..", "marks in a row"),
        ("It took 1 days.", "plural"),
        ("it is here.", "no sentence"),
        ("It is here. It is here.", "said twice"),
        ("It is the the book.", "a word twice"),
        ("It is “The End.”.", "full stop behind"),
        ("It is here", "does not end"),
        ("I have it .", "blank before a mark"),
    ],
)
def test_the_grid_would_see_a_flaw(spoiled, flaw):
    facts = gather_facts(situation_at(Point()), "en")
    body = f"Dear Jane,\n\nI am sorry.\n\n{spoiled}\n\nKind regards,\nAna"
    assert any(flaw in found for found in flaws(body, facts, "en"))
    assert flaws(body.replace(spoiled, "It is here."), facts, "en") == []
