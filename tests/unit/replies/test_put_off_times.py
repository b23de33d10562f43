"""The times until which a letter can be put off: which day, which hour, and what forbids them."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from builders import HOUR, MINUTE, NOON
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.outbox.quiet_hours import QuietHours, Whose
from softanswer.replies.put_off_times import Barrier, When, barrier, choices

LONDON = ZoneInfo("Europe/London")
SECOND = timedelta(seconds=1)
NIGHT = (QuietHours(time(22), time(7)),)


def at(now, when, due=None, quiet=NIGHT, zone=UTC):
    [choice] = [one for one in choices(now, due, quiet, zone) if one.when is when]
    return choice


def day(number, hour=8, minute=0):
    return datetime(2026, 11, number, hour, minute, tzinfo=UTC)


# NOON is on Sunday, 22 November 2026.


@pytest.mark.parametrize(
    ("now", "tomorrow", "monday", "next_week"),
    [
        (NOON, day(23), day(23), day(29)),
        (day(23, 12), day(24), day(30), day(30)),
        (day(24, 12), day(25), day(30), datetime(2026, 12, 1, 8, tzinfo=UTC)),
        (day(23, 0), day(24), day(30), day(30)),
        (day(22, 23, 59), day(23), day(23), day(29)),
    ],
)
def test_mornings_are_those_of_days_to_come(now, tomorrow, monday, next_week):
    assert at(now, When.TOMORROW).at == tomorrow
    assert at(now, When.MONDAY).at == monday
    assert at(now, When.NEXT_WEEK).at == next_week
    assert {one.barrier for one in choices(now, None, NIGHT, UTC)[1:]} == {Barrier.NONE}


@pytest.mark.parametrize(
    ("now", "later"),
    [
        (day(22, 12, 0), day(22, 15, 0)),
        (day(22, 12, 0) + SECOND, day(22, 15, 5)),
        (day(22, 12, 5), day(22, 15, 5)),
        (day(22, 12, 59), day(22, 16, 0)),
    ],
)
def test_later_today_is_in_three_hours_at_full_five_minutes(now, later):
    assert at(now, When.LATER_TODAY).at == later


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (day(22, 18, 55), Barrier.NONE),
        (day(22, 18, 55) + SECOND, Barrier.DAY_OVER),
        (day(22, 19, 0), Barrier.DAY_OVER),
        (day(22, 3, 55), Barrier.DAY_OVER),
        (day(22, 4, 0), Barrier.NONE),
    ],
)
@pytest.mark.parametrize("quiet", [NIGHT, (), (QuietHours(time(9), time(20), Whose.CUSTOMER),)])
def test_later_today_is_before_the_end_of_her_day(now, expected, quiet):
    assert at(now, When.LATER_TODAY, quiet=quiet).barrier is expected


def test_the_day_of_a_seller_with_other_quiet_hours_ends_and_begins_by_them():
    quiet = (QuietHours(time(18), time(5)),)
    assert at(day(22, 14, 55), When.LATER_TODAY, quiet=quiet).barrier is Barrier.NONE
    assert at(day(22, 15), When.LATER_TODAY, quiet=quiet).barrier is Barrier.DAY_OVER


@pytest.mark.parametrize(
    ("end", "hour"), [(time(7, 59), (8, 0)), (time(8), (8, 0)), (time(8, 1), (8, 1))]
)
def test_a_morning_waits_for_the_end_of_her_night(end, hour):
    assert at(NOON, When.TOMORROW, quiet=(QuietHours(time(23), end),)).at == day(23, *hour)


def test_mornings_are_at_eight_by_the_clock_on_the_wall_when_the_clocks_are_turned():
    before = datetime(2026, 10, 24, 12, tzinfo=UTC)  # the clocks go back in the next night
    assert at(before, When.TOMORROW, zone=LONDON).at == datetime(2026, 10, 25, 8, tzinfo=UTC)
    spring = datetime(2027, 3, 27, 12, tzinfo=UTC)
    assert at(spring, When.TOMORROW, zone=LONDON).at == datetime(2027, 3, 28, 7, tzinfo=UTC)
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight there
    assert at(summer, When.TOMORROW, zone=LONDON).at == datetime(2026, 7, 3, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (day(23), Barrier.OWED),
        (day(23) - SECOND, Barrier.OWED),
        (day(23) + SECOND, Barrier.NONE),
        (None, Barrier.NONE),
    ],
)
def test_a_time_must_be_before_the_answer_is_owed(due, expected):
    assert at(NOON, When.TOMORROW, due).barrier is expected


def test_an_answer_that_is_overdue_forbids_every_time():
    assert {one.barrier for one in choices(NOON, NOON - HOUR, NIGHT, UTC)} == {Barrier.OWED}


@pytest.mark.parametrize(
    ("moment", "due", "expected"),
    [
        (NOON, None, Barrier.PAST),
        (NOON + SECOND, None, Barrier.NONE),
        (NOON + HOUR, NOON + HOUR, Barrier.OWED),
        (NOON + HOUR - SECOND, NOON + HOUR, Barrier.NONE),
        (NOON - MINUTE, NOON - HOUR, Barrier.PAST),
    ],
)
def test_a_time_of_her_own_is_to_come_and_before_the_answer_is_owed(moment, due, expected):
    assert barrier(moment, NOON, due) is expected


@given(
    now=st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    due=st.none() | st.timedeltas(-2 * HOUR, 24 * HOUR),
)
def test_whatever_is_possible_is_to_come_and_before_the_deadline(now, due):
    owed = None if due is None else now + due
    for choice in choices(now, owed, NIGHT, LONDON):
        assert choice.at > now
        if choice.barrier is Barrier.NONE and owed is not None:
            assert choice.at < owed
        if choice.when is not When.LATER_TODAY:
            assert choice.at.astimezone(LONDON).time() == time(8)
