"""Her own templates: their files, what they replace, and their place among the suggestions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.sentence import Sentence
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.compose.facts import (
    FACT_KINDS,
    Correspondence,
    Shop,
    Situation,
    gather_facts,
)
from softanswer.replies.compose.own_templates import (
    FILE_SUFFIX,
    MAX_FILE_BYTES,
    OwnTemplate,
    OwnTemplates,
    checked_template,
    from_file,
    our_templates,
    to_file,
)
from softanswer.replies.compose.suggest import (
    SuggestionInputs,
    every_letter,
    own_letters,
    suggest,
)
from softanswer.replies.compose.template import source_of
from softanswer.replies.compose.template_folder import MOST_TEMPLATES, TemplateFolder
from softanswer.replies.compose.template_preview import allowed_names
from softanswer.replies.errors import TemplateError
from softanswer.replies.orders.delivery import Band

LATE = OwnTemplate(
    "own-1", "Late, my way", "en", "Dear you,\n\nI posted it on {{ posted_on|date }}.\n\nAna",
    frozenset({CaseKind.LATE, CaseKind.NOT_RECEIVED}),
)  # fmt: skip
ANY = OwnTemplate(
    "own-2", "A kind word", "en", "Thank you{% if title %} for {{ title }}{% endif %}."
)


@pytest.fixture
def folder(tmp_path):
    return TemplateFolder(tmp_path / "templates")


@pytest.fixture
def inputs(situation):
    return SuggestionInputs(situation(Band.INSIDE), "Re: ?", "en", CaseKind.LATE, complaint=True)


def with_own(inputs, *own):
    return replace(inputs, own=OwnTemplates(own))


NAMES = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=80
)


@given(NAMES, st.sets(st.sampled_from(CaseKind)))
def test_a_file_gives_back_what_was_written(name, kinds):
    own = replace(LATE, name=name, kinds=frozenset(kinds))
    assert from_file(to_file(own), own.id, "x") == own


def test_line_ends_and_a_mark_of_other_programs_change_nothing():
    written = "\ufeff" + to_file(LATE).replace("\n", "\r\n")
    assert from_file(written, "own-1", "x") == LATE


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("Dear you", "first line must be +++"),
        ("+++\nname = 'x'", "ends its head"),
        ("+++\nname = \n+++\nx", "can't be read"),
        ("+++\nname = 3\n+++\nx", "“3” can't stand for “name”"),
        ("+++\nkinds = ['lat']\n+++\nx", "“lat” can't stand for “kinds”"),
        ("+++\nkinds = 'late'\n+++\nx", "“late” can't stand for “kinds”"),
    ],
)
def test_a_file_that_is_no_template_says_why(source, why):
    with pytest.raises(TemplateError, match=why.replace("+", r"\+")) as caught:
        from_file(source, "own-1", "mine.txt")
    assert isinstance(caught.value.args[0], Sentence)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": " \n "}, "Give the template a name"),
        ({"name": "x" * 81}, "longer than 80"),
        ({"language": "xx"}, "“xx” can't stand for “language”"),
        ({"replaces": "nothing"}, "“nothing” can't stand for “replaces”"),
        ({"text": "\n "}, "is empty"),
        ({"text": "a\n{{ cost }}"}, "Late, my way, line 2, column 4: There is no fact"),
        ({"id": "own-9", "name": "LATE,  my way"}, "Another template"),
    ],
)
def test_what_cant_be_used_is_not_kept(folder, changes, why):
    folder.save(LATE)
    with pytest.raises(TemplateError, match=why):
        folder.save(replace(LATE, **changes))
    assert folder.load().templates == (LATE,)


def test_the_folder_keeps_changes_and_forgets(folder):
    assert folder.load() == OwnTemplates()
    folder.save(LATE)
    folder.save(ANY)
    changed = folder.save(replace(LATE, text="Dear you,"))
    assert set(TemplateFolder(folder.folder).load().templates) == {changed, ANY}
    folder.delete("own-1")
    assert folder.load().templates == (ANY,)
    assert [p.name for p in folder.folder.iterdir()] == [f"own-2{FILE_SUFFIX}"]


def test_a_damaged_file_is_told_and_left_and_the_others_count(folder):
    folder.save(LATE)
    for name, raw in {
        "bad": b"+++\nname = 'b'\nlanguage = 'en'\n+++\n{{ 'a' * 10**9 }}",
        "no-text": b"+++\nname = '\xff'\n+++\n",
        "large": b"x" * (MAX_FILE_BYTES + 1),
    }.items():
        (folder.folder / f"{name}{FILE_SUFFIX}").write_bytes(raw)
    assert folder.load().templates == (LATE,)
    told = sorted(folder.problems())
    assert [one.split(" ", 1)[0] for one in told] == [
        f"{name}{FILE_SUFFIX}" for name in ("bad", "large", "no-text")
    ]
    assert "line 1, column 8" in told[0]
    assert len(list(folder.folder.iterdir())) == 4


def test_what_another_program_changes_is_seen(folder):
    folder.save(LATE)
    folder.load()
    path = folder.folder / f"own-1{FILE_SUFFIX}"
    path.write_text(to_file(replace(LATE, name="Renamed there")), "utf-8")
    assert folder.load().templates[0].name == "Renamed there"


def test_one_from_elsewhere_comes_in_under_an_id_of_its_own(folder, tmp_path):
    folder.save(LATE)
    path = tmp_path / "sent by a friend.txt"
    TemplateFolder.write(replace(LATE, name="Hers"), path)
    assert folder.bring_in(path).id == "own-2"
    wording = OwnTemplate("x", "search", "en", "Mine.", replaces="search")
    TemplateFolder.write(wording, path)
    assert folder.bring_in(path).id == "en.search"


def test_there_is_a_bound_to_how_many_there_are(folder):
    folder.folder.mkdir()
    for number in range(MOST_TEMPLATES):
        one = replace(ANY, id=f"own-{number}", name=f"n{number}")
        TemplateFolder.write(one, folder.folder / f"own-{number}{FILE_SUFFIX}")
    with pytest.raises(TemplateError, match="Delete one first"):
        folder.save(replace(LATE, id="own-x"))


@pytest.mark.parametrize("language", ["en", "ru", "de", "fr", "es"])
def test_every_letter_of_ours_can_be_edited_as_it_stands(language):
    for name in our_templates(language):
        own = OwnTemplate("", name, language, source_of(name, language), replaces=name)
        assert checked_template(own).id == f"{language}.{name}"


def test_a_letter_of_hers_for_the_kind_stands_first_with_its_facts(inputs):
    first = suggest(with_own(inputs, LATE))[0]
    assert (first.own, first.template, first.subject) == ("Late, my way", "own-1", "Re: ?")
    assert first.body == "Dear you,\n\nI posted it on 12 November.\n\nAna"
    assert first.facts == {"posted_on": "12 November"}
    assert first.why == "A letter of yours for such mail."
    assert [s.template for s in suggest(with_own(inputs, LATE))[1:]] == [
        s.template for s in suggest(inputs)
    ]


def test_a_letter_for_all_kinds_stands_behind_ours_and_before_the_holding_reply(inputs):
    offered = [s.template for s in suggest(with_own(inputs, ANY))]
    assert offered[-2:] == ["own-2", "holding"]


@pytest.mark.parametrize(
    "own",
    [
        replace(LATE, kinds=frozenset({CaseKind.PRAISE})),
        replace(LATE, language="ru"),
        replace(LATE, text="{% if returned_on %}{% set how = 'x' %}{% endif %}{{ how }}"),
    ],
)
def test_what_does_not_fit_or_fails_is_not_offered(inputs, own):
    assert suggest(with_own(inputs, own)) == suggest(inputs)


def test_ours_in_her_wording_keeps_its_place_and_says_so(inputs):
    ours = suggest(inputs)[0]
    wording = OwnTemplate("", "x", "en", "Mine: {{ latest|date }}.", replaces=ours.template)
    mine = suggest(with_own(inputs, wording))[0]
    assert (mine.template, mine.own, mine.remedy) == (ours.template, "", ours.remedy)
    assert mine.body.startswith("Mine: ")
    assert mine.why.endswith("In your wording.")


def test_her_wording_that_lacks_a_fact_keeps_its_place_with_a_gap(inputs):
    ours = suggest(inputs)[0]
    wording = OwnTemplate("", "x", "en", "{{ returned_on|date }}", replaces=ours.template)
    first = suggest(with_own(inputs, wording))[0]
    assert (first.template, first.body) == (ours.template, "[returned on]")
    assert first.gaps == ("returned_on",)


@pytest.mark.parametrize("name", sorted(FACT_KINDS))
def test_every_fact_that_is_not_known_is_a_gap_and_never_a_value(inputs, name):
    written = next(one.written for one in allowed_names("en", None) if one.name == name)
    own = replace(LATE, text=f"So: {written}.")
    bare = Situation(Correspondence(""), Shop("", ""), inputs.situation.now)
    (letter,) = (
        letter
        for letter, _ in own_letters(
            replace(with_own(inputs, own), situation=bare, gap_words={name: "fill me in"})
        )
    )
    known = name in gather_facts(bare, "en").known()
    gaps = letter.body.count("[fill me in]")
    assert gaps == (0 if known else written.count("{{"))
    assert letter.gaps == (() if known else (name,))
    assert "{" not in letter.body


def test_a_letter_with_a_gap_stands_behind_ours_and_names_what_is_missing(inputs):
    own = replace(LATE, text="Back on {{ returned_on|date }}, sent {{ posted_on|date }}.")
    words = {"returned_on": "day it came back"}
    offered = suggest(replace(with_own(inputs, own), gap_words=words))
    assert [one.template for one in offered][-2:] == ["own-1", "holding"]
    assert offered[-2].body == "Back on [day it came back], sent 12 November."
    assert (offered[-2].missing, offered[-2].gaps) == (("returned_on",), ("returned_on",))


def test_the_form_of_a_word_beside_a_gap_is_the_common_one(inputs):
    own = replace(LATE, text="{{ kept_days }} {{ kept_days|plural('day', 'days') }}")
    (letter,) = (letter for letter, _ in own_letters(with_own(inputs, own)))
    assert letter.body == "[kept days] days"


def test_every_letter_of_the_language_can_be_taken_the_offered_ones_first(inputs):
    other = replace(LATE, id="own-3", name="Praise", kinds=frozenset({CaseKind.PRAISE}))
    given_inputs = with_own(inputs, LATE, other)
    found = every_letter(given_inputs)
    offered = suggest(given_inputs)
    assert found[: len(offered)] == offered
    assert "Praise" in [one.own for one in found]
    assert len({(one.template, one.own) for one in found}) == len(found) > 20
    assert {one.language for one in found} == {"en"}
