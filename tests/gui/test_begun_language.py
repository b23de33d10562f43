"""A language of the window that is only begun: its words where it has them, English elsewhere."""

from __future__ import annotations

import pytest
from fakes.writing_desk import open_desk
from PySide6.QtCore import QLocale

from softanswer.replies.compose.suggest import TEMPLATE_LANGUAGES
from softanswer.replies.preferences import Language
from softanswer.ui.actions import Act
from softanswer.ui.languages import WRITTEN, Languages
from softanswer.ui.vocabulary import Vocabulary
from softanswer.ui.words import Words


@pytest.fixture
def languages(qapp):
    chosen = Languages(qapp)
    chosen.choose(Language.TRADITIONAL_CHINESE)
    yield chosen
    chosen.choose(Language.ENGLISH)


def test_what_is_translated_is_shown_so(languages):
    assert Act.REPLY.text == "回覆"
    assert Vocabulary.of(languages).words.heat(3) == "盛怒"
    assert Vocabulary.of(languages).words.waiting(3, None, None) == "3 封信"


def test_what_is_not_stands_in_good_english(languages):
    translate = languages.translate("NoSuchContext")
    assert translate("%n letter(s) found", 1) == "1 letter found"
    assert translate("Nothing is found.") == "Nothing is found."


def test_letters_and_reasons_are_written_in_a_language_that_there_is(languages):
    assert languages.written == "en"
    assert Vocabulary.of(languages).language == "en"
    assert WRITTEN == TEMPLATE_LANGUAGES


def test_the_system_does_not_choose_it_by_itself(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("zh_TW"))
    try:
        languages = Languages(qapp)
        languages.choose(Language.SYSTEM)
        assert languages.code in WRITTEN
    finally:
        QLocale.setDefault(before)


def test_english_comes_back(languages):
    languages.choose(Language.ENGLISH)
    assert Act.REPLY.text == "Reply"
    assert Words(languages.translate("Words")).heat(3) == "furious"


def test_a_window_writes_and_checks_replies_in_it(qtbot, tmp_path, languages):
    with open_desk(qtbot, tmp_path / "profile") as desk:
        desk.write_to(desk.complaint, with_suggestion=True)
        assert desk.composer.body().startswith("Dear")
        assert desk.composer.identity._suggestions.text() != ""
