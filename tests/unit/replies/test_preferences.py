"""The file of preferences: what it gives, what is left out of it, and that it is written whole."""

import stat
from datetime import time, timedelta
from decimal import Decimal

import pytest
from builders import MINUTE
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.errors import PreferenceError
from softanswer.replies.language.gender import WritesAs
from softanswer.replies.orders.refunds import Payer, ReturnPolicy
from softanswer.replies.outbox.policy import HoldPolicy, OrdinaryMail
from softanswer.replies.outbox.quiet_hours import QuietHours, Whose
from softanswer.replies.preferences import (
    PREFERENCES_NAME,
    SETTINGS,
    ColourScheme,
    Density,
    Language,
    LoadedPreferences,
    NewLetters,
    Preferences,
    RemotePictures,
    load_preferences,
    parse_setting,
    save_preferences,
    setting,
    stepped_text,
    with_setting,
)

CHANGED = Preferences(
    hold=HoldPolicy(
        base=7.5 * MINUTE,
        factors=(1.0, 1.5, 2.0, 48.0),
        send_by_itself=True,
        ordinary=OrdinaryMail.CALM,
        own_heat=False,
        quiet=(QuietHours(time(22), time(7, 30), Whose.CUSTOMER),),
    ),
    shop_name="Lantern Lane Books",
    seller_name='Анна "Lena" \\ Reyes',
    writes_as=WritesAs.MASCULINE,
    own_keys=("done=Ctrl+E D", "star="),
    language=Language.RUSSIAN,
    colour_scheme=ColourScheme.DARK,
    single_letters=False,
    spelling=False,
    remote_pictures=RemotePictures.NEVER,
    leave_above_mb=2.5,
    text_percent=140,
    density=Density.COMPACT,
    new_letters=NewLetters.ALL,
    returns=ReturnPolicy(14, 15, Payer.SELLER, Decimal("2.9")),
    watched_folder="/home/ana/exports",
)

