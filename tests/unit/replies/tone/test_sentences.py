"""Sentences as an annoyed seller and as a kind one says them; the rules have learnt them."""

from pathlib import Path

import pytest

from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.fault import Fault
from softanswer.replies.tone.finding import Severity

DATA = Path(__file__).resolve().parents[3] / "data" / "tone"
FOUND_AT_LEAST = 0.85
ALARMS_AT_MOST = 0.07


def sentences(language):
    lines = (DATA / f"sentences_{language}.txt").read_text("utf-8").splitlines()
    return [line.split("|", 1) for line in lines]


def warned_of(text, language):
    context = CheckContext(language=language, complaint=True, at_fault=Fault.SELLER)
    found = check(text, context).findings
    return {f.category for f in found if f.span and f.severity is not Severity.ADVICE}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_most_unkind_sentences_are_called_what_they_are(language):
    unkind = [(category, text) for category, text in sentences(language) if category != "clean"]
    missed = [(c, text) for c, text in unkind if c not in warned_of(text, language)]
    assert len(unkind) > 100
    assert len(missed) <= (1 - FOUND_AT_LEAST) * len(unkind), missed


@pytest.mark.parametrize("language", ["en", "ru"])
def test_kind_sentences_with_tempting_words_are_left_alone(language):
    kind = [text for category, text in sentences(language) if category == "clean"]
    alarms = [(text, warned_of(text, language)) for text in kind if warned_of(text, language)]
    assert len(kind) == 30
    assert len(alarms) <= ALARMS_AT_MOST * len(kind), alarms
