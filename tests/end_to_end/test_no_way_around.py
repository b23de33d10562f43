"""Nobody gets around the hold: each test tries one way, with the real commands (PRODUCT D1-D6)."""

import ast
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from builders import HOUR, MINUTE
from fakes.shop import ANSWER, COMPLAINT, QUESTION

import softanswer
from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.replies.errors import IllegalTransitionError, StillCoolingError
from softanswer.replies.outbox import store
from softanswer.replies.outbox.journal import JOURNAL_NAME
from softanswer.replies.preferences import PREFERENCES_NAME
from softanswer.ui.console.arguments import parser

HOLD = 90 * MINUTE  # of a reply to a furious letter
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
ROOT = Path(softanswer.__file__).parent


@pytest.fixture
def held(shop):
    """A reply that has cooled for an hour of its hour and a half."""
    held = shop.hold(shop.receive("Where is my book", COMPLAINT))
    shop.clock.pass_time(HOUR)
    return held


def try_to_send(shop, held):
    """Confirm it and let the postman run; tells whether that worked."""
    confirmed = shop.command("outbox", "confirm", held["id"])
    shop.command("outbox", "run", "--until-empty")
    assert "Traceback" not in confirmed.err
    return bool(shop.smtp.accepted)


def state(shop, held):
    (one,) = [one for one in shop.outbox() if one["message_id"] == held["message_id"]]
    return one


def turn_the_clock(by):
    return lambda shop, _held: shop.clock.set_wall(by)


def restart(shop, _held):
    shop.clock.reboot()


def restart_with_the_clock_set_back(shop, _held):
    shop.clock.set_wall(-3 * DAY)
    shop.do("outbox", "list")
    shop.clock.reboot()


def write_preferences(text):
    def write(shop, _held):
        (shop.profile / PREFERENCES_NAME).write_text(text, encoding="utf-8")

    return write


def set_preferences(shop, _held):
    for key, value in (
        ("hold.base_minutes", "1"),
        ("hold.factors", "1, 1, 1, 1"),
        ("hold.send_by_itself", "true"),
        ("hold.ordinary", "no_complaint"),
        ("hold.own_heat", "false"),
        ("hold.quiet_hours", ""),
    ):
        shop.do("settings", "set", key, value)


def lose_preferences(shop, held):
    set_preferences(shop, held)
    (shop.profile / PREFERENCES_NAME).unlink()


def run_the_postman_again_and_again(shop, _held):
    for _ in range(5):
        shop.do("outbox", "run", "--until-empty")


def answer_twice(shop, held):
    """A second answer to the same letter, under which the first would go."""
    again = shop.command("outbox", "hold", "--reply-to", held["reply_to"], stdin=ANSWER)
    assert again.code == 2


def copy_the_profile(shop, _held):
    target = shop.profile.with_name("copy")
    shutil.copytree(shop.profile, target)
    shop.move_to(target)


def lose_the_database(shop, _held):
    for path in shop.profile.glob(f"{DATABASE_NAME}*"):
        path.unlink()


def lose_the_journal(shop, _held):
    (shop.profile / JOURNAL_NAME).unlink()


def edit_the_journal(shop, _held):
    path = shop.profile / JOURNAL_NAME
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"cooling"', '"ready"'), encoding="utf-8")


def restore_a_backup(shop, _held):
    shop.do("backup", shop.profile.with_name("backup.zip"))
    shop.do("restore", shop.profile.with_name("backup.zip"))


