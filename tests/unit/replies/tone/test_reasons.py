import re

import pytest

from softanswer.replies.tone.finding import Finding, Severity
from softanswer.replies.tone.reasons import reason_in
from softanswer.replies.tone.rules import RULE_LANGUAGES, rule_book

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@pytest.mark.parametrize("seller", ["en", "ru"])
@pytest.mark.parametrize("reply", RULE_LANGUAGES)
def test_every_rule_has_its_reason_in_the_language_of_the_seller(seller, reply):
    book = rule_book(reply)
    rules = {rule.id: rule.reason for rule in book.rules.values()} | book.words["reasons"]
    assert len(rules) > 50
    for rule, own in rules.items():
        finding = Finding(rule, "cliche", Severity.WARNING, None, "", own)
        said = reason_in(seller, finding)
        assert bool(CYRILLIC.search(said)) is (seller == "ru"), (rule, said)
        assert (said == own) is (seller == reply)


def test_a_reason_that_a_language_lacks_is_told_as_it_is():
    finding = Finding("no.such-rule", "cliche", Severity.WARNING, None, "", "As it is.")
    assert reason_in("ru", finding) == reason_in("xx", finding) == "As it is."
