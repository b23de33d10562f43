"""What a look at a folder has to do, decided without any server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.sync_plan import (
    MOST_BYTES_IN_BATCH,
    FolderPlan,
    RemoteIdentity,
    StoredIdentity,
    must_rematch,
    pause_before_retry,
    plan_batch,
    plan_folder,
    plan_rematch,
)

SEEN = frozenset({"\\Seen"})
NONE: frozenset[str] = frozenset()
MARCH = datetime(2026, 3, 1, tzinfo=UTC)
APRIL = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("remote", "flags", "known", "plan"),
    [
        ([], {}, {}, FolderPlan()),
        ([1, 2, 3], {}, {}, FolderPlan(fetch=(3, 2, 1))),
        ([1, 3], {}, {1: NONE, 2: NONE}, FolderPlan(fetch=(3,), drop=(2,))),
        ([1, 2], {1: SEEN, 2: SEEN}, {1: NONE, 2: SEEN}, FolderPlan(reflag={1: SEEN})),
        ([1], {1: NONE, 9: SEEN}, {1: NONE}, FolderPlan()),
        ([], {}, {1: NONE}, FolderPlan(is_suddenly_empty=True)),
        ([2], {}, {1: NONE}, FolderPlan(fetch=(2,), drop=(1,))),
    ],
)
def test_a_look_fetches_what_is_new_and_drops_what_is_gone(remote, flags, known, plan):
    assert plan_folder(remote, flags, known) == plan


def test_an_empty_folder_is_believed_when_each_deletion_was_told():
    plan = plan_folder([], {}, {1: NONE, 2: NONE}, expunge_was_told=True)
    assert (plan.drop, plan.is_suddenly_empty) == ((1, 2), False)


UIDS = st.sets(st.integers(1, 40))


@given(UIDS, UIDS)
def test_carrying_out_a_plan_makes_both_sides_equal(remote, local):
    plan = plan_folder(remote, {}, dict.fromkeys(local, NONE))
    result = (local | set(plan.fetch)) - set(plan.drop)
    assert result == (local if plan.is_suddenly_empty else remote)
    assert list(plan.fetch) == sorted(plan.fetch, reverse=True)


@pytest.mark.parametrize(
    ("stored", "validity", "uid_next", "top_uid", "worthless"),
    [
        (1, 1, 10, 9, False),
        (1, 1, 9, 9, True),
        (1, 1, 0, 9, False),  # the server does not tell UIDNEXT
        (1, 2, 10, 9, True),
        (1, 2, 10, 0, True),
        (1, 1, 1, 0, False),
    ],
)
def test_uids_are_worthless_after_a_new_uidvalidity_or_a_fallen_uidnext(
    stored, validity, uid_next, top_uid, worthless
):
    assert must_rematch(stored, validity, uid_next, top_uid) is worthless


def mine(row: int, message_id: str = "<a>", size: int = 10, date: datetime = MARCH):
    return StoredIdentity(row, message_id, size, date)


def theirs(uid: int, message_id: str = "<a>", size: int = 10, date: datetime | None = MARCH):
    return RemoteIdentity(uid, message_id, size, date)


@pytest.mark.parametrize(
    ("stored", "remote", "found"),
    [
        ([mine(1)], [theirs(7)], {1: 7}),
        ([mine(1, "a")], [theirs(7, "<a>")], {1: 7}),
        ([mine(1, "<a>"), mine(2, "<b>")], [theirs(7, "<b>"), theirs(8, "<a>")], {1: 8, 2: 7}),
        ([mine(1)], [theirs(7, date=APRIL)], {1: 7}),
        ([mine(1)], [theirs(7, date=None)], {1: 7}),
        ([mine(1)], [theirs(7, size=11)], {1: 7}),
        ([mine(1)], [theirs(7, size=11, date=APRIL)], {}),
        ([mine(1, "")], [theirs(7, "")], {1: 7}),
        ([mine(1, "")], [theirs(7, "", date=APRIL)], {}),
        # Two letters of one Message-ID: told apart by size, never guessed.
        (
            [mine(1, size=10), mine(2, size=20)],
            [theirs(7, size=20), theirs(8, size=10)],
            {1: 8, 2: 7},
        ),
        ([mine(1), mine(2)], [theirs(7), theirs(8)], {1: 7, 2: 8}),
        ([mine(1), mine(2)], [theirs(7, date=APRIL), theirs(8, date=APRIL)], {}),
        ([mine(1), mine(2)], [theirs(7), theirs(8, date=APRIL)], {1: 7, 2: 8}),
        ([], [theirs(7)], {}),
    ],
)
def test_letters_are_found_again_under_new_uids(stored, remote, found):
    assert plan_rematch(stored, remote) == found


IDENTITIES = st.lists(
    st.tuples(
        st.sampled_from(["", "<a>", "<b>"]), st.integers(1, 2), st.sampled_from([MARCH, APRIL])
    )
)


@given(IDENTITIES, IDENTITIES)
def test_no_uid_is_given_to_two_letters(ours, others):
    stored = [mine(row, *parts) for row, parts in enumerate(ours)]
    remote = [theirs(uid, *parts) for uid, parts in enumerate(others, 1)]
    found = plan_rematch(stored, remote)
    assert len(set(found.values())) == len(found)
    by_uid = {one.uid: one for one in remote}
    for row, uid in found.items():
        assert by_uid[uid].message_id == stored[row].message_id


MB = 1 << 20


@pytest.mark.parametrize(
    ("waiting", "alone", "batch"),
    [
        ([], (), ()),
        ([(9, 1), (8, 1), (7, 1), (6, 1)], (), (9, 8, 7)),
        ([(9, 3 * MB), (8, MB), (7, 1)], (), (9, 8)),
        ([(9, 3 * MB), (8, MB + 1)], (), (9,)),
        ([(9, 90 * MB), (8, 1)], (), (9,)),
        ([(9, 1), (8, 1), (7, 1)], {8}, (9,)),
        ([(8, 1), (7, 1)], {8}, (8,)),
    ],
)
def test_a_batch_is_bounded_in_count_and_bytes(waiting, alone, batch):
    assert plan_batch(waiting, 3, alone) == batch
    assert MOST_BYTES_IN_BATCH == 4 * MB


@pytest.mark.parametrize(
    ("failures", "chance", "seconds"),
    [
        (1, 0.0, 0.5),
        (1, 1.0, 1),
        (2, 1.0, 2),
        (3, 0.0, 2),
        (10, 1.0, 512),
        (11, 1.0, 900),
        (99, 1.0, 900),
    ],
)
def test_pauses_double_up_to_a_quarter_of_an_hour(failures, chance, seconds):
    assert pause_before_retry(failures, chance) == timedelta(seconds=seconds)
