"""Enchant: what is said where it is missing, and, where it is installed, that it is asked right.

The last tests run only where Enchant can be loaded: it is optional, and CI need not have it.
"""

from __future__ import annotations

import sys

import pytest

from softanswer.replies.enchant_speller import InstalledSpeller
from softanswer.replies.errors import SpellerError
from softanswer.replies.spelling import Allowed, SpellCheck


@pytest.fixture
def forgotten(monkeypatch):
    """No module of Enchant is loaded."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "enchant"]:
        monkeypatch.delitem(sys.modules, name)
    return monkeypatch


@pytest.mark.parametrize("ask", [InstalledSpeller.languages, InstalledSpeller.open])
def test_without_the_extra_it_is_said_how_to_get_it(forgotten, ask):
    forgotten.setitem(sys.modules, "enchant", None)
    with pytest.raises(SpellerError, match=r"softanswer\[spell\]"):
        ask(InstalledSpeller())


@pytest.mark.parametrize("raised", ["ImportError", "OSError", "AttributeError", "AssertionError"])
@pytest.mark.parametrize("ask", [InstalledSpeller.languages, InstalledSpeller.open])
def test_without_the_library_it_is_said_what_to_install(forgotten, tmp_path, ask, raised):
    (tmp_path / "enchant").mkdir()
    (tmp_path / "enchant" / "__init__.py").write_text(f"raise {raised}('no C library')\n")
    forgotten.syspath_prepend(tmp_path)
    with pytest.raises(SpellerError, match="libenchant-2-2"):
        ask(InstalledSpeller())


def test_the_real_dictionaries_find_what_is_misspelt():
    pytest.importorskip("enchant", exc_type=ImportError)
    source = InstalledSpeller()
    wrong = {"en": "recieve", "ru": "пожалуста"}
    right = {"en": "receive colour well-known don't", "ru": "пожалуйста ещё её по-русски"}
    check = SpellCheck(source.open())
    assert check.speller.languages == source.languages()
    for language in source.languages():
        text = f"{right[language]}, {wrong[language]}"
        assert [word.text for word in check.misspelt(text, Allowed())] == [wrong[language]]
        assert right[language].split()[0] in check.suggestions(wrong[language])
