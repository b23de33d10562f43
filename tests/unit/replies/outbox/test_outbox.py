"""The outbox on its database: holding, changing, approving, surviving."""

from datetime import timedelta

import pytest
from builders import HOUR, MINUTE, NOON, HandClock, draft, occasion
from fakes.command_line import MemorySecrets

from softanswer.replies.compose.store import load_draft
from softanswer.replies.errors import IllegalTransitionError, StillCoolingError
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.replies.outbox.journal import JOURNAL_NAME
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.ui.profile import Profile

SYNCHRONOUS_FULL = 2  # PRAGMA synchronous, https://www.sqlite.org/pragma.html


@pytest.fixture
def hold(writer, outbox, account_id, conversation_id):
    def hold(heat=3, deadline=None, conversation=conversation_id, body=None):
        made = (
            draft(account_id=account_id)
            if body is None
            else draft(account_id=account_id, body=body)
        )
        return writer.call(
            lambda tx: outbox.hold(
                tx,
                made,
                conversation_id=conversation,
                occasion=occasion(heat, deadline),
                first_body="first",
            )
        )

    return hold


def load(writer, reply):
    return writer.call(lambda tx: store.load(tx.db, reply.id))


def test_a_held_reply_is_found_again_as_it_was(writer, hold):
    reply = hold()
    assert load(writer, reply) == reply
    assert reply.state is OutboxState.COOLING
    assert reply.plan.length == 90 * MINUTE
    assert reply.message_id.endswith("@lanternlane.example>")


def test_a_hold_ends_when_its_time_has_passed_and_not_before(writer, outbox, clock, hold):
    reply = hold()
    clock.pass_time(90 * MINUTE - timedelta(seconds=1))
    assert writer.call(outbox.release_due) == ()
    clock.pass_time(timedelta(seconds=1))
    (released,) = writer.call(outbox.release_due)
    assert (released.id, released.state) == (reply.id, OutboxState.READY)
    assert not released.is_approved


@pytest.mark.parametrize("jump", [-48 * HOUR, -HOUR, HOUR, 24 * HOUR, 1000 * HOUR])
def test_setting_the_clock_neither_releases_nor_delays(writer, outbox, clock, hold, jump):
    hold()
    clock.set_wall(jump)
    clock.pass_time(89 * MINUTE)
    assert writer.call(outbox.release_due) == ()
    clock.pass_time(MINUTE)
    assert len(writer.call(outbox.release_due)) == 1


def test_a_reboot_adds_the_time_the_computer_was_off(writer, outbox, clock, hold):
    hold()
    clock.pass_time(10 * MINUTE)
    writer.call(outbox.release_due)
    clock.reboot(off_for=70 * MINUTE)
    clock.pass_time(9 * MINUTE)
    assert writer.call(outbox.release_due) == ()
    clock.pass_time(MINUTE)
    assert len(writer.call(outbox.release_due)) == 1


def test_a_clock_set_back_over_a_reboot_loses_nothing(writer, outbox, clock, hold):
    hold()
    clock.pass_time(60 * MINUTE)
    writer.call(outbox.release_due)
    clock.set_wall(-30 * 24 * HOUR)
    clock.reboot()
    clock.pass_time(30 * MINUTE)
    assert len(writer.call(outbox.release_due)) == 1


def test_a_clock_set_back_before_the_first_hold_proves_no_time_after_a_reboot(tmp_path):
    clock = HandClock()
    profile = Profile(tmp_path / "profile", clock, MemorySecrets())
    outbox = profile.outbox()
    profile.open_writer().close()
    clock.set_wall(-24 * HOUR)
    with profile.writing() as writer:
        writer.call(lambda tx: outbox.set_policy(tx, HoldPolicy(base=HOUR)))
    clock.reboot()
    clock.set_wall(24 * HOUR)
    with profile.writing() as writer:
        assert writer.call(lambda tx: outbox.now(tx.db)).steady_ns == 0


def test_a_second_reply_to_the_same_letter_is_refused(hold):
    hold()
    with pytest.raises(IllegalTransitionError, match="held already"):
        hold()


