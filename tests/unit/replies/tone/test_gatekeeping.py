import pytest

from softanswer.replies.tone.finding import Apology, Finding, Severity, Span, ToneReport
from softanswer.replies.tone.gatekeeping import (
    dismissal_key,
    is_dismissed,
    may_be_dismissed,
    what_blocks,
)

NO_APOLOGY = Apology(None, None, None)


def finding(severity, text="word", rule="a_rule", *, is_liftable=True):
    return Finding(
        rule, "excuse", severity, Span(0, len(text)), text, "Why.", is_liftable=is_liftable
    )


def report(*findings):
    return ToneReport("en", findings, NO_APOLOGY)


@pytest.mark.parametrize(
    ("severity", "is_liftable", "dismissals", "blocks"),
    [
        (Severity.ERROR, True, {}, True),
        (Severity.ERROR, True, {"a_rule": "a surname"}, False),
        (Severity.ERROR, True, {"a_rule: word": "a surname"}, False),
        (Severity.ERROR, True, {"a_rule: other": "a surname"}, True),
        (Severity.ERROR, True, {"a_rule": "  "}, True),
        (Severity.ERROR, False, {"a_rule": "a surname"}, True),
        (Severity.ERROR, False, {"a_rule: word": "a surname"}, True),
        (Severity.WARNING, True, {}, True),
        (Severity.WARNING, True, {"a_rule": ""}, True),
        (Severity.WARNING, True, {"a_rule": "she asked for it"}, False),
        (Severity.WARNING, False, {"a_rule": "she asked for it"}, False),
        (Severity.WARNING, True, {"another_rule": "she asked for it"}, True),
        (Severity.ADVICE, True, {}, False),
        (Severity.ADVICE, False, {}, False),
    ],
)
def test_what_is_neither_mended_nor_dismissed_with_a_reason_blocks(
    severity, is_liftable, dismissals, blocks
):
    found = finding(severity, is_liftable=is_liftable)

    assert what_blocks(report(found), dismissals) == ((found,) if blocks else ())


def test_a_letter_without_findings_is_not_blocked():
    assert what_blocks(report(), {"a_rule": "a reason"}) == ()


def test_an_error_lifted_for_its_words_leaves_the_next_one_blocked():
    surname, insult = finding(Severity.ERROR, "Dick"), finding(Severity.ERROR, "idiot")

    assert what_blocks(report(surname, insult), {"a_rule: Dick": "his name"}) == (insult,)


def test_a_bare_rule_lifts_no_error_where_it_is_unclear_which_is_meant():
    surname, insult = finding(Severity.ERROR, "Dick"), finding(Severity.ERROR, "idiot")

    assert what_blocks(report(surname, insult), {"a_rule": "his name"}) == (surname, insult)


def test_a_warning_is_dismissed_for_all_its_places():
    places = finding(Severity.WARNING, "if"), finding(Severity.WARNING, "any")

    assert what_blocks(report(*places), {"a_rule": "she asked"}) == ()


def test_what_blocks_stands_in_the_order_of_the_letter():
    first = finding(Severity.WARNING, rule="one")
    advice = finding(Severity.ADVICE, rule="two")
    last = finding(Severity.ERROR, rule="three")

    assert what_blocks(report(first, advice, last), {}) == (first, last)


@pytest.mark.parametrize(
    ("severity", "is_liftable", "may_be"),
    [
        (Severity.ERROR, True, True),
        (Severity.ERROR, False, False),
        (Severity.WARNING, False, True),
        (Severity.ADVICE, False, True),
    ],
)
def test_only_errors_of_fact_can_not_be_set_aside(severity, is_liftable, may_be):
    assert may_be_dismissed(finding(severity, is_liftable=is_liftable)) is may_be


def test_an_error_about_the_whole_letter_is_kept_by_its_rule():
    found = Finding("threat.whole", "threat", Severity.ERROR, None, "", "Why.")

    assert dismissal_key(found) == "threat.whole"


def test_dismissed_advice_counts_as_dismissed():
    found = finding(Severity.ADVICE)

    assert is_dismissed(found, report(found), {"a_rule": "I like it"})
    assert not is_dismissed(found, report(found), {})
