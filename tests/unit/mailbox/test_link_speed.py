"""What counts as a slow line, and how much is asked for on it at once."""

from __future__ import annotations

import pytest

from softanswer.mailbox.link_speed import LinkSpeed

MOST = 4 << 20


@pytest.mark.parametrize(
    ("round_trip_s", "bytes_per_s", "is_slow"),
    [
        (0.0151, 1e9, True),
        (0.0150, 1e9, False),
        (0.005, 3.9e6, True),
        (0.005, 4.1e6, False),
        (0.0021, 1e5, True),
        (0.0020, 1e5, False),  # in the same house: the server's disk is slow
    ],
)
def test_a_line_is_slow_by_its_round_trip_or_by_what_it_carries(
    round_trip_s, bytes_per_s, is_slow
):
    speed = LinkSpeed()
    assert not speed.is_slow
    speed.note(round_trip_s, 10.0, int(bytes_per_s * 10))
    assert speed.is_slow is is_slow


def test_the_quickest_answer_is_the_round_trip_and_the_last_large_one_the_speed():
    speed = LinkSpeed()
    speed.note(0.05, 1.0, 10_000_000)
    speed.note(0.03, 2.0, 1_000_000)
    speed.note(0.9, 0.1, 100)  # a slow command with a short answer tells nothing
    assert (speed.round_trip_s, speed.bytes_per_s) == (0.03, 500_000)


@pytest.mark.parametrize(("bytes_per_s", "asked"), [(1e8, MOST), (1e6, 1_000_000), (1e3, 1 << 18)])
def test_a_batch_takes_about_a_second(bytes_per_s, asked):
    speed = LinkSpeed()
    assert speed.batch_bytes(MOST) == MOST
    speed.note(0.03, 3e8 / bytes_per_s, 300_000_000)
    assert speed.batch_bytes(MOST) == asked
