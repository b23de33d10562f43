"""The index may leave out patterns that cannot match, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring.tone import REPLIES, RULED, of_language, rows_of

from softanswer.replies.language.disguise import unveiled
from softanswer.replies.language.tokens import sentences_of
from softanswer.replies.tone.pattern_needs import START, NeedIndex, first_names, needs_of
from softanswer.replies.tone.pattern_rows import row_of
from softanswer.replies.tone.patterns import Phrases
from softanswer.replies.tone.rules import ACT, EXCEPT, UNLESS, read_tables, rule_book

ROWS = rows_of(*(name for names in REPLIES.values() for name in names))
LETTERS = rows_of("letters.jsonl")


def phrases_of(language, *, indexed):
    book = rule_book(language)
    classes = {}
    for table in read_tables(language, "reply_").values():
        classes.update(table.get("classes", {}))
    patterns = [
        (owner, pattern)
        for name, listed in {
            **{rule.id: rule for rule in book.rules.values()},
            **{ACT + act.name: act for act in book.acts.values()},
        }.items()
        for owner, patterns in (
            (name, listed.patterns),
            (EXCEPT + name, listed.excepts),
            (UNLESS + name, getattr(listed, "unless", ())),
        )
        for pattern in patterns
    ]
    return Phrases(language, classes, patterns, indexed=indexed)


@pytest.fixture(scope="module")
def both():
    return {
        language: tuple(phrases_of(language, indexed=indexed) for indexed in (True, False))
        for language in RULED
    }


def assert_same(both, language, text):
    indexed, plain = both[language]
    for number, sentence in enumerate(map(unveiled, sentences_of(text))):
        masked = frozenset({sentence.start}) if number % 3 == 0 else frozenset()
        assert indexed.find(sentence, masked) == plain.find(sentence, masked), sentence


@pytest.mark.slow
@pytest.mark.parametrize("language", RULED)
def test_the_index_finds_in_all_labelled_texts_what_trying_every_pattern_finds(both, language):
    for row in of_language(ROWS, language):
        assert_same(both, language, row["text"])
    for row in of_language(LETTERS, language):
        assert_same(both, language, row["body"])


@pytest.mark.parametrize("language", RULED)
def test_the_index_finds_the_examples_of_the_rules_as_trying_every_pattern_does(both, language):
    book = rule_book(language)
    for listed in (*book.rules.values(), *book.acts.values()):
        assert_same(both, language, "\n\n".join((*listed.must[:2], *listed.must_not[:1])))


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(["a", "b", "c", "d", ",", "?", "."]), max_size=12))
def test_the_index_is_right_for_every_kind_of_step(words):
    patterns = [
        ("optional", "a? b c"),
        ("group", "(a b|c) d"),
        ("optional group", "(a|b c)? d a"),
        ("gap", "a ..2 d"),
        ("wide gap", "b ,,3 a"),
        ("not", "!a b"),
        ("starts", "<s> a|b"),
        ("asks", "c <?>"),
        ("stop", "a , b"),
        ("marked", "{ a } b"),
        ("class", "$PAIR d"),
        ("kept", "x=a b =>{x}"),
    ]
    classes = {"PAIR": ["a b", "c"]}
    one, other = (Phrases("en", classes, patterns, indexed=indexed) for indexed in (True, False))
    for sentence in sentences_of(" ".join(words)):
        assert one.find(sentence) == other.find(sentence)


@pytest.mark.parametrize(
    ("pattern", "needs", "firsts"),
    [
        ("send|post it", [{"send", "post"}, {"it"}], {"send", "post"}),
        ("very? sorry", [{"sorry"}], {"very", "sorry"}),
        ("..2 sorry", [{"sorry"}], None),
        ("!not sorry", [{"sorry"}], None),
        ("<s> sorry", [{"sorry"}], {START, "sorry"} - {"sorry"}),
        ("(so sorry|regret) if", [{"so", "regret"}, {"if"}], {"so", "regret"}),
        ("(so ..1|!so) if", [{"if"}], None),
        ("why <?>", [{"why"}, {"<?>"}], {"why"}),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern, needs, firsts):
    row = row_of(pattern, "en")
    assert [set(names) for names in needs_of(row)] == needs
    named = first_names(row)
    assert (None if named is None else set(named)) == firsts


def test_patterns_are_possible_where_each_of_their_needs_is_met():
    a, b, c = frozenset("a"), frozenset("bc"), frozenset("c")
    index = NeedIndex([(a, b), (c,), (), (a, c)])
    assert list(index.possible({"a", "b"})) == [0, 2]
    assert list(index.possible({"a", "c"})) == [0, 1, 2, 3]
    assert list(index.possible(set())) == [2]
