import time
import tracemalloc
from dataclasses import replace
from importlib.resources import files

import pytest
from jinja2 import Environment, nodes, select_autoescape

from softanswer.replies.compose.catalogue import catalogue
from softanswer.replies.compose.facts import FACT_NAMES, Fact, Source, gather_facts
from softanswer.replies.compose.template import prepare, render, render_text
from softanswer.replies.compose.template_rules import MAX_SOURCE_CHARS
from softanswer.replies.errors import MissingFactError, TemplateError
from softanswer.replies.orders.delivery import Band

LANGUAGES = ("en", "ru")
SHELF = catalogue()
TEMPLATES = sorted(
    {e.template for e in (*SHELF.entries, SHELF.holding_complaint, SHELF.holding_ordinary)}
)


@pytest.fixture
def facts(situation):
    return gather_facts(situation(Band.INSIDE), "en")


def filled(source, facts, language="en"):
    return render_text(source, "own.txt.j2", language, facts)


def test_facts_are_cited_in_words_and_written_down(facts):
    rendered = filled("Sent {{ posted_on|date }}, {{ title|quoted }}, {{ total|money }}.", facts)
    assert rendered.text == "Sent 12 November, “The Light at Skerra”, £21.85."
    assert rendered.cited == {
        "posted_on": "12 November",
        "title": "The Light at Skerra",
        "total": "£21.85",
    }
    assert rendered.lacking == ()


@pytest.mark.parametrize(
    ("source", "english", "russian"),
    [
        ("{{ posted_on|date }}", "12 November", "12 ноября"),
        ("{{ posted_on|day_date }}", "Thursday 12 November", "четверг, 12 ноября"),
        ("{{ act_by|by_date }}", "Monday 23 November", "понедельника, 23 ноября"),
        ("{{ answer_by|time }}", "5 pm", "17:00"),
        ("{{ total|money }}", "£21.85", "21,85 £"),
        ("{{ days|business_days }}", "14 business days", "14 рабочих дней"),
        ("{{ lag_days|days }}", "1 day", "1 день"),
        ('{{ books|plural("book", "books") }}', "book", "book"),
        ("{{ case_number }}", "1043", "1043"),
        ("{{ order_number }}", "14-20731-55812", "14-20731-55812"),
    ],
)
def test_every_filter_writes_the_letters_language(facts, source, english, russian):
    assert filled(source, facts).text == english
    assert filled(source, facts, "ru").text.replace("\xa0", " ") == russian


def test_a_fact_used_in_a_condition_only_is_not_stated(facts):
    rendered = filled('{% if total and day > 3 and counting == "business" %}yes{% endif %}', facts)
    assert (rendered.text, rendered.cited) == ("yes", {})


def test_day_zero_is_known(facts):
    on_the_first_day = replace(facts, day=Fact(0, Source.PARCEL))
    assert filled("{% if day %}day {{ day }}{% endif %}", on_the_first_day).text == "day 0"


@pytest.mark.parametrize(
    ("operator", "yes"), [("<", False), ("<=", True), ("==", True), (">=", True), (">", False)]
)
def test_a_fact_is_compared_with_a_number(facts, operator, yes):
    source = "{% if days " + operator + " 14 %}yes{% else %}no{% endif %}"
    assert filled(source, facts).text == ("yes" if yes else "no")


def test_an_unknown_fact_is_false_and_noted_as_lacking(facts):
    rendered = filled("{% if delivered_on %}there{% else %}not there{% endif %}", facts)
    assert (rendered.text, rendered.lacking) == ("not there", ("delivered_on",))


@pytest.mark.parametrize(
    "source",
    [
        "{{ delivered_on }}",
        "{{ delivered_on|date }}",
        "{% if delivered_on == 1 %}x{% endif %}",
        "{% if delivered_on > 1 %}x{% endif %}",
    ],
)
def test_an_unknown_fact_is_never_invented(facts, source):
    with pytest.raises(MissingFactError) as caught:
        filled(source, facts)
    assert caught.value.name == "delivered_on"


