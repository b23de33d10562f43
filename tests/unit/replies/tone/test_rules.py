"""The examples that every rule and act brings along are its tests."""

import pytest

from softanswer.replies.tone.checker import check, rules_matching
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.letter import read_letter
from softanswer.replies.tone.rules import RULE_LANGUAGES, rule_book

RULES = [
    pytest.param(language, rule, id=f"{language}-{rule.id}")
    for language in RULE_LANGUAGES
    for rule in rule_book(language).rules.values()
]
ACTS = [
    pytest.param(language, act, id=f"{language}-{act.name}")
    for language in RULE_LANGUAGES
    for act in rule_book(language).acts.values()
]


def matching(text, language):
    return rules_matching(text, CheckContext(language=language))


def acts_in(text, language):
    return {name for passage in read_letter(text, language).passages for name in passage.acts}


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_a_rule_matches_what_it_must(language, rule):
    assert [text for text in rule.must if rule.id not in matching(text, language)] == []


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_a_rule_leaves_alone_what_it_must_not_match(language, rule):
    assert [text for text in rule.must_not if rule.id in matching(text, language)] == []


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_a_repair_is_one_line(language, rule):
    """However its pattern is broken into lines in the file."""
    found = [
        f for text in rule.must for f in check(text, CheckContext(language=language)).findings
    ]
    assert [f.repair for f in found if f.repair and f.repair != " ".join(f.repair.split())] == []


@pytest.mark.parametrize(("language", "act"), ACTS)
def test_an_act_is_seen_where_it_must_be(language, act):
    assert [text for text in act.must if act.name not in acts_in(text, language)] == []


@pytest.mark.parametrize(("language", "act"), ACTS)
def test_an_act_is_not_seen_where_it_must_not_be(language, act):
    assert [text for text in act.must_not if act.name in acts_in(text, language)] == []
