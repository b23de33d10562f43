"""What holds for any text: nothing raises, places are real, a repair mends and keeps the facts."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scoring.tone import REPLIES, RULED, context_of, rows_of

from softanswer.replies.cases.triage import judge_text
from softanswer.replies.language.tokens import sentences_of
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext

DEV_ROWS = rows_of(*REPLIES["dev"])
WORDS = sorted({word for row in DEV_ROWS for word in row["text"].split()})
LETTERS = st.characters(exclude_categories=("Cs",))
TEXTS = st.one_of(
    st.text(LETTERS, max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(
        st.sampled_from([*'"«»„“>()[]{}!?.,:;\n', "if any", "沒收到", "f***k"]), max_size=60
    ).map("".join),
)
FACTS = re.compile(r"\d+")
MENDABLE = [
    (row, finding)
    for row in rows_of(*(name for names in REPLIES.values() for name in names))
    for finding in check(row["text"], context_of(row)).findings
    if finding.span is not None and finding.repair is not None
]


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, language=st.sampled_from([None, *RULED]), complaint=st.booleans())
@example(text="> sorry if any\n" * 40, language="en", complaint=True)
def test_a_check_raises_nothing_and_each_span_is_inside_of_the_text(text, language, complaint):
    for finding in check(text, CheckContext(language=language, complaint=complaint)).findings:
        if finding.span is not None:
            assert 0 <= finding.span.start < finding.span.end <= len(text)
            assert finding.text == text[finding.span.start : finding.span.end]


@settings(max_examples=150, deadline=None)
@given(subject=st.text(LETTERS, max_size=60), text=TEXTS)
def test_judging_raises_nothing_and_each_reason_is_inside_of_the_text(subject, text):
    judgement = judge_text(subject, text)
    assert 0 <= judgement.heat <= 3
    for reason in judgement.reasons:
        assert reason.text == text[reason.start : reason.end]


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_sentences_follow_each_other_and_hold_their_tokens(text):
    last = 0
    for sentence in sentences_of(text):
        assert last <= sentence.start < sentence.end <= len(text)
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.raw
        last = sentence.end


@settings(max_examples=60, deadline=None)
@given(text=st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_quoted_lines_are_never_judged(text):
    quoted = "\n".join("> " + line for line in text.splitlines())
    own = "Thank you for your letter.\n\n"
    for finding in check(own + quoted, CheckContext(language="en", complaint=False)).findings:
        assert finding.span is None or finding.span.end <= len(own)


@pytest.mark.parametrize(
    ("row", "finding"), MENDABLE, ids=[f"{row['id']}-{f.rule}" for row, f in MENDABLE]
)
def test_a_repair_takes_its_finding_away_and_changes_no_figure(row, finding):
    start, end = finding.span
    mended = row["text"][:start] + finding.repair + row["text"][end:]
    left = [
        other
        for other in check(mended, context_of(row)).findings
        if other.rule == finding.rule
        and other.span is not None
        and other.span.start < start + max(1, len(finding.repair))
        and start < other.span.end
    ]
    assert left == []
    if finding.category not in {"private_data_leak", "unfilled_placeholder"}:
        assert FACTS.findall(mended) == FACTS.findall(row["text"])
