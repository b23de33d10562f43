"""The commands settings get and set: the same bounds as the dialog, and no way around the hold."""

from datetime import timedelta

import pytest
from builders import MINUTE
from fakes.shop import ANSWER, COMPLAINT

from softanswer.replies.preferences import PREFERENCES_NAME, SETTINGS

STANDARD = {
    "hold.base_minutes": "30",
    "hold.factors": "[1.0, 1.0, 2.0, 3.0]",
    "hold.send_by_itself": "false",
    "hold.ordinary": "no_complaint",
    "hold.own_heat": "true",
    "hold.quiet_hours": "",
    "shop.name": "",
    "shop.seller": "",
    "shop.writes_as": "by_name",
    "shop.return_days": "30",
    "shop.restocking_percent": "0",
    "shop.return_postage": "buyer",
    "shop.card_cost_percent": "0",
    "look.language": "system",
    "look.colour_scheme": "system",
    "look.text_percent": "100",
    "look.density": "comfortable",
    "look.remote_pictures": "ask",
    "mail.notices": "complaints",
    "mail.leave_on_server_above_mb": "1",
    "orders.watched_folder": "",
    "writing.spelling": "true",
    "keys.single_letters": "true",
    "keys.own": "[]",
}
SHORTENS = "It shortens holds, so it counts only after the old cool-down has run out once."


def get(command, key):
    finished = command("settings", "get", key)
    assert (finished.code, finished.err) == (0, "")
    return finished.out.removesuffix("\n")


def test_all_settings_are_shown_with_their_standard_values(command):
    assert set(STANDARD) == set(SETTINGS)
    shown = command("settings", "get").out.splitlines()
    assert shown == [f"{key} = {value}" for key, value in STANDARD.items()]


@pytest.mark.parametrize(
    ("key", "given", "shown"),
    [
        ("hold.base_minutes", ["1"], "1"),
        ("hold.base_minutes", ["2880"], "2880"),
        ("shop.return_days", ["0"], "0"),
        ("shop.return_postage", ["seller"], "seller"),
        ("shop.card_cost_percent", ["2.9"], "2.9"),
        ("hold.base_minutes", ["7.5"], "7.5"),
        ("hold.factors", ["1, 1.5, 2, 48"], "[1.0, 1.5, 2.0, 48.0]"),
        ("hold.factors", ["1,", "1,", "2,", "4"], "[1.0, 1.0, 2.0, 4.0]"),
        ("hold.factors", ["[1, 1, 1, 1]"], "[1.0, 1.0, 1.0, 1.0]"),
        ("hold.send_by_itself", ["true"], "true"),
        ("hold.ordinary", ["none"], "none"),
        ("hold.own_heat", ["false"], "false"),
        ("hold.quiet_hours", ["22:00-07:00"], "22:00-07:00 seller"),
        ("hold.quiet_hours", ["22:00", "-", "07:00", "customer"], "22:00-07:00 customer"),
        ("hold.quiet_hours", [""], ""),
        ("shop.name", ["Lantern", "Lane", "Books"], "Lantern Lane Books"),
        ("shop.name", ["-5"], "-5"),
        ("shop.seller", ['Ana "Lena" \\ Reyes'], 'Ana "Lena" \\ Reyes'),
        ("shop.seller", ["Анна"], "Анна"),
        ("shop.writes_as", ["feminine"], "feminine"),
        ("keys.own", ["done=Ctrl+E"], '["done=Ctrl+E"]'),
        ("keys.own", ["[]"], "[]"),
        ("look.language", ["ru"], "ru"),
        ("look.colour_scheme", ["dark"], "dark"),
        ("look.text_percent", ["80"], "80"),
        ("look.text_percent", ["200"], "200"),
        ("keys.single_letters", ["false"], "false"),
    ],
)
def test_a_value_inside_of_its_range_is_kept(command, key, given, shown):
    finished = command("settings", "set", key, *given)
    assert (finished.code, finished.err) == (0, "")
    assert finished.out.splitlines()[0] == f"{key} = {shown}"
    assert get(command, key) == shown


@pytest.mark.parametrize(
    "value",
    [
        *("0", "-1", "-0", "0.99", "2880.01", "1e400", "inf", "-inf", "nan", "1e-9", "0x0"),
        *("half an hour", "", "true", "false", "[30]", "'30'", "2026-11-22", "9" * 400, "30 min"),
    ],
)
def test_no_cool_down_outside_of_its_range_can_be_set(command, refused, value):
    error = refused("settings", "set", "hold.base_minutes", value)
    assert "it stays as it was" in error
    assert get(command, "hold.base_minutes") == "30"


