"""Restored, copied and damaged files: nothing is lost, and nothing that was sent goes again."""

import sqlite3

import pytest
from builders import HOUR, MINUTE
from fakes.tampering import TamperedShop

from softanswer.mailbox.errors import StoreDamagedError, StoreError
from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.replies.compose.store import load_draft
from softanswer.replies.outbox import home_store
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.replies.outbox.journal import JOURNAL_NAME
from softanswer.replies.outbox.policy import HoldPolicy


@pytest.fixture
def shop(tmp_path, clock):
    return TamperedShop(tmp_path / "shop", clock)


def test_opening_an_untouched_profile_changes_nothing(shop):
    replies = [shop.hold(), shop.hold()]
    shop.approve(replies[0])
    before = shop.replies()
    for _ in range(3):
        assert shop.replies() == before


@pytest.mark.parametrize("stage", ["cooling", "ready", "approved", "sending", "dotted"])
def test_an_older_database_sends_nothing_again_that_the_journal_knows_as_sent(shop, stage):
    reply = shop.hold()
    if stage != "cooling":
        shop.clock.pass_time(90 * MINUTE)
        shop.do(shop.outbox.release_due)
    if stage not in {"cooling", "ready"}:
        shop.approve(reply)
    if stage in {"sending", "dotted"}:
        shop.begin_to_send(reply, dotted=stage == "dotted")
    kept = shop.copy(DATABASE_NAME)
    if stage in {"sending", "dotted"}:
        sent = lambda r, m: r.sent(m.reading.wall)  # noqa: E731
        if stage == "sending":
            shop.do(
                lambda tx: shop.outbox.step(tx, reply.id, lambda r, m: r.dotted(m.reading.wall))
            )
        shop.do(lambda tx: shop.outbox.step(tx, reply.id, sent))
    else:
        shop.send(reply)
    shop.put_back(kept)
    assert shop.now(reply).state is OutboxState.SENT


def test_an_older_database_pauses_what_goes_on_and_brings_back_what_came_later(shop):
    old = shop.hold()
    kept = shop.copy(DATABASE_NAME)
    shop.do(lambda tx: shop.outbox.hold_longer(tx, old.id, HOUR))
    later = shop.hold()
    shop.put_back(kept)
    for reply in (old, later):
        now = shop.now(reply)
        assert (now.state, now.paused_by) == (OutboxState.PAUSED, PausedBy.RESTORED)
        assert now.draft.body == reply.draft.body


def test_an_older_database_knows_what_was_taken_back_since(shop):
    reply = shop.hold()
    kept = shop.copy(DATABASE_NAME)
    shop.do(lambda tx: shop.outbox.take_back(tx, reply.id))
    shop.hold()
    shop.put_back(kept)
    assert shop.now(reply).state is OutboxState.RECALLED
    kept_text = shop.do(lambda tx: load_draft(tx.db, reply.conversation_id))
    assert kept_text.body == reply.draft.body


def test_a_letter_whose_dot_may_have_left_since_is_uncertain(shop):
    reply = shop.hold()
    kept = shop.copy(DATABASE_NAME)
    shop.approve(reply)
    shop.begin_to_send(reply, dotted=True)
    shop.put_back(kept)
    now = shop.now(reply)
    assert now.state is OutboxState.UNCERTAIN
    assert "may have been delivered" in now.problem


@pytest.mark.parametrize("how", ["written over", "another folder"])
def test_an_older_copy_of_the_whole_profile_sends_nothing_by_itself(shop, how):
    reply = shop.hold()
    shop.approve(reply)
    kept = shop.copy()
    shop.begin_to_send(reply, dotted=True)
    shop.do(lambda tx: shop.outbox.step(tx, reply.id, lambda r, m: r.sent(m.reading.wall)))
    if how == "written over":
        shop.put_back(kept)
    else:
        shop.move_to(kept)
    now = shop.now(reply)
    assert (now.state, now.is_approved) == (OutboxState.PAUSED, False)
    assert now.paused_by is PausedBy.RESTORED