texts = st.text(max_size=200).filter(str.isprintable).map(str.strip)
factors = st.floats(1, 48)
preferences = st.builds(
    Preferences,
    hold=st.builds(
        HoldPolicy,
        base=st.timedeltas(timedelta(minutes=1), timedelta(hours=48)),
        factors=st.tuples(factors, factors, factors, factors),
        send_by_itself=st.booleans(),
        ordinary=st.sampled_from(OrdinaryMail),
        own_heat=st.booleans(),
        quiet=st.sampled_from([(), CHANGED.hold.quiet, (QuietHours(time(1), time(2)),)]),
    ),
    shop_name=texts,
    seller_name=texts,
    language=st.sampled_from(Language),
    colour_scheme=st.sampled_from(ColourScheme),
    single_letters=st.booleans(),
    returns=st.builds(
        ReturnPolicy,
        days=st.integers(0, 365),
        restocking=st.integers(0, 50),
        way_back=st.sampled_from(Payer),
        card_cost=st.decimals(0, 10, places=2),
    ),
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / PREFERENCES_NAME


def loaded(path, text):
    path.write_text(text, encoding="utf-8")
    return load_preferences(path)


def test_without_a_file_everything_is_standard(path):
    assert load_preferences(path) == LoadedPreferences(Preferences(), has_hold=False)
    assert not path.exists()


def test_what_is_written_is_read_again(path):
    save_preferences(path, CHANGED)
    assert load_preferences(path) == LoadedPreferences(CHANGED, has_hold=True)


@given(preferences)
def test_any_preferences_survive_the_file(tmp_path_factory, wanted):
    path = tmp_path_factory.mktemp("profile") / PREFERENCES_NAME
    save_preferences(path, wanted)
    found = load_preferences(path)
    assert found == LoadedPreferences(wanted, has_hold=True)


def test_only_its_owner_reads_the_file_and_no_other_is_left_beside_it(path):
    save_preferences(path, Preferences())
    save_preferences(path, CHANGED)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_cannot_be_written_stays_as_it_was(path):
    save_preferences(path, CHANGED)
    path.with_suffix(".new").mkdir()
    with pytest.raises(OSError, match="directory"):
        save_preferences(path, Preferences())
    assert load_preferences(path).preferences == CHANGED


@pytest.mark.parametrize(
    "content", [b"[hold\n", b"\x00", b"\xff\xfe[shop]", b"[shop]\nname = unquoted\n"]
)
def test_a_damaged_file_gives_the_standard_and_is_named(path, content):
    path.write_bytes(content)
    found = load_preferences(path)
    assert (found.preferences, found.has_hold) == (Preferences(), False)
    [problem] = found.problems
    assert str(path) in problem
    assert path.read_bytes() == content


def test_a_folder_in_place_of_the_file_is_named(path):
    path.mkdir()
    [problem] = load_preferences(path).problems
    assert str(path) in problem


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("[hold]\nbase_minutes = 0.99\n", "hold.base_minutes"),
        ("[mail]\nleave_on_server_above_mb = -1\n", "mail.leave_on_server_above_mb"),
        ("[mail]\nleave_on_server_above_mb = 1001\n", "mail.leave_on_server_above_mb"),
        ("[mail]\nleave_on_server_above_mb = nan\n", "mail.leave_on_server_above_mb"),
        ("[mail]\nleave_on_server_above_mb = true\n", "mail.leave_on_server_above_mb"),
        ('[mail]\nleave_on_server_above_mb = "1"\n', "mail.leave_on_server_above_mb"),
        ('[hold]\nordinary = "all"\n', "hold.ordinary"),
        ("[hold]\nown_heat = 0\n", "hold.own_heat"),
        ("[hold]\nquiet_hours = 22\n", "hold.quiet_hours"),
        ('[hold]\nquiet_hours = "22-7"\n', "hold.quiet_hours"),
        ('[hold]\nquiet_hours = "22:00-22:00"\n', "hold.quiet_hours"),
        ('[hold]\nquiet_hours = "25:00-07:00"\n', "hold.quiet_hours"),
        ('[hold]\nquiet_hours = "22:00-07:00 mine"\n', "hold.quiet_hours"),
        ("[hold]\nbase_minutes = 2880.1\n", "hold.base_minutes"),
        ("[hold]\nbase_minutes = nan\n", "hold.base_minutes"),
        ("[hold]\nbase_minutes = inf\n", "hold.base_minutes"),
        ("[hold]\nbase_minutes = true\n", "hold.base_minutes"),
        ('[hold]\nbase_minutes = "30"\n', "hold.base_minutes"),
        ("[hold]\nfactors = [1, 1, 2]\n", "hold.factors"),
        ("[hold]\nfactors = [0.9, 1, 2, 3]\n", "hold.factors"),
        ('[hold]\nfactors = [1, 1, 2, "x"]\n', "hold.factors"),
        ('[hold]\nsend_by_itself = "true"\n', "hold.send_by_itself"),
        ("[hold]\nminutes = 5\n", "hold.minutes"),
        ("[shop]\nseller = 5\n", "shop.seller"),
        ('[shop]\nseller = "two\\nlines"\n', "shop.seller"),
        ("[shop]\nreturn_days = -1\n", "shop.return_days"),
        ("[shop]\nreturn_days = 366\n", "shop.return_days"),
        ("[shop]\nreturn_days = 1.5\n", "shop.return_days"),
        ("[shop]\nrestocking_percent = 51\n", "shop.restocking_percent"),
        ("[shop]\nrestocking_percent = true\n", "shop.restocking_percent"),
        ("[shop]\nreturn_postage = 'nobody'\n", "shop.return_postage"),
        ("[shop]\ncard_cost_percent = nan\n", "shop.card_cost_percent"),
        ("[shop]\ncard_cost_percent = 10.1\n", "shop.card_cost_percent"),
        ("[look]\nlanguage = 'klingon'\n", "look.language"),
        ("[look]\nlanguage = ['en']\n", "look.language"),
        ("[look]\ncolour_scheme = 1\n", "look.colour_scheme"),
        ("[keys]\nsingle_letters = 1\n", "keys.single_letters"),
    ],
)
def test_a_value_that_will_not_do_is_named_and_the_others_count(path, line, key):
    section = line.partition("\n")[0]
    other = "[keys]\nsingle_letters = false\n" if section != "[keys]" else "[shop]\nname = 'B'\n"
    found = loaded(path, line + other)
    [problem] = found.problems
    assert str(path) in problem
    assert key in problem
    expected = (
        Preferences(single_letters=False) if section != "[keys]" else Preferences(shop_name="B")
    )
    assert found.preferences == expected


