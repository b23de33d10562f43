"""A file of settings is taken whole or not at all, and a refusal names its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.errors import PreferenceError
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preference_file import (
    Change,
    changes_between,
    parsed_preferences,
    read_preferences,
    taken_back,
)
from softanswer.replies.preferences import (
    SETTINGS,
    ColourScheme,
    Density,
    Preferences,
    save_preferences,
)

HERS = Preferences(
    hold=HoldPolicy(timedelta(minutes=45), (1, 1, 2, 4)),
    shop_name="Lantern Lane",
    seller_name='Анна "Lena" \\ Reyes',
    colour_scheme=ColourScheme.HIGH_CONTRAST_DARK,
    density=Density.COMPACT,
)


def test_what_was_written_is_read_on_another_computer(tmp_path):
    path = tmp_path / "mine.toml"
    save_preferences(path, HERS, "Settings of Soft Answer.")
    assert read_preferences(path, Preferences()) == HERS
    written = path.read_text(encoding="utf-8")
    assert written.startswith("# Settings of Soft Answer.\n\n[hold]\nbase_minutes = 45\n")
    assert {line.split(" = ")[0] for line in written.splitlines() if " = " in line} == {
        key.partition(".")[2] for key in SETTINGS
    }


def test_what_the_file_does_not_name_stays():
    taken = parsed_preferences(
        '[look]\ndensity = "compact"\n', replace(HERS, density=Density("comfortable"))
    )
    assert taken == HERS


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[hold]\nbase_minutes = 0\n", 2, "from 1 minute to 48 hours"),
        ("# mine\n\n[shop]\nname = 'x'\n[hold]\nbase_minutes = 2881", 6, "48 hours"),
        ("[hold]\nbase_minutes = 10\nfactors = [1, 1, 0.5, 3]", 3, "factors"),
        ("hold.base_minutes = -5", 1, "48 hours"),
        ("\nhold = { base_minutes = nan }", 2, "48 hours"),
        ("[hold]\nbase_minutes = inf", 2, "48 hours"),
        ("[hold]\nquiet_hours = '07:00-22:00'", 2, "12 hours"),
        ("[look]\ntext_percent = 500", 2, "80"),
        ("[look]\ncolour_scheme = 'pink'", 2, "none of"),
        ("[orders]\nwatched_folder = 'exports'", 2, "whole path"),
        ("[accounts]\npassword = 'x'", 2, "There is no setting"),
        ("[keys]\nsingle_letters = 1", 2, "neither true nor false"),
        ("[look]\nlanguage = en", 2, "not written as a file of settings"),
        ("[look]\n[look]\n", 2, "not written as a file of settings"),
        ('{"look": 1}', 1, "not written as a file of settings"),
    ],
)
def test_a_line_that_says_what_cannot_be_set_is_named(text, line, says):
    with pytest.raises(PreferenceError) as refused:
        parsed_preferences(text, HERS)
    assert str(refused.value).startswith(f"Line {line}")
    assert says in str(refused.value)
    assert str(refused.value).endswith("Nothing was taken.")


@pytest.mark.parametrize("text", ["", "# nothing\n", "[hold]\n"])
def test_a_file_without_settings_is_refused(text):
    with pytest.raises(PreferenceError, match="no setting"):
        parsed_preferences(text, HERS)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"[look]\n\nlanguage = '\xff'", "Line 3"),
        (b"#" * 200_000, "too large"),
        (b"\xef\xbb\xbf[look]\ndensity = 'tight'", "Line 2"),
    ],
)
def test_a_file_that_is_no_text_of_settings_is_refused(tmp_path, raw, says):
    path = tmp_path / "file.toml"
    path.write_bytes(raw)
    with pytest.raises(PreferenceError, match=says):
        read_preferences(path, HERS)


def test_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(PreferenceError, match=r"gone\.toml can't be read"):
        read_preferences(tmp_path / "gone.toml", HERS)


def test_what_differs_is_told_and_taken_back_and_nothing_else():
    changes = changes_between(Preferences(), HERS)
    assert changes[0] == Change("hold.base_minutes", 30, 45)
    assert [one.key for one in changes] == [
        "hold.base_minutes",
        "hold.factors",
        "shop.name",
        "shop.seller",
        "look.colour_scheme",
        "look.density",
    ]
    later = replace(HERS, text_percent=140)
    assert taken_back(later, changes) == Preferences(text_percent=140)
    assert changes_between(HERS, HERS) == ()


@given(st.text(alphabet="[]=.\"'#\n hold_base_minutes012{}", max_size=80))
def test_any_text_is_taken_or_refused_with_a_sentence(text):
    refusal = "Nothing was taken."
    try:
        parsed_preferences(text, HERS)
    except PreferenceError as error:
        refusal = str(error)
    assert refusal.endswith("Nothing was taken.")