WAYS = {
    "waiting a second too short": lambda shop, _: shop.clock.pass_time(30 * MINUTE - SECOND),
    "the clock an hour ahead": turn_the_clock(HOUR),
    "the clock a month ahead": turn_the_clock(30 * DAY),
    "the clock a month back": turn_the_clock(-30 * DAY),
    "a restart": restart,
    "a restart with the clock set back": restart_with_the_clock_set_back,
    "shorter preferences": set_preferences,
    "preferences set and their file deleted": lose_preferences,
    "a preferences file with zero": write_preferences("[hold]\nbase_minutes = 0\n"),
    "a preferences file with less than nothing": write_preferences("[hold]\nbase_minutes = -60\n"),
    "a preferences file with false": write_preferences("[hold]\nbase_minutes = false\n"),
    "a preferences file with one minute": write_preferences(
        "[hold]\nbase_minutes = 1\nfactors = [1, 1, 1, 1]\nsend_by_itself = true\n"
    ),
    "a damaged preferences file": write_preferences("[hold\nbase_minutes ="),
    "the postman again and again": run_the_postman_again_and_again,
    "a second answer": answer_twice,
    "a copy of the profile": copy_the_profile,
    "without the database": lose_the_database,
    "without the journal": lose_the_journal,
    "an edited journal": edit_the_journal,
    "a backup": restore_a_backup,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_held_reply_does_not_go_early_by(shop, held, way):
    WAYS[way](shop, held)
    assert not try_to_send(shop, held)


@pytest.mark.parametrize(
    "way",
    [
        "the clock an hour ahead",
        "the clock a month ahead",
        "the clock a month back",
        "a restart",
        "shorter preferences",
        "a preferences file with zero",
        "a damaged preferences file",
    ],
)
def test_nor_is_it_late_or_lost_by(shop, held, way):
    WAYS[way](shop, held)
    shop.clock.pass_time(30 * MINUTE - SECOND)
    assert not try_to_send(shop, held)
    shop.clock.pass_time(6 * SECOND)  # of which some are left to a clock that is slewed
    assert try_to_send(shop, held)


@pytest.mark.parametrize(
    "way",
    ["a copy of the profile", "without the database", "without the journal", "a backup"],
)
def test_what_was_copied_waits_for_the_seller_and_then_cools_anew(shop, held, way):
    WAYS[way](shop, held)
    assert state(shop, held)["state"] == "paused"
    shop.clock.pass_time(30 * DAY)
    assert not try_to_send(shop, held)


def test_a_night_of_sleep_counts(shop, held):
    shop.clock.pass_time(8 * HOUR)  # CLOCK_BOOTTIME and the wall run on, the program does not
    assert try_to_send(shop, held)


def test_a_time_that_the_computer_was_off_counts_by_the_wall(shop, held):
    shop.clock.reboot(off_for=29 * MINUTE)
    assert not try_to_send(shop, held)
    shop.clock.pass_time(MINUTE)
    assert try_to_send(shop, held)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin"])
def test_another_time_zone_changes_nothing(shop, held, in_zone, zone):
    in_zone(zone)
    shop.clock.pass_time(30 * MINUTE - SECOND)
    assert not try_to_send(shop, held)
    shop.clock.pass_time(SECOND)
    assert try_to_send(shop, held)


@pytest.mark.parametrize("length", ["0", "0.99", "-1", "1e-9", "nan", "inf", "2881", "", "soon"])
def test_no_command_sets_a_hold_below_a_minute_or_beyond_two_days(shop, length):
    finished = shop.command("settings", "set", "hold.base_minutes", length)
    assert finished.code == 2
    assert shop.do("settings", "get", "hold.base_minutes").out == "30\n"


def test_a_reply_held_after_shortening_is_held_as_before(shop, held):
    set_preferences(shop, held)
    again = shop.hold(shop.receive("Another", QUESTION, sender="Eva <eva@mail.example>"))
    assert again["send_after"] == "2026-11-22T13:30:00+00:00"


def test_a_backup_with_a_shorter_cool_down_shortens_nothing_sooner(shop):
    shop.do("settings", "set", "hold.base_minutes", "1")
    backup = shop.profile.with_name("backup.zip")
    shop.do("backup", backup)
    shop.do("settings", "set", "hold.base_minutes", "120")
    shop.hold(shop.receive("One", QUESTION))
    shop.do("restore", backup)
    two = shop.hold(shop.receive("Two", QUESTION, sender="Eva <eva@mail.example>"))
    assert two["send_after"] == "2026-11-22T14:00:00+00:00"


def test_edited_rows_of_our_own_code_paths_are_refused(shop, held):
    """Every step goes through the table of states; there is no other statement that writes."""
    with shop.writing() as writer:
        reply = writer.call(lambda tx: store.load(tx.db, held["id"]))
        with pytest.raises(StillCoolingError):
            reply.approved(b"x", shop.clock.wall)
        with pytest.raises(IllegalTransitionError):
            reply.talking()
        ready = reply.released()
        with pytest.raises(IllegalTransitionError, match="changed by another window"):
            writer.call(lambda tx: store.update(tx, ready, ready))
    statements = [
        path
        for path in ROOT.rglob("*.py")
        if "tests" not in path.parts and ".venv" not in path.parts and "build" not in path.parts
        if "UPDATE held_replies" in path.read_text(encoding="utf-8")
    ]
    assert [path.relative_to(ROOT).as_posix() for path in statements] == [
        "replies/outbox/store.py"
    ]


def test_while_another_program_sends_this_one_sends_nothing(shop, held):
    shop.clock.pass_time(HOUR)
    shop.do("outbox", "confirm", held["id"])
    from softanswer.mailbox.store.lock import ProfileLock

    with ProfileLock(shop.profile):
        assert shop.command("outbox", "run", "--until-empty").code == 2
        assert shop.command("restore", shop.profile.with_name("none.zip")).code == 2
    assert shop.smtp.accepted == []


# The shipped program has no switch for it.


def sources():
    return [
        path for package in ("mailbox", "replies", "ui") for path in (ROOT / package).rglob("*.py")
    ] + [ROOT / "app.py", ROOT / "__main__.py"]


def test_no_variable_of_the_environment_touches_a_hold():
    """All that is read of the environment, with its place; none of it is a length of time."""
    read = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}:
                read.add(path.relative_to(ROOT).as_posix())
    assert read == {
        "mailbox/credentials.py",  # which keyring
        "ui/console/doctor.py",  # is there a display
        "ui/console/tongue.py",  # the language of what commands say
        "ui/demo/servers.py",  # keeps the sample from asking the DNS
        "ui/window.py",  # the tour takes its pictures without a display
    }


def test_no_option_of_a_command_speaks_of_time_or_clocks():
    def options(one):
        for action in one._actions:
            yield from action.option_strings
            if isinstance(action.choices, dict):
                for below in action.choices.values():
                    yield from options(below)

    found = set(options(parser()))
    assert "--profile" in found
    words = ("hold", "cool", "delay", "time", "clock", "now", "skip", "force", "fast", "debug")
    assert [one for one in found if any(word in one for word in words)] == []


def test_only_the_tour_and_the_sample_choose_a_cool_down_and_none_below_a_minute():
    choosing = {
        path.relative_to(ROOT).as_posix()
        for path in sources()
        if "HoldPolicy(base=" in path.read_text(encoding="utf-8")
    }
    assert choosing == {
        "replies/outbox/reconciling.py",  # at least the standard one, after a repair
        "ui/demo/shop_front.py",
        "ui/tour/tour.py",
    }