@pytest.mark.parametrize(
    ("text", "has_hold"),
    [
        ("", False),
        ("[shop]\nname = 'Books'\n", False),
        ("[hold]\n", True),
        ("[hold]\nbase_minutes = 0\n", True),
        ("hold = 5\n", True),
    ],
)
def test_whether_a_file_speaks_of_the_hold(path, text, has_hold):
    assert loaded(path, text).has_hold is has_hold


@pytest.mark.parametrize(
    ("minutes", "base"),
    [(1, MINUTE), (2880, timedelta(hours=48)), (1.5, 1.5 * MINUTE)],
)
def test_the_cool_down_is_given_in_minutes(minutes, base):
    changed = with_setting(Preferences(), "hold.base_minutes", minutes)
    assert changed.hold.base == base
    assert setting(changed, "hold.base_minutes") == minutes


@pytest.mark.parametrize("minutes", [0, 0.999, -30, 2881, 1e300, float("nan"), float("-inf")])
def test_no_cool_down_is_shorter_than_a_minute_or_longer_than_two_days(minutes):
    with pytest.raises(PreferenceError, match="1 minute to 48 hours"):
        with_setting(CHANGED, "hold.base_minutes", minutes)


def test_one_setting_changes_nothing_else():
    for key in SETTINGS:
        changed = with_setting(Preferences(), key, setting(CHANGED, key))
        differing = [k for k in SETTINGS if setting(changed, k) != setting(Preferences(), k)]
        assert differing == [key]


@pytest.mark.parametrize("length", [200, 201])
def test_a_name_has_at_most_two_hundred_characters(length):
    if length > 200:
        with pytest.raises(PreferenceError, match="at most 200"):
            with_setting(Preferences(), "shop.name", "x" * length)
    else:
        assert with_setting(Preferences(), "shop.name", "x" * length).shop_name == "x" * length


def test_blanks_around_a_name_are_left_out():
    assert with_setting(Preferences(), "shop.seller", "  Ana Reyes ").seller_name == "Ana Reyes"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("hold.base_minutes", "45", 45),
        ("hold.base_minutes", "7.5", 7.5),
        ("hold.base_minutes", "half an hour", "half an hour"),
        ("hold.factors", "1, 1, 2, 3", [1, 1, 2, 3]),
        ("hold.factors", "[1, 1, 2, 3]", [1, 1, 2, 3]),
        ("hold.send_by_itself", "true", True),
        ("hold.send_by_itself", "yes", "yes"),
        ("shop.name", "45", "45"),
        ("shop.name", '"Lantern"', '"Lantern"'),
        ("look.language", "ru", "ru"),
    ],
)
def test_typed_text_is_read_as_the_setting_wants_it(key, text, value):
    assert parse_setting(key, text) == value


@pytest.mark.parametrize(
    "use",
    [
        lambda key: setting(Preferences(), key),
        lambda key: with_setting(Preferences(), key, 5),
        lambda key: parse_setting(key, "5"),
    ],
)
def test_a_setting_that_is_not_there_is_told_with_those_that_are(use):
    with pytest.raises(PreferenceError, match=r"no setting 'hold\.minutes'.*hold\.base_minutes"):
        use("hold.minutes")


@pytest.mark.parametrize(("megabytes", "limit"), [(0, 0), (1, 1_000_000), (2.5, 2_500_000)])
def test_a_limit_is_given_in_megabytes_and_nought_is_none(megabytes, limit):
    assert Preferences(leave_above_mb=megabytes).leaves_above == limit


@pytest.mark.parametrize(
    ("percent", "larger", "smaller"),
    [(100, 110, 90), (130, 140, 125), (80, 90, 80), (200, 200, 180), (199, 200, 180)],
)
def test_the_text_goes_from_step_to_step_and_stays_at_the_ends(percent, larger, smaller):
    assert stepped_text(percent, 1) == larger
    assert stepped_text(percent, -1) == smaller