@pytest.mark.parametrize("what", ["gone", "zeroed", "cut"])
def test_a_lost_database_loses_no_waiting_reply(shop, what):
    reply, sent = shop.hold(), shop.hold()
    shop.send(sent)
    database = shop.folder / DATABASE_NAME
    if what == "gone":
        database.unlink()
    elif what == "zeroed":
        database.write_bytes(bytes(database.stat().st_size))
    else:
        database.write_bytes(database.read_bytes()[:1000])
    if what != "gone":
        with pytest.raises(StoreDamagedError):
            shop.replies()
        _, count = shop.profile.set_database_aside()
        assert count == 1
    found = shop.replies()
    assert list(found) == [reply.message_id]
    assert found[reply.message_id].paused_by is PausedBy.RESTORED


def test_a_row_that_the_database_has_lost_comes_back(shop):
    reply = shop.hold()
    shop.do(lambda tx: tx.db.execute("DELETE FROM held_replies"))
    assert shop.now(reply).paused_by is PausedBy.RESTORED


def test_a_lost_journal_is_written_anew_and_its_replies_are_paused(shop):
    reply = shop.hold()
    (shop.folder / JOURNAL_NAME).unlink()
    assert shop.now(reply).paused_by is PausedBy.RESTORED
    (entry,) = shop.outbox.journal.latest()
    assert entry.reply.message_id == reply.message_id


def test_a_program_killed_between_journal_and_commit_has_done_nothing(shop):
    shop.hold()
    before = shop.replies()
    kept = shop.copy(DATABASE_NAME)
    shop.hold()
    shop.put_back(kept)  # as if the last transaction had not been committed
    shop.outbox.journal.note_committed(1)
    for _ in range(3):
        assert shop.replies() == before
    shop.do(lambda tx: shop.outbox.hold_longer(tx, 1, HOUR))
    for _ in range(3):
        assert list(shop.replies()) == list(before)


def test_what_a_full_disk_kept_from_being_held_is_not_held_later(shop, monkeypatch):
    first = shop.hold()

    def is_full(*_):
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(home_store, "save_journal_mark", is_full)
        for _ in range(2):
            with pytest.raises(StoreError):
                shop.hold()
    shop.do(lambda tx: shop.outbox.hold_longer(tx, first.id, HOUR))
    for _ in range(2):
        assert list(shop.replies()) == [first.message_id]


def test_but_what_the_server_took_is_sent_though_its_commit_is_missing(shop):
    reply = shop.hold()
    shop.approve(reply)
    shop.begin_to_send(reply, dotted=True)
    kept = shop.copy(DATABASE_NAME)
    shop.do(lambda tx: shop.outbox.step(tx, reply.id, lambda r, m: r.sent(m.reading.wall)))
    shop.put_back(kept)
    shop.outbox.journal.note_committed(3)
    assert shop.now(reply).state is OutboxState.SENT


def test_a_database_that_lacks_one_transaction_only_is_an_older_one_too(shop):
    reply = shop.hold()
    kept = shop.copy(DATABASE_NAME)
    later = shop.hold()
    shop.put_back(kept)
    for each in (reply, later):
        assert shop.now(each).paused_by is PausedBy.RESTORED


def test_a_shorter_cool_down_that_came_with_an_older_file_waits(shop):
    shop.do(lambda tx: shop.outbox.set_policy(tx, HoldPolicy(base=MINUTE)))
    shop.hold(None)
    kept = shop.copy(DATABASE_NAME)
    shop.do(lambda tx: shop.outbox.set_policy(tx, HoldPolicy(base=2 * HOUR)))
    shop.hold(None)
    shop.hold(None)
    shop.put_back(kept)
    shop.replies()
    shop.clock.pass_time(119 * MINUTE)
    assert shop.hold(None).plan.length == 120 * MINUTE
    shop.clock.pass_time(2 * MINUTE)
    assert shop.hold(None).plan.length == MINUTE


def test_a_journal_cut_off_in_its_last_line_is_read_up_to_there(shop):
    shop.hold()
    path = shop.folder / JOURNAL_NAME
    path.write_bytes(path.read_bytes() + b'{"account": {"addr')
    assert len(shop.outbox.journal.latest()) == 1
