import time
import tracemalloc
from dataclasses import replace
from importlib.resources import files

import pytest
from jinja2 import Environment, nodes, select_autoescape

from softanswer.mailbox.sentence import Sentence
from softanswer.replies.compose.catalogue import catalogue
from softanswer.replies.compose.facts import FACT_NAMES, Fact, Source, gather_facts
from softanswer.replies.compose.template import prepare, render, render_text
from softanswer.replies.compose.template_scan import MAX_SOURCE_CHARS, MAX_TAGS
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
        "{{ kept_days }}",
        "{{ kept_days|days }}",
        "{% if kept_days == 1 %}x{% endif %}",
        "{% if kept_days > 1 %}x{% endif %}",
    ],
)
def test_an_unknown_fact_is_never_invented(facts, source):
    with pytest.raises(MissingFactError) as caught:
        filled(source, facts)
    assert caught.value.name == "kept_days"


@pytest.mark.parametrize(
    ("source", "place", "why"),
    [
        ("{{ 'a' * 1000000000 }}", "line 1, column 8", "“*”"),
        ("Hello\n  {{ days + 1 }}", "line 2, column 11", "“+”"),
        ("{{ days ** 9 }}", "line 1, column 9", "“**”"),
        ("{{ title ~ title }}", "line 1, column 10", "“~”"),
        ("{% for x in [1, 2] %}{% endfor %}", "line 1, column 4", "a loop"),
        ("{{ range(9) }}", "line 1, column 9", "a call"),
        ("{{ title.__class__ }}", "line 1, column 9", "a dot"),
        ("{{ title['x'] }}", "line 1, column 9", "square brackets"),
        ("{% macro m() %}{% endmacro %}", "line 1, column 4", "a macro"),
        ("{% import 'parts/book.txt.j2' as b %}", "line 1, column 4", "an import"),
        ("{% extends 'x' %}", "line 1, column 4", "“extends”"),
        ("{% block x %}{% endblock %}", "line 1, column 4", "“block”"),
        ("{% if title is string %}{% endif %}", "line 1, column 13", "“is”"),
        ("{{ title|upper }}", "line 1, column 10", "no filter called “upper”"),
        ("{{ 'x'|money }}", "line 1, column 8", "stand behind a fact"),
        ("{{ days|plural(*days) }}", "line 1, column 9", "words in brackets"),
        ("{{ cost }}", "line 1, column 4", "no fact called “cost”"),
        ("{% set title = 'x' %}", "line 1, column 4", "can't be set"),
        ("{{ 1.5 }}", "line 1, column 4", "no text and no whole number"),
        ("a\n\n{% include 'ru/late.txt.j2' %}", "line 3, column 4", "Only parts"),
        ("{% include title %}", "line 1, column 4", "Only parts"),
        ("{% if title %}", "line 1, column 4", "open until the end"),
        ("{{ title }} {% if days %}{% endif %}{% if title %}", "line 1, column 40", "open until"),
        ("one\ntwo {{ title", "line 2, column 8", "open until the end"),
        ("{{ title ? }}", "line 1, column 1", "“?”"),
        ("a\n{% while title %}", "line 2, column 4", "no tag called “while”"),
        ("a {% endif %}", "line 1, column 6", "no beginning"),
        ("{{ total }}", "line 1, column 4", "|money"),
        ("{{ title|money }}", "line 1, column 10", "“title”"),
        ("{{ answer_by|time }} {{ latest|time }}", "line 1, column 32", "“latest”"),
        ("{{ title|quoted('x') }}", "line 1, column 10", "words in brackets"),
        ("{{ books|plural('book') }}", "line 1, column 10", "two forms"),
        ("{% if total > 3 %}{% endif %}", "line 1, column 13", "can't be compared"),
        ("{% if 'x' in title %}{% endif %}", "line 1, column 11", "“in”"),
        ("{{ title if title }}", "line 1, column 10", "else"),
        ("{% include 'parts/nothing.txt.j2' %}", "line 1, column 4", "no part called"),
    ],
)
def test_what_a_template_may_not_hold_is_refused_with_its_place(facts, source, place, why):
    with pytest.raises(TemplateError) as caught:
        filled(source, facts)
    assert str(caught.value).startswith(f"own.txt.j2, {place}: ")
    assert why in str(caught.value)