@pytest.mark.parametrize(
    ("source", "place", "why"),
    [
        ("{{ 'a' * 1000000000 }}", "line 1, column 8", "'*'"),
        ("Hello\n  {{ days + 1 }}", "line 2, column 11", "'+'"),
        ("{{ days ** 9 }}", "line 1, column 9", "'**'"),
        ("{{ title ~ title }}", "line 1, column 10", "'~'"),
        ("{% for x in [1, 2] %}{% endfor %}", "line 1, column 4", "a loop"),
        ("{{ range(9) }}", "line 1, column 9", "a call"),
        ("{{ title.__class__ }}", "line 1, column 9", "a dot"),
        ("{{ title['x'] }}", "line 1, column 9", "square brackets"),
        ("{% macro m() %}{% endmacro %}", "line 1, column 4", "a macro"),
        ("{% import 'parts/book.txt.j2' as b %}", "line 1, column 4", "an import"),
        ("{% extends 'x' %}", "line 1, column 4", "'extends'"),
        ("{% block x %}{% endblock %}", "line 1, column 4", "a block"),
        ("{% if title is string %}{% endif %}", "line 1, column 12", "'is'"),
        ("{{ title|upper }}", "line 1, column 10", "no filter called 'upper'"),
        ("{{ 'x'|money }}", "line 1, column 8", "stands behind a fact"),
        ("{{ days|plural(*days) }}", "line 1, column 9", "plain values"),
        ("{{ cost }}", "line 1, column 4", "no fact called 'cost'"),
        ("{% set title = 'x' %}", "line 1, column 4", "cannot be set"),
        ("{{ 1.5 }}", "line 1, column 4", "no text and no number"),
        ("a\n\n{% include 'ru/late.txt.j2' %}", "line 3, column 4", "only parts"),
        ("{% include title %}", "line 1, column 4", "only parts"),
        ("{% if title %}", "line 1, column 1", "endif"),
        ("one\ntwo {{ title", "line 2, column 5", "end of print statement"),
    ],
)
def test_what_a_template_may_not_hold_is_refused_with_its_place(facts, source, place, why):
    with pytest.raises(TemplateError) as caught:
        filled(source, facts)
    assert str(caught.value).startswith(f"own.txt.j2, {place}: ")
    assert why in str(caught.value)


@pytest.mark.parametrize(
    "source",
    [
        "{% if title %}" * 30 + "{% endif %}" * 30,
        "{{ " + "(" * 3000 + "title" + ")" * 3000 + " }}",
        "{% if " + "not " * 3000 + "title %}{% endif %}",
        "x" * (MAX_SOURCE_CHARS + 1),
    ],
)
def test_a_template_that_is_too_deep_or_too_long_is_refused(facts, source):
    with pytest.raises(TemplateError):
        filled(source, facts)


def test_the_longest_template_takes_little_time_and_memory(facts):
    tag = "{{ title|quoted }}"
    source = tag * (MAX_SOURCE_CHARS // len(tag))
    tracemalloc.start()
    began = time.process_time()
    text = filled(source, facts).text
    seconds = time.process_time() - began
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(text) < 40_000
    assert seconds < 5
    assert peak_bytes < 40_000_000


@pytest.mark.parametrize("source", ["{{ total }}", "{{ title|money }}", "{{ total|date }}"])
def test_a_filter_that_does_not_go_with_its_fact_is_an_error(facts, source):
    with pytest.raises(TemplateError, match=r"own\.txt\.j2"):
        filled(source, facts)


def test_a_name_that_is_set_in_another_branch_only_is_an_error(facts):
    source = "{% if delivered_on %}{% set how = 'x' %}{% endif %}{{ how }}"
    with pytest.raises(TemplateError, match="how"):
        filled(source, facts)


def test_a_fact_is_text_and_never_a_template(facts):
    tricky = replace(facts, title=Fact("{{ 7 * 7 }} {% x %}", Source.ORDER))
    assert filled("{{ title }}", tricky).text == "{{ 7 * 7 }} {% x %}"


def test_paragraphs_become_lines_and_steps_and_the_signature_keep_theirs(facts):
    source = (
        "Dear you,\n\nOne\n{% if total %}two{% endif %}\n{% if delivered_on %}gone\n{% endif %}\n"
        "three {% if delivered_on %}x{% endif %}.\n\n{% if delivered_on %}gone{% endif %}\n\n"
        "Steps:\n1. First\nmore\n2. Second\n\nRegards,\nAna\n"
    )
    assert filled(source, facts).text == (
        "Dear you,\n\nOne two three.\n\nSteps:\n1. First more\n2. Second\n\nRegards,\nAna"
    )


def test_an_unknown_template_is_an_error(facts):
    with pytest.raises(TemplateError, match="no template en/nothing"):
        render("nothing", "en", facts)


def test_a_missing_part_is_an_error(facts):
    with pytest.raises(TemplateError, match="no template en/parts/nothing"):
        filled("{% include 'parts/nothing.txt.j2' %}", facts)


def facts_named(file, language):
    folder = files("softanswer.resources") / "templates" / language
    tree = Environment(autoescape=select_autoescape()).parse(
        (folder / file).read_text(encoding="utf-8")
    )
    named = {node.name for node in tree.find_all(nodes.Name)} & FACT_NAMES - {
        "books"
    }  # word forms
    parts = [facts_named(node.template.value, language) for node in tree.find_all(nodes.Include)]
    return named.union(*parts)


@pytest.mark.parametrize("name", TEMPLATES)
def test_both_languages_state_the_same_facts(name):
    file = f"{name}.txt.j2"
    assert facts_named(file, "en") == facts_named(file, "ru")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_keeps_to_the_rules(name, language):
    prepare(name, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_file_is_in_the_catalogue(language):
    folder = files("softanswer.resources") / "templates" / language
    found = {p.name.removesuffix(".txt.j2") for p in folder.iterdir() if p.is_file()}
    assert found == set(TEMPLATES)