def test_taking_back_keeps_the_text_as_a_draft_and_frees_the_letter(
    writer, outbox, hold, conversation_id
):
    reply = hold(body="Dear Ms Harwood, ...")
    writer.call(lambda tx: outbox.take_back(tx, reply.id))
    kept = writer.call(lambda tx: load_draft(tx.db, conversation_id))
    assert kept.body == "Dear Ms Harwood, ..."
    again = hold()
    assert again.message_id != reply.message_id
    assert writer.call(lambda tx: load_draft(tx.db, conversation_id)) is None


def test_nothing_can_be_approved_while_it_cools(writer, outbox, clock, hold):
    reply = hold()
    clock.pass_time(89 * MINUTE)
    with pytest.raises(StillCoolingError):
        writer.call(lambda tx: outbox.approve(tx, reply.id))
    clock.pass_time(MINUTE)
    approved = writer.call(lambda tx: outbox.approve(tx, reply.id))
    assert approved.is_approved


def test_a_second_press_of_send_changes_nothing(writer, outbox, clock, hold):
    reply = hold()
    clock.pass_time(90 * MINUTE)
    first = writer.call(lambda tx: outbox.approve(tx, reply.id))
    clock.pass_time(MINUTE)
    second = writer.call(lambda tx: outbox.approve(tx, reply.id))
    assert second == first


def test_the_approved_bytes_carry_the_one_message_id_and_the_time_of_the_approval(
    writer, outbox, clock, hold
):
    reply = hold()
    clock.pass_time(2 * HOUR)
    raw = writer.call(lambda tx: outbox.approve(tx, reply.id)).raw.decode()
    assert f"Message-ID: {reply.message_id}" in raw
    assert "Date: Sun, 22 Nov 2026 14:00:00 +0000" in raw
    assert "In-Reply-To: <letter-1@mail.example>" in raw


def test_a_pause_stops_what_cools_and_what_is_approved(
    writer, outbox, clock, hold, conversation_id
):
    reply = hold()
    clock.pass_time(90 * MINUTE)
    writer.call(lambda tx: outbox.approve(tx, reply.id))
    (paused,) = writer.call(lambda tx: outbox.pause_for(tx, conversation_id, PausedBy.NEWER_MAIL))
    assert (paused.state, paused.is_approved) == (OutboxState.PAUSED, False)
    assert writer.call(lambda tx: outbox.take(tx, reply.id)) is None


def test_stopping_everything_keeps_the_postman_from_taking(writer, outbox, clock, hold):
    reply = hold()
    clock.pass_time(90 * MINUTE)
    writer.call(lambda tx: outbox.approve(tx, reply.id))
    writer.call(lambda tx: store.set_stopped(tx, stopped=True))
    assert writer.call(lambda tx: outbox.take(tx, reply.id)) is None
    writer.call(lambda tx: store.set_stopped(tx, stopped=False))
    assert writer.call(lambda tx: outbox.take(tx, reply.id)).state is OutboxState.SENDING


def test_only_one_of_two_postmen_can_take_a_reply(writer, outbox, clock, hold):
    reply = hold()
    clock.pass_time(90 * MINUTE)
    before = writer.call(lambda tx: outbox.approve(tx, reply.id))
    writer.call(lambda tx: outbox.take(tx, reply.id))
    with pytest.raises(IllegalTransitionError, match="another window"):
        writer.call(lambda tx: store.update(tx, before, before.talking()))


def test_a_policy_that_shortens_waits_and_one_that_lengthens_does_not(writer, outbox, clock, hold):
    def base():
        return writer.call(lambda tx: outbox.policy(tx.db)).base

    writer.call(lambda tx: outbox.set_policy(tx, HoldPolicy(base=30 * MINUTE)))
    writer.call(lambda tx: outbox.set_policy(tx, HoldPolicy(base=MINUTE)))
    assert base() == 30 * MINUTE
    clock.set_wall(24 * HOUR)
    assert base() == 30 * MINUTE
    clock.pass_time(30 * MINUTE)
    assert base() == MINUTE
    writer.call(lambda tx: outbox.set_policy(tx, HoldPolicy(base=HOUR)))
    assert base() == HOUR


def test_a_hold_in_progress_is_never_shortened_by_a_new_policy(writer, outbox, clock, hold):
    writer.call(lambda tx: outbox.set_policy(tx, HoldPolicy(base=HOUR)))
    reply = hold()
    writer.call(lambda tx: outbox.set_policy(tx, HoldPolicy(base=MINUTE)))
    clock.pass_time(3 * HOUR - timedelta(seconds=1))
    assert writer.call(outbox.release_due) == ()
    assert load(writer, reply).plan == reply.plan


