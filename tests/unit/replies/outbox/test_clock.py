"""The time that nobody can turn."""

from datetime import UTC, datetime, timedelta

from softanswer.replies.outbox import clock as clock_module
from softanswer.replies.outbox.clock import (
    ClockReading,
    SystemClock,
    advance,
    to_ns,
    to_timedelta,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def reading(boot="a", boottime=timedelta(0), wall=NOON):
    return ClockReading(boot, to_ns(boottime), wall)


def test_the_first_reading_is_the_beginning():
    assert advance(None, reading()).steady_ns == 0


def test_within_one_boot_the_boot_clock_counts_whatever_the_wall_says():
    mark = advance(None, reading())
    for wall in (NOON - 24 * HOUR, NOON, NOON + 1000 * HOUR):
        moved = advance(mark, reading(boottime=HOUR, wall=wall))
        assert to_timedelta(moved.steady_ns) == HOUR


def test_across_a_boot_the_gap_of_the_wall_clock_is_added():
    mark = advance(None, reading(boottime=5 * HOUR))
    moved = advance(mark, reading(boot="b", boottime=timedelta(0), wall=NOON + 2 * HOUR))
    assert to_timedelta(moved.steady_ns) == 2 * HOUR


def test_across_a_boot_a_clock_that_was_set_back_adds_nothing_and_takes_nothing():
    mark = advance(advance(None, reading()), reading(boottime=HOUR))
    moved = advance(mark, reading(boot="b", wall=NOON - 48 * HOUR))
    assert to_timedelta(moved.steady_ns) == HOUR


def test_setting_the_clock_back_before_a_boot_and_right_after_it_proves_no_time():
    mark = advance(None, reading())
    for step in (1, 2):
        mark = advance(mark, reading(boottime=step * HOUR, wall=NOON - 24 * HOUR + step * HOUR))
    moved = advance(mark, reading(boot="b", wall=NOON + 3 * HOUR))
    assert to_timedelta(moved.steady_ns) == 3 * HOUR


def test_across_a_boot_at_least_the_time_since_it_is_added():
    mark = advance(None, reading())
    moved = advance(mark, reading(boot="b", boottime=2 * HOUR, wall=NOON - 48 * HOUR))
    assert to_timedelta(moved.steady_ns) == 2 * HOUR


def test_a_length_is_rounded_up_so_that_nothing_ends_early():
    assert to_timedelta(1) == timedelta(microseconds=1)
    assert to_timedelta(to_ns(HOUR)) == HOUR


def test_the_clock_of_this_computer_moves_forward_within_one_boot():
    clock = SystemClock()
    first, second = clock.read(), SystemClock().read()
    assert second.boottime_ns >= first.boottime_ns
    assert second.wall.utcoffset() == timedelta(0)


def test_runs_of_the_program_that_count_as_boots_add_the_walls_gap_alone():
    """A window that has been open for hours, and commands beside it, on a system without boots."""
    mark = advance(None, ClockReading("window", to_ns(5 * HOUR), NOON, is_of_process=True))
    command = ClockReading("command", 0, NOON + HOUR, is_of_process=True)
    mark = advance(mark, command)
    again = ClockReading("window", to_ns(6 * HOUR), NOON + HOUR, is_of_process=True)
    assert to_timedelta(advance(mark, again).steady_ns) == HOUR


def test_where_no_boot_can_be_named_a_run_of_the_program_is_one(monkeypatch, tmp_path):
    monkeypatch.setattr(clock_module, "_BOOT_ID", tmp_path / "none")
    first, second = SystemClock().read(), SystemClock().read()
    assert first.boot_id != second.boot_id
    assert first.is_of_process
    assert to_timedelta(first.boottime_ns) < timedelta(minutes=1)
