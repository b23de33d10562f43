"""Killed within any call to the system, a program has done a step or has not begun it.

Nothing that waits is paused for it; but what was put back from a copy is paused, though the
program that finds it is killed as well.
"""

import errno
import sys

import pytest
from builders import MINUTE, HandClock
from fakes.deadly_calls import Moment, begin_to_write, die_at, points_of
from fakes.tampering import TamperedShop

from softanswer.mailbox.errors import StoreError
from softanswer.replies.outbox import journal, store
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.replies.outbox.policy import HoldPolicy

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="its kernel is in the play")

POLICY = HoldPolicy(base=90 * MINUTE)


class Steps:
    """What is done with two replies; the first of them is waiting when the second is held."""

    def __init__(self, folder, *, waits):
        self.shop = TamperedShop(folder, HandClock())
        self.shop.do(lambda tx: self.shop.outbox.set_policy(tx, POLICY))
        self.reply = self.shop.hold() if waits else None

    def hold(self):
        return self.shop.holding()

    def release(self):
        self.shop.clock.pass_time(270 * MINUTE)
        return self.shop.outbox.release_due

    def approve(self):
        self.shop.do(self.release())
        return lambda tx: self.shop.outbox.approve(tx, self.reply.id)

    def take_back(self):
        self.shop.do(self.approve())
        return lambda tx: self.shop.outbox.take_back(tx, self.reply.id)

    def seen(self):
        """How each reply stands, and how many policies there are."""

        def see(tx):
            replies = store.load_in(tx.db, set(OutboxState))
            policies = store.load_policies(tx.db)
            return [(r.state, r.is_approved, r.paused_by) for r in replies], len(policies)

        return self.shop.do(see)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("step", "waits"),
    [
        ("hold", False),
        ("hold", True),
        ("release", True),
        ("approve", True),
        ("take_back", True),
    ],
)
def test_a_killed_step_is_done_or_not_begun(tmp_path, step, waits):
    whole = Steps(tmp_path / "whole", waits=waits)
    job = getattr(whole, step)()
    points = points_of(lambda: whole.shop.do(job))
    done = whole.seen()
    assert {point.moment for point in points} == set(Moment)
    for point in points:
        steps = Steps(tmp_path / f"{point.call} {point.moment.value}", waits=waits)
        job = getattr(steps, step)()
        begun = steps.seen()
        assert begun != done
        assert steps.shop.do_and_die(job, point)
        if steps.seen() == begun:
            steps.shop.do_and_die(job, point)  # and once more, when it is tried again
        for _ in range(2):
            assert steps.seen() in (begun, done), point
        if steps.seen() == begun:
            steps.shop.do(job)
        for _ in range(2):
            assert steps.seen() == done, point


def test_a_full_disk_pauses_nothing(tmp_path, monkeypatch):
    steps = Steps(tmp_path / "shop", waits=True)
    before = steps.seen()

    def write(handle, _data):
        begin_to_write(handle)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(journal.os, "write", write)
        with pytest.raises(StoreError, match="No space left"):
            steps.shop.do(steps.hold())
    for _ in range(2):
        assert steps.seen() == before
    steps.shop.do(steps.hold())
    assert len(steps.seen()[0]) == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    ("how", "times"), [("written over", 1), ("written over", 2), ("another folder", 1)]
)
def test_what_was_put_back_is_paused_though_the_program_that_finds_it_is_killed(
    tmp_path, how, times
):
    whole, _ = put_back(tmp_path / "whole", how)
    points = points_of(whole.replies)
    assert {point.moment for point in points} == set(Moment)
    for point in points:
        shop, reply = put_back(tmp_path / f"{point.call} {point.moment.value}", how)
        died = [die_at(point, shop.replies) for _ in range(times)]
        assert died[0]
        for _ in range(2):
            now = shop.now(reply)
            assert (now.state, now.paused_by) == (OutboxState.PAUSED, PausedBy.RESTORED), point


def put_back(folder, how):
    """A profile with an approved reply whose files are copies."""
    shop = TamperedShop(folder, HandClock())
    reply = shop.hold()
    shop.approve(reply)
    kept = shop.copy()
    if how == "written over":
        shop.put_back(kept)
    else:
        shop.move_to(kept)
    return shop, reply
