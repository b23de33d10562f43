"""Whose side it was changes how a letter owns the matter; it blames nobody, and it always owns."""

import re
from dataclasses import replace

import pytest
from letter_grid import SIDES, Point, flaws, situation_at

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.compose.facts import gather_facts
from softanswer.replies.compose.suggest import SuggestionInputs, every_letter, suggest
from softanswer.replies.compose.template import render_text
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.fault import Fault
from softanswer.replies.tone.finding import Severity

OTHERS = [side for side in SIDES if side not in (None, Fault.SELLER)]
LANGUAGES = ("en", "ru", "de", "fr", "es")
WHERE = {"en": "inside", "ru": "past", "de": "delivered", "fr": "past", "es": "delivered"}
OURS = {  # that we did it
    "en": r"\bmy (mistake|fault|packing)|I (packed|graded|made a mistake|should)|lay here",
    "ru": r"(моя|мое|моё) (вина|ошибка|упаковка|упущение)|следовало|ошибка в нём моя|пролежал",
    "de": r"mein Fehler|besser verpacken|von mir, der Fehler|eingepackt|Einpacken|zu lange",
    "fr": r"ma faute|emballé|erreur vient de moi|J’aurais dû|trop long",
    "es": r"embal[éa]|culpa es mía|error fue mío|metí otro|Debería haber elegido|demasiado",
}
THEIRS = {  # those whose side it may have been; what is asked of the carrier is no blame
    "en": r"carrier|post office|USPS|supplier|marketplace|eBay|your (fault|mistake)",
    "ru": r"перевозчик|почт|поставщик|площадк|eBay|ваш[аеу] (вина|ошибк)",
    "de": r"Post\b|Zusteller|Lieferant|Marktplatz|eBay|Ihr (Fehler|Versehen)",
    "fr": r"transporteur|Poste|fournisseur|plateforme|eBay|votre (faute|erreur)",
    "es": r"transportista|Correos|proveedor|plataforma|eBay|su (culpa|error)",
}


def inputs(language, side, kind, parcel, **changes):
    point = Point(parcel=parcel, side=side, **changes)
    return SuggestionInputs(situation_at(point), "Re: it", language, kind, complaint=True)


def bodies(language, side, kind, parcel, **changes):
    """Every letter of ours that can be put into a reply, by its template."""
    letters = every_letter(inputs(language, side, kind, parcel, **changes))
    return {one.template: one.body for one in letters if one.language == language}


def whose(language, side):
    source = '{% include "parts/whose.txt.j2" %}'
    facts = gather_facts(replace(situation_at(Point()), fault=side), language)
    return render_text(source, "whose", language, facts).text


PLACES = [
    (CaseKind.NOT_RECEIVED, "inside"),
    (CaseKind.NOT_RECEIVED, "past"),
    (CaseKind.NOT_RECEIVED, "not_shipped"),
    (CaseKind.DAMAGED, "delivered"),
    (CaseKind.WRONG_ITEM, "returned"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "parcel"), PLACES)
@pytest.mark.parametrize("side", OTHERS)
def test_a_letter_of_another_side_neither_blames_nor_says_that_we_did_it(
    language, kind, parcel, side
):
    plain = bodies(language, None, kind, parcel, lag=6)
    told = bodies(language, side, kind, parcel, lag=6)
    assert plain.keys() == told.keys()
    changed = {name for name in plain if plain[name] != told[name]}
    assert len(changed) >= 4
    for name in changed:
        body = told[name]
        assert re.search(OURS[language], body) is None, body
        before = re.findall(THEIRS[language], plain[name])
        assert re.findall(THEIRS[language], body) == before
        assert whose(language, side) in body


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_side_has_a_sentence_of_its_own(language):
    assert len({whose(language, side) for side in SIDES if side is not None}) == len(SIDES) - 1
    assert whose(language, None) == whose(language, Fault.NONE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_side_says_so(language):
    for kind, parcel in PLACES:
        plain = bodies(language, None, kind, parcel)
        told = bodies(language, Fault.SELLER, kind, parcel)
        for name in plain.keys() & {"damaged_choice", "wrong_item_replace"}:
            assert told[name] == plain[name]
        for name in plain.keys() & {"refund_agreed", "holding", "not_received_past"}:
            assert whose(language, Fault.SELLER) in told[name]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("lag", [1, 6])
def test_a_letter_of_several_matters_owns_them_for_every_side(language, side, lag):
    """What is answered by number claims nothing where it was another side, and is owned once."""
    issues = (CaseKind.DAMAGED, CaseKind.LATE, CaseKind.MISSING_PART, CaseKind.CUSTOMS_OR_FEES)
    given = inputs(language, side, CaseKind.DAMAGED, "delivered", lag=lag)
    [letter] = [
        one for one in suggest(replace(given, issues=issues)) if one.template == "issue_by_issue"
    ]
    context = CheckContext(language=language, kind="damaged", heat=1, at_fault=side)
    report = check(letter.body, context)
    heavy = {Severity.ERROR, Severity.WARNING}
    assert [(f.rule, f.text) for f in report.findings if f.severity in heavy] == []
    assert report.apology.is_whole
    assert flaws(letter.body, gather_facts(given.situation, language), language) == []
    if side in OTHERS:
        assert re.search(OURS[language], letter.body) is None
        assert letter.body.count(whose(language, side)) == 1


@pytest.mark.parametrize("fault", [None, Fault.UNCLEAR])
def test_what_is_not_said_changes_nothing(fault):
    facts = gather_facts(replace(situation_at(Point()), fault=fault), "en")
    assert facts.side is None