# Each is as long as a template may be; refused at its place before anything grows.
ATTACKS = {
    "a long text": "{{ 'a'*10**9 }}",
    "a walk of attributes": "{{ title.__class__.__mro__[1].__subclasses__() }}",
    "a long walk": "{{ title" + ".a" * 9_000 + " }}",
    "a huge loop": "{% for i in range(10**9) %}x{% endfor %}",
    "a macro that calls itself": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "a path": "{% include '../../../etc/passwd' %}",
    "a path in the parts": "{% include 'parts/../../ru/late.txt.j2' %}",
    "itself": "{% include 'own.txt.j2' %}",
    "a huge number": "{{ " + "9" * 19_000 + " }}",
    "a huge string": "{{ '" + "\\" * 19_000 + " }}",
    "brackets": "{{ " + "(" * 9_000 + "title" + ")" * 9_000 + " }}",
    "lists": "{{ " + "[" * 19_000,
    "negations": "{% if " + "not " * 4_000 + "title %}{% endif %}",
    "branches of an expression": "{{ " + "title if title else " * 900 + "title }}",
    "comparisons": "{{ 1" + " < 1" * 4_000 + " }}",
    "filters": "{{ title" + "|quoted" * 2_500 + " }}",
    "tags in tags": "{% if title %}" * 700 + "{% endif %}" * 700,
    "branches": "{% if title %}" + "{% elif title %}" * 1_100 + "{% endif %}",
    "facts": "{{ title|quoted }}" * (MAX_SOURCE_CHARS // 18),
    "parts of ours": "{% include 'parts/greeting.txt.j2' %}" * 500,
    "names": "".join(f"{{% set a{number} = title %}}" for number in range(800)),
    "openings": "{{" * 9_000,
    "an open comment": "{#" * 9_000,
    "open raw text": "{% raw %}" * 2_000,
    "far down": "x\n" * 9_000 + "{{ a.b }}",
    "one sign too many": "x" * 10 + " x" * (MAX_SOURCE_CHARS // 2),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_at_its_place_in_little_time_and_memory(facts, attack):
    filled("warm {{ title }}", facts)
    tracemalloc.start()
    with pytest.raises(TemplateError) as caught:
        filled(ATTACKS[attack], facts)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    seconds = min(seconds_to_refuse(ATTACKS[attack], facts) for _ in range(3))

    assert caught.value.line >= 1
    assert caught.value.column >= 1
    assert isinstance(caught.value.args[0], Sentence)
    assert f"line {caught.value.line}, column {caught.value.column}: " in str(caught.value)
    assert seconds <= 0.050
    assert peak_bytes <= 5_000_000


def seconds_to_refuse(source, facts):
    """Of the processor, without a tool that counts memory."""
    began = time.process_time()
    with pytest.raises(TemplateError):
        filled(source, facts)
    return time.process_time() - began


@pytest.mark.parametrize(
    "source",
    ["{{ title|quoted }}" * MAX_TAGS, "{% include 'parts/greeting.txt.j2' %}" * MAX_TAGS],
)
def test_the_largest_template_that_is_allowed_takes_little_memory(facts, source):
    tracemalloc.start()
    text = filled(source, facts).text
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert 0 < len(text) < 40_000
    assert peak_bytes < 5_000_000


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


def facts_named(file, language):
    folder = files("softanswer.resources") / "templates" / language
    tree = Environment(autoescape=select_autoescape()).parse(
        (folder / file).read_text(encoding="utf-8")
    )
    word_forms = {"books", "self_gender"}
    named = {node.name for node in tree.find_all(nodes.Name)} & FACT_NAMES - word_forms
    parts = [facts_named(node.template.value, language) for node in tree.find_all(nodes.Include)]
    return named.union(*parts)


@pytest.mark.parametrize("name", TEMPLATES)
def test_both_languages_state_the_same_facts(name):
    file = f"{name}.txt.j2"
    assert facts_named(file, "en") == facts_named(file, "ru")


FURTHER = ("de", "fr", "es")
COMMONEST = {
    "damaged_choice", "described_choice", "holding", "late_arrived", "missing_part_send",
    "not_received_inside", "not_received_past", "refund_agreed", "return_steps",
    "wrong_item_replace",
}  # fmt: skip


@pytest.mark.parametrize("language", FURTHER)
def test_the_commonest_letters_are_written_in_further_languages(language):
    folder = files("softanswer.resources") / "templates" / language
    found = {p.name.removesuffix(".txt.j2") for p in folder.iterdir() if p.is_file()}
    assert found == COMMONEST
    for name in found:
        file = f"{name}.txt.j2"
        assert facts_named(file, language) == facts_named(file, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_keeps_to_the_rules(name, language):
    prepare(name, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_file_is_in_the_catalogue(language):
    folder = files("softanswer.resources") / "templates" / language
    found = {p.name.removesuffix(".txt.j2") for p in folder.iterdir() if p.is_file()}
    assert found == set(TEMPLATES)