def test_sending_by_itself_approves_at_the_end_of_the_hold(writer, outbox, clock, hold):
    writer.call(lambda tx: outbox.set_policy(tx, HoldPolicy(send_by_itself=True)))
    hold(heat=1)
    clock.pass_time(30 * MINUTE)
    (released,) = writer.call(outbox.release_due)
    assert released.is_approved


def test_a_reply_left_in_sending_by_a_crash_gets_its_true_state(writer, outbox, clock, hold):
    reply = hold()
    clock.pass_time(90 * MINUTE)
    writer.call(lambda tx: outbox.approve(tx, reply.id))
    writer.call(lambda tx: outbox.take(tx, reply.id))
    writer.call(outbox.settle_after_crash)
    assert load(writer, reply).state is OutboxState.READY
    writer.call(lambda tx: outbox.take(tx, reply.id))
    writer.call(lambda tx: outbox.step(tx, reply.id, lambda r, m: r.dotted(m.reading.wall)))
    writer.call(outbox.settle_after_crash)
    assert load(writer, reply).state is OutboxState.UNCERTAIN


def test_an_uncertain_reply_is_sent_once_it_is_found_in_sent(writer, outbox, clock, hold):
    reply = hold()
    clock.pass_time(90 * MINUTE)
    writer.call(lambda tx: outbox.approve(tx, reply.id))
    writer.call(lambda tx: outbox.take(tx, reply.id))
    writer.call(lambda tx: outbox.step(tx, reply.id, lambda r, _: r.uncertain("cut")))
    assert writer.call(lambda tx: outbox.found_in_sent(tx, reply.message_id))
    assert load(writer, reply).state is OutboxState.SENT
    assert not writer.call(lambda tx: outbox.found_in_sent(tx, "<other@mail.example>"))


def sent_reply(writer, outbox, clock, reply):
    clock.pass_time(90 * MINUTE)
    writer.call(lambda tx: outbox.approve(tx, reply.id))
    writer.call(lambda tx: outbox.take(tx, reply.id))
    writer.call(lambda tx: outbox.step(tx, reply.id, lambda r, m: r.sent(m.reading.wall)))


def test_a_sent_reply_asks_for_its_copy_in_sent(writer, outbox, clock, hold):
    reply = hold()
    sent_reply(writer, outbox, clock, reply)
    rows = writer.call(
        lambda tx: tx.db.execute("SELECT kind, message_id, raw FROM server_changes").fetchall()
    )
    assert [(r["kind"], r["message_id"]) for r in rows] == [("file_sent", reply.message_id)]
    assert rows[0]["raw"] == load(writer, reply).raw


def test_nothing_is_held_where_the_journal_cannot_be_written(tmp_path, writer, hold):
    (tmp_path / JOURNAL_NAME).mkdir()
    with pytest.raises(Exception, match=r"cannot be used|directory"):
        hold()
    assert writer.call(lambda tx: store.load_in(tx.db)) == ()


def test_the_deadline_of_the_case_cuts_the_hold(hold):
    reply = hold(deadline=NOON + 60 * MINUTE)
    assert reply.plan.length == 30 * MINUTE
    assert reply.plan.is_cut


def test_no_power_cut_undoes_what_the_journal_tells_of(writer, outbox, hold):
    """A backlog is listed by jobs that may be undone; a newer letter in it pauses a reply."""
    reply = hold()
    is_flushed = []

    def look(tx):
        is_flushed.append(tx.db.execute("PRAGMA synchronous").fetchone()[0] == SYNCHRONOUS_FULL)

    def listed(tx):
        look(tx)
        return outbox.pause_for(tx, reply.conversation_id, PausedBy.NEWER_MAIL)

    writer.call(look, is_repeatable=True)
    assert is_flushed == [False]
    (paused,) = writer.call(listed, is_repeatable=True)
    assert is_flushed == [False, False, True]
    assert paused.paused_by is PausedBy.NEWER_MAIL
    assert load(writer, reply) == paused
    last = [(entry.number, entry.reply.state) for entry in outbox.journal.latest()]
    assert last == [(2, OutboxState.PAUSED)]