@pytest.mark.parametrize(
    "value",
    [
        *("0.9, 1, 2, 3", "1, 1, 2, 0", "1, 1, 2, -3", "1, 1, 2, nan", "1, 1, 2, inf"),
        *("1, 1, 2, 48.1", "1, 1, 2", "1, 1, 2, 3, 4", "one, two", "5", "", "true"),
    ],
)
def test_no_factor_outside_of_its_range_can_be_set(command, refused, value):
    error = refused("settings", "set", "hold.factors", value)
    assert "it stays as it was" in error or "they stay as they were" in error
    assert get(command, "hold.factors") == STANDARD["hold.factors"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("hold.send_by_itself", "yes"),
        ("hold.send_by_itself", "1"),
        ("hold.send_by_itself", ""),
        ("keys.single_letters", "2"),
        ("look.language", "klingon"),
        ("look.colour_scheme", "pink"),
        ("look.text_percent", "79"),
        ("look.text_percent", "201"),
        ("look.text_percent", "112.5"),
        ("look.text_percent", "large"),
        ("shop.name", "two\nlines"),
        ("shop.name", "x" * 201),
        ("shop.seller", "a\x07bell"),
    ],
)
def test_what_is_no_such_value_changes_nothing(command, refused, key, value):
    refused("settings", "set", key, value)
    assert get(command, key) == STANDARD[key]


def test_a_setting_that_is_not_there_is_told_with_those_that_are(refused):
    assert ", ".join(SETTINGS) in refused("settings", "set", "hold.minutes", "5")


def test_the_first_set_up_counts_at_once(shop):
    shop.do("settings", "set", "shop.name", "Lantern Lane Books")
    assert SHORTENS not in shop.do("settings", "set", "hold.base_minutes", "1").out
    held = shop.hold(shop.receive("Where is my book", COMPLAINT))
    assert held["send_after"] == "2026-11-22T12:03:00+00:00"


def test_what_shortens_holds_waits_and_says_so(shop):
    shop.do("settings", "set", "hold.base_minutes", "60")
    assert SHORTENS in shop.do("settings", "set", "hold.base_minutes", "1").out
    shop.clock.pass_time(60 * MINUTE - timedelta(seconds=1))
    early = shop.hold(shop.receive("One", COMPLAINT))
    assert early["send_after"] == "2026-11-22T15:59:59+00:00"
    shop.clock.pass_time(timedelta(seconds=1))
    late = shop.hold(shop.receive("Two", COMPLAINT, sender="Eva <eva@mail.example>"))
    assert late["send_after"] == "2026-11-22T13:03:00+00:00"


def test_whoever_has_held_a_reply_has_chosen_the_standard(shop):
    shop.hold(shop.receive("Where is my book", COMPLAINT))
    assert SHORTENS in shop.do("settings", "set", "hold.base_minutes", "1").out


def test_what_lengthens_holds_counts_at_once(shop):
    shop.do("settings", "set", "hold.base_minutes", "1")
    assert SHORTENS not in shop.do("settings", "set", "hold.base_minutes", "60").out
    held = shop.hold(shop.receive("Where is my book", COMPLAINT))
    assert held["send_after"] == "2026-11-22T15:00:00+00:00"


@pytest.mark.parametrize(
    "text",
    [
        "[hold]\nbase_minutes = 0\n",
        "[hold]\nbase_minutes = -5\n",
        '[hold]\nbase_minutes = "soon"\n',
        "[hold]\nfactors = [0, 0, 0, 0]\n",
        "hold = 0\n",
        "[hold\n",
        "\x00",
    ],
)
def test_an_edited_file_shortens_no_hold(shop, text):
    shop.do("settings", "set", "hold.base_minutes", "60")
    letter = shop.receive("Where is my book", COMPLAINT)
    (shop.profile / PREFERENCES_NAME).write_text(text)
    told = shop.command("settings", "get", "hold.base_minutes")
    assert told.code == 0
    assert PREFERENCES_NAME in told.err
    held = shop.command("outbox", "hold", "--reply-to", letter, "--format=json", stdin=ANSWER)
    assert held.json()["send_after"] == "2026-11-22T15:00:00+00:00"


def test_a_deleted_file_shortens_no_hold(shop):
    shop.do("settings", "set", "hold.base_minutes", "60")
    letter = shop.receive("Where is my book", COMPLAINT)
    (shop.profile / PREFERENCES_NAME).unlink()
    assert shop.hold(letter)["send_after"] == "2026-11-22T15:00:00+00:00"


def test_a_file_with_a_shorter_value_waits_as_the_command_does(shop):
    shop.do("settings", "set", "hold.base_minutes", "60")
    letter = shop.receive("Where is my book", COMPLAINT)
    (shop.profile / PREFERENCES_NAME).write_text("[hold]\nbase_minutes = 1\n")
    assert shop.hold(letter)["send_after"] == "2026-11-22T15:00:00+00:00"
